import { sql } from 'kysely'
import { beforeAll, describe, expect, it } from 'vitest'
import { type SeededPerson, seedChannel, seedPerson, seedPost } from '#test/seed.ts'
import { type Cast, makeCast, startServer, type TestServer } from '#test/server.ts'
import { newId, type TestWorkspace } from '#test/workspace.ts'
import type { Role } from '#vocabulary/index.ts'
import type { Contact } from './contract/contacts.ts'
import type { Note } from './contract/notes.ts'
import type { Task } from './contract/tasks.ts'
import type { TimelineItem } from './contract/timeline.ts'

type List<Item> = { items: Item[]; next: string | null }
type Refusable<T> = T & { field?: string }

let web: TestServer
let cast: Cast
let workspace: TestWorkspace
const cookies = new Map<Role, string>()

beforeAll(async () => {
  web = await startServer()
  cast = await makeCast()
  for (const role of ['manager', 'member', 'viewer'] as const) {
    cookies.set(role, await web.signIn(cast.email[role]))
  }
  const { workspaceId: id, slug } = cast
  workspace = { id, slug, door: web.door, run: (work) => web.door.inWorkspace(id, work) }
})

async function ask<Body>(
  method: 'GET' | 'POST' | 'PATCH' | 'DELETE',
  path: string,
  body?: object,
  role: Role = 'member',
) {
  const headers = { cookie: cookies.get(role) ?? '' }
  const request = { method, url: `/api/v1${path}`, headers }
  const answer = await web.ask(body === undefined ? request : { ...request, payload: body })
  return { status: answer.statusCode, body: (answer.body && answer.json()) as Body }
}

async function add<Body>(path: string, body: object, role: Role = 'member'): Promise<Body> {
  const answer = await ask<Body>('POST', path, body, role)
  expect([path, answer.status, answer.body]).toEqual([path, 201, answer.body])
  return answer.body
}

async function titles(query: string, role: Role = 'member'): Promise<string[]> {
  const { body } = await ask<List<Task>>('GET', `/tasks?${query}`, undefined, role)
  return body.items.map(({ title }) => title)
}

function about(kind: 'person' | 'organisation' | 'deal', id: string) {
  return { about: { kind, id } }
}

describe('tasks', () => {
  it('are overdue from the end of their day in their own time zone, or from their time', async () => {
    const day = await add<Task>('/tasks', { title: 'day', due: { on: '2026-03-08' } })
    expect(day).toMatchObject({
      due: { on: '2026-03-08', time: null, timeZone: 'Asia/Tokyo' },
      ...{ dueAt: '2026-03-08T15:00:00.000Z', isOverdue: true, owner: { name: 'member' } },
    })
    // The day on which New York's clocks go forward has 23 hours.
    const there = { on: '2026-03-08', timeZone: 'America/New_York' }
    const early = await add<Task>('/tasks', { title: 'ny', due: { ...there, time: '09:30' } })
    expect(early.dueAt).toBe('2026-03-08T13:30:00.000Z')
    const whole = await add<Task>('/tasks', { title: 'ny day', due: there })
    expect(whole.dueAt).toBe('2026-03-09T04:00:00.000Z')
    const later = await add<Task>('/tasks', { title: 'later', due: { on: '2999-01-01' } })
    expect(later.isOverdue).toBe(false)
    const nowhere = { title: 'x', due: { on: '2026-01-01', timeZone: 'Mars/Olympus' } }
    expect((await ask<Refusable<Task>>('POST', '/tasks', nowhere)).body.field).toBe('timeZone')
    await add('/tasks', { title: 'some day' })
    expect(await titles('owner=me')).toEqual(['ny', 'day', 'ny day', 'later', 'some day'])
    expect(await titles('owner=me&state=overdue')).toEqual(['ny', 'day', 'ny day'])
    expect(await titles('owner=me', 'manager')).toEqual([])
  })

  it('done, keep who and when, and come back when they are opened', async () => {
    const task = await add<Task>('/tasks', { title: '見積を送る', owner: cast.userId.manager })
    const path = `/tasks/${task.id}`
    const done = await ask<Task>('PATCH', path, { isDone: true })
    expect(done.body).toMatchObject({ doneBy: { name: 'member' }, owner: { name: 'manager' } })
    const again = await ask<Task>('PATCH', path, { isDone: true }, 'manager')
    expect(again.body).toMatchObject({ doneAt: done.body.doneAt, doneBy: { name: 'member' } })
    expect(await titles('q=見積&state=done')).toEqual(['見積を送る'])
    expect((await ask<Task>('PATCH', path, { isDone: false })).body.doneAt).toBeNull()
    expect(await titles('q=見積')).toEqual(['見積を送る'])
    expect((await ask('DELETE', path)).status).toBe(204)
    expect((await ask('DELETE', path)).status).toBe(404)
  })

  it('come page by page by due time, those without last', async () => {
    const pages: string[] = []
    for (let next: string | null = ''; next !== null; ) {
      const cursor: string = next === '' ? '' : `&cursor=${next}`
      const page = await ask<List<Task>>('GET', `/tasks?owner=me&limit=1${cursor}`)
      pages.push(...page.body.items.map(({ title }) => title))
      next = page.body.next
    }
    expect(pages).toEqual(await titles('owner=me'))
    expect((await ask('GET', '/tasks?cursor=WyJkdWUiLCJ4IiwieSJd')).status).toBe(400)
  })
})

describe('notes', () => {
  it('call members, who find what calls them', async () => {
    const { personId } = await seedPerson(workspace, '佐藤 光')
    const mentions = [cast.userId.manager]
    const text = '@manager 来週の訪問をお願いします'
    const note = await add<Note>('/notes', { text, ...about('person', personId), mentions })
    expect(note).toMatchObject({
      about: { kind: 'person', name: '佐藤 光' },
      author: { name: 'member' },
      mentions: [{ name: 'manager' }],
    })
    const calling = async (role: Role) =>
      (await ask<List<Note>>('GET', '/notes?mentions=me', undefined, role)).body.items.length
    expect([await calling('manager'), await calling('member')]).toEqual([1, 0])
    const stranger = { text, ...about('person', personId), mentions: [newId()] }
    expect((await ask<Refusable<Note>>('POST', '/notes', stranger)).body.field).toBe('mentions')
  })

  it('are changed by their author and by managers, and by nobody else', async () => {
    const { personId } = await seedPerson(workspace, '鈴木')
    const note = await add<Note>('/notes', { text: 'a', ...about('person', personId) }, 'manager')
    const path = `/notes/${note.id}`
    expect((await ask('PATCH', path, { text: 'b' })).status).toBe(403)
    expect((await ask('DELETE', path)).status).toBe(403)
    const changed = await ask<Note>('PATCH', path, { text: 'b' }, 'manager')
    expect(changed.body).toMatchObject({ text: 'b', editedAt: expect.any(String) })
    expect((await ask('DELETE', path, undefined, 'manager')).status).toBe(204)
  })
})

describe('contacts', () => {
  it('say how, when, with whom and by which of us', async () => {
    const { personId } = await seedPerson(workspace, '高橋')
    const said = { by: 'exhibition', at: '2026-04-01T01:00:00Z', summary: 'ブースで名刺交換' }
    const contact = await add<Contact>('/contacts', { ...said, people: [personId] })
    expect(contact).toMatchObject({
      ...{ by: 'exhibition', people: [{ name: '高橋' }], member: { name: 'member' } },
    })
    const found = await ask<List<Contact>>('GET', '/contacts?q=名刺&from=2026-04-01&to=2026-04-01')
    expect(found.body.items.map(({ id }) => id)).toEqual([contact.id])
    const none = await ask<List<Contact>>('GET', '/contacts?q=名刺&to=2026-03-31')
    expect(none.body.items).toEqual([])
    // The talk took place, whatever becomes of the deal.
    const deal = await add<{ id: string }>('/deals', { name: 'gone' })
    await ask('PATCH', `/contacts/${contact.id}`, { deal: deal.id })
    expect((await ask('DELETE', `/deals/${deal.id}`)).status).toBe(204)
    const { body: left } = await ask<List<Contact>>('GET', `/contacts?person=${personId}`)
    expect(left.items).toMatchObject([{ id: contact.id, deal: null }])
    const nobody = await ask<Refusable<Contact>>('POST', '/contacts', said)
    expect([nobody.status, nobody.body.field]).toEqual([400, 'people'])
    const emptied = await ask('PATCH', `/contacts/${contact.id}`, { people: [] })
    expect(emptied.status).toBe(400)
  })
})

/** What happens with somebody: a post, and one thing of each kind that colleagues do. */
async function liveThrough(one: SeededPerson, name: string): Promise<void> {
  const channel = await seedChannel(workspace, name)
  const post = { at: '2026-01-01T00:00:00Z', by: one.handleId, channel, text: `${name} posts` }
  await seedPost(workspace, post)
  await add('/notes', { text: `${name} noted`, ...about('person', one.personId) })
  await add('/tasks', { title: `${name} to do`, ...about('person', one.personId) })
  const at = '2026-02-01T00:00:00Z'
  const people = [one.personId]
  await add('/contacts', { by: 'phone', at, summary: `${name} called`, people })
  await add('/deals', { name: `${name} deal`, people: [{ person: one.personId }], state: 'won' })
}

async function lineOf(path: string): Promise<string[]> {
  const { body, status } = await ask<List<TimelineItem>>('GET', path)
  expect(status).toBe(200)
  return body.items.map(wordsOf)
}

function wordsOf(item: TimelineItem): string {
  switch (item.kind) {
    case 'activity':
      return item.outcome?.about === undefined
        ? (item.text ?? '')
        : `outcome ${item.outcome?.about}`
    case 'note':
      return item.text
    case 'task':
      return item.title
    case 'deal':
      return item.deal.name
    case 'contact':
      return item.summary
    case 'merge':
      return `${item.merged.name} is ${item.keep.name}`
    case 'relation':
      return `${item.of.name} ${item.relation}`
  }
}

const LINE = (name: string) => [
  ...[`${name} called`, `${name} deal`, `${name} noted`, `${name} posts`, `${name} to do`],
  `outcome ${name} deal`,
]

describe('one line in time', () => {
  it('shows all kinds newest first, by pages as well as whole, and narrowed to some', async () => {
    const one = await seedPerson(workspace, '伊藤')
    await liveThrough(one, 'ito')
    const path = `/people/${one.personId}/timeline`
    const whole = await ask<List<TimelineItem>>('GET', path)
    expect(whole.body.items.map(wordsOf).sort()).toEqual(LINE('ito').sort())
    const times = whole.body.items.map(({ at }) => at)
    expect(times).toEqual([...times].sort().reverse())
    for (const limit of [1, 2, 4]) {
      const paged: string[] = []
      for (let next: string | null = ''; next !== null; ) {
        const cursor: string = next === '' ? '' : `&cursor=${next}`
        const page = await ask<List<TimelineItem>>('GET', `${path}?limit=${limit}${cursor}`)
        paged.push(...page.body.items.map(({ id }) => id))
        next = page.body.next
      }
      expect(paged).toEqual(whole.body.items.map(({ id }) => id))
    }
    expect(await lineOf(`${path}?kind=note`)).toEqual(['ito noted'])
    expect((await lineOf(`${path}?kind=deal,contact`)).sort()).toEqual(['ito called', 'ito deal'])
    expect((await ask('GET', `${path}?kind=gossip`)).status).toBe(400)
    expect((await ask('GET', `${path}?cursor=WyIxIiwieCJd`)).status).toBe(400)
  })

  it('of a root shows what was said of all that were merged into it, and no more after an unmerge', async () => {
    const [root, other] = [await seedPerson(workspace, 'r'), await seedPerson(workspace, 'o')]
    await liveThrough(root, 'root')
    await liveThrough(other, 'other')
    const path = `/people/${root.personId}/timeline`
    const merge = (into: string | null) =>
      workspace.run((tx) =>
        sql`update person set merged_into = ${into}::uuid where id = ${other.personId}::uuid`.execute(
          tx,
        ),
      )
    await merge(root.personId)
    expect((await lineOf(path)).sort()).toEqual([...LINE('other'), ...LINE('root')].sort())
    expect(await lineOf(`/people/${other.personId}/timeline`)).toEqual(await lineOf(path))
    const lists = ['notes', 'tasks', 'contacts', 'deals'].map(async (noun) => {
      const { body } = await ask<List<object>>('GET', `/${noun}?person=${root.personId}`)
      return body.items.length
    })
    expect(await Promise.all(lists)).toEqual([2, 2, 2, 2])
    const { body: notes } = await ask<List<Note>>('GET', `/notes?person=${other.personId}`)
    expect(new Set(notes.items.map((note) => note.about.id))).toEqual(new Set([root.personId]))
    await merge(null)
    expect((await lineOf(path)).sort()).toEqual(LINE('root').sort())
    expect((await lineOf(`/people/${other.personId}/timeline`)).sort()).toEqual(
      LINE('other').sort(),
    )
  })

  it('of an organisation shows its people and itself, and of a deal what was done for it', async () => {
    const { id } = await add<{ id: string }>('/organisations', { name: '加藤製作所' })
    const kato = await seedPerson(workspace, '加藤')
    await liveThrough(kato, 'kato')
    await add(`/organisations/${id}/people`, { person: kato.personId })
    await add('/notes', { text: 'of the house', ...about('organisation', id) })
    const deal = await add<{ id: string }>('/deals', { name: 'house deal', organisation: id })
    await add('/tasks', { title: 'for the deal', ...about('deal', deal.id) })
    const house = ['for the deal', 'house deal', 'of the house']
    const line = await lineOf(`/organisations/${id}/timeline`)
    expect(line.sort()).toEqual([...LINE('kato'), ...house].sort())
    await add(`/organisations/${id}/relations`, { kind: 'partner' })
    const related = await lineOf(`/organisations/${id}/timeline?kind=relation`)
    expect(related).toEqual(['加藤製作所 partner'])
    const ofDeal = await lineOf(`/deals/${deal.id}/timeline`)
    expect(ofDeal.sort()).toEqual(['for the deal', 'house deal'])
  })

  it('tells who was found to be one, and what they became to us', async () => {
    const [one, other] = [await seedPerson(workspace, '大野'), await seedPerson(workspace, 'Ono')]
    await add(`/people/${other.personId}/relations`, { kind: 'media', since: '2020-04-01' })
    const { id } = await add<{ id: string }>('/people/merges', {
      ...{ keep: one.personId, merge: other.personId },
    })
    const path = `/people/${one.personId}/timeline`
    expect(await lineOf(path)).toEqual(['Ono is 大野', '大野 media'])
    const { body: standing } = await ask<List<TimelineItem>>('GET', `${path}?kind=merge,relation`)
    expect(standing.items).toMatchObject([
      { id, at: expect.any(String), author: { name: 'member' }, undoneAt: null },
      { since: '2020-04-01', until: null, source: 'member', author: { name: 'member' } },
    ])
    await ask('DELETE', `/people/merges/${id}`)
    expect(await lineOf(path)).toEqual(['Ono is 大野'])
    expect(await lineOf(`/people/${other.personId}/timeline`)).toEqual(['Ono is 大野', 'Ono media'])
    const { body: undone } = await ask<List<TimelineItem>>('GET', path)
    expect(undone.items).toMatchObject([{ id, undoneAt: expect.any(String) }])
  })
})
