import fc from 'fast-check'
import { expect, test } from 'vitest'
import { STAGES } from '../../filters.ts'
import type { Stage } from '../../terms.ts'
import { layOutLoop, NODE_WIDTH } from './loop-layout.ts'

const PAIRS = STAGES.flatMap((from) =>
  STAGES.filter((to) => to !== from).map((to) => ({ from, to })),
)
const anyFlows = fc
  .array(fc.integer({ min: 0, max: 5_000 }), { minLength: PAIRS.length, maxLength: PAIRS.length })
  .map((counts) => PAIRS.map((pair, at) => ({ ...pair, stays: counts[at] ?? 0 })))
const anyStays = fc.record({
  discovery: fc.nat(20_000),
  evaluation: fc.nat(20_000),
  recommendation: fc.nat(20_000),
  satisfaction: fc.nat(20_000),
}) as fc.Arbitrary<Record<Stage, number>>
const anyWidth = fc.integer({ min: 300, max: 1_400 })

test('every flow has a band, in proportion, inside the picture, and at its nodes', () => {
  fc.assert(
    fc.property(anyStays, anyFlows, anyWidth, (stays, flows, width) => {
      const loop = layOutLoop(stays, flows, width)
      expect(loop.bands).toHaveLength(flows.filter((flow) => flow.stays > 0).length)
      const [first] = loop.bands
      for (const band of loop.bands) {
        const ratio = band.thickness / band.stays
        expect(ratio).toBeCloseTo((first?.thickness ?? 0) / (first?.stays ?? 1), 9)
        const points = [...band.path.matchAll(/(-?[\d.]+) (-?[\d.]+)/g)].map(([, x, y]) =>
          [x, y].map(Number),
        )
        for (const [x = 0, y = 0] of points) {
          expect(x).toBeGreaterThanOrEqual(0)
          expect(x).toBeLessThanOrEqual(width)
          expect(y - band.thickness / 2).toBeGreaterThanOrEqual(-0.1)
          expect(y + band.thickness / 2).toBeLessThanOrEqual(loop.height + 0.1)
        }
        const [source, target] = [band.from, band.to].map((stage) =>
          loop.nodes.find((node) => node.stage === stage),
        )
        const [x1, y1] = points[0] ?? []
        const [x2, y2] = points.at(-1) ?? []
        expect(x1).toBeCloseTo((source?.x ?? 0) + NODE_WIDTH, 0)
        expect(x2).toBeCloseTo(target?.x ?? 0, 0)
        for (const [y, node] of [
          [y1, source],
          [y2, target],
        ] as const) {
          expect(y).toBeGreaterThanOrEqual((node?.y ?? 0) - 0.1)
          expect(y).toBeLessThanOrEqual((node?.y ?? 0) + (node?.height ?? 0) + 0.1)
        }
      }
    }),
  )
})

test('the way from satisfaction back to discovery goes below everything and closes the cycle', () => {
  const flows = PAIRS.map((pair) => ({ ...pair, stays: 10 }))
  const stays = { discovery: 40, evaluation: 40, recommendation: 40, satisfaction: 40 }
  const { bands } = layOutLoop(stays, flows, 900)
  const closing = bands.find(({ from, to }) => from === 'satisfaction' && to === 'discovery')
  expect(closing?.way).toBe('back')
  for (const band of bands) {
    if (band !== closing) expect(closing?.label.y).toBeGreaterThan(band.label.y)
  }
})

test('no two bands lie in one lane', () => {
  fc.assert(
    fc.property(anyFlows, (flows) => {
      const stays = { discovery: 1, evaluation: 1, recommendation: 1, satisfaction: 1 }
      for (const way of ['over', 'back'] as const) {
        const lanes = layOutLoop(stays, flows, 900)
          .bands.filter((band) => band.way === way)
          .sort((a, b) => a.label.y - b.label.y)
        for (const [at, lane] of lanes.entries()) {
          const next = lanes[at + 1]
          if (next === undefined) continue
          const apart = next.label.y - lane.label.y
          expect(apart).toBeGreaterThanOrEqual((lane.thickness + next.thickness) / 2 + 19)
        }
      }
    }),
  )
})
