import { sql } from 'kysely'
import type { Transaction } from '#store/door.ts'
import { newId } from './workspace.ts'

/** Inserts an import that is over and a trial of one; answers their ids by path. */
export async function insertImports(
  tx: Transaction,
  workspaceId: string,
  channel: string,
): Promise<Record<'/imports' | '/imports/trials', string>> {
  const [run, trial] = [newId(), newId()]
  await sql`insert into import (workspace_id, id, channel_id, format, file_name, fingerprint, state)
    values (${workspaceId}, ${run}, ${channel}, 'activities', 'x', 'x', 'done')`.execute(tx)
  await sql`insert into import_trial (workspace_id, id, format, file_name, channel_name, upload_id,
      size_bytes, state, started_at)
    values (${workspaceId}, ${trial}, 'people-csv', 'x', 'x', 'x', 1, 'done', now())`.execute(tx)
  return { '/imports': run, '/imports/trials': trial }
}
