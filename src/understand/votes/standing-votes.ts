import { sql } from 'kysely'
import type { Transaction } from '#store/door.ts'
import type { ReadingPart } from '#vocabulary/index.ts'
import type { Labels } from './vote-answer.ts'

/** What a language model said of one form of a post, and which. */
export interface StandingVotes {
  model: string
  labels: Labels
}

/** Usable votes on these posts as they read now. */
export async function standingVotes(
  tx: Transaction,
  workspaceId: string,
  ids: readonly string[],
): Promise<Map<string, StandingVotes>> {
  const { rows } = await sql<{ id: string; part: ReadingPart; value: string; model: string }>`
    select v.activity_id as id, v.part, v.value, v.model from model_vote v
    join reading r on r.workspace_id = v.workspace_id and r.activity_id = v.activity_id
      and r.revision = v.revision
    where v.workspace_id = ${workspaceId} and v.activity_id = any(${ids}::uuid[]) and v.usable
    order by v.at, v.part
  `.execute(tx)
  const standing = new Map<string, StandingVotes>()
  for (const { id, part, value, model } of rows) {
    const labels = standing.get(id)?.labels ?? {}
    standing.set(id, { model, labels: { ...labels, [part]: value } })
  }
  return standing
}
