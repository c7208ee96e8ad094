import { sql } from 'kysely'
import { describe, expect, it } from 'vitest'
import { exportText } from '#channels/export.ts'
import { deleteNote, listNotes, patchCard, patchNote, readOwnTerms } from '#engage/index.ts'
import { listRefusals } from '#listen/index.ts'
import { changeIn } from '#test/change.ts'
import { importList, takeBack, tryList } from '#test/list-imports.ts'
import { testListening } from '#test/listening.ts'
import { makeCast } from '#test/server.ts'
import { type TestWorkspace, testDoor } from '#test/workspace.ts'
import { checkDerived, exportCards, mergePeople } from '#understand/index.ts'
import type { SubjectKind } from '#vocabulary/index.ts'

interface World extends TestWorkspace {
  members: { id: string; email: string; name: string }[]
}

async function makeWorld(): Promise<World> {
  const door = testDoor()
  const { workspaceId: id } = await makeCast(door)
  const members = [...((await readOwnTerms(door, id, 'deals-csv'))?.members ?? [])]
  const run: TestWorkspace['run'] = (work) => door.inWorkspace(id, work, 'background')
  return { id, slug: '', door, run, members }
}

const NAMES = { person: 'display_name', organisation: 'name', deal: 'name' } as const

/** What is kept of all subjects of a kind, by name, with the names of members. */
async function cardsIn({ run, members }: World, kind: SubjectKind) {
  const nameOf = (id: string | null) => members.find((one) => one.id === id)?.name ?? null
  return run(async (tx) => {
    const { rows } = await sql<{ id: string; name: string }>`
      select id, ${sql.ref(NAMES[kind])} as name from ${sql.table(kind)}`.execute(tx)
    const cards = await exportCards(
      tx,
      kind,
      rows.map(({ id }) => id),
    )
    return Object.fromEntries(
      rows.map(({ id, name }) => {
        const { ownerId = null, secondOwnerId = null, ...card } = cards.get(id) ?? {}
        return [name, { owner: nameOf(ownerId), second: nameOf(secondOwnerId), ...card }]
      }),
    )
  })
}

/** How many rows there are of what only these columns write. */
async function countsIn({ run }: World): Promise<Record<string, number>> {
  const counted = ['owner', 'tag', 'tagging', 'note', 'relation'] as const
  const counts: Record<string, number> = {}
  for (const table of counted) {
    const { rows } = await run((tx) =>
      sql<{ n: number }>`select count(*)::integer as n from ${sql.table(table)}`.execute(tx),
    )
    counts[table] = rows[0]?.n ?? 0
  }
  return counts
}

const NOTHING = { owner: 0, tag: 0, tagging: 0, note: 0, relation: 0 }

const people = ([
  main,
  second,
]: World['members']) => `氏名,メール,担当営業,副担当,タグ,備考,関係,関係開始日,関係終了日
山田 花子,hanako@example.jp,${main?.email},${second?.name},重要;展示会,はじめての電話,顧客,2024/4/1,
佐藤 健,ken@example.jp,,だれでもない 人,重要、VIP,,顧客,2019/4/1,2020/3/31
鈴木 一郎,ichiro@example.jp,,,,,顧客,2024年13月1日,
高橋 次郎,jiro@example.jp,,,,,顧客,2024/4/1,2023/4/1
田中 三郎,saburo@example.jp,,,,,,2024/4/1,
`

describe('columns of a list of people', () => {
  it('bring second owners, tags, notes and days of relations, once', async () => {
    const world = await makeWorld()
    const [main, second] = world.members
    const text = people(world.members)
    const tried = await tryList(world, 'people-csv', text)
    expect(tried).toMatchObject({ read: 5, new: 3, refused: 2, noted: 2 })
    expect(tried.refusedBy).toEqual({ 'bad-date': 1, 'end-before-start': 1 })
    expect(await countsIn(world)).toEqual(NOTHING)
    const done = await importList(world, 'people-csv', text)
    expect(done.tally).toMatchObject({ read: 5, new: 3, refused: 2 })
    const told = await world.run((tx) => listRefusals(tx, done.id, 0, 10))
    expect(told).toMatchObject([
      ...[{ line: 3, reason: 'unknown-owner', field: '副担当', detail: 'だれでもない 人' }],
      ...[{ line: 4, reason: 'bad-date', field: '関係開始日', detail: '2024年13月1日' }],
      ...[{ line: 5, reason: 'end-before-start', field: '関係終了日', isTaken: false }],
      ...[{ line: 6, reason: 'date-without-relation', field: '関係開始日', isTaken: true }],
    ])
    const cards = await cardsIn(world, 'person')
    expect(cards['山田 花子']).toEqual({
      ...{ owner: main?.name, second: second?.name, notes: ['はじめての電話'] },
      ...{ tags: ['展示会', '重要'].sort() },
      relations: [{ kind: 'customer', since: '2024-04-01', until: null }],
    })
    expect(cards['佐藤 健']).toMatchObject({
      ...{ owner: null, second: null, notes: [] },
      relations: [{ kind: 'customer', since: '2019-04-01', until: '2020-03-31' }],
    })
    const counts = await countsIn(world)
    expect(counts).toEqual({ owner: 2, tag: 3, tagging: 4, note: 1, relation: 2 })
    const again = await importList(world, 'people-csv', text, 'again')
    expect(again.tally).toMatchObject({ new: 0, updated: 0, duplicate: 3 })
    expect(await countsIn(world)).toEqual(counts)
    expect(await takeBack(world, again.id)).toMatchObject({ removed: {}, restored: 0 })
    expect(await takeBack(world, done.id)).toMatchObject({
      ...{ edited: 0, referred: 0, removed: { person: 3, relation: 2, tag: 3 } },
    })
    expect(await countsIn(world)).toEqual(NOTHING)
    expect(await world.run((tx) => checkDerived(tx))).toEqual([])
  })

  it('add to who is known, shown before, and are taken back but for what was edited since', async () => {
    const world = await makeWorld()
    const head = '氏名,メール,副担当,タグ,備考,関係,関係開始日\n'
    const row = (more: string) => `${head}山田 花子,hanako@example.jp,${more}\n`
    await importList(world, 'people-csv', row(',重要,,顧客,'), 'first')
    const before = await cardsIn(world, 'person')
    const [, second] = world.members
    const more = row(`${second?.email},重要;春;夏,一つ目,顧客,2024-04-01`)
    const tried = await tryList(world, 'people-csv', more)
    expect(tried.fields).toEqual({
      ...{ 'owner.second': 1, 'tagging.text': 2, 'note.text': 1, 'relation.since': 1 },
    })
    expect(tried.examples.updated[0]?.changes).toEqual(
      expect.arrayContaining([
        { kind: 'tagging', field: 'text', before: null, after: '春' },
        { kind: 'owner', field: 'second', before: null, after: second?.name },
      ]),
    )
    const done = await importList(world, 'people-csv', more, 'second')
    expect(done.tally).toMatchObject({ updated: 1 })
    expect((await cardsIn(world, 'person'))['山田 花子']).toMatchObject({
      ...{ second: second?.name, notes: ['一つ目'], tags: ['夏', '春', '重要'].sort() },
      relations: [{ kind: 'customer', since: '2024-04-01', until: null }],
    })
    // A member changes the note, and gives the tag anew.
    await world.run(async (tx) => {
      const { id } = await tx.selectFrom('person').select('id').executeTakeFirstOrThrow()
      const note = await tx.selectFrom('note').select('id').executeTakeFirstOrThrow()
      const change = { ...changeIn(world), manages: true }
      await patchNote(tx, note.id, { text: '書き直した' }, change)
      const listening = await testListening()
      const hear = (on: typeof tx, hearing: Parameters<typeof listening.hearIn>[1]) =>
        listening.hearIn(on, hearing)
      const tag = await tx
        .selectFrom('tag')
        .select('id')
        .where('name', '=', '春')
        .executeTakeFirstOrThrow()
      const about = { kind: 'person', id } as const
      await patchCard(tx, about, { removeTags: [tag.id] }, { ...change, hear })
      await patchCard(tx, about, { addTags: [tag.id] }, { ...change, hear })
    })
    // The text is another one by now, and still the list's note.
    const again = await importList(world, 'people-csv', more, 'again')
    expect(again.tally).toMatchObject({ duplicate: 1, updated: 0 })
    expect(await takeBack(world, done.id)).toMatchObject({
      // The owner and the day go back, 夏 goes; 春 and the note are a member's by now.
      ...{ restored: 2, removed: { tagging: 1, tag: 1 }, edited: 2, referred: 1, gone: 0 },
    })
    expect((await cardsIn(world, 'person'))['山田 花子']).toEqual({
      ...before['山田 花子'],
      ...{ notes: ['書き直した'], tags: ['春', '重要'].sort() },
    })
  })

  it('are notes of who imports them, and once removed do not come back with the same list', async () => {
    const world = await makeWorld()
    const [main] = world.members
    const list =
      '氏名,メール,会社名,備考\n山田 花子,h@example.jp,みなみ商店,"一つ目\n§§§\n二つ目"\n'
    const done = await importList(world, 'people-csv', list, 'first', main?.id)
    const notes = async () =>
      (await world.run((tx) => listNotes(tx, {}, { limit: 10, cursor: undefined }))).items
    expect(await notes()).toMatchObject([
      { author: { id: main?.id }, isImported: true, editedAt: null },
      { author: { id: main?.id }, isImported: true },
    ])
    const remove = (text: string, manages: boolean) =>
      world.run(async (tx) => {
        const { id } = await tx
          .selectFrom('note')
          .select('id')
          .where('text', '=', text)
          .executeTakeFirstOrThrow()
        await deleteNote(tx, id, { ...changeIn(world), authorId: main?.id ?? null, manages })
      })
    await world.run(async (tx) => {
      const { id } = await tx
        .selectFrom('note')
        .select('id')
        .where('text', '=', '二つ目')
        .executeTakeFirstOrThrow()
      await patchNote(tx, id, { text: '直した' }, { ...changeIn(world), manages: true })
    })
    // Whoever imported it may, as an author.
    await remove('一つ目', false)
    await remove('直した', false)
    const again = await importList(world, 'people-csv', list, 'again', main?.id)
    expect(again.tally).toMatchObject({ duplicate: 1, updated: 0 })
    expect(await notes()).toEqual([])
    const tried = await tryList(world, 'people-csv', list)
    expect(tried).toMatchObject({ new: 0 })
    expect(tried.fields).toEqual({})
    const other = list.replace('一つ目', '三つ目')
    await importList(world, 'people-csv', other, 'other')
    expect(await notes()).toMatchObject([{ text: '三つ目', author: null, isImported: true }])
    // Taken back and imported anew, they are notes of somebody new.
    await takeBack(world, done.id)
    expect(await world.run((tx) => checkDerived(tx))).toEqual([])
  })

  it('leave what a member says of a relation, and close what a list had said', async () => {
    const world = await makeWorld()
    const list = (rows: string) => `氏名,メール,関係,関係開始日,関係終了日\n${rows}`
    await importList(world, 'people-csv', list('花子,h@example.jp,顧客,2020-04-01,\n'), 'first')
    const second = list(
      '花子,h@example.jp,顧客,2020-04-01,2023-03-31\n花子,h@example.jp,顧客,2010-04-01,2012-03-31\n',
    )
    const closed = await importList(world, 'people-csv', second, 'second')
    const ended = [
      { kind: 'customer', since: '2010-04-01', until: '2012-03-31' },
      { kind: 'customer', since: '2020-04-01', until: '2023-03-31' },
    ]
    expect((await cardsIn(world, 'person')).花子).toMatchObject({ relations: ended })
    await takeBack(world, closed.id)
    const held = [{ kind: 'customer', since: '2020-04-01', until: null }]
    expect((await cardsIn(world, 'person')).花子).toMatchObject({ relations: held })
    await world.run((tx) =>
      sql`update relation set confirmed_by = ${world.members[0]?.id}::uuid`.execute(tx),
    )
    const kept = await importList(world, 'people-csv', second, 'third')
    expect(kept.tally).toMatchObject({ updated: 1, duplicate: 1 })
    expect((await cardsIn(world, 'person')).花子).toMatchObject({
      relations: [...held, ended[0]],
    })
  })

  it('end one and begin another in one list', async () => {
    const world = await makeWorld()
    const list = (rows: string) => `氏名,メール,関係,関係開始日,関係終了日\n${rows}`
    await importList(world, 'people-csv', list('花子,h@example.jp,顧客,2020-04-01,\n'), 'first')
    const both = list(
      '花子,h@example.jp,顧客,2020-04-01,2023-03-31\n花子,h@example.jp,顧客,2025-04-01,\n',
    )
    const done = await importList(world, 'people-csv', both, 'second')
    const again = await importList(world, 'people-csv', both, 'again')
    expect(again.tally).toMatchObject({ duplicate: 2, updated: 0 })
    const relations = [
      { kind: 'customer', since: '2025-04-01', until: null },
      { kind: 'customer', since: '2020-04-01', until: '2023-03-31' },
    ]
    expect((await cardsIn(world, 'person')).花子).toMatchObject({ relations })
    expect(await takeBack(world, done.id)).toMatchObject({ removed: { relation: 1 }, restored: 1 })
    const before = [{ kind: 'customer', since: '2020-04-01', until: null }]
    expect((await cardsIn(world, 'person')).花子).toMatchObject({ relations: before })
  })

  it('go through an export, also where people were merged', async () => {
    const world = await makeWorld()
    await importList(world, 'people-csv', people(world.members))
    const [hanako, ken] = await world.run(async (tx) => {
      const rows = await tx.selectFrom('person').select(['id', 'display_name as name']).execute()
      return ['山田 花子', '佐藤 健'].map((name) => rows.find((one) => one.name === name)?.id ?? '')
    })
    const wanted = { keep: hanako ?? '', merge: ken ?? '', origin: 'member' } as const
    await world.run((tx) => mergePeople(tx, wanted, changeIn(world)))
    const parts: string[] = []
    for await (const part of exportText(world.door, world.id, 'people-csv')) parts.push(part)
    const csv = parts.join('')
    expect(csv).toContain('customer;customer')
    const before = (await cardsIn(world, 'person'))['山田 花子']
    const counts = await countsIn(world)
    const again = await importList(world, 'people-csv', csv, 'export')
    expect(again.tally).toMatchObject({ new: 0, refused: 0 })
    expect((await countsIn(world)).note).toBe(counts.note)
    const other = await makeWorld()
    const brought = await importList(other, 'people-csv', csv)
    expect(brought.tally).toMatchObject({ refused: 0 })
    expect((await cardsIn(other, 'person'))['山田 花子']).toEqual(before)
  })
})

describe('columns of lists of organisations and deals', () => {
  it('are brought and taken back', async () => {
    const world = await makeWorld()
    const [main, second] = world.members
    const organisations = `会社名,取引先所有者,サブ担当,タグ,説明,種別,取引開始日
みなみ商店,${main?.email},${second?.email},重要,冬に移転,顧客,2021-04-01
`
    const deals = `案件名,会社名,商談所有者,副担当,タグ,備考
春の導入,みなみ商店,${main?.email},${second?.email},重要;春,急ぎ
`
    const first = await importList(world, 'organisations-csv', organisations, 'a')
    const last = await importList(world, 'deals-csv', deals, 'b')
    const owners = { owner: main?.name, second: second?.name }
    expect(await cardsIn(world, 'organisation')).toEqual({
      みなみ商店: {
        ...owners,
        ...{ tags: ['重要'], notes: ['冬に移転'] },
        relations: [{ kind: 'customer', since: '2021-04-01', until: null }],
      },
    })
    expect(await cardsIn(world, 'deal')).toEqual({
      春の導入: { ...owners, tags: ['春', '重要'].sort(), notes: ['急ぎ'], relations: [] },
    })
    const { second_owner_id } = await world.run((tx) =>
      tx.selectFrom('deal').select('second_owner_id').executeTakeFirstOrThrow(),
    )
    expect(second_owner_id).toBe(second?.id)
    const laterDay = organisations.replace('2021-04-01', '2020-04-01')
    const changed = await importList(world, 'organisations-csv', laterDay, 'c')
    expect(changed.tally).toMatchObject({ updated: 1 })
    expect(await takeBack(world, changed.id)).toMatchObject({ restored: 1, removed: {} })
    for (const [format, text] of [
      ['organisations-csv', organisations],
      ['deals-csv', deals],
    ] as const) {
      const again = await importList(world, format, text, `again ${format}`)
      expect(again.tally).toMatchObject({ duplicate: 1, updated: 0, new: 0 })
    }
    expect(await takeBack(world, last.id)).toMatchObject({ removed: { deal: 1, tag: 1 } })
    expect(await takeBack(world, first.id)).toMatchObject({
      removed: { organisation: 1, relation: 1, tag: 1 },
    })
    expect(await countsIn(world)).toEqual(NOTHING)
  })
})
