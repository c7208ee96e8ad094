import { sql } from 'kysely'
import type { Transaction } from '#store/door.ts'
import { insertPerson } from './organisation.ts'
import { newId } from './workspace.ts'

const NOBODYS = '00000000-0000-7000-8000-000000000000'

/** Valid bodies for the routes that decide who is who. */
export const MERGE_BODIES = {
  'POST /people/candidates/{id}': { verdict: 'later' },
  'POST /people/{id}/handles/{handle}/move': { to: NOBODYS },
  'POST /people/{id}/handles': { kind: 'email', text: 'taken@example.com' },
  'PATCH /people/{id}/handles/{handle}': { text: 'taken' },
}

/** Inserts a merge into the person, somebody who is not the same, and a pair to look at; answers the ids. */
export async function insertMerge(
  tx: Transaction,
  workspaceId: string,
  person: string,
): Promise<{ merge: string; notSame: string; candidate: string }> {
  const [merge, notSame, merged, other] = [newId(), newId(), newId(), newId()]
  await insertPerson(tx, workspaceId, merged, 'merged')
  await insertPerson(tx, workspaceId, other, 'other')
  await sql`update person set merged_into = ${person} where id = ${merged}`.execute(tx)
  const names = { displayName: 'x', familyName: null, givenName: null, nameReading: null }
  await sql`insert into person_merge
      (workspace_id, id, keep_id, merged_id, origin, made_at, evidence, backup, moved)
    values (${workspaceId}, ${merge}, ${person}, ${merged}, 'member', now(),
      '{"probability": null, "reasons": []}',
      ${JSON.stringify({ keep: names, wrote: {} })}, ${[merged]})`.execute(tx)
  await sql`insert into person_not_same (workspace_id, id, first_id, second_id, because, said_at)
    values (${workspaceId}, ${notSame}, ${person}, ${other}, 'member', now())`.execute(tx)
  await sql`insert into person_field_change (workspace_id, id, person_id, field, "to", at, origin)
    values (${workspaceId}, ${newId()}, ${person}, 'displayName', 'x', now(), 'member')`.execute(tx)
  const [candidate, one, two] = [newId(), newId(), newId()]
  for (const id of [one, two]) {
    await sql`insert into handle (workspace_id, id, platform, external_id)
      values (${workspaceId}, ${id}, 'x', ${id})`.execute(tx)
  }
  const [first, second] = [person, other].sort()
  await sql`insert into match_candidate (workspace_id, id, first_id, second_id, first_handle_id,
      second_handle_id, weight, probability, reasons, value, found_at)
    values (${workspaceId}, ${candidate}, ${first}, ${second}, ${one}, ${two}, 1, 0.5, '[]', 1,
      now())`.execute(tx)
  return { merge, notSame, candidate }
}
