import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays, isDay, spanBefore, spanDays } from './days.ts'
import {
  INTENTS,
  MOVE_KINDS,
  parseSearch,
  readFilters,
  SENTIMENTS,
  STAGES_OR_NONE,
  STANCES,
  stringifySearch,
} from './filters.ts'
import { readHomeSearch, spanOf } from './pages/home/url-state.ts'

const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined })
const day = fc.integer({ min: 0, max: 40_000 }).map((days) => addDays('1990-01-01', days))
const filters = fc.record({
  q: maybe(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 40 })),
  topic: maybe(fc.uuid()),
  stage: maybe(fc.constantFrom(...STAGES_OR_NONE)),
  stance: maybe(fc.constantFrom(...STANCES)),
  move: maybe(fc.constantFrom(...MOVE_KINDS)),
  sentiment: maybe(fc.constantFrom(...SENTIMENTS)),
  intent: maybe(fc.constantFrom(...INTENTS)),
  toxic: maybe(fc.boolean()),
  unsure: maybe(fc.boolean()),
  model: maybe(fc.constantFrom('base-1', 'base-1+3')),
  from: maybe(day),
  to: maybe(day),
})

test('filters survive the URL', () => {
  fc.assert(
    fc.property(filters, (wanted) => {
      const once = readFilters(wanted)
      expect(readFilters(parseSearch(stringifySearch(once)))).toEqual(once)
    }),
  )
})

test('what makes no sense is left out', () => {
  expect(
    readFilters({
      q: '  ',
      topic: "1' or 1=1",
      stage: 'buying',
      sentiment: ['positive'],
      intent: 'buy',
      toxic: 'perhaps',
      from: '2026-02-30',
      to: '2026-02-28',
      more: 'x',
    }),
  ).toEqual({ to: '2026-02-28' })
})

test('yes and no are told apart, in an address as in a saved search', () => {
  const kept = { toxic: false, unsure: true }
  expect(stringifySearch(kept)).toBe('?toxic=false&unsure=true')
  expect(readFilters(kept)).toEqual(kept)
  expect(readFilters(parseSearch('?toxic=false&unsure=true'))).toEqual(kept)
})

test('URLs hold plain words', () => {
  expect(stringifySearch({ q: '123', stage: 'none', topic: undefined })).toBe('?q=123&stage=none')
  expect(parseSearch('?q=123')).toEqual({ q: '123' })
  expect(stringifySearch({})).toBe('')
})

test('a span and the one before touch and are as long', () => {
  fc.assert(
    fc.property(day, fc.integer({ min: 0, max: 400 }), (from, more) => {
      const to = addDays(from, more)
      const before = spanBefore(from, to)
      expect(spanDays(before.from, before.to)).toBe(spanDays(from, to))
      expect(addDays(before.to, 1)).toBe(from)
    }),
  )
})

test('days are real days', () => {
  expect(isDay('2024-02-29')).toBe(true)
  expect(isDay('2026-02-29')).toBe(false)
  expect(isDay('2026-2-1')).toBe(false)
})

test('Home: 28 days up to the last with posts, unless asked otherwise', () => {
  expect(spanOf(readHomeSearch({}), '2026-11-20')).toEqual({ from: '2026-10-24', to: '2026-11-20' })
  expect(spanOf(readHomeSearch({ days: '7' }), '2026-11-20').from).toBe('2026-11-14')
  expect(readHomeSearch({ days: '8' })).toEqual({})
  const asked = { from: '2026-01-01', to: '2026-01-05' }
  expect(spanOf(readHomeSearch({ ...asked, days: '7' }), '2026-11-20')).toEqual(asked)
  expect(readHomeSearch({ from: '2026-01-05', to: '2026-01-01' })).toEqual({})
  expect(spanOf(readHomeSearch({ from: '1990-01-01', to: '2026-01-01' }), '2026-11-20').from).toBe(
    '2025-01-01',
  )
})
