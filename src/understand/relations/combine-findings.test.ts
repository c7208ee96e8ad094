import fc from 'fast-check'
import { expect, it } from 'vitest'
import { combineFindings } from './combine-findings.ts'
import type { Finding } from './rule-terms.ts'

const day = fc.option(fc.constantFrom('2026-01-01', '2026-02-01', '2026-03-01'))
const found = fc
  .uniqueArray(fc.record({ rootId: fc.constantFrom('a', 'b', 'c', 'd'), day, since: day }), {
    selector: ({ rootId }) => rootId,
  })
  .map(
    (all) => new Map(all.map((one): [string, Finding] => [one.rootId, { ...one, evidence: {} }])),
  )
const conditions = fc.array(found, { minLength: 1, maxLength: 4 })

it('finds who holds each, or one, of the conditions', () => {
  fc.assert(
    fc.property(conditions, (all) => {
      const roots = ['a', 'b', 'c', 'd']
      const every = roots.filter((root) => all.every((one) => one.has(root)))
      const some = roots.filter((root) => all.some((one) => one.has(root)))
      expect([...combineFindings('all', all).keys()].sort()).toEqual(every)
      expect([...combineFindings('any', all).keys()].sort()).toEqual(some)
    }),
  )
})

it('means the same in whichever order the conditions are', () => {
  fc.assert(
    fc.property(conditions, fc.constantFrom('all', 'any'), (all, match) => {
      const days = (of: readonly ReadonlyMap<string, Finding>[]) =>
        new Map([...combineFindings(match, of)].map(([root, one]) => [root, [one.day, one.since]]))
      expect(days(all.toReversed())).toEqual(days(all))
    }),
  )
})

it('knows no day on which all began where one of them has none', () => {
  const one = (since: string | null) =>
    new Map<string, Finding>([['a', { rootId: 'a', day: since, since, evidence: { count: 1 } }]])
  const all = [one('2026-01-01'), one(null), one('2026-03-01')]
  const evidence = { each: [{ count: 1 }, { count: 1 }, { count: 1 }] }
  expect(combineFindings('all', all).get('a')).toEqual({
    ...{ rootId: 'a', day: '2026-03-01', since: null, evidence },
  })
  expect(combineFindings('any', all).get('a')?.since).toBe('2026-01-01')
  expect(combineFindings('all', [])).toEqual(new Map())
})
