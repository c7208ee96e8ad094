import type { InjectOptions } from 'fastify'
import { beforeAll, describe, expect, it } from 'vitest'
import { seedPerson } from '#test/seed.ts'
import { type Cast, makeCast, startServer, type TestServer } from '#test/server.ts'
import { testDoor } from '#test/workspace.ts'
import { ROUTES } from './contract/index.ts'

let web: TestServer
let cast: Cast
let cookie: string
let a: string
let b: string

beforeAll(async () => {
  web = await startServer()
  cast = await makeCast()
  cookie = await web.signIn(cast.email.member)
  const id = cast.workspaceId
  const door = testDoor()
  const workspace = {
    ...{ id, slug: '', door },
    run: <T>(work: Parameters<typeof door.inWorkspace<T>>[1]) => door.inWorkspace(id, work),
  }
  a = (await seedPerson(workspace, '山田 太郎')).personId
  b = (await seedPerson(workspace, 'Taro')).personId
})

async function ask(method: 'GET' | 'POST' | 'PATCH' | 'DELETE', path: string, payload?: object) {
  const headers = { cookie }
  const request: InjectOptions = { method, url: `/api/v1${path}`, headers }
  const answer = await web.ask(payload === undefined ? request : { ...request, payload })
  return { status: answer.statusCode, body: answer.body === '' ? null : answer.json() }
}

describe('merges over HTTP', () => {
  it('are previewed, made, listed with their author, refused twice and taken back', async () => {
    const wanted = { keep: a, merge: b, fields: { displayName: 'merge' } }
    const about = { kind: 'person', id: b }
    await ask('POST', '/notes', { text: 'x', about })
    await ask('POST', '/tasks', { title: 'x', about })
    await ask('POST', '/deals', { name: 'x', people: [{ person: a }, { person: b }] })
    const at = '2026-01-01T00:00:00Z'
    await ask('POST', '/contacts', { by: 'phone', at, summary: 'x', people: [b] })
    const preview = await ask('POST', '/people/merges/preview', wanted)
    expect(ROUTES.postMergePreview.answer.parse(preview.body)).toMatchObject({
      ...{ keep: { person: { id: a } }, merge: { person: { id: b } }, isOneAlready: false },
      result: { handles: 2, rows: { deals: 1, tasks: 1, notes: 1, contacts: 1, relations: 0 } },
    })
    const made = await ask('POST', '/people/merges', wanted)
    expect(made.status).toBe(201)
    const { id } = ROUTES.postMerge.answer.parse(made.body)
    const twice = await ask('POST', '/people/merges', wanted)
    expect([twice.status, twice.body.code]).toEqual([409, 'conflict'])
    expect(twice.body.detail).toMatch(/already|すでに/)
    const mirrored = await ask('POST', '/people/merges', { keep: b, merge: a })
    expect(mirrored.status).toBe(409)
    const list = ROUTES.listMerges.answer.parse((await ask('GET', `/people/${b}/merges`)).body)
    expect(list.items).toMatchObject([
      {
        id,
        author: { id: cast.userId.member, name: expect.any(String) },
        undo: { person: { id: b } },
      },
    ])
    const undone = await ask('DELETE', `/people/merges/${id}`)
    expect(undone.status).toBe(200)
    expect(ROUTES.deleteMerge.answer.parse(undone.body).undoneAt).not.toBeNull()
    expect((await ask('DELETE', `/people/merges/${id}`)).status).toBe(409)
    const changes = await ask('GET', `/people/${a}/changes`)
    expect(
      ROUTES.listFieldChanges.answer.parse(changes.body).items.map(({ origin }) => origin),
    ).toEqual(['unmerge', 'merge'])
  })

  it('show owners by name, tags and wishes of both, and take the owner that is chosen', async () => {
    const { member, manager } = cast.userId
    await ask('PATCH', `/people/${a}/card`, { owner: member, newTags: ['常連'] })
    await ask('PATCH', `/people/${b}/card`, { owner: manager, newTags: ['招待'] })
    await ask('POST', `/people/${b}/do-not-contact`, { channel: 'mail', reason: 'x' })
    const wanted = { keep: a, merge: b, fields: { 'owner:main': 'merge' } }
    const { body } = await ask('POST', '/people/merges/preview', wanted)
    const { fields, together } = ROUTES.postMergePreview.answer.parse(body)
    const owner = fields.find(({ key }) => key === 'owner:main')
    expect(owner).toMatchObject({ field: 'owner', takes: 'merge', result: owner?.merge })
    expect([owner?.keep, owner?.merge]).not.toContain(member)
    expect(together).toEqual({
      tags: { keep: ['常連'], merge: ['招待'], result: ['常連', '招待'] },
      consents: { keep: [], merge: [], result: [] },
      doNotContact: { keep: [], merge: ['mail'], result: ['mail'] },
    })
    const unknown = await ask('POST', '/people/merges/preview', {
      ...wanted,
      fields: { owner: 'merge' },
    })
    expect(unknown.status).toBe(400)
    const made = await ask('POST', '/people/merges', wanted)
    const merge = ROUTES.postMerge.answer.parse(made.body)
    const written = merge.fields.find(({ field }) => field === 'owner')
    expect(written).toMatchObject({ before: owner?.keep, after: owner?.merge })
    const card = async () => (await ask('GET', `/people/${a}/card`)).body.owner.id
    expect(await card()).toBe(manager)
    await ask('DELETE', `/people/merges/${merge.id}`)
    expect(await card()).toBe(member)
  })

  it('say who is not the same, and take that back', async () => {
    const said = await ask('POST', '/people/not-same', { a: b, b: a })
    const { id, people } = ROUTES.postNotSame.answer.parse(said.body)
    expect([...people].sort()).toEqual([a, b].sort())
    expect((await ask('DELETE', `/people/not-same/${id}`)).status).toBe(204)
    expect((await ask('DELETE', `/people/not-same/${id}`)).status).toBe(404)
  })

  it('move an account, split it away, and refuse to take a person’s only one', async () => {
    const { body } = await ask('GET', `/people/${b}`)
    const handle = ROUTES.getPerson.answer.parse(body).handles[0]?.id
    const only = await ask('POST', `/people/${b}/handles/${handle}/split`)
    expect([only.status, only.body.code]).toEqual([409, 'conflict'])
    await ask('POST', '/people/merges', { keep: a, merge: b })
    const split = await ask('POST', `/people/${a}/handles/${handle}/split`)
    expect(split.status).toBe(201)
    const own = ROUTES.postHandleSplit.answer.parse(split.body)
    expect(own.handles.map((one) => one.id)).toEqual([handle])
    const other = ROUTES.getPerson.answer.parse((await ask('GET', `/people/${a}`)).body)
    const moved = await ask('POST', `/people/${a}/handles/${handle}/move`, { to: own.id })
    expect([other.handles.length, moved.status]).toEqual([1, 404])
  })
})
