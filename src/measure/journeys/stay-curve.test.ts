import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { comparePace } from './pace.ts'
import { meanStayDays, measureStay, medianStay, medianUntil } from './stay-curve.ts'
import { ENDINGS, type Ending, type StayRow, staysOf } from './stays.ts'

const FOREVER = 10_000
const stay = (days: number, next: Ending | null, stays = 1): StayRow => ({
  ...{ stage: 'evaluation', next, days, stays },
})

/** Weeks in remission of 42 children with leukaemia: Freireich et al. 1963, as in Collett and in Klein & Moeschberger. */
const TREATED = [6, 6, 6, 7, 10, 13, 16, 22, 23]
const TREATED_WATCHED = [6, 9, 10, 11, 17, 19, 20, 25, 32, 32, 34, 35]
const UNTREATED = [1, 1, 2, 2, 3, 4, 4, 5, 5, 8, 8, 8, 8, 11, 11, 12, 12, 15, 17, 22, 23]
const treated = staysOf([
  ...TREATED.map((days) => stay(days, 'recommendation')),
  ...TREATED_WATCHED.map((days) => stay(days, null)),
])
const untreated = staysOf(UNTREATED.map((days) => stay(days, 'recommendation')))

describe('the remission times of Freireich et al. 1963', () => {
  const curve = measureStay(treated, 1, FOREVER)

  test('stay as Kaplan-Meier says, with the error of Greenwood', () => {
    expect([...curve.days]).toEqual([6, 7, 10, 13, 16, 22, 23])
    const printed = [0.857, 0.807, 0.753, 0.69, 0.627, 0.538, 0.448]
    for (const [step, share] of printed.entries()) expect(curve.staying[step]).toBeCloseTo(share, 3)
    const errors = [0.0764, 0.0869, 0.0963, 0.1068, 0.1141, 0.1282, 0.1346]
    for (const [step, error] of errors.entries()) {
      const own = (curve.staying[step] ?? 0) * Math.sqrt(curve.logVariance[step] ?? 0)
      expect(own).toBeCloseTo(error, 3)
    }
  })

  test('have the published medians, open upwards where the curve ends', () => {
    expect(medianStay(curve)).toEqual({ days: 23, low: 13, high: null })
    expect(medianStay(measureStay(untreated, 1, FOREVER))).toMatchObject({
      days: 8,
      low: 4,
      high: 11,
    })
  })

  test('differ as the log-rank test says', () => {
    const onward = [ENDINGS.indexOf('recommendation')]
    const pace = comparePace(treated, untreated, 1, onward, 1.96)
    expect(pace).toMatchObject({ stays: 21, otherStays: 21, left: 9 })
    expect(pace.expected).toBeCloseTo(19.25, 2)
    expect(pace.ratio).toBeCloseTo(9 / 19.25 / (21 / 10.75), 3)
    expect(pace.high).toBeLessThan(0.6)
    const turned = comparePace(untreated, treated, 1, onward, 1.96)
    expect((turned.ratio ?? 0) * (pace.ratio ?? 0)).toBeCloseTo(1, 10)
  })
})

test('endings that compete share what is left: worked by hand', () => {
  const curve = measureStay(
    staysOf([
      ...[
        stay(1, 'recommendation'),
        stay(2, 'discovery'),
        stay(2, null),
        stay(3, 'recommendation'),
      ],
      ...[stay(4, null), stay(5, 'churn')],
    ]),
    1,
    FOREVER,
  )
  const at = (ending: Ending) => [...(curve.gone[ENDINGS.indexOf(ending)] ?? [])].at(-1)
  // 6 at risk, 5, then 3 after one left unseen, then 1.
  expect(at('recommendation')).toBeCloseTo(1 / 6 + (5 / 6) * (4 / 5) * (1 / 3), 12)
  expect(at('discovery')).toBeCloseTo(1 / 6, 12)
  expect(at('churn')).toBeCloseTo((2 / 3) * (2 / 3), 12)
})

test('without censoring shares, medians and means are those of plain counting', () => {
  const days = [1, 2, 3, 4, 10]
  const curve = measureStay(
    staysOf([...days.map((one) => stay(one, 'recommendation')), stay(6, 'discovery')]),
    1,
    FOREVER,
  )
  expect(medianUntil(curve, ENDINGS.indexOf('recommendation'))?.days).toBe(3)
  expect(meanStayDays(curve)).toBeCloseTo((1 + 2 + 3 + 4 + 10 + 6) / 6, 12)
  expect(medianUntil(curve, ENDINGS.indexOf('churn'))).toBeNull()
})

const anyStays = fc.array(
  fc.record({
    stage: fc.constantFrom('discovery' as const, 'evaluation' as const),
    next: fc.constantFrom(...ENDINGS.filter((one) => one !== 'evaluation'), null),
    days: fc.oneof(fc.integer({ min: 0, max: 8 }), fc.double({ min: 0, max: 400, noNaN: true })),
    stays: fc.integer({ min: 1, max: 4 }),
  }),
  { maxLength: 40 },
)

test('the curve falls, and what is gone and what stays add up to one at every time', () => {
  fc.assert(
    fc.property(anyStays, fc.integer({ min: 1, max: 400 }), (rows, horizon) => {
      const curve = measureStay(staysOf(rows), 1, horizon)
      let before = 1
      for (const step of curve.days.keys()) {
        const staying = curve.staying[step] as number
        expect(staying).toBeLessThanOrEqual(before + 1e-12)
        expect(staying).toBeGreaterThanOrEqual(-1e-12)
        before = staying
        const gone = curve.gone.reduce((sum, column) => sum + (column[step] as number), 0)
        expect(gone + staying).toBeCloseTo(1, 9)
        expect(curve.days[step]).toBeLessThanOrEqual(horizon)
      }
      const mean = meanStayDays(curve)
      expect(mean).toBeGreaterThanOrEqual(0)
      expect(mean).toBeLessThanOrEqual(horizon + 1e-9)
      const median = medianStay(curve)
      if (median !== null) expect(median.low).toBeLessThanOrEqual(median.days)
    }),
  )
})

test('one row for several equal stays says the same as a row for each', () => {
  fc.assert(
    fc.property(anyStays, (rows) => {
      const apart = rows.flatMap((row) =>
        Array.from({ length: row.stays }, () => ({ ...row, stays: 1 })),
      )
      expect(measureStay(staysOf(apart), 1, 100)).toEqual(measureStay(staysOf(rows), 1, 100))
    }),
  )
})
