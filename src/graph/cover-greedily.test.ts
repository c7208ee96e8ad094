import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { coverGreedily } from './cover-greedily.ts'
import { SetCollection } from './reverse-sets.ts'

function collect(sets: number[][]): SetCollection {
  const collection = new SetCollection()
  for (const set of sets) {
    collection.reserve(set.length)
    const start = collection.starts[collection.count] as number
    collection.members.set(set, start)
    collection.count++
    collection.starts[collection.count] = start + set.length
  }
  return collection
}

const NODES = 7
const someSets = fc.array(fc.uniqueArray(fc.nat(NODES - 1), { minLength: 1 }), {
  minLength: 1,
  maxLength: 25,
})
const met = (sets: number[][], chosen: number[]) =>
  sets.filter((set) => set.some((v) => chosen.includes(v))).length
const subsets = Array.from({ length: 2 ** NODES }, (_, bits) =>
  Array.from({ length: NODES }, (_, v) => v).filter((v) => (bits >> v) & 1),
)

describe('coverGreedily', () => {
  it('takes the largest gain at each step, covers 1 - 1/e of the best and bounds it (property)', () => {
    fc.assert(
      fc.property(someSets, fc.integer({ min: 1, max: 4 }), (sets, k) => {
        const { seeds, covered, bound } = coverGreedily(collect(sets), NODES, { k })
        seeds.forEach((_, i) => {
          const gains = Array.from({ length: NODES }, (_, v) =>
            met(sets, [...seeds.slice(0, i), v]),
          )
          expect(covered[i]).toBe(met(sets, seeds.slice(0, i + 1)))
          expect(covered[i]).toBe(Math.max(...gains))
        })
        const best = Math.max(...subsets.filter((s) => s.length <= k).map((s) => met(sets, s)))
        expect(covered.at(-1)).toBeGreaterThanOrEqual((1 - 1 / Math.E) * best)
        expect(bound).toBeGreaterThanOrEqual(best)
      }),
    )
  })

  it('stays within a budget, covers half of 1 - 1/e of the best and bounds it (property)', () => {
    const costs = fc.array(fc.constantFrom(0.5, 1, 2, 5, Infinity), {
      minLength: NODES,
      maxLength: NODES,
    })
    fc.assert(
      fc.property(someSets, costs, fc.constantFrom(1, 3, 6), (sets, given, budget) => {
        const choice = { k: NODES, costs: Float64Array.from(given), budget }
        const { seeds, covered, bound } = coverGreedily(collect(sets), NODES, choice)
        const costOf = (s: number[]) => s.reduce((sum, v) => sum + (given[v] as number), 0)
        expect(costOf(seeds)).toBeLessThanOrEqual(budget)
        const allowed = subsets.filter((s) => costOf(s) <= budget)
        const best = Math.max(...allowed.map((s) => met(sets, s)))
        expect(covered.at(-1) ?? 0).toBe(met(sets, seeds))
        expect(covered.at(-1) ?? 0).toBeGreaterThanOrEqual(((1 - 1 / Math.E) / 2) * best)
        expect(bound).toBeGreaterThanOrEqual(best - 1e-9)
      }),
    )
  })

  it('takes no more of a group than allowed, covers half of the best and bounds it (property)', () => {
    const groupOf = fc.array(fc.nat(2), { minLength: NODES, maxLength: NODES })
    const limits = fc.record({
      k: fc.integer({ min: 1, max: 5 }),
      most: fc.integer({ min: 1, max: 2 }),
    })
    fc.assert(
      fc.property(someSets, groupOf, limits, (sets, given, { k, most }) => {
        const choice = { k, groups: Uint32Array.from(given), perGroupMax: most }
        const { seeds, covered, bound } = coverGreedily(collect(sets), NODES, choice)
        const isAllowed = (some: number[]) =>
          some.length <= k &&
          [0, 1, 2].every((g) => some.filter((v) => given[v] === g).length <= most)
        expect(isAllowed(seeds)).toBe(true)
        const best = Math.max(...subsets.filter(isAllowed).map((s) => met(sets, s)))
        expect(covered.at(-1)).toBeGreaterThanOrEqual(best / 2)
        expect(bound).toBeGreaterThanOrEqual(best)
      }),
    )
  })
})
