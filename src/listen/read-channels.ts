import { sql } from 'kysely'
import { type Listed, type PageRequest, readIdCursor, writeCursor } from '#store/cursor.ts'
import type { Transaction } from '#store/door.ts'
import {
  type ChannelCondition,
  type ChannelState,
  EnishiError,
  type GapReason,
  NIL_UUID,
} from '#vocabulary/index.ts'
import type { LiveSettings } from './live-kind.ts'

/** How a channel is doing; times as RFC 3339. */
export interface ChannelHealth {
  condition: ChannelCondition
  triedAt: string | null
  succeededAt: string | null
  nextTryAt: string | null
  lastPublishedAt: string | null
  lastArrivedAt: string | null
  lagMs: number | null
  failuresInRow: number
  requests: number
  bytes: number
  unchanged: number
  events: number
  taken: number
}

/** A place that is or was listened to. */
export interface ListedChannel {
  id: string
  kind: string
  name: string
  createdAt: string
  state: ChannelState
  /** Posts of the last seven days with today, in the workspace's time zone; from the roll-up. */
  postsLastWeek: number
  /** Null for imports. */
  health: ChannelHealth | null
  /** The newest problem, while it is not overcome. */
  problem: { code: string; detail: string | null } | null
}

export interface ChannelInFull extends ListedChannel {
  settings: LiveSettings | null
  retentionDays: number | null
  lawfulBasis: string | null
  changedAt: string
  /** Newest first. */
  problems: { id: string; at: string; code: string; detail: string | null }[]
  gaps: { id: string; since: string; until: string; reason: GapReason; noticedAt: string }[]
}

export interface ChannelFilter {
  q?: string | undefined
  kind?: string | undefined
  state?: ChannelState | undefined
  condition?: ChannelCondition | undefined
}

/** Channels, newest first; removed ones only where asked for. Throws `bad-input` for a foreign cursor. */
export async function listChannels(
  tx: Transaction,
  page: PageRequest & ChannelFilter,
  now: Date,
): Promise<Listed<ListedChannel>> {
  const before = page.cursor === undefined ? null : readIdCursor(page.cursor)
  const { q, kind, state, condition } = page
  const wanted = [
    state === undefined ? sql`c.state <> 'removed'` : sql`c.state = ${state}`,
    ...(before === null ? [] : [sql`c.id < ${before}::uuid`]),
    ...(kind === undefined ? [] : [sql`c.kind = ${kind}`]),
    ...(condition === undefined ? [] : [sql`h.condition = ${condition}`]),
    ...(q === undefined ? [] : [sql`strpos(lower(c.name), lower(${q})) > 0`]),
  ]
  const { rows } = await sql<ChannelRow>`
    select ${CHANNEL_COLUMNS}, ${postsSince(now)} as posts_last_week ${FROM_CHANNEL}
    where ${sql.join(wanted, sql` and `)}
    order by c.id desc limit ${page.limit + 1}
  `.execute(tx)
  const shown = rows.slice(0, page.limit)
  const last = shown.at(-1)
  const next = rows.length > page.limit && last !== undefined ? writeCursor([last.id]) : null
  return { items: shown.map(showChannel), next }
}

/** One channel, also a removed one. Throws `not-found`. */
export async function getChannel(tx: Transaction, id: string, now: Date): Promise<ChannelInFull> {
  const { rows } = await sql<ChannelRow & SettingsRow>`
    select ${CHANNEL_COLUMNS}, ${postsSince(now)} as posts_last_week,
      c.settings, c.retention_days, c.lawful_basis, c.changed_at ${FROM_CHANNEL}
    where c.id = ${id}::uuid
  `.execute(tx)
  const row = rows[0]
  if (row === undefined) throw noChannel()
  return {
    ...showChannel(row),
    settings: row.settings === null ? null : (JSON.parse(row.settings) as LiveSettings),
    retentionDays: row.retention_days,
    lawfulBasis: row.lawful_basis,
    changedAt: row.changed_at.toISOString(),
    problems: await readProblems(tx, id),
    gaps: await readGaps(tx, id),
  }
}

/** The refusal for an id that is no channel of the workspace. */
export function noChannel(): EnishiError {
  return new EnishiError('not-found', {
    en: 'There is no such channel. It may have been removed.',
    ja: 'チャネルが見つかりません。削除された可能性があります。',
  })
}

interface ChannelRow {
  id: string
  kind: string
  name: string
  created_at: Date
  state: ChannelState
  posts_last_week: number
  condition: ChannelCondition | null
  tried_at: Date | null
  succeeded_at: Date | null
  next_try_at: Date | null
  last_published_at: Date | null
  last_arrived_at: Date | null
  lag_ms: number | null
  failures_in_row: number
  requests: number
  bytes: number
  unchanged: number
  events: number
  taken: number
  problem_code: string | null
  problem_detail: string | null
}

interface SettingsRow {
  settings: string | null
  retention_days: number | null
  lawful_basis: string | null
  changed_at: Date
}

const CHANNEL_COLUMNS = sql`
  c.id, c.kind, c.name, c.created_at, c.state, h.condition, h.tried_at, h.succeeded_at, h.next_try_at,
  h.last_published_at, h.last_arrived_at, h.lag_ms, h.failures_in_row, h.requests, h.bytes,
  h.unchanged, h.events, h.taken, p.code as problem_code, p.detail as problem_detail`

const FROM_CHANNEL = sql`
  from channel c
  left join channel_health h on h.workspace_id = c.workspace_id and h.channel_id = c.id
  left join lateral (
    select code, detail from channel_problem p
    where p.workspace_id = c.workspace_id and p.channel_id = c.id
      and h.condition in ('retrying', 'failing')
    order by p.id desc limit 1) p on true`

/** Days of the workspace's time zone, from the roll-up: the nil topic counts every post once. */
function postsSince(now: Date) {
  return sql`(
    select coalesce(sum(d.posts), 0)::bigint from topic_day d
    where d.workspace_id = c.workspace_id and d.channel_id = c.id and d.topic_id = ${NIL_UUID}::uuid
      and d.day > (select (${now}::timestamptz at time zone w.time_zone)::date - 7 from workspace w))`
}

function showChannel(row: ChannelRow): ListedChannel {
  const { id, kind, name, state, problem_code: code, problem_detail: detail } = row
  return {
    id,
    kind,
    name,
    state,
    createdAt: row.created_at.toISOString(),
    postsLastWeek: row.posts_last_week,
    health: row.condition === null ? null : showHealth(row, row.condition),
    problem: code === null ? null : { code, detail },
  }
}

function showHealth(row: ChannelRow, condition: ChannelCondition): ChannelHealth {
  const { requests, bytes, unchanged, events, taken } = row
  return {
    condition,
    triedAt: iso(row.tried_at),
    succeededAt: iso(row.succeeded_at),
    nextTryAt: iso(row.next_try_at),
    lastPublishedAt: iso(row.last_published_at),
    lastArrivedAt: iso(row.last_arrived_at),
    lagMs: row.lag_ms,
    failuresInRow: row.failures_in_row,
    ...{ requests, bytes, unchanged, events, taken },
  }
}

function iso(time: Date | null): string | null {
  return time === null ? null : time.toISOString()
}

const SHOWN_MAX = 50

async function readProblems(tx: Transaction, id: string): Promise<ChannelInFull['problems']> {
  const rows = await tx
    .selectFrom('channel_problem')
    .select(['id', 'at', 'code', 'detail'])
    .where('channel_id', '=', id)
    .orderBy('id', 'desc')
    .limit(SHOWN_MAX)
    .execute()
  return rows.map(({ at, ...row }) => ({ ...row, at: at.toISOString() }))
}

async function readGaps(tx: Transaction, id: string): Promise<ChannelInFull['gaps']> {
  const rows = await tx
    .selectFrom('channel_gap')
    .select(['id', 'since', 'until', 'reason', 'noticed_at'])
    .where('channel_id', '=', id)
    .orderBy('id', 'desc')
    .limit(SHOWN_MAX)
    .execute()
  return rows.map(({ id: gapId, since, until, reason, noticed_at }) => {
    const [from, to] = [since.toISOString(), until.toISOString()]
    return { id: gapId, since: from, until: to, reason, noticedAt: noticed_at.toISOString() }
  })
}
