import { beforeAll, describe, expect, it } from 'vitest'
import { seedPerson } from '#test/seed.ts'
import { type Cast, makeCast, startServer, type TestServer } from '#test/server.ts'
import { type TestWorkspace, testDoor } from '#test/workspace.ts'

let web: TestServer
let cast: Cast
let person: string
const cookies: Record<string, string> = {}

beforeAll(async () => {
  web = await startServer()
  cast = await makeCast()
  for (const role of ['owner', 'member'] as const)
    cookies[role] = await web.signIn(cast.email[role])
  const door = testDoor()
  const { workspaceId: id } = cast
  const workspace: TestWorkspace = { id, slug: '', door, run: (work) => door.inWorkspace(id, work) }
  person = (await seedPerson(workspace, '岸本 糸')).personId
})

type Method = 'GET' | 'POST' | 'PATCH' | 'DELETE'

async function ask(who: 'owner' | 'member', method: Method, path: string, payload?: object) {
  const request = { method, url: `/api/v1${path}`, headers: { cookie: cookies[who] ?? '' } }
  const answer = await web.ask(payload === undefined ? request : { ...request, payload })
  return { status: answer.statusCode, body: answer.body === '' ? null : answer.json() }
}

const inbox = async (who: 'owner' | 'member', query = '') =>
  (await ask(who, 'GET', `/notices${query}`)).body

describe('notices', () => {
  it('tell a member of mentions, tasks and hand-overs, once each, and not of their own doing', async () => {
    const { owner, member } = cast.userId
    const about = { kind: 'person', id: person }
    const note = await ask('owner', 'POST', '/notes', {
      ...{ about, text: '@member 見てください', mentions: [member, owner] },
    })
    expect(note.status).toBe(201)
    await ask('owner', 'PATCH', `/notes/${note.body.id}`, { text: '改', mentions: [member] })
    const task = await ask('owner', 'POST', '/tasks', { title: '電話する', owner: member, about })
    expect(await inbox('owner')).toMatchObject({ items: [], unseen: 0 })
    const told = await inbox('member')
    expect(told).toMatchObject({
      unseen: 2,
      items: [
        { kind: 'task-given', text: '電話する', isSeen: false, author: { id: owner } },
        { kind: 'mentioned', text: '改', about: { kind: 'person', name: '岸本 糸' } },
      ],
    })
    await ask('member', 'PATCH', `/notices/${told.items[0].id}`, { isSeen: true })
    expect(await inbox('member')).toMatchObject({ unseen: 1, items: [{ isSeen: true }, {}] })
    expect((await inbox('member', '?unseen=true')).items).toHaveLength(1)
    await ask('member', 'PATCH', `/notices/${told.items[0].id}`, { isSeen: false })
    await ask('member', 'POST', '/notices/seen', { upTo: told.items[0].id })
    expect(await inbox('member')).toMatchObject({ unseen: 0 })
    // Somebody else's notice is nobody's business.
    const foreign = await ask('owner', 'PATCH', `/notices/${told.items[0].id}`, { isSeen: true })
    expect(foreign.status).toBe(404)
    // Given to somebody else, or no longer called: it concerns them no more.
    await ask('owner', 'PATCH', `/tasks/${task.body.id}`, { owner })
    await ask('owner', 'PATCH', `/notes/${note.body.id}`, { mentions: [] })
    expect(await inbox('member')).toMatchObject({ items: [] })
  })

  it('tell of a hand-over as one, whatever tasks come with it', async () => {
    const { owner, member } = cast.userId
    const about = { kind: 'person', id: person }
    for (const title of ['一', '二']) {
      expect((await ask('owner', 'POST', '/tasks', { title, owner, about })).status).toBe(201)
    }
    const made = await ask('owner', 'POST', '/handovers', {
      ...{ giver: owner, receiver: member, reason: 'transfer', summary: '東日本の担当替え' },
    })
    expect(made.status).toBe(201)
    expect(await inbox('member')).toMatchObject({
      unseen: 1,
      items: [{ kind: 'handed-over', text: '東日本の担当替え', handoverId: made.body.id }],
    })
  })
})
