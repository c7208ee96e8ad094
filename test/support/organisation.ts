import { sql } from 'kysely'
import type { Transaction } from '#store/door.ts'
import { newId } from './workspace.ts'

/** Inserts an organisation that the person belongs to and the handle speaks for; answers the ids. */
export async function insertOrganisation(
  tx: Transaction,
  workspaceId: string,
  name: string,
  whose: { person: string; handle: string },
): Promise<{ organisation: string; affiliation: string; organisationMerge: string }> {
  const [organisation, affiliation] = [newId(), newId()]
  const [alias, organisationMerge] = [newId(), newId()]
  await sql`insert into organisation (workspace_id, id, name, sort_key, name_key, name_tokens)
    values (${workspaceId}, ${organisation}, ${name}, ${name}, ${name}, ${name}::tsvector)`.execute(
    tx,
  )
  await sql`insert into affiliation (workspace_id, id, person_id, organisation_id, source)
    values (${workspaceId}, ${affiliation}, ${whose.person}, ${organisation}, 'member')`.execute(tx)
  await sql`insert into organisation_handle (workspace_id, handle_id, organisation_id)
    values (${workspaceId}, ${whose.handle}, ${organisation})`.execute(tx)
  await sql`insert into organisation (workspace_id, id, name, sort_key, name_key, name_tokens, merged_into)
    values (${workspaceId}, ${alias}, ${name}, ${name}, ${`${name} alias`}, ${name}::tsvector, ${organisation})`.execute(
    tx,
  )
  const backup = JSON.stringify({ keep: {}, wrote: {} })
  await sql`insert into organisation_merge (workspace_id, id, keep_id, merged_id, made_at, evidence, backup)
    values (${workspaceId}, ${organisationMerge}, ${organisation}, ${alias}, now(), '[]', ${backup}::jsonb)`.execute(
    tx,
  )
  const aside = { row: { person_id: whose.person }, like: affiliation, filled: [] }
  await sql`insert into organisation_merge_row (workspace_id, merge_id, "table", row_id, aside, person_id)
    values (${workspaceId}, ${organisationMerge}, 'affiliation', ${newId()},
      ${JSON.stringify(aside)}::jsonb, ${whose.person})`.execute(tx)
  return { organisation, affiliation, organisationMerge }
}

/** Inserts a person who is found by that name and nothing else. */
export async function insertPerson(
  tx: Transaction,
  workspaceId: string,
  id: string,
  name: string,
): Promise<void> {
  await sql`insert into person (workspace_id, id, display_name, sort_key, name_tokens)
    values (${workspaceId}, ${id}, ${name}, ${name}, ${name}::tsvector)`.execute(tx)
}
