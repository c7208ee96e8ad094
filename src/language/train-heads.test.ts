import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { seededChance } from '#vocabulary/index.ts'
import { FeatureBag } from './feature-bag.ts'
import { type FeatureTable, fillFromTable, selectTexts, tableOfFeatures } from './feature-table.ts'
import { type Head, type LinearModel, quantise, scoreFeatures } from './linear-heads.ts'
import { trainHeads } from './train-heads.ts'

const YES: readonly Head[] = [{ name: 'yes', kind: 'sigmoid', labels: ['yes'] }]
const NUMBER: readonly Head[] = [{ name: 'number', kind: 'linear', labels: ['number'] }]
const options = (seed = 1) => ({ cost: 1, epochsMax: 300, random: seededChance(seed, 'test') })

function tableOf(rows: readonly (readonly number[])[]): FeatureTable {
  return tableOfFeatures(rows.length, (text, bag) => {
    for (const [bucket, value] of (rows[text] as number[]).entries()) bag.addBucket(bucket, value)
  })
}

function marginOf(model: LinearModel, row: readonly number[]): number {
  const bag = new FeatureBag()
  for (const [bucket, value] of row.entries()) bag.addBucket(bucket, value)
  const margins = new Float64Array(model.outputs)
  scoreFeatures(model, bag, margins)
  return margins[0] as number
}

/** The primal problem by plain gradient descent, slow and sure: ½|w|² + ½b² + C Σ loss. */
function slowly(rows: number[][], answers: number[], cost: number, isNumber: boolean): number[] {
  const size = (rows[0]?.length ?? 0) + 1
  let weights = new Array<number>(size).fill(0)
  for (let step = 0; step < 60_000; step++) {
    const slope = [...weights]
    for (const [at, row] of rows.entries()) {
      const full = [...row, 1]
      const said = full.reduce((sum, value, i) => sum + value * (weights[i] as number), 0)
      const answer = answers[at] as number
      const error = isNumber ? said - answer : Math.min(0, answer * said - 1) * answer
      for (let i = 0; i < size; i++)
        slope[i] = (slope[i] as number) + 2 * cost * error * (full[i] as number)
    }
    weights = weights.map((weight, i) => weight - 0.002 * (slope[i] as number))
  }
  return weights
}

const ROWS = [
  [1, 0, 0.5],
  [0.8, 0.1, 0],
  [0.9, 0.3, 0.2],
  [0, 1, 0.4],
  [0.1, 0.7, 0],
  [0.3, 0.9, 0.9],
  [0.5, 0.5, 0.1],
]
const TRUTH = [1, 1, 1, 0, 0, 0, 1]

function trained(heads: readonly Head[], targets: readonly number[], baseMargins?: number[]) {
  return trainHeads(
    heads,
    {
      features: tableOf(ROWS),
      targets: Float32Array.from(targets),
      weights: new Float32Array(ROWS.length).fill(1),
      ...(baseMargins && { baseMargins: Float32Array.from(baseMargins) }),
    },
    options(),
  )
}

describe('training of linear heads', () => {
  it('finds the optimum that gradient descent finds', () => {
    const model = trained(YES, TRUTH)
    const slow = slowly(
      ROWS,
      TRUTH.map((yes) => (yes ? 1 : -1)),
      1,
      false,
    )
    for (let bucket = 0; bucket < 3; bucket++) {
      expect(model.weights[bucket]).toBeCloseTo(slow[bucket] as number, 1)
    }
    expect(model.bias[0]).toBeCloseTo(slow[3] as number, 1)
  })

  it('finds the ridge regression that gradient descent finds', () => {
    const numbers = [0.9, 0.7, 0.5, -0.6, -0.4, -0.9, 0.1]
    const model = trained(NUMBER, numbers)
    const slow = slowly(ROWS, numbers, 1, true)
    for (let bucket = 0; bucket < 3; bucket++) {
      expect(model.weights[bucket]).toBeCloseTo(slow[bucket] as number, 1)
    }
  })

  it('learns nothing where the base says it already, and the difference where it is wrong', () => {
    const right = TRUTH.map((yes) => (yes ? 2 : -2))
    const same = trained(YES, TRUTH, right)
    expect(Math.max(...same.weights.subarray(0, 3).map(Math.abs))).toBe(0)
    const wrong = trained(
      YES,
      TRUTH,
      right.map((margin) => -margin),
    )
    expect(marginOf(wrong, ROWS[0] as number[])).toBeGreaterThan(1)
    expect(marginOf(wrong, ROWS[3] as number[])).toBeLessThan(-1)
  })

  it('leaves out what is unknown and what weighs nothing', () => {
    const partly = trained(YES, [1, 1, 1, 0, 0, 0, Number.NaN])
    const without = trainHeads(
      YES,
      {
        features: tableOf(ROWS),
        targets: Float32Array.from(TRUTH),
        weights: Float32Array.from([1, 1, 1, 1, 1, 1, 0]),
      },
      options(),
    )
    expect([...without.weights.subarray(0, 3)]).toEqual([...partly.weights.subarray(0, 3)])
  })

  it('gives the same weights to the bit from the same seed', () => {
    expect(trained(YES, TRUTH).weights).toEqual(trained(YES, TRUTH).weights)
  })

  it('chooses the same labels with weights of one byte', () => {
    const model = trained(YES, TRUTH)
    const small = quantise(model)
    for (const row of ROWS) {
      expect(marginOf(small, row)).toBeCloseTo(marginOf(model, row), 1)
    }
    expect(small.weights).toBeInstanceOf(Int8Array)
  })
})

describe('a table of features', () => {
  it('gives back what was put in, in any selection', () => {
    const rows = fc.array(fc.array(fc.float({ noNaN: true }), { maxLength: 40 }), { maxLength: 20 })
    fc.assert(
      fc.property(rows, (given) => {
        const table = tableOf(given)
        const order = given.map((_, at) => given.length - 1 - at)
        const turned = selectTexts(table, order)
        for (const [at, text] of order.entries()) {
          const bag = new FeatureBag()
          fillFromTable(bag, turned, at)
          expect([...bag.values.subarray(0, bag.size)]).toEqual([
            ...Float32Array.from(given[text] as number[]),
          ])
        }
      }),
    )
  })
})

describe('weights that are freer by ratio', () => {
  /** The first feature falls on yes alone, the second on both alike, the third on no alone. */
  const rows = [
    [1, 1, 0],
    [1, 0, 0],
    [0, 1, 1],
    [0, 0, 1],
  ]
  const learn = (targets: number[], freeByRatio?: ReadonlySet<string>) =>
    trainHeads(
      YES,
      {
        features: tableOf(rows),
        targets: Float32Array.from(targets),
        weights: new Float32Array(rows.length).fill(1),
      },
      { ...options(), cost: 0.1, ...(freeByRatio === undefined ? {} : { freeByRatio }) },
    )

  it('lean on what tells by itself, and not on what falls on both alike', () => {
    const [plain, freer] = [learn([1, 1, 0, 0]), learn([1, 1, 0, 0], new Set(['yes']))]
    const gain = (model: LinearModel, row: number[]) =>
      marginOf(model, row) - (model.bias[0] as number)
    expect(gain(freer, [1, 0, 0])).toBeGreaterThan(gain(plain, [1, 0, 0]))
    expect(gain(freer, [0, 0, 1])).toBeLessThan(gain(plain, [0, 0, 1]))
    expect(gain(freer, [0, 1, 0])).toBe(0)
  })

  it('are as free as others where all answers are one', () => {
    for (const answer of [0, 1]) {
      const targets = rows.map(() => answer)
      expect(learn(targets, new Set(['yes'])).weights).toEqual(learn(targets).weights)
    }
  })
})
