import pg from 'pg'
import { afterAll, expect, inject, it } from 'vitest'
import { addField, getCard } from '#engage/index.ts'
import { openDoor } from '#store/door.ts'
import { migrate } from '#store/migrate.ts'
import { changeIn } from '#test/change.ts'
import { seedPerson } from '#test/seed.ts'
import { newId } from '#test/workspace.ts'
import { mergePeople, unmergePeople } from '#understand/index.ts'

let made: string | undefined

async function on<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client(url)
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}

afterAll(async () => {
  if (made === undefined) return
  await on(inject('databaseUrl'), (client) =>
    client.query(`drop database if exists ${made} with (force)`),
  )
})

it('brings what merged people kept to the root, and gives it back at an unmerge', {
  timeout: 60_000,
}, async () => {
  const url = new URL(inject('databaseUrl'))
  made = `upgrade_${newId().slice(-12)}`
  await on(url.href, (client) => client.query(`create database ${made}`))
  url.pathname = `/${made}`
  await on(url.href, migrate)
  const door = openDoor({ connectionString: url.href })
  const [id, tag, member] = [newId(), newId(), newId()]
  await door.asSystem((tx) =>
    tx
      .insertInto('workspace')
      .values({ id, slug: 'upgraded', name: 'x', language: 'ja', time_zone: 'Asia/Tokyo' })
      .execute(),
  )
  const run = <T>(work: Parameters<typeof door.inWorkspace<T>>[1]) => door.inWorkspace(id, work)
  const workspace = { id, slug: 'upgraded', door, run }
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
  await on(url.href, (client) =>
    client.query(`
      insert into enishi.owner (workspace_id, id, person_id, rank, member_id, since)
        values ('${id}', '${newId()}', '${c}', 'main', '${member}', now());
      insert into enishi.custom_value (workspace_id, id, field_id, person_id, value, changed_at)
        values ('${id}', '${newId()}', '${field}', '${c}', '"C-1"', now());
      insert into enishi.tag (workspace_id, id, name, name_key, created_at)
        values ('${id}', '${tag}', '常連', '常連', now());
      insert into enishi.tagging (workspace_id, id, tag_id, person_id, added_at)
        values ('${id}', '${newId()}', '${tag}', '${c}', now());
      delete from enishi_migration where name = '0052-merged-cards.sql'`),
  )
  expect(await on(url.href, migrate)).toEqual(['0052-merged-cards.sql'])
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
  await door.close()
})
