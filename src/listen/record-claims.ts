import { sql } from 'kysely'
import { insertRows } from '#store/insert-rows.ts'
import type { IncomingClaim } from '#vocabulary/index.ts'
import type { Batch } from './batch.ts'
import { claimKey } from './claim-key.ts'
import { holdOutcomes } from './hold-outcomes.ts'

const CLAIM_COLUMNS = {
  outcome_id: 'uuid',
  class: 'text',
  key: 'bytes',
  text: 'text',
  person_id: 'uuid',
} as const

interface Said {
  outcomeId: string
  claim: IncomingClaim
}

/**
 * What outcomes say of where they came from, and the links, codes and people that are meant, where
 * they are known. Claims only come to those of earlier forms: two events may tell of one purchase,
 * and one of them knows the coupon.
 */
export async function writeClaims(batch: Batch): Promise<void> {
  const said = batch.heard.flatMap(({ arrival, activityId }): Said[] =>
    arrival.kind === 'activity' && activityId !== undefined
      ? (arrival.outcome?.claims ?? []).map((claim) => ({ outcomeId: activityId, claim }))
      : [],
  )
  if (said.length === 0) return
  const standing = await standingOutcomes(batch, said)
  const kept = said.filter(({ outcomeId }) => standing.has(outcomeId))
  const people = await peopleMeant(batch, kept)
  const rows = kept.map(({ outcomeId, claim }) => ({
    ...{ outcome_id: outcomeId, class: claim.class, text: claim.text },
    key: claimKey(claim.class, claim.text),
    person_id: claim.by && people.get(handleKey(claim.by)),
  }))
  await insertRows(
    batch.tx,
    'claimed_touch',
    batch.workspaceId,
    CLAIM_COLUMNS,
    rows,
    sql`on conflict (workspace_id, outcome_id, class, key) do nothing`,
  )
  await holdOutcomes(batch.tx, batch.workspaceId)
  await findClaimed(batch, [...standing])
}

/** Of the outcomes those that are in the log and not gone. */
async function standingOutcomes(batch: Batch, said: readonly Said[]): Promise<Set<string>> {
  const ids = [...new Set(said.map(({ outcomeId }) => outcomeId))].sort()
  const { rows } = await sql<{ id: string }>`
    select activity_id as id from outcome
    where workspace_id = ${batch.workspaceId} and activity_id = any(${ids}::uuid[])`.execute(
    batch.tx,
  )
  return new Set(rows.map(({ id }) => id))
}

function handleKey({ platform, externalId }: { platform: string; externalId: string }): string {
  return `${platform}\n${externalId}`
}

/** The roots of today behind the accounts that are meant. */
async function peopleMeant(batch: Batch, said: readonly Said[]): Promise<Map<string, string>> {
  const meant = said.flatMap(({ claim }) => claim.by ?? [])
  if (meant.length === 0) return new Map()
  const { rows } = await sql<{ platform: string; externalId: string; personId: string }>`
    select h.platform, h.external_id as "externalId", coalesce(p.merged_into, p.id) as "personId"
    from unnest(${meant.map((one) => one.platform)}::text[],
      ${meant.map((one) => one.externalId)}::text[]) as k (platform, external_id)
    cross join lateral (
      select * from handle h where h.workspace_id = ${batch.workspaceId}
        and h.platform = k.platform and h.external_id = k.external_id limit 1) h
    join handle_ownership o on o.workspace_id = h.workspace_id and o.handle_id = h.id
      and o.until is null
    join person p on p.workspace_id = o.workspace_id and p.id = o.person_id
  `.execute(batch.tx)
  return new Map(rows.map((row) => [handleKey(row), row.personId]))
}

/** Links and codes that were there before the outcome that names them. */
async function findClaimed(batch: Batch, outcomeIds: readonly string[]): Promise<void> {
  const mine = sql`t.workspace_id = ${batch.workspaceId} and t.outcome_id = any(${outcomeIds}::uuid[])`
  await sql`
    update claimed_touch t set link_id = c.link_id, click_id = c.activity_id
    from link_click c
    where ${mine} and t.class = 'click' and t.link_id is null
      and c.workspace_id = t.workspace_id and c.key = t.key`.execute(batch.tx)
  await sql`
    update claimed_touch t set code_id = c.id
    from code c
    where ${mine} and t.class in ('coupon', 'referral') and t.code_id is null
      and c.workspace_id = t.workspace_id and c.key = t.key`.execute(batch.tx)
}
