import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type LinkItem, linkGroups } from './link-groups.ts'
import { dot, unit } from './sparse.ts'

const item = fc.record({
  vector: fc
    .dictionary(fc.constantFrom('a', 'b', 'c', 'd', 'e'), fc.integer({ min: 1, max: 9 }), {
      minKeys: 1,
    })
    .map((record) => unit(new Map(Object.entries(record)))),
  count: fc.integer({ min: 1, max: 5 }),
  side: fc.constantFrom(-1, 1),
})

/** The slow reference: looks at every pair of groups and every pair of members in each round. */
function slowGroups(items: readonly LinkItem[], alikeMin: number): number[][] {
  const groups = items.map((_, index) => [index])
  const alike = (a: number[], b: number[]) => {
    let sum = 0
    let count = 0
    for (const i of a) {
      for (const j of b) {
        const [one, other] = [items[i], items[j]]
        if (one === undefined || other === undefined || one.side !== other.side) return -1
        sum += one.count * other.count * dot(one.vector, other.vector)
        count += one.count * other.count
      }
    }
    return sum / count
  }
  for (;;) {
    let best = { value: alikeMin, a: -1, b: -1 }
    for (const [b, later] of groups.entries()) {
      for (const [a, earlier] of groups.slice(0, b).entries()) {
        const value = alike(earlier, later)
        if (value > best.value + 1e-9) best = { value, a, b }
      }
    }
    if (best.a === -1) return groups
    groups[best.a]?.push(...(groups[best.b] ?? []))
    groups.splice(best.b, 1)
  }
}

/** How alike the members of each group are on the average: what linkage is to keep high. */
const sorted = (groups: number[][]) =>
  groups.map((group) => [...group].sort((a, b) => a - b).join()).sort()

test('groups as the slow reference does', () => {
  fc.assert(
    fc.property(fc.array(item, { maxLength: 14 }), (items) => {
      // Ties may go either way; weights that differ a little have none.
      const apart = items.map((one, i) => ({ ...one, vector: shaken(one.vector, i) }))
      expect(sorted(linkGroups(apart, 0.4))).toEqual(sorted(slowGroups(apart, 0.4)))
    }),
    { numRuns: 300 },
  )
})

function shaken(vector: LinkItem['vector'], by: number): LinkItem['vector'] {
  const entries = [...vector].map(
    ([name, value], at) => [name, value * (1 + Math.sin(by * 7.3 + at * 3.1) / 50)] as const,
  )
  return unit(new Map(entries))
}

test('sides never meet', () => {
  const vector = new Map([['a', 1]])
  const items = [1, -1, 1].map((side) => ({ vector, count: 1, side }))
  expect(linkGroups(items, 0.1)).toEqual([[0, 2], [1]])
})
