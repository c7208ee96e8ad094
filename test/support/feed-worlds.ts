import type { InfluenceInput } from '#measure/index.ts'
import type { TrueIntensity } from '#test/true-intensity.ts'
import { type Chance, seededChance } from '#vocabulary/index.ts'

/**
 * Planted causes in a world of another make than influence-worlds.ts: accounts broadcast, and people see
 * what has come since they last looked when they look in, at their own hours, all at once. What is seen
 * causes with a chance of its own that knows nothing of the background, after a gamma delay. People
 * differ by a gamma frailty, so that some have many outcomes and most none; the background follows the
 * week and surges in small circles of friends, in which posts surge with it. Posters are people too.
 */
export interface FeedWish {
  seed: number
  people: number
  posters: number
  communities: number
  /** People of a circle; a circle lies within one community. */
  circle: number
  days: number
  /** Posts of a usual poster a day. */
  postsPerDay: number
  follows: number
  outcomes: number
  /** Share of outcomes that are caused. */
  caused: number
  /** Whether the background surges by circle (with posts), or stands still but for the week. */
  surges: boolean
  /** Whether background outcomes happen only shortly after somebody has looked in. */
  inSession: boolean
  /** Whether the community is told as stratum. */
  told: boolean
}

const PLAIN: FeedWish = {
  seed: 1,
  people: 2500,
  posters: 200,
  communities: 5,
  circle: 50,
  days: 90,
  postsPerDay: 0.1,
  follows: 20,
  outcomes: 3000,
  caused: 0.3,
  surges: true,
  inSession: false,
  told: false,
}

const CHANNELS = ['board', 'video', 'short'] as const
const STRENGTH = [1, 3, 0.3]
const DAY = 86_400
const DELAY_SHAPE = 2
const DELAY_MEAN_DAYS = 1.5
/** Of what has come, only the newest so many are seen. */
const SEEN_MAX = 30

export interface FeedWorld {
  input: InfluenceInput
  truth: { caused: number; byChannel: Float64Array; byActor: Float64Array }
  intensity: TrueIntensity
}

interface Seen {
  t: number
  actor: number
  person: number
  channel: number
  post: number
}

interface Happened {
  t: number
  person: number
  cause: Seen | undefined
}

/** Gamma by the method of Marsaglia and Tsang (2000); shapes below 1 by a power of a uniform number. */
function gamma(chance: Chance, shape: number): number {
  if (shape < 1) return gamma(chance, shape + 1) * (1 - chance()) ** (1 / shape)
  const d = shape - 1 / 3
  for (;;) {
    const x = Math.sqrt(-2 * Math.log(1 - chance())) * Math.cos(2 * Math.PI * chance())
    const v = (1 + x / Math.sqrt(9 * d)) ** 3
    if (v > 0 && Math.log(1 - chance()) < 0.5 * x * x + d - d * v + d * Math.log(v)) return d * v
  }
}

/** How often something with this mean happens; by adding waiting times. */
function countOf(chance: Chance, mean: number): number {
  let count = 0
  let waited = -Math.log(1 - chance())
  while (waited < mean) {
    count++
    waited -= Math.log(1 - chance())
  }
  return count
}

/** A world that draws only from its seed; times of the input in seconds. */
export function growFeedWorld(wish: Partial<FeedWish> & { seed: number }): FeedWorld {
  const world = { ...PLAIN, ...wish }
  const chance = seededChance(world.seed, 'feed world')
  const circleOf = (person: number) => Math.floor(person / world.circle)
  const circles = circleOf(world.people - 1) + 1
  const surge = Array.from({ length: circles }, () => surgesOf(world, chance))
  const posts = drawPosts(world, circleOf, surge, chance)
  const seen = drawSeen(world, circleOf, posts, chance)
  const background = drawBackground(world, circleOf, surge, seen, chance)
  const caused = drawCaused(world, posts.pull, seen.touches, chance)
  const happened = [...background.happened, ...caused.happened].sort((a, b) => a.t - b.t)
  const rate = DELAY_SHAPE / DELAY_MEAN_DAYS
  return {
    input: inputOf(world, circleOf, seen.touches, happened),
    truth: truthOf(world, happened),
    intensity: {
      pull: posts.pull,
      // Gamma of shape 2.
      density: (days) => rate * rate * days * Math.exp(-rate * days),
      background: background.at,
      strength: caused.strength,
    },
  }
}

/** Levels by day: 1, and for some days at a time a few times as much. */
function surgesOf(world: FeedWish, chance: Chance): Float64Array {
  const level = new Float64Array(world.days).fill(1)
  for (let n = world.surges ? countOf(chance, 4) : 0; n > 0; n--) {
    const from = Math.floor(chance() * world.days)
    const to = from + 2 + Math.floor(chance() * 6)
    level.fill(2 + 3 * chance(), from, Math.min(world.days, to))
  }
  return level
}

/** Posters spread evenly over the people; posts, pull and readers are drawn apart from each other. */
function drawPosts(
  world: FeedWish,
  circleOf: (person: number) => number,
  surge: readonly Float64Array[],
  chance: Chance,
) {
  const apart = Math.floor(world.people / world.posters)
  const pull = new Float64Array(world.people)
  const channelOf = new Int32Array(world.people)
  const of = new Map<number, { t: number; post: number }[]>()
  let post = 0
  for (let i = 0; i < world.posters; i++) {
    const poster = i * apart
    const rate = world.postsPerDay * gamma(chance, 0.8) * 1.25
    pull[poster] = chance() < 0.5 ? 0 : gamma(chance, 0.6)
    channelOf[poster] = Math.floor(chance() * CHANNELS.length)
    const own: { t: number; post: number }[] = []
    for (let day = 0; day < world.days; day++) {
      const level = surge[circleOf(poster)]?.[day] ?? 1
      for (let n = countOf(chance, rate * level); n > 0; n--) {
        own.push({ t: day + chance(), post: post++ })
      }
    }
    of.set(poster, own)
  }
  return { of, pull, channelOf }
}

function drawSeen(
  world: FeedWish,
  circleOf: (person: number) => number,
  posts: ReturnType<typeof drawPosts>,
  chance: Chance,
) {
  const posters = [...posts.of.keys()]
  const communityOf = (person: number) => circleOf(person) % world.communities
  const fame = posters.map(() => (1 - chance()) ** -0.6)
  const touches: Seen[] = []
  const looks: number[][] = []
  for (let person = 0; person < world.people; person++) {
    const followed = follow(person)
    const hour = chance()
    const keen = 0.25 + 0.75 * chance()
    const lookedAt: number[] = []
    let last = -1
    for (let day = 0; day < world.days; day++) {
      if (chance() > keen) continue
      const now = day + ((hour + 0.1 * chance()) % 1)
      if (now <= last) continue
      const fresh = followed.flatMap((actor) =>
        (posts.of.get(actor) ?? [])
          .filter(({ t }) => t > Math.max(last, now - 7) && t < now)
          .map(({ t, post }) => ({ came: t, post, actor })),
      )
      fresh.sort((a, b) => b.came - a.came)
      for (const { actor, post } of fresh.slice(0, SEEN_MAX)) {
        const channel = posts.channelOf[actor] as number
        touches.push({ t: now + chance() * 0.01, actor, person, channel, post })
      }
      lookedAt.push(now)
      last = now
    }
    looks.push(lookedAt)
  }
  return { touches: touches.sort((a, b) => a.t - b.t), looks }

  function follow(person: number): number[] {
    const count = Math.min(
      posters.length - 1,
      3 + countOf(chance, (world.follows * gamma(chance, 2)) / 2),
    )
    const keys = posters.map((poster, i) => {
      const near = communityOf(poster) === communityOf(person) ? 6 : 1
      const friend = circleOf(poster) === circleOf(person) ? 8 : 1
      // Weighted draw without replacement (Efraimidis and Spirakis 2006).
      const key = poster === person ? Number.POSITIVE_INFINITY : -Math.log(1 - chance())
      return { poster, key: key / ((fame[i] ?? 1) * near * friend) }
    })
    return keys
      .sort((a, b) => a.key - b.key)
      .slice(0, count)
      .map(({ poster }) => poster)
  }
}

function drawBackground(
  world: FeedWish,
  circleOf: (person: number) => number,
  surge: readonly Float64Array[],
  { looks }: { looks: readonly (readonly number[])[] },
  chance: Chance,
): { happened: Happened[]; at: (person: number, t: number) => number } {
  const frailty = Float64Array.from({ length: world.people }, () => gamma(chance, 0.7))
  const week = [0.7, 0.8, 1, 1, 1.2, 1.6, 1.4]
  const levelOf = (person: number, day: number) =>
    (frailty[person] as number) * (week[day % 7] ?? 1) * (surge[circleOf(person)]?.[day] ?? 1)
  const isPossible = (person: number, day: number) =>
    !world.inSession || (looks[person] ?? []).some((t) => Math.floor(t) === day)
  let all = 0
  for (let person = 0; person < world.people; person++) {
    for (let day = 0; day < world.days; day++) {
      if (isPossible(person, day)) all += levelOf(person, day)
    }
  }
  const scale = (world.outcomes * (1 - world.caused)) / all
  const happened: Happened[] = []
  for (let person = 0; person < world.people; person++) {
    for (let day = 0; day < world.days; day++) {
      if (!isPossible(person, day)) continue
      for (let n = countOf(chance, scale * levelOf(person, day)); n > 0; n--) {
        const look = (looks[person] ?? []).find((t) => Math.floor(t) === day)
        const t =
          world.inSession && look !== undefined ? look + 0.02 + 0.05 * chance() : day + chance()
        happened.push({ t, person, cause: undefined })
      }
    }
  }
  return { happened, at: (person, t) => scale * levelOf(person, Math.floor(t)) }
}

function drawCaused(
  world: FeedWish,
  pull: Float64Array,
  touches: readonly Seen[],
  chance: Chance,
): { happened: Happened[]; strength: (touch: number) => number } {
  const open = Float64Array.from({ length: world.people }, () => gamma(chance, 1.5))
  const pushOf = ({ actor, channel, person }: Seen) =>
    (pull[actor] as number) * (STRENGTH[channel] ?? 0) * (open[person] as number)
  const drawn = touches.map((touch) => {
    const t = touch.t + (DELAY_MEAN_DAYS * gamma(chance, DELAY_SHAPE)) / DELAY_SHAPE
    return { t, touch, push: t < world.days ? pushOf(touch) : 0 }
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
  return { happened, strength: (i) => scale * pushOf(touches[i] as Seen) }
}

function inputOf(
  world: FeedWish,
  circleOf: (person: number) => number,
  touches: readonly Seen[],
  happened: readonly Happened[],
): InfluenceInput {
  const ints = (of: (touch: Seen) => number) => Int32Array.from(touches, of)
  const people = Array.from({ length: world.people }, (_, person) => person)
  return {
    names: people.map((person) => `u${person}`),
    channels: CHANNELS,
    types: ['act'],
    levels: [],
    strata: world.told
      ? Array.from({ length: world.communities }, (_, community) => `community ${community}`)
      : [],
    touches: {
      t: Float64Array.from(touches, ({ t }) => t * DAY),
      actor: ints(({ actor }) => actor),
      person: ints(({ person }) => person),
      channel: ints(({ channel }) => channel),
      level: new Int32Array(0),
      activity: ints(({ post }) => post),
      parent: new Int32Array(touches.length).fill(-1),
    },
    outcomes: {
      t: Float64Array.from(happened, ({ t }) => t * DAY),
      person: Int32Array.from(happened, ({ person }) => person),
      type: new Int32Array(happened.length),
      value: new Float64Array(happened.length),
    },
    stratum: Int32Array.from(people, (person) =>
      world.told ? circleOf(person) % world.communities : -1,
    ),
    joined: new Float64Array(world.people).fill(Number.NEGATIVE_INFINITY),
    listed: new Uint8Array(world.people).fill(world.told ? 1 : 0),
  }
}

function truthOf(world: FeedWish, happened: readonly Happened[]): FeedWorld['truth'] {
  const byChannel = new Float64Array(CHANNELS.length)
  const byActor = new Float64Array(world.people)
  let caused = 0
  for (const { cause } of happened) {
    if (cause === undefined) continue
    caused++
    byChannel[cause.channel] = (byChannel[cause.channel] as number) + 1
    byActor[cause.actor] = (byActor[cause.actor] as number) + 1
  }
  return { caused, byChannel, byActor }
}
