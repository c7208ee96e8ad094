import { beforeAll, describe, expect, it } from 'vitest'
import { type SeededPerson, seedPerson } from '#test/seed.ts'
import { type Cast, makeCast, startServer, type TestServer } from '#test/server.ts'
import type { TestWorkspace } from '#test/workspace.ts'

let web: TestServer
let cast: Cast
let cookie: string
let hanako: SeededPerson
let ids: string[]
let stages: string[]

async function ask(method: 'GET' | 'POST' | 'PATCH', path: string, payload?: object) {
  const request = { method, url: `/api/v1${path}`, headers: { cookie } }
  const answer = await web.ask(payload === undefined ? request : { ...request, payload })
  return { status: answer.statusCode, body: answer.body === '' ? null : answer.json() }
}

const deal = async (id: string | undefined) => (await ask('GET', `/deals/${id}`)).body

beforeAll(async () => {
  web = await startServer()
  cast = await makeCast()
  cookie = await web.signIn(cast.email.member)
  const { workspaceId: id, slug } = cast
  const workspace: TestWorkspace = {
    ...{ id, slug, door: web.door },
    run: (work) => web.door.inWorkspace(id, work),
  }
  hanako = await seedPerson(workspace, '山田 花子')
  ids = []
  for (const name of ['a', 'b', 'c']) {
    const people = [{ person: hanako.personId }]
    const { body } = await ask('POST', '/deals', { name, people, closesOn: '2026-06-30' })
    ids.push(body.id)
  }
  const { items } = (await ask('GET', '/pipelines')).body
  stages = items[0].stages.map((stage: { id: string }) => stage.id)
})

async function edit(change: object, of = ids) {
  const input = { subject: 'deal', ids: of, change }
  const preview = await ask('POST', '/bulk-edits/preview', input)
  const made = await ask('POST', '/bulk-edits', input)
  return {
    preview: preview.body,
    made,
    undo: () => ask('POST', `/bulk-edits/${made.body.id}/undo`),
  }
}

describe('many deals at once', () => {
  it('move to a stage, each with a move of its own, and back', async () => {
    const { preview, made, undo } = await edit({ kind: 'stage', stage: stages[1] })
    expect(preview).toMatchObject({ rows: 3, changes: 3, conflicts: 0 })
    expect(made.status).toBe(201)
    const moved = await deal(ids[0])
    expect(moved).toMatchObject({ stage: { id: stages[1] }, moves: [{ to: {} }, { from: null }] })
    // What was moved on since stays.
    await ask('PATCH', `/deals/${ids[1]}`, { stage: stages[2] })
    expect((await undo()).body).toMatchObject({ restored: 2, kept: 1 })
    expect(await deal(ids[0])).toMatchObject({ stage: { id: stages[0] } })
    expect(await deal(ids[1])).toMatchObject({ stage: { id: stages[2] } })
  })

  it('get a close date, or none', async () => {
    const { preview, undo } = await edit({ kind: 'closes-on', day: '2026-09-30' })
    expect(preview).toMatchObject({ changes: 3, conflicts: 3 })
    expect(await deal(ids[2])).toMatchObject({ closesOn: '2026-09-30' })
    await undo()
    expect(await deal(ids[2])).toMatchObject({ closesOn: '2026-06-30' })
    expect((await edit({ kind: 'closes-on', day: null })).made.status).toBe(201)
    expect(await deal(ids[2])).toMatchObject({ closesOn: null })
  })

  it('are lost for a reason, and won as they were won when that is undone', async () => {
    await ask('PATCH', `/deals/${ids[0]}`, { state: 'won' })
    const { closedAt } = await deal(ids[0])
    expect((await edit({ kind: 'state', state: 'lost' })).made.status).toBe(400)
    const lost = { kind: 'state', state: 'lost', lostReason: 'price', lostText: '高い: 2倍' }
    const { preview, undo } = await edit(lost)
    // Only the deal that was won has something to lose.
    expect(preview).toMatchObject({ changes: 3, conflicts: 1 })
    expect(await deal(ids[0])).toMatchObject({
      ...{ state: 'lost', lostReason: 'price', lostText: '高い: 2倍', outcomeNote: null },
    })
    expect((await undo()).body).toMatchObject({ restored: 3, kept: 0 })
    expect(await deal(ids[0])).toMatchObject({ state: 'won', closedAt, outcomeNote: 'recorded' })
    expect(await deal(ids[1])).toMatchObject({ state: 'open', lostReason: null, closedAt: null })
  })

  it('is for deals only', async () => {
    const input = { subject: 'person', ids: [hanako.personId] }
    const change = { kind: 'stage', stage: stages[0] }
    expect((await ask('POST', '/bulk-edits/preview', { ...input, change })).status).toBe(400)
  })
})

describe('lists of the pages', () => {
  it('narrow by the last contact and by who looks after nothing', async () => {
    const at = '2026-03-01T00:00:00Z'
    const met = { by: 'visit', summary: 'x', people: [hanako.personId], deal: ids[0], at }
    expect((await ask('POST', '/contacts', met)).status).toBe(201)
    const found = async (path: string) => (await ask('GET', path)).body.items.length
    expect(await found('/people?notContactedSince=2026-02-01')).toBe(0)
    expect(await found('/people?notContactedSince=2026-04-01')).toBe(1)
    expect(await found('/deals?notContactedSince=2026-02-01')).toBe(2)
    expect(await found('/deals?contactedSince=2026-02-01')).toBe(1)
    expect(await found('/deals?owner=nobody')).toBe(3)
    await ask('PATCH', `/deals/${ids[0]}`, { owner: cast.userId.member })
    expect(await found('/deals?owner=nobody')).toBe(2)
    expect(await found('/deals?owner=me')).toBe(1)
  })
})
