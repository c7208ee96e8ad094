import { describe, expect, test } from 'vitest'
import type { Correction, EarlierReading, ReadingMove } from '../terms.ts'
import { differencesOf, historyOf, isReplaced } from './post-history.ts'

const SAID: EarlierReading['said'] = {
  ...{ sentiment: 'neutral', stage: 'none', stance: 'none' },
  ...{ intents: ['question'], toxicity: false },
}
const read = (model: string, readAt: string, said = SAID, revision = 1): EarlierReading => ({
  ...{ model, revision, readAt, replacedAt: null, said },
})
const corrected = (at: string, undoneAt: string | null = null): Correction => ({
  ...{ id: '0197a000-0000-7000-8000-000000000001', at, by: null, part: 'sentiment' },
  ...{ from: 'neutral', to: 'negative', model: 'base-1', origin: 'page', revision: 1, undoneAt },
})

describe('the history of a post', () => {
  test('says which parts another model read otherwise', () => {
    const next: EarlierReading['said'] = { ...SAID, sentiment: 'negative', intents: ['complaint'] }
    expect(differencesOf(SAID, next)).toEqual([
      { part: 'sentiment', from: 'neutral', to: 'negative' },
      { part: 'question', from: 'yes', to: 'no' },
      { part: 'complaint', from: 'no', to: 'yes' },
    ])
    expect(differencesOf(SAID, SAID)).toEqual([])
  })

  test('is one story, newest first', () => {
    const later: EarlierReading['said'] = { ...SAID, sentiment: 'negative' }
    const story = historyOf(
      [corrected('2026-11-02T00:00:00.000Z')],
      [
        read('base-1+1', '2026-11-03T00:00:00.000Z', later),
        read('base-1', '2026-11-01T00:00:00.000Z'),
      ],
    )
    expect(story.map(({ kind }) => kind)).toEqual(['read-again', 'corrected', 'read'])
    expect(story[0]).toMatchObject({
      ...{ fromModel: 'base-1', isEdit: false },
      differences: [{ part: 'sentiment', from: 'neutral', to: 'negative' }],
    })
  })

  test('tells what a change of the model moved, once', () => {
    const move = (run: string, at: string): ReadingMove => ({
      ...{ run, at, fromModel: 'base-1', toModel: 'base-1+1', revision: 1 },
      moved: [{ part: 'sentiment', from: 'neutral', to: 'negative' }],
    })
    // Of a post that nobody judged no reading was kept.
    const [first] = historyOf([], [], [move('a', '2026-11-03T00:00:00.000Z')])
    expect(first).toMatchObject({ kind: 'moved', move: { run: 'a' } })
    // Of one that was judged the reading is told, with the change that moved it.
    const readings = [
      read('base-1+1', '2026-11-03T00:00:00.010Z', { ...SAID, sentiment: 'negative' }),
      read('base-1', '2026-11-01T00:00:00.000Z'),
    ]
    const story = historyOf([], readings, [move('a', '2026-11-03T00:00:00.000Z')])
    expect(story.map(({ kind }) => kind)).toEqual(['read-again', 'read'])
    expect(story[0]).toMatchObject({ run: 'a' })
  })

  test('a new text is no change of mind', () => {
    const [newest] = historyOf(
      [],
      [
        read('base-1', '2026-11-03T00:00:00.000Z', SAID, 2),
        read('base-1', '2026-11-01T00:00:00.000Z'),
      ],
    )
    expect(newest).toMatchObject({ kind: 'read-again', isEdit: true })
  })

  test('a correction that another one ended was replaced, not taken back', () => {
    const first = corrected('2026-11-02T00:00:00.000Z', '2026-11-03T00:00:00.000Z')
    const second = corrected('2026-11-03T00:00:00.000Z')
    expect(isReplaced(first, [first, second])).toBe(true)
    expect(isReplaced(first, [first])).toBe(false)
    expect(isReplaced(second, [first, second])).toBe(false)
  })
})
