import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { describe, expect, it } from 'vitest'
import { loadWorld } from '#app/load-world.ts'
import { type ImportFormat, listRefusals } from '#listen/index.ts'
import { createApiKey } from '#store/api-keys.ts'
import { changeIn } from '#test/change.ts'
import { importBytes } from '#test/import-text.ts'
import { testListening } from '#test/listening.ts'
import { makeCast, startServer, testContext } from '#test/server.ts'
import { makeWorkspace, newId, randomBytes, type TestWorkspace, testDoor } from '#test/workspace.ts'
import { checkDerived, erasePerson } from '#understand/index.ts'

async function people({ run }: TestWorkspace): Promise<Map<string, string>> {
  const rows = await run((tx) =>
    tx
      .selectFrom('person')
      .select(['id', 'display_name'])
      .where('merged_into', 'is', null)
      .execute(),
  )
  return new Map(rows.map((row) => [row.id, row.display_name]))
}

async function erase(workspace: TestWorkspace, id: string): Promise<void> {
  const name = (await people(workspace)).get(id) ?? ''
  await workspace.run((tx) => erasePerson(tx, id, name, changeIn(workspace)))
}

const LIST = [
  'name,family,given,organisation,platform,handle',
  '佐藤 花子,佐藤,花子,Acme,mail,hanako@shop.example',
  '鈴木 一郎,鈴木,一郎,Acme,bluesky,ichiro.example',
  '名無し 太郎,名無し,太郎,,,',
].join('\n')

describe('who was erased does not come back', () => {
  it('with the same file of people', async () => {
    const workspace = await makeWorkspace()
    const listening = await testListening()
    const work = () =>
      importBytes(listening, workspace, 'people-csv', Buffer.from(LIST), {
        fileName: 'people.csv',
      })
    const first = await work()
    expect(first.tally).toMatchObject({ read: 3, new: 3 })
    for (const [id, name] of await people(workspace)) {
      if (name.startsWith('佐藤') || name.startsWith('名無し')) await erase(workspace, id)
    }
    const again = await work()
    expect(again.tally).toMatchObject({ read: 3, refused: 2, new: 0 })
    expect([...(await people(workspace)).values()]).toEqual(['鈴木 一郎'])
    const refusals = await workspace.run((tx) => listRefusals(tx, again.id, 0, 10))
    expect(refusals).toMatchObject([
      { line: 2, reason: 'erased', excerpt: '' },
      { line: 4, reason: 'erased', excerpt: '' },
    ])
  })

  it('by the phone number, however it is written and whatever else is new', async () => {
    const workspace = await makeWorkspace()
    const listening = await testListening()
    const order = (id: string, person: object) =>
      JSON.stringify({ id, type: 'purchase', at: '2026-11-01T00:00:00Z', person })
    const work = (format: ImportFormat, text: string) =>
      importBytes(listening, workspace, format, Buffer.from(text), { fileName: format })
    const phone = '+81 90-1234-5678'
    const first = await work(
      'webhook',
      [order('1', { phone, name: '電話 花子' }), order('2', { phone: '+819099999999' })].join('\n'),
    )
    expect(first.tally).toMatchObject({ read: 2, new: 2 })
    const found = [...(await people(workspace))].find(([, name]) => name === '電話 花子')
    await erase(workspace, found?.[0] ?? '')
    const left = await people(workspace)
    expect(left.size).toBe(1)

    const again = await work(
      'webhook',
      [
        order('3', { phone: '+81(90)12345678', name: '電話 花子' }),
        order('4', { email: 'new@hanako.example', phone }),
        order('5', { phone: '+819099999999' }),
      ].join('\n'),
    )
    expect(again.tally).toMatchObject({ read: 3, refused: 2, new: 1 })
    const list = await work(
      'people-csv',
      'name,platform,handle\n電話 花子,電話,090-1234-5678\n別人,phone,090-9999-9999\n',
    )
    expect(list.tally).toMatchObject({ read: 2, refused: 1 })
    const actor = { platform: 'phone', handle: '０９０ １２３４ ５６７８' }
    const posts = await work(
      'activities',
      JSON.stringify({ id: 'a', type: 'Create', content: 'よい', actor }),
    )
    expect(posts.tally).toMatchObject({ read: 1, refused: 1 })
    expect([...(await people(workspace)).keys()]).toEqual([...left.keys()])
    const { rows } = await workspace.run((tx) =>
      sql<{ kind: string; hash: Buffer }>`select kind, hash from erasure_tombstone
        where kind = 'phone'`.execute(tx),
    )
    expect(rows).toHaveLength(1)
    expect(rows[0]?.hash.length).toBe(32)
  })

  it('with the sample world', { timeout: 240_000 }, async () => {
    const workspace = await makeWorkspace()
    const dataFolder = await mkdtemp(join(tmpdir(), 'enishi-erased-'))
    const chance = { now: () => new Date('2026-11-01T00:00:00Z'), random: randomBytes }
    const parts = { door: workspace.door, dataFolder, chance, wish: { people: 50, days: 14 } }
    const job = { workspaceId: workspace.id, id: newId(), kind: 'load-world' as const }
    await loadWorld(parts, { ...job, subjectId: null, attempts: 1 })
    const runs = await workspace.run((tx) =>
      tx.selectFrom('import').select(['format', 'fingerprint']).orderBy('id').execute(),
    )
    const folder = join(dataFolder, 'uploads', workspace.id)
    const files = await Promise.all(
      runs.map(async ({ format, fingerprint }) => ({
        format: format as ImportFormat,
        bytes: await readFile(join(folder, fingerprint)),
      })),
    )
    await rm(dataFolder, { recursive: true, force: true })
    const listening = await testListening()
    const importAll = async () => {
      for (const { format, bytes } of files) {
        await importBytes(listening, workspace, format, bytes, { fileName: `world-${format}` })
      }
    }
    await importAll()
    const before = await people(workspace)
    const some = await workspace.run((tx) =>
      sql<{
        id: string
      }>`select person_id as id from root_summary order by posts desc limit 5`.execute(tx),
    )
    for (const { id } of some.rows) await erase(workspace, id)
    expect(await workspace.run(checkDerived)).toEqual([])
    const left = await people(workspace)
    expect(left.size).toBe(before.size - 5)
    const posts = () =>
      workspace.run((tx) => sql<{ n: number }>`select count(*) as n from post`.execute(tx))
    const postsLeft = (await posts()).rows
    await importAll()
    expect(await people(workspace)).toEqual(left)
    expect((await posts()).rows).toEqual(postsLeft)
    expect(await workspace.run(checkDerived)).toEqual([])
  })

  it('through POST /activities; uploads that nobody reads go too', async () => {
    const door = testDoor()
    const context = await testContext(door)
    const web = await startServer({ door, context })
    const { workspaceId } = await makeCast(door)
    const clock = { now: () => new Date(), random: randomBytes }
    const keyOf = async (scope: 'write' | 'admin') =>
      (await createApiKey(door, clock, { workspaceId, name: scope, scope, userId: null })).key
    const keys = { write: await keyOf('write'), admin: await keyOf('admin') }
    const ask = (scope: 'write' | 'admin', method: 'GET' | 'POST', url: string, payload?: object) =>
      web.ask({
        ...{ method, url: `/api/v1${url}`, headers: { authorization: `Bearer ${keys[scope]}` } },
        ...(payload === undefined ? {} : { payload }),
      })
    const item = {
      ...{ id: '1', type: 'Create', content: '返品したい', published: '2026-11-01T00:00:00Z' },
      actor: { platform: 'shop', handle: 'hanako', name: '山田 花子' },
    }
    const heard = await ask('write', 'POST', '/activities?channel=shop', item)
    expect(heard.json().items).toMatchObject([{ ending: 'new' }])
    const found = await ask('admin', 'GET', '/people')
    const { id, displayName } = found.json().items[0]

    const exported = await ask('admin', 'GET', `/people/${id}/export`)
    expect(exported.json().tables.post).toMatchObject([{ text: '返品したい' }])
    const page = await ask('admin', 'GET', `/people/${id}/export?as=html&language=en`)
    expect(page.headers['content-disposition']).toMatch(/^attachment/)
    expect(page.body).toContain('返品したい')

    const folder = join(context.dataFolder, 'uploads', workspaceId)
    await mkdir(folder, { recursive: true })
    await writeFile(join(folder, 'a'.repeat(64)), 'name\n山田 花子\n')
    const preview = await ask('admin', 'GET', `/people/${id}/erase`)
    expect(preview.json()).toMatchObject({ displayName, counts: { person: 1, post: 1 } })
    const refused = await ask('admin', 'POST', `/people/${id}/erase`, { confirmation: 'x' })
    expect(refused.statusCode).toBe(400)
    const erased = await ask('admin', 'POST', `/people/${id}/erase`, { confirmation: displayName })
    expect(erased.statusCode).toBe(200)
    expect(erased.json().tombstones).toBeGreaterThan(1)
    expect(await readdir(folder)).toEqual([])

    for (const again of [item, { ...item, id: '2' }]) {
      const answer = await ask('write', 'POST', '/activities?channel=other', again)
      expect(answer.json().items).toEqual([
        { ending: 'refused', activityId: null, reason: 'erased' },
      ])
    }
    expect((await ask('admin', 'GET', '/people')).json().items).toEqual([])
    expect((await ask('admin', 'GET', `/people/${id}`)).statusCode).toBe(404)
  })
})
