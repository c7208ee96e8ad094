import { sql } from 'kysely'
import type { Transaction } from '#store/door.ts'
import { insertRows } from '#store/insert-rows.ts'
import { EVENT_SIGNAL } from '#store/outbox.ts'
import { type ChannelCondition, type RandomBytes, uuidV7 } from '#vocabulary/index.ts'
import type { LiveCounts, LiveGap } from './live-kind.ts'

/** What became known of a channel since the last report; what is left out stays as it was. */
export interface HealthReport {
  channelId: string
  /** Of the settings under which it was found out. */
  settingsHash: string
  condition?: ChannelCondition
  memory?: string | null
  triedAt?: Date
  succeededAt?: Date
  nextTryAt?: Date
  lastPublishedAt?: Date
  lastArrivedAt?: Date
  lagMs?: number
  failuresInRow?: number
  /** Added to the sums. */
  counts: LiveCounts
  problems: { at: Date; code: string; detail?: string }[]
  gaps: LiveGap[]
}

/** Problems and gaps of a channel: the newest. */
const KEPT = 50
const DETAIL_CHARS_MAX = 500

const PROBLEM_COLUMNS = {
  channel_id: 'uuid',
  id: 'uuid',
  at: 'timestamptz',
  code: 'text',
  detail: 'text',
} as const

const GAP_COLUMNS = {
  channel_id: 'uuid',
  id: 'uuid',
  since: 'timestamptz',
  until: 'timestamptz',
  reason: 'text',
  noticed_at: 'timestamptz',
} as const

/**
 * Stores reports of channels of one workspace: a few statements, however many channels. What was
 * found out under settings that have changed since is counted, but nothing of it remembered.
 * Records `channel.condition-changed` for each whose condition is another than before.
 */
export async function recordHealth(
  tx: Transaction,
  workspaceId: string,
  reports: readonly HealthReport[],
  now: Date,
  random: RandomBytes,
): Promise<void> {
  const sorted = [...reports].sort((a, b) => (a.channelId < b.channelId ? -1 : 1))
  const changed = await updateHealth(tx, workspaceId, sorted)
  const newId = () => uuidV7(now.getTime(), random)
  await addProblems(tx, workspaceId, sorted, newId)
  await addGaps(tx, workspaceId, sorted, now, newId)
  if (changed.length === 0) return
  const columns = { name: 'text', subject_id: 'uuid', detail: 'text[]' } as const
  const events = changed.map(({ channel_id, condition }) => {
    return { name: 'channel.condition-changed', subject_id: channel_id, detail: [condition] }
  })
  await insertRows(tx, 'event', workspaceId, columns, events)
  await sql`select pg_notify(${EVENT_SIGNAL}, '')`.execute(tx)
}

/** Answers the channels whose condition changed. */
async function updateHealth(
  tx: Transaction,
  workspaceId: string,
  reports: readonly HealthReport[],
): Promise<{ channel_id: string; condition: string }[]> {
  const all = <Value>(value: (report: HealthReport) => Value) => reports.map(value)
  const counts = (name: keyof LiveCounts) => sql`${all(({ counts }) => counts[name])}::bigint[]`
  const { rows } = await sql<{ channel_id: string; condition: string }>`
    with given as (
      select g.*, md5(c.settings) = g.settings_hash as is_same, h.condition as before
      from unnest(${all((one) => one.channelId)}::uuid[], ${all((one) => one.settingsHash)}::text[],
        ${all((one) => one.condition ?? null)}::text[], ${all((one) => one.memory !== undefined)}::boolean[],
        ${all((one) => one.memory ?? null)}::text[], ${all((one) => one.triedAt ?? null)}::timestamptz[],
        ${all((one) => one.succeededAt ?? null)}::timestamptz[],
        ${all((one) => one.nextTryAt ?? null)}::timestamptz[],
        ${all((one) => one.lastPublishedAt ?? null)}::timestamptz[],
        ${all((one) => one.lastArrivedAt ?? null)}::timestamptz[],
        ${all((one) => (one.lagMs === undefined ? null : Math.round(one.lagMs)))}::bigint[],
        ${all((one) => one.failuresInRow ?? null)}::integer[],
        ${counts('requests')}, ${counts('bytes')}, ${counts('unchanged')}, ${counts('events')},
        ${counts('taken')}) as g (channel_id, settings_hash, condition, has_memory, memory, tried_at,
        succeeded_at, next_try_at, last_published_at, last_arrived_at, lag_ms, failures_in_row,
        requests, bytes, unchanged, events, taken)
      join channel c on c.workspace_id = ${workspaceId} and c.id = g.channel_id
      join channel_health h on h.workspace_id = ${workspaceId} and h.channel_id = g.channel_id
      order by g.channel_id for update of h)
    update channel_health h set
      condition = case when g.is_same and g.condition is not null then g.condition else h.condition end,
      memory = case when g.is_same and g.has_memory then g.memory else h.memory end,
      next_try_at = case when g.is_same then coalesce(g.next_try_at, h.next_try_at) else h.next_try_at end,
      failures_in_row =
        case when g.is_same then coalesce(g.failures_in_row, h.failures_in_row) else h.failures_in_row end,
      tried_at = coalesce(g.tried_at, h.tried_at),
      succeeded_at = case when g.is_same then coalesce(g.succeeded_at, h.succeeded_at) else h.succeeded_at end,
      last_published_at = greatest(g.last_published_at, h.last_published_at),
      last_arrived_at = greatest(g.last_arrived_at, h.last_arrived_at),
      lag_ms = coalesce(g.lag_ms, h.lag_ms),
      requests = h.requests + g.requests, bytes = h.bytes + g.bytes,
      unchanged = h.unchanged + g.unchanged, events = h.events + g.events, taken = h.taken + g.taken
    from given g where h.workspace_id = ${workspaceId} and h.channel_id = g.channel_id
    returning h.channel_id, case when h.condition <> g.before then h.condition end as condition
  `.execute(tx)
  return rows.filter((row) => row.condition !== null)
}

async function addProblems(
  tx: Transaction,
  workspaceId: string,
  reports: readonly HealthReport[],
  newId: () => string,
): Promise<void> {
  const rows = reports.flatMap(({ channelId, problems }) =>
    problems.slice(-KEPT).map(({ at, code, detail }) => {
      return { channel_id: channelId, id: newId(), at, code, detail: clean(detail) }
    }),
  )
  if (rows.length === 0) return
  await insertRows(tx, 'channel_problem', workspaceId, PROBLEM_COLUMNS, inOrder(rows))
  await dropOldest(tx, 'channel_problem', workspaceId, rows)
}

/** Ids of one millisecond would sort by chance: the order is that of noticing. */
function inOrder<Row extends { id: string }>(rows: readonly Row[]): Row[] {
  const ids = rows.map(({ id }) => id).sort()
  return rows.map((row, i) => ({ ...row, id: ids[i] ?? row.id }))
}

/** Of the channels of these rows only the newest stay. */
async function dropOldest(
  tx: Transaction,
  name: 'channel_problem' | 'channel_gap',
  workspaceId: string,
  rows: readonly { channel_id: string }[],
): Promise<void> {
  const [table, channels] = [sql.table(name), [...new Set(rows.map((row) => row.channel_id))]]
  await sql`
    delete from ${table} p using (
      select channel_id, id, row_number() over (partition by channel_id order by id desc) as place
      from ${table}
      where workspace_id = ${workspaceId} and channel_id = any(${channels}::uuid[])) ranked
    where p.workspace_id = ${workspaceId} and p.channel_id = ranked.channel_id and p.id = ranked.id
      and ranked.place > ${KEPT}`.execute(tx)
}

async function addGaps(
  tx: Transaction,
  workspaceId: string,
  reports: readonly HealthReport[],
  now: Date,
  newId: () => string,
): Promise<void> {
  const rows = reports.flatMap(({ channelId, gaps }) =>
    gaps
      .slice(-KEPT)
      .map((gap) => ({ ...gap, channel_id: channelId, id: newId(), noticed_at: now })),
  )
  if (rows.length === 0) return
  await insertRows(tx, 'channel_gap', workspaceId, GAP_COLUMNS, inOrder(rows))
  await dropOldest(tx, 'channel_gap', workspaceId, rows)
}

/** Outside text as PostgreSQL can hold it. */
function clean(text: string | undefined): string | null {
  if (text === undefined) return null
  return text.slice(0, DETAIL_CHARS_MAX).replaceAll('\0', '\ufffd').toWellFormed()
}
