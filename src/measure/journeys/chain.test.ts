import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { STAGES } from '#vocabulary/index.ts'
import { chainOf, SILENCE, TARGETS } from './chain.ts'
import { valueOfStages } from './stage-values.ts'
import { ENDINGS, staysOf } from './stays.ts'

const anyRows = fc.array(
  fc
    .record({
      stage: fc.constantFrom(...STAGES),
      next: fc.constantFrom(...ENDINGS, null),
      days: fc.double({ min: 0, max: 500, noNaN: true }),
      stays: fc.integer({ min: 1, max: 30 }),
    })
    .filter(({ stage, next }) => stage !== next),
  { maxLength: 40 },
)
const anyKappa = fc.double({ min: 0.1, max: 20, noNaN: true })

test('rows add up to one, nobody goes where they stand, and every journey ends', () => {
  fc.assert(
    fc.property(anyRows, anyKappa, (rows, kappa) => {
      const { next, ends, visits } = chainOf(staysOf(rows), 365, kappa)
      for (const [at, row] of next.entries()) {
        expect(row.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 9)
        expect(row[at]).toBe(0)
        expect(Math.min(...row)).toBeGreaterThanOrEqual(0)
        expect(ends[at]?.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 6)
        expect(visits[at]?.[at]).toBeGreaterThanOrEqual(1 - 1e-9)
      }
    }),
  )
})

test('values solve their equation: V = r + Q V', () => {
  const anyIncome = fc.array(fc.double({ min: 0, max: 1e6, noNaN: true }), {
    ...{ minLength: 4, maxLength: 4 },
  })
  fc.assert(
    fc.property(anyRows, anyIncome, (rows, income) => {
      const chain = chainOf(staysOf(rows), 365)
      const perStay = Float64Array.from(income)
      const { values } = valueOfStages(chain, { currency: 'JPY', perStay })
      const { values: chances } = valueOfStages(chain, null)
      for (const [at, stage] of STAGES.entries()) {
        const onward = (of: Record<string, number>) =>
          STAGES.reduce((sum, to, i) => sum + (chain.next[at]?.[i] ?? 0) * (of[to] ?? 0), 0)
        expect(values[stage] / (1 + (perStay[at] ?? 0))).toBeCloseTo(
          ((perStay[at] ?? 0) + onward(values)) / (1 + (perStay[at] ?? 0)),
          6,
        )
        if (stage === 'satisfaction') expect(chances[stage]).toBeCloseTo(1, 12)
        else expect(chances[stage]).toBeCloseTo(onward(chances), 9)
        expect(chances[stage]).toBeLessThanOrEqual(1 + 1e-9)
      }
    }),
  )
})

describe('a chain worked by hand', () => {
  // Of 100 who discover 50 evaluate and 50 fall silent; all of those buy; of them half begin anew.
  const rows = [
    { stage: 'discovery', next: 'evaluation', days: 3, stays: 5_000 },
    { stage: 'discovery', next: null, days: 400, stays: 5_000 },
    { stage: 'evaluation', next: 'satisfaction', days: 3, stays: 10_000 },
    { stage: 'satisfaction', next: 'discovery', days: 3, stays: 5_000 },
    { stage: 'satisfaction', next: 'churn', days: 3, stays: 5_000 },
  ] as const
  const chain = chainOf(staysOf(rows), 365, 1e-6)

  test('comes round inside: a quarter of the rounds begin another', () => {
    const [discovery] = chain.visits
    expect(discovery?.[0]).toBeCloseTo(4 / 3, 4)
    expect(discovery?.[3]).toBeCloseTo(2 / 3, 4)
    expect(chain.next[0]?.[SILENCE]).toBeCloseTo(0.5, 6)
    expect(chain.ends[0]?.[0]).toBeCloseTo(1 / 3, 4)
    expect(chain.ends[0]?.[1]).toBeCloseTo(2 / 3, 4)
  })

  test('pays what each stay brings in, this one and all to come', () => {
    const perStay = Float64Array.of(0, 0, 0, 900)
    const { values, basis } = valueOfStages(chain, { currency: 'JPY', perStay })
    expect(basis).toBe('money')
    expect(values.discovery).toBeCloseTo(600, 1)
    expect(values.evaluation).toBeCloseTo(1_200, 1)
    expect(valueOfStages(chain, null).values.discovery).toBeCloseTo(0.5, 5)
  })
})

test('nobody seen yet: what is usual stands in, and says nothing of any stage', () => {
  const { next } = chainOf(staysOf([]), 365)
  for (const [at, row] of next.entries()) {
    expect([...row].filter((_, to) => to !== at)).toEqual(Array(5).fill(1 / 5))
  }
  expect(TARGETS).toHaveLength(6)
})

test('stays cut short by the end of the watch do not count as silence', () => {
  // Half of those watched for long go on at 10 days; as many more have been watched for 5 only.
  const rows = [
    { stage: 'discovery', next: 'evaluation', days: 10, stays: 1_000 },
    { stage: 'discovery', next: null, days: 300, stays: 1_000 },
    { stage: 'discovery', next: null, days: 5, stays: 2_000 },
  ] as const
  expect(chainOf(staysOf(rows), 180, 1e-6).next[0]?.[1]).toBeCloseTo(0.5, 5)
})
