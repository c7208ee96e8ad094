import fc from 'fast-check'
import { expect, test } from 'vitest'
import { growInfluenceWorld } from '#test/influence-worlds.ts'
import { updateLeftOut } from './left-out.ts'
import { INFLUENCE_DEFAULTS, measureInfluence } from './measure-influence.ts'
import { flatPrior, MULTIPLIERS } from './multipliers.ts'

/** The mean over the grid of the product of what each event says, one event left out or none. */
function slowMean(says: readonly ((r: number) => number)[], leftOut: number): number {
  const mass = Array.from(MULTIPLIERS, (r) =>
    says.reduce((product, one, i) => (i === leftOut ? product : product * one(r)), 1),
  )
  const all = mass.reduce((sum, one) => sum + one, 0)
  return mass.reduce((sum, one, k) => sum + one * (MULTIPLIERS[k] ?? 0), 0) / all
}

test('the multiplier for an outcome is the mean under the other outcomes of the actor', () => {
  const pair = fc.record({
    a: fc.double({ min: 0, max: 0.5, noNaN: true }),
    b: fc.double({ min: 0.01, max: 2, noNaN: true }),
  })
  const check = (of: readonly { a: number; b: number }[]) => {
    // One actor, each pair an event of its own with ten members who weigh 1.
    const pairs = {
      ...{ actors: Int32Array.of(0), start: Int32Array.of(0, of.length) },
      event: Int32Array.from(of.keys()),
      ofCase: Float64Array.from(of, ({ a }) => a),
      ofAll: Float64Array.from(of, ({ a, b }) => a + b),
    }
    const now = {
      ofCase: pairs.ofCase.map((a) => 1 + a),
      ofAll: pairs.ofAll.map((b) => 10 + b),
    }
    const leftOut = new Float64Array(of.length).fill(1)
    updateLeftOut(pairs, now, leftOut, Float64Array.of(1), flatPrior())
    const says = of.map(
      ({ a, b }) =>
        (r: number) =>
          (1 + r * a) / (10 + r * (a + b)),
    )
    of.forEach(({ a, b }, i) => {
      const mean = slowMean(says, i)
      expect(Math.abs((leftOut[i] ?? 0) - mean)).toBeLessThan(1e-9)
      expect(Math.abs((now.ofCase[i] ?? 0) - (1 + mean * a))).toBeLessThan(1e-9)
      expect(Math.abs((now.ofAll[i] ?? 0) - (10 + mean * (a + b)))).toBeLessThan(1e-9)
    })
  }
  fc.assert(fc.property(fc.array(pair, { minLength: 1, maxLength: 30 }), check))
})

test('channels have about the shares that they caused, with few outcomes an actor', async () => {
  const small = { outcomes: 400, people: 1000, posts: 1500, actors: 120, communities: 3 }
  let error = 0
  const seeds = [1, 2, 3, 4, 5, 6]
  for (const seed of seeds) {
    const { input, truth } = growInfluenceWorld({ ...small, seed })
    const { byChannel, credited } = await measureInfluence(input, {
      ...INFLUENCE_DEFAULTS,
      bootstrap: 0,
    })
    const errors = byChannel.map(({ credit }, c) =>
      Math.abs(credit / credited - (truth.byChannel[c] ?? 0) / truth.caused),
    )
    error += Math.max(...errors) / seeds.length
  }
  // 0.13 with multipliers that know the outcome.
  expect(error).toBeLessThan(0.09)
})
