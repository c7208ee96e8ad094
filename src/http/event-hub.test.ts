import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { createApiKey, revokeApiKey } from '#store/api-keys.ts'
import { type Bell, openBell } from '#store/bell.ts'
import { writeEvent } from '#store/outbox.ts'
import { type Cast, makeCast, PASSWORD, startServer, type TestServer } from '#test/server.ts'
import { StreamReader } from '#test/stream.ts'
import { makeWorkspace, newId, randomBytes, testDoor } from '#test/workspace.ts'
import { LIMITS, type Role, type Scope } from '#vocabulary/index.ts'
import { EventHub, type Guest } from './event-hub.ts'

const SOON = { timeout: 20_000, interval: 10 }
/** A long transaction of any test on the same server holds all events back. */
const OTHERS_DONE = { timeout: 90_000, interval: 10 }
const chance = { now: () => new Date(), random: randomBytes }

let web: TestServer
let cast: Cast
let bell: Bell
const readers: StreamReader[] = []

beforeAll(async () => {
  web = await startServer()
  cast = await makeCast()
  bell = await openBell({ connectionString: inject('databaseUrl') })
})

afterAll(async () => {
  for (const reader of readers) reader.stop()
  await bell.close()
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
const heardBy = (reader: StreamReader) => expect.poll(() => reader.names.slice(1), SOON)

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

describe('the hub', () => {
  const open = (hub: EventHub, guest: Guest, after?: string) => {
    const stream = hub.open(guest, after)
    if (stream === 'full') throw new Error('full')
    return stream
  }

  async function guestOf(workspaceId: string): Promise<Guest> {
    const { id } = await keyOf('read', workspaceId)
    return { workspaceId, role: null, scope: 'read', owner: id, credential: { kind: 'key', id } }
  }

  const makeHub = () =>
    new EventHub({ door: testDoor(), bell, now: () => new Date(), log: () => undefined })

  it('loses and doubles nothing with six writers, slow transactions and a reader that comes and goes', async () => {
    const { workspaceId } = await makeCast()
    const hub = makeHub()
    const guest = await guestOf(workspaceId)
    const EACH = 40
    const writers = Array.from({ length: 6 }, async (_, writer) => {
      for (let i = 0; i < EACH; i++) {
        await testDoor().inWorkspace(workspaceId, async (tx) => {
          await writeEvent(tx, workspaceId, { name: `${writer}-${i}` })
          // Holds the horizon back while others commit behind it.
          if (i % 6 === writer) await sql`select pg_sleep(0.03)`.execute(tx)
        })
      }
    })
    const ledger: string[] = []
    let after: string | undefined
    let visits = 0
    const isAll = () => ledger.length >= 6 * EACH
    // The first visit begins before the first event is written.
    let reader = new StreamReader(open(hub, guest))
    for (;;) {
      const before = reader
      // `ready`, then one to nine events, or what is left of all.
      const wanted = 1 + Math.min(1 + (visits % 9), 6 * EACH - ledger.length)
      await expect.poll(() => before.heard.length >= wanted, OTHERS_DONE).toBe(true)
      reader.stop()
      const changes = reader.heard.filter(({ event }) => event !== 'ready')
      expect(changes.map(({ event }) => event)).not.toContain('reset')
      ledger.push(...changes.map(({ event }) => event))
      after = changes.at(-1)?.id ?? after
      visits += 1
      if (isAll()) break
      reader = new StreamReader(open(hub, guest, after))
    }
    await Promise.all(writers)
    await hub.close()
    expect(visits).toBeGreaterThan(5)
    expect(ledger).toHaveLength(6 * EACH)
    for (let writer = 0; writer < 6; writer++) {
      const own = ledger.filter((name) => name.startsWith(`${writer}-`))
      expect(own).toEqual(Array.from({ length: EACH }, (_, i) => `${writer}-${i}`))
    }
  }, 180_000)

  it('finds the end of a transaction that tells nobody', async () => {
    const { workspaceId } = await makeCast()
    const hub = makeHub()
    const reader = new StreamReader(open(hub, await guestOf(workspaceId)))
    await expect.poll(() => reader.names, SOON).toEqual(['ready'])
    const { promise: begun, resolve: begin } = Promise.withResolvers<void>()
    const silent = testDoor().inWorkspace(workspaceId, async (tx) => {
      await sql`select pg_current_xact_id()`.execute(tx)
      begin()
      await sql`select pg_sleep(0.3)`.execute(tx)
    })
    await begun
    await write('behind', workspaceId)
    expect(reader.names).toEqual(['ready'])
    await silent
    await heardBy(reader).toEqual(['behind'])
    await hub.close()
  })

  it('cuts off who reads too slowly, and misses nothing out when they resume', async () => {
    const { workspaceId } = await makeCast()
    const hub = makeHub()
    const guest = await guestOf(workspaceId)
    const slow = open(hub, guest)
    const first = slow.setEncoding('utf8')
    let text = ''
    await expect.poll(() => (text += first.read() ?? ''), SOON).toContain('event: ready')
    const place = /event: ready\nid: (\S+)/.exec(text)?.[1] ?? ''
    const COUNT = LIMITS.streamEventsWaitingMax + 900
    for (let i = 0; i < COUNT; i += 100) {
      await testDoor().inWorkspace(workspaceId, (tx) =>
        sql`insert into event (workspace_id, name, detail) select ${workspaceId}::uuid, 'filling',
          array[repeat('x', 100)] from generate_series(1, 100)`.execute(tx),
      )
    }
    bell.ring()
    await expect.poll(() => slow.destroyed, SOON).toBe(true)
    expect(hub.lines()).toContain('enishi_streams_cut_off_total 1')
    expect(hub.lines()).toContain('enishi_streams 0')
    const again = new StreamReader(open(hub, guest, place))
    await heardBy(again).toEqual(['reset'])
    await hub.close()
  })

  it('gives nothing of what was missed to a key that is no longer one', async () => {
    const { workspaceId } = await makeCast()
    const hub = makeHub()
    const guest = await guestOf(workspaceId)
    const before = new StreamReader(open(hub, guest))
    await expect.poll(() => before.names, SOON).toEqual(['ready'])
    before.stop()
    await write('secret', workspaceId)
    const { id } = guest.credential
    await revokeApiKey(testDoor(), { workspaceId, id, userId: null, now: new Date() })
    const late = new StreamReader(open(hub, guest, before.lastId))
    await expect.poll(() => late.isEnded, SOON).toBe(true)
    expect(late.names).toEqual(['signed-out'])
    await hub.close()
  })

  it('opens no more streams than are allowed, and frees those that leave', async () => {
    const { workspaceId } = await makeCast()
    const hub = makeHub()
    const guest = await guestOf(workspaceId)
    const all = Array.from({ length: LIMITS.streamsPerMemberMax }, () => open(hub, guest))
    expect(hub.open(guest)).toBe('full')
    all[0]?.destroy()
    await expect.poll(() => hub.lines(), SOON).toContain(`enishi_streams ${all.length - 1}\n`)
    open(hub, guest).resume()
    await hub.close()
    for (const one of all) one.resume()
    await expect.poll(() => all.every((one) => one.destroyed), SOON).toBe(true)
    expect(hub.open(guest)).toBe('full')
  })

  it('tells 300 streams of one event in one round', async () => {
    const { workspaceId } = await makeCast()
    const hub = makeHub()
    const before = process.memoryUsage()
    const all: StreamReader[] = []
    for (let i = 0; i < 30; i++) {
      const guest = await guestOf(workspaceId)
      for (let n = 0; n < 10; n++) all.push(new StreamReader(open(hub, guest)))
    }
    await expect.poll(() => all.every(({ names }) => names[0] === 'ready'), SOON).toBe(true)
    const startedAt = performance.now()
    await write('for-all', workspaceId)
    await expect
      .poll(() => all.every(({ names }) => names.at(-1) === 'for-all'), { ...SOON, interval: 1 })
      .toBe(true)
    const tookMs = performance.now() - startedAt
    const mib = ({ rss }: { rss: number }) => `${Math.round(rss / 2 ** 20)} MiB`
    console.info(
      `300 streams: one event with all after ${tookMs.toFixed(0)} ms; ` +
        `memory ${mib(before)} before, ${mib(process.memoryUsage())} with them`,
    )
    expect(tookMs).toBeLessThan(1_000)
    await hub.close()
  }, 60_000)
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
