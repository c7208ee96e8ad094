import { type RawBuilder, sql } from 'kysely'
import type { Chance } from '#store/accounts.ts'
import { type Listed, type PageRequest, readIdCursor, writeCursor } from '#store/cursor.ts'
import type { Transaction } from '#store/door.ts'
import { OWN_WORKSPACE, writeEvent } from '#store/outbox.ts'
import type { Change } from '#understand/index.ts'
import {
  type DeliveryFailure,
  type DeliveryState,
  EnishiError,
  TEST_KIND,
} from '#vocabulary/index.ts'
import { allOf } from '../search.ts'
import { getWebhook } from './read-webhooks.ts'
import { insertDelivery } from './write-deliveries.ts'

/** A delivery without its body; times in RFC 3339, UTC. */
export interface ListedDelivery {
  id: string
  sequence: number
  kind: string
  subjectId: string | null
  occurredAt: string
  madeAt: string
  state: DeliveryState
  attempts: number
  /** When it is tried next. */
  dueAt: string | null
  attemptedAt: string | null
  /** How long the last attempt took, in milliseconds. */
  tookMs: number | null
  /** What the receiver answered last. */
  status: number | null
  failure: DeliveryFailure | null
  /** Whether its body is gone because somebody in it was erased. */
  isErased: boolean
}

export interface DeliveryFilter {
  /** In the kind, or the whole id of the delivery or its subject. */
  q?: string | undefined
  state?: DeliveryState | undefined
  kind?: string | undefined
}

interface DeliveryRow {
  id: string
  sequence: number
  kind: string
  subject_id: string | null
  occurred_at: Date
  made_at: Date
  state: DeliveryState
  attempts: number
  due_at: Date | null
  attempted_at: Date | null
  took_ms: number | null
  status: number | null
  failure: DeliveryFailure | null
  body: string | null
}

/** The deliveries of a webhook, newest first. Throws `not-found`, and `bad-input` for a foreign cursor. */
export async function listDeliveries(
  tx: Transaction,
  webhookId: string,
  page: PageRequest & DeliveryFilter,
  now: Date,
): Promise<Listed<ListedDelivery>> {
  await getWebhook(tx, webhookId, now)
  const before = page.cursor === undefined ? null : readIdCursor(page.cursor)
  const { q, state, kind } = page
  const wanted = [
    sql`webhook_id = ${webhookId}::uuid`,
    ...(before === null
      ? []
      : [sql`sequence < (select b.sequence from webhook_delivery b where b.id = ${before}::uuid)`]),
    ...(state === undefined ? [] : [sql`state = ${state}`]),
    ...(kind === undefined ? [] : [sql`kind = ${kind}`]),
    ...(q === undefined ? [] : [soughtIn(q.trim())]),
  ]
  const rows = await readRows(tx, wanted, page.limit + 1)
  const items = rows.slice(0, page.limit).map(showDelivery)
  const last = items.at(-1)
  return { items, next: rows.length > page.limit && last ? writeCursor([last.id]) : null }
}

function soughtIn(q: string): RawBuilder<unknown> {
  return sql`(strpos(kind, lower(${q})) > 0 or id::text = lower(${q})
    or subject_id::text = lower(${q}) or sequence::text = ${q} or status::text = ${q})`
}

async function readRows(
  tx: Transaction,
  wanted: readonly RawBuilder<unknown>[],
  limit: number,
): Promise<DeliveryRow[]> {
  const { rows } = await sql<DeliveryRow>`
    select id, sequence, kind, subject_id, occurred_at, made_at, state, attempts, due_at, attempted_at,
      took_ms, status, failure, body
    from webhook_delivery where ${allOf(wanted)} order by sequence desc limit ${limit}`.execute(tx)
  return rows
}

/** One delivery with what is sent. Throws `not-found`. */
export async function getDelivery(
  tx: Transaction,
  webhookId: string,
  id: string,
): Promise<ListedDelivery & { body: string | null }> {
  const [row] = await readRows(tx, [sql`webhook_id = ${webhookId}::uuid`, sql`id = ${id}::uuid`], 1)
  if (row === undefined) throw noDelivery()
  return { ...showDelivery(row), body: row.body }
}

function showDelivery(row: DeliveryRow): ListedDelivery {
  const { id, sequence, kind, state, attempts, status, failure } = row
  return {
    ...{ id, sequence, kind, state, attempts, status, failure },
    ...{ subjectId: row.subject_id, tookMs: row.took_ms, isErased: row.body === null },
    ...{ occurredAt: row.occurred_at.toISOString(), madeAt: row.made_at.toISOString() },
    dueAt: row.due_at?.toISOString() ?? null,
    attemptedAt: row.attempted_at?.toISOString() ?? null,
  }
}

/** Puts a test in line, which goes out even while the webhook is off. Records `webhook.tested`. */
export async function sendTest(
  tx: Transaction,
  webhookId: string,
  change: Change,
): Promise<ListedDelivery> {
  const { authorId, now, random } = change
  await getWebhook(tx, webhookId, now)
  const chance: Chance = { now: () => now, random }
  const test = { kind: TEST_KIND, part: 0, subjectId: null, occurredAt: now, data: {}, people: [] }
  const id = await insertDelivery(tx, { ...test, webhookId }, chance)
  await free(tx, webhookId)
  await writeEvent(tx, OWN_WORKSPACE, { name: 'webhook.tested', subjectId: webhookId, authorId })
  return getDelivery(tx, webhookId, id)
}

/**
 * Sends a delivery again, with the same id and body, beginning anew with the tries. Records
 * `webhook.redelivered`. Throws `not-found`, and `conflict` where its body is erased.
 */
export async function redeliver(
  tx: Transaction,
  webhookId: string,
  id: string,
  { authorId, now }: Change,
): Promise<ListedDelivery> {
  const before = await getDelivery(tx, webhookId, id)
  if (before.body === null) throw erasedDelivery()
  await free(tx, webhookId)
  await tx
    .updateTable('webhook_delivery')
    .set({ state: 'waiting', tries: 0, due_at: now })
    .where('id', '=', id)
    .where('body', 'is not', null)
    .execute()
  await tellRedelivered(tx, webhookId, 1, authorId)
  return getDelivery(tx, webhookId, id)
}

/** Sends all that failed again, and what waits for its next try at once. Answers how many. Throws `not-found`. */
export async function redeliverAll(
  tx: Transaction,
  webhookId: string,
  { authorId, now }: Change,
): Promise<number> {
  await getWebhook(tx, webhookId, now)
  await free(tx, webhookId)
  const { numUpdatedRows } = await tx
    .updateTable('webhook_delivery')
    .set({ state: 'waiting', tries: 0, due_at: now })
    .where('webhook_id', '=', webhookId)
    .where('state', 'in', ['failed', 'waiting'])
    .where('body', 'is not', null)
    .executeTakeFirst()
  const deliveries = Number(numUpdatedRows)
  if (deliveries > 0) await tellRedelivered(tx, webhookId, deliveries, authorId)
  return deliveries
}

/** Somebody waits for it: the address is not left alone any longer. Before its deliveries are changed, as whoever sends does. */
async function free(tx: Transaction, webhookId: string): Promise<void> {
  await tx.updateTable('webhook').set({ held_until: null }).where('id', '=', webhookId).execute()
}

async function tellRedelivered(
  tx: Transaction,
  subjectId: string,
  deliveries: number,
  authorId: string | null,
): Promise<void> {
  const detail = [`deliveries=${deliveries}`]
  await writeEvent(tx, OWN_WORKSPACE, { name: 'webhook.redelivered', subjectId, detail, authorId })
}

const KEPT_MS = 30 * 86_400_000
const DROPPED_AT_ONCE = 2_000

/** Drops deliveries of more than thirty days ago, whatever became of them. Answers how many. */
export async function dropDeliveries(tx: Transaction, now: Date): Promise<number> {
  const before = new Date(now.getTime() - KEPT_MS)
  const { rows } = await sql`
    delete from webhook_delivery where id in (select d.id from webhook_delivery d
      where d.made_at < ${before} order by d.made_at limit ${DROPPED_AT_ONCE}) returning 1`.execute(
    tx,
  )
  return rows.length
}

function noDelivery(): EnishiError {
  return new EnishiError(
    'not-found',
    {
      en: 'There is no such delivery. Deliveries are kept for thirty days.',
      ja: '配信が見つかりません。配信の記録は30日で消えます。',
    },
    { field: 'delivery' },
  )
}

function erasedDelivery(): EnishiError {
  return new EnishiError('conflict', {
    en: 'Somebody in this delivery was erased, so there is nothing left to send.',
    ja: 'この配信に含まれる人物が消去されたため、送る内容が残っていません。',
  })
}
