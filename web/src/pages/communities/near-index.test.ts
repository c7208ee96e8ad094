import { expect, it } from 'vitest'
import { nearIndexOf } from './near-index.ts'

it('finds the nearest point within a distance, as going through all does', () => {
  let seed = 7
  const chance = () => {
    seed = (seed * 16_807) % 2_147_483_647
    return seed / 2_147_483_647
  }
  const xs = Array.from({ length: 400 }, chance)
  const ys = Array.from({ length: 400 }, chance)
  const near = nearIndexOf(xs, ys)
  for (let i = 0; i < 300; i++) {
    const [at, within] = [{ x: chance(), y: chance() }, 0.1 * chance()]
    const far = xs.map((x, j) => Math.hypot(x - at.x, (ys[j] ?? 0) - at.y))
    const least = Math.min(...far)
    expect(near(at, within)).toBe(least <= within ? far.indexOf(least) : -1)
  }
  expect(nearIndexOf([], [])({ x: 0.5, y: 0.5 }, 1)).toBe(-1)
})
