import { sql } from 'kysely'
import type { Batch } from '#listen/index.ts'
import { type ColumnForm, insertRows } from '#store/insert-rows.ts'
import { type OwnerRank, uuidV7 } from '#vocabulary/index.ts'
import { subjectColumns } from '../subject-rows.ts'
import { changeOf, type Said } from './said.ts'

const OWNER_FORMS: Record<string, ColumnForm> = {
  ...{ id: 'uuid', person_id: 'uuid', organisation_id: 'uuid', deal_id: 'uuid', rank: 'text' },
  ...{ member_id: 'uuid', since: 'timestamptz', is_imported: 'boolean' },
}

const TERMS = { main: 'ownerId', second: 'secondOwnerId' } as const
const DEAL_COLUMNS = { main: 'owner_id', second: 'second_owner_id' } as const

/**
 * Says who looks after what nobody of this rank looks after yet; the first word of the batch counts.
 * Whoever looks after it in the other rank already does not do so twice. Answers what was news.
 */
export async function giveOwners(
  batch: Batch,
  said: readonly Said[],
  rank: OwnerRank,
): Promise<Said[]> {
  const held = await heldOwners(batch, said, rank)
  const news: (Said & { ownerId: string })[] = []
  // The root's own row before those of others.
  for (const one of said.toSorted(
    (a, b) => Number(a.isOfMerged ?? false) - Number(b.isOfMerged ?? false),
  )) {
    const ownerId = one.terms[TERMS[rank]]
    const owners = held.get(one.id) ?? new Map<OwnerRank, string>()
    if (ownerId === undefined || owners.has(rank)) continue
    if ([...owners.values()].includes(ownerId)) continue
    held.set(one.id, owners.set(rank, ownerId))
    news.push({ ...one, ownerId })
    const change = { field: rank, before: null, after: ownerId }
    batch.ledger.changed.push({ ...changeOf('owner', one), ...change })
  }
  const { tx, workspaceId, arrivedAt, random } = batch
  const rows = news.map(({ ownerId, ...one }) => ({
    ...{ id: uuidV7(arrivedAt.getTime(), random), ...subjectColumns(one), rank },
    ...{ member_id: ownerId, since: arrivedAt.toISOString(), is_imported: true },
  }))
  await insertRows(tx, 'owner', workspaceId, OWNER_FORMS, rows)
  const deals = news.filter(({ kind }) => kind === 'deal')
  await sql`update deal d set ${sql.ref(DEAL_COLUMNS[rank])} = u.owner_id
    from unnest(${deals.map(({ id }) => id)}::uuid[], ${deals.map((one) => one.ownerId)}::uuid[])
      as u(id, owner_id)
    where d.workspace_id = ${workspaceId} and d.id = u.id`.execute(tx)
  return news
}

/** Who looks after them today, by rank; of a rank that no row names nothing is asked. */
async function heldOwners(
  batch: Batch,
  said: readonly Said[],
  rank: OwnerRank,
): Promise<Map<string, Map<OwnerRank, string>>> {
  const ids = said.flatMap(({ id, terms }) => (terms[TERMS[rank]] === undefined ? [] : [id]))
  if (ids.length === 0) return new Map()
  const { rows } = await sql<{ id: string; rank: OwnerRank; memberId: string }>`
    select subject_id as id, rank, member_id as "memberId" from owner
    where workspace_id = ${batch.workspaceId} and subject_id = any(${ids}::uuid[])
      and until is null`.execute(batch.tx)
  const held = new Map<string, Map<OwnerRank, string>>()
  for (const one of rows) {
    held.set(one.id, (held.get(one.id) ?? new Map()).set(one.rank, one.memberId))
  }
  return held
}
