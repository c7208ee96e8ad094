import { sql } from 'kysely'
import { describe, expect, it } from 'vitest'
import { addField, readOwnTerms } from '#engage/index.ts'
import { listRefusals } from '#listen/index.ts'
import { changeIn } from '#test/change.ts'
import { importList, takeBack, tryList } from '#test/list-imports.ts'
import { makeCast } from '#test/server.ts'
import { type TestWorkspace, testDoor } from '#test/workspace.ts'
import { checkDerived, mergePeople } from '#understand/index.ts'
import type { FieldKind, SubjectKind } from '#vocabulary/index.ts'

const DEALS = `案件名,会社名,商談所有者,契約更新日,見積額,プラン,オプション,席数,更新あり,資料
春の導入,みなみ商店,{mail},2027/4/1,"¥1,200,000",標準,監査;教育,12,はい,example.jp/a
夏の導入,みなみ商店,だれでもない 人,,,,,,,
秋の導入,北野工業,,2027年13月1日,,,,,,
冬の導入,北野工業,,,,特上,,,,
早春の導入,北野工業,,,,,,じゅうに,,
晩春の導入,北野工業,,,,,,,たぶん,
`

type Field = [name: string, kind: FieldKind, more?: { choices?: string[]; currency?: string }]

const FIELDS: Field[] = [
  ['契約更新日', 'date'],
  ['見積額', 'money', { currency: 'JPY' }],
  ['プラン', 'choice', { choices: ['標準', '上位'] }],
  ['オプション', 'choices', { choices: ['教育', '監査', '保守'] }],
  ['席数', 'number'],
  ['更新あり', 'yes-no'],
  ['資料', 'url'],
]

interface World extends TestWorkspace {
  member: { id: string; email: string; name: string }
}

async function worldWith(subject: SubjectKind, fields: Field[]): Promise<World> {
  const door = testDoor()
  const { workspaceId: id } = await makeCast(door)
  const run: TestWorkspace['run'] = (work) => door.inWorkspace(id, work, 'background')
  const workspace = { id, slug: '', door, run }
  for (const [name, kind, { choices, currency } = {}] of fields) {
    const named = choices?.map((one) => ({ name: one }))
    await run((tx) => {
      const more = { ...(named && { choices: named }), ...(currency && { currency }) }
      return addField(tx, { subject, name, kind, ...more }, changeIn(workspace))
    })
  }
  const member = (await readOwnTerms(door, id, 'deals-csv'))?.members[0]
  if (member === undefined) throw new Error('The cast has members')
  return { ...workspace, member }
}

/** Values by the name of the field, with choices by name. */
async function valuesIn({ run }: TestWorkspace): Promise<Record<string, unknown>> {
  const rows = await run((tx) =>
    tx
      .selectFrom('custom_value as v')
      .innerJoin('custom_field as f', 'f.id', 'v.field_id')
      .select(['f.name', 'f.choices', 'v.value'])
      .execute(),
  )
  return Object.fromEntries(
    rows.map(({ name, choices, value }) => {
      const nameOf = (id: unknown) => choices.find((one) => one.id === id)?.name ?? id
      return [name, Array.isArray(value) ? value.map(nameOf) : nameOf(value)]
    }),
  )
}

function ownersIn({ run }: TestWorkspace): Promise<{ member_id: string }[]> {
  return run((tx) =>
    tx.selectFrom('owner').select('member_id').where('until', 'is', null).execute(),
  )
}

describe('a list that speaks of own fields and owners', () => {
  it('fills them by type, refuses what a field does not take by line, and notes unknown owners', async () => {
    const world = await worldWith('deal', FIELDS)
    const text = DEALS.replace('{mail}', world.member.email.toUpperCase())
    const found = await tryList(world, 'deals-csv', text)
    expect(found).toMatchObject({ read: 6, new: 2, refused: 4, noted: 1 })
    expect(found.examples.noted).toMatchObject([
      { line: 3, reason: 'unknown-owner', field: '商談所有者', detail: 'だれでもない 人' },
    ])
    const done = await importList(world, 'deals-csv', text)
    expect(done.tally).toMatchObject({ read: 6, new: 2, refused: 4 })
    expect(await valuesIn(world)).toEqual({
      ...{ 契約更新日: '2027-04-01', 見積額: 1_200_000, プラン: '標準', 席数: 12, 更新あり: true },
      ...{ オプション: ['教育', '監査'], 資料: 'https://example.jp/a' },
    })
    expect(await ownersIn(world)).toEqual([{ member_id: world.member.id }])
    const told = await world.run((tx) => listRefusals(tx, done.id, 0, 10))
    expect(told).toMatchObject([
      { line: 3, reason: 'unknown-owner', field: '商談所有者', isTaken: true },
      { line: 4, reason: 'bad-date', field: '契約更新日', detail: '2027年13月1日', isTaken: false },
      { line: 5, reason: 'not-a-choice', field: 'プラン', detail: '特上' },
      { line: 6, reason: 'not-a-number', field: '席数', detail: 'じゅうに' },
      { line: 7, reason: 'not-yes-no', field: '更新あり', detail: 'たぶん' },
    ])
    const run = await world.run((tx) =>
      tx.selectFrom('import').select('noted').where('id', '=', done.id).executeTakeFirstOrThrow(),
    )
    expect(run.noted).toBe(1)
    const again = await importList(world, 'deals-csv', text, 'again')
    expect(again.tally).toMatchObject({ new: 0, updated: 0, duplicate: 2 })
    const undone = await takeBack(world, done.id)
    expect(undone).toMatchObject({ edited: 0, referred: 0, removed: { deal: 2 } })
    expect([await valuesIn(world), await ownersIn(world)]).toEqual([{}, []])
    expect(await world.run((tx) => checkDerived(tx))).toEqual([])
  })

  it('leaves what a member said, and puts back what an earlier list had said', async () => {
    const world = await worldWith('person', [
      ['席次', 'number'],
      ['メモ', 'text'],
    ])
    const head = '氏名,メール,席次,メモ,所有者\n'
    const row = (seat: string, note: string) =>
      `${head}山田 花子,hanako@example.jp,${seat},${note},${world.member.name}\n`
    await importList(world, 'people-csv', row('3', 'はじめ'), 'first')
    expect(await ownersIn(world)).toHaveLength(1)
    await world.run((tx) =>
      tx
        .updateTable('custom_value')
        .set({ is_imported: false })
        .where('value', '=', JSON.stringify('はじめ'))
        .execute(),
    )
    const second = await importList(world, 'people-csv', row('4', 'あと'), 'second')
    expect(second.tally).toMatchObject({ updated: 1 })
    expect(await valuesIn(world)).toEqual({ 席次: 4, メモ: 'はじめ' })
    expect(await takeBack(world, second.id)).toMatchObject({ restored: 1, edited: 0 })
    expect(await valuesIn(world)).toEqual({ 席次: 3, メモ: 'はじめ' })
  })

  it('fills who was named, and shows it at whom that one is merged into where there is nothing', async () => {
    const world = await worldWith('person', [
      ['席次', 'number'],
      ['メモ', 'text'],
    ])
    const list = (rows: string) => `氏名,メール,席次,メモ\n${rows}`
    const rows = '山田 花子,hanako@example.jp,1,\n佐藤 一郎,ichiro@example.jp,,\n'
    await importList(world, 'people-csv', list(rows), 'first')
    const people = await world.run((tx) =>
      tx.selectFrom('person').select(['id', 'display_name']).orderBy('display_name').execute(),
    )
    const [ichiro = '', hanako = ''] = people.map(({ id }) => id)
    expect(people.map((one) => one.display_name)).toEqual(['佐藤 一郎', '山田 花子'])
    const wanted = { keep: hanako, merge: ichiro, origin: 'member' } as const
    await world.run((tx) => mergePeople(tx, wanted, changeIn(world)))
    await importList(world, 'people-csv', list('佐藤 一郎,ichiro@example.jp,2,あと\n'), 'second')
    const { rows: held } = await world.run((tx) =>
      sql<{ id: string; value: unknown }>`
        select subject_id as id, value from custom_value order by value::text`.execute(tx),
    )
    expect(held.map(({ id, value }) => [id === hanako ? 'root' : 'merged', value])).toEqual(
      expect.arrayContaining([
        ['root', 1],
        ['root', 'あと'],
        ['merged', 2],
        ['merged', 'あと'],
      ]),
    )
    expect(held).toHaveLength(4)
  })

  it('keeps an organisation to which a member gave an owner since', async () => {
    const world = await worldWith('organisation', [['業種', 'text']])
    const text = `会社名,業種,所有者\nみなみ商店,小売,\n北野工業,製造,${world.member.email}\n`
    const done = await importList(world, 'organisations-csv', text)
    const { id } = await world.run((tx) =>
      tx
        .selectFrom('organisation')
        .select('id')
        .where('name', '=', 'みなみ商店')
        .executeTakeFirstOrThrow(),
    )
    await world.run((tx) =>
      tx
        .insertInto('owner')
        .values({
          ...{ workspace_id: world.id, id: world.member.id, organisation_id: id, rank: 'main' },
          ...{ member_id: world.member.id, since: new Date(), until: null },
          ...{ person_id: null, deal_id: null, set_by: world.member.id, ended_by: null },
        })
        .execute(),
    )
    expect(await takeBack(world, done.id)).toMatchObject({
      ...{ referred: 1, removed: { organisation: 1 } },
    })
    expect(await valuesIn(world)).toEqual({ 業種: '小売' })
  })
})
