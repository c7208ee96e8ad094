import { sql } from 'kysely'
import { describe, expect, it } from 'vitest'
import { changeIn } from '#test/change.ts'
import { importBytes } from '#test/import-text.ts'
import { testListening } from '#test/listening.ts'
import { makeWorkspace, randomBytes, type TestWorkspace } from '#test/workspace.ts'
import {
  addToOrganisation,
  createPeopleCount,
  listCandidates,
  listPeople,
  matchDue,
} from '#understand/index.ts'

async function compareAll(workspace: TestWorkspace): Promise<void> {
  const chance = { now: () => new Date(), random: randomBytes }
  const count = createPeopleCount()
  while ((await matchDue(workspace.door, workspace.id, chance, count)) !== undefined);
}

const FAMILIES = [...'佐鈴高田伊渡山中小加吉木林斎清森池橋石前岡長藤後近村遠青坂福西太岩金原野']
const GIVEN = [...'一二三太郎次花子美咲健司翔大輝結衣葵陽菜蓮悠真直樹香織恵智也']

/** Names of which each is had by one or two. */
function nameOf(i: number): string {
  const family = `${FAMILIES[i % FAMILIES.length]}${FAMILIES[(i * 7 + 3) % FAMILIES.length]}`
  return `${family} ${GIVEN[(i * 5) % GIVEN.length]}${GIVEN[(i * 11 + 1) % GIVEN.length]}`
}

type Row = [name: string, email: string, organisation: string]

function csv(rows: readonly Row[]): Buffer {
  return Buffer.from(`氏名,メール,会社名\n${rows.map((row) => row.join(',')).join('\n')}\n`)
}

/** A company of a hundred, a hundred others elsewhere, and namesakes among them. */
function aLargeList(): Row[] {
  const many = (count: number) => Array.from({ length: count }, (_, i) => i)
  return [
    ['鈴木 一郎', 'i-suzuki@yamate.example', '山手商事'],
    ['高橋 健太', 'k-takahashi@yamate.example', '株式会社山手商事'],
    ...many(100).map((i): Row => [nameOf(i), `c${i}@yamate.example`, '山手商事']),
    ...many(100).map((i): Row => [nameOf(i + 100), `p${i}@other.example`, `北商店${nameOf(i)}`]),
    ...many(8).map((i): Row => ['鈴木 一郎', `n${i}@namesake.example`, `南工業${nameOf(i)}`]),
  ]
}

/** Addresses of the pairs in the queue, and of those that were joined. */
async function proposed(workspace: TestWorkspace): Promise<string[]> {
  const { items } = await workspace.run((tx) =>
    listCandidates(tx, { state: 'open' }, { limit: 200 }),
  )
  return items.map(({ first, second }) =>
    [first, second]
      .flatMap(({ handles }) => handles.map(({ externalId }) => externalId))
      .sort()
      .join(' '),
  )
}

describe('a list that knows somebody by another address', () => {
  it('is asked about in the review queue, however common name and organisation are', async () => {
    const [workspace, listening] = [await makeWorkspace(), await testListening()]
    await importBytes(listening, workspace, 'people-csv', csv(aLargeList()), { fileName: 'old' })
    await compareAll(workspace)
    expect(await proposed(workspace)).toEqual([])
    const later: Row[] = [
      ['鈴木一郎', 'ichiro.s@newmail.example', '㈱山手商事'],
      ['高橋 健太', 'takahashi.kenta@yamate.example', '山手商事'],
      // Nobody of this name works there.
      ['鈴木 一郎', 'suzuki@west.example', '西日本物産'],
      ['鈴木 二郎', 'jiro@yamate.example', '山手商事'],
    ]
    await importBytes(listening, workspace, 'people-csv', csv(later), { fileName: 'new' })
    await compareAll(workspace)
    expect((await proposed(workspace)).sort()).toEqual([
      'i-suzuki@yamate.example ichiro.s@newmail.example',
      'k-takahashi@yamate.example takahashi.kenta@yamate.example',
    ])
    const { items } = await workspace.run((tx) =>
      listCandidates(tx, { state: 'open' }, { limit: 200 }),
    )
    for (const { reasons } of items) {
      expect(reasons).toContainEqual(expect.objectContaining({ field: 'name' }))
      expect(reasons).toContainEqual(
        expect.objectContaining({ field: 'organisation', agreement: 'exact' }),
      )
    }
    // Looked at once more, they are the same two.
    await workspace.run((tx) =>
      sql`insert into match_due (workspace_id, handle_id) select workspace_id, id from handle`.execute(
        tx,
      ),
    )
    await compareAll(workspace)
    expect(await proposed(workspace)).toHaveLength(2)
  })

  it('is found as well once it is known where somebody works', async () => {
    const [workspace, listening] = [await makeWorkspace(), await testListening()]
    await importBytes(listening, workspace, 'people-csv', csv(aLargeList()), { fileName: 'old' })
    const placeless: Row[] = [
      ['鈴木 一郎', 'ichiro.s@newmail.example', ''],
      ['高橋 健太', 'kenta@newmail.example', ''],
    ]
    await importBytes(listening, workspace, 'people-csv', csv(placeless), { fileName: 'new' })
    await compareAll(workspace)
    const before = await proposed(workspace)
    expect(before).not.toContain('i-suzuki@yamate.example ichiro.s@newmail.example')
    // By a list, and by a member.
    const told: Row[] = [['鈴木 一郎', 'ichiro.s@newmail.example', '山手商事']]
    await importBytes(listening, workspace, 'people-csv', csv(told), { fileName: 'newer' })
    await compareAll(workspace)
    expect(await proposed(workspace)).toContain('i-suzuki@yamate.example ichiro.s@newmail.example')
  })

  it('is found once a member says where somebody works', async () => {
    const [workspace, listening] = [await makeWorkspace(), await testListening()]
    const [own, ...others] = aLargeList()
    if (own === undefined) throw new Error('no list')
    const placeless: Row[] = [[own[0], 'ichiro.s@newmail.example', '']]
    const all = csv([own, ...others, ...placeless])
    await importBytes(listening, workspace, 'people-csv', all, { fileName: 'old' })
    await compareAll(workspace)
    const pair = 'i-suzuki@yamate.example ichiro.s@newmail.example'
    expect(await proposed(workspace)).not.toContain(pair)
    const { items } = await workspace.run((tx) =>
      listPeople(tx, { q: '鈴木 一郎', sort: 'name' }, { limit: 50 }),
    )
    const person = items.find(({ handles }) =>
      handles.some(({ externalId }) => externalId === placeless[0]?.[1]),
    )
    const { rows } = await workspace.run((tx) =>
      sql<{ id: string }>`select id from organisation where name_key = '山手商事'`.execute(tx),
    )
    await workspace.run((tx) =>
      addToOrganisation(tx, rows[0]?.id ?? '', { person: person?.id ?? '' }, changeIn(workspace)),
    )
    await compareAll(workspace)
    expect(await proposed(workspace)).toContain(pair)
  })
})
