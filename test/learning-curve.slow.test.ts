import { beforeAll, describe, expect, test } from 'vitest'
import { loadBaseModel, loadLanguageDetector } from '#understand/index.ts'
import {
  CURVE_CORRECTIONS,
  CURVE_SEEDS,
  type CurvePoint,
  type CurveWorkspace,
  compareOn,
  learnFrom,
  learntText,
  measureCurve,
  openCurveWorkspace,
  showPoint,
} from '../training/learning-curve.ts'

/**
 * The base that ships learns the words of workspaces that it never saw. One half of the audits decides
 * over each model; what is asserted is measured on the other half, which decides nothing.
 */
const points: CurvePoint[] = []
let first: CurveWorkspace

beforeAll(async () => {
  const [model, detector, known] = [loadBaseModel(), await loadLanguageDetector(), learntText()]
  for (const seed of CURVE_SEEDS) {
    const workspace = openCurveWorkspace(seed, model, detector, known)
    if (seed === CURVE_SEEDS[0]) first = workspace
    points.push(...measureCurve(workspace, seed).points)
  }
  for (const point of points) console.info(showPoint(point))
}, 900_000)

const at = (corrections: number) => points.filter((point) => point.corrections === corrections)
const mean = (numbers: number[]) => numbers.reduce((sum, one) => sum + one, 0) / numbers.length

describe('a workspace whose words differ from those that the base knows', () => {
  test('says what the base does not know, to audits that are kept apart', () => {
    expect(points).toHaveLength(CURVE_SEEDS.length * CURVE_CORRECTIONS.length)
    expect(mean(points.map(({ base }) => base))).toBeLessThan(0.6)
    const overlap = new Set(first.selecting).intersection(new Set(first.reporting))
    expect([overlap.size, first.selecting.length > 150, first.reporting.length > 150]).toEqual([
      ...[0, true, true],
    ])
  })

  test('is never read worse than by the base, on audits that promoted nothing', () => {
    const worse = points.filter(({ running, base }) => running < base)
    expect(worse.map(showPoint)).toEqual([])
  })

  test('is read the better the more is corrected', () => {
    const gains = CURVE_CORRECTIONS.map((corrections) =>
      mean(at(corrections).map(({ running, base }) => running - base)),
    )
    console.info(`gain in points: ${gains.map((gain) => (100 * gain).toFixed(1)).join(', ')}`)
    for (const [step, gain] of gains.entries()) {
      expect(gain).toBeGreaterThanOrEqual((gains[step - 1] ?? 0) - 0.02)
    }
    expect(gains.at(-1)).toBeGreaterThan(0.15)
  })

  test('refuses what learnt from corrections of other posts', () => {
    const { reader, selecting, reporting, corrections } = first
    const judged = corrections.slice(0, 800)
    // Everybody's labels, each on the next one's post.
    const shifted = judged.map((post, i) => {
      return { ...post, truth: judged[(i + 1) % judged.length]?.truth ?? {} }
    })
    const learnt = learnFrom(first, shifted)
    expect(compareOn(selecting, reader, reader, learnt).reason).not.toBe('better')
    // And rightly: the audits that decide nothing would have been read worse.
    const { mean: score } = compareOn(reporting, reader, reader, learnt)
    expect(score?.after).toBeLessThan(score?.before ?? 0)
  })
})
