import { type RawBuilder, sql } from 'kysely'
import { type Listed, type PageRequest, readIdCursor, writeCursor } from '#store/cursor.ts'
import type { Transaction } from '#store/door.ts'
import { EnishiError, type WebhookKind, type WebhookState } from '#vocabulary/index.ts'
import { allOf } from '../search.ts'

/** A webhook with how its deliveries of the last days went; the secret is never among it. */
export interface ListedWebhook {
  id: string
  name: string
  address: string
  kinds: WebhookKind[]
  state: WebhookState
  stateAt: string
  /** Until when deliveries are signed with the secret before as well. */
  oldSecretUntil: string | null
  deliveredAt: string | null
  failingSince: string | null
  createdAt: string
  /** It is being told what changed while it was off. */
  isToldMissed: boolean
  waiting: number
  delivered: number
  failed: number
}

export interface WebhookFilter {
  /** In name and address. */
  q?: string | undefined
  state?: WebhookState | undefined
}

interface WebhookRow {
  id: string
  name: string
  address: string
  kinds: WebhookKind[]
  state: WebhookState
  state_at: Date
  before_until: Date | null
  delivered_at: Date | null
  failing_since: Date | null
  created_at: Date
  isToldMissed: boolean
  waiting: number
  delivered: number
  failed: number
}

/** Webhooks, newest first. Throws `bad-input` for a foreign cursor. */
export async function listWebhooks(
  tx: Transaction,
  page: PageRequest & WebhookFilter,
  now: Date,
): Promise<Listed<ListedWebhook>> {
  const before = page.cursor === undefined ? null : readIdCursor(page.cursor)
  const { q, state } = page
  const wanted = [
    ...(before === null ? [] : [sql`w.id < ${before}::uuid`]),
    ...(state === undefined ? [] : [sql`w.state = ${state}`]),
    ...(q === undefined
      ? []
      : [sql`strpos(lower(concat_ws(' ', w.name, w.address)), lower(${q})) > 0`]),
  ]
  const rows = await readRows(tx, wanted, page.limit + 1)
  const items = rows.slice(0, page.limit).map((row) => showWebhook(row, now))
  const last = items.at(-1)
  return { items, next: rows.length > page.limit && last ? writeCursor([last.id]) : null }
}

/** One webhook. Throws `not-found`. */
export async function getWebhook(tx: Transaction, id: string, now: Date): Promise<ListedWebhook> {
  const [row] = await readRows(tx, [sql`w.id = ${id}::uuid`], 1)
  if (row === undefined) throw noWebhook()
  return showWebhook(row, now)
}

async function readRows(
  tx: Transaction,
  wanted: readonly RawBuilder<unknown>[],
  limit: number,
): Promise<WebhookRow[]> {
  const { rows } = await sql<WebhookRow>`
    select w.id, w.name, w.address, w.kinds, w.state, w.state_at, w.before_until, w.delivered_at,
      w.failing_since, w.created_at, w.missed_to is not null as "isToldMissed", d.waiting, d.delivered, d.failed
    from webhook w
    cross join lateral (
      select count(*) filter (where d.state = 'waiting') as waiting,
        count(*) filter (where d.state = 'delivered') as delivered,
        count(*) filter (where d.state = 'failed') as failed
      from webhook_delivery d where d.workspace_id = w.workspace_id and d.webhook_id = w.id) d
    where ${allOf(wanted)}
    order by w.id desc limit ${limit}`.execute(tx)
  return rows
}

function showWebhook(row: WebhookRow, now: Date): ListedWebhook {
  const { id, name, address, kinds, state, isToldMissed, waiting, delivered, failed } = row
  const isOldValid = row.before_until !== null && row.before_until > now
  return {
    ...{ id, name, address, kinds, state, isToldMissed, waiting, delivered, failed },
    stateAt: row.state_at.toISOString(),
    oldSecretUntil: isOldValid ? (row.before_until?.toISOString() ?? null) : null,
    deliveredAt: row.delivered_at?.toISOString() ?? null,
    failingSince: row.failing_since?.toISOString() ?? null,
    createdAt: row.created_at.toISOString(),
  }
}

export function noWebhook(): EnishiError {
  return new EnishiError(
    'not-found',
    {
      en: 'There is no such webhook. It may have been removed.',
      ja: 'Webhook が見つかりません。削除された可能性があります。',
    },
    { field: 'id' },
  )
}
