import { expect, test } from 'vitest'
import { growFeedWorld } from '#test/feed-worlds.ts'
import { INFLUENCE_DEFAULTS, measureInfluence } from './measure-influence.ts'

// With equal actors these had 3 days and shape 1, and 1.46 of the truth credited.
test.each([2001, 2006])(
  'the delay of a feed whose accounts differ is found: seed %i',
  async (seed) => {
    const { input, truth } = growFeedWorld({ seed, caused: 0.3 })
    const found = await measureInfluence(input, { ...INFLUENCE_DEFAULTS, bootstrap: 0, draws: 1 })
    expect(found.parameters).toMatchObject({ tauDays: 1.5, shape: 2 })
    expect(found.credited / truth.caused).toBeLessThan(1.35)
  },
)
