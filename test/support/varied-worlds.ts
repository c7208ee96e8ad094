import type { InfluenceInput } from '#measure/index.ts'
import type { TrueIntensity } from '#test/true-intensity.ts'
import { type Chance, seededChance } from '#vocabulary/index.ts'

/**
 * Planted causes in worlds of a third make, in families that differ in what goes wrong: what follows
 * follows after a time of its own (exponential, power law, Weibull, next to at once), people and actors
 * differ, posts come in bursts, a hidden stir moves a community's posts and outcomes both, and one
 * channel (posts of those one follows) is far more frequent than the others, which answer the same posts.
 */
type VariedKernel = 'exponential' | 'power-law' | 'weibull' | 'delta'

/** How outcomes come about in one channel. Touches of later channels come along with those of the first. */
export interface VariedChannel {
  name: string
  /** Of those whom a post reaches, whom it also reaches so; 1: everybody. */
  share: number
  /** Chance, relative to the others, that a touch causes. */
  strength: number
}

export interface VariedWish {
  seed: number
  people: number
  communities: number
  days: number
  outcomes: number
  caused: number
  kernel: VariedKernel
  delayDays: number
  channels: readonly VariedChannel[]
  /** Each post has one channel (its actor's), or all of them at once. */
  apart: boolean
  /** Touches of a usual person over the whole time, in the channels with share 1. */
  touches: number
  /** Spread of what people and actors are like: standard deviation of the logarithm. */
  spread: number
  /** Further posts that a post brings by the same actor within hours. */
  bursts: number
  /** Standard deviation of the logarithm of a hidden stir by community and day. */
  stir: number
  /** How far what reaches somebody goes with what they do by themselves (power). */
  activityConfounds: number
  mechanism: 'multiplies' | 'adds'
  terminal: boolean
  told: boolean
  types: readonly string[]
}

const FOLLOWED: readonly VariedChannel[] = [
  { name: 'follow', share: 1, strength: 0.15 },
  { name: 'reply', share: 0.04, strength: 3 },
  { name: 'repost', share: 0.06, strength: 1 },
  { name: 'mention', share: 0.02, strength: 6 },
]

const PLAIN: VariedWish = {
  seed: 1,
  people: 2000,
  communities: 5,
  days: 90,
  outcomes: 2000,
  caused: 0.3,
  kernel: 'exponential',
  delayDays: 1,
  channels: FOLLOWED,
  apart: false,
  touches: 60,
  spread: 0.8,
  bursts: 0,
  stir: 0.3,
  activityConfounds: 0.5,
  mechanism: 'adds',
  terminal: false,
  told: true,
  types: ['act'],
}

const DAY = 86_400
const READERS_LEAST = 5

interface VariedWorld {
  input: InfluenceInput
  truth: { caused: number; byChannel: Float64Array; byActor: Float64Array }
  intensity: TrueIntensity
}

interface Touch {
  t: number
  actor: number
  person: number
  channel: number
  post: number
}

interface Happened {
  t: number
  person: number
  cause: Touch | undefined
}

interface People {
  community: Int32Array
  activity: Float64Array
  eager: Float64Array
  open: Float64Array
}

const normal = (chance: Chance) =>
  Math.sqrt(-2 * Math.log(1 - chance())) * Math.cos(2 * Math.PI * chance())

function countOf(chance: Chance, mean: number): number {
  let count = 0
  let waited = -Math.log(1 - chance())
  while (waited < mean) {
    count++
    waited -= Math.log(1 - chance())
  }
  return count
}

function delayOf(chance: Chance, kernel: VariedKernel, scale: number): number {
  const u = 1 - chance()
  if (kernel === 'exponential') return -scale * Math.log(u)
  if (kernel === 'weibull') return 1.13 * scale * (-Math.log(u)) ** (1 / 2)
  if (kernel === 'delta') return scale * (0.9 + 0.2 * u)
  return 0.7 * scale * (u ** (-1 / 1.8) - 1)
}

/** A world that draws only from its seed; times of the input in seconds. */
export function growVariedWorld(wish: Partial<VariedWish> & { seed: number }): VariedWorld {
  const world = { ...PLAIN, ...wish }
  const chance = seededChance(world.seed, 'varied world')
  const people = drawPeople(world, chance)
  const stir = Array.from({ length: world.communities }, () => drawStir(world, chance))
  const { touches, pull } = drawTouches(world, people, stir, chance)
  const levelOf = (person: number, t: number) =>
    (people.eager[person] as number) *
    (stir[people.community[person] as number]?.[Math.floor(t)] ?? 0)
  const background = drawBackground(world, levelOf, chance)
  const caused = drawCaused(world, people, touches, pull, levelOf, chance)
  const happened = [...background.happened, ...caused.happened].sort((a, b) => a.t - b.t)
  const kept = world.terminal ? firstOfEach(happened) : happened
  const density = densityOf(world.kernel, world.delayDays)
  return {
    input: inputOf(world, people, touches, kept),
    truth: truthOf(world, kept),
    intensity: {
      pull: Float64Array.from({ length: world.people }, (_, p) =>
        p % 12 === 0 ? (pull[p / 12] ?? 0) : 0,
      ),
      density,
      background: (person, t) => background.scale * levelOf(person, t),
      strength: (i, t) => {
        const touch = touches[i] as Touch
        return caused.scale * pushOf(world, people, pull, touch, levelOf(touch.person, t))
      },
    },
  }
}

function densityOf(kernel: VariedKernel, scale: number): (days: number) => number {
  const own = 1.13 * scale
  if (kernel === 'exponential') return (d) => Math.exp(-d / scale) / scale
  if (kernel === 'weibull') return (d) => ((2 * d) / own ** 2) * Math.exp(-((d / own) ** 2))
  if (kernel === 'delta') {
    return (d) => (d >= 0.9 * scale && d <= 1.1 * scale ? 1 / (0.2 * scale) : 0)
  }
  const tail = 0.7 * scale
  return (d) => (1.8 / tail) * (1 + d / tail) ** -2.8
}

/** Of a touch, what it adds to somebody's level when they stand at `level`. */
function pushOf(
  world: VariedWish,
  people: People,
  pull: Float64Array,
  touch: Touch,
  level: number,
): number {
  const push = (pull[touch.actor] as number) * (world.channels[touch.channel]?.strength ?? 0)
  return push * (world.mechanism === 'adds' ? (people.open[touch.person] as number) : level)
}

function drawPeople(world: VariedWish, chance: Chance): People {
  const floats = (draw: (p: number) => number) =>
    Float64Array.from({ length: world.people }, (_, p) => draw(p))
  // Communities of unlike sizes: the square draws the first more often.
  const community = Int32Array.from(floats(() => Math.floor(chance() ** 1.5 * world.communities)))
  const activity = floats(() => Math.exp(world.spread * normal(chance)))
  const eager = floats(
    (p) =>
      Math.exp(0.5 * world.spread * normal(chance)) *
      (activity[p] as number) ** world.activityConfounds,
  )
  const open = floats(() => Math.exp(world.spread * normal(chance)))
  return { community, activity, eager, open }
}

function drawStir(world: VariedWish, chance: Chance): Float64Array {
  let wave = 0
  return Float64Array.from({ length: world.days }, () => {
    wave = 0.8 * wave + 0.6 * normal(chance)
    return Math.exp(world.stir * wave)
  })
}

/** Posts of some actors reach their followers, and some of these also through further channels. */
function drawTouches(
  world: VariedWish,
  people: People,
  stir: readonly Float64Array[],
  chance: Chance,
) {
  const actors = Math.max(20, Math.round(world.people / 12))
  const readers = readersOf(world, people, actors, chance)
  const rate = Float64Array.from({ length: actors }, () => Math.exp(1.2 * normal(chance)))
  const pull = Float64Array.from({ length: actors }, () =>
    chance() < 0.3 ? 0 : Math.exp(1.2 * world.spread * normal(chance)),
  )
  const channelOf = Int32Array.from({ length: actors }, () =>
    Math.floor(chance() * world.channels.length),
  )
  let reach = 0
  for (let v = 0; v < actors; v++) reach += (rate[v] as number) * (readers[v] as number[]).length
  const scale = (world.touches * world.people) / (0.7 * (1 + world.bursts) * reach)
  const touches: Touch[] = []
  let post = 0
  for (let actor = 0; actor < actors; actor++) {
    const days = stir[people.community[actor * 12] ?? 0]
    const own = channelOf[actor] as number
    for (let day = 0; day < world.days; day++) {
      const mean = (scale * (rate[actor] as number) * (days?.[day] ?? 1)) / world.days
      for (let n = countOf(chance, mean); n > 0; n--) {
        let t = day + chance()
        for (let more = 1 + countOf(chance, world.bursts); more > 0 && t < world.days; more--) {
          const people = readers[actor] as number[]
          spread(
            world,
            { t, actor, person: 0, channel: own, post: post++ },
            people,
            chance,
            touches,
          )
          t += 0.15 * chance()
        }
      }
    }
  }
  return { touches: touches.sort((a, b) => a.t - b.t || a.person - b.person), pull }
}

/** Whom each actor reaches: those of the actor's community more, and the active ones. */
function readersOf(world: VariedWish, people: People, actors: number, chance: Chance): number[][] {
  const byCommunity = Array.from({ length: world.communities }, () => [] as number[])
  people.community.forEach((community, p) => void (byCommunity[community] as number[]).push(p))
  return Array.from({ length: actors }, (_, v) => {
    const home = byCommunity[people.community[v * 12] ?? 0] as number[]
    const wanted = Math.min(
      world.people / 4,
      READERS_LEAST + 0.01 * world.people * (1 - chance()) ** -0.6,
    )
    const found = new Set<number>()
    for (let tries = 0; tries < 8 * wanted && found.size < wanted; tries++) {
      const isNear = chance() < 0.7 && home.length > 0
      const p = isNear
        ? (home[Math.floor(chance() * home.length)] as number)
        : Math.floor(chance() * world.people)
      if (p !== v * 12 && chance() < (people.activity[p] as number) / 3) found.add(p)
    }
    return [...found]
  })
}

function spread(
  world: VariedWish,
  post: Touch,
  readers: readonly number[],
  chance: Chance,
  into: Touch[],
): void {
  for (const person of readers) {
    if (chance() > 0.7) continue
    const t = post.t + 0.2 * chance()
    if (world.apart) {
      if (chance() < (world.channels[post.channel]?.share ?? 0)) into.push({ ...post, t, person })
      continue
    }
    world.channels.forEach(({ share }, channel) => {
      if (share === 1 || chance() < share) {
        into.push({ ...post, t: t + (share === 1 ? 0 : 0.02 * chance()), person, channel })
      }
    })
  }
}

function drawBackground(
  world: VariedWish,
  levelOf: (person: number, t: number) => number,
  chance: Chance,
): { happened: Happened[]; scale: number } {
  let all = 0
  for (let p = 0; p < world.people; p++) {
    for (let d = 0; d < world.days; d++) all += levelOf(p, d)
  }
  const scale = (world.outcomes * (1 - world.caused)) / all
  const happened: Happened[] = []
  for (let person = 0; person < world.people; person++) {
    for (let d = 0; d < world.days; d++) {
      for (let n = countOf(chance, scale * levelOf(person, d)); n > 0; n--) {
        happened.push({ t: d + chance(), person, cause: undefined })
      }
    }
  }
  return { happened, scale }
}

function drawCaused(
  world: VariedWish,
  people: People,
  touches: readonly Touch[],
  pull: Float64Array,
  levelOf: (person: number, t: number) => number,
  chance: Chance,
): { happened: Happened[]; scale: number } {
  const drawn = touches.map((touch) => {
    const t = touch.t + delayOf(chance, world.kernel, world.delayDays)
    const push = t < world.days ? pushOf(world, people, pull, touch, levelOf(touch.person, t)) : 0
    return { t, touch, push }
  })
  const all = drawn.reduce((sum, { push }) => sum + push, 0)
  const scale = all === 0 ? 0 : (world.outcomes * world.caused) / all
  const happened = drawn.flatMap(({ t, touch, push }) =>
    Array.from({ length: countOf(chance, scale * push) }, () => ({
      t,
      person: touch.person,
      cause: touch,
    })),
  )
  return { happened, scale }
}

function firstOfEach(happened: readonly Happened[]): Happened[] {
  const had = new Set<number>()
  return happened.filter(({ person }) => !had.has(person) && had.add(person))
}

function inputOf(
  world: VariedWish,
  people: People,
  touches: readonly Touch[],
  happened: readonly Happened[],
): InfluenceInput {
  const ints = (of: (touch: Touch) => number) => Int32Array.from(touches, of)
  return {
    names: Array.from({ length: world.people }, (_, person) => `u${person}`),
    channels: world.channels.map(({ name }) => name),
    types: world.types,
    levels: [],
    strata: world.told
      ? Array.from({ length: world.communities }, (_, community) => `community ${community}`)
      : [],
    touches: {
      t: Float64Array.from(touches, ({ t }) => t * DAY),
      actor: ints(({ actor }) => actor * 12),
      person: ints(({ person }) => person),
      channel: ints(({ channel }) => channel),
      level: new Int32Array(0),
      activity: ints(({ post }) => post),
      parent: new Int32Array(touches.length).fill(-1),
    },
    outcomes: {
      t: Float64Array.from(happened, ({ t }) => t * DAY),
      person: Int32Array.from(happened, ({ person }) => person),
      type: Int32Array.from(happened, (_, i) => i % world.types.length),
      value: new Float64Array(happened.length),
    },
    stratum: world.told ? people.community.slice() : new Int32Array(world.people).fill(-1),
    joined: new Float64Array(world.people).fill(Number.NEGATIVE_INFINITY),
    listed: new Uint8Array(world.people).fill(world.told ? 1 : 0),
  }
}

function truthOf(world: VariedWish, happened: readonly Happened[]): VariedWorld['truth'] {
  const byChannel = new Float64Array(world.channels.length)
  const byActor = new Float64Array(world.people)
  let caused = 0
  for (const { cause } of happened) {
    if (cause === undefined) continue
    caused++
    byChannel[cause.channel] = (byChannel[cause.channel] as number) + 1
    byActor[cause.actor * 12] = (byActor[cause.actor * 12] as number) + 1
  }
  return { caused, byChannel, byActor }
}
