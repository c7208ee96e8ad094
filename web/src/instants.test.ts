import fc from 'fast-check'
import { expect, test } from 'vitest'
import { instantOf, localNow } from './instants.ts'

test('a wall clock stands for the instant at which it shows it', () => {
  expect(instantOf('2026-04-01T10:00', 'Asia/Tokyo')).toBe('2026-04-01T01:00:00.000Z')
  expect(instantOf('2026-03-08T09:30', 'America/New_York')).toBe('2026-03-08T13:30:00.000Z')
  expect(instantOf('2026-03-07T09:30', 'America/New_York')).toBe('2026-03-07T14:30:00.000Z')
})

test('every instant is found again by its clock, but for the hour that is shown twice', () => {
  const zone = fc.constantFrom('Asia/Tokyo', 'Asia/Kolkata', 'America/New_York', 'Europe/Berlin')
  const minute = fc.integer({ min: 0, max: 60 * 24 * 365 * 5 })
  fc.assert(
    fc.property(zone, minute, (timeZone, minutes) => {
      const instant = new Date(Date.UTC(2024, 0, 1) + minutes * 60_000)
      const local = localNow(instant, timeZone)
      expect(localNow(new Date(instantOf(local, timeZone)), timeZone)).toBe(local)
    }),
  )
})
