import { beforeAll, describe, expect, it } from 'vitest'
import { listActivities } from '#listen/index.ts'
import { seedChannel, seedPerson, seedPost, seedRollUps, seedTopic } from '#test/seed.ts'
import { makeWorkspace, newId, randomBytes, type TestWorkspace } from '#test/workspace.ts'
import {
  addOrganisation,
  addToOrganisation,
  deleteOrganisation,
  disownAccount,
  getOrganisation,
  getPerson,
  listOrganisations,
  listPeople,
  ownAccounts,
  patchOrganisation,
  removeFromOrganisation,
} from '#understand/index.ts'
import { STAGES } from '#vocabulary/index.ts'

let ours: TestWorkspace
const change = () => ({
  workspaceId: ours.id,
  authorId: null,
  now: new Date(),
  random: randomBytes,
})
type Input = Parameters<typeof addOrganisation>[1]
const add = (input: Input) => ours.run((tx) => addOrganisation(tx, input, change()))
const get = (id: string) => ours.run((tx) => getOrganisation(tx, id))
const events = () =>
  ours.run((tx) => tx.selectFrom('event').select(['name', 'detail']).orderBy('id').execute())

async function names(filter: Partial<Parameters<typeof listOrganisations>[1]>, limit = 50) {
  const { items } = await ours.run((tx) =>
    listOrganisations(tx, { sort: 'name', ...filter }, { limit }),
  )
  return items.map(({ name }) => name)
}

beforeAll(async () => {
  ours = await makeWorkspace()
})

describe('organisations', () => {
  it('are sorted by reading, and found by name, reading and domain', async () => {
    await add({ name: '株式会社山田製作所', nameReading: 'やまだせいさくしょ' })
    await add({
      name: '青空商店',
      nameReading: 'あおぞらしょうてん',
      url: 'https://www.aozora.example/',
    })
    await add({ name: 'Karugamo Inc.', relations: ['competitor'] })
    await add({
      name: '柏木工業',
      nameReading: 'かしわぎこうぎょう',
      relations: ['customer', 'partner'],
    })
    expect(await names({})).toEqual(['Karugamo Inc.', '青空商店', '柏木工業', '株式会社山田製作所'])
    expect(await names({ sort: 'new' })).toHaveLength(4)
    expect(await names({ q: '山田' })).toEqual(['株式会社山田製作所'])
    expect(await names({ q: 'あおぞら' })).toEqual(['青空商店'])
    expect(await names({ q: 'aozora' })).toEqual(['青空商店'])
    expect(await names({ q: '製山' })).toEqual([])
    expect(await names({ q: '!!' })).toEqual([])
    expect(await names({ relation: 'customer' })).toEqual(['柏木工業'])
    expect(await names({ relation: 'media' })).toEqual([])
  })

  it('are listed page by page, each once, in either order', async () => {
    for (const sort of ['name', 'new'] as const) {
      const seen: string[] = []
      let cursor: string | undefined
      do {
        const page = await ours.run((tx) =>
          listOrganisations(
            tx,
            { sort },
            { limit: 3, ...(cursor === undefined ? {} : { cursor }) },
          ),
        )
        seen.push(...page.items.map(({ id }) => id))
        cursor = page.next ?? undefined
      } while (cursor !== undefined)
      expect(new Set(seen).size).toBe(4)
      expect(seen).toHaveLength(4)
    }
    const foreign = ours.run(async (tx) => {
      const { next } = await listOrganisations(tx, { sort: 'new' }, { limit: 1 })
      return listOrganisations(tx, { sort: 'name' }, { limit: 1, cursor: next ?? '' })
    })
    await expect(foreign).rejects.toThrow(/cursor/)
  })

  it('refuse a name that differs in the legal form only, but may be renamed to it themselves', async () => {
    const twice = add({ name: '㈱山田製作所' })
    await expect(twice).rejects.toMatchObject({ code: 'conflict' })
    const { id } = await add({ name: '有限会社ひばり' })
    const changed = await ours.run((tx) =>
      patchOrganisation(tx, id, { name: '株式会社ひばり', nameReading: 'ひばり' }, change()),
    )
    expect(changed).toMatchObject({ name: '株式会社ひばり', nameReading: 'ひばり' })
    expect(await names({ q: 'ひばり' })).toEqual(['株式会社ひばり'])
    const taken = ours.run((tx) => patchOrganisation(tx, id, { name: '青空商店' }, change()))
    await expect(taken).rejects.toMatchObject({ code: 'conflict' })
    await ours.run((tx) => deleteOrganisation(tx, id, change()))
    await expect(get(id)).rejects.toMatchObject({ code: 'not-found' })
  })

  it('end relations that are left out, and begin them again', async () => {
    const { id } = await add({ name: 'Relations Ltd', relations: ['customer', 'media'] })
    const set = (relations: Input['relations']) =>
      ours.run((tx) => patchOrganisation(tx, id, { relations }, change()))
    expect((await set(['media', 'partner'])).relations).toEqual(['media', 'partner'])
    expect((await set(['customer'])).relations).toEqual(['customer'])
    const { rows } = {
      rows: await ours.run((tx) =>
        tx.selectFrom('relation').selectAll().where('organisation_id', '=', id).execute(),
      ),
    }
    expect(
      rows
        .filter(({ until }) => until !== null)
        .map(({ kind }) => kind)
        .sort(),
    ).toEqual(['customer', 'media', 'partner'])
    expect((await events()).at(-1)).toMatchObject({
      name: 'organisation.changed',
      detail: ['relations'],
    })
  })
})

describe('people of an organisation', () => {
  it('bring their posts and stages, and every figure leads to what it counts', async () => {
    const channel = await seedChannel(ours, 'c')
    const topic = await seedTopic(ours, 'みつばち号')
    const a = await seedPerson(ours, '佐藤 花子')
    const b = await seedPerson(ours, 'Bob')
    const merged = await seedPerson(ours, 'Robert', b.personId)
    const former = await seedPerson(ours, 'Carol')
    const other = await seedPerson(ours, 'Dave')
    const say = (by: string, day: number, stage: 'discovery' | 'satisfaction' | 'none') =>
      seedPost(ours, {
        at: `2026-09-0${day}T03:00:00Z`,
        by,
        channel,
        text: 'x',
        stage,
        topics: [topic],
      })
    await say(a.handleId, 1, 'discovery')
    await say(b.handleId, 2, 'discovery')
    await say(merged.handleId, 3, 'satisfaction')
    await say(former.handleId, 4, 'discovery')
    await say(other.handleId, 5, 'discovery')
    await seedRollUps(ours)
    const { id } = await add({ name: 'Members KK' })
    const join = (person: string, more = {}) =>
      ours.run((tx) => addToOrganisation(tx, id, { person, ...more }, change()))
    await join(a.personId, { role: '部長', since: '2025-04-01' })
    // A merged person is whom they were merged into.
    await join(merged.personId)
    await join(former.personId, { since: '2020-01-01', until: '2024-03-31' })
    const backwards = join(other.personId, { since: '2024-01-02', until: '2024-01-01' })
    await expect(backwards).rejects.toMatchObject({ code: 'bad-input' })
    await expect(join(newId())).rejects.toMatchObject({ code: 'not-found' })

    const organisation = await get(id)
    expect(organisation).toMatchObject({ people: 2, posts: 3, hasMoreMembers: false })
    const { members, stages } = organisation
    expect(members.map(({ person }) => person.name)).toEqual(['Bob', '佐藤 花子', 'Carol'])
    expect(members[1]).toMatchObject({ role: '部長', since: '2025-04-01', until: null })
    expect(stages).toMatchObject([{ people: { discovery: 1, satisfaction: 1, evaluation: 0 } }])

    const posts = await ours.run((tx) =>
      listActivities(tx, { kind: 'post', organisation: id }, { limit: 50 }),
    )
    expect(posts.items).toHaveLength(organisation.posts)
    const both = await ours.run((tx) =>
      listActivities(tx, { kind: 'post', organisation: id, person: other.personId }, { limit: 50 }),
    )
    expect(both.items).toEqual([])
    for (const stage of STAGES) {
      const { items } = await ours.run((tx) =>
        listPeople(tx, { organisation: id, topic, stage, sort: 'name' }, { limit: 50 }),
      )
      expect(items).toHaveLength(stages[0]?.people[stage] ?? 0)
    }
    const { items } = await ours.run((tx) =>
      listPeople(tx, { organisation: id, sort: 'posts', q: 'bob' }, { limit: 50 }),
    )
    expect(items.map(({ displayName }) => displayName)).toEqual(['Bob'])

    const { affiliations } = await ours.run((tx) => getPerson(tx, a.personId))
    const [hers] = affiliations
    expect(hers).toMatchObject({ organisation: { id, name: 'Members KK' }, role: '部長' })
    await ours.run((tx) => removeFromOrganisation(tx, id, members[1]?.id ?? '', change()))
    expect(await get(id)).toMatchObject({ people: 1, posts: 2 })
    const told = (await events()).map(({ name }) => name)
    expect(told).toContain('organisation.person-added')
    expect(told.at(-1)).toBe('organisation.person-removed')
  })

  it('have a department beside their role, and keep what is not told again', async () => {
    const { personId: person } = await seedPerson(ours, 'purchaser')
    const { id } = await add({ name: 'Departments KK' })
    const join = (more: object) =>
      ours.run((tx) => addToOrganisation(tx, id, { person, ...more }, change()))
    await join({ role: '部長', since: '2025-04-01' })
    await join({ department: '購買部' })
    const told = { role: '部長', department: '購買部', since: '2025-04-01', until: null }
    expect((await get(id)).members).toMatchObject([told])
    expect((await ours.run((tx) => getPerson(tx, person))).affiliations).toMatchObject([told])
  })

  it('leave no earlier than they came, and come back', async () => {
    const { personId: person } = await seedPerson(ours, 'Erin')
    const { id } = await add({ name: 'Returners KK' })
    const say = (more: { since?: string; until?: string }) =>
      ours.run((tx) => addToOrganisation(tx, id, { person, ...more }, change()))
    await say({ since: '2022-04-01' })
    await expect(say({ until: '2020-03-31' })).rejects.toMatchObject({ code: 'bad-input' })
    await say({ since: '2010-04-01', until: '2015-03-31' })
    await say({ until: '2025-03-31' })
    await say({ since: '2026-04-01' })
    const stays = (await get(id)).members.map(({ since, until }) => [since, until])
    expect(stays.sort()).toEqual([
      ['2010-04-01', '2015-03-31'],
      ['2022-04-01', '2025-03-31'],
      ['2026-04-01', null],
    ])
  })

  it('may be an account of its own', async () => {
    const { id } = await add({ name: 'Official' })
    const { personId, handleId } = await seedPerson(ours, 'Official account')
    const own = (of: string) => ours.run((tx) => ownAccounts(tx, of, personId, change()))
    const { id: other } = await add({ name: 'Other official' })
    expect(await own(other)).toMatchObject({ accounts: [{ handleId }] })
    await own(id)
    expect((await get(other)).accounts).toEqual([])
    expect(await get(id)).toMatchObject({
      people: 1,
      accounts: [{ handleId, personId }],
      members: [],
    })
    await ours.run((tx) => disownAccount(tx, id, handleId, change()))
    expect(await get(id)).toMatchObject({ people: 0, accounts: [] })
    const again = ours.run((tx) => disownAccount(tx, id, handleId, change()))
    await expect(again).rejects.toMatchObject({ code: 'not-found' })
    const told = (await events()).map(({ name }) => name)
    expect(told.at(-1)).toBe('organisation.account-removed')
  })
})
