import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { INTENTS, SENTIMENTS, STAGES_OR_NONE, STANCES } from '../filters.ts'
import type { CorrectedPart, Reading } from '../terms.ts'
import {
  changeTo,
  correctedReading,
  labelOfPart,
  openParts,
  otherIntents,
  partsOf,
  withReading,
} from './corrected-reading.ts'

const READING: Reading = {
  lang: 'ja',
  langConfidence: 1,
  sentiment: 'neutral',
  sentimentScore: 0,
  sentimentConfidence: 0.4,
  stage: 'none',
  stageConfidence: 0.5,
  stance: 'none',
  stanceConfidence: 0.6,
  intents: ['question'],
  likelihoods: null,
  isToxic: false,
  toxicity: 0.1,
  novelty: 0,
  isNew: false,
  isOther: false,
  unsure: ['sentiment', 'spam'],
  saidBy: {},
  model: 'base-1',
  correctedBy: null,
}
const ME = { id: '0197a000-0000-7000-8000-000000000001', name: '花子' }

const labelled = fc.constantFrom<[CorrectedPart, string]>(
  ...SENTIMENTS.map((label): [CorrectedPart, string] => ['sentiment', label]),
  ...STAGES_OR_NONE.map((label): [CorrectedPart, string] => ['stage', label]),
  ...STANCES.map((label): [CorrectedPart, string] => ['stance', label]),
  ...[...INTENTS, 'toxicity' as const, 'other' as const].flatMap(
    (part): [CorrectedPart, string][] => [
      [part, 'yes'],
      [part, 'no'],
    ],
  ),
)

describe('a corrected reading', () => {
  test('says what was corrected, leaves it open no more, and keeps the rest', () => {
    fc.assert(
      fc.property(labelled, ([part, label]) => {
        const change = changeTo(part, label)
        expect(partsOf(change)).toEqual([part])
        const after = correctedReading(READING, change, ME)
        expect(labelOfPart(part, after)).toBe(label)
        expect(after.unsure).not.toContain(part)
        expect(after.correctedBy).toEqual(ME)
        const others: CorrectedPart[] = ['sentiment', 'stage', 'stance', ...INTENTS, 'toxicity']
        for (const other of others.filter((one) => one !== part)) {
          expect(labelOfPart(other, after)).toBe(labelOfPart(other, READING))
        }
      }),
    )
  })

  test('one intent may take the place of another', () => {
    const change = { intents: { question: false, complaint: true } }
    expect(partsOf(change)).toEqual(['question', 'complaint'])
    expect(correctedReading(READING, change, ME).intents).toEqual(['complaint'])
  })
})

test('open parts stand in their order, and what may be added is neither held nor open', () => {
  expect(openParts({ ...READING, unsure: ['spam', 'sentiment'] })).toEqual(['sentiment', 'spam'])
  expect(otherIntents(READING)).toEqual(
    INTENTS.filter((intent) => intent !== 'question' && intent !== 'spam'),
  )
})

describe('withReading', () => {
  const activity = (id: string) => ({ id, text: id, reading: READING })
  const next = { ...READING, sentiment: 'positive' as const }

  test('finds the activity in pages, in a list and alone', () => {
    const pages = {
      pages: [{ items: [activity('a')] }, { items: [activity('b')] }],
      pageParams: [null],
    }
    const after = withReading(pages, 'b', next)
    expect(after.pages[1]?.items[0]?.reading).toBe(next)
    expect(after.pages[0]).toBe(pages.pages[0])
    expect(withReading({ items: [activity('a')] }, 'a', next).items[0]?.reading).toBe(next)
    expect(withReading(activity('a'), 'a', next).reading).toBe(next)
  })

  test('what does not hold it stays the same object', () => {
    const list = { items: [activity('a')], next: null }
    expect(withReading(list, 'z', next)).toBe(list)
    expect(withReading(undefined, 'z', next)).toBe(undefined)
    expect(withReading({ id: 'a', name: 'a person' }, 'a', next)).toEqual({
      id: 'a',
      name: 'a person',
    })
  })
})
