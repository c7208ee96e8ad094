import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { calibrateChannels, poolFindings, poolPartially } from './pool-effects.ts'

/**
 * Trials of the BCG vaccine (G. A. Colditz and others, JAMA 271, 1994): ill and well of the
 * vaccinated, ill and well of the others.
 */
const BCG = [
  [4, 119, 11, 128],
  [6, 300, 29, 274],
  [3, 228, 11, 209],
  [62, 13536, 248, 12619],
  [33, 5036, 47, 5761],
  [180, 1361, 372, 1079],
  [8, 2537, 10, 619],
  [505, 87886, 499, 87892],
  [29, 7470, 45, 7232],
  [17, 1699, 65, 1600],
  [186, 50448, 141, 27197],
  [5, 2493, 3, 2338],
  [27, 16886, 29, 17825],
] as const

const LOG_RISKS = BCG.map(([ill, well, others, othersWell]) => ({
  value: Math.log(ill / (ill + well) / (others / (others + othersWell))),
  variance: 1 / ill - 1 / (ill + well) + 1 / others - 1 / (others + othersWell),
}))

const finding = fc.record({
  value: fc.double({ min: -3, max: 3, noNaN: true }),
  variance: fc.double({ min: 0.001, max: 4, noNaN: true }),
})

describe('pooling', () => {
  it('agrees with metafor on the BCG trials (rma, method = "DL")', () => {
    const found = poolFindings(LOG_RISKS)
    expect(found.value).toBeCloseTo(-0.7141, 4)
    expect(Math.sqrt(found.variance)).toBeCloseTo(0.1787, 4)
    expect(found.between).toBeCloseTo(0.3088, 4)
    expect(found.heterogeneity).toBeCloseTo(152.233, 3)
  })

  it('leaves one finding as it is, and refuses none', () => {
    const [only] = poolPartially([{ value: 0.4, variance: 0.01 }], 0.9)
    expect(only).toMatchObject({ value: 0.4, variance: 0.01 })
    expect(() => poolFindings([])).toThrow('Nothing')
    expect(() => poolFindings([{ value: 1, variance: 0 }])).toThrow('variance')
  })

  it('draws each towards the mean, never past it, and the vaguer the further', () => {
    fc.assert(
      fc.property(fc.array(finding, { minLength: 2, maxLength: 12 }), (findings) => {
        const mean = poolFindings(findings).value
        const drawn = poolPartially(findings, 0.9)
        for (const [i, own] of findings.entries()) {
          const value = drawn[i]?.value ?? Number.NaN
          expect(value).toBeGreaterThanOrEqual(Math.min(own.value, mean) - 1e-9)
          expect(value).toBeLessThanOrEqual(Math.max(own.value, mean) + 1e-9)
          // A positive variance that is no larger than one's own with what the mean adds.
          expect(drawn[i]?.variance).toBeGreaterThan(0)
        }
      }),
    )
  })

  it('takes the experiments of one channel together before the channels', () => {
    const twice = calibrateChannels(
      [
        { channelId: 'a', value: 0.2, variance: 0.02 },
        { channelId: 'a', value: 0.4, variance: 0.02 },
      ],
      0.9,
    )
    expect(twice.get('a')).toMatchObject({ experiments: 2 })
    expect(twice.get('a')?.rho).toBeCloseTo(0.3, 10)
    expect(calibrateChannels([], 0.9).size).toBe(0)
  })
})
