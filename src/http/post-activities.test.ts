import { beforeAll, describe, expect, it } from 'vitest'
import { createApiKey } from '#store/api-keys.ts'
import { makeCast, startServer, type TestServer } from '#test/server.ts'
import { randomBytes } from '#test/workspace.ts'
import { LIMITS } from '#vocabulary/index.ts'

let web: TestServer
let key: string

beforeAll(async () => {
  web = await startServer()
  const { workspaceId } = await makeCast(web.door)
  const chance = { now: () => new Date(), random: randomBytes }
  const wanted = { workspaceId, name: 'test', scope: 'write' as const, userId: null }
  key = (await createApiKey(web.door, chance, wanted)).key
})

function note(id: string, content: string): Record<string, unknown> {
  const actor = { platform: 'shop', handle: 'hanako', name: '山田 花子' }
  return { id, type: 'Create', actor, content, published: '2026-11-01T00:00:00Z' }
}

function post(payload: unknown, channel = 'shop') {
  return web.ask({
    method: 'POST',
    url: `/api/v1/activities?channel=${channel}`,
    headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json' },
    payload: JSON.stringify(payload),
  })
}

describe('POST /activities', () => {
  it('says for each item what became of it, in order, and twice is once', async () => {
    const items = [
      note('1', '返品したい'),
      { ...note('2', 'x'), published: 'gestern' },
      note('1', '返品したい'),
      { id: 'd', type: 'Delete', actor: { platform: 'shop', handle: 'hanako' }, object: '1' },
      {},
    ]
    const first = await post(items)
    expect(first.statusCode).toBe(200)
    expect(first.json().items).toMatchObject([
      { ending: 'new' },
      { ending: 'refused', activityId: null, reason: 'bad-date', field: 'published' },
      { ending: 'duplicate' },
      { ending: 'deleted' },
      { ending: 'refused' },
    ])
    const [made, , again] = first.json().items
    expect(again.activityId).toBe(made.activityId)
    const second = await post(items)
    expect(second.json().items.map((item: { ending: string }) => item.ending)).toEqual([
      'duplicate',
      'refused',
      'duplicate',
      'duplicate',
      'refused',
    ])
  })

  it('has recorded it when it answers: the list and the search know it at once', async () => {
    const [{ activityId }] = (await post(note('s1', '炊飯器を返品したいです'))).json().items
    const ask = (url: string) => web.ask({ url, headers: { authorization: `Bearer ${key}` } })
    const found = await ask(`/api/v1/activities?q=${encodeURIComponent('返品')}`)
    expect(found.json().items.map((item: { id: string }) => item.id)).toContain(activityId)
    const one = await ask(`/api/v1/activities/${activityId}`)
    expect(one.json()).toMatchObject({ text: '炊飯器を返品したいです', channel: { name: 'shop' } })
    expect(one.json().payload.text).toContain('炊飯器')
  })

  it('takes a thousand at once and no more', async () => {
    const many = Array.from({ length: LIMITS.activitiesPerRequestMax }, (_, i) =>
      note(`m${i}`, `${i}`),
    )
    const answer = await post(many)
    expect(answer.json().items).toHaveLength(1000)
    expect((await post([...many, note('one more', 'x')])).statusCode).toBe(400)
    expect((await post([])).statusCode).toBe(400)
    expect((await post('text')).statusCode).toBe(400)
  })

  it('answers 429 with Retry-After when more is offered than it can record', async () => {
    const batch = (n: number) =>
      Array.from({ length: 1000 }, (_, i) => note(`flood-${n}-${i}`, `flood ${n} ${i}`))
    const answers = await Promise.all(Array.from({ length: 12 }, (_, n) => post(batch(n))))
    const refused = answers.filter((answer) => answer.statusCode === 429)
    const taken = answers.filter((answer) => answer.statusCode === 200)
    expect(refused.length).toBeGreaterThan(0)
    expect(taken.length).toBeGreaterThanOrEqual(4)
    expect(taken.length + refused.length).toBe(12)
    for (const answer of refused) {
      expect(Number(answer.headers['retry-after'])).toBeGreaterThan(0)
      expect(answer.json()).toMatchObject({ code: 'too-busy' })
    }
    // Nothing of a refused request was kept, everything of the others was.
    for (const answer of taken) {
      expect(answer.json().items.every((item: { ending: string }) => item.ending === 'new')).toBe(
        true,
      )
    }
  })
})
