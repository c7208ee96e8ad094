import { sql } from 'kysely'
import { describe, expect, it } from 'vitest'
import { INPUT_FORMATS } from '#channels/registry.ts'
import {
  addNote,
  addPipeline,
  findLookalikes,
  joinLookalikes,
  patchDeal,
  undoDeals,
} from '#engage/index.ts'
import { type ImportFormat, type Listening, listRefusals, tryImport } from '#listen/index.ts'
import { changeIn } from '#test/change.ts'
import { importBytes } from '#test/import-text.ts'
import { testListening } from '#test/listening.ts'
import { makeWorkspace, type TestWorkspace } from '#test/workspace.ts'
import { beginUndo, checkDerived, patchOrganisation, undoImport } from '#understand/index.ts'
import { systemRandom } from './listening.ts'

const ACCOUNTS = `取引先名,取引先名カナ,Web サイト,種別
株式会社みなみ商店,みなみしょうてん,https://minami.example/,顧客
北野工業㈱,きたのこうぎょう,kitano.example,見込み客
㈱みなみ商店,,https://www.minami.example/shop,顧客
,,,
`

const DEALS = `商談ID,商談名,取引先名,取引先責任者名,メール,フェーズ,金額(円),確度,完了予定日
d-1,新店舗のレジ,みなみ商店,山田 花子,hanako@example.jp,提案,"1,200,000",60,2026-12-20
d-2,在庫管理,北野工業,鈴木 一郎,,受注,300000,,2026-06-01
d-3,保守契約,北野工業,鈴木 一郎,,失注,50000,,2026-05-01
d-4,配送,東西運輸,,,最終確認,10000,,2026-12-01
d-5,会員証,みなみ商店,,,ヒアリング,,,2026/13/45
d-1,新店舗のレジ,みなみ商店,山田 花子,hanako@example.jp,内示,"1,200,000",60,2026-12-20
`

function importText(
  listening: Listening,
  workspace: TestWorkspace,
  format: ImportFormat,
  text: string,
  fileName: string,
  more: Parameters<typeof importBytes>[4] = {},
) {
  return importBytes(listening, workspace, format, Buffer.from(text), {
    fileName,
    scope: 'crm',
    ...more,
  })
}

function tryText(
  listening: Listening,
  workspace: TestWorkspace,
  format: ImportFormat,
  text: string,
) {
  async function* source() {
    yield Buffer.from(text)
  }
  return tryImport({
    ...{ door: workspace.door, listening, workspaceId: workspace.id, random: systemRandom },
    run: { format, fileName: 'tried' },
    format: INPUT_FORMATS[format],
    source: source(),
    scope: 'crm',
    timeZone: 'Asia/Tokyo',
    now: () => new Date(),
    findLookalikes,
  })
}

async function takeBack(workspace: TestWorkspace, importId: string) {
  const listening = await testListening()
  const deals = undoDeals((tx, hearing) => listening.hearIn(tx, hearing))
  const parts = { door: workspace.door, deals, now: () => new Date(), random: systemRandom }
  await workspace.run((tx) => beginUndo(tx, workspace.id, importId, parts))
  return undoImport(parts, workspace.id, importId)
}

async function dealsOf(workspace: TestWorkspace) {
  const { rows } = await workspace.run((tx) =>
    sql<Record<string, unknown>>`
      select d.key, d.name, s.name as stage, d.state, d.value_minor as value, d.currency,
        d.own_probability as probability, d.closes_on::text as closes, o.name as organisation,
        (select p.display_name from deal_person dp join person p on p.id = dp.person_id
          where dp.deal_id = d.id and dp.is_main) as person,
        d.closed_at is not null as closed
      from deal d join pipeline_stage s on s.id = d.stage_id
      left join organisation o on o.id = d.organisation_id order by d.key, d.name`.execute(tx),
  )
  return rows
}

async function countOf(
  workspace: TestWorkspace,
  table: 'organisation' | 'deal' | 'person' | 'outcome' | 'deal_move',
) {
  const { rows } = await workspace.run((tx) =>
    sql<{ count: number }>`select count(*)::integer as count from ${sql.table(table)}`.execute(tx),
  )
  return rows[0]?.count
}

async function japanese(): Promise<TestWorkspace> {
  const workspace = await makeWorkspace()
  await workspace.run((tx) =>
    sql`update workspace set language = 'ja', time_zone = 'Asia/Tokyo'`.execute(tx),
  )
  return workspace
}

describe('a list of organisations', () => {
  it('is made once whatever the legal form, and says what is new of those that are known', async () => {
    const [workspace, listening] = [await japanese(), await testListening()]
    const { tally } = await importText(listening, workspace, 'organisations-csv', ACCOUNTS, 'a')
    expect(tally).toMatchObject({ read: 3, new: 2, updated: 1, refused: 0 })
    const { rows } = await workspace.run((tx) =>
      sql<Record<string, unknown>>`select o.name, o.name_reading as reading, o.domain, o.url,
        array(select kind from relation r where r.organisation_id = o.id) as relations
        from organisation o order by o.sort_key`.execute(tx),
    )
    expect(rows).toEqual([
      {
        ...{ name: '北野工業㈱', reading: 'きたのこうぎょう', domain: 'kitano.example' },
        ...{ url: 'https://kitano.example', relations: ['prospect'] },
      },
      {
        ...{ name: '株式会社みなみ商店', reading: 'みなみしょうてん', domain: 'minami.example' },
        ...{ url: 'https://www.minami.example/shop', relations: ['customer'] },
      },
    ])
    const again = await importText(listening, workspace, 'organisations-csv', ACCOUNTS, 'b')
    expect(again.tally).toMatchObject({ read: 3, new: 0, updated: 2, duplicate: 1 })
  })

  it('leaves what a member has edited, shows whom it looks like, and can be taken back', async () => {
    const [workspace, listening] = [await japanese(), await testListening()]
    await importText(listening, workspace, 'organisations-csv', ACCOUNTS, 'a')
    const kitano = await workspace.run((tx) =>
      tx
        .selectFrom('organisation')
        .select('id')
        .where('name', '=', '北野工業㈱')
        .executeTakeFirstOrThrow(),
    )
    const change = changeIn(workspace)
    await workspace.run((tx) =>
      patchOrganisation(tx, kitano.id, { nameReading: 'キタノコウギョウ' }, change),
    )
    const second = `会社名,ふりがな,URL
北野工業,きたのこうぎょう,https://kitano.example
Minami Shoten,,minami.example
新しい会社,あたらしいかいしゃ,atarashii.example
`
    const found = await tryText(listening, workspace, 'organisations-csv', second)
    expect(found).toMatchObject({ read: 3, new: 2, unchanged: 1, lookalikes: 1 })
    expect(found.examples.lookalikes).toMatchObject([
      { line: 3, known: { kind: 'organisation', name: '株式会社みなみ商店' }, probability: null },
    ])
    const run = await importText(listening, workspace, 'organisations-csv', second, 'c', {
      prepare: (hearing) => joinLookalikes(workspace.door, hearing),
    })
    expect(run.tally).toMatchObject({ read: 3, new: 1, updated: 1, duplicate: 1 })
    expect(await countOf(workspace, 'organisation')).toBe(3)
    const undone = await takeBack(workspace, run.id)
    expect(undone).toMatchObject({ removed: { organisation: 1 }, restored: 1, edited: 0 })
    const { rows } = await workspace.run((tx) =>
      sql<{ url: string; domain: string }>`select url, domain from organisation
        where name_key = 'みなみ商店'`.execute(tx),
    )
    expect(rows).toEqual([{ url: 'https://www.minami.example/shop', domain: 'minami.example' }])
  })
})

describe('a list of deals', () => {
  it('finds organisation, person and stage, and refuses by line what no pipeline has', async () => {
    const [workspace, listening] = [await japanese(), await testListening()]
    await importText(listening, workspace, 'organisations-csv', ACCOUNTS, 'a')
    const run = await importText(listening, workspace, 'deals-csv', DEALS, 'deals')
    expect(run.tally).toMatchObject({ read: 6, new: 3, updated: 1, refused: 2 })
    expect(await workspace.run((tx) => listRefusals(tx, run.id, 0, 10))).toMatchObject([
      { line: 5, reason: 'unknown-stage', field: 'フェーズ', detail: '最終確認' },
      { line: 6, reason: 'bad-date', field: '完了予定日' },
    ])
    const common = { currency: 'JPY', closed: true, probability: null }
    expect(await dealsOf(workspace)).toEqual([
      {
        ...{ key: 'crm:d-1', name: '新店舗のレジ', stage: '内示', state: 'open', value: 1_200_000 },
        ...{ currency: 'JPY', probability: 60, closes: '2026-12-20', closed: false },
        ...{ organisation: '株式会社みなみ商店', person: '山田 花子' },
      },
      {
        ...{ key: 'crm:d-2', name: '在庫管理', stage: '内示', state: 'won', value: 300_000 },
        ...{ ...common, closes: '2026-06-01', organisation: '北野工業㈱', person: '鈴木 一郎' },
      },
      {
        ...{ key: 'crm:d-3', name: '保守契約', stage: '引き合い', state: 'lost', value: 50_000 },
        ...{ ...common, closes: '2026-05-01', organisation: '北野工業㈱', person: '鈴木 一郎' },
      },
    ])
    // The same person by name twice, and nobody made for the refused rows.
    expect(await countOf(workspace, 'person')).toBe(2)
    const { rows } = await workspace.run((tx) =>
      sql<{ type: string; value: number; at: Date }>`select o.type, o.value_minor as value,
        a.published_at as at from outcome o join activity a on a.id = o.activity_id`.execute(tx),
    )
    expect(rows).toEqual([
      { type: 'purchase', value: 300_000, at: new Date('2026-05-31T15:00:00Z') },
    ])
    expect(await workspace.run((tx) => checkDerived(tx))).toEqual([])
  })

  it('said twice is once; another stage in the file is a move', async () => {
    const [workspace, listening] = [await japanese(), await testListening()]
    const [header, first] = DEALS.split('\n')
    const one = `${header}\n${first}\n`
    await importText(listening, workspace, 'deals-csv', one, 'x')
    const again = await importText(listening, workspace, 'deals-csv', one, 'y')
    expect(again.tally).toMatchObject({ read: 1, duplicate: 1 })
    const moved = await importText(
      listening,
      workspace,
      'deals-csv',
      one.replace('提案', '受注'),
      'z',
    )
    expect(moved.tally).toMatchObject({ read: 1, updated: 1 })
    expect(await dealsOf(workspace)).toMatchObject([{ stage: '提案', state: 'won' }])
    expect(await countOf(workspace, 'outcome')).toBe(1)
    expect(await countOf(workspace, 'deal_move')).toBe(2)
  })

  it('refuses a name that several people bear, and takes the one at the organisation', async () => {
    const [workspace, listening] = [await japanese(), await testListening()]
    const people = `氏名,会社名,メール
佐藤 健,みなみ商店,ken@example.jp
佐藤 健,北野工業,ken2@example.jp
`
    await importText(listening, workspace, 'people-csv', people, 'p')
    const deals = `案件名,会社名,先方担当者,ステージ
看板,北野工業,佐藤健,提案
照明,東西運輸,佐藤 健,提案
`
    const run = await importText(listening, workspace, 'deals-csv', deals, 'd')
    expect(run.tally).toMatchObject({ new: 1, refused: 1 })
    expect(await workspace.run((tx) => listRefusals(tx, run.id, 0, 10))).toMatchObject([
      { line: 3, reason: 'several-people', field: '先方担当者', detail: '佐藤 健' },
    ])
    const { rows } = await workspace.run((tx) =>
      sql<{ address: string }>`select h.external_id as address from deal_person dp
        join handle_ownership w on w.person_id = dp.person_id
        join handle h on h.id = w.handle_id`.execute(tx),
    )
    expect(rows).toEqual([{ address: 'ken2@example.jp' }])
    expect(await countOf(workspace, 'person')).toBe(2)
  })

  it('reads the words of other products, into the pipeline that has the stage', async () => {
    const [workspace, listening] = [await makeWorkspace(), await testListening()]
    const change = changeIn(workspace)
    for (const [name, stage] of [
      ['Sales', 'Enquiry'],
      ['Renewals', 'Contract sent'],
    ] as const) {
      const stages = [{ name: stage, probability: 30 }]
      await workspace.run((tx) => addPipeline(tx, { name, stages }, change))
    }
    const hubspot = `Record ID,Deal Name,Deal Stage,Close Date,Deal owner,Amount,Currency,Pipeline,Associated Company
1,Tills,contract sent,2026-11-01,Sally,1200.50,USD,,Acme Inc.
2,Signs,Closed Won,2026-05-01,Sally,10,USD,Renewals,Acme
3,Lamps,Enquiry,2026-05-01,Sally,10,USD,Elsewhere,Acme
4,Chairs,Enquiry,2026-05-01,Sally,-5,USD,Sales,Acme
`
    const run = await importText(listening, workspace, 'deals-csv', hubspot, 'h')
    expect(run.tally).toMatchObject({ read: 4, new: 2, refused: 2 })
    expect(await workspace.run((tx) => listRefusals(tx, run.id, 0, 10))).toMatchObject([
      { line: 4, reason: 'unknown-pipeline', field: 'Pipeline', detail: 'Elsewhere' },
      { line: 5, reason: 'bad-field' },
    ])
    expect(await dealsOf(workspace)).toMatchObject([
      {
        name: 'Tills',
        stage: 'Contract sent',
        state: 'open',
        value: 120_050,
        organisation: 'Acme Inc.',
      },
      { name: 'Signs', stage: 'Contract sent', state: 'won', organisation: 'Acme Inc.' },
    ])
    expect(await countOf(workspace, 'organisation')).toBe(1)
  })
})

describe('an import of deals', () => {
  it('is tried without writing, and shows changes and lookalikes', async () => {
    const [workspace, listening] = [await japanese(), await testListening()]
    const [header, first] = DEALS.split('\n')
    await importText(listening, workspace, 'deals-csv', `${header}\n${first}\n`, 'x')
    const before = await dealsOf(workspace)
    const plain = `商談ID,商談名,取引先名,フェーズ,金額(円)
d-1,新店舗のレジ,みなみ商店,内示,900000
other,新店舗のレジ,㈱みなみ商店,提案,100
new,新しい商談,みなみ商店,失注,
`
    const found = await tryText(listening, workspace, 'deals-csv', plain)
    expect(await dealsOf(workspace)).toEqual(before)
    expect(found).toMatchObject({ read: 3, new: 2, updated: 1, lookalikes: 1 })
    expect(found.fields).toEqual({ 'deal.stage': 1, 'deal.value': 1 })
    expect(found.examples.updated[0]?.changes).toContainEqual({
      ...{ kind: 'deal', field: 'stage', before: '商談 / 提案', after: '商談 / 内示' },
    })
    expect(found.examples.lookalikes).toMatchObject([
      { line: 3, known: { kind: 'deal', name: '新店舗のレジ' }, isCertain: true },
    ])
    const run = await importText(listening, workspace, 'deals-csv', plain, 'y', {
      prepare: (hearing) => joinLookalikes(workspace.door, hearing),
    })
    expect(run.tally).toMatchObject({ new: 1, updated: 2 })
    expect(await countOf(workspace, 'deal')).toBe(2)
  })

  it('is taken back, but for what somebody did with a deal since', async () => {
    const [workspace, listening] = [await japanese(), await testListening()]
    const [header, first, ...rest] = DEALS.split('\n')
    const earlier = await importText(
      listening,
      workspace,
      'deals-csv',
      `${header}\n${first}\n`,
      'x',
    )
    const before = await dealsOf(workspace)
    const changed = [
      header,
      first?.replace('提案', '受注').replace('60', '75'),
      ...rest.slice(0, 2),
    ]
    const run = await importText(listening, workspace, 'deals-csv', `${changed.join('\n')}\n`, 'y')
    expect(run.tally).toMatchObject({ new: 2, updated: 1 })
    expect(await countOf(workspace, 'outcome')).toBe(2)
    const undone = await takeBack(workspace, run.id)
    expect(undone).toMatchObject({
      removed: { deal: 2, person: 1, organisation: 1 },
      ...{ restored: 2, edited: 0, referred: 0 },
    })
    expect(await dealsOf(workspace)).toEqual(before)
    expect(await countOf(workspace, 'outcome')).toBe(0)
    expect(await workspace.run((tx) => checkDerived(tx))).toEqual([])

    const again = await importText(
      listening,
      workspace,
      'deals-csv',
      `${changed.join('\n')}\n`,
      'y',
    )
    const { rows } = await workspace.run((tx) =>
      sql<{ id: string; key: string }>`select id, key from deal order by key`.execute(tx),
    )
    const [one, two, three] = rows.map(({ id }) => id)
    const change = { ...changeIn(workspace), hear: listening.hearIn }
    await workspace.run((tx) => patchDeal(tx, one ?? '', { ownProbability: 20 }, change))
    await workspace.run((tx) => patchDeal(tx, two ?? '', { name: '在庫管理 2' }, change))
    await workspace.run((tx) =>
      addNote(
        tx,
        { text: '覚え書き', about: { kind: 'deal', id: three ?? '' }, mentions: [] },
        change,
      ),
    )
    const kept = await takeBack(workspace, again.id)
    // Of the first the state goes back, of the others a member did something.
    expect(kept).toMatchObject({ restored: 1, edited: 2, referred: 4 })
    expect(kept.removed.deal).toBeUndefined()
    expect(await dealsOf(workspace)).toMatchObject([
      { key: 'crm:d-1', state: 'open', probability: 20 },
      { key: 'crm:d-2', name: '在庫管理 2' },
      { key: 'crm:d-3' },
    ])
    expect((await takeBack(workspace, earlier.id)).edited).toBe(1)
  })
})
