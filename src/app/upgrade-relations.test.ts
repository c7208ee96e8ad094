import { sql } from 'kysely'
import { expect, it } from 'vitest'
import { hear, testChannel, testListening } from '#test/listening.ts'
import { openUpgradable } from '#test/upgraded-database.ts'
import { newId } from '#test/workspace.ts'
import { checkDerived, listRelationRules, listRelations } from '#understand/index.ts'
import type { IncomingActivity } from '#vocabulary/index.ts'

/** As the release before this migration left it, with one relation that an import brought. */
const BEFORE = `
  drop table enishi.tie, enishi.programme_contact, enishi.programme_member, enishi.programme,
    enishi.relation_proposal, enishi.relation_search;
  alter table enishi.relation drop column custom_kind_id, drop column rule_id, drop column confirmed_by,
    drop column ended_by, drop column evidence, drop constraint relation_source_check,
    drop constraint relation_dates_check;
  alter table enishi.relation add constraint relation_kind_check check (kind in ('customer', 'media')),
    add constraint relation_source_check check (source in ('import', 'member'));
  drop table enishi.relation_rule_condition, enishi.relation_rule, enishi.relation_kind;
  drop index enishi.relation_person_line, enishi.relation_organisation_line;
  alter index enishi.relation_of_kind rename to relation_kind;
  delete from enishi_migration
    where name in ('0021-relations.sql', '0062-rule-conditions.sql')`

const ACTORS = ['a', 'b', 'c'].map((externalId) => ({ platform: 'shop', externalId }))

/** Answers, likes, follows and mentions, some before what they answer. */
function act(n: number): IncomingActivity {
  const type = (['Create', 'Like', 'Follow', 'Announce'] as const)[n % 4] ?? 'Create'
  const other = ACTORS[(n + 1) % 3]
  return {
    kind: 'activity',
    operation: 'create',
    type,
    platform: 'shop',
    externalKey: `${n}`,
    actor: ACTORS[n % 3] as (typeof ACTORS)[number],
    publishedAt: new Date(Date.UTC(2026, 8, 1 + (n % 20), 14, n)),
    ...(type === 'Create' ? { content: { text: 'x' }, mentions: other ? [other] : [] } : {}),
    ...(type === 'Follow' && other ? { objectHandle: other } : { parentKey: `${(n * 7) % 40}` }),
  }
}

it('finds the ties of an older log, and keeps the relations', { timeout: 60_000 }, async () => {
  const { workspace, goBack, migrate } = await openUpgradable()
  const { id, run } = workspace
  const acts = Array.from({ length: 40 }, (_, n) => act(n))
  await hear(await testListening(workspace.door), workspace, await testChannel(workspace), acts)
  const kept = () => run((tx) => sql`select * from tie order by 2, 3, 4`.execute(tx))
  const before = (await kept()).rows
  expect(before.length).toBeGreaterThan(10)
  const { id: personId } = await run((tx) =>
    tx.selectFrom('person').select('id').executeTakeFirstOrThrow(),
  )
  await goBack(BEFORE)
  await goBack(`insert into enishi.relation (workspace_id, id, person_id, kind, source)
      values ('${id}', '${newId()}', '${personId}', 'media', 'import')`)
  expect(await migrate()).toEqual(['0021-relations.sql', '0062-rule-conditions.sql'])
  // Rules of one condition, and one that a merge of organisations moved.
  const [bought = '', ours = ''] = [newId(), newId()].sort()
  const organisation = newId()
  const [other, merge] = [newId(), newId()]
  await goBack(`
      insert into enishi.organisation (workspace_id, id, name, name_key, sort_key)
        values ('${id}', '${organisation}', 'x', 'x', 'x'), ('${id}', '${other}', 'y', 'y', 'y');
      insert into enishi.relation_rule (workspace_id, id, condition, within_days, kind, name)
        values ('${id}', '${bought}', 'bought', 30, 'customer', 'Buyers');
      insert into enishi.relation_rule (workspace_id, id, condition, organisation_id, kind)
        values ('${id}', '${ours}', 'own-organisation', '${organisation}', 'employee');
      alter table enishi.organisation_merge_row drop constraint organisation_merge_row_table_check;
      insert into enishi.organisation_merge
        (workspace_id, id, keep_id, merged_id, made_at, evidence, backup)
        values ('${id}', '${merge}', '${organisation}', '${other}', now(), '[]', '{}');
      insert into enishi.organisation_merge_row (workspace_id, merge_id, "table", row_id)
        values ('${id}', '${merge}', 'relation_rule', '${ours}');
      alter table enishi.organisation_merge_row add constraint organisation_merge_row_table_check
        check ("table" = 'relation_rule');
      delete from enishi_migration where name = '0063-several-conditions.sql'`)
  expect(await migrate()).toEqual(['0063-several-conditions.sql'])
  expect(await run(listRelationRules)).toMatchObject([
    { id: bought, name: 'Buyers', match: 'all', conditions: [{ withinDays: 30 }] },
    { id: ours, match: 'all', conditions: [{ organisation: { id: organisation } }] },
  ])
  const { rows: moved } = await run((tx) =>
    sql`select c.rule_id from organisation_merge_row m
      join relation_rule_condition c on c.id = m.row_id and m.table = 'relation_rule_condition'`.execute(
      tx,
    ),
  )
  expect(moved).toEqual([{ rule_id: ours }])
  expect((await kept()).rows).toEqual(before)
  expect(await run((tx) => checkDerived(tx))).toEqual([])
  expect(await run((tx) => listRelations(tx, { personId }))).toMatchObject([
    { kind: 'media', source: 'import', until: null },
  ])
})
