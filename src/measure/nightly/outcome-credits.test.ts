import fc from 'fast-check'
import { expect, test } from 'vitest'
import { keptShares } from './outcome-credits.ts'

const parts = fc
  .array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 1, maxLength: 300 })
  .map((raw) => {
    const sum = raw.reduce((all, one) => all + one, 0) + 0.1
    return Float64Array.from(raw, (one) => one / sum)
  })

test('what is kept adds up to what was credited, in the order of the touches', () => {
  fc.assert(
    fc.property(parts, (all) => {
      const kept = keptShares(all)
      const sum = (of: Iterable<number>) => [...of].reduce((one, other) => one + other, 0)
      expect(sum(kept.map(({ share }) => share))).toBeCloseTo(sum(all), 12)
      expect(kept.map(({ index }) => index)).toEqual(
        kept.map(({ index }) => index).toSorted((a, b) => a - b),
      )
      for (const { index, share } of kept) expect(share).toBeGreaterThan((all[index] ?? 0) - 1e-12)
      const isMissing = (index: number) => !kept.some((one) => one.index === index)
      all.forEach((part, index) => {
        if (isMissing(index)) expect(part).toBeLessThan(1e-3)
      })
    }),
  )
})

test('the smallest of many are dealt to the others', () => {
  const all = new Float64Array(1_000).fill(2e-4)
  const kept = keptShares(all)
  expect(kept).toHaveLength(64)
  expect(kept[0]?.share).toBeCloseTo(0.2 / 64, 12)
})
