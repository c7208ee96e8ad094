import { sql } from 'kysely'
import type { Transaction } from '#store/door.ts'
import { newId } from './workspace.ts'

/** Valid bodies for the routes that change what colleagues do. */
export const ENGAGE_BODIES = {
  'PATCH /pipelines/{id}': { name: 'taken' },
  'PATCH /deals/{id}': { name: 'taken' },
  'PATCH /tasks/{id}': { title: 'taken' },
  'PATCH /notes/{id}': { text: 'taken' },
  'PATCH /notices/{id}': { isSeen: true },
  'PATCH /contacts/{id}': { summary: 'taken' },
  'PATCH /departments/{id}': { name: 'taken' },
  'PATCH /assignments/{id}': { title: 'taken' },
  'PATCH /tags/{id}': { name: 'taken' },
  'POST /tags/{id}/merge': { into: '00000000-0000-7000-8000-000000000000' },
  'PATCH /custom-fields/{id}': { name: 'taken' },
  'PATCH /lists/{id}': { name: 'taken' },
}

async function insertNotice(tx: Transaction, workspaceId: string, note: string): Promise<string> {
  const notice = newId()
  await sql`insert into notice (workspace_id, id, member_id, kind, note_id, at)
    values (${workspaceId}, ${notice}, ${newId()}, 'mentioned', ${note}, now())`.execute(tx)
  return notice
}

/** Inserts a deal of the person with a move, and a task, a note and a contact; answers ids by path. */
export async function insertEngagement(
  tx: Transaction,
  workspaceId: string,
  name: string,
  person: string,
): Promise<Record<string, string>> {
  const [pipeline, stage, deal, task] = [newId(), newId(), newId(), newId()]
  const [note, contact] = [newId(), newId()]
  await sql`insert into pipeline (workspace_id, id, name, name_key)
    values (${workspaceId}, ${pipeline}, ${name}, ${name})`.execute(tx)
  await sql`insert into pipeline_stage (workspace_id, id, pipeline_id, name, position, probability)
    values (${workspaceId}, ${stage}, ${pipeline}, ${name}, 0, 50)`.execute(tx)
  await sql`insert into deal (workspace_id, id, name, sort_key, search_key, pipeline_id, stage_id,
      stage_since, created_at, changed_at)
    values (${workspaceId}, ${deal}, ${name}, ${name}, ${name}, ${pipeline}, ${stage}, now(), now(), now())`.execute(
    tx,
  )
  await sql`insert into deal_person (workspace_id, deal_id, person_id, role, is_main)
    values (${workspaceId}, ${deal}, ${person}, 'user', true)`.execute(tx)
  await sql`insert into deal_move (workspace_id, id, deal_id, at, to_stage_id, to_state)
    values (${workspaceId}, ${newId()}, ${deal}, now(), ${stage}, 'open')`.execute(tx)
  await sql`insert into task (workspace_id, id, title, search_key, person_id, created_at, changed_at)
    values (${workspaceId}, ${task}, ${name}, ${name}, ${person}, now(), now())`.execute(tx)
  await sql`insert into note (workspace_id, id, text, search_key, person_id, created_at)
    values (${workspaceId}, ${note}, ${name}, ${name}, ${person}, now())`.execute(tx)
  await sql`insert into note_mention (workspace_id, member_id, note_id)
    values (${workspaceId}, ${newId()}, ${note})`.execute(tx)
  const notice = await insertNotice(tx, workspaceId, note)
  await sql`insert into contact (workspace_id, id, kind, at, summary, search_key, created_at, changed_at)
    values (${workspaceId}, ${contact}, 'phone', now(), ${name}, ${name}, now(), now())`.execute(tx)
  await sql`insert into contact_person (workspace_id, contact_id, person_id)
    values (${workspaceId}, ${contact}, ${person})`.execute(tx)
  const [tag, field, list, handover, edit] = [newId(), newId(), newId(), newId(), newId()]
  await sql`insert into tag (workspace_id, id, name, name_key, created_at)
    values (${workspaceId}, ${tag}, ${name}, ${name}, now())`.execute(tx)
  await sql`insert into tagging (workspace_id, id, tag_id, person_id, added_at)
    values (${workspaceId}, ${newId()}, ${tag}, ${person}, now())`.execute(tx)
  await sql`insert into custom_field (workspace_id, id, subject, name, name_key, kind, position, created_at)
    values (${workspaceId}, ${field}, 'person', ${name}, ${name}, 'text', 0, now())`.execute(tx)
  await sql`insert into custom_value (workspace_id, id, field_id, person_id, value, changed_at)
    values (${workspaceId}, ${newId()}, ${field}, ${person}, to_jsonb(${name}::text), now())`.execute(
    tx,
  )
  await sql`insert into owner (workspace_id, id, person_id, rank, member_id, since)
    values (${workspaceId}, ${newId()}, ${person}, 'main', ${newId()}, now())`.execute(tx)
  const departmentIds = await insertDepartment(tx, workspaceId, name)
  await sql`insert into list (workspace_id, id, name, subject, filter, is_shared, created_at)
    values (${workspaceId}, ${list}, ${name}, 'person', '{}', true, now())`.execute(tx)
  await sql`insert into handover (workspace_id, id, from_id, to_id, reason, summary, made_at)
    values (${workspaceId}, ${handover}, ${newId()}, ${newId()}, 'leave', ${name}, now())`.execute(
    tx,
  )
  await sql`insert into handover_item (workspace_id, id, handover_id, person_id)
    values (${workspaceId}, ${newId()}, ${handover}, ${person})`.execute(tx)
  await sql`insert into bulk_edit (workspace_id, id, subject, change, made_at)
    values (${workspaceId}, ${edit}, 'person', ${JSON.stringify({ kind: 'tag', tag, isOn: true })}::jsonb, now())
    `.execute(tx)
  await sql`insert into bulk_edit_row (workspace_id, id, bulk_edit_id, person_id, before, after)
    values (${workspaceId}, ${newId()}, ${edit}, ${person}, 'false', 'true')`.execute(tx)
  return {
    ...{ '/tags': tag, '/custom-fields': field, '/lists': list, '/handovers': handover },
    ...{ ...departmentIds, '/bulk-edits': edit },
    ...{ '/pipelines': pipeline, '/deals': deal, '/tasks': task, '/contacts': contact },
    ...{ '/notes': note, '/notices': notice },
  }
}

/** A department that was called otherwise, with a member in it; answers ids by path. */
async function insertDepartment(tx: Transaction, workspaceId: string, name: string) {
  const [department, assignment] = [newId(), newId()]
  await sql`insert into department (workspace_id, id, name, name_key, created_at)
    values (${workspaceId}, ${department}, ${name}, ${name}, now())`.execute(tx)
  await sql`insert into department_former_name (workspace_id, department_id, until, name)
    values (${workspaceId}, ${department}, '2026-04-01', 'x')`.execute(tx)
  await sql`insert into assignment (workspace_id, id, department_id, member_id, since)
    values (${workspaceId}, ${assignment}, ${department}, ${newId()}, '2026-04-01')`.execute(tx)
  return { '/departments': department, '/assignments': assignment }
}
