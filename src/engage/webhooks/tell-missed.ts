import { sql } from 'kysely'
import type { Chance } from '#store/accounts.ts'
import type { Door, Transaction } from '#store/door.ts'
import type { EventPosition } from '#store/event-log.ts'
import { EVENT_COLUMNS, type OutboxEvent } from '#store/outbox.ts'
import { LIMITS } from '#vocabulary/index.ts'
import { writeDeliveries } from './write-deliveries.ts'

const EVENTS_AT_ONCE = 100
const DAY_MS = 86_400_000

/** Workspaces in which a webhook is still to be told what it missed. */
export async function workspacesMissing(door: Door): Promise<string[]> {
  const { rows } = await door.asSystem((tx) =>
    sql<{ id: string }>`
      select distinct workspace_id as id from webhook
      where state = 'on' and missed_to is not null order by 1`.execute(tx),
  )
  return rows.map(({ id }) => id)
}

interface Missing {
  id: string
  kinds: string[]
  xid: string
  place: number
  to: string
}

/**
 * Writes the deliveries of some of what a webhook of the workspace missed while it was off, in the order of
 * the changes. Done again it changes nothing. Answers how many changes were looked at; 0 where there are no
 * more, where others still have to end, or where so many wait already that more could switch it off.
 */
export async function tellMissed(door: Door, workspaceId: string, chance: Chance): Promise<number> {
  const found = await door.inWorkspace(
    workspaceId,
    (tx) => readMissed(tx, chance.now()),
    'background',
  )
  if (found === undefined) return 0
  const { webhook, events } = found
  for (const event of events) await writeDeliveries(door, event, chance, webhook.id)
  const last = events.at(-1)
  await door.inWorkspace(workspaceId, (tx) => keepPlace(tx, webhook, last), 'background')
  return events.length
}

async function readMissed(
  tx: Transaction,
  now: Date,
): Promise<{ webhook: Missing; events: OutboxEvent[] } | undefined> {
  const { rows } = await sql<Missing>`
    select w.id, w.kinds, w.missed_xid::text as xid, w.missed_id as place, w.missed_to::text as to
    from webhook w
    where w.state = 'on' and w.missed_to <= pg_snapshot_xmin(pg_current_snapshot())
      and (select count(*) from webhook_delivery d where d.workspace_id = w.workspace_id
        and d.webhook_id = w.id and d.state = 'waiting') < ${LIMITS.deliveriesWaitingMax / 2}
    order by w.id limit 1`.execute(tx)
  const [webhook] = rows
  if (webhook === undefined) return undefined
  const { rows: events } = await sql<OutboxEvent>`
    select ${EVENT_COLUMNS} from event e
    where (e.xid, e.id) > (${webhook.xid}::xid8, ${webhook.place}::bigint) and e.xid < ${webhook.to}::xid8
      and ${tellable(webhook.kinds, now)}
    order by e.xid, e.id limit ${EVENTS_AT_ONCE}`.execute(tx)
  return { webhook, events }
}

/** Of events `e`: those of which a webhook of these kinds may be told afterwards. */
function tellable(kinds: readonly string[], now: Date) {
  // Outcomes are told of the batch that brought them.
  const names = kinds.map((kind) => (kind === 'outcome.recorded' ? 'activities.heard' : kind))
  const since = new Date(now.getTime() - LIMITS.missedDaysMax * DAY_MS)
  return sql`e.name = any(${names}::text[]) and e.at >= ${since}`
}

/** Nothing left to read: it has been told all. */
async function keepPlace(
  tx: Transaction,
  { id, to }: Missing,
  last: EventPosition | undefined,
): Promise<void> {
  await sql`
    update webhook set missed_xid = ${last?.xid ?? null}::xid8, missed_id = ${last?.id ?? null},
      missed_to = case when ${last === undefined} then null else missed_to end
    where id = ${id}::uuid and missed_to = ${to}::xid8`.execute(tx)
}

/** What changed while a webhook was off, as far as it can be told afterwards. */
export interface Missed {
  /** At most `LIMITS.listedCountMax`. */
  changes: number
  isMore: boolean
}

/** How much a webhook has missed since it was switched off; null for one that is on. Throws nothing. */
export async function countMissed(tx: Transaction, id: string, now: Date): Promise<Missed | null> {
  const { rows: off } = await sql<{ kinds: string[]; xid: string }>`
    select kinds, off_xid::text as xid from webhook
    where id = ${id}::uuid and off_xid is not null`.execute(tx)
  const [webhook] = off
  if (webhook === undefined) return null
  const most = LIMITS.listedCountMax
  const { rows } = await sql<{ changes: number }>`
    select count(*)::integer as changes from (
      select 1 from event e where e.xid > ${webhook.xid}::xid8 and ${tellable(webhook.kinds, now)}
      limit ${most + 1}) e`.execute(tx)
  const changes = rows[0]?.changes ?? 0
  return { changes: Math.min(changes, most), isMore: changes > most }
}
