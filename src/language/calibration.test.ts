import { describe, expect, it } from 'vitest'
import { seededChance } from '#vocabulary/index.ts'
import { expectedCalibrationError, fitSigmoid, fitSoftmax, likelihoodsOf } from './calibration.ts'
import { sigmoid } from './linear-heads.ts'

const chance = seededChance(7, 'calibration')
/** Sum of 12 uniform numbers less 6: near enough to a normal one. */
const normal = () => Array.from({ length: 12 }, chance).reduce((sum, one) => sum + one, -6)

describe('likelihoods of a head with several labels', () => {
  it('recovers the temperature that made the labels', () => {
    const margins = Array.from({ length: 4_000 }, () =>
      Float64Array.from([normal(), normal(), normal()]),
    )
    const truth = margins.map((row) =>
      draw(likelihoodsOf(row, { temperature: 0.5, offsets: [0, 0.8, -0.4] })),
    )
    const fitted = fitSoftmax(margins, truth, 3)
    expect(fitted.temperature).toBeCloseTo(0.5, 1)
    // Offsets are free up to one number for all.
    const [a = 0, b = 0, c = 0] = fitted.offsets
    expect(b - a).toBeCloseTo(0.8, 0)
    expect(c - a).toBeCloseTo(-0.4, 0)
  })

  it('sums to one and keeps the order of the margins', () => {
    const likely = likelihoodsOf([3, 1, 2], { temperature: 2, offsets: [0, 0, 0] })
    expect(likely.reduce((sum, one) => sum + one)).toBeCloseTo(1, 12)
    expect([...likely].map((one) => likely.indexOf(one))).toEqual([0, 1, 2])
    expect((likely[0] as number) > (likely[2] as number)).toBe(true)
  })
})

describe('the likelihood of yes', () => {
  it('recovers slope and offset that made the answers', () => {
    const margins = Array.from({ length: 6_000 }, normal)
    const truth = margins.map((margin) => Number(chance() < sigmoid(1.7 * margin - 0.9)))
    const { slope, offset } = fitSigmoid(margins, truth)
    expect(slope).toBeCloseTo(1.7, 0)
    expect(offset).toBeCloseTo(-0.9, 0)
  })

  it('stays finite where margins part the answers wholly', () => {
    const { slope, offset } = fitSigmoid([-2, -1, 1, 2], [0, 0, 1, 1])
    expect(Number.isFinite(slope) && Number.isFinite(offset)).toBe(true)
    expect(sigmoid(slope * 2 + offset)).toBeGreaterThan(0.6)
  })
})

describe('the expected calibration error', () => {
  it('is the distance of confidence from being right', () => {
    const sure = new Array<number>(100).fill(0.9)
    const right = sure.map((_, at) => at < 60)
    expect(expectedCalibrationError(sure, right, 1)).toBeCloseTo(0.3, 12)
  })

  it('is nothing where every bin is as right as it is sure', () => {
    const sure = [...new Array<number>(10).fill(0.5), ...new Array<number>(10).fill(1)]
    const right = sure.map((one, at) => one === 1 || at % 2 === 0)
    expect(expectedCalibrationError(sure, right, 2)).toBeCloseTo(0, 12)
  })
})

function draw(likelihoods: Float64Array): number {
  let left = chance()
  for (const [label, likelihood] of likelihoods.entries()) {
    left -= likelihood
    if (left < 0) return label
  }
  return likelihoods.length - 1
}
