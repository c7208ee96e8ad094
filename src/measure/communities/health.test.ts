import fc from 'fast-check'
import { expect, it } from 'vitest'
import { healthOf } from './health.ts'

const NOTHING = {
  ...{ people: 0, active: 0, asked: 0, answered: 0, pairs: 0, mutual: 0, newcomers: 0, kept: 0 },
}

it('is middling where nothing is known', () => {
  expect(healthOf(NOTHING).health).toBeCloseTo(50, 10)
})

it('is the geometric mean of its parts', () => {
  const { health, ...parts } = healthOf({
    ...{
      people: 98,
      active: 49,
      asked: 18,
      answered: 14,
      pairs: 38,
      mutual: 19,
      newcomers: 2,
      kept: 2,
    },
  })
  expect(parts.activeShare).toBeCloseTo(0.5, 10)
  expect(parts.answerRate).toBeCloseTo(0.75, 10)
  expect(parts.reciprocity).toBeCloseTo(0.5, 10)
  expect(parts.newcomersKept).toBeCloseTo(0.75, 10)
  expect(health).toBeCloseTo(100 * Math.sqrt(0.5 * 0.75), 10)
})

it('rises with each part, and stays between 0 and 100', () => {
  const part = fc.nat(1000).chain((all) => fc.tuple(fc.constant(all), fc.nat(all)))
  fc.assert(
    fc.property(part, part, part, part, (a, b, c, d) => {
      const counts = {
        ...{ people: a[0], active: a[1], asked: b[0], answered: b[1] },
        ...{ pairs: c[0], mutual: c[1], newcomers: d[0], kept: d[1] },
      }
      const { health } = healthOf(counts)
      expect(health).toBeGreaterThan(0)
      expect(health).toBeLessThan(100)
      for (const key of ['active', 'answered', 'mutual', 'kept'] as const) {
        const more = healthOf({ ...counts, [key]: counts[key] + 1 })
        expect(more.health).toBeGreaterThan(health)
      }
    }),
  )
})
