import { type RawBuilder, sql } from 'kysely'
import type { Transaction } from '#store/door.ts'
import { type ActorLevel, type TouchKind, uuidV7Floor } from '#vocabulary/index.ts'
import { Follows, readFollowsOf } from './follows.ts'
import { type GatheredTouch, TouchGatherer } from './gather-touches.ts'
import { type LevelStep, levelAt, readMoveSteps, strongerLevel } from './levels.ts'
import { type Accounts, accountsOf, readAccountsOf } from './people-of-handles.ts'
import { outcomeFinder, readTopicsListened } from './read-outcomes.ts'
import { readActivityTopics } from './topics-of-activities.ts'
import { TELLING_TYPES, type TouchRow, touchesBy } from './touches-by.ts'

/** Something of one person that reached another. */
export interface Touch {
  kind: TouchKind
  /** What reached, and the activity that shows that it did (which may be the same). */
  activityId: string
  evidenceId: string
  actorHandleId: string
  actorPersonId: string
  /** Of the actor for the topic asked for, else the strongest of the post's topics, when speaking. */
  level: ActorLevel
  channelId: string
  topicIds: string[]
  /** The time of the evidence. */
  at: Date
}

/** Of whom touches are asked, and of which. */
export interface TouchesWish {
  /** All accounts of one person, merges resolved; or any one id of the person. */
  of: { handles: readonly string[] } | { personId: string }
  /** Strictly before this instant. */
  before: Date
  windowDays: number
  /** Only what is about this topic. */
  topicId?: string
}

const DAY_MS = 86_400_000
/**
 * Of each of somebody's own threads and accounts followed so many posts of the window are looked at: more
 * than anybody writes. `readTouches` knows no such bound, and credit would be otherwise beyond it.
 */
const EACH_MAX = 5_000

/**
 * What reached one person within the window before an instant, oldest first: the same touches as
 * `readTouches` gives of the whole log, found by indexes in milliseconds.
 */
export async function touchesOf(tx: Transaction, wish: TouchesWish): Promise<Touch[]> {
  const handles = 'handles' in wish.of ? wish.of.handles : await handlesOf(tx, wish.of.personId)
  if (handles.length === 0) return []
  const from = new Date(Math.round(wish.before.getTime() - wish.windowDays * DAY_MS))
  const span = { from: uuidV7Floor(from.getTime()), before: uuidV7Floor(wish.before.getTime()) }
  const telling = await tellingOf(tx, handles, span)
  const rows = await rowsOf(tx, handles, telling)
  const followed = await readFollowsOf(tx, handles)
  const named = rows.flatMap((row) => [row.actorHandleId, row.reachedHandleId ?? ''])
  const ids = [...new Set([...named, ...handles, ...followed.map((one) => one.followedId)])]
  const accounts = await readAccountsOf(
    tx,
    ids.filter((id) => id !== ''),
  )
  const follows = new Follows()
  for (const one of followed) follows.add(accounts, one)
  follows.sort(accounts.handles.count)
  const own = new Set(handles.map((id) => accounts.personOf(accounts.handles.find(id))))
  const gathered: GatheredTouch[] = []
  new TouchGatherer(accounts, follows).gather(rows, (touch) => {
    if (own.has(touch.person)) gathered.push(touch)
  })
  const touches = await describe(tx, gathered, accounts, wish.topicId)
  return touches.toSorted(
    (a, b) =>
      a.at.getTime() - b.at.getTime() ||
      order(a.evidenceId, b.evidenceId) ||
      order(a.activityId, b.activityId),
  )
}

/** As a measurement has touches of one instant, so that both keep the same of many that are alike. */
function order(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}

/** The accounts of a person today: of the root and of all that were merged into it. */
async function handlesOf(tx: Transaction, personId: string): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select root_id as id from person_root where person_id = ${personId}::uuid`.execute(tx)
  return accountsOf(
    tx,
    rows.map(({ id }) => id),
  )
}

interface Span {
  from: string
  before: string
}

/** Activities of the span that may show something of these accounts; each found by an index. */
async function tellingOf(
  tx: Transaction,
  handles: readonly string[],
  { from, before }: Span,
): Promise<string[]> {
  const own = sql`unnest(${[...handles]}::uuid[]) as own (id)`
  const within = (id: string) =>
    sql`${sql.ref(id)} >= ${from}::uuid and ${sql.ref(id)} < ${before}::uuid`
  const { rows } = await sql<{ id: string }>`
    with mine as materialized (
      select a.id, a.platform, a.type, a.thread_hash, a.workspace_id
      from ${own} cross join lateral (
        select * from activity a where a.handle_id = own.id order by a.id desc limit 5000) a),
    keys as materialized (
      select distinct s.platform, s.external_key_hash as hash, s.workspace_id from mine
      join activity_source s on s.workspace_id = mine.workspace_id and s.activity_id = mine.id
      where mine.type = 'Create'),
    followed as materialized (
      select distinct a.object_handle_id as id from ${own} cross join lateral (
        select * from activity a where a.handle_id = own.id and a.type = 'Follow'
          and a.deleted_at is null and a.object_handle_id is not null offset 0) a)
    select mine.id from mine where ${within('mine.id')}
    union
    select m.activity_id from ${own} cross join lateral (
      select * from activity_mention m where m.handle_id = own.id and ${within('m.activity_id')}
      offset 0) m
    union
    select a.id from keys cross join lateral (
      select * from activity a where a.workspace_id = keys.workspace_id
        and a.parent_hash = keys.hash and a.parent_hash is not null offset 0) a
      where ${within('a.id')}
    union
    select a.id from (
      select hash, workspace_id from keys
      union select thread_hash, workspace_id from mine where thread_hash is not null) thread
    cross join lateral (
      select a.id from activity a where a.workspace_id = thread.workspace_id
        and a.thread_hash = thread.hash and a.thread_hash is not null and ${within('a.id')}
        and a.type = 'Create'
      order by a.id desc limit ${EACH_MAX}) a
    union
    select a.id from followed cross join lateral (
      select a.id from activity a where a.handle_id = followed.id and ${within('a.id')}
        and a.type in ('Create', 'Announce')
      order by a.id desc limit ${EACH_MAX}) a
  `.execute(tx)
  return rows.map(({ id }) => id)
}

async function rowsOf(
  tx: Transaction,
  handles: readonly string[],
  ids: readonly string[],
): Promise<TouchRow[]> {
  if (ids.length === 0) return []
  const activities: RawBuilder<unknown> = sql`
    select a.* from unnest(${[...ids]}::uuid[]) as wanted (id)
    cross join lateral (select * from activity a where a.id = wanted.id offset 0) a
    where a.type = any(${[...TELLING_TYPES]}::text[])`
  const { rows } = await sql<TouchRow>`
    select * from (${touchesBy(activities)}) touch
    where touch."reachedHandleId" is null or touch."reachedHandleId" = any(${[...handles]}::uuid[])
  `.execute(tx)
  return rows
}

async function describe(
  tx: Transaction,
  gathered: readonly GatheredTouch[],
  accounts: Accounts,
  topicId: string | undefined,
): Promise<Touch[]> {
  const activities = [...new Set(gathered.map((one) => one.activityId))]
  const about = new Map((await readActivityTopics(tx, activities)).map((one) => [one.id, one]))
  const topicsOf = ({ activityId, topicId: own }: GatheredTouch) =>
    own === null ? (about.get(activityId)?.topicIds ?? []) : [own]
  const meant = gathered.filter(
    (touch) => topicId === undefined || topicsOf(touch).includes(topicId),
  )
  const steps = await stepsOf(tx, [...new Set(meant.map(({ actor }) => actor))], accounts)
  return meant.map((touch) => {
    const actorPersonId = accounts.people.idOf(touch.actor)
    const topicIds = topicsOf(touch)
    const spokenMs = spokenAt(touch.activityId)
    const level = (topicId === undefined ? topicIds : [topicId])
      .map((topic) => levelAt(steps.get(`${actorPersonId} ${topic}`), spokenMs))
      .reduce(strongerLevel, 'unknown')
    const { kind, activityId, evidenceId, channelId } = touch
    const actorHandleId = accounts.handles.idOf(touch.actorHandle)
    const at = new Date(touch.atMs)
    return {
      ...{ kind, activityId, evidenceId, actorHandleId, actorPersonId, level },
      channelId,
      topicIds,
      at,
    }
  })
}

/** The time that the id of an activity carries. */
function spokenAt(activityId: string): number {
  return Number.parseInt(activityId.replace('-', '').slice(0, 12), 16)
}

/** Steps of these actors by person and topic. */
async function stepsOf(
  tx: Transaction,
  actors: readonly number[],
  accounts: Accounts,
): Promise<Map<string, LevelStep[]>> {
  if (actors.length === 0) return new Map()
  const people = actors.map((actor) => accounts.people.idOf(actor))
  const steps = await readMoveSteps(tx, people)
  const find = outcomeFinder(await readTopicsListened(tx))
  const handles = sql`a.handle_id = any(${await accountsOf(tx, people)}::uuid[])`
  const outcomes = await find(tx, handles, OUTCOMES_MAX)
  const owners = await readAccountsOf(tx, [...new Set(outcomes.map(({ handleId }) => handleId))])
  for (const { handleId, type, at, topicIds } of outcomes) {
    if (type !== 'purchase' && type !== 'renewal' && type !== 'referral') continue
    const person = owners.personOf(owners.handles.find(handleId))
    if (person < 0) continue
    const personId = owners.people.idOf(person)
    for (const topicId of topicIds) {
      steps.push({ personId, topicId, did: type, stance: 'none', atMs: at.getTime() })
    }
  }
  steps.sort((a, b) => a.atMs - b.atMs)
  const by = new Map<string, LevelStep[]>()
  for (const step of steps) {
    const key = `${step.personId} ${step.topicId}`
    const known = by.get(key)
    if (known === undefined) by.set(key, [step])
    else known.push(step)
  }
  return by
}

const OUTCOMES_MAX = 10_000
