import { sql } from 'kysely'
import type { Transaction } from '#store/door.ts'
import { insertPerson } from './organisation.ts'
import { newId } from './workspace.ts'

/** A topic, a person with an account, a post of theirs in a channel, and what watches for it; answers their ids. */
export async function insertLog(tx: Transaction, workspaceId: string, name: string) {
  const [topic, person, handle, channel] = [newId(), newId(), newId(), newId()]
  const [activity, alert, search] = [newId(), newId(), newId()]
  await sql`insert into topic (workspace_id, id, name, kind)
    values (${workspaceId}, ${topic}, ${name}, 'own')`.execute(tx)
  await sql`insert into channel (workspace_id, id, kind, name)
    values (${workspaceId}, ${channel}, 'file', ${name})`.execute(tx)
  await insertPerson(tx, workspaceId, person, name)
  await sql`insert into handle (workspace_id, id, platform, external_id)
    values (${workspaceId}, ${handle}, 'file', ${name})`.execute(tx)
  await sql`insert into handle_ownership (workspace_id, handle_id, person_id, reason)
    values (${workspaceId}, ${handle}, ${person}, 'born')`.execute(tx)
  await sql`insert into activity (workspace_id, id, type, platform, external_key, channel_id,
      handle_id, published_at, arrived_at, content_hash)
    values (${workspaceId}, ${activity}, 'Create', 'file', 'x', ${channel}, ${handle}, now(), now(), '')`.execute(
    tx,
  )
  await sql`insert into post (workspace_id, activity_id, text, tokens)
    values (${workspaceId}, ${activity}, ${name}, ${name}::tsvector)`.execute(tx)
  await sql`insert into saved_search (workspace_id, id, name, filter, owner_id)
    values (${workspaceId}, ${search}, ${name}, '{}', ${newId()})`.execute(tx)
  await sql`insert into alert (workspace_id, id, search_id, kind, at, posts)
    values (${workspaceId}, ${alert}, ${search}, 'each', now(), 1)`.execute(tx)
  return { topic, person, handle, channel, activity, search }
}
