import type { ServerResponse } from 'node:http'
import { sql } from 'kysely'
import { afterAll, describe, expect, test } from 'vitest'
import { changeIn } from '#test/change.ts'
import { hear, testChannel, testListening } from '#test/listening.ts'
import { type LocalServer, startLocal } from '#test/local-server.ts'
import { loopbackOutside } from '#test/loopback-tools.ts'
import { asGif, asJpeg, asPng, asWebp, draw, plain, recoloured, scene } from '#test/pictures.ts'
import { makeWorkspace, randomBytes, type TestWorkspace } from '#test/workspace.ts'
import {
  changePrivacySetting,
  createPeopleCount,
  erasePerson,
  exportPerson,
  listCandidates,
  matchDue,
} from '#understand/index.ts'
import { lookAtPictures, PICTURE_BYTES_MAX } from '#understand/pictures/index.ts'
import type { IncomingProfile } from '#vocabulary/index.ts'
import { hashInThread } from './hash-pictures.ts'

const DAY_MS = 24 * 60 * 60_000
const START = new Date('2026-09-01T00:00:00Z')

const thread = hashInThread()
afterAll(() => thread.close())

/** A site that serves what it is given by path. */
async function site(answers: Record<string, [type: string, body: Buffer | string]>) {
  return startLocal((request, response: ServerResponse) => {
    const answer = answers[request.url ?? '']
    if (answer === undefined) return response.writeHead(404).end()
    response.writeHead(200, { 'content-type': answer[0] }).end(answer[1])
  })
}

function profile(platform: string, name: string, avatarUrl: string): IncomingProfile {
  const externalId = `${platform} ${name}`
  return { kind: 'profile', handle: { platform, externalId, displayName: name, avatarUrl } }
}

async function workspaceOf(profiles: IncomingProfile[], isOn = true): Promise<TestWorkspace> {
  const workspace = await makeWorkspace()
  if (isOn) await turn(workspace, true)
  await listen(workspace, profiles)
  return workspace
}

async function listen(workspace: TestWorkspace, profiles: IncomingProfile[]): Promise<void> {
  await hear(await testListening(), workspace, await testChannel(workspace), profiles)
}

function turn(workspace: TestWorkspace, comparePictures: boolean) {
  return workspace.run((tx) => changePrivacySetting(tx, { comparePictures }, changeIn(workspace)))
}

async function compareAll(workspace: TestWorkspace): Promise<void> {
  const chance = { now: () => START, random: randomBytes }
  const count = createPeopleCount()
  while ((await matchDue(workspace.door, workspace.id, chance, count)) !== undefined);
}

async function look(workspace: TestWorkspace, at = START): Promise<void> {
  const parts = { door: workspace.door, outside: loopbackOutside, pauseMilliseconds: 1 }
  const { hashPicture } = thread
  const signal = new AbortController().signal
  while (await lookAtPictures({ ...parts, hashPicture, now: () => at }, workspace.id, signal));
}

/** Compares, looks at pictures, and compares again whom these concern. */
async function settle(workspace: TestWorkspace, at = START): Promise<void> {
  await compareAll(workspace)
  await look(workspace, at)
  await compareAll(workspace)
}

async function kept(workspace: TestWorkspace) {
  const { rows } = await workspace.run((tx) =>
    sql<{ url: string; state: string; why: string | null; hash: string | null }>`
      select url, state, why, hash from handle_picture order by url`.execute(tx),
  )
  return rows
}

async function reasonsOf(workspace: TestWorkspace, names: string[]) {
  const { items } = await workspace.run((tx) =>
    listCandidates(tx, { state: 'open' }, { limit: 50 }),
  )
  const pair = items.find(({ first, second }) =>
    [first.displayName, second.displayName].every((name) => names.includes(name)),
  )
  return pair?.reasons.find(({ field }) => field === 'avatar')
}

const picturesAsked = ({ requests }: LocalServer) =>
  requests.filter((one) => !one.endsWith('/robots.txt'))

describe('pictures of accounts', () => {
  test('that show the same bring a pair to the queue, however they were made', async () => {
    const local = await site({
      '/a.png': ['image/png', asPng(draw(scene(5), 160))],
      '/b.jpg': ['image/jpeg', asJpeg(draw(recoloured(scene(5)), 96), 55)],
      '/c.webp': ['image/webp', await asWebp(draw(scene(6), 100))],
      '/d.gif': ['image/gif', asGif(draw(scene(8), 100))],
    })
    const workspace = await workspaceOf([
      profile('x', 'Mika Salonen', `${local.origin}/a.png`),
      profile('forum', 'Mika Salonen', `${local.origin}/b.jpg`),
      profile('x', 'Olavi Berg', `${local.origin}/c.webp`),
      profile('forum', 'Olavi Berg', `${local.origin}/d.gif`),
    ])
    await settle(workspace)
    expect((await kept(workspace)).map(({ state }) => state)).toEqual(Array(4).fill('seen'))
    const same = await reasonsOf(workspace, ['Mika Salonen'])
    expect(['exact', 'close']).toContain(same?.agreement)
    expect(same?.weight).toBeGreaterThan(3)
    const other = await reasonsOf(workspace, ['Olavi Berg'])
    expect(other?.agreement ?? 'different').toBe('different')
    expect(other?.weight ?? -1).toBeLessThan(0)
  })

  test('are found by what they show where nothing else is the same', async () => {
    const local = await site({
      '/a.png': ['image/png', asPng(draw(scene(11), 160))],
      '/b.jpg': ['image/jpeg', asJpeg(draw(scene(11), 64), 70)],
    })
    const workspace = await workspaceOf([
      profile('x', 'Tuuli', `${local.origin}/a.png`),
      profile('forum', '青木', `${local.origin}/b.jpg`),
    ])
    await settle(workspace)
    const { rows } = await workspace.run((tx) =>
      sql<{ key: string }>`select key from match_key group by key having count(*) > 1`.execute(tx),
    )
    expect(rows.length).toBeGreaterThan(0)
  })

  test('are asked for once an address, and again when it changes', async () => {
    const local = await site({
      '/a.png': ['image/png', asPng(draw(scene(1), 80))],
      '/b.png': ['image/png', asPng(draw(scene(2), 80))],
    })
    const workspace = await workspaceOf([
      profile('x', 'Aino', `${local.origin}/a.png`),
      profile('forum', 'Eero', `${local.origin}/a.png`),
    ])
    await settle(workspace)
    await listen(workspace, [profile('news', 'Ilona', `${local.origin}/a.png`)])
    await settle(workspace)
    expect(picturesAsked(local)).toEqual(['GET /a.png'])
    expect(await kept(workspace)).toHaveLength(3)
    await listen(workspace, [profile('x', 'Aino', `${local.origin}/b.png`)])
    await settle(workspace)
    await settle(workspace, new Date(START.getTime() + 400 * DAY_MS))
    expect(picturesAsked(local)).toEqual(['GET /a.png', 'GET /b.png'])
  })

  test('are left alone unless a member asked for it, and forgotten when nobody does', async () => {
    const local = await site({ '/a.png': ['image/png', asPng(draw(scene(1), 80))] })
    const workspace = await workspaceOf([profile('x', 'Aino', `${local.origin}/a.png`)], false)
    await settle(workspace)
    expect(local.requests).toEqual([])
    await turn(workspace, true)
    await settle(workspace)
    expect(picturesAsked(local)).toEqual(['GET /a.png'])
    expect(await kept(workspace)).toHaveLength(1)
    await turn(workspace, false)
    await look(workspace)
    expect(await kept(workspace)).toEqual([])
  })

  test('that cannot be had are refused cleanly and not asked for again for days', async () => {
    const huge = Buffer.alloc(PICTURE_BYTES_MAX + 1)
    const wide = asPng(draw(scene(3), 8))
    wide.writeUInt32BE(60_000, 16)
    wide.writeUInt32BE(60_000, 20)
    const local = await site({
      '/broken.png': ['image/png', asPng(draw(scene(3), 80)).subarray(0, 300)],
      '/huge.png': ['image/png', huge],
      '/page.png': ['text/html', '<!doctype html><p>hello'],
      '/page-as.png': ['image/png', '<!doctype html><p>hello'],
      '/plain.png': ['image/png', asPng(draw(plain, 80))],
      '/wide.png': ['image/png', wide],
    })
    const paths = ['broken', 'gone', 'huge', 'page', 'page-as', 'plain', 'wide']
    const workspace = await workspaceOf([
      ...paths.map((path) => profile('x', path, `${local.origin}/${path}.png`)),
      profile('x', 'private', 'http://10.0.0.1/a.png'),
    ])
    await settle(workspace)
    const found = new Map(
      (await kept(workspace)).map(({ url, state, why }) => [url.split('/').at(-1), why ?? state]),
    )
    expect(Object.fromEntries(found)).toEqual({
      ...{ 'broken.png': 'broken', 'gone.png': 'status', 'huge.png': 'too-large' },
      ...{ 'page.png': 'not-a-picture', 'page-as.png': 'not-a-picture', 'plain.png': 'plain' },
      ...{ 'wide.png': 'too-many-pixels', 'a.png': 'not-allowed' },
    })
    const asked = picturesAsked(local).length
    await look(workspace, new Date(START.getTime() + 2 * DAY_MS))
    expect(picturesAsked(local)).toHaveLength(asked)
    await look(workspace, new Date(START.getTime() + 4 * DAY_MS))
    expect(picturesAsked(local)).toHaveLength(asked + 6)
    await look(workspace, new Date(START.getTime() + 8 * DAY_MS))
    expect(picturesAsked(local)).toHaveLength(asked + 6)
  })

  test('that robots.txt keeps from us are not asked for', async () => {
    const local = await site({
      '/robots.txt': ['text/plain', 'User-agent: *\nDisallow: /avatars/'],
      '/avatars/a.png': ['image/png', asPng(draw(scene(1), 80))],
    })
    const workspace = await workspaceOf([profile('x', 'Aino', `${local.origin}/avatars/a.png`)])
    await settle(workspace)
    expect(picturesAsked(local)).toEqual([])
    expect(await kept(workspace)).toMatchObject([{ state: 'failed', why: 'not-allowed' }])
  })

  test('that a platform gives to everybody are no evidence', async () => {
    const local = await site({ '/egg.png': ['image/png', asPng(draw(scene(9), 80))] })
    const many = Array.from({ length: 30 }, (_, at) =>
      profile('x', `Somebody ${at}${at}`, `${local.origin}/egg.png`),
    )
    const workspace = await workspaceOf([
      ...many,
      profile('x', 'Mika Salonen', `${local.origin}/egg.png`),
      profile('forum', 'Mika Salonen', `${local.origin}/egg.png`),
    ])
    await settle(workspace)
    await workspace.run((tx) =>
      sql`insert into match_due (workspace_id, handle_id) select workspace_id, id from handle`.execute(
        tx,
      ),
    )
    await compareAll(workspace)
    expect(picturesAsked(local)).toEqual(['GET /egg.png'])
    expect(await reasonsOf(workspace, ['Mika Salonen'])).toBeUndefined()
  })

  test('are exported and erased with the person', async () => {
    const local = await site({ '/a.png': ['image/png', asPng(draw(scene(1), 80))] })
    const workspace = await workspaceOf([profile('x', 'Aino Laine', `${local.origin}/a.png`)])
    await settle(workspace)
    const { id } = await workspace.run((tx) =>
      tx.selectFrom('person').select('id').executeTakeFirstOrThrow(),
    )
    const known = await workspace.run((tx) => exportPerson(tx, id, START))
    expect(JSON.stringify(known)).toContain('handle_picture')
    await workspace.run((tx) => erasePerson(tx, id, 'Aino Laine', changeIn(workspace)))
    expect(await kept(workspace)).toEqual([])
  })
})

test('a picture that takes too long ends its thread, and the next one is looked at', async () => {
  const slow = hashInThread(1)
  const patient = hashInThread()
  const bytes = asPng(draw(scene(4), 1_500))
  expect(await slow.hashPicture(bytes)).toEqual({ fault: 'too-slow' })
  expect(await patient.hashPicture(bytes)).toMatchObject({ hash: expect.any(String) })
  await Promise.all([slow.close(), patient.close()])
})
