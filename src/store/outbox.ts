import { type RawBuilder, sql } from 'kysely'
import { entersAudit, type RandomBytes } from '#vocabulary/index.ts'
import { type AuditedValue, appendAudit } from './audit-chain.ts'
import type { Door, Transaction } from './door.ts'

/** A change, as it is written. Detail carries names of fields and counts, never personal text. */
export interface NewEvent {
  name: string
  subjectId?: string
  detail?: string[]
  authorId?: string | null
  /** What was before and after, for the audit chain alone, with what their salts are made of. */
  audited?: { random: RandomBytes; values: AuditedValue[] }
}

/** A change, as a consumer sees it. `(xid, id)` is the order of all events. */
export interface OutboxEvent {
  xid: string
  id: number
  workspaceId: string
  at: Date
  name: string
  subjectId: string | null
  detail: string[]
  authorId: string | null
}

/** An `OutboxEvent` of the table `event e`. */
export const EVENT_COLUMNS = sql`e.xid::text as xid, e.id, e.workspace_id as "workspaceId", e.at, e.name,
  e.subject_id as "subjectId", e.detail, e.author_id as "authorId"`

/** The channel of LISTEN/NOTIFY that wakes consumers. */
export const EVENT_SIGNAL = 'enishi_event'

/** The workspace that the door opened this transaction for. */
export const OWN_WORKSPACE = sql<string>`current_setting('enishi.workspace')::uuid`

/**
 * Writes the event of a change in the transaction of the change, and wakes consumers at its commit. An
 * act of the audit chain enters that too: neither is ever without the other.
 */
export async function writeEvent(
  tx: Transaction,
  workspaceId: string | RawBuilder<string>,
  event: NewEvent,
): Promise<void> {
  const { name, subjectId, detail = [], authorId = null, audited } = event
  const { rows } = await sql<{ at: Date }>`
    insert into event (workspace_id, name, subject_id, detail, author_id)
    values (${workspaceId}, ${name}, ${subjectId ?? null}, ${detail}, ${authorId})
    returning at`.execute(tx)
  await sql`select pg_notify(${EVENT_SIGNAL}, '')`.execute(tx)
  if (!entersAudit(name)) return
  const auditing = { workspaceId, authorId, now: rows[0]?.at as Date, random: audited?.random }
  const act = { action: name, detail, values: audited?.values ?? [] }
  await appendAudit(tx, auditing, subjectId === undefined ? act : { ...act, subjectId })
}

/** What a consumer does with one event, in the transaction that also stores its position. */
export type EventEffect = (
  event: OutboxEvent,
  tx: Parameters<Parameters<Door['asSystem']>[0]>[0],
) => Promise<void>

/**
 * Takes the next events for a named consumer, at most `eventsMax`, in one transaction with their
 * effects and the consumer's new position. Two processes with the same name take turns. Only events
 * below the oldest running transaction are read: an id alone says nothing about who commits first.
 * Answers how many were taken.
 */
export async function consumeEvents(
  door: Door,
  consumer: string,
  effect: EventEffect,
  eventsMax = 500,
): Promise<number> {
  await door.asSystem((tx) =>
    tx
      .insertInto('event_consumer')
      .values({ name: consumer })
      .onConflict((conflict) => conflict.doNothing())
      .execute(),
  )
  return door.asSystem(async (tx) => {
    const events = await sql<OutboxEvent>`
      select ${EVENT_COLUMNS}
      from event e, (select xid, id from event_consumer where name = ${consumer} for update) c
      where (e.xid, e.id) > (c.xid, c.id) and e.xid < pg_snapshot_xmin(pg_current_snapshot())
      order by e.xid, e.id limit ${eventsMax}
    `.execute(tx)
    for (const event of events.rows) await effect(event, tx)
    const last = events.rows.at(-1)
    if (last !== undefined) await moveConsumer(tx, consumer, last)
    return events.rows.length
  })
}

/** Sets an event aside with the reason, so that those behind it can go on. */
export async function parkEvent(
  door: Door,
  consumer: string,
  event: OutboxEvent,
  reason: string,
): Promise<void> {
  await door.asSystem(async (tx) => {
    await tx
      .insertInto('event_parked')
      .values({ consumer, xid: event.xid, id: event.id, reason })
      .onConflict((conflict) => conflict.doNothing())
      .execute()
    await moveConsumer(tx, consumer, event)
  })
}

/** Makes the place of a named consumer, before the first event, where it has none; answers its place. */
export async function ensureConsumer(
  door: Door,
  consumer: string,
): Promise<{ xid: string; id: number }> {
  return door.asSystem(async (tx) => {
    await tx
      .insertInto('event_consumer')
      .values({ name: consumer })
      .onConflict((conflict) => conflict.doNothing())
      .execute()
    const { rows } = await sql<{ xid: string; id: number }>`
      select xid::text as xid, id from event_consumer where name = ${consumer}`.execute(tx)
    return rows[0] ?? { xid: '0', id: 0 }
  })
}

/** Stores that a consumer has taken everything up to an event; never moves it back. */
export async function moveConsumer(
  tx: Parameters<Parameters<Door['asSystem']>[0]>[0],
  consumer: string,
  event: OutboxEvent,
): Promise<void> {
  await sql`
    update event_consumer set xid = ${event.xid}::xid8, id = ${event.id}, moved_at = now()
    where name = ${consumer} and (xid, id) < (${event.xid}::xid8, ${event.id})
  `.execute(tx)
}
