import { sql } from 'kysely'
import { judge, WEEKS_MAX } from '#graph/index.ts'
import { isConnectionLost } from '#store/connection-lost.ts'
import type { Door, Transaction } from '#store/door.ts'
import { type EventEffect, OWN_WORKSPACE, writeEvent } from '#store/outbox.ts'
import { goOnAsSystem, goOnInWorkspace } from '#store/roles.ts'
import {
  type AlertChoice,
  type AlertKind,
  EnishiError,
  type RandomBytes,
  uuidV7,
  uuidV7Floor,
} from '#vocabulary/index.ts'
import type { ActivityFilter } from './activity-filter.ts'
import { countActivities, matchActivities } from './match-activities.ts'

export interface AlertChance {
  now: () => Date
  random: RandomBytes
  /** Told of a search that could not be looked at; the others go on. */
  onTrouble(searchId: string, error: Error): void
}

const HOUR_MS = 3_600_000
const DAY_MS = 24 * HOUR_MS
/** What happened longer before it arrived is no news: an export of last year rings no bell. */
const NEWS_MS = 2 * DAY_MS
const CANDIDATES_MAX = 5_000
/** New posts of one search make one alert in this time; it counts them. */
const GROUPED_MS = 10 * 60_000
const SURGE_LOOKED_EVERY_MS = 10 * 60_000
/** Fewer posts in 24 hours than these surprise nobody. */
const SURGE_POSTS_MIN = 5
/** Beyond, a day is simply busy. */
const POSTS_COUNTED_MAX = 10_000

interface Watching {
  id: string
  filter: string
  alert: AlertChoice
}

/**
 * The effect of the consumer `alerts`: what was newly heard is held against every saved search of its
 * workspace, in the transaction that moves the consumer. `due` is told of workspaces where a surge is
 * to be looked for.
 */
export function alertEffect(chance: AlertChance, due: (workspaceId: string) => void): EventEffect {
  return async (event, tx) => {
    if (event.name !== 'activities.heard') return
    const inside = await goOnInWorkspace(tx, event.workspaceId)
    if (await raiseAlerts(inside, event.detail, chance)) due(event.workspaceId)
    await goOnAsSystem(tx)
  }
}

/** Answers whether a search that watches for surges was among those that found something. */
async function raiseAlerts(
  tx: Transaction,
  detail: readonly string[],
  chance: AlertChance,
): Promise<boolean> {
  const news = readNews(detail)
  if (news === undefined) return false
  // What was there when a search was saved is not new to it.
  const searches = await tx
    .selectFrom('saved_search')
    .select(['id', 'filter', 'alert'])
    .where('id', '<=', uuidV7Floor(Date.parse(news.at)))
    .execute()
  const candidates = searches.length === 0 ? [] : await findNews(tx, news)
  if (candidates.length === 0) return false
  let isAny = false
  let isDue = false
  for (const search of searches) {
    const found = await matchSearch(tx, search, candidates, chance)
    if (found.length === 0) continue
    isAny = true
    isDue ||= search.alert === 'surge'
    await note(tx, search, found, chance)
  }
  if (isAny) await writeEvent(tx, OWN_WORKSPACE, { name: 'saved-search.heard' })
  return isDue
}

/** What cannot be searched for finds nothing; a filter may have been saved before it was refused. */
async function matchSearch(
  tx: Transaction,
  { id, filter }: Watching,
  candidates: readonly string[],
  { onTrouble }: AlertChance,
): Promise<string[]> {
  try {
    return await matchActivities(tx, JSON.parse(filter) as ActivityFilter, candidates)
  } catch (error) {
    // Whatever else fails has ended the transaction.
    if (!(error instanceof EnishiError) || isConnectionLost(error)) throw error
    onTrouble(id, error)
    return []
  }
}

/** What a batch brought that is news: a range of ids, and the time of arrival. */
interface News {
  floor: string
  to: string
  at: string
}

/** Undefined where it brought nothing new, or nothing of these days. */
function readNews(detail: readonly string[]): News | undefined {
  const partOf = (name: string) =>
    detail.find((part) => part.startsWith(`${name}=`))?.slice(name.length + 1)
  const [from, to, at] = [partOf('from'), partOf('to'), partOf('at')]
  if (from === undefined || to === undefined || at === undefined) return undefined
  const [, floor = from] = [from, uuidV7Floor(Date.parse(at) - NEWS_MS)].sort()
  return to < floor ? undefined : { floor, to, at }
}

async function findNews(tx: Transaction, { floor, to, at }: News): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select id from activity where id >= ${floor}::uuid and id <= ${to}::uuid
      and arrived_at = ${at}::timestamptz
    order by id desc limit ${CANDIDATES_MAX}
  `.execute(tx)
  return rows.map(({ id }) => id)
}

async function note(
  tx: Transaction,
  { id, alert }: Watching,
  found: readonly string[],
  chance: AlertChance,
): Promise<void> {
  await sql`
    update saved_search set heard = heard + ${found.length}::integer,
      is_surge_due = is_surge_due or alert = 'surge'
    where id = ${id}
  `.execute(tx)
  if (alert !== 'each') return
  const newest = found[0] ?? null
  const raised = {
    searchId: id,
    kind: 'each' as const,
    posts: found.length,
    newest,
    expected: null,
  }
  if (!(await addToAlert(tx, raised, chance.now(), GROUPED_MS))) await raise(tx, raised, chance)
}

interface Raised {
  searchId: string
  kind: AlertKind
  posts: number
  newest: string | null
  expected: number | null
}

/** Adds to the alert that was raised within that time; false where there is none. */
async function addToAlert(
  tx: Transaction,
  { searchId, kind, posts, newest }: Raised,
  now: Date,
  withinMs: number,
): Promise<boolean> {
  const { rows } = await sql`
    update alert set posts = posts + ${posts}::integer,
      newest_activity_id = greatest(newest_activity_id, ${newest}::uuid)
    where id = (
      select id from alert where search_id = ${searchId} and kind = ${kind}
        and at > ${new Date(now.getTime() - withinMs)}
      order by id desc limit 1
    ) returning 1
  `.execute(tx)
  return rows.length > 0
}

async function raise(tx: Transaction, raised: Raised, chance: AlertChance): Promise<void> {
  const now = chance.now()
  const { searchId, kind, posts, newest, expected } = raised
  const id = uuidV7(now.getTime(), chance.random)
  await tx
    .insertInto('alert')
    .values({
      ...{ workspace_id: OWN_WORKSPACE, id, search_id: searchId, kind, at: now },
      ...{ posts, newest_activity_id: newest, expected },
    })
    .execute()
  const detail = [`kind=${kind}`, `search=${searchId}`]
  await writeEvent(tx, OWN_WORKSPACE, { name: 'alert.raised', subjectId: id, detail })
}

/**
 * Looks whether searches of the workspace that found something have found unusually much: the posts
 * of the last 24 hours against those of the same weekday in the last eight weeks. Each search at most
 * every ten minutes, and at most one alert a day; one that fails is told of and waits for its next
 * match. Answers whether some have to wait for their time. Throws only where the database is away.
 */
export async function lookForSurges(
  door: Door,
  workspaceId: string,
  chance: AlertChance,
): Promise<boolean> {
  const due = await door.inWorkspace(
    workspaceId,
    (tx) =>
      tx
        .selectFrom('saved_search')
        .select(['id', 'filter', 'heard', 'surge_checked_at'])
        .where('alert', '=', 'surge')
        .where('is_surge_due', '=', true)
        .execute(),
    'background',
  )
  const before = chance.now().getTime() - SURGE_LOOKED_EVERY_MS
  const [ready, waiting] = [
    due.filter(({ surge_checked_at: at }) => at === null || at.getTime() <= before),
    due.filter(({ surge_checked_at: at }) => at !== null && at.getTime() > before),
  ]
  for (const search of ready) {
    const run = (work: (tx: Transaction) => Promise<void>) =>
      door.inWorkspace(workspaceId, work, 'background')
    try {
      await run((tx) => lookForSurge(tx, search, chance))
    } catch (error) {
      if (isConnectionLost(error)) throw error
      chance.onTrouble(search.id, error as Error)
      await run((tx) => noteLook(tx, search, chance.now()))
    }
  }
  return waiting.length > 0
}

/** Counts first and writes last: a transaction that has written holds back every reader of events. */
async function lookForSurge(
  tx: Transaction,
  search: { id: string; filter: string; heard: number },
  chance: AlertChance,
): Promise<void> {
  const now = chance.now()
  const until = now.getTime()
  const filter = JSON.parse(search.filter) as ActivityFilter
  const countUntil = (untilMs: number) =>
    countActivities(tx, filter, { sinceMs: untilMs - DAY_MS, untilMs }, POSTS_COUNTED_MAX)
  const posts = await countUntil(until)
  const weeks: number[] = []
  for (const end of await knownWeeks(tx, until)) weeks.push(await countUntil(end))
  const judged = judge(posts, Float64Array.from(weeks))
  await noteLook(tx, search, now)
  if (judged === null || posts < SURGE_POSTS_MIN) return
  const { expected, score } = judged
  if (posts <= expected || score < 1) return
  const surge = { searchId: search.id, kind: 'surge' as const, posts, newest: null, expected }
  if (!(await wasRaised(tx, search.id, new Date(until - DAY_MS)))) await raise(tx, surge, chance)
}

/** What was heard while it was counted leaves the search due. */
async function noteLook(
  tx: Transaction,
  { id, heard }: { id: string; heard: number },
  now: Date,
): Promise<void> {
  await sql`update saved_search set is_surge_due = heard <> ${heard}::bigint, surge_checked_at = ${now}
    where id = ${id}`.execute(tx)
}

/** The ends of the same days of earlier weeks, as far as the log reaches back. */
async function knownWeeks(tx: Transaction, untilMs: number): Promise<number[]> {
  const first = await tx
    .selectFrom('activity')
    .select('id')
    .orderBy('id')
    .limit(1)
    .executeTakeFirst()
  if (first === undefined) return []
  const ends = Array.from({ length: WEEKS_MAX }, (_, week) => untilMs - (week + 1) * 7 * DAY_MS)
  return ends.filter((end) => uuidV7Floor(end - DAY_MS) >= first.id)
}

async function wasRaised(tx: Transaction, searchId: string, since: Date): Promise<boolean> {
  const { rows } = await sql`
    select 1 from alert where search_id = ${searchId} and kind = 'surge' and at > ${since} limit 1
  `.execute(tx)
  return rows.length > 0
}
