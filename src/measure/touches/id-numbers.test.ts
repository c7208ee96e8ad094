import fc from 'fast-check'
import { expect, test } from 'vitest'
import { uuidV7 } from '#vocabulary/index.ts'
import { IdNumbers } from './id-numbers.ts'

test('ids have the numbers that a map would give them, and come back as they were', () => {
  fc.assert(
    fc.property(fc.array(fc.uuid(), { maxLength: 400 }), (ids) => {
      const numbers = new IdNumbers()
      const known = new Map<string, number>()
      for (const id of [...ids, ...ids]) {
        if (!known.has(id)) known.set(id, known.size)
        expect(numbers.numberOf(id)).toBe(known.get(id))
      }
      expect(numbers.count).toBe(known.size)
      for (const [id, number] of known) expect(numbers.idOf(number)).toBe(id)
      expect(numbers.find('00000000-0000-4000-8000-00000000beef')).toBe(-1)
    }),
  )
})

test('thousands are told apart, and carry their time', () => {
  const numbers = new IdNumbers()
  const ids = Array.from({ length: 5_000 }, (_, i) =>
    uuidV7(1_760_000_000_000 + i, (into) => crypto.getRandomValues(into)),
  )
  for (const id of ids) numbers.numberOf(id)
  expect(ids.map((id) => numbers.find(id))).toEqual(ids.map((_, i) => i))
  expect(numbers.timeMsOf(4_321)).toBe(1_760_000_004_321)
})
