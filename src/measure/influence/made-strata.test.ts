import { expect, test } from 'vitest'
import { growFeedWorld } from '#test/feed-worlds.ts'
import { growInfluenceWorld } from '#test/influence-worlds.ts'
import { seededChance } from '#vocabulary/index.ts'
import { communitiesOf } from './communities-of-touches.ts'
import { strataOf } from './strata.ts'
import { timelineOf } from './timeline.ts'

const SMALL = { people: 600, actors: 60, communities: 3, days: 40, posts: 900, outcomes: 300 }

test('communities planted in who reaches whom are found', () => {
  const wish = { ...SMALL, people: 900, seed: 4 }
  const { input } = growInfluenceWorld({ ...wish, strata: 'community' })
  const found = communitiesOf(timelineOf(input.touches, input.names.length), input.names.length, 1)
  // Two people of one planted community are found together more often than two of different ones.
  const chance = seededChance(1, 'pairs')
  const together = { same: 0, other: 0 }
  const drawn = { same: 0, other: 0 }
  for (let i = 0; i < 20_000; i++) {
    const [a, b] = [60 + Math.floor(chance() * 900), 60 + Math.floor(chance() * 900)]
    if (found[a] === -1 || found[b] === -1 || a === b) continue
    const kind = input.stratum[a] === input.stratum[b] ? 'same' : 'other'
    drawn[kind]++
    if (found[a] === found[b]) together[kind]++
  }
  expect(together.same / drawn.same).toBeGreaterThan(2 * (together.other / drawn.other))
})

test('strata hold enough people, everybody who is reached stands in one, and a seed says which', () => {
  const { input } = growFeedWorld({ seed: 2, people: 600, posters: 60, days: 30, outcomes: 200 })
  const timeline = timelineOf(input.touches, input.names.length)
  const strata = strataOf(input, timeline, 1)
  expect(strata.made).toBe('made')
  expect(strata.count).toBeGreaterThan(3)
  for (let s = 0; s < strata.count; s++) {
    expect((strata.start[s + 1] as number) - (strata.start[s] as number)).toBeGreaterThanOrEqual(30)
  }
  for (const person of input.touches.person) expect(strata.of[person]).toBeGreaterThanOrEqual(0)
  expect(strataOf(input, timeline, 1).of).toEqual(strata.of)
})

test('people whom no chain of touches joins change nobody’s stratum', () => {
  const { input } = growFeedWorld({ seed: 2, people: 600, posters: 60, days: 30, outcomes: 200 })
  const { t, actor, person, channel } = input.touches
  const shift = input.names.length
  const twice = (column: Int32Array, by: number) =>
    Int32Array.from([...column, ...column.map((one) => one + by)])
  const touches = {
    ...input.touches,
    t: Float64Array.from([...t, ...t]),
    actor: twice(actor, shift),
    person: twice(person, shift),
    channel: twice(channel, 0),
  }
  const alone = communitiesOf(timelineOf(input.touches, shift), shift, 1)
  const both = communitiesOf(timelineOf(touches, 2 * shift), 2 * shift, 1)
  expect(both.slice(0, shift)).toEqual(alone)
})
