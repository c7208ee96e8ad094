import { sql } from 'kysely'
import { insertRows } from '#store/insert-rows.ts'
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
} as const

/**
 * Keeps what was paid back under the keys of the purchase and takes it off the value of purchases
 * that are known: those of the refunds, and those that were just written (`changed`). In whatever
 * order purchase and refunds are told, the value ends as the same.
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
  await takeOff(batch, [...new Set([...written, ...told.values()])].sort())
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
    }))
    const kept = await insertRows(
      batch.tx,
      'outcome_refund',
      batch.workspaceId,
      REFUND_COLUMNS,
      rows,
      sql`on conflict (workspace_id, platform, purchase_hash, key) do update
        set refunded_minor = excluded.refunded_minor, currency = excluded.currency
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

/** A refund that is kept under several keys of one purchase counts once. */
async function takeOff(batch: Batch, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return
  await sql`
    update outcome o set gross_minor = coalesce(o.gross_minor, o.value_minor),
      value_minor = coalesce(o.gross_minor, o.value_minor) - r.refunded_minor
    from (
      select one.activity_id, one.currency, sum(one.refunded_minor)::bigint as refunded_minor
      from (
        select s.activity_id, f.key, f.currency, max(f.refunded_minor) as refunded_minor
        from unnest(${ids}::uuid[]) as wanted (id)
        join activity_source s on s.workspace_id = ${batch.workspaceId} and s.activity_id = wanted.id
        join outcome_refund f on f.workspace_id = ${batch.workspaceId} and f.platform = s.platform
          and f.purchase_hash = s.external_key_hash
        group by s.activity_id, f.key, f.currency) one
      group by one.activity_id, one.currency) r
    where o.workspace_id = ${batch.workspaceId} and o.activity_id = r.activity_id
      and o.currency = r.currency and o.value_minor is not null
  `.execute(batch.tx)
}
