import { sql } from 'kysely'
import { insertRows } from '#store/insert-rows.ts'
import { writeEvent } from '#store/outbox.ts'
import type { IncomingRefund } from '#vocabulary/index.ts'
import type { Batch, Heard } from './batch.ts'
import { holdOutcomes } from './hold-outcomes.ts'
import { keyHash } from './key-hash.ts'

const REFUND_COLUMNS = {
  platform: 'text',
  purchase_hash: 'bytes',
  key: 'bytes',
  refunded_minor: 'bigint',
  currency: 'text',
  refunded_at: 'timestamptz',
  sum_key: 'bytes',
} as const

/**
 * Keeps what was paid back under the keys of the purchase and takes it off the value of purchases
 * that are known: those of the refunds, and those that were just written (`changed`). In whatever
 * order purchase and refunds are told, the value ends as the same, and never below zero. Records
 * `outcome.refunded` of each purchase that is worth another sum for a refund that came after it.
 */
export async function writeRefunds(batch: Batch, changed: readonly Heard[]): Promise<void> {
  const refunds = batch.heard.filter(({ arrival }) => arrival.kind === 'refund')
  const news = await keepRefunds(batch, refunds)
  const written = changed.flatMap(({ arrival, activityId }) =>
    arrival.kind === 'activity' && arrival.outcome !== undefined && activityId !== undefined
      ? [activityId]
      : [],
  )
  if (refunds.length + written.length === 0) return
  await holdOutcomes(batch.tx, batch.workspaceId)
  const told = await purchasesOf(batch, refunds)
  const less = await takeOff(batch, [...new Set([...written, ...told.values()])].sort())
  for (const subjectId of less.filter((id) => !written.includes(id))) {
    await writeEvent(batch.tx, batch.workspaceId, { name: 'outcome.refunded', subjectId })
  }
  for (const one of refunds) {
    const activityId = told.get(one) ?? null
    const kind = !news.has(one) ? 'duplicate' : activityId === null ? 'new' : 'updated'
    one.ending = { kind, activityId }
  }
}

/** Answers the refunds that say something new. */
async function keepRefunds(batch: Batch, refunds: readonly Heard[]): Promise<Set<Heard>> {
  const news = new Set<Heard>()
  for (const one of refunds) {
    const refund = one.arrival as IncomingRefund
    const rows = purchaseHashes(refund).map((purchase_hash) => ({
      ...{ platform: refund.platform, purchase_hash, key: keyHash(refund.externalKey) },
      ...{ refunded_minor: refund.valueMinor, currency: refund.currency },
      refunded_at: refund.refundedAt?.toISOString() ?? null,
      sum_key: refund.sumKey === undefined ? null : keyHash(refund.sumKey),
    }))
    const kept = await insertRows(
      batch.tx,
      'outcome_refund',
      batch.workspaceId,
      REFUND_COLUMNS,
      rows,
      sql`on conflict (workspace_id, platform, purchase_hash, key) do update
        set refunded_minor = excluded.refunded_minor, currency = excluded.currency,
          refunded_at = coalesce(excluded.refunded_at, outcome_refund.refunded_at)
        where outcome_refund.refunded_minor < excluded.refunded_minor returning 1`,
    )
    if (kept.length > 0) news.add(one)
  }
  return news
}

function purchaseHashes({ purchaseKeys }: IncomingRefund): Buffer[] {
  // One order for everybody, so that two batches wait instead of deadlocking.
  return [...new Set(purchaseKeys)].map(keyHash).sort((a, b) => a.compare(b))
}

/** The purchase of each refund, where it is known. */
async function purchasesOf(batch: Batch, refunds: readonly Heard[]): Promise<Map<Heard, string>> {
  const found = new Map<Heard, string>()
  for (const one of refunds) {
    const refund = one.arrival as IncomingRefund
    const hashes = purchaseHashes(refund).map((key) => key.toString('hex'))
    const { rows } = await sql<{ id: string }>`
      select o.activity_id as id from unnest(${hashes}::text[]) as k (hash)
      cross join lateral (
        select s.activity_id from activity_source s where s.workspace_id = ${batch.workspaceId}
          and s.platform = ${refund.platform} and s.external_key_hash = decode(k.hash, 'hex') limit 1) s
      join outcome o on o.workspace_id = ${batch.workspaceId} and o.activity_id = s.activity_id
      limit 1`.execute(batch.tx)
    if (rows[0] !== undefined) found.set(one, rows[0].id)
  }
  return found
}

/**
 * A refund that is kept under several keys of one purchase counts once. Where a source tells the parts
 * and their sum, the greater of both counts: one of them may not have come yet. Answers the purchases that
 * are worth another sum since.
 */
async function takeOff(batch: Batch, ids: readonly string[]): Promise<string[]> {
  if (ids.length === 0) return []
  const { rows } = await sql<{ id: string }>`
    update outcome o set gross_minor = coalesce(o.gross_minor, o.value_minor),
      value_minor = greatest(0, coalesce(o.gross_minor, o.value_minor) - r.refunded_minor),
      refunded_at = r.refunded_at
    from (
      select charge.activity_id, charge.currency, max(charge.refunded_at) as refunded_at,
        sum(greatest(charge.told, charge.parts))::bigint as refunded_minor
      from (
        select one.activity_id, one.currency, max(one.refunded_at) as refunded_at,
          coalesce(sum(one.refunded_minor) filter (where one.sum_key is null), 0) as told,
          coalesce(sum(one.refunded_minor) filter (where one.sum_key is not null), 0) as parts
        from (
          select s.activity_id, f.key, f.sum_key, f.currency, max(f.refunded_at) as refunded_at,
            max(f.refunded_minor) as refunded_minor
          from unnest(${ids}::uuid[]) as wanted (id)
          join activity_source s on s.workspace_id = ${batch.workspaceId} and s.activity_id = wanted.id
          join outcome_refund f on f.workspace_id = ${batch.workspaceId} and f.platform = s.platform
            and f.purchase_hash = s.external_key_hash
          group by s.activity_id, f.key, f.sum_key, f.currency) one
        group by one.activity_id, one.currency, coalesce(one.sum_key, one.key)) charge
      group by charge.activity_id, charge.currency) r
    where o.workspace_id = ${batch.workspaceId} and o.activity_id = r.activity_id
      and o.currency = r.currency and o.value_minor is not null
      and (o.value_minor, o.refunded_at) is distinct from
        (greatest(0, coalesce(o.gross_minor, o.value_minor) - r.refunded_minor), r.refunded_at)
    returning o.activity_id as id
  `.execute(batch.tx)
  return rows.map(({ id }) => id)
}
