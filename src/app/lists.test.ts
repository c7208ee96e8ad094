import { sql } from 'kysely'
import { describe, expect, it } from 'vitest'
import { listActivities, listOutcomes } from '#listen/index.ts'
import { changeIn } from '#test/change.ts'
import { importBytes } from '#test/import-text.ts'
import { testListening } from '#test/listening.ts'
import { logState } from '#test/log-state.ts'
import { makeWorkspace, type TestWorkspace } from '#test/workspace.ts'
import { checkDerived, listPeople, mergePeople, patchPerson } from '#understand/index.ts'

const PEOPLE = Buffer.from(`name,family,given,reading,organisation,role,platform,handle,relation
山田 花子,山田,花子,やまだ はなこ,株式会社みなみ商店,購買部長,bluesky,hanako.example,customer;decision-maker
Sally Smith,Smith,Sally,,"Acme, Inc.",Editor,mastodon,https://example.social/users/sally,media
佐藤 健,佐藤,健,さとう けん,㈱みなみ商店,,x,@ken_s,顧客候補
佐藤 健,佐藤,健,さとう けん,㈱みなみ商店,,x,@ken_s,顧客候補
`)

const OUTCOMES = Buffer.from(`id,at,person_platform,person_handle,type,value,currency,topic
o-1,2026-06-01T10:00:00+09:00,bluesky,hanako.example,purchase,12000,JPY,みなみペン
o-2,2026-06-02T10:00:00Z,mastodon,https://example.social/users/sally,renewal,19.90,USD,Minami Pen
o-3,2026-06-03,x,ken_s,churn,,,
`)

/** People, where they belong and what they are to us, without what differs from run to run. */
async function peopleOf(workspace: TestWorkspace) {
  const { rows } = await workspace.run((tx) =>
    sql<Record<string, unknown>>`
      select p.display_name as name, p.family_name as family, p.given_name as given,
        p.name_reading as reading, p.sort_key,
        (select array_agg(h.platform || ':' || h.external_id order by h.platform)
          from handle_person hp join handle h on h.id = hp.handle_id where hp.person_id = p.id) as handles,
        (select array_agg(r.kind order by r.kind) from relation r where r.person_id = p.id) as relations,
        (select array_agg(concat_ws('/', o.name_key, a.role, a.since, a.until) order by o.name_key)
          from affiliation a join organisation o on o.id = a.organisation_id
          where a.person_id = p.id) as places
      from person p order by p.display_name, handles`.execute(tx),
  )
  return rows
}

describe('a list of people', () => {
  it('tells names, organisations and relations; twice is once', async () => {
    const [workspace, listening] = [await makeWorkspace(), await testListening()]
    const first = await importBytes(listening, workspace, 'people-csv', PEOPLE)
    expect(first.tally).toMatchObject({ read: 4, new: 3, duplicate: 1, refused: 0 })
    const people = await peopleOf(workspace)
    expect(people).toEqual([
      {
        ...{ name: 'Sally Smith', family: 'Smith', given: 'Sally', reading: null },
        ...{ sort_key: 'sally smith', relations: ['media'], places: ['acme/Editor'] },
        handles: ['mastodon:https://example.social/users/sally'],
      },
      {
        ...{ name: '佐藤 健', family: '佐藤', given: '健', reading: 'さとう けん' },
        ...{ sort_key: 'さとう けん', relations: ['prospect'], places: ['みなみ商店'] },
        handles: ['x:ken_s'],
      },
      {
        ...{ name: '山田 花子', family: '山田', given: '花子', reading: 'やまだ はなこ' },
        ...{ sort_key: 'やまだ はなこ', relations: ['customer', 'decision-maker'] },
        ...{ places: ['みなみ商店/購買部長'], handles: ['bluesky:hanako.example'] },
      },
    ])
    const again = await importBytes(listening, workspace, 'people-csv', PEOPLE)
    expect(again.tally).toMatchObject({ read: 4, duplicate: 4 })
    expect(await peopleOf(workspace)).toEqual(people)
  })

  it('meets the account that the log knows by its username, and renames who is behind it', async () => {
    const [workspace, listening] = [await makeWorkspace(), await testListening()]
    const post = {
      ...{ id: '1', type: 'Create', content: 'よい', published: '2026-06-01T00:00:00Z' },
      actor: {
        platform: 'bluesky',
        handle: 'did:plc:h',
        username: 'hanako.example',
        name: 'はなっち',
      },
    }
    await importBytes(listening, workspace, 'activities', Buffer.from(JSON.stringify(post)), {
      fileName: 'log',
    })
    const listed = await importBytes(listening, workspace, 'people-csv', PEOPLE)
    expect(listed.tally).toMatchObject({ new: 2, updated: 1, duplicate: 1 })
    const hanako = (await peopleOf(workspace)).find(({ name }) => name === '山田 花子')
    expect(hanako?.handles).toEqual(['bluesky:did:plc:h'])
    const again = await importBytes(listening, workspace, 'people-csv', PEOPLE)
    expect(again.tally).toMatchObject({ duplicate: 4 })
  })

  it('says what changed, and leaves what a member has given', async () => {
    const [workspace, listening] = [await makeWorkspace(), await testListening()]
    const list = (role: string, reading: string) =>
      Buffer.from(
        `氏名,ふりがな,会社名,役職,メール\n山田 太郎,${reading},A社,${role},t@example.jp\n`,
      )
    const ask = async (role: string, reading: string) =>
      (await importBytes(listening, workspace, 'people-csv', list(role, reading))).tally
    expect(await ask('係長', 'やまだ')).toMatchObject({ new: 1 })
    expect(await ask('課長', 'やまだ')).toMatchObject({ updated: 1 })
    const { id } = await workspace.run((tx) =>
      tx.selectFrom('person').select('id').executeTakeFirstOrThrow(),
    )
    await workspace.run((tx) =>
      patchPerson(tx, id, { nameReading: 'やまた たろう' }, changeIn(workspace)),
    )
    expect(await ask('課長', 'やまだ たろう')).toMatchObject({ duplicate: 1 })
    expect(await peopleOf(workspace)).toMatchObject([
      { reading: 'やまた たろう', places: ['a社/課長'], handles: ['mail:t@example.jp'] },
    ])
  })

  it('puts accounts of one row together where they are new, and moves none that is known', async () => {
    const [workspace, listening] = [await makeWorkspace(), await testListening()]
    const one = 'id,name,platform,handle,email\n7,A B,x,ab,a@example.com\n'
    await importBytes(listening, workspace, 'people-csv', Buffer.from(one))
    expect(await peopleOf(workspace)).toMatchObject([
      { name: 'A B', handles: ['list:file:7', 'mail:a@example.com', 'x:ab'] },
    ])
    const other = 'name,platform,handle,email\nC D,x,cd,c@example.com\nA B,x,ab,c@example.com\n'
    await importBytes(listening, workspace, 'people-csv', Buffer.from(other), { fileName: 'b' })
    expect(await peopleOf(workspace)).toHaveLength(2)
  })
})

describe('a list of outcomes', () => {
  it('goes into the log with its value; twice is once, an edit replaces it', async () => {
    const [workspace, listening] = [await makeWorkspace(), await testListening()]
    await importBytes(listening, workspace, 'people-csv', PEOPLE)
    const { tally } = await importBytes(listening, workspace, 'outcomes-csv', OUTCOMES)
    expect(tally).toMatchObject({ read: 3, new: 3 })
    expect(await peopleOf(workspace)).toHaveLength(3)
    const outcomes = () => workspace.run((tx) => listOutcomes(tx, {}, { limit: 10 }))
    expect(
      (await outcomes()).items.map(({ actor, outcome }) => [actor.name, outcome]),
    ).toMatchObject([
      ['佐藤 健', { type: 'churn', valueMinor: null, currency: null, value: null, about: null }],
      [
        'Sally Smith',
        { type: 'renewal', valueMinor: 1990, currency: 'USD', value: '19.90', about: 'Minami Pen' },
      ],
      [
        '山田 花子',
        {
          type: 'purchase',
          valueMinor: 12000,
          currency: 'JPY',
          value: '12000',
          about: 'みなみペン',
        },
      ],
    ])
    const state = await logState(workspace)
    const again = await importBytes(listening, workspace, 'outcomes-csv', OUTCOMES)
    expect(again.tally).toMatchObject({ duplicate: 3 })
    expect(await logState(workspace)).toEqual(state)
    const dearer = Buffer.from(OUTCOMES.toString().replace('12000', '15000'))
    const edited = await importBytes(listening, workspace, 'outcomes-csv', dearer)
    expect(edited.tally).toMatchObject({ updated: 1, duplicate: 2 })
    const { items } = await outcomes()
    expect(items.at(-1)?.outcome?.valueMinor).toBe(15000)
    expect(await workspace.run(checkDerived)).toEqual([])
  })

  it('is narrowed by kind, person and time, page by page, and shown in the log', async () => {
    const [workspace, listening] = [await makeWorkspace(), await testListening()]
    await importBytes(listening, workspace, 'outcomes-csv', OUTCOMES)
    const list = (filter: object, limit = 10, cursor?: string) =>
      workspace.run((tx) => listOutcomes(tx, filter, { limit, cursor }))
    const { items } = await list({})
    const person = items[0]?.actor.personId
    expect((await list({ type: 'renewal' })).items.map(({ outcome }) => outcome?.type)).toEqual([
      'renewal',
    ])
    expect((await list({ person })).items.map(({ id }) => id)).toEqual([items[0]?.id])
    expect((await list({ person, type: 'purchase' })).items).toEqual([])
    expect((await list({ from: '2026-06-02', to: '2026-06-02' })).items).toHaveLength(1)
    const first = await list({}, 2)
    const second = await list({}, 2, first.next ?? '')
    expect([...first.items, ...second.items]).toEqual(items)
    expect(second.next).toBeNull()
    const log = await workspace.run((tx) => listActivities(tx, { kind: 'all' }, { limit: 10 }))
    expect(log.items.map(({ outcome }) => outcome?.type)).toEqual(['churn', 'renewal', 'purchase'])
  })

  it('that is deleted is gone', async () => {
    const [workspace, listening] = [await makeWorkspace(), await testListening()]
    await importBytes(listening, workspace, 'outcomes-csv', OUTCOMES)
    const gone = { type: 'Tombstone', platform: 'list', id: 'file:o-1' }
    await importBytes(listening, workspace, 'activities', Buffer.from(JSON.stringify(gone)), {
      fileName: 'gone',
    })
    const { items } = await workspace.run((tx) => listOutcomes(tx, {}, { limit: 10 }))
    expect(items.map(({ outcome }) => outcome?.type)).toEqual(['churn', 'renewal'])
  })
})

describe('what people are to us', () => {
  it('is shown with them, merged or not, and narrows the list in every order', async () => {
    const [workspace, listening] = [await makeWorkspace(), await testListening()]
    await importBytes(listening, workspace, 'people-csv', PEOPLE)
    const list = (filter: object) =>
      workspace.run((tx) => listPeople(tx, { sort: 'name', ...filter }, { limit: 10 }))
    const { items } = await list({})
    expect(items.map(({ displayName, relations }) => [displayName, relations])).toEqual([
      ['Sally Smith', ['media']],
      ['佐藤 健', ['prospect']],
      ['山田 花子', ['customer', 'decision-maker']],
    ])
    const [sally, ken] = items
    expect(sally?.affiliations).toEqual([
      {
        organisation: { id: expect.any(String), name: 'Acme, Inc.' },
        ...{ role: 'Editor', department: null, since: null, until: null },
      },
    ])
    const namesOf = async (filter: object) =>
      (await list(filter)).items.map((one) => one.displayName)
    for (const sort of ['last', 'posts', 'name']) {
      expect(await namesOf({ sort, relation: 'customer' })).toEqual(['山田 花子'])
      expect(await namesOf({ sort, relation: 'customer', q: 'はなこ' })).toEqual(['山田 花子'])
      expect(await namesOf({ sort, relation: 'customer', q: 'Sally' })).toEqual([])
      expect(await namesOf({ sort, relation: 'competitor' })).toEqual([])
    }
    const wanted = { keep: sally?.id ?? '', merge: ken?.id ?? '', origin: 'member' as const }
    await workspace.run((tx) => mergePeople(tx, wanted, changeIn(workspace)))
    expect(await namesOf({ relation: 'prospect' })).toEqual(['Sally Smith'])
    const merged = (await list({ q: 'Sally' })).items[0]
    expect(merged?.relations).toEqual(['media', 'prospect'])
    expect(merged?.affiliations).toHaveLength(2)
  })
})
