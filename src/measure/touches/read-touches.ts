import { sql } from 'kysely'
import type { Transaction } from '#store/door.ts'
import { MAX_UUID, TOUCH_KINDS, uuidV7Floor } from '#vocabulary/index.ts'
import { readFollows } from './follows.ts'
import { TouchGatherer } from './gather-touches.ts'
import { bytes, floats, ints } from './growing-column.ts'
import { IdNumbers } from './id-numbers.ts'
import { type Accounts, type Run, readAccounts } from './people-of-handles.ts'
import { type ActivityTopics, readActivityTopics } from './topics-of-activities.ts'
import { TELLING_TYPES, type TouchRow, touchesBy } from './touches-by.ts'

/** Every touch of a span of the log, newest evidence first, as columns of numbers. */
export interface TouchesRead {
  accounts: Accounts
  /** Ids of activities: of what reached, of evidence, and of what they answer. */
  activities: IdNumbers
  channels: IdNumbers
  topics: IdNumbers
  /** Time of the evidence, in ms. */
  atMs: Float64Array
  actor: Int32Array
  actorHandle: Int32Array
  person: Int32Array
  channel: Int32Array
  /** Index into TOUCH_KINDS. */
  kind: Uint8Array
  activity: Int32Array
  evidence: Int32Array
  /** Of each activity: what it answers, -1 where nothing known. */
  parent: Int32Array
  /** Topics of activity i stand at `topicStart[i]` up to `topicStart[i + 1]` of `topicOf`. */
  topicStart: Int32Array
  topicOf: Int32Array
  /** From when on touches are whole; null where all of the log was read. */
  reachesBackTo: Date | null
}

export interface TouchSpan {
  from?: Date
  to?: Date
  /** So many are read, the newest; more would not fit into memory. */
  touchesMax?: number
}

/** Some 40 bytes a touch, and what the measurement makes of them: half a gigabyte in all. */
const TOUCHES_MAX = 6_000_000
const ACTIVITIES_AT_ONCE = 4_000

/**
 * Every touch that the log shows (see `touchesBy`), in portions of 4,000 activities, each in a
 * transaction of its own. Where there are more than `touchesMax`, it goes back only so far.
 */
export async function readTouches(run: Run, span: TouchSpan = {}): Promise<TouchesRead> {
  const accounts = await readAccounts(run)
  const gatherer = new TouchGatherer(accounts, await readFollows(run, accounts))
  const rows = new TouchRows()
  const most = span.touchesMax ?? TOUCHES_MAX
  const floor = uuidV7Floor(span.from?.getTime() ?? 0)
  let before = span.to === undefined ? MAX_UUID : uuidV7Floor(span.to.getTime())
  let isCutShort = false
  for (;;) {
    const ceiling = before
    const { shown, last } = await run((tx) => readPortion(tx, floor, ceiling))
    gatherer.gather(shown, (touch) => rows.add(touch))
    if (last === undefined) break
    before = last
    isCutShort = rows.count > most
    if (isCutShort) break
  }
  const about = await readAbout(run, rows)
  const reachesBackTo = isCutShort ? new Date(rows.oldestMs) : (span.from ?? null)
  return { accounts, ...rows.take(), ...about, reachesBackTo }
}

async function readPortion(
  tx: Transaction,
  floor: string,
  before: string,
): Promise<{ shown: TouchRow[]; last: string | undefined }> {
  const { rows: ids } = await sql<{ id: string }>`
    select id from activity where id < ${before}::uuid and id >= ${floor}::uuid
    order by id desc limit ${ACTIVITIES_AT_ONCE}`.execute(tx)
  const last = ids.at(-1)?.id
  if (last === undefined) return { shown: [], last }
  const { rows: shown } = await touchesBy(sql`
    select * from activity where id >= ${last}::uuid and id < ${before}::uuid
      and type = any(${[...TELLING_TYPES]}::text[])`).execute(tx)
  return { shown, last: ids.length < ACTIVITIES_AT_ONCE ? undefined : last }
}

/** Touches as they come in. */
class TouchRows {
  readonly activities = new IdNumbers()
  readonly topics = new IdNumbers()
  oldestMs = Number.POSITIVE_INFINITY
  readonly #channels = new IdNumbers()
  readonly #atMs = floats()
  readonly #actor = ints()
  readonly #actorHandle = ints()
  readonly #person = ints()
  readonly #channel = ints()
  readonly #kind = bytes()
  readonly #activity = ints()
  readonly #evidence = ints()
  /** Topics of what is no post, by activity. */
  readonly ownTopics = new Map<number, string>()

  get count(): number {
    return this.#actor.length
  }

  add(touch: Parameters<Parameters<TouchGatherer['gather']>[1]>[0]): void {
    const activity = this.activities.numberOf(touch.activityId)
    this.#atMs.push(touch.atMs)
    this.#actor.push(touch.actor)
    this.#actorHandle.push(touch.actorHandle)
    this.#person.push(touch.person)
    this.#channel.push(this.#channels.numberOf(touch.channelId))
    this.#kind.push(TOUCH_KINDS.indexOf(touch.kind))
    this.#activity.push(activity)
    this.#evidence.push(this.activities.numberOf(touch.evidenceId))
    if (touch.topicId !== null) this.ownTopics.set(activity, touch.topicId)
    this.oldestMs = Math.min(this.oldestMs, touch.atMs)
  }

  take() {
    return {
      activities: this.activities,
      channels: this.#channels,
      topics: this.topics,
      atMs: this.#atMs.take(),
      actor: this.#actor.take(),
      actorHandle: this.#actorHandle.take(),
      person: this.#person.take(),
      channel: this.#channel.take(),
      kind: this.#kind.take(),
      activity: this.#activity.take(),
      evidence: this.#evidence.take(),
    }
  }
}

/** Topics and parents of all activities that are named by then. */
async function readAbout(run: Run, { activities, topics, ownTopics }: TouchRows) {
  const named = activities.count
  const parents = new Int32Array(named).fill(-1)
  const topicStart = ints()
  const topicOf = ints()
  topicStart.push(0)
  for (let from = 0; from < named; from += ACTIVITIES_AT_ONCE) {
    const until = Math.min(named, from + ACTIVITIES_AT_ONCE)
    const ids = Array.from({ length: until - from }, (_, i) => activities.idOf(from + i))
    const rows = await run((tx) => readActivityTopics(tx, ids))
    const known = new Map<string, ActivityTopics>(rows.map((row) => [row.id, row]))
    ids.forEach((id, i) => {
      const row = known.get(id)
      const own = ownTopics.get(from + i)
      for (const topic of own === undefined ? (row?.topicIds ?? []) : [own]) {
        topicOf.push(topics.numberOf(topic))
      }
      topicStart.push(topicOf.length)
      // Only what reached somebody itself can stand behind another.
      if (row?.parentId != null) parents[from + i] = activities.find(row.parentId)
    })
  }
  return { parent: parents, topicStart: topicStart.take(), topicOf: topicOf.take() }
}
