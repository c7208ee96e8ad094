import { expect, test } from 'vitest'
import { ordered } from './row-order.ts'

const row = (name: string, credit: number, multiplier: number | null = null) => ({
  name,
  credit,
  placebo: 10 - credit,
  outcomes: 1,
  touches: 1,
  multiplier,
})
const rows = [row('かえで', 1, 3), row('Aki', 5), row('ＢＥＮ', 3, 1)]
const names = (wanted: Parameters<typeof ordered>[2]) =>
  ordered(rows, ({ name }) => name, wanted).map(({ name }) => name)
const plain = { q: undefined, sort: 'credit', language: 'ja' } as const

test('numbers fall and names rise; what has no number comes last', () => {
  expect(names(plain)).toEqual(['Aki', 'ＢＥＮ', 'かえで'])
  expect(names({ ...plain, sort: 'placebo' })).toEqual(['かえで', 'ＢＥＮ', 'Aki'])
  expect(names({ ...plain, sort: 'multiplier' })).toEqual(['かえで', 'ＢＥＮ', 'Aki'])
  expect(names({ ...plain, sort: 'name' })).toEqual(['Aki', 'ＢＥＮ', 'かえで'])
})

test('names are found whatever their case and width', () => {
  expect(names({ ...plain, q: 'ben' })).toEqual(['ＢＥＮ'])
  expect(names({ ...plain, q: 'かえ' })).toEqual(['かえで'])
  expect(names({ ...plain, q: 'zzz' })).toEqual([])
})
