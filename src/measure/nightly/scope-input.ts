import { ACTOR_LEVELS, type ActorLevel, TOUCH_KINDS } from '#vocabulary/index.ts'
import type { InfluenceInput } from '../influence/columns.ts'
import { type DatedStep, type LevelStep, levelAt, strongerLevel } from '../touches/levels.ts'
import type { TouchesRead } from '../touches/read-touches.ts'
import type { CommunitiesOfPeople } from './communities-of-people.ts'
import type { FirstSeen, Happening } from './happenings.ts'

/** What a scope is measured with; rows of touches lead back to what was read. */
export interface ScopeInput {
  input: InfluenceInput
  /** Of each touch of the input, its row in what was read. */
  row: Int32Array
  /** Of each outcome of the input. */
  happenings: Happening[]
  /** Outcomes of whom nobody knows who they are. */
  unlinked: Happening[]
}

/** Everything that was read of a workspace, for all of its scopes. */
export interface Ground {
  touches: TouchesRead
  happenings: readonly Happening[]
  levels: LevelBook
  firstSeen: FirstSeen
  communities: CommunitiesOfPeople
}

/** The outcomes and touches of a topic, or (null) of all together, as the engine takes them. */
export function scopeInput(ground: Ground, topicId: string | null): ScopeInput {
  const { touches, firstSeen } = ground
  const { accounts, channels } = touches
  const row = rowsOf(touches, topicId)
  const people = accounts.people.count
  const names = Array.from({ length: people }, (_, person) => accounts.people.idOf(person))
  const isReached = new Uint8Array(people)
  for (const one of row) isReached[touches.person[one] as number] = 1
  const meant = happeningsOf(ground, topicId)
  const isLinked = ({ person }: Happening) =>
    person >= 0 && (firstSeen.isKnown[person] === 1 || isReached[person] === 1)
  const happenings = meant.filter(isLinked)
  const types = [...new Set(happenings.map(({ type }) => type))].sort()
  const pick = (column: Int32Array) => row.map((one) => column[one] as number)
  const activity = pick(touches.activity)
  const level = ground.levels.ofActivities(touches, topicId)
  return {
    input: {
      names,
      channels: Array.from({ length: channels.count }, (_, channel) => channels.idOf(channel)),
      types,
      levels: ACTOR_LEVELS,
      strata: [],
      touches: {
        t: Float64Array.from(row, (one) => (touches.atMs[one] as number) / 1000),
        actor: pick(touches.actor),
        person: pick(touches.person),
        channel: pick(touches.channel),
        level: activity.map((one) => level[one] as number),
        activity,
        parent: activity.map((one) => touches.parent[one] ?? -1),
      },
      outcomes: {
        t: Float64Array.from(happenings, ({ atMs }) => atMs / 1000),
        person: Int32Array.from(happenings, ({ person }) => person),
        type: Int32Array.from(happenings, ({ type }) => types.indexOf(type)),
        value: Float64Array.from(happenings, ({ valueMinor }) => valueMinor ?? 0),
      },
      stratum: new Int32Array(people).fill(-1),
      joined: firstSeen.at.map((at) => (at === Number.POSITIVE_INFINITY ? -at : at)),
      listed: firstSeen.isKnown,
    },
    row,
    happenings,
    unlinked: meant.filter((one) => !isLinked(one)),
  }
}

/** Rows of touches that are about the topic, or about any; the oldest first. */
function rowsOf(touches: TouchesRead, topicId: string | null): Int32Array {
  const { activity, kind, topicStart, topicOf, topics } = touches
  const wanted = topicId === null ? -1 : topics.find(topicId)
  const isAbout = (of: number) => {
    const own = topicOf.subarray(topicStart[of] ?? 0, topicStart[of + 1] ?? 0)
    return topicId === null ? own.length > 0 : own.includes(wanted)
  }
  const told = (row: number) =>
    topicId === null && CLAIMS.has(TOUCH_KINDS[kind[row] as number] as string)
  const rows: number[] = []
  for (let row = activity.length - 1; row >= 0; row--) {
    if (isAbout(activity[row] as number) || told(row)) rows.push(row)
  }
  return Int32Array.from(rows)
}

/** What is no post may be about no topic that we know, and still lead to us. */
const CLAIMS: ReadonlySet<string> = new Set(['click', 'claim'])

/** Those of the scope, one a kind and activity, as far back as touches are whole. */
function happeningsOf({ happenings, touches }: Ground, topicId: string | null): Happening[] {
  const from = touches.reachesBackTo?.getTime() ?? Number.NEGATIVE_INFINITY
  const seen = new Set<string>()
  const found = happenings.filter(({ topicIds, activityId, type, atMs }) => {
    if (atMs < from || (topicId !== null && !topicIds.includes(topicId))) return false
    const key = `${activityId} ${type}`
    if (seen.has(key)) return false
    seen.add(key)
    return true
  })
  // The same order whatever order they were read in: chance is drawn by it.
  return found.sort(
    (a, b) =>
      a.atMs - b.atMs ||
      (a.activityId < b.activityId ? -1 : a.activityId > b.activityId ? 1 : 0) ||
      (a.type < b.type ? -1 : 1),
  )
}

/** Who had done what about which topic, when. */
export class LevelBook {
  readonly #steps = new Map<string, LevelStep[]>()

  /** Steps in the order of time. */
  constructor(steps: readonly DatedStep[]) {
    for (const step of steps) {
      const key = `${step.personId} ${step.topicId}`
      const known = this.#steps.get(key)
      if (known === undefined) this.#steps.set(key, [step])
      else known.push(step)
    }
  }

  of(personId: string, topicId: string, atMs: number): ActorLevel {
    return levelAt(this.#steps.get(`${personId} ${topicId}`), atMs)
  }

  /** Of each activity, the level of its author when speaking, as an index into ACTOR_LEVELS. */
  ofActivities(touches: TouchesRead, topicId: string | null): Int32Array {
    const { activities, accounts, topics, topicStart, topicOf } = touches
    const author = new Int32Array(activities.count).fill(-1)
    touches.activity.forEach((activity, row) => {
      author[activity] = touches.actor[row] as number
    })
    return author.map((actor, activity) => {
      if (actor < 0) return 0
      const personId = accounts.people.idOf(actor)
      const atMs = activities.timeMsOf(activity)
      const about = topicId === null ? idsOf(activity) : [topicId]
      const level = about.map((topic) => this.of(personId, topic, atMs))
      return ACTOR_LEVELS.indexOf(level.reduce(strongerLevel, 'unknown'))
    })

    function idsOf(activity: number): string[] {
      const own = topicOf.subarray(topicStart[activity] ?? 0, topicStart[activity + 1] ?? 0)
      return Array.from(own, (topic) => topics.idOf(topic))
    }
  }
}
