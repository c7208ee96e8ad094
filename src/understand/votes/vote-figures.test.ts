import { expect, it } from 'vitest'
import type { Judgement, Sentiment } from '#vocabulary/index.ts'
import { type AuditedVote, stoppedParts, voteFigures } from './vote-figures.ts'

const judged = (sentiment: Sentiment): Judgement => ({
  ...{ sentiment, stage: 'none', stance: 'none', intents: [], toxicity: false },
})

/** So many audited votes of which the vote, and the reader, are right so often. */
function votes(audited: number, right: number, readerRight: number): AuditedVote[] {
  return Array.from({ length: audited }, (_, at) => ({
    part: 'sentiment' as const,
    value: at < right ? 'positive' : 'negative',
    said: judged(at >= audited - readerRight ? 'positive' : 'neutral'),
    truth: judged('positive'),
  }))
}

it('says nothing below 50 audits, and stops nothing', () => {
  const figures = voteFigures(votes(49, 0, 49))
  expect(figures).toEqual([
    { part: 'sentiment', audited: 49, precision: null, reader: null, isStopped: false },
  ])
  expect(voteFigures([])).toEqual([])
})

it('stops votes on a part from 50 audits on where the reader is right more often', () => {
  const [worse] = voteFigures(votes(50, 40, 41))
  // Wilson's score interval for 40 of 50.
  expect(worse?.precision?.value).toBe(0.8)
  expect(worse?.precision?.low).toBeCloseTo(0.6696, 4)
  expect(worse?.precision?.high).toBeCloseTo(0.8876, 4)
  expect(worse).toMatchObject({ isStopped: true, reader: { value: 0.82 } })
  const [same] = voteFigures(votes(50, 41, 41))
  expect(same?.isStopped).toBe(false)
  const spam = votes(60, 0, 60).map((vote) => ({ ...vote, part: 'spam' as const, value: 'no' }))
  expect(stoppedParts(voteFigures([...votes(60, 10, 50), ...spam]))).toEqual(['sentiment'])
})
