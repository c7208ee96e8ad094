import { type Kysely, sql } from 'kysely'
import type { Door } from './door.ts'
import { EVENT_COLUMNS, type OutboxEvent } from './outbox.ts'
import type { Tables } from './tables.ts'

/** A place in the order of all events: what stands at or before it has been read. */
export interface EventPosition {
  /** A 64-bit transaction id, in decimal. */
  xid: string
  id: number
}

/** What only those need who are there: it may go after `EVENTS_KEPT_DAYS`. Migration 0011 allows no other. */
const PASSING_EVENTS = [
  'activities.heard',
  'alert.raised',
  'alert.seen',
  'saved-search.heard',
  'saved-search.seen',
]
const EVENTS_KEPT_DAYS = 7

const POSITION = /^(\d{1,20})-(\d{1,16})$/
const XID_MAX = 2n ** 64n - 1n

/** As it stands in `id:` of a stream. */
export function writePosition({ xid, id }: EventPosition): string {
  return `${xid}-${id}`
}

/** Undefined for what `writePosition` never wrote. */
export function readPosition(text: string): EventPosition | undefined {
  const [, xid, id] = POSITION.exec(text) ?? []
  if (xid === undefined || id === undefined || BigInt(xid) > XID_MAX) return undefined
  return { xid, id: Number(id) }
}

/** Whether the first stands behind the second. */
export function isAfter(one: EventPosition, other: EventPosition): boolean {
  const [a, b] = [BigInt(one.xid), BigInt(other.xid)]
  return a === b ? one.id > other.id : a > b
}

/** The place below which no event can appear any more: all transactions before it have ended. */
export async function readHorizon(door: Door): Promise<EventPosition> {
  return door.asSystem(horizonIn)
}

async function horizonIn(tx: Kysely<Tables>): Promise<EventPosition> {
  const { rows } = await sql<{ xid: string }>`
    select pg_snapshot_xmin(pg_current_snapshot())::text as xid`.execute(tx)
  return { xid: rows[0]?.xid ?? '0', id: 0 }
}

/**
 * The next events of all workspaces in their order, at most `eventsMax`. `isWaiting`: others are
 * written but a transaction that began earlier still runs; nobody will say when it has ended.
 */
export async function readEventsAfter(
  door: Door,
  { xid, id }: EventPosition,
  eventsMax: number,
): Promise<{ events: OutboxEvent[]; isWaiting: boolean }> {
  const { rows } = await door.asSystem((tx) =>
    sql<OutboxEvent & { isSettled: boolean }>`
      select ${EVENT_COLUMNS}, e.xid < pg_snapshot_xmin(pg_current_snapshot()) as "isSettled"
      from event e where (e.xid, e.id) > (${xid}::xid8, ${id}::bigint)
      order by e.xid, e.id limit ${eventsMax}
    `.execute(tx),
  )
  const events = rows.filter(({ isSettled }) => isSettled)
  return { events, isWaiting: events.length < rows.length }
}

/**
 * Whether events are written that no reader may take yet: a transaction that began earlier still runs,
 * and nobody will say when it has ended. Whoever asks before reading, and reads again where it is so,
 * misses nothing.
 */
export async function areEventsWaiting(door: Door): Promise<boolean> {
  const { rows } = await door.asSystem((tx) =>
    sql`select from event where xid >= pg_snapshot_xmin(pg_current_snapshot()) limit 1`.execute(tx),
  )
  return rows.length > 0
}

/** What a reader of one workspace missed since `after`, or the place to start afresh from. */
export type Missed =
  | { kind: 'events'; events: OutboxEvent[] }
  | { kind: 'reset'; position: EventPosition }

/**
 * Looks for what was missed. `reset` where that can't be known: events since then may have been
 * dropped, they are more than `eventsMax`, or the place was never one of this database.
 */
export async function readMissedEvents(
  door: Door,
  workspaceId: string,
  after: EventPosition,
  eventsMax: number,
): Promise<Missed> {
  return door.asSystem(async (tx) => {
    const horizon = await horizonIn(tx)
    const { rows } = await sql<OutboxEvent>`
      select ${EVENT_COLUMNS} from event e
      where e.workspace_id = ${workspaceId} and (e.xid, e.id) > (${after.xid}::xid8, ${after.id}::bigint)
        and e.xid < ${horizon.xid}::xid8
      order by e.xid, e.id limit ${eventsMax + 1}
    `.execute(tx)
    // Read last: what was dropped while the events were read has moved it.
    const dropped = await droppedIn(tx)
    const isKnown = !isAfter(dropped, after) && BigInt(after.xid) <= BigInt(horizon.xid)
    if (isKnown && rows.length <= eventsMax) return { kind: 'events', events: rows }
    return { kind: 'reset', position: horizon }
  })
}

/** The dropping of old events keeps its place like any consumer. */
const DROPPING = 'drop-passing-events'

async function droppedIn(tx: Kysely<Tables>): Promise<EventPosition> {
  const found = await tx
    .selectFrom('event_consumer')
    .select(['xid', 'id'])
    .where('name', '=', DROPPING)
    .executeTakeFirst()
  return found ?? { xid: '0', id: 0 }
}

/**
 * Drops passing events that are older than `EVENTS_KEPT_DAYS` and that every consumer has taken;
 * looks at `eventsMax` at most. Answers how many it looked at: 0 when there is nothing more to do.
 */
export async function dropPassingEvents(door: Door, now: Date, eventsMax = 5_000): Promise<number> {
  const before = new Date(now.getTime() - EVENTS_KEPT_DAYS * 86_400_000)
  await door.asSystem((tx) =>
    tx
      .insertInto('event_consumer')
      .values({ name: DROPPING })
      .onConflict((conflict) => conflict.doNothing())
      .execute(),
  )
  return door.asSystem(async (tx) => {
    const { rows } = await sql<{ looked: number }>`
      with own as (select xid, id from event_consumer where name = ${DROPPING} for update),
      taken as (
        select xid, id from event_consumer where name <> ${DROPPING} order by xid, id limit 1
      ),
      old as (
        select e.xid, e.id, e.name from event e, own
        where (e.xid, e.id) > (own.xid, own.id) and e.at < ${before}
          and e.xid < pg_snapshot_xmin(pg_current_snapshot())
          and not exists (select 1 from taken t where (t.xid, t.id) < (e.xid, e.id))
        order by e.xid, e.id limit ${eventsMax}
      ),
      gone as (
        delete from event e using old
        where e.xid = old.xid and e.id = old.id and old.name = any(${PASSING_EVENTS})
      ),
      moved as (
        update event_consumer c set xid = last.xid, id = last.id, moved_at = now()
        from (select xid, id from old order by xid desc, id desc limit 1) last
        where c.name = ${DROPPING}
      )
      select count(*)::integer as looked from old
    `.execute(tx)
    return rows[0]?.looked ?? 0
  })
}
