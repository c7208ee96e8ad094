import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { BUCKETS, createLinearModel, weightAt } from '#language/index.ts'
import { applyDelta, deltaOf, packDelta, unpackDelta } from './model-delta.ts'
import { READING_HEADS } from './reading-heads.ts'
import { smallBase } from './testing/small-base.ts'

const outputs = createLinearModel(READING_HEADS).outputs
const entry = fc.record({
  bucket: fc.nat(BUCKETS - 1),
  output: fc.nat(outputs - 1),
  weight: fc.float({ min: 0.5, max: 4, noNaN: true }),
})

function learntOf(entries: readonly { bucket: number; output: number; weight: number }[]) {
  const learnt = createLinearModel(READING_HEADS)
  for (const { bucket, output, weight } of entries) {
    learnt.weights[bucket * outputs + output] = weight
  }
  learnt.bias[0] = 0.25
  return learnt
}

describe('a delta', () => {
  it('is the same after it was packed (property)', () => {
    fc.assert(
      fc.property(fc.array(entry, { maxLength: 40 }), (entries) => {
        const delta = deltaOf('small-1', learntOf(entries))
        expect(unpackDelta(packDelta(delta))).toEqual(delta)
      }),
      { numRuns: 20 },
    )
  })

  it('adds to the weights of the base what was learnt, within the step of a byte', () => {
    const base = smallBase()
    const entries = [
      { bucket: 17, output: 0, weight: 0.75 },
      { bucket: BUCKETS - 1, output: 5, weight: -1.5 },
    ]
    const model = applyDelta(base, deltaOf('small-1', learntOf(entries)), 3)
    expect(model).toMatchObject({ name: 'small-1+3', holdsFrom: base.holdsFrom })
    expect(model.heads.weights).toBeInstanceOf(Int8Array)
    expect(model.heads.bias[0]).toBeCloseTo((base.heads.bias[0] ?? 0) + 0.25, 6)
    for (const { bucket, output, weight } of entries) {
      const expected = weightAt(base.heads, bucket, output) + weight
      const step = model.heads.scales[output] ?? 0
      expect(Math.abs(weightAt(model.heads, bucket, output) - expected)).toBeLessThanOrEqual(step)
    }
    expect(base.name).toBe('small-1')
  })

  it('is refused on another base, of another form, or cut short', () => {
    const delta = deltaOf('other-1', learntOf([]))
    expect(() => applyDelta(smallBase(), delta, 1)).toThrow(/other-1/)
    const packed = packDelta(delta)
    expect(() => unpackDelta(Buffer.from('something else'))).toThrow(/no delta/)
    expect(() => unpackDelta(packed.with(4, 9))).toThrow(/no delta/)
    expect(() => unpackDelta(packed.subarray(0, packed.length - 5))).toThrow()
  })
})
