import { sql } from 'kysely'
import type { Transaction } from '#store/door.ts'
import { OWN_WORKSPACE } from '#store/outbox.ts'
import { uuidV7Floor } from '#vocabulary/index.ts'
import { rootsOf } from '../figures/name-people.ts'
import type { News } from '../news.ts'
import { accountsOf } from '../touches/people-of-handles.ts'
import { TELLING_TYPES, type TouchRow, touchesBy } from '../touches/touches-by.ts'
import type { PersonDue } from './credit-people.ts'

const DAY_MS = 86_400_000
/** What happened longer before it arrived waits for the next measurement: an export of last year is no news. */
const LATE_DAYS = 30
/** Activities of one batch that are looked at; beyond, the next measurement counts them. */
const NEWS_MAX = 5_000
/** Outcomes that a batch may have credited anew because it came late; the newest. */
const LATE_OUTCOMES_MAX = 1_000

/**
 * Whose outcomes may be otherwise since a batch arrived: those of whoever did something in it, from then
 * on; and those of whom it reached, where an outcome that is credited already came after it.
 */
export async function peopleDue(
  tx: Transaction,
  news: News,
  windowDays: number,
): Promise<PersonDue[]> {
  const acts = await readNews(tx, news)
  if (acts.length === 0) return []
  const due = new Map<string, Date>()
  const doers = [...acts, ...(await answersTo(tx, acts))]
  const roots = await rootsOf(
    tx,
    doers.map(({ handleId }) => handleId),
  )
  for (const { handleId, at } of doers) noteDue(due, roots.get(handleId), at)
  const late = await reachedBefore(tx, acts, windowDays)
  for (const { personId, at } of late) noteDue(due, personId, at)
  return [...due].map(([personId, since]) => ({ personId, since, before: null }))
}

function noteDue(due: Map<string, Date>, personId: string | undefined, at: Date): void {
  if (personId === undefined) return
  const known = due.get(personId)
  if (known === undefined || at < known) due.set(personId, at)
}

interface Act {
  id: string
  handleId: string
  at: Date
}

async function readNews(tx: Transaction, { from, to, at }: News): Promise<Act[]> {
  const [, floor = from] = [from, uuidV7Floor(Date.parse(at) - LATE_DAYS * DAY_MS)].sort()
  if (to < floor) return []
  const { rows } = await sql<Act>`
    select id, handle_id as "handleId", published_at as at from activity
    where id >= ${floor}::uuid and id <= ${to}::uuid and arrived_at = ${at}::timestamptz
    order by id desc limit ${NEWS_MAX}`.execute(tx)
  return rows
}

/** What was there already and answers something in the batch: whether it shows a move may be known now. */
async function answersTo(tx: Transaction, acts: readonly Act[]): Promise<Act[]> {
  const { rows } = await sql<Act>`
    select a.id, a.handle_id as "handleId", a.published_at as at
    from unnest(${acts.map(({ id }) => id)}::uuid[]) as wanted (id)
    join activity_source s on s.workspace_id = ${OWN_WORKSPACE} and s.activity_id = wanted.id
    cross join lateral (
      select a.id, a.handle_id, a.published_at from activity a where a.workspace_id = s.workspace_id
        and a.parent_hash = s.external_key_hash and a.parent_hash is not null offset 0) a
    limit ${NEWS_MAX}`.execute(tx)
  return rows
}

/**
 * Credited outcomes of people whom something in the batch reached before: what arrives late, the parent
 * of an answer that was there already, the beginning of a thread, a follow.
 */
async function reachedBefore(
  tx: Transaction,
  acts: readonly Act[],
  windowDays: number,
): Promise<{ personId: string; at: Date }[]> {
  const first = new Date(Math.min(...acts.map(({ at }) => at.getTime())))
  const { rows: after } = await sql`
    select 1 from outcome_credit where at > ${first} limit 1`.execute(tx)
  if (after.length === 0) return []
  const touches = await touchesOfNews(
    tx,
    acts.map(({ id }) => id),
  )
  const reached = new Map<string, Date>()
  const told = touches.flatMap(({ reachedHandleId }) => reachedHandleId ?? [])
  const roots = await rootsOf(tx, told)
  for (const { reachedHandleId, at } of touches) {
    if (reachedHandleId !== null) noteDue(reached, roots.get(reachedHandleId), at)
  }
  for (const { personId, at } of await followersOf(tx, touches)) noteDue(reached, personId, at)
  return outcomesAfter(tx, reached, windowDays)
}

/** What the batch shows together with what was there and answers it. */
async function touchesOfNews(tx: Transaction, ids: readonly string[]): Promise<TouchRow[]> {
  const { rows } = await sql<TouchRow>`${touchesBy(sql`
    with news as materialized (
      select a.* from unnest(${[...ids]}::uuid[]) as wanted (id)
      cross join lateral (select * from activity a where a.id = wanted.id offset 0) a),
    keys as materialized (
      select s.workspace_id, s.external_key_hash as hash from news
      join activity_source s on s.workspace_id = news.workspace_id and s.activity_id = news.id),
    answers as (
      select a.id from keys cross join lateral (
        select a.id from activity a where a.workspace_id = keys.workspace_id
          and a.parent_hash = keys.hash and a.parent_hash is not null offset 0) a),
    related as (
      select id from news
      union select id from answers
      -- What answers borrow their topic from has arrived: whoever acted on them was reached by it too.
      union
      select a.id from answers
      join activity_source s on s.workspace_id = ${OWN_WORKSPACE} and s.activity_id = answers.id
      cross join lateral (
        select a.id from activity a where a.workspace_id = s.workspace_id
          and a.parent_hash = s.external_key_hash and a.parent_hash is not null offset 0) a
      union
      select a.id from (
        select workspace_id, hash from keys
        union select workspace_id, thread_hash from news where thread_hash is not null) thread
      cross join lateral (
        select a.id from activity a where a.workspace_id = thread.workspace_id
          and a.thread_hash = thread.hash and a.thread_hash is not null
        order by a.id desc limit 200) a)
    select a.* from related
    cross join lateral (select * from activity a where a.id = related.id offset 0) a
    where a.type = any(${[...TELLING_TYPES]}::text[])`)}`.execute(tx)
  return rows
}

/** Among those with a credited outcome, who follows whoever spoke. */
async function followersOf(
  tx: Transaction,
  touches: readonly TouchRow[],
): Promise<{ personId: string; at: Date }[]> {
  const spoke = new Map<string, Date>()
  for (const { followedHandleId, at } of touches) noteDue(spoke, followedHandleId ?? undefined, at)
  if (spoke.size === 0) return []
  const first = new Date(Math.min(...[...spoke.values()].map((at) => at.getTime())))
  const { rows } = await sql<{ handleId: string; followedId: string }>`
    select distinct f.handle_id as "handleId", f.object_handle_id as "followedId"
    from (select distinct handle_id from outcome_credit where at > ${first}) own
    cross join lateral (
      select a.handle_id, a.object_handle_id from activity a where a.handle_id = own.handle_id
        and a.type = 'Follow' and a.deleted_at is null offset 0) f
    where f.object_handle_id = any(${[...spoke.keys()]}::uuid[])`.execute(tx)
  const roots = await rootsOf(
    tx,
    rows.map(({ handleId }) => handleId),
  )
  return rows.flatMap(({ handleId, followedId }) => {
    const [personId, at] = [roots.get(handleId), spoke.get(followedId)]
    return personId === undefined || at === undefined ? [] : [{ personId, at }]
  })
}

/** Of people and when they were reached: those who have a credited outcome after that, within the window. */
async function outcomesAfter(
  tx: Transaction,
  reached: ReadonlyMap<string, Date>,
  windowDays: number,
): Promise<{ personId: string; at: Date }[]> {
  if (reached.size === 0) return []
  const handles = await accountsOf(tx, [...reached.keys()])
  const times = [...reached.values()].map((at) => at.getTime())
  const last = new Date(Math.max(...times) + windowDays * DAY_MS)
  const { rows } = await sql<{ handleId: string; at: Date }>`
    select handle_id as "handleId", at from outcome_credit
    where handle_id = any(${handles}::uuid[]) and at > ${new Date(Math.min(...times))}
      and at <= ${last}
    order by at desc limit ${LATE_OUTCOMES_MAX}`.execute(tx)
  const roots = await rootsOf(
    tx,
    rows.map(({ handleId }) => handleId),
  )
  return rows.flatMap(({ handleId, at }) => {
    const personId = roots.get(handleId)
    const since = personId === undefined ? undefined : reached.get(personId)
    return personId === undefined || since === undefined || at <= since ? [] : [{ personId, at }]
  })
}
