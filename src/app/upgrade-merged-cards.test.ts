import { expect, it } from 'vitest'
import { addField, getCard } from '#engage/index.ts'
import { changeIn } from '#test/change.ts'
import { seedPerson } from '#test/seed.ts'
import { openUpgradable } from '#test/upgraded-database.ts'
import { newId } from '#test/workspace.ts'
import { mergePeople, unmergePeople } from '#understand/index.ts'

it('brings what merged people kept to the root, and gives it back at an unmerge', {
  timeout: 60_000,
}, async () => {
  const { workspace, goBack, migrate } = await openUpgradable()
  const { id, run } = workspace
  const [tag, member] = [newId(), newId()]
  const people: string[] = []
  for (const name of ['A', 'B', 'C']) people.push((await seedPerson(workspace, name)).personId)
  const [a = '', b = '', c = ''] = people
  const { id: field } = await run((tx) =>
    addField(tx, { name: '会員番号', subject: 'person', kind: 'text' }, changeIn(workspace)),
  )
  const merge = (keep: string, other: string) =>
    run((tx) => mergePeople(tx, { keep, merge: other, origin: 'member' }, changeIn(workspace)))
  await merge(b, c)
  const outer = await merge(a, b)
  // As earlier releases left it: rows stood with the original alone.
  await goBack(`
      insert into enishi.owner (workspace_id, id, person_id, rank, member_id, since)
        values ('${id}', '${newId()}', '${c}', 'main', '${member}', now());
      insert into enishi.custom_value (workspace_id, id, field_id, person_id, value, changed_at)
        values ('${id}', '${newId()}', '${field}', '${c}', '"C-1"', now());
      insert into enishi.tag (workspace_id, id, name, name_key, created_at)
        values ('${id}', '${tag}', '常連', '常連', now());
      insert into enishi.tagging (workspace_id, id, tag_id, person_id, added_at)
        values ('${id}', '${newId()}', '${tag}', '${c}', now());
      delete from enishi_migration where name = '0052-merged-cards.sql'`)
  expect(await migrate()).toEqual(['0052-merged-cards.sql'])
  const card = async (person: string) => {
    const { owner, fields, tags } = await run((tx) =>
      getCard(tx, { kind: 'person', id: person }, new Date()),
    )
    return [owner?.id ?? null, fields[0]?.value ?? null, tags.map(({ name }) => name)]
  }
  const all = [member, 'C-1', ['常連']]
  expect(await card(a)).toEqual(all)
  await run((tx) => unmergePeople(tx, outer.id, changeIn(workspace)))
  expect([await card(a), await card(b)]).toEqual([[null, null, []], all])
})
