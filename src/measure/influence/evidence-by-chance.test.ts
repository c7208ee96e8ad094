import { expect, test } from 'vitest'
import { seededChance } from '#vocabulary/index.ts'
import type { Design } from './design.ts'
import { parametersByChance } from './evidence-by-chance.ts'
import { fitTheta } from './fit-theta.ts'

/** Pairs of which the case or the control was reached, each drawn `times` over as one cluster. */
function pairsDesign(pairs: number, times: number): { design: Design; cluster: Int32Array } {
  const chance = seededChance(4, 'evidence by chance')
  const events = pairs * times
  const value = new Float64Array(2 * events)
  for (let pair = 0; pair < pairs; pair++) {
    const [own, other] = [chance() < 0.55 ? 1 : 0, chance() < 0.45 ? 1 : 0]
    for (let n = 0; n < times; n++) value.set([own, other], 2 * (pair * times + n))
  }
  const design = {
    start: Int32Array.from({ length: events + 1 }, (_, e) => 2 * e),
    featureStart: Int32Array.from({ length: 2 * events + 1 }, (_, m) => m),
    feature: new Int32Array(2 * events),
    value,
    features: 1,
    mark: new Float64Array(0),
    marks: 0,
  }
  return { design, cluster: Int32Array.from({ length: events }, (_, e) => Math.floor(e / times)) }
}

test('events on their own bring about as much as they have parameters', () => {
  const { design, cluster } = pairsDesign(2000, 1)
  const byChance = parametersByChance(design, fitTheta(design), [cluster])
  expect(byChance).toBeGreaterThanOrEqual(1)
  expect(byChance).toBeLessThan(1.3)
})

test('events that come four at a time bring four times as much', () => {
  const { design, cluster } = pairsDesign(2000, 4)
  const byChance = parametersByChance(design, fitTheta(design), [cluster])
  expect(byChance).toBeGreaterThan(3.5)
  expect(byChance).toBeLessThan(4.6)
})
