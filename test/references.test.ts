import pg from 'pg'
import { beforeAll, describe, expect, inject, it } from 'vitest'
import { changeIn } from '#test/change.ts'
import { plantReferences } from '#test/plant-references.ts'
import { READERS, type Reader, type World } from '#test/reference-readers.ts'
import { mergePeople, unmergePeople } from '#understand/index.ts'

/** Asks every reader before a merge, after it and after it was taken back; answers what is wrong. */
async function ask(world: World, readers: typeof READERS): Promise<string[]> {
  const { workspace, anna, berta } = world
  const wrong: string[] = []
  const read = async () => {
    const answers = new Map<string, [string[], string[]]>()
    for (const [key, named] of Object.entries(readers)) {
      for (const [name, reader] of Object.entries(named)) {
        const of = async (id: string) =>
          (await workspace.run((tx) => reader(tx, id, world))).toSorted()
        answers.set(`${key}: ${name}`, [await of(anna), await of(berta)])
      }
    }
    return answers
  }
  const before = await read()
  const { id } = await workspace.run((tx) =>
    mergePeople(tx, { keep: anna, merge: berta, origin: 'member' }, changeIn(workspace)),
  )
  const merged = await read()
  await workspace.run((tx) => unmergePeople(tx, id, changeIn(workspace)))
  const after = await read()
  const isSame = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b)
  for (const [name, [ofAnna, ofBerta]] of before) {
    const both = [...ofAnna, ...ofBerta].toSorted()
    if (ofAnna.length === 0 || ofBerta.length === 0) wrong.push(`${name}: nothing to see before`)
    if (!isSame(merged.get(name), [both, both])) wrong.push(`${name}: not both when merged`)
    if (!isSame(after.get(name), [ofAnna, ofBerta])) wrong.push(`${name}: not as before afterwards`)
  }
  return wrong
}

/** Foreign keys to a person, as the catalogue knows them. */
async function referencesIn(client: pg.Client): Promise<string[]> {
  const { rows } = await client.query<{ name: string }>(`
    select c.conrelid::regclass::text || '.' || a.attname as name from pg_constraint c
    join unnest(c.conkey, c.confkey) as k (own, other) on true
    join pg_attribute a on a.attrelid = c.conrelid and a.attnum = k.own
    join pg_attribute b on b.attrelid = c.confrelid and b.attnum = k.other
    where c.contype = 'f' and c.confrelid = 'enishi.person'::regclass and b.attname = 'id' order by 1`)
  return rows.map(({ name }) => name.replace(/^enishi\./, ''))
}

async function onDatabase<Answer>(work: (client: pg.Client) => Promise<Answer>): Promise<Answer> {
  const client = new pg.Client({ connectionString: inject('databaseUrl') })
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}

describe('references to people', () => {
  let world: World
  beforeAll(async () => {
    world = await plantReferences()
  })

  it('are all listed with the readers that resolve them', async () => {
    const found = await onDatabase(referencesIn)
    expect(found).toEqual(Object.keys(READERS).sort())
  })

  it('are noticed where they are not listed', async () => {
    const found = await onDatabase(async (client) => {
      await client.query(`begin; create table enishi.sneaked (workspace_id uuid, whose uuid,
        foreign key (workspace_id, whose) references enishi.person (workspace_id, id))`)
      const references = await referencesIn(client)
      await client.query('rollback')
      return references
    })
    expect(found.filter((name) => !(name in READERS))).toEqual(['sneaked.whose'])
  })

  it('answer both people when merged and each one’s own before and after', async () => {
    expect(await ask(world, READERS)).toEqual([])
  })

  it('are noticed where a reader forgets to resolve', async () => {
    const forgetful: Reader = async (tx, id) => {
      const rows = await tx
        .selectFrom('affiliation')
        .select('organisation_id')
        .where('person_id', '=', id)
        .execute()
      return rows.map((row) => row.organisation_id)
    }
    const wrong = await ask(world, { 'affiliation.person_id': { forgetful } })
    expect(wrong).toEqual(['affiliation.person_id: forgetful: not both when merged'])
  })
})
