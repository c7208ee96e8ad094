import { describe, expect, test } from 'vitest'
import type { LabelQuality } from '../../terms.ts'
import { languagesOf, rowsOf, verdictOf } from './label-rows.ts'

const share = (value: number, low = value - 0.05) => ({ value, low, high: value + 0.04, of: 60 })
const figure = (over: Partial<LabelQuality>): LabelQuality => ({
  ...{
    part: 'sentiment',
    label: 'positive',
    lang: 'all',
    audited: 60,
    said: 60,
    held: 60,
    right: 50,
  },
  ...{ precision: share(0.9), recall: share(0.9), ...over },
})

describe('rows of labels', () => {
  test('are the same whatever is audited', () => {
    const rows = rowsOf([figure({})], 'all')
    expect(rows).toHaveLength(3 + 5 + 4 + 10 + 1)
    expect(rows.find(({ label }) => label === 'positive')?.audited).toBe(60)
    expect(rows.find(({ label }) => label === 'negative')).toMatchObject({
      audited: 0,
      precision: null,
    })
    expect(rowsOf([figure({})], 'ja').every(({ audited }) => audited === 0)).toBe(true)
  })

  test('know the languages that were audited', () => {
    expect(languagesOf([figure({}), figure({ lang: 'ja' }), figure({ lang: 'en' })])).toEqual([
      'en',
      'ja',
    ])
  })
})

describe('the verdict', () => {
  test('names what is right, what is wrong, and counts what is not known', () => {
    const { right, wrong, unknown } = verdictOf([
      figure({}),
      figure({ label: 'negative', recall: share(0.5) }),
      figure({ label: 'neutral', precision: share(0.4), recall: null }),
    ])
    expect(right.map(({ label }) => label)).toEqual(['positive'])
    expect(wrong.map(({ label }) => label)).toEqual(['neutral', 'negative'])
    expect(unknown).toBe(20)
  })

  test('calls nothing right whose interval reaches below, nor wrong what is not', () => {
    const { right, wrong } = verdictOf([figure({ precision: share(0.75, 0.6) })])
    expect(right).toEqual([])
    expect(wrong).toEqual([])
  })

  test('speaks of all languages together only', () => {
    expect(verdictOf([figure({ lang: 'ja', recall: share(0.1) })]).wrong).toEqual([])
  })
})
