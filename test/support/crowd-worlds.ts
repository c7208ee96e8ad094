import type { InfluenceInput } from '#measure/index.ts'
import { type Chance, seededChance } from '#vocabulary/index.ts'

/**
 * Worlds of a third make, for the question who is influential. A few accounts reach whole crowds many
 * times a day and cause nothing; one reaches few, seldom, and causes most. Who follows the loud is not
 * drawn evenly, nor always there: crowds form around what people are like, and people come and go.
 * Delays are Weibull, activity is Pareto, several channels, causes multiply the background.
 */
export interface CrowdWish {
  seed: number
  people: number
  actors: number
  days: number
  outcomes: number
  /** Share of outcomes that are caused. */
  caused: number
  /** Accounts that reach crowds and cause nothing. */
  loud: number
  /**
   * `steady`: crowds are of people who act less than others anyway, or more, by turns. `phases`: people
   * take an interest for some weeks, in which they follow the loud and act more, which is written
   * nowhere.
   */
  crowds: 'steady' | 'phases'
}

const PLAIN: CrowdWish = {
  seed: 1,
  people: 2500,
  actors: 250,
  days: 100,
  outcomes: 3000,
  caused: 0.35,
  loud: 3,
  crowds: 'steady',
}

export interface CrowdWorld {
  input: InfluenceInput
  truth: { caused: number; byActor: Float64Array; loud: readonly number[]; quiet: number }
}

const CHANNELS = ['wall', 'group', 'letter'] as const
const STRENGTH = [1, 1.6, 0.6]
const DAY = 86_400
const WEIBULL_SHAPE = 0.8
const WEIBULL_DAYS = 1

interface Told {
  t: number
  actor: number
  person: number
  channel: number
  post: number
}

interface Done {
  t: number
  person: number
  cause: number
}

/** A world that draws only from its seed; actors first, then people; times of the input in seconds. */
export function growCrowdWorld(wish: Partial<CrowdWish> & { seed: number }): CrowdWorld {
  const world = { ...PLAIN, ...wish }
  const chance = seededChance(world.seed, 'crowd world')
  const people = drawPeople(world, chance)
  const actors = drawActors(world, chance)
  const told = drawTold(world, people, actors, chance)
  const done = drawDone(world, people, actors.pull, told, chance)
  const byActor = new Float64Array(world.actors)
  let caused = 0
  for (const { cause } of done) {
    if (cause < 0) continue
    caused++
    byActor[cause] = (byActor[cause] as number) + 1
  }
  const loud = Array.from({ length: world.loud }, (_, v) => v)
  return { input: inputOf(world, told, done), truth: { caused, byActor, loud, quiet: world.loud } }
}

const pareto = (chance: Chance, power: number) => (1 - chance()) ** -power
const normal = (chance: Chance) =>
  Math.sqrt(-2 * Math.log(1 - chance())) * Math.cos(2 * Math.PI * chance())

/** Times of a steady stream of so many a day. */
function stream(chance: Chance, perDay: number, from: number, to: number): number[] {
  const times: number[] = []
  if (perDay <= 0) return times
  for (let t = from - Math.log(1 - chance()) / perDay; t < to; ) {
    times.push(t)
    t -= Math.log(1 - chance()) / perDay
  }
  return times
}

function drawPeople({ people, days, crowds }: CrowdWish, chance: Chance) {
  const eager = Float64Array.from({ length: people }, () => Math.exp(0.7 * normal(chance)))
  const taste = Int32Array.from({ length: people }, () => Math.floor(chance() * 4))
  const spans = Array.from({ length: people }, () => {
    if (crowds === 'steady') return { from: 0, to: days }
    const from = chance() * (days - 10)
    return { from, to: from + 14 + 28 * chance() }
  })
  /** Outcomes a day relative to others, by people who are as eager. */
  const levelAt = (person: number, day: number) => {
    const span = spans[person] as { from: number; to: number }
    const isKeen = crowds === 'phases' && day >= span.from && day < span.to
    return (eager[person] as number) * (isKeen ? 3 : 1)
  }
  return { eager, taste, spans, levelAt }
}

function drawActors({ actors, loud }: CrowdWish, chance: Chance) {
  const floats = (draw: (v: number) => number) =>
    Float64Array.from({ length: actors }, (_, v) => draw(v))
  const rate = floats((v) => (v < loud ? 1.5 + v : 0.05 * Math.min(20, pareto(chance, 0.6))))
  const reach = floats(() => Math.min(400, 10 * pareto(chance, 0.7)))
  const pull = floats((v) => (v < loud || chance() < 0.35 ? 0 : Math.min(6, pareto(chance, 0.5))))
  rate[loud] = 0.25
  reach[loud] = 40
  pull[loud] = 18
  const taste = floats(() => Math.floor(chance() * 4))
  const channel = floats(() => Math.floor(chance() * CHANNELS.length))
  return { rate, reach, pull, taste, channel }
}

function drawTold(
  world: CrowdWish,
  people: ReturnType<typeof drawPeople>,
  actors: ReturnType<typeof drawActors>,
  chance: Chance,
): Told[] {
  const told: Told[] = []
  let post = 0
  for (let actor = 0; actor < world.actors; actor++) {
    const crowd = crowdOf(actor)
    for (const at of stream(chance, actors.rate[actor] as number, 0, world.days)) {
      for (const person of crowd) {
        const span = people.spans[person] as { from: number; to: number }
        // Only the loud are followed for a while and left again.
        if (actor < world.loud && (at < span.from || at >= span.to)) continue
        if (chance() > 0.6) continue
        const channel = actors.channel[actor] as number
        told.push({ t: at + 0.2 * chance(), actor, person, channel, post })
      }
      post++
    }
  }
  return told.sort((a, b) => a.t - b.t || a.person - b.person)

  function crowdOf(actor: number): number[] {
    const crowd: number[] = []
    for (let person = 0; person < world.people; person++) {
      const eager = people.eager[person] as number
      // By turns the crowd of a loud one acts less than others, or more.
      const leaning = actor % 2 === 0 ? 1 / (1 + eager) : eager / (1 + eager)
      const isNear = people.taste[person] === actors.taste[actor]
      const usual = ((actors.reach[actor] as number) * (isNear ? 2.5 : 0.5)) / world.people
      if (chance() < (actor < world.loud ? leaning : usual)) crowd.push(person)
    }
    return crowd
  }
}

function drawDone(
  world: CrowdWish,
  { levelAt }: ReturnType<typeof drawPeople>,
  pull: Float64Array,
  told: readonly Told[],
  chance: Chance,
): Done[] {
  const delayed = told.map(({ t, actor, person, channel }) => {
    const at = t + WEIBULL_DAYS * (-Math.log(1 - chance())) ** (1 / WEIBULL_SHAPE)
    const push = (pull[actor] as number) * (STRENGTH[channel] as number) * levelAt(person, at)
    return { at, actor, person, push: at < world.days ? push : 0 }
  })
  const pushed = delayed.reduce((sum, { push }) => sum + push, 0)
  let base = 0
  for (let p = 0; p < world.people; p++) for (let d = 0; d < world.days; d++) base += levelAt(p, d)
  const done: Done[] = []
  for (const { at, actor, person, push } of delayed) {
    const mean = (world.outcomes * world.caused * push) / pushed
    for (const _ of stream(chance, mean, 0, 1)) done.push({ t: at, person, cause: actor })
  }
  const scale = (world.outcomes * (1 - world.caused)) / base
  for (let person = 0; person < world.people; person++) {
    for (let day = 0; day < world.days; day++) {
      for (const t of stream(chance, scale * levelAt(person, day), day, day + 1)) {
        done.push({ t, person, cause: -1 })
      }
    }
  }
  return done.sort((a, b) => a.t - b.t)
}

function inputOf(world: CrowdWish, told: readonly Told[], done: readonly Done[]): InfluenceInput {
  const names = [
    ...Array.from({ length: world.actors }, (_, v) => `voice ${v}`),
    ...Array.from({ length: world.people }, (_, p) => `member ${p}`),
  ]
  const ints = (of: (one: Told) => number) => Int32Array.from(told, of)
  return {
    ...{ names, channels: CHANNELS, types: ['do'], levels: [], strata: [] },
    touches: {
      t: Float64Array.from(told, ({ t }) => t * DAY),
      actor: ints(({ actor }) => actor),
      person: ints(({ person }) => world.actors + person),
      channel: ints(({ channel }) => channel),
      level: new Int32Array(0),
      activity: ints(({ post }) => post),
      parent: new Int32Array(told.length).fill(-1),
    },
    outcomes: {
      t: Float64Array.from(done, ({ t }) => t * DAY),
      person: Int32Array.from(done, ({ person }) => world.actors + person),
      type: new Int32Array(done.length),
      value: new Float64Array(done.length),
    },
    stratum: new Int32Array(names.length).fill(-1),
    joined: new Float64Array(names.length).fill(Number.NEGATIVE_INFINITY),
    listed: new Uint8Array(names.length),
  }
}
