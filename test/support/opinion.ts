import { sql } from 'kysely'
import type { Transaction } from '#store/door.ts'
import { newId } from './workspace.ts'

const NOBODYS = '00000000-0000-7000-8000-000000000000'

/** Valid bodies for the routes that change an opinion. */
export const OPINION_BODIES = {
  'PATCH /opinions/{id}': { en: 'taken' },
  'POST /opinions/{id}/merge': { others: [NOBODYS] },
  'POST /opinions/{id}/split': { posts: [NOBODYS], en: 'taken' },
  'POST /opinions/{id}/undo': { decision: NOBODYS },
}

/** Inserts an opinion of a topic that a member has renamed; answers its id. */
export async function insertOpinion(
  tx: Transaction,
  workspaceId: string,
  name: string,
  topic: string,
): Promise<string> {
  const id = newId()
  await sql`insert into opinion (workspace_id, id, topic_id, kind, side, name_en, posts)
    values (${workspaceId}, ${id}, ${topic}, 'claim', 1, ${name}, 1)`.execute(tx)
  await sql`insert into opinion_decision (workspace_id, id, opinion_id, kind, made_at)
    values (${workspaceId}, ${newId()}, ${id}, 'rename', now())`.execute(tx)
  return id
}
