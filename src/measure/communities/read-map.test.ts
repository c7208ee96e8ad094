import fc from 'fast-check'
import { expect, it } from 'vitest'
import { placeBubbles } from './read-map.ts'

it('places bubbles inside the picture and none over another, whatever their sizes and ties', () => {
  const sizes = fc.array(fc.integer({ min: 5, max: 20_000 }), { minLength: 1, maxLength: 30 })
  const ties = fc.array(fc.tuple(fc.nat(29), fc.nat(29)), { maxLength: 60 })
  fc.assert(
    fc.property(sizes, ties, (people, pairs) => {
      const links = pairs.filter(([a, b]) => a < people.length && b < people.length)
      const places = placeBubbles(people, links)
      for (const [i, a] of places.entries()) {
        expect(a.x - a.radius).toBeGreaterThan(-1e-6)
        expect(a.x + a.radius).toBeLessThan(2 + 1e-6)
        expect(a.y - a.radius).toBeGreaterThan(-1e-6)
        expect(a.y + a.radius).toBeLessThan(1 + 1e-6)
        for (const b of places.slice(0, i)) {
          expect(Math.hypot(a.x - b.x, a.y - b.y)).toBeGreaterThan(a.radius + b.radius)
        }
      }
    }),
    { numRuns: 200 },
  )
})

it('draws the larger larger', () => {
  const [small, large] = placeBubbles([10, 1_000], [[0, 1]])
  expect(large?.radius).toBeGreaterThan(small?.radius ?? 1)
})
