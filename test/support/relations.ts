import { sql } from 'kysely'
import type { Transaction } from '#store/door.ts'
import { newId } from './workspace.ts'

const NOBODYS = '00000000-0000-7000-8000-000000000000'

/** Valid bodies for the routes of relations and programmes that change something by id. */
export const RELATION_BODIES = {
  'POST /people/{id}/relations': { kind: 'peer' },
  'PATCH /people/{id}/relations/{relation}': { until: '2026-01-01' },
  'POST /organisations/{id}/relations': { kind: 'peer' },
  'PATCH /organisations/{id}/relations/{relation}': { until: '2026-01-01' },
  'PATCH /relation-kinds/{id}': { nameEn: 'taken' },
  'PATCH /relation-rules/{id}': { isOn: false },
  'POST /relation-proposals/{id}': { verdict: 'refuse' },
  'PATCH /programmes/{id}': { rhythmDays: 7 },
  'PUT /programmes/{id}/members': { person: NOBODYS },
  'POST /programmes/{id}/contacts': { person: NOBODYS },
}

/** Tables that these routes write to. */
export const RELATION_TABLES = [
  ...['relation', 'relation_kind', 'relation_rule', 'relation_rule_condition'],
  'relation_proposal',
  ...['programme', 'programme_contact', 'programme_member'],
]

/** One row of each; answers their ids by the path before the id. */
export async function insertRelations(
  tx: Transaction,
  workspaceId: string,
  name: string,
  { person, handle }: { person: string; handle: string },
): Promise<Record<string, string>> {
  const [relation, kind, rule, proposal] = [newId(), newId(), newId(), newId()]
  const [programme, contact] = [newId(), newId()]
  await sql`insert into relation_kind (workspace_id, id, name_ja, name_en, applies_to)
    values (${workspaceId}, ${kind}, ${name}, ${name}, 'both')`.execute(tx)
  await sql`insert into relation (workspace_id, id, person_id, kind, source)
    values (${workspaceId}, ${relation}, ${person}, 'customer', 'member')`.execute(tx)
  await sql`insert into relation_rule (workspace_id, id, kind)
    values (${workspaceId}, ${rule}, 'customer')`.execute(tx)
  await sql`insert into relation_rule_condition
    (workspace_id, id, rule_id, position, condition, within_days)
    values (${workspaceId}, ${newId()}, ${rule}, 0, 'bought', 30)`.execute(tx)
  await sql`insert into relation_proposal (workspace_id, id, person_id, kind, basis, evidence, proposed_at)
    values (${workspaceId}, ${proposal}, ${person}, 'media', 'role', '{}', now())`.execute(tx)
  await sql`insert into programme (workspace_id, id, kind, rhythm_days)
    values (${workspaceId}, ${programme}, 'customer', 30)`.execute(tx)
  await sql`insert into programme_member (workspace_id, id, programme_id, person_id)
    values (${workspaceId}, ${newId()}, ${programme}, ${person})`.execute(tx)
  await sql`insert into programme_contact
    (workspace_id, id, programme_id, person_id, on_day, is_thanks)
    values (${workspaceId}, ${contact}, ${programme}, ${person}, '2026-01-01', false)`.execute(tx)
  await sql`insert into tie (workspace_id, from_handle_id, to_handle_id, day, answers, mentions, shares,
    likes, follows) values (${workspaceId}, ${handle}, ${handle}, '2026-01-01', 1, 0, 0, 0, 0)`.execute(
    tx,
  )
  return {
    '+/relations': relation,
    '/relation-kinds': kind,
    '/relation-rules': rule,
    '/relation-proposals': proposal,
    '/programmes': programme,
    '+/contacts': contact,
    '+/ties': person,
  }
}
