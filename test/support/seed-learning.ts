import { sql } from 'kysely'
import type { Transaction } from '#store/door.ts'
import { newId } from './workspace.ts'

/** A post that waits to be judged, a model and a change of it that moved the post, and a language model. Answers their ids by the path before the id. */
export async function seedLearning(
  tx: Transaction,
  workspaceId: string,
  activityId: string,
  version: number,
): Promise<Record<string, string>> {
  await sql`
    insert into audit_item
      (workspace_id, activity_id, revision, queue, drawn_at, lang, model, said, unsure)
    values (${workspaceId}, ${activityId}, 1, 'audit', now(), 'ja', 'x', '{}', '{}')`.execute(tx)
  await sql`
    insert into reader_model (workspace_id, id, version, base, state, corrections, scores)
    values (${workspaceId}, ${newId()}, ${version}, 'x', 'refused', 0, '[]')`.execute(tx)
  await sql`insert into language_model (workspace_id, model) values (${workspaceId}, 'x')`.execute(
    tx,
  )
  const run = newId()
  await sql`insert into model_run (workspace_id, id, model, reason, began_at)
    values (${workspaceId}, ${run}, 'x', 'chosen', now())`.execute(tx)
  await sql`insert into reading_move
      (workspace_id, run_id, activity_id, revision, from_model, to_model, moved_at, moved)
    values (${workspaceId}, ${run}, ${activityId}, 1, 'x', 'x+1', now(), '[]')`.execute(tx)
  return { '+/moves': run, '/quality/queue': activityId, '/quality/models': String(version) }
}
