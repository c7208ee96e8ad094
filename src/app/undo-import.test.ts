import { sql } from 'kysely'
import { describe, expect, it } from 'vitest'
import { INPUT_FORMATS } from '#channels/registry.ts'
import { cardLook, findLookalikes, joinLookalikes, undoDeals } from '#engage/index.ts'
import { type ImportFormat, type Listening, tryImport } from '#listen/index.ts'
import { changeIn } from '#test/change.ts'
import { importBytes } from '#test/import-text.ts'
import { testListening } from '#test/listening.ts'
import { makeWorkspace, type TestWorkspace } from '#test/workspace.ts'
import {
  addRelationRule,
  beginUndo,
  checkDerived,
  patchPerson,
  undoImport,
} from '#understand/index.ts'
import { systemRandom } from './listening.ts'

const FIRST = `氏名,ふりがな,会社名,部署,役職,メール,関係
山田 花子,やまだ はなこ,株式会社みなみ商店,営業部,係長,hanako@example.jp,顧客
佐藤 健,さとう けん,㈱みなみ商店,総務部,,ken@example.jp,
`

const SECOND = `氏名,ふりがな,会社名,部署,役職,メール,関係
山田 華子,やまだ はなこ,株式会社みなみ商店,企画部,課長,hanako@example.jp,顧客;支持者
佐藤 健,さとう けん,㈱みなみ商店,,,ken@example.jp,
鈴木 一郎,すずき いちろう,北野工業,,部長,ichiro@example.jp,見込み客
鈴木 一郎,すずき いちろう,北野工業,,本部長,ichiro@example.jp,
高橋 次郎,,北野工業,,,これはアドレスではない,
山田 花子,やまだ はなこ,みなみ商店,,,hana@private.example,
`

const OUTCOMES = `id,日時,メール,種別,金額,通貨
o-1,2026-06-01T10:00:00+09:00,hanako@example.jp,購入,12000,JPY
o-2,2026-06-02T10:00:00+09:00,new@example.jp,購入,800,JPY
`

const TABLES = ['person', 'handle', 'handle_ownership', 'handle_signal', 'organisation'] as const
const MORE = [
  'affiliation',
  'relation',
  'activity',
  'activity_source',
  'outcome',
  'payload',
] as const

/** Every row of the tables that imports write, without the times of changes. */
async function stateOf(workspace: TestWorkspace): Promise<Record<string, unknown[]>> {
  const state: Record<string, unknown[]> = {}
  for (const table of [...TABLES, ...MORE, 'person_summary', 'channel'] as const) {
    const { rows } = await workspace.run((tx) =>
      sql<{ row: Record<string, unknown> }>`
        select to_jsonb(t) - array['updated_at', 'name_tokens'] as row from ${sql.table(table)} t
        order by to_jsonb(t)::text`.execute(tx),
    )
    state[table] = rows.map(({ row }) => row)
  }
  return state
}

function tryText(
  listening: Listening,
  workspace: TestWorkspace,
  format: ImportFormat,
  text: string,
) {
  return tryImport({
    ...{ door: workspace.door, listening, workspaceId: workspace.id, random: systemRandom },
    run: { format, fileName: 'second' },
    format: INPUT_FORMATS[format],
    source: chunk(text),
    scope: 'crm',
    timeZone: 'Asia/Tokyo',
    now: () => new Date(),
    findLookalikes,
  })
}

async function* chunk(text: string): AsyncGenerator<Uint8Array, void, undefined> {
  yield Buffer.from(text)
}

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

async function takeBack(workspace: TestWorkspace, importId: string) {
  const listening = await testListening()
  const deals = undoDeals((tx, hearing) => listening.hearIn(tx, hearing))
  const parts = { door: workspace.door, deals, now: () => new Date(), random: systemRandom }
  await workspace.run((tx) => beginUndo(tx, workspace.id, importId, parts))
  return undoImport(parts, workspace.id, importId)
}

async function personCalled(workspace: TestWorkspace, name: string): Promise<string> {
  const row = await workspace.run((tx) =>
    tx.selectFrom('person').select('id').where('display_name', '=', name).executeTakeFirstOrThrow(),
  )
  return row.id
}

describe('a trial', () => {
  it('counts what the import would do, shows whom rows look like, and writes nothing', async () => {
    const [workspace, listening] = [await makeWorkspace(), await testListening()]
    await importText(listening, workspace, 'people-csv', FIRST, 'first')
    const before = await stateOf(workspace)
    const found = await tryText(listening, workspace, 'people-csv', SECOND)
    expect(await stateOf(workspace)).toEqual(before)
    expect(found).toMatchObject({
      ...{ read: 6, new: 2, updated: 1, unchanged: 1, repeated: 1, refused: 1, deleted: 0 },
      ...{ lookalikes: 1, refusedBy: { 'bad-field': 1 } },
    })
    expect(found.fields).toMatchObject({
      ...{ 'person.displayName': 1, 'affiliation.role': 1, 'relation.kind': 1 },
      'affiliation.department': 1,
    })
    expect(found.examples.updated).toMatchObject([{ line: 2, name: '山田 華子' }])
    expect(found.examples.updated[0]?.changes).toContainEqual({
      ...{ kind: 'affiliation', field: 'role', before: '係長', after: '課長' },
    })
    expect(found.examples.updated[0]?.changes).toContainEqual({
      ...{ kind: 'affiliation', field: 'department', before: '営業部', after: '企画部' },
    })
    expect(found.examples.lookalikes).toMatchObject([
      { line: 7, known: { kind: 'person', name: '山田 花子' } },
    ])
    const { tally } = await importText(listening, workspace, 'people-csv', SECOND, 'second')
    expect(tally).toMatchObject({ read: 6, new: found.new, refused: found.refused })
    expect(tally.updated + tally.duplicate).toBe(found.updated + found.unchanged + found.repeated)
  })

  it('sees rows that repeat one of an earlier batch', async () => {
    const [workspace, listening] = [await makeWorkspace(), await testListening()]
    const rows = Array.from({ length: 1200 }, (_, at) => `人 ${at % 700},p${at % 700}@example.jp`)
    const found = await tryText(
      listening,
      workspace,
      'people-csv',
      ['氏名,メール', ...rows].join('\n'),
    )
    expect(found).toMatchObject({ read: 1200, new: 700, repeated: 500 })
  })

  it('is refused for what cannot be taken back', async () => {
    const [workspace, listening] = [await makeWorkspace(), await testListening()]
    await expect(tryText(listening, workspace, 'posts-csv', '本文\nよい')).rejects.toMatchObject({
      code: 'bad-input',
    })
  })
})

describe('rows that look like somebody', () => {
  it('become more of that person where a member chose so', async () => {
    const [workspace, listening] = [await makeWorkspace(), await testListening()]
    await importText(listening, workspace, 'people-csv', FIRST, 'first')
    await importText(listening, workspace, 'people-csv', SECOND, 'second', {
      prepare: (hearing) => joinLookalikes(workspace.door, hearing),
    })
    const { rows } = await workspace.run((tx) =>
      sql<{ id: string }>`select o.person_id as id from handle h
        join handle_ownership o on o.handle_id = h.id
        where h.external_id in ('hana@private.example', 'hanako@example.jp')`.execute(tx),
    )
    expect(new Set(rows.map(({ id }) => id)).size).toBe(1)
  })
})

describe('an import taken back', () => {
  it('leaves everything as it was, and can be imported again', async () => {
    const [workspace, listening] = [await makeWorkspace(), await testListening()]
    await importText(listening, workspace, 'people-csv', FIRST, 'first')
    const before = await stateOf(workspace)
    const second = await importText(listening, workspace, 'people-csv', SECOND, 'second')
    const outcomes = await importText(listening, workspace, 'outcomes-csv', OUTCOMES, 'outcomes')
    const after = await stateOf(workspace)
    const undoneOutcomes = await takeBack(workspace, outcomes.id)
    expect(undoneOutcomes).toMatchObject({ removed: { activity: 2, handle: 1, person: 1 } })
    const undone = await takeBack(workspace, second.id)
    expect(undone).toMatchObject({ edited: 0, referred: 0, gone: 0 })
    expect(undone.removed).toEqual({
      person: 2,
      handle: 2,
      organisation: 1,
      affiliation: 2,
      relation: 2,
    })
    const { channel: _, ...state } = await stateOf(workspace)
    const { channel: __, ...expected } = before
    expect(state).toEqual(expected)
    expect(await workspace.run((tx) => checkDerived(tx))).toEqual([])
    await importText(listening, workspace, 'people-csv', SECOND, 'second')
    const again = await importText(listening, workspace, 'outcomes-csv', OUTCOMES, 'outcomes')
    expect(again.tally).toMatchObject({ new: 2 })
    const counted = await stateOf(workspace)
    for (const table of [...TABLES, ...MORE]) {
      expect(counted[table]?.length, table).toBe(after[table]?.length)
    }
  })

  it('takes along what a rule says of whom it brought', async () => {
    const [workspace, listening] = [await makeWorkspace(), await testListening()]
    const run = await importText(listening, workspace, 'people-csv', SECOND, 'second')
    const conditions = [{ condition: 'role', words: ['部長'] }] as const
    const rule = { kind: 'decision-maker', conditions } as const
    const added = await workspace.run((tx) =>
      addRelationRule(tx, rule, changeIn(workspace), cardLook),
    )
    expect(added.people).toBe(1)
    expect(await takeBack(workspace, run.id)).toMatchObject({ edited: 0, referred: 0 })
    const state = await stateOf(workspace)
    expect([state.person, state.relation]).toEqual([[], []])
  })

  it('keeps what was edited since or is referred to, and says so', async () => {
    const [workspace, listening] = [await makeWorkspace(), await testListening()]
    await importText(listening, workspace, 'people-csv', FIRST, 'first')
    const second = await importText(listening, workspace, 'people-csv', SECOND, 'second')
    const made = await workspace.run((tx) =>
      sql<{ count: number }>`select (sum(cardinality(relations) + cardinality(affiliations)
        + cardinality(handles) + cardinality(people) + cardinality(organisations))
        + sum(jsonb_array_length(changed)))::integer as count from import_change`.execute(tx),
    )
    const firstImport = await workspace.run((tx) =>
      sql<{ count: number }>`select (sum(cardinality(relations) + cardinality(affiliations)
        + cardinality(handles) + cardinality(people) + cardinality(organisations))
        + sum(jsonb_array_length(changed)))::integer as count from import_change
        where import_id <> ${second.id}`.execute(tx),
    )
    const ichiro = await personCalled(workspace, '鈴木 一郎')
    const hanako = await personCalled(workspace, '山田 華子')
    const change = changeIn(workspace)
    await workspace.run((tx) => patchPerson(tx, ichiro, { nameReading: 'すずき いちろ' }, change))
    await workspace.run((tx) => patchPerson(tx, hanako, { displayName: '山田 はな子' }, change))
    await importText(
      listening,
      workspace,
      'outcomes-csv',
      'id,日時,メール\n1,2026-06-01,hana@private.example\n',
      'o',
    )
    const undone = await takeBack(workspace, second.id)
    const removed = Object.values(undone.removed).reduce((sum, count) => sum + count, 0)
    expect(removed + undone.restored + undone.edited + undone.referred + undone.gone).toBe(
      (made.rows[0]?.count ?? 0) - (firstImport.rows[0]?.count ?? 0),
    )
    const kept = await workspace.run((tx) =>
      tx
        .selectFrom('import_kept')
        .select(['kind', 'subject_id as id', 'field', 'reason'])
        .where('import_id', '=', second.id)
        .execute(),
    )
    expect(kept).toContainEqual({ kind: 'person', id: ichiro, field: '', reason: 'edited' })
    expect(kept).toContainEqual({
      kind: 'person',
      id: hanako,
      field: 'displayName',
      reason: 'edited',
    })
    expect(kept.filter(({ kind }) => kind === 'handle')).toHaveLength(2)
    expect(await personCalled(workspace, '山田 はな子')).toBe(hanako)
    expect(await workspace.run((tx) => checkDerived(tx))).toEqual([])
  })

  it('stops after the batch in hand when told so, and goes on where it stood', async () => {
    const [workspace, listening] = [await makeWorkspace(), await testListening()]
    const rows = Array.from({ length: 1200 }, (_, at) => `人 ${at},p${at}@example.jp`)
    const text = ['氏名,メール', ...rows].join('\n')
    const { id } = await importText(listening, workspace, 'people-csv', text, 'many')
    const deals = undoDeals((tx, hearing) => listening.hearIn(tx, hearing))
    const parts = { door: workspace.door, deals, now: () => new Date(), random: systemRandom }
    await workspace.run((tx) => beginUndo(tx, workspace.id, id, parts))
    const stopped = { ...parts, signal: AbortSignal.abort() }
    const some = await undoImport(stopped, workspace.id, id)
    expect(some.removed.person).toBe(200)
    const state = await workspace.run((tx) =>
      tx.selectFrom('import').select('state').where('id', '=', id).executeTakeFirstOrThrow(),
    )
    expect(state).toEqual({ state: 'undoing' })
    const all = await undoImport(parts, workspace.id, id)
    expect(all).toMatchObject({ removed: { person: 1200, handle: 1200 }, edited: 0, referred: 0 })
  })

  it('is not begun while it runs, nor for formats that keep no track', async () => {
    const [workspace, listening] = [await makeWorkspace(), await testListening()]
    const posts = await importText(listening, workspace, 'posts-csv', '本文\nよい', 'p')
    await expect(takeBack(workspace, posts.id)).rejects.toMatchObject({ code: 'conflict' })
    const people = await importText(listening, workspace, 'people-csv', FIRST, 'first')
    await workspace.run((tx) =>
      sql`update import set state = 'running' where id = ${people.id}`.execute(tx),
    )
    await expect(takeBack(workspace, people.id)).rejects.toMatchObject({ code: 'conflict' })
  })
})
