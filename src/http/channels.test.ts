import { beforeAll, describe, expect, it } from 'vitest'
import { blueskyKind } from '#channels/bluesky/live.ts'
import { type LiveKind, readLiveChannels } from '#listen/index.ts'
import { ALICE, postEvent } from '#test/jetstream-events.ts'
import { startJetstream } from '#test/jetstream-server.ts'
import { loopbackTools } from '#test/loopback-tools.ts'
import { type Cast, makeCast, startServer, type TestServer } from '#test/server.ts'
import { emptyStreamLog, runStream } from '#test/stream-sessions.ts'
import { EnishiError, type Words } from '#vocabulary/index.ts'
import type { Channel, ChannelInFull } from './contract/channels.ts'
import { joinHandlers } from './handlers.ts'
import { SetupToken } from './setup-token.ts'

const words = (en: string): Words => ({ en, ja: `${en}（日本語）` })

/** A kind that listens to a pond. */
const pond: LiveKind = {
  kind: 'pond',
  by: 'poll',
  name: words('Pond'),
  about: words('Frogs are heard.'),
  capabilities: {
    ...{ edits: false, deletions: false, engagement: false, resume: 'none', send: false },
  },
  fields: [{ name: 'url', label: words('Address'), type: 'url', isRequired: true }],
  settle: ({ url }) => {
    if (typeof url === 'string' && URL.canParse(url)) return { url: new URL(url).href }
    throw new EnishiError('bad-input', words('This is no address.'), { field: 'url' })
  },
  probe: async ({ url }) =>
    url === 'http://dry.example/'
      ? { kind: 'problem', code: 'dry', words: words('The pond is dry.'), field: 'url' }
      : { kind: 'works', found: [{ label: words('Frogs'), value: '3' }], notes: [] },
  problemWords: { dry: words('The pond is dry.') },
  poll: async () => {
    throw new Error('nobody polls in this test')
  },
}

let web: TestServer
let cast: Cast
let cookie: string

beforeAll(async () => {
  const setup = new SetupToken((into) => void into.fill(1))
  web = await startServer({ handlers: joinHandlers({ setup, liveKinds: [pond, blueskyKind] }) })
  cast = await makeCast()
  cookie = await web.signIn(cast.email.manager)
})

async function ask<Answer>(
  method: 'GET' | 'POST' | 'PATCH' | 'DELETE',
  path: string,
  body?: object,
) {
  const request = { method, url: `/api/v1${path}`, headers: { cookie } }
  const answer = await web.ask(body === undefined ? request : { ...request, payload: body })
  return { status: answer.statusCode, body: (answer.body && answer.json()) as Answer }
}

function add(name: string, url = 'http://pond.example') {
  return ask<ChannelInFull & { field?: string }>('POST', '/channels', {
    ...{ kind: 'pond', name, settings: { url } },
    lawfulBasis: '正当な利益',
  })
}

async function eventsOf(id: string) {
  return web.door.inWorkspace(cast.workspaceId, (tx) =>
    tx
      .selectFrom('event')
      .select(['name', 'detail'])
      .where('subject_id', '=', id)
      .orderBy('id')
      .execute(),
  )
}

describe('channels over HTTP', () => {
  it('are set up from what a kind declares', async () => {
    const kinds = await ask<{ items: object[] }>('GET', '/channel-kinds')
    expect(kinds.body.items).toMatchObject([
      { kind: 'pond', fields: [{ name: 'url' }] },
      { kind: 'bluesky' },
    ])
  })

  it('are tried before anything is kept, in both languages', async () => {
    const tried = (url: string) =>
      ask('POST', '/channels/probe', { kind: 'pond', settings: { url } })
    expect(await tried('http://pond.example')).toMatchObject({
      status: 200,
      body: { kind: 'works' },
    })
    expect((await tried('http://dry.example')).body).toEqual({
      ...{ kind: 'problem', code: 'dry', field: 'url', words: words('The pond is dry.') },
    })
    expect(await tried('junk')).toMatchObject({ status: 400, body: { field: 'url' } })
    const unknown = await ask('POST', '/channels/probe', { kind: 'lake', settings: {} })
    expect(unknown).toMatchObject({ status: 400, body: { field: 'kind' } })
  })

  it('are added, changed, paused, looked at and removed, each with its event', async () => {
    const { status, body } = await add('Frogs')
    expect(status).toBe(201)
    expect(body).toMatchObject({
      ...{ kind: 'pond', state: 'listening', settings: { url: 'http://pond.example/' } },
      ...{ lawfulBasis: '正当な利益', retentionDays: null, postsLastWeek: 0, problems: [] },
      health: { condition: 'untried', events: 0 },
    })
    const path = `/channels/${body.id}`
    const change = { name: 'Toads', retentionDays: 30, state: 'paused' }
    expect((await ask('PATCH', path, change)).body).toMatchObject(change)
    expect((await ask('POST', `${path}/poll`)).status).toBe(409)
    expect((await ask('PATCH', path, { state: 'listening', retentionDays: null })).status).toBe(200)
    expect((await ask('POST', `${path}/poll`)).status).toBe(202)
    expect((await ask('DELETE', path)).status).toBe(204)
    expect((await ask('PATCH', path, { name: 'Newts' })).status).toBe(404)
    const listed = async (query: string) =>
      (await ask<{ items: Channel[] }>('GET', `/channels${query}`)).body.items.map(({ id }) => id)
    expect(await listed('')).not.toContain(body.id)
    expect(await listed('?state=removed&q=toad&kind=pond&condition=untried')).toContain(body.id)
    expect(await eventsOf(body.id)).toEqual([
      { name: 'channel.added', detail: [] },
      { name: 'channel.changed', detail: ['name', 'state', 'retentionDays'] },
      { name: 'channel.changed', detail: ['state', 'retentionDays'] },
      { name: 'channel.look-asked', detail: [] },
      { name: 'channel.removed', detail: [] },
    ])
  })

  it('show their settings to managers alone', async () => {
    const { body } = await add('Secret pond', 'http://pond.example/?token=1')
    const url = `/api/v1/channels/${body.id}`
    const seenBy = async (role: 'manager' | 'member' | 'viewer') => {
      const headers = { cookie: await web.signIn(cast.email[role]) }
      return (await web.ask({ method: 'GET', url, headers })).json() as ChannelInFull
    }
    expect((await seenBy('manager')).settings).toEqual({ url: 'http://pond.example/?token=1' })
    for (const role of ['member', 'viewer'] as const) {
      expect(await seenBy(role)).toMatchObject({ name: 'Secret pond', settings: null, gaps: [] })
    }
  })

  it('have names of their own, free again after removal', async () => {
    const first = await add('Pond one')
    expect(await add('Pond one')).toMatchObject({ status: 409, body: { field: 'name' } })
    await ask('DELETE', `/channels/${first.body.id}`)
    expect((await add('Pond one')).status).toBe(201)
  })

  it('remember over a change of address, so that the kind tells what was missed by it', async () => {
    const first = await startJetstream([])
    const later = postEvent(ALICE, '3a', 'acme')
    const second = await startJetstream([later])
    const settings = { address: first.address, keywords: ['acme'] }
    const { body } = await ask<ChannelInFull>('POST', '/channels', {
      ...{ kind: 'bluesky', name: 'Moving stream', settings },
    })
    const heardUs = JSON.parse(later).time_us - 180_000_000
    const memory = JSON.stringify({ address: first.address, cursorUs: heardUs })
    const succeeded_at = new Date(heardUs / 1000)
    const inTx = <T>(work: Parameters<typeof web.door.inWorkspace<T>>[1]) =>
      web.door.inWorkspace(cast.workspaceId, work)
    const health = { memory, succeeded_at }
    await inTx((tx) =>
      tx.updateTable('channel_health').set(health).where('channel_id', '=', body.id).execute(),
    )
    const change = { settings: { ...settings, address: second.address } }
    expect((await ask('PATCH', `/channels/${body.id}`, change)).status).toBe(200)
    const channels = await inTx((tx) => readLiveChannels(tx, cast.workspaceId))
    const moved = channels.find(({ id }) => id === body.id)
    expect(moved).toMatchObject({ memory, succeededAt: succeeded_at })
    const log = await runStream({
      ...{ kind: blueskyKind, settings: moved?.settings ?? {}, tools: loopbackTools() },
      ...{
        log: emptyStreamLog(moved?.memory ?? null),
        isDone: ({ payloads }) => payloads.length > 0,
      },
      sessionsMax: 3,
    })
    expect(log.gaps.map(({ reason }) => reason)).toEqual(['switched'])
    await first.close()
    await second.close()
  })

  it('show their newest problem in the words of the kind while it lasts', async () => {
    const { body } = await add('Dry pond')
    const own = { workspace_id: cast.workspaceId, channel_id: body.id }
    await web.door.inWorkspace(cast.workspaceId, async (tx) => {
      await tx
        .insertInto('channel_problem')
        .values({ ...own, id: body.id, at: new Date(), code: 'dry', detail: '0 l' })
        .execute()
      const failing = { condition: 'failing' as const, failures_in_row: 5 }
      await tx
        .updateTable('channel_health')
        .set(failing)
        .where('channel_id', '=', body.id)
        .execute()
    })
    const found = await ask<ChannelInFull>('GET', `/channels/${body.id}`)
    const shown = { code: 'dry', detail: '0 l', words: words('The pond is dry.') }
    expect(found.body.problem).toEqual(shown)
    expect(found.body.problems).toMatchObject([shown])
  })
})
