import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createApiKey, revokeApiKey } from '#store/api-keys.ts'
import { writeEvent } from '#store/outbox.ts'
import { type Cast, makeCast, PASSWORD, startServer, type TestServer } from '#test/server.ts'
import { OTHERS_DONE, settle } from '#test/settle.ts'
import { StreamReader } from '#test/stream.ts'
import { makeWorkspace, newId, randomBytes } from '#test/workspace.ts'
import { LIMITS, type Role, type Scope } from '#vocabulary/index.ts'

const SOON = { timeout: 20_000, interval: 10 }
const chance = { now: () => new Date(), random: randomBytes }

let web: TestServer
let cast: Cast
const readers: StreamReader[] = []

beforeAll(async () => {
  web = await startServer()
  cast = await makeCast()
  await settle(web.door, cast.workspaceId)
})

afterAll(async () => {
  for (const reader of readers) reader.stop()
})

const write = (name: string, workspaceId = cast.workspaceId, detail: string[] = []) =>
  web.door.inWorkspace(workspaceId, (tx) => writeEvent(tx, workspaceId, { name, detail }))

async function ask(headers: Record<string, string>, query = '') {
  const url = `/api/v1/stream${query}`
  return web.ask({ method: 'GET', url, headers, payloadAsStream: true })
}

async function listen(headers: Record<string, string>, query = ''): Promise<StreamReader> {
  const answer = await ask(headers, query)
  expect(answer.statusCode).toBe(200)
  const reader = new StreamReader(answer.stream())
  readers.push(reader)
  await expect.poll(() => reader.names[0], SOON).toBe('ready')
  return reader
}

async function keyOf(scope: Scope, workspaceId = cast.workspaceId) {
  return createApiKey(web.door, chance, { workspaceId, name: scope, scope, userId: null })
}

const bearer = ({ key }: { key: string }) => ({ authorization: `Bearer ${key}` })
const asMember = async (role: Role) => ({ cookie: await web.signIn(cast.email[role]) })
const heardBy = (reader: StreamReader) => expect.poll(() => reader.names.slice(1), OTHERS_DONE)

describe('GET /stream', () => {
  it('is a stream that no proxy or cache keeps', async () => {
    const answer = await ask(bearer(await keyOf('read')))
    expect(answer.headers).toMatchObject({
      'content-type': 'text/event-stream; charset=utf-8',
      'cache-control': 'no-store',
      'x-accel-buffering': 'no',
      'x-content-type-options': 'nosniff',
    })
    expect(answer.headers).not.toHaveProperty('content-encoding')
    const reader = new StreamReader(answer.stream())
    await expect.poll(() => reader.retryMs, SOON).toBeGreaterThan(0)
    reader.stop()
  })

  it('hands changes of the own workspace on, without texts', async () => {
    const theirs = await makeWorkspace()
    const reader = await listen(bearer(await keyOf('read')))
    await write('foreign', theirs.id)
    await write('activities.heard', cast.workspaceId, ['new=1'])
    await heardBy(reader).toEqual(['activities.heard'])
    const [, heard] = reader.heard
    expect(heard?.id).toMatch(/^\d+-\d+$/)
    expect(Object.keys(heard?.data ?? {}).sort()).toEqual(['at', 'detail', 'subjectId'])
    expect(heard?.data).toMatchObject({ subjectId: null, detail: ['new=1'] })
  })

  it('resumes behind Last-Event-ID, which stands over after', async () => {
    const key = bearer(await keyOf('read'))
    const first = await listen(key)
    await write('one')
    await heardBy(first).toEqual(['one'])
    first.stop()
    await write('two')
    await write('three')
    const byQuery = await listen(key, `?after=${first.lastId}`)
    await heardBy(byQuery).toEqual(['two', 'three'])
    const byHeader = await listen(
      { ...key, 'last-event-id': byQuery.heard[1]?.id ?? '' },
      '?after=0-0',
    )
    await heardBy(byHeader).toEqual(['three'])
  })

  it.each(['nonsense', '18446744073709551615-1', '-1', '1-2; drop'])(
    'answers a place it cannot know (%s) with a reset, then goes on',
    async (place) => {
      const reader = await listen(
        bearer(await keyOf('read')),
        `?after=${encodeURIComponent(place)}`,
      )
      await heardBy(reader).toEqual(['reset'])
      expect(reader.lastId).toMatch(/^\d+-\d+$/)
      await write('next')
      await heardBy(reader).toEqual(['reset', 'next'])
      const again = await listen(bearer(await keyOf('read')), `?after=${reader.heard[1]?.id}`)
      await heardBy(again).toContain('next')
    },
  )

  it('resets rather than sending more than one can take', async () => {
    const key = bearer(await keyOf('read'))
    const reader = await listen(key)
    const from = reader.lastId
    reader.stop()
    await web.door.inWorkspace(cast.workspaceId, (tx) =>
      sql`insert into event (workspace_id, name)
        select ${cast.workspaceId}::uuid, 'many' from generate_series(0, ${LIMITS.streamEventsResumedMax})`.execute(
        tx,
      ),
    )
    await write('last')
    await expect
      .poll(async () => (await listen(key, `?after=${from}`)).names[1], { ...SOON, interval: 100 })
      .toBe('reset')
  })
})

describe('who may go on watching', () => {
  it('managers alone hear of keys and colleagues, everybody of channels', async () => {
    const [manager, member] = [await asMember('manager'), await asMember('member')]
    const watching = [
      await listen(manager),
      await listen(bearer(await keyOf('admin'))),
      await listen(member),
      await listen(bearer(await keyOf('write'))),
    ]
    const named = (reader: StreamReader) => reader.names.filter((name) => name !== 'ready')
    await write('member.role-changed')
    await write('channel.changed')
    await write('topic.added')
    for (const reader of watching)
      await expect.poll(() => reader.names, SOON).toContain('topic.added')
    const [byManager = [], byAdmin = [], byMember = [], byWriter = []] = watching.map(named)
    for (const names of [byManager, byAdmin]) {
      expect(names).toEqual(expect.arrayContaining(['member.role-changed', 'channel.changed']))
    }
    expect(byMember).toEqual(['channel.changed', 'topic.added'])
    expect(byWriter).toEqual(['channel.changed', 'topic.added'])
  })

  const LOSSES: [string, (userId: string) => Promise<unknown>][] = [
    [
      'a session that was ended',
      (userId) =>
        web.door.asAccounts((tx) =>
          tx.deleteFrom('session').where('userId', '=', userId).execute(),
        ),
    ],
    [
      'a session that expired',
      (userId) =>
        web.door.asAccounts((tx) =>
          tx
            .updateTable('session')
            .set({ expiresAt: new Date(Date.now() - 1000) })
            .where('userId', '=', userId)
            .execute(),
        ),
    ],
    [
      'a member who was removed',
      (userId) =>
        web.door.asAccounts((tx) => tx.deleteFrom('member').where('userId', '=', userId).execute()),
    ],
    [
      'a role that changed',
      (userId) =>
        web.door.asAccounts((tx) =>
          tx.updateTable('member').set({ role: 'viewer' }).where('userId', '=', userId).execute(),
        ),
    ],
  ]
  it.each(LOSSES)('ends the stream of %s before the next event', async (_, lose) => {
    const other = await makeCast()
    const reader = await listen({ cookie: await web.signIn(other.email.member) })
    const stays = await listen({ cookie: await web.signIn(other.email.manager) })
    await lose(other.userId.member)
    await write('secret', other.workspaceId)
    // While tests beside this one write, both may hear first of how their members were added.
    await expect.poll(() => stays.names, SOON).toContain('secret')
    await expect.poll(() => reader.isEnded, SOON).toBe(true)
    expect([reader.names.at(-1), reader.names.includes('secret')]).toEqual(['signed-out', false])
  })

  it('ends the stream of a key the moment it is revoked', async () => {
    const { workspaceId } = cast
    const key = await keyOf('read')
    const reader = await listen(bearer(key))
    await revokeApiKey(web.door, { workspaceId, id: key.id, userId: null, now: new Date() })
    await heardBy(reader).toEqual(['signed-out'])
  })

  it('ends a session’s streams the moment it signs out or its password changes elsewhere', async () => {
    const other = await makeCast()
    const here = await web.signIn(other.email.member)
    const there = await web.signIn(other.email.member)
    const reader = await listen({ cookie: here })
    const url = '/api/auth/change-password'
    const payload = { currentPassword: PASSWORD, newPassword: 'another good password' }
    const changed = await web.ask({ method: 'POST', url, headers: { cookie: there }, payload })
    expect(changed.statusCode).toBe(200)
    await heardBy(reader).toEqual(['signed-out'])
    const owner = await web.signIn(other.email.owner)
    const second = await listen({ cookie: owner })
    const out = { method: 'POST', url: '/api/auth/sign-out', payload: {} } as const
    await web.ask({ ...out, headers: { cookie: owner } })
    await expect.poll(() => second.names.at(-1), SOON).toBe('signed-out')
  })
})

it('ends streams when the server stops', async () => {
  const own = await startServer()
  const { key } = await createApiKey(own.door, chance, {
    ...{ workspaceId: cast.workspaceId, name: newId(), scope: 'read', userId: null },
  })
  const headers = { authorization: `Bearer ${key}` }
  const answer = await own.ask({ url: '/api/v1/stream', headers, payloadAsStream: true })
  const reader = new StreamReader(answer.stream())
  await expect.poll(() => reader.names, SOON).toEqual(['ready'])
  await own.server.close()
  await expect.poll(() => reader.isEnded, SOON).toBe(true)
})
