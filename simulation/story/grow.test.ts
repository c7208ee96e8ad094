import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { IncomingActivity } from '#vocabulary/index.ts'
import { activityLines } from '../files/lines.ts'
import { summarise } from '../files/summary.ts'
import { simulateWorld } from '../index.ts'
import { DAY_MS } from '../time.ts'
import type { Cause, TruePost, Truth, World } from '../world.ts'
import { WINDOW_DAYS } from './mechanism.ts'

const small = (seed: number) => simulateWorld({ seed, people: 180, days: 40 })
const seeds = fc.integer({ min: 0, max: 2 ** 32 - 1 })
/** A world takes a moment, so a few seeds have to do. */
const RUNS = { numRuns: 6 }

function hashOf(world: World): string {
  const hash = createHash('sha256')
  for (const line of activityLines(world)) hash.update(line)
  return hash.update(JSON.stringify(world.truth)).digest('hex')
}

function activitiesIn(world: World): IncomingActivity[] {
  return world.arrivals.flatMap(({ arrival }) => (arrival.kind === 'activity' ? [arrival] : []))
}

const msOf = (activity: IncomingActivity | undefined) =>
  activity?.publishedAt?.getTime() ?? Number.NaN

function postsIn(world: World): TruePost[] {
  return world.truth.filter((one) => one.kind === 'post')
}

test('the same seed grows the same world, another seed another', () => {
  expect(hashOf(small(11))).toBe(hashOf(small(11)))
  expect(hashOf(small(11))).not.toBe(hashOf(small(12)))
})

/** The log, as somebody has it who sees nothing but activities. */
class Log {
  readonly byKey = new Map<string, IncomingActivity>()
  readonly follows = new Map<string, number>()
  readonly #personOf = new Map<string, string>()

  constructor(world: World) {
    for (const truth of world.truth) {
      if (truth.kind !== 'actor') continue
      for (const { platform, handle } of truth.handles) {
        this.#personOf.set(`${platform} ${handle}`, truth.id)
      }
    }
    for (const activity of activitiesIn(world)) {
      if (activity.operation === 'create') this.byKey.set(activity.externalKey, activity)
      if (activity.type !== 'Follow') continue
      const { objectHandle } = activity
      const key = `${this.person(activity)} ${objectHandle?.platform} ${objectHandle?.externalId}`
      this.follows.set(key, msOf(activity))
    }
  }

  person({ actor }: IncomingActivity): string | undefined {
    return this.#personOf.get(`${actor.platform} ${actor.externalId}`)
  }

  followed(person: string, { actor }: IncomingActivity): number {
    return this.follows.get(`${person} ${actor.platform} ${actor.externalId}`) ?? Number.NaN
  }

  /** Whether the person had spoken in the thread before. */
  spokeBefore(person: string, post: IncomingActivity): boolean {
    for (const one of this.byKey.values()) {
      const thread = one.threadKey ?? one.externalKey
      if (one.type !== 'Create' || thread !== post.threadKey || this.person(one) !== person)
        continue
      if (msOf(one) < msOf(post)) return true
    }
    return false
  }
}

/** When the word reached the person, by the log alone; not a number where it did not. */
function reachedMs(log: Log, person: string, { post: key, reach }: Cause): number {
  const post = log.byKey.get(key)
  if (post === undefined) return Number.NaN
  switch (reach.by) {
    case 'follow':
      return log.followed(person, post) <= msOf(post) ? msOf(post) : Number.NaN
    case 'thread':
      return log.spokeBefore(person, post) ? msOf(post) : Number.NaN
    case 'click': {
      const view = log.byKey.get(reach.activity)
      const isTheirs =
        view?.type === 'View' && view.parentKey === key && log.person(view) === person
      return isTheirs ? msOf(view) : Number.NaN
    }
    case 'repost': {
      const repost = log.byKey.get(reach.activity)
      const isOfIt = repost?.type === 'Announce' && repost.parentKey === key
      return isOfIt && log.followed(person, repost) <= msOf(repost) ? msOf(repost) : Number.NaN
    }
  }
}

describe('what was caused', () => {
  const worlds = [small(1), simulateWorld({ seed: 2, people: 600, days: 90 })]

  test.each(worlds)(
    'was caused by a word that had reached the person within the window',
    (world) => {
      const log = new Log(world)
      let caused = 0
      for (const truth of world.truth) {
        if ((truth.kind !== 'move' && truth.kind !== 'outcome') || truth.cause === undefined)
          continue
        caused += 1
        const { cause, person, at } = truth
        expect(cause.delayMs).toBeGreaterThan(0)
        expect(cause.delayMs).toBeLessThanOrEqual(WINDOW_DAYS * DAY_MS)
        expect(reachedMs(log, person, cause) + cause.delayMs, JSON.stringify(truth)).toBe(
          Date.parse(at),
        )
        const post = log.byKey.get(cause.post)
        expect(post && log.person(post)).toBe(cause.actor)
        expect(cause.actor).not.toBe(person)
      }
      expect(caused).toBeGreaterThan(20)
    },
  )

  test('follows its word with the fading of the kernel', () => {
    const delays = worlds.flatMap(({ truth }) =>
      truth.flatMap((one) =>
        one.kind === 'move' && one.cause ? [one.cause.delayMs / DAY_MS] : [],
      ),
    )
    const mean = delays.reduce((sum, delay) => sum + delay, 0) / delays.length
    // The cut exponential has 1.09; what is closed by then and the hours of the day move it a little.
    expect(mean).toBeGreaterThan(0.8)
    expect(mean).toBeLessThan(1.35)
  })

  test.each(worlds)(
    'is about a third of everything, and nothing of it by the loud one',
    (world) => {
      const { outcomes, moves, loud, quiet, topCauses } = summarise(world)
      const shares = [...Object.values(outcomes), ...Object.values(moves)]
      const sum = (of: 'all' | 'caused') => shares.reduce((total, share) => total + share[of], 0)
      expect(sum('caused') / sum('all')).toBeGreaterThan(0.2)
      expect(sum('caused') / sum('all')).toBeLessThan(0.5)
      expect(loud.caused).toBe(0)
      expect(loud.posts).toBeGreaterThan(4 * quiet.posts)
      expect(topCauses.slice(0, 3).map(({ actor }) => actor)).toContain(quiet.actor)
    },
  )
})

const CYCLE: Record<string, string> = {
  none: 'discovery',
  discovery: 'evaluation',
  evaluation: 'recommendation',
  recommendation: 'satisfaction',
  satisfaction: 'discovery',
}

/** Walks through the truth line by line and answers what contradicts the cycle. */
function contradictions(truth: readonly Truth[]): Truth[] {
  const stages = new Map<string, string>()
  const stageOf = (person: string, topic: string) => stages.get(`${person} ${topic}`) ?? 'none'
  return truth.filter((one) => {
    if (one.kind === 'standing') {
      stages.set(`${one.person} ${one.topic}`, one.stage)
      return false
    }
    if (one.kind === 'move') {
      const isSound = stageOf(one.person, one.topic) === one.from && CYCLE[one.from] === one.to
      stages.set(`${one.person} ${one.topic}`, one.to)
      return !isSound
    }
    if (one.kind !== 'post' || one.stage === 'none') return false
    return one.topic === undefined || stageOf(one.actor, one.topic) !== one.stage
  })
}

test('people move round the cycle, and each post shows the stage that its author is at', () => {
  fc.assert(
    fc.property(seeds, (seed) => {
      expect(contradictions(small(seed).truth)).toEqual([])
    }),
    RUNS,
  )
})

test('the log is sound: in order, in time, every key once, everything about something that was there', () => {
  fc.assert(
    fc.property(seeds, (seed) => {
      const world = small(seed)
      const seen = new Map<string, IncomingActivity>()
      let beforeMs = Number.NEGATIVE_INFINITY
      for (const { atMs, arrival } of world.arrivals) {
        expect(atMs).toBeGreaterThanOrEqual(beforeMs)
        expect(atMs).toBeLessThan(world.options.endsAtMs)
        beforeMs = atMs
        const isNew = arrival.kind === 'activity' && arrival.operation === 'create'
        if ('externalKey' in arrival) expect(seen.has(arrival.externalKey)).toBe(!isNew)
        if (!isNew) continue
        if (arrival.parentKey !== undefined) {
          const parent = seen.get(arrival.parentKey)
          expect(parent?.type).toBe('Create')
          expect(parent?.platform).toBe(arrival.platform)
        }
        seen.set(arrival.externalKey, arrival)
      }
      const posts = [...seen.values()].filter(({ type }) => type === 'Create')
      expect(posts.map(({ externalKey }) => externalKey).sort()).toEqual(
        postsIn(world)
          .map(({ id }) => id)
          .sort(),
      )
    }),
    RUNS,
  )
})

test('who has two accounts writes under both, and nobody under another’s', () => {
  fc.assert(
    fc.property(seeds, (seed) => {
      const { truth } = small(seed)
      const handlesOf = new Map(
        truth.flatMap((one) => (one.kind === 'actor' ? [[one.id, one.handles] as const] : [])),
      )
      const used = new Map<string, { handles: Set<string>; count: number }>()
      for (const one of truth) {
        if (one.kind !== 'post') continue
        const { platform, handle } = one
        expect(handlesOf.get(one.actor)).toContainEqual({ platform, handle })
        const known = used.get(one.actor) ?? { handles: new Set(), count: 0 }
        known.handles.add(`${platform} ${handle}`)
        used.set(one.actor, { ...known, count: known.count + (one.answers === undefined ? 1 : 0) })
      }
      for (const [actor, { handles, count }] of used) {
        const has = handlesOf.get(actor)?.length ?? 0
        if (count >= 2) expect(handles.size, actor).toBe(has)
      }
    }),
    RUNS,
  )
})

/** The latest post by somebody whom the person follows, as the usual attribution has it. */
function lastTouch(log: Log, posts: TruePost[], person: string, at: string): TruePost | undefined {
  const from = new Date(Date.parse(at) - WINDOW_DAYS * DAY_MS).toISOString()
  for (const post of posts.toReversed()) {
    if (post.at < from) return undefined
    const activity = log.byKey.get(post.id)
    if (post.at >= at || activity === undefined) continue
    if (log.followed(person, activity) <= Date.parse(post.at)) return post
  }
}

describe('the world as a whole', () => {
  const world = simulateWorld({ seed: 5, people: 1_000, days: 120 })

  test('few people write much of it', () => {
    const counts = new Map<string, number>()
    for (const { actor } of postsIn(world)) counts.set(actor, (counts.get(actor) ?? 0) + 1)
    const sorted = [...counts.values()].sort((a, b) => b - a)
    const total = sorted.reduce((sum, count) => sum + count, 0)
    const topTenth = sorted.slice(0, 100).reduce((sum, count) => sum + count, 0)
    expect(topTenth / total).toBeGreaterThan(0.3)
    expect(sorted[Math.floor(sorted.length / 2)]).toBeLessThan(total / sorted.length)
  })

  test('the incident and the campaign show', () => {
    const { incident, campaign } = world.events
    const perDay = (purpose: string, topic: string | undefined, fromMs: number, untilMs: number) =>
      postsIn(world).filter((post) => {
        const atMs = Date.parse(post.at)
        const isIt = post.purpose === purpose && (topic === undefined || post.topic === topic)
        return isIt && atMs >= fromMs && atMs < untilMs
      }).length /
      ((untilMs - fromMs) / DAY_MS)
    const complaints = (from: number, until: number) =>
      perDay('complain', incident.topic, from, until)
    const usual = complaints(world.startsAtMs, incident.fromMs)
    expect(complaints(incident.fromMs, incident.untilMs)).toBeGreaterThan(5 * usual)
    const announced = (from: number, until: number) => perDay('announce', undefined, from, until)
    const before = announced(world.startsAtMs, campaign.fromMs)
    expect(announced(campaign.fromMs, campaign.untilMs)).toBeGreaterThan(1.2 * before)
  })

  test('last touch would praise the loud one', () => {
    const log = new Log(world)
    const { loud } = summarise(world)
    const touches = Map.groupBy(
      postsIn(world).filter(({ purpose }) => purpose !== 'react'),
      ({ topic }) => topic,
    )
    const credits = new Map<string, number>()
    for (const truth of world.truth) {
      if (truth.kind !== 'outcome' && truth.kind !== 'move') continue
      const last = lastTouch(log, touches.get(truth.topic) ?? [], truth.person, truth.at)
      if (last !== undefined) credits.set(last.actor, (credits.get(last.actor) ?? 0) + 1)
    }
    const ranked = [...credits].sort((a, b) => b[1] - a[1]).map(([actor]) => actor)
    expect(ranked.slice(0, 3)).toContain(loud.actor)
  })

  test('people sleep', () => {
    const hours = new Array<number>(24).fill(0)
    const ofJapanese = new Set(
      world.truth.flatMap((one) => (one.kind === 'actor' && one.language === 'ja' ? [one.id] : [])),
    )
    for (const { at, actor } of postsIn(world)) {
      const hour = (new Date(at).getUTCHours() + 9) % 24
      if (ofJapanese.has(actor)) hours[hour] = (hours[hour] ?? 0) + 1
    }
    expect((hours[3] ?? 0) * 4).toBeLessThan(hours[21] ?? 0)
  })
})
