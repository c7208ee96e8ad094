import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { createApiKey } from '#store/api-keys.ts'
import { type Door, openDoor } from '#store/door.ts'
import { freshDatabase, makeCast, PASSWORD, startServer } from '#test/server.ts'
import { newId, randomBytes } from '#test/workspace.ts'
import type { Handlers } from './handler.ts'
import { joinHandlers } from './handlers.ts'
import { SetupToken } from './setup-token.ts'

const SIGN_IN = '/api/auth/sign-in/email'
const setupBody = {
  ...{ workspace: '縁珈琲', name: '縁 結子', email: 'Yui@Example.com', password: PASSWORD },
  ...{ language: 'ja', timeZone: 'Asia/Tokyo' },
}

describe('the first run', () => {
  it('takes the token once, and makes a member who can sign in', async () => {
    const { web, token } = await startFresh(await freshDatabase())
    expect((await web.ask({ url: '/api/v1/setup' })).json()).toEqual({ isNeeded: true })
    const post = (given: string) =>
      web.ask({ method: 'POST', url: '/api/v1/setup', payload: { ...setupBody, token: given } })
    expect((await post('wrong')).json()).toMatchObject({ status: 403, field: 'token' })
    const both = await Promise.all([post(token), post(token)])
    expect(both.map((answer) => answer.statusCode).sort()).toEqual([201, 409])
    expect((await post(token)).statusCode).toBe(403)
    expect((await web.ask({ url: '/api/v1/setup' })).json()).toEqual({ isNeeded: false })
    const cookie = await web.signIn('yui@example.com')
    const session = await web.ask({ url: '/api/v1/session', headers: { cookie } })
    expect(session.json()).toMatchObject({
      member: { name: '縁 結子', language: 'ja' },
      workspace: { name: '縁珈琲', slug: expect.stringMatching(/^workspace-[0-9a-f]{4}$/) },
    })
  })

  it('leaves nothing behind when it is refused', async () => {
    const door = await freshDatabase()
    const { web, token } = await startFresh(door)
    const payload = { ...setupBody, token, timeZone: 'Asia/Nowhere' }
    const answer = await web.ask({ method: 'POST', url: '/api/v1/setup', payload })
    expect(answer.json()).toMatchObject({ status: 400, field: 'timeZone' })
    const users = await door.asAccounts((tx) => tx.selectFrom('user').selectAll().execute())
    expect(users).toEqual([])
  })

  async function startFresh(door: Door) {
    const web = await startServer({ door })
    return { web, token: web.setup.text }
  }
})

describe('requests from elsewhere', () => {
  const key = { name: 'x', scope: 'read' }

  it.each([
    ['another site', { origin: 'https://evil.example' }],
    ['another port', { origin: 'http://127.0.0.1:4000' }],
    ['nowhere', { origin: 'null' }],
    ['another site by Fetch Metadata', { 'sec-fetch-site': 'cross-site' }],
    ['a sibling by Fetch Metadata', { 'sec-fetch-site': 'same-site' }],
  ])('a change by cookie from %s is refused', async (_name, headers) => {
    const [web, cast] = [await startServer(), await makeCast()]
    const cookie = await web.signIn(cast.email.owner)
    const request = { method: 'POST', url: '/api/v1/api-keys', payload: key } as const
    const foreign = await web.ask({ ...request, headers: { cookie, ...headers } })
    expect(foreign.json()).toMatchObject({ status: 403, code: 'forbidden' })
    const own = await web.ask({ ...request, headers: { cookie } })
    expect(own.statusCode).toBe(201)
  })

  it('a change by cookie that says nothing of where it comes from is refused', async () => {
    const [web, cast] = [await startServer(), await makeCast()]
    const headers = { cookie: await web.signIn(cast.email.owner), host: '127.0.0.1:3000' }
    for (const url of ['/api/v1/api-keys', '/api/auth/sign-out']) {
      const answer = await web.server.inject({ method: 'POST', url, headers, payload: key })
      expect(answer.statusCode).toBe(403)
    }
  })

  it('signing in from another site is refused', async () => {
    const [web, cast] = [await startServer(), await makeCast()]
    const payload = { email: cast.email.owner, password: PASSWORD }
    const headers = { origin: 'https://evil.example' }
    const answer = await web.ask({ method: 'POST', url: SIGN_IN, payload, headers })
    expect(answer.statusCode).toBe(403)
  })

  it('a name that only resolves here is refused, also for reading', async () => {
    const web = await startServer()
    const headers = { host: 'rebound.example:3000' }
    const answer = await web.ask({ url: '/api/v1/openapi.json', headers })
    expect(answer.json()).toMatchObject({ status: 403, code: 'forbidden' })
    const local = await web.ask({
      url: '/api/v1/openapi.json',
      headers: { host: 'localhost:3000' },
    })
    expect(local.statusCode).toBe(200)
  })
})

describe('API keys', () => {
  it('are shown once, work at once, and end when revoked', async () => {
    const [web, cast] = [await startServer(), await makeCast()]
    const cookie = await web.signIn(cast.email.manager)
    const payload = { name: 'ci', scope: 'admin' }
    const url = '/api/v1/api-keys'
    const made = (await web.ask({ method: 'POST', url, payload, headers: { cookie } })).json()
    expect(made.key).toMatch(/^enishi_[0-9a-f]{32}_[\w-]{43}$/)
    const headers = { authorization: `Bearer ${made.key}` }
    const listed = (await web.ask({ url, headers })).json()
    expect(listed.items).toEqual([expect.objectContaining({ id: made.id, name: 'ci' })])
    expect(JSON.stringify(listed)).not.toContain(made.key.slice(-43))
    expect((await web.ask({ url, headers })).json().items[0].lastUsedAt).not.toBeNull()
    const revoke = await web.ask({ method: 'DELETE', url: `${url}/${made.id}`, headers })
    expect(revoke.statusCode).toBe(204)
    expect((await web.ask({ url, headers })).statusCode).toBe(401)
  })

  it('are listed page by page', async () => {
    const [web, cast] = [await startServer(), await makeCast()]
    const headers = { cookie: await web.signIn(cast.email.owner) }
    const url = '/api/v1/api-keys'
    for (const name of ['a', 'b', 'c']) {
      await web.ask({ method: 'POST', url, payload: { name, scope: 'read' }, headers })
    }
    const first = (await web.ask({ url: `${url}?limit=2`, headers })).json()
    const second = (await web.ask({ url: `${url}?limit=2&cursor=${first.next}`, headers })).json()
    const names = [...first.items, ...second.items].map((item: { name: string }) => item.name)
    expect(names).toEqual(['c', 'b', 'a'])
    expect(second.next).toBeNull()
    const bad = await web.ask({ url: `${url}?cursor=WyJ4Il0`, headers })
    expect(bad.json()).toMatchObject({ status: 400, field: 'cursor' })
  })
})

describe('bad requests', () => {
  const url = '/api/v1/api-keys'

  let shared: ReturnType<typeof signIn> | undefined
  const signedIn = () => (shared ??= signIn())

  async function signIn() {
    const [web, cast] = [await startServer(), await makeCast()]
    const cookie = await web.signIn(cast.email.owner)
    const send = (payload: string, type = 'application/json', language = 'en') =>
      web.ask({
        ...{ method: 'POST', url, payload },
        headers: { cookie, 'content-type': type, 'accept-language': language },
      })
    return { web, send, cookie }
  }

  it.each([
    ['broken JSON', '{"name":'],
    ['no JSON at all', 'hello'],
    ['a thousand brackets', `${'['.repeat(1000)}${']'.repeat(1000)}`],
    ['nothing', ''],
    ['an array', '[]'],
    ['a wrong type', '{"name":1,"scope":"read"}'],
  ])('%s is a problem, not a fault', async (_name, payload) => {
    const { send } = await signedIn()
    const answer = await send(payload)
    expect(answer.headers['content-type']).toMatch(/^application\/problem\+json/)
    expect(answer.json()).toMatchObject({ status: 400, code: 'bad-input' })
  })

  it('names the field at fault, in the language of the member', async () => {
    const { web, send, cookie } = await signedIn()
    const payload = '{"name":"x","scope":"everything"}'
    expect((await send(payload)).json()).toMatchObject({ field: 'scope' })
    const toJapanese = { method: 'PATCH', url: '/api/v1/session', headers: { cookie } } as const
    await web.ask({ ...toJapanese, payload: { language: 'ja' } })
    expect((await send(payload)).json()).toMatchObject({ detail: expect.stringMatching(/[ぁ-ん]/) })
  })

  it('knows no day before the year 1', async () => {
    const [web, cast] = [await startServer(), await makeCast()]
    const headers = { cookie: await web.signIn(cast.email.member) }
    const topic = '01890000-0000-7000-8000-000000000000'
    for (const path of ['briefing?', `journeys?topic=${topic}&`]) {
      const answer = await web.ask({ url: `/api/v1/${path}to=0000-06-01`, headers })
      expect(answer.json()).toMatchObject({ status: 400, code: 'bad-input', field: 'to' })
    }
    const early = await web.ask({ url: '/api/v1/briefing?to=0001-01-01', headers })
    expect(early.statusCode).toBe(200)
  })

  it('takes no other content type', async () => {
    const { send } = await signedIn()
    const answer = await send('name=x', 'application/x-www-form-urlencoded')
    expect(answer.json()).toMatchObject({ status: 400, code: 'bad-input' })
  })

  it('refuses a body over the limit, and reads none of a stranger', async () => {
    const { web, send } = await signedIn()
    const huge = `{"name":"${'x'.repeat(33 * 1024 * 1024)}"}`
    expect((await send(huge)).json()).toMatchObject({ status: 413, code: 'too-large' })
    const stranger = await web.ask({ method: 'POST', url, payload: huge })
    expect(stranger.statusCode).toBe(401)
  })

  it('answers a fault with an id and keeps the words in the log', async () => {
    const web = await startServer({
      handlers: {
        ...joinHandlers({ setup: new SetupToken(randomBytes) }),
        getSetup: () => Promise.reject(new Error('secret detail')),
      },
    })
    const answer = await web.ask({ url: '/api/v1/setup' })
    expect(answer.json()).toMatchObject({ status: 500, code: 'fault' })
    expect(answer.body).not.toContain('secret')
    const [line] = web.logged
    expect(line?.error).toContain('secret detail')
    expect(answer.json().detail).toContain(line?.errorId)
  })

  it('lets nothing out that the contract does not declare', async () => {
    const leaky = async () => ({ isNeeded: true, secret: 'x' })
    const handlers = { ...joinHandlers({ setup: new SetupToken(randomBytes) }), getSetup: leaky }
    const web = await startServer({ handlers })
    expect((await web.ask({ url: '/api/v1/setup' })).json()).toEqual({ isNeeded: true })
  })

  it('limits requests from an address', async () => {
    const web = await startServer({ requestsPerMinuteMax: 3 })
    const statuses = []
    for (let i = 0; i < 5; i++) {
      const answer = await web.ask({ url: '/api/v1/setup' })
      statuses.push([answer.statusCode, answer.headers['retry-after'] !== undefined])
    }
    expect(statuses.map(([status]) => status)).toEqual([200, 200, 200, 429, 429])
    expect(statuses[4]).toEqual([429, true])
  })
})

describe('files', () => {
  async function keyed(handlers: Partial<Handlers>) {
    const all = { ...joinHandlers({ setup: new SetupToken(randomBytes) }), ...handlers }
    const [web, cast] = [await startServer({ handlers: all }), await makeCast()]
    const { workspaceId } = cast
    const chance = { now: () => new Date(), random: randomBytes }
    const wanted = { workspaceId, name: 'x', scope: 'write' as const, userId: null }
    const { key } = await createApiKey(web.door, chance, wanted)
    return { web, headers: { authorization: `Bearer ${key}` } }
  }

  it('are taken as a stream of whatever type, and refused when they claim too much', async () => {
    const bytes = { read: 0 }
    const { web, headers } = await keyed({
      postUpload: async ({ body }) => {
        for await (const chunk of body) bytes.read += chunk.byteLength
        return { uploadId: 'u', sizeBytes: bytes.read, format: null, table: null }
      },
    })
    const request = { method: 'POST', url: '/api/v1/uploads?name=a.jsonl' } as const
    for (const type of ['application/json', 'text/csv', 'application/octet-stream']) {
      const payload = Buffer.alloc(40 * 1024 * 1024)
      const answer = await web.ask({
        ...{ ...request, payload },
        headers: { ...headers, 'content-type': type },
      })
      expect([answer.statusCode, bytes.read]).toEqual([201, payload.length])
      bytes.read = 0
    }
    const claim = { 'content-length': String(21 * 1024 ** 3) }
    const huge = await web.ask({ ...request, payload: 'x', headers: { ...headers, ...claim } })
    expect(huge.json()).toMatchObject({ status: 413, code: 'too-large' })
  })

  it('are sent to be saved under their names', async () => {
    async function* content() {
      yield '\ufeff行,理由\n'
    }
    const { web, headers } = await keyed({
      downloadRefusals: async () => ({
        ...{ fileName: '拒否 "1".csv', mediaType: 'text/csv; charset=utf-8', content: content() },
      }),
    })
    const answer = await web.ask({ url: `/api/v1/imports/${newId()}/refusals.csv`, headers })
    expect(answer.body).toBe('\ufeff行,理由\n')
    expect(answer.headers['content-disposition']).toBe(
      `attachment; filename="____1_.csv"; filename*=UTF-8''%E6%8B%92%E5%90%A6%20%221%22.csv`,
    )
  })
})

describe('health', () => {
  it('is alive without a database, and ready only with one', async () => {
    const door = openDoor({ connectionString: 'postgres://nobody@127.0.0.1:1/nothing' })
    const web = await startServer({ door })
    expect((await web.ask({ url: '/healthz' })).statusCode).toBe(200)
    expect((await web.ask({ url: '/readyz' })).statusCode).toBe(503)
    const answer = await web.ask({ url: '/api/v1/setup' })
    expect(answer.json()).toMatchObject({ status: 503, code: 'database-unreachable' })
    const signIn = { method: 'POST', url: SIGN_IN, payload: { email: 'a@b.cc', password: 'x' } }
    expect((await web.ask({ ...signIn, method: 'POST' })).statusCode).toBe(503)
    const headers = { cookie: 'enishi.session_token=x.y' }
    expect((await web.ask({ url: '/api/v1/session', headers })).statusCode).toBe(503)
    const ready = await startServer()
    expect((await ready.ask({ url: '/readyz' })).statusCode).toBe(200)
  })

  it('counts requests for Prometheus', async () => {
    const web = await startServer()
    await web.ask({ url: '/api/v1/setup' })
    await web.ask({ url: '/api/v1/nonsense/"}' })
    const { body } = await web.ask({ url: '/metrics' })
    expect(body).toContain(
      'enishi_http_request_seconds_count{route="getSetup",method="GET",status="200"} 1',
    )
    expect(body).toContain('{route="web",method="GET",status="404"} 1')
    const sample = /^([a-z_]+(\{[^}]*\})? [0-9.e+-]+|# TYPE .+)$/
    expect(
      body
        .trimEnd()
        .split('\n')
        .filter((line) => !sample.test(line)),
    ).toEqual([])
  })
})

describe('the page', () => {
  it('is served with hashed assets for ever, itself never stale, at every address of its own', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'enishi-web-'))
    mkdirSync(join(folder, 'assets'))
    writeFileSync(join(folder, 'index.html'), '<!doctype html><title>Enishi</title>')
    writeFileSync(join(folder, 'assets', 'index-abc.js'), 'export {}')
    writeFileSync(join(folder, '.built'), 'hash')
    const web = await startServer({ webFolder: folder })
    const html = { accept: 'text/html' }
    const asset = await web.ask({ url: '/assets/index-abc.js' })
    expect(asset.headers['cache-control']).toContain('immutable')
    for (const url of ['/', '/people/1', '/setup?token=x']) {
      const page = await web.ask({ url, headers: html })
      expect(page.body).toContain('Enishi')
      expect(page.headers['cache-control']).toBe('no-cache')
      expect(page.headers['content-security-policy']).toBe(
        "default-src 'self';script-src 'self';style-src 'self';img-src 'self' data:;" +
          "connect-src 'self';font-src 'self';object-src 'none';base-uri 'none';" +
          "frame-ancestors 'none';form-action 'self'",
      )
      expect(page.headers['x-content-type-options']).toBe('nosniff')
      expect(page.headers['referrer-policy']).toBe('no-referrer')
    }
    for (const url of ['/assets/gone.js', '/.built', '/../package.json', '/%2e%2e/package.json']) {
      expect((await web.ask({ url })).statusCode).toBeGreaterThanOrEqual(400)
    }
    expect((await web.ask({ url: '/api/v1/gone', headers: html })).statusCode).toBe(404)
    expect((await web.ask({ method: 'POST', url: '/people', headers: html })).statusCode).toBe(404)
  })
})
