import { expect, test } from 'vitest'
import { seededChance } from '#vocabulary/index.ts'
import { DAY_MS, HOUR_MS, momentOfDay, rhythmAt, weekdayFactor } from './time.ts'

// A Saturday, at midnight in Japan.
const DAY = Date.parse('2026-10-31T00:00:00+09:00')

test('the rhythm of a week has the mean 1 wherever the clock stands', () => {
  for (const offset of [9, 0, -8]) {
    let sum = 0
    for (let hour = 0; hour < 168; hour++) sum += rhythmAt(DAY + hour * HOUR_MS, offset)
    expect(sum / 168).toBeCloseTo(1, 10)
  }
})

test('weekends are for people, weekdays for offices', () => {
  const [saturday, monday] = [DAY + 12 * HOUR_MS, DAY + 2 * DAY_MS + 12 * HOUR_MS]
  expect(weekdayFactor(saturday, 9, false)).toBeGreaterThan(weekdayFactor(monday, 9, false))
  expect(weekdayFactor(saturday, 9, true)).toBeLessThan(weekdayFactor(monday, 9, true))
})

test('a moment lies in the local day that begins with or after the company’s', () => {
  const chance = seededChance(3, 'moments')
  for (const [offset, from] of [
    [9, '2026-10-31T00:00:00+09:00'],
    [0, '2026-10-31T00:00:00Z'],
    [-8, '2026-10-31T00:00:00-08:00'],
  ] as const) {
    for (let i = 0; i < 300; i++) {
      const ms = momentOfDay(chance, DAY, offset, false) - Date.parse(from)
      expect(ms >= 0 && ms < DAY_MS).toBe(true)
    }
  }
})
