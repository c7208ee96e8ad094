import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Reading } from '../terms.ts'
import { explainedParts, highlightsOf, within } from './highlights.ts'

const READING: Reading = {
  lang: 'en',
  langConfidence: 1,
  sentiment: 'negative',
  sentimentScore: -0.8,
  sentimentConfidence: 0.9,
  stage: 'none',
  stageConfidence: 0.9,
  stance: 'none',
  stanceConfidence: 0.6,
  intents: ['complaint'],
  likelihoods: null,
  isToxic: false,
  toxicity: null,
  novelty: 0,
  isNew: false,
  isOther: false,
  unsure: ['churn'],
  saidBy: {},
  model: 'base-1',
  correctedBy: null,
}
const piece = { text: 'x', start: 0, end: 1 }

describe('highlights', () => {
  test('tell for from against by the label that was chosen, and strong from weak', () => {
    const evidence = [
      { ...piece, of: 'sentiment' as const, label: 'negative', weight: 2 },
      { ...piece, of: 'sentiment' as const, label: 'negative', weight: -0.9, start: 1, end: 2 },
      { ...piece, of: 'sentiment' as const, label: 'positive', weight: 1, start: 2, end: 3 },
      { ...piece, of: 'sentiment' as const, label: 'positive', weight: -1, start: 3, end: 4 },
      { of: 'sentiment' as const, label: 'negative', text: 'a rule', weight: 3 },
      { ...piece, of: 'complaint' as const, weight: 1 },
    ]
    expect(highlightsOf('sentiment', READING, evidence)).toEqual([
      { start: 0, end: 1, isFor: true, isStrong: true },
      { start: 1, end: 2, isFor: false, isStrong: false },
      { start: 2, end: 3, isFor: false, isStrong: true },
    ])
    expect(highlightsOf('complaint', READING, evidence)).toEqual([
      { start: 0, end: 1, isFor: true, isStrong: true },
    ])
  })

  test('are offered for what holds or is open, and shows in the text', () => {
    const of = (...parts: ('stage' | 'praise' | 'complaint' | 'churn')[]) =>
      explainedParts(
        READING,
        parts.map((part) => ({ ...piece, of: part, weight: 1 })),
      )
    expect(of('churn', 'praise', 'complaint', 'stage')).toEqual(['stage', 'complaint', 'churn'])
    expect(of()).toEqual([])
    expect(explainedParts(null, [{ ...piece, of: 'stage', weight: 1 }])).toEqual([])
  })

  test('keep their length and order when they are moved into a half', () => {
    const spans = fc.array(fc.record({ start: fc.nat(50), more: fc.nat(9) }))
    fc.assert(
      fc.property(spans, fc.nat(50), (all, from) => {
        const whole = all.map(({ start, more }) => ({
          ...{ start, end: start + more, isFor: true, isStrong: false },
        }))
        const moved = within(whole, from)
        expect(moved.map(({ start, end }) => [start + from, end - start])).toEqual(
          whole.map(({ start, end }) => [start, end - start]),
        )
      }),
    )
  })
})
