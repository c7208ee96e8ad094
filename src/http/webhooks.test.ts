import type { InjectOptions } from 'fastify'
import { beforeAll, describe, expect, it } from 'vitest'
import { type Cast, makeCast, startServer, type TestServer } from '#test/server.ts'
import { newId } from '#test/workspace.ts'
import type { Role } from '#vocabulary/index.ts'

let web: TestServer
let cast: Cast
const cookies = new Map<Role, string>()

beforeAll(async () => {
  web = await startServer()
  cast = await makeCast()
  for (const role of ['manager', 'member'] as const) {
    cookies.set(role, await web.signIn(cast.email[role]))
  }
})

async function ask(role: Role, method: string, path: string, payload?: object) {
  const request = {
    ...{ method, url: `/api/v1${path}`, headers: { cookie: cookies.get(role) ?? '' } },
    ...(payload === undefined ? {} : { payload }),
  }
  const answer = await web.ask(request as InjectOptions)
  return { status: answer.statusCode, body: answer.body === '' ? null : answer.json() }
}

const WANTED = { name: 'CRM', address: 'https://crm.example/in?key=hidden', kinds: ['deal.won'] }

describe('webhooks over HTTP', () => {
  it('answer the secret once, and the path of the address to managers alone', async () => {
    const made = await ask('manager', 'POST', '/webhooks', WANTED)
    expect(made.status).toBe(201)
    expect(made.body).toMatchObject({ ...WANTED, state: 'on', waiting: 0, oldSecretUntil: null })
    expect(made.body.secret).toMatch(/^whsec_/)
    const ofManager = await ask('manager', 'GET', `/webhooks/${made.body.id}`)
    expect(ofManager.body).not.toHaveProperty('secret')
    expect(ofManager.body.address).toBe(WANTED.address)
    const ofMember = await ask('member', 'GET', `/webhooks?q=crm`)
    expect(ofMember.body.items[0].address).toBe('https://crm.example')
    const renewed = await ask('manager', 'POST', `/webhooks/${made.body.id}/secret`)
    expect(renewed.body.secret).not.toBe(made.body.secret)
    expect(renewed.body.oldSecretUntil).not.toBeNull()
  })

  it('refuse what is no address and kinds that do not exist', async () => {
    const post = (more: object) => ask('manager', 'POST', '/webhooks', { ...WANTED, ...more })
    for (const address of ['crm', 'ftp://crm.example', 'https://me:pw@crm.example/', 'file:///x']) {
      expect(await post({ address })).toMatchObject({ status: 400, body: { field: 'address' } })
    }
    for (const kinds of [[], ['member.added'], ['deal'], ['webhook.added']]) {
      expect((await post({ kinds })).status).toBeGreaterThanOrEqual(400)
    }
  })

  it('let a member test and send again, search and filter', async () => {
    const { body: made } = await ask('manager', 'POST', '/webhooks', WANTED)
    const path = `/webhooks/${made.id}`
    const { body: test } = await ask('member', 'POST', `${path}/tests`)
    expect(test).toMatchObject({ kind: 'webhook.test', state: 'waiting', sequence: 1, attempts: 0 })
    const found = async (query: string) =>
      (await ask('member', 'GET', `${path}/deliveries?${query}`)).body.items.length
    expect(await found(`q=${test.id}`)).toBe(1)
    expect(await found('q=webhook')).toBe(1)
    expect(await found(`q=${newId()}`)).toBe(0)
    expect(await found('state=delivered')).toBe(0)
    expect(await found('kind=deal.won')).toBe(0)
    const one = await ask('member', 'GET', `${path}/deliveries/${test.id}`)
    expect(JSON.parse(one.body.body)).toMatchObject({ type: 'webhook.test', id: test.id })
    const again = await ask('member', 'POST', `${path}/deliveries/${test.id}/redeliveries`)
    expect(again.status).toBe(202)
    const all = await ask('member', 'POST', `${path}/redeliveries`)
    expect(all.body).toEqual({ deliveries: 1 })
    const unknown = await ask('member', 'POST', `${path}/deliveries/${newId()}/redeliveries`)
    expect(unknown.status).toBe(404)
    expect((await ask('member', 'PATCH', path, { state: 'paused' })).status).toBe(403)
  })

  it('page through deliveries, newest first', async () => {
    const { body: made } = await ask('manager', 'POST', '/webhooks', WANTED)
    const path = `/webhooks/${made.id}`
    for (let i = 0; i < 5; i++) await ask('member', 'POST', `${path}/tests`)
    const seen: number[] = []
    let cursor: string | null = ''
    while (cursor !== null) {
      const query: string = cursor === '' ? '' : `&cursor=${cursor}`
      const { body } = await ask('member', 'GET', `${path}/deliveries?limit=2${query}`)
      for (const { sequence } of body.items) seen.push(sequence)
      cursor = body.next
    }
    expect(seen).toEqual([5, 4, 3, 2, 1])
  })

  it('say what each kind means in both languages', async () => {
    const { body } = await ask('member', 'GET', '/webhook-kinds')
    expect(body.items.length).toBeGreaterThan(40)
    for (const { en, ja } of body.items) {
      expect(en).toMatch(/^[A-Z]/)
      expect(ja).toMatch(/[ぁ-ん]/)
    }
  })
})
