import fc from 'fast-check'
import { expect, test } from 'vitest'
import { attributePaths } from './attribute-paths.ts'

const path = (channels: number[], conversions: number, nulls = 0) => ({
  channels,
  conversions,
  value: 0,
  nulls,
})

test('a chain small enough to do by hand', () => {
  // start -> a (1/2) or b (1/2); a -> conversion 1/2, nothing 1/2; b -> a always.
  const { conversionProbability, channels } = attributePaths({
    names: ['a', 'b'],
    paths: [path([0], 1, 0), path([1, 0], 0, 1)],
  })
  expect(conversionProbability).toBeCloseTo(0.5, 12)
  const byName = Object.fromEntries(channels.map((one) => [one.channel, one]))
  expect(byName.a?.removalEffect).toBeCloseTo(1, 12)
  expect(byName.b?.removalEffect).toBeCloseTo(0.5, 12)
  expect(byName.a?.markov).toBeCloseTo(2 / 3, 12)
  expect(byName.a?.shapley).toBe(1)
  expect(byName.b?.lastTouch).toBe(0)
})

test('the rules on one path', () => {
  const { channels } = attributePaths({ names: ['a', 'b'], paths: [path([0, 1, 0], 7)] })
  const byName = Object.fromEntries(channels.map((one) => [one.channel, one]))
  expect(byName.a).toMatchObject({ lastTouch: 7, firstTouch: 7, shapley: 3.5 })
  expect(byName.a?.linear).toBeCloseTo(14 / 3, 12)
  // Weights 1/4, 1/2, 1.
  expect(byName.a?.timeDecay).toBeCloseTo((7 * 1.25) / 1.75, 12)
})

test('each rule credits all conversions and no more, loops and dead ends included', () => {
  const step = fc.integer({ min: 0, max: 4 })
  const one = fc.record({
    channels: fc.array(step, { minLength: 1, maxLength: 6 }),
    conversions: fc.integer({ min: 0, max: 9 }),
    value: fc.constant(0),
    nulls: fc.integer({ min: 0, max: 9 }),
  })
  const names = ['a', 'b', 'c', 'd', 'e']
  fc.assert(
    fc.property(fc.array(one, { minLength: 1, maxLength: 12 }), (paths) => {
      const { channels, conversionProbability } = attributePaths({ names, paths })
      const all = paths.reduce((sum, { conversions }) => sum + conversions, 0)
      const whole = all + paths.reduce((sum, { nulls }) => sum + nulls, 0)
      if (whole > 0) expect(conversionProbability).toBeCloseTo(all / whole, 9)
      for (const rule of [
        'markov',
        'shapley',
        'lastTouch',
        'firstTouch',
        'linear',
        'timeDecay',
      ] as const) {
        const sum = channels.reduce((total, channel) => total + channel[rule], 0)
        expect(sum).toBeCloseTo(all, 6)
        expect(Math.min(...channels.map((channel) => channel[rule]))).toBeGreaterThan(-1e-9)
      }
    }),
  )
})

test('nothing at all is nothing', () => {
  expect(attributePaths({ names: [], paths: [] })).toEqual({
    conversionProbability: 0,
    channels: [],
  })
})
