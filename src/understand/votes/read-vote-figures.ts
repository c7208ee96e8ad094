import { sql } from 'kysely'
import type { Transaction } from '#store/door.ts'
import { type AuditedVote, type VoteFigures, voteFigures } from './vote-figures.ts'

/** How right the language model is that votes now; null where none was named. */
export interface VoteQuality {
  model: string
  isOn: boolean
  parts: VoteFigures[]
}

export async function readVoteQuality(
  tx: Transaction,
  workspaceId: string,
): Promise<VoteQuality | null> {
  const row = await tx
    .selectFrom('language_model')
    .select(['model', 'is_on'])
    .where('model', '<>', '')
    .executeTakeFirst()
  if (row === undefined) return null
  const votes = await auditedVotes(tx, workspaceId, row.model)
  return { model: row.model, isOn: row.is_on, parts: voteFigures(votes) }
}

/** Usable votes of one model that were audited afterwards, on texts as they are now. */
export async function auditedVotes(
  tx: Transaction,
  workspaceId: string,
  model: string,
): Promise<AuditedVote[]> {
  const { rows } = await sql<AuditedVote>`
    select v.part, v.value, i.said, i.truth from audit_item i
    join reading r on r.workspace_id = i.workspace_id and r.activity_id = i.activity_id
      and r.revision = i.revision
    join model_vote v on v.workspace_id = i.workspace_id and v.activity_id = i.activity_id
      and v.revision = i.revision
    where i.workspace_id = ${workspaceId} and i.queue = 'audit' and i.answered_at is not null
      and v.usable and v.model = ${model} and v.at < i.answered_at
  `.execute(tx)
  return rows
}
