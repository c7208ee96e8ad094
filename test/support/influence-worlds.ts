import type { InfluenceInput } from '#measure/index.ts'
import { type Chance, seededChance } from '#vocabulary/index.ts'

/** How long after a touch what it causes happens. */
export type WorldKernel = 'exponential' | 'power-law' | 'uniform' | 'lognormal'

/** What a small world with planted causes is like. Times in days. */
export interface WorldWish {
  seed: number
  people: number
  actors: number
  communities: number
  days: number
  /** Posts of all actors together. */
  posts: number
  channels: readonly string[]
  /** Chance, relative to the first, that a touch in a channel causes. */
  channelStrength: readonly number[]
  /** Share of outcomes that touches cause. */
  caused: number
  outcomes: number
  kernel: WorldKernel
  delayDays: number
  /** Background changes from day to day in each community, and posts with it. */
  sharedShocks: boolean
  /** People who hear more also act more by themselves. */
  activityConfounds: boolean
  /** A liking that is in no stratum: brings touches and outcomes both. */
  homophily: number
  /** A touch multiplies somebody's own background, or adds to it. */
  mechanism: 'multiplies' | 'adds'
  terminal: boolean
  campaign: boolean
  types: readonly string[]
  strata: 'community' | 'community-activity' | 'none'
}

const PLAIN_WORLD: WorldWish = {
  seed: 1,
  people: 3000,
  actors: 300,
  communities: 6,
  days: 60,
  posts: 6000,
  channels: ['alpha', 'beta', 'gamma', 'delta'],
  channelStrength: [1, 0.5, 2, 0],
  caused: 0.4,
  outcomes: 3000,
  kernel: 'exponential',
  delayDays: 1.2,
  sharedShocks: true,
  activityConfounds: true,
  homophily: 0,
  mechanism: 'multiplies',
  terminal: false,
  campaign: false,
  types: ['buy'],
  strata: 'community-activity',
}

export interface InfluenceWorld {
  input: InfluenceInput
  truth: {
    caused: number
    byChannel: Float64Array
    byActor: Float64Array
    loud: number
    quiet: number
    followers: Float64Array
    impressions: Float64Array
  }
}

interface Touch {
  t: number
  actor: number
  person: number
  channel: number
  activity: number
}

const normal = (chance: Chance) =>
  Math.sqrt(-2 * Math.log(1 - chance())) * Math.cos(2 * Math.PI * chance())
const poisson = (chance: Chance, mean: number): number => {
  if (mean > 30) return Math.max(0, Math.round(mean + Math.sqrt(mean) * normal(chance)))
  let count = 0
  for (let left = Math.exp(-mean), p = chance(); p > left; p *= chance()) count++
  return count
}
const picker = (weights: Float64Array) => {
  const sums = new Float64Array(weights.length)
  let sum = 0
  for (let i = 0; i < weights.length; i++) {
    sum += weights[i] as number
    sums[i] = sum
  }
  return (chance: Chance) => {
    const aim = chance() * sum
    let low = 0
    let high = sums.length - 1
    while (low < high) {
      const middle = (low + high) >>> 1
      if ((sums[middle] as number) <= aim) low = middle + 1
      else high = middle
    }
    return low
  }
}

function delayOf(chance: Chance, kernel: WorldKernel, scale: number): number {
  const u = 1 - chance()
  if (kernel === 'exponential') return -scale * Math.log(u)
  if (kernel === 'uniform') return 2 * scale * u
  // Median of the power law is 0.59 scale, of the lognormal 0.8 scale: both have long tails.
  if (kernel === 'power-law') return scale * (u ** (-1 / 1.5) - 1)
  return 0.8 * scale * Math.exp(0.7 * normal(chance))
}

interface People {
  community: Int32Array
  activity: Float64Array
  liking: Float64Array
  eager: Float64Array
}

interface Actors {
  rate: Float64Array
  influence: Float64Array
  home: Int32Array
  channel: Int32Array
  followers: number[][]
}

const LOUD = 0
const QUIET = 1
const DAY = 86_400

/** A world whose every outcome is background or caused by one touch; draws only from its seed. */
export function growInfluenceWorld(wish: Partial<WorldWish> & { seed: number }): InfluenceWorld {
  const world = { ...PLAIN_WORLD, ...wish }
  const chance = seededChance(world.seed, 'influence world')
  const people = drawPeople(world, chance)
  const shocks = drawShocks(world, chance)
  const actors = drawActors(world, people, chance)
  const touches = drawTouches(world, people, actors, shocks, chance)
  const background = (person: number, t: number) =>
    (people.eager[person] as number) *
    (shocks[people.community[person] as number]?.[Math.floor(t)] ?? 0)
  const outcomes = drawOutcomes(world, actors, touches, background, chance)
  return {
    input: inputOf(world, people, touches, outcomes),
    truth: truthOf(world, actors, touches, outcomes),
  }
}

function drawPeople(world: WorldWish, chance: Chance): People {
  const floats = (draw: (p: number) => number) =>
    Float64Array.from({ length: world.people }, (_, p) => draw(p))
  const community = Int32Array.from(floats(() => Math.floor(chance() * world.communities)))
  const activity = floats(() => Math.exp(0.8 * normal(chance)))
  const liking = floats(() => (chance() < 0.3 ? 1 : 0))
  const eager = floats(
    (p) =>
      Math.exp(0.4 * normal(chance)) *
      (world.activityConfounds ? (activity[p] as number) ** 0.7 : 1) *
      (1 + world.homophily * (liking[p] as number)),
  )
  return { community, activity, liking, eager }
}

/** What stirs each community on each day: it brings posts and outcomes both. */
function drawShocks(world: WorldWish, chance: Chance): Float64Array[] {
  return Array.from({ length: world.communities }, () => {
    const base = Math.exp(0.3 * normal(chance))
    let wave = 0
    return Float64Array.from({ length: world.days }, (_, day) => {
      wave = 0.7 * wave + 0.5 * normal(chance)
      const inCampaign = world.campaign && day >= world.days / 3 && day < world.days / 3 + 10
      return base * (world.sharedShocks ? Math.exp(wave) : 1) * (inCampaign ? 3 : 1)
    })
  })
}

/** Posts, followers and influence are heavy-tailed and drawn apart from each other. */
function drawActors(world: WorldWish, people: People, chance: Chance): Actors {
  const length = world.actors
  const rate = Float64Array.from({ length }, () => (1 - chance()) ** -0.7)
  const reach = Float64Array.from({ length }, () => Math.min(200, (1 - chance()) ** -0.8))
  const influence = Float64Array.from({ length }, () =>
    chance() < 0.3 ? 0 : Math.exp(0.8 * normal(chance) - 0.32),
  )
  const home = Int32Array.from({ length }, () => Math.floor(chance() * world.communities))
  const likes = Float64Array.from({ length }, () => (chance() < 0.4 ? 1 : 0))
  rate.set([60, 8])
  reach.set([200, 12])
  influence.set([0, 9])
  const channel = Int32Array.from({ length }, () => Math.floor(chance() * world.channels.length))
  const followers = Array.from({ length }, (_, v) => {
    const draw = picker(
      people.activity.map((activity, p) => {
        const near = people.community[p] === home[v] ? 8 : 1
        const alike = world.homophily > 0 && people.liking[p] === likes[v] ? 4 : 1
        return activity * near * alike
      }),
    )
    const count = Math.min(world.people, Math.max(3, Math.round((reach[v] as number) * 8)))
    return [...new Set(Array.from({ length: count }, () => draw(chance)))]
  })
  return { rate, influence, home, channel, followers }
}

function drawTouches(
  world: WorldWish,
  people: People,
  actors: Actors,
  shocks: Float64Array[],
  chance: Chance,
): Touch[] {
  const drawActor = picker(actors.rate)
  const touches: Touch[] = []
  for (let activity = 0; activity < world.posts; activity++) {
    const actor = drawActor(chance)
    let t = chance() * world.days
    for (let tries = 0; tries < 4; tries++) {
      // Posts come where their community is astir.
      const level = shocks[actors.home[actor] as number]?.[Math.floor(t)] as number
      if (chance() < level / 3) break
      t = chance() * world.days
    }
    const own = actors.channel[actor] as number
    const channel = chance() < 0.7 ? own : Math.floor(chance() * world.channels.length)
    for (const person of actors.followers[actor] as number[]) {
      if (chance() > 0.25 * Math.min(2, people.activity[person] as number)) continue
      touches.push({ t: t + chance() * 0.3, actor, person, channel, activity })
    }
  }
  return touches.sort((a, b) => a.t - b.t || a.person - b.person)
}

interface Outcome {
  t: number
  person: number
  cause: Touch | undefined
}

/** Background and what touches cause, each scaled so that the share caused is as wished. */
function drawOutcomes(
  world: WorldWish,
  actors: Actors,
  touches: readonly Touch[],
  background: (person: number, t: number) => number,
  chance: Chance,
): Outcome[] {
  const delays = touches.map(() => delayOf(chance, world.kernel, world.delayDays))
  const pushes = touches.map(({ actor, person, channel, t }, i) => {
    const at = t + (delays[i] as number)
    if (at >= world.days) return 0
    const push = (world.channelStrength[channel] ?? 0) * (actors.influence[actor] as number)
    return push * (world.mechanism === 'multiplies' ? background(person, at) : 1)
  })
  let base = 0
  for (let p = 0; p < world.people; p++) {
    for (let d = 0; d < world.days; d++) base += background(p, d)
  }
  const pushed = pushes.reduce((sum, push) => sum + push, 0)
  const baseScale = (world.outcomes * (1 - world.caused)) / base
  const pushScale = pushed === 0 ? 0 : (world.outcomes * world.caused) / pushed
  const outcomes: Outcome[] = []
  for (let person = 0; person < world.people; person++) {
    for (let d = 0; d < world.days; d++) {
      for (let n = poisson(chance, baseScale * background(person, d)); n > 0; n--) {
        outcomes.push({ t: d + chance(), person, cause: undefined })
      }
    }
  }
  touches.forEach((touch, i) => {
    for (let n = poisson(chance, pushScale * (pushes[i] as number)); n > 0; n--) {
      outcomes.push({ t: touch.t + (delays[i] as number), person: touch.person, cause: touch })
    }
  })
  outcomes.sort((a, b) => a.t - b.t)
  return world.terminal ? firstOfEach(outcomes) : outcomes
}

function firstOfEach(outcomes: readonly Outcome[]): Outcome[] {
  const had = new Set<number>()
  return outcomes.filter(({ person }) => !had.has(person) && had.add(person))
}

function inputOf(
  world: WorldWish,
  people: People,
  touches: readonly Touch[],
  outcomes: readonly Outcome[],
): InfluenceInput {
  const names = [
    ...Array.from({ length: world.actors }, (_, v) => `actor-${v}`),
    ...Array.from({ length: world.people }, (_, p) => `person-${p}`),
  ]
  const { strata, stratum } = strataNames(world, people, names.length)
  return {
    names,
    channels: world.channels,
    types: world.types,
    levels: [],
    strata,
    touches: {
      t: Float64Array.from(touches, ({ t }) => t * DAY),
      actor: Int32Array.from(touches, ({ actor }) => actor),
      person: Int32Array.from(touches, ({ person }) => world.actors + person),
      channel: Int32Array.from(touches, ({ channel }) => channel),
      level: new Int32Array(touches.length).fill(-1),
      activity: Int32Array.from(touches, ({ activity }) => activity),
      parent: new Int32Array(touches.length).fill(-1),
    },
    outcomes: {
      t: Float64Array.from(outcomes, ({ t }) => t * DAY),
      person: Int32Array.from(outcomes, ({ person }) => world.actors + person),
      type: Int32Array.from(outcomes, (_, i) => i % world.types.length),
      value: new Float64Array(outcomes.length),
    },
    stratum,
    joined: new Float64Array(names.length).fill(Number.NEGATIVE_INFINITY),
    listed: new Uint8Array(names.length),
  }
}

function strataNames(world: WorldWish, people: People, names: number) {
  const numbers = new Map<string, number>()
  const stratum = new Int32Array(names).fill(-1)
  for (let p = 0; p < world.people && world.strata !== 'none'; p++) {
    const level = Math.floor(Math.log2(people.activity[p] as number) + 2.5)
    const community = `c${people.community[p]}`
    const name =
      world.strata === 'community' ? community : `${community}-a${Math.max(0, Math.min(4, level))}`
    if (!numbers.has(name)) numbers.set(name, numbers.size)
    stratum[world.actors + p] = numbers.get(name) as number
  }
  return { strata: [...numbers.keys()], stratum }
}

function truthOf(
  world: WorldWish,
  actors: Actors,
  touches: readonly Touch[],
  outcomes: readonly Outcome[],
): InfluenceWorld['truth'] {
  const byChannel = new Float64Array(world.channels.length)
  const byActor = new Float64Array(world.actors)
  const impressions = new Float64Array(world.actors)
  const count = (sums: Float64Array, index: number) => {
    sums[index] = (sums[index] as number) + 1
  }
  for (const { actor } of touches) count(impressions, actor)
  const causes = outcomes.flatMap(({ cause }) => (cause === undefined ? [] : [cause]))
  for (const { channel, actor } of causes) {
    count(byChannel, channel)
    count(byActor, actor)
  }
  return {
    caused: causes.length,
    byChannel,
    byActor,
    loud: LOUD,
    quiet: QUIET,
    followers: Float64Array.from(actors.followers, (list) => list.length),
    impressions,
  }
}
