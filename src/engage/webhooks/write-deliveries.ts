import { type RawBuilder, sql } from 'kysely'
import type { Chance } from '#store/accounts.ts'
import type { Door, Transaction } from '#store/door.ts'
import type { EventPosition } from '#store/event-log.ts'
import { type OutboxEvent, OWN_WORKSPACE, writeEvent } from '#store/outbox.ts'
import { stoppedAmong } from '#understand/index.ts'
import { isWebhookKind, LIMITS, uuidV7, type WebhookKind } from '#vocabulary/index.ts'
import { type Told, tellEvent, tellOutcomes } from './tell-subject.ts'

/**
 * How far a named consumer has written deliveries. At its first start that is where the oldest webhook
 * begins: nobody asked for what was before, and that may be years.
 */
export async function placeInLog(door: Door, consumer: string): Promise<EventPosition> {
  const place = await door.asSystem(async (tx) => {
    await sql`
      insert into event_consumer (name, xid, id)
      select ${consumer}, coalesce(least(first.xid, now.xid), now.xid), 0
      from (select pg_snapshot_xmin(pg_current_snapshot()) as xid) now
      left join (select since_xid as xid from webhook order by since_xid limit 1) first on true
      on conflict (name) do nothing`.execute(tx)
    return sql<EventPosition>`
      select xid::text as xid, id from event_consumer where name = ${consumer}`.execute(tx)
  })
  return place.rows[0] ?? { xid: '0', id: 0 }
}

/**
 * Writes the deliveries of an event for every webhook that wants to hear of it, in one transaction. Done
 * again it changes nothing, so whoever stops before storing its place in the log loses and doubles none.
 * `only`: for one webhook, to which it was not told while that was off. Answers how many were written.
 */
export async function writeDeliveries(
  door: Door,
  event: OutboxEvent,
  chance: Chance,
  only?: string,
): Promise<number> {
  const kinds = kindsOf(event)
  if (kinds.length === 0) return 0
  return door.inWorkspace(
    event.workspaceId,
    async (tx) => {
      const wanted = await wantedKinds(tx, event, kinds, only)
      if (wanted.size === 0) return 0
      const told = await tellHeld(tx, event, wanted)
      let written = 0
      for (const one of told) written += await writeOne(tx, event, one, { chance, only })
      return written
    },
    'background',
  )
}

/** What an event may be told as. */
function kindsOf({ name }: OutboxEvent): WebhookKind[] {
  if (name === 'activities.heard') return ['activities.heard', 'outcome.recorded']
  return isWebhookKind(name) ? [name] : []
}

async function wantedKinds(
  tx: Transaction,
  { xid }: OutboxEvent,
  kinds: readonly WebhookKind[],
  only: string | undefined,
): Promise<Set<WebhookKind>> {
  const { rows } = await sql<{ kind: WebhookKind }>`
    select distinct k.kind from webhook w, unnest(w.kinds) as k (kind)
    where ${isTold(xid, only)} and k.kind = any(${[...kinds]}::text[])
  `.execute(tx)
  return new Set(rows.map(({ kind }) => kind))
}

/** Of webhooks `w`: those to which an event is told. What changed before one was switched off waits. */
function isTold(xid: string, only: string | undefined): RawBuilder<unknown> {
  if (only !== undefined) return sql`(w.id = ${only}::uuid and w.state = 'on')`
  return sql`(w.since_xid < ${xid}::xid8 and (w.state = 'on' or ${xid}::xid8 < w.off_xid))`
}

interface Named extends Told {
  /** People whom the data names by id, with those merged into them. */
  people: string[]
}

/**
 * What there is to tell, with everybody in it held until the end of the transaction: an erasure either
 * ends before it is read, and then it says nothing of them, or comes after and finds the body. Of whom
 * use was stopped nothing is told.
 */
async function tellHeld(
  tx: Transaction,
  event: OutboxEvent,
  wanted: ReadonlySet<WebhookKind>,
): Promise<Named[]> {
  await holdPeople(tx, await tellWanted(tx, event, wanted), event)
  const told = await tellWanted(tx, event, wanted)
  const known = await holdPeople(tx, told, event)
  const stopped = await stoppedAmong(
    tx,
    known.map(({ id }) => id),
  )
  return told.flatMap((one) => {
    const ids = new Set(idsIn(one, event))
    const people = known.filter(({ id, root }) => ids.has(id) || ids.has(root))
    if (people.some(({ id }) => stopped.has(id))) return []
    return [{ ...one, people: people.map(({ id }) => id) }]
  })
}

async function tellWanted(
  tx: Transaction,
  event: OutboxEvent,
  wanted: ReadonlySet<WebhookKind>,
): Promise<Told[]> {
  const { name } = event
  const outcomes = wanted.has('outcome.recorded') ? await tellOutcomes(tx, event) : []
  if (!isWebhookKind(name) || !wanted.has(name)) return outcomes
  return [await tellEvent(tx, { ...event, name }), ...outcomes]
}

const UUID = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/g

/** Every id that the body will hold, of whatever it is. */
function idsIn({ data, subjectId }: Told, { detail }: OutboxEvent): string[] {
  return JSON.stringify([data, subjectId, detail]).match(UUID) ?? []
}

interface HeldPerson {
  id: string
  root: string
}

async function holdPeople(
  tx: Transaction,
  told: readonly Told[],
  event: OutboxEvent,
): Promise<HeldPerson[]> {
  const ids = [...new Set(told.flatMap((one) => idsIn(one, event)))]
  if (ids.length === 0) return []
  const { rows } = await sql<HeldPerson>`
    select p.id, coalesce(p.merged_into, p.id) as root from person p
    where p.id = any(${ids}::uuid[]) or p.merged_into = any(${ids}::uuid[])
    order by p.id for share`.execute(tx)
  return rows
}

interface HeldWebhook {
  id: string
  sequence: number
  oldest: number | null
}

async function writeOne(
  tx: Transaction,
  event: OutboxEvent,
  told: Named,
  { chance, only }: { chance: Chance; only: string | undefined },
): Promise<number> {
  const { rows } = await sql<HeldWebhook>`
    select w.id, w.sequence, (select min(d.sequence) from webhook_delivery d
      where d.workspace_id = w.workspace_id and d.webhook_id = w.id and d.state = 'waiting') as oldest
    from webhook w
    where ${isTold(event.xid, only)} and ${told.kind} = any(w.kinds)
      and not exists (select from webhook_delivery d where d.workspace_id = w.workspace_id
        and d.webhook_id = w.id and d.event_xid = ${event.xid}::xid8 and d.event_id = ${event.id}::bigint
        and d.part = ${told.part}::integer)
    order by w.id for update of w`.execute(tx)
  let written = 0
  for (const webhook of rows) {
    if (await isTooFarBehind(tx, webhook, chance.now())) continue
    await insertDelivery(tx, { ...told, event, webhookId: webhook.id }, chance)
    written += 1
  }
  return written
}

/** Switches a webhook off whose deliveries pile up; answers whether it did. */
async function isTooFarBehind(
  tx: Transaction,
  { id, sequence, oldest }: HeldWebhook,
  now: Date,
): Promise<boolean> {
  if (oldest === null || sequence - oldest < LIMITS.deliveriesWaitingMax) return false
  await switchOff(tx, id, 'failing', now)
  return true
}

/** Switches a webhook off by itself; what waits goes on waiting. Records `webhook.switched-off`. */
export async function switchOff(
  tx: Transaction,
  id: string,
  state: 'gone' | 'failing',
  now: Date,
): Promise<void> {
  const { numUpdatedRows } = await tx
    .updateTable('webhook')
    .set({ state, state_at: now, off_xid: sql<string>`pg_current_xact_id()` })
    .where('id', '=', id)
    .where('state', '=', 'on')
    .executeTakeFirst()
  if (numUpdatedRows === 0n) return
  const event = { name: 'webhook.switched-off', subjectId: id, detail: [`because=${state}`] }
  await writeEvent(tx, OWN_WORKSPACE, event)
}

/** What a new delivery says and to whom; without an event it is a test. */
export interface NewDelivery {
  webhookId: string
  kind: string
  part: number
  subjectId: string | null
  occurredAt: Date
  data: Record<string, unknown>
  people: string[]
  event?: OutboxEvent
}

/** Numbers a delivery and puts it in line; answers its id. Holds the webhook until the transaction ends. */
export async function insertDelivery(
  tx: Transaction,
  { webhookId, kind, part, subjectId, occurredAt, data, people, event }: NewDelivery,
  { now, random }: Chance,
): Promise<string> {
  const at = now()
  const id = uuidV7(at.getTime(), random)
  const { sequence, workspace_id: workspace } = await tx
    .updateTable('webhook')
    .set({ sequence: sql`sequence + 1` })
    .where('id', '=', webhookId)
    .returning(['sequence', 'workspace_id'])
    .executeTakeFirstOrThrow()
  const detail = event?.detail ?? []
  const head = { type: kind, id, timestamp: occurredAt.toISOString(), workspace, sequence }
  await tx
    .insertInto('webhook_delivery')
    .values({
      ...{ workspace_id: OWN_WORKSPACE, id, webhook_id: webhookId, sequence, kind, part, people },
      ...{ event_xid: event?.xid ?? null, event_id: event?.id ?? null, subject_id: subjectId },
      ...{ occurred_at: occurredAt, made_at: at, due_at: at },
      body: JSON.stringify({ ...head, detail, data }),
    })
    .execute()
  return id
}
