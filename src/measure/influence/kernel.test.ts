import { expect, test } from 'vitest'
import { densityOf, massWithin, SHAPES } from './kernel.ts'

test('shape 1 is the exponential', () => {
  const density = densityOf({ tauDays: 2, shape: 1 })
  for (const days of [0.01, 1, 5]) expect(density(days)).toBeCloseTo(Math.exp(-days / 2) / 2, 12)
  expect(densityOf({ tauDays: 2 })(3)).toBe(density(3))
})

test('gamma densities by the published form', () => {
  // Gamma(2, scale 1) at 1 is 1/e; Gamma(4, scale 0.5) at 2 is 16 * 8 exp(-4) / 6.
  expect(densityOf({ tauDays: 2, shape: 2 })(1)).toBeCloseTo(Math.exp(-1), 12)
  expect(densityOf({ tauDays: 2, shape: 4 })(2)).toBeCloseTo((16 * 8 * Math.exp(-4)) / 6, 12)
  // Chi square with one degree of freedom has shape 1/2 and mean 1.
  const chiSquare = Math.exp(-0.5) / Math.sqrt(2 * Math.PI)
  expect(densityOf({ tauDays: 1, shape: 0.5 })(1)).toBeCloseTo(chiSquare, 12)
})

test('all of it lies within long enough, and as much within a time as tables say', () => {
  for (const shape of SHAPES) expect(massWithin({ tauDays: 1, shape }, 60)).toBeCloseTo(1, 1)
  // 1 - 3 exp(-2) for Gamma(2, scale 1) within 2.
  expect(massWithin({ tauDays: 2, shape: 2 }, 2)).toBeCloseTo(1 - 3 * Math.exp(-2), 6)
  expect(massWithin({ tauDays: 1.5, shape: 1 }, 7)).toBeCloseTo(1 - Math.exp(-7 / 1.5), 12)
})
