import fc from 'fast-check'
import { expect, it } from 'vitest'
import { addDays, daysBetween, FIRST_DAY } from './days.ts'

it('counts days as the calendar has them', () => {
  expect(addDays('2024-02-28', 1)).toBe('2024-02-29')
  expect(addDays('2026-01-01', -1)).toBe('2025-12-31')
  expect(daysBetween('2026-02-28', '2026-03-01')).toBe(1)
})

it('never goes back beyond the first day', () => {
  expect(addDays('0001-01-03', -62)).toBe(FIRST_DAY)
})

it('goes there and back (property)', () => {
  const numbers = fc.tuple(fc.nat(60_000), fc.integer({ min: -60_000, max: 60_000 }))
  fc.assert(
    fc.property(numbers, ([offset, days]) => {
      const day = addDays('1950-01-01', offset)
      expect(addDays(addDays(day, days), -days)).toBe(day)
      expect(daysBetween(day, addDays(day, days))).toBe(days)
    }),
  )
})
