import { sql } from 'kysely'
import { beforeAll, describe, expect, it } from 'vitest'
import { seedChannel, seedPerson, seedPost, seedTopic } from '#test/seed.ts'
import { type Cast, makeCast, startServer, type TestServer } from '#test/server.ts'
import { newId, type TestWorkspace, testDoor } from '#test/workspace.ts'

const DAY_MS = 86_400_000
/** So many days ago in Japan, where the workspace is. */
const daysAgo = (days: number) =>
  new Date(Date.now() + 9 * 3_600_000 - days * DAY_MS).toISOString().slice(0, 10)

let web: TestServer
let cast: Cast
let cookie: string
let workspace: TestWorkspace

beforeAll(async () => {
  web = await startServer()
  cast = await makeCast()
  cookie = await web.signIn(cast.email.owner)
  const { workspaceId: id } = cast
  const door = testDoor()
  workspace = { id, slug: '', door, run: (work) => door.inWorkspace(id, work) }
  await workspace.run((tx) => sql`update workspace set time_zone = 'Asia/Tokyo'`.execute(tx))
})

type Method = 'GET' | 'POST' | 'PATCH' | 'PUT' | 'DELETE'

async function ask(method: Method, path: string, payload?: object) {
  const request = { method, url: `/api/v1${path}`, headers: { cookie } }
  const answer = await web.ask(payload === undefined ? request : { ...request, payload })
  return { status: answer.statusCode, body: answer.body === '' ? null : answer.json() }
}

async function merge(id: string, into: string): Promise<void> {
  await workspace.run((tx) =>
    tx.updateTable('person').set({ merged_into: into }).where('id', '=', id).execute(),
  )
}

const unmerge = (id: string) =>
  workspace.run((tx) =>
    tx.updateTable('person').set({ merged_into: null }).where('id', '=', id).execute(),
  )

/** A programme of thirty days for a kind of its own, with one member at each health. */
async function openProgramme(names: { nameJa: string; nameEn: string }) {
  const kind = (await ask('POST', '/relation-kinds', names)).body.id
  const wanted = { kind, rhythmDays: 30, owner: cast.userId.owner }
  const { body: programme } = await ask('POST', '/programmes', wanted)
  const people = new Map<string, string>()
  for (const [name, since] of Object.entries({ good: 5, due: 30, overdue: 45, lapsing: 80 })) {
    const { personId } = await seedPerson(workspace, name)
    people.set(name, personId)
    await ask('POST', `/people/${personId}/relations`, { kind, since: daysAgo(since) })
  }
  const path = `/programmes/${programme.id}`
  const list = async (query = '') => (await ask('GET', `${path}/members${query}`)).body
  const healths = async () => {
    const { items } = (await ask('GET', '/programmes')).body
    return items.find((one: { id: string }) => one.id === programme.id).healths
  }
  return { programme, people, path, list, healths, wanted }
}

interface Member {
  of: { name: string }
  health: string
  lateDays: number
}

describe('programmes', () => {
  it('say how they stand with whom, by the day of the next contact', async () => {
    const opened = await openProgramme({ nameJa: '株主', nameEn: 'Holder' })
    const { programme, list, healths, wanted } = opened
    expect(programme).toMatchObject({
      rhythmDays: 30,
      toThank: 0,
      owner: { id: cast.userId.owner },
    })
    expect((await ask('POST', '/programmes', wanted)).status).toBe(409)
    const { items } = await list()
    const stand = ({ of, health, lateDays }: Member) => [of.name, health, lateDays]
    expect(items.map(stand)).toEqual([
      ['lapsing', 'lapsing', 50],
      ['overdue', 'overdue', 15],
      ['due', 'due', 0],
      ['good', 'good', -25],
    ])
    expect(await healths()).toEqual({ good: 1, due: 1, overdue: 1, lapsing: 1 })
    expect((await list('?health=overdue')).items).toHaveLength(1)
    expect((await list('?q=LAPS')).items).toHaveLength(1)
    expect((await list(`?owner=${newId()}`)).items).toEqual([])
    const paged = await list('?limit=3')
    expect(paged.items).toHaveLength(3)
    const rest = await list(`?limit=3&cursor=${paged.next}`)
    expect(rest.items.map(({ of }: Member) => of.name)).toEqual(['good'])
  })

  it('take contacts and days agreed on into account, of merged people together', async () => {
    const opened = await openProgramme({ nameJa: '出資者', nameEn: 'Funder' })
    const { people, path, list, healths } = opened
    const person = people.get('lapsing')
    expect((await ask('POST', `${path}/contacts`, { person, onDay: daysAgo(-1) })).status).toBe(400)
    expect((await ask('POST', `${path}/contacts`, {})).status).toBe(400)
    const logged = await ask('POST', `${path}/contacts`, { person, what: '電話' })
    expect(logged).toMatchObject({ status: 201, body: { what: '電話', onDay: daysAgo(0) } })
    expect(await healths()).toEqual({ good: 2, due: 1, overdue: 1, lapsing: 0 })
    const other = people.get('good')
    await ask('PUT', `${path}/members`, { person: other, nextOn: daysAgo(20), owner: newId() })
    const agreed = (await list('?q=good')).items[0]
    expect(agreed).toMatchObject({
      isAgreed: true,
      nextOn: daysAgo(20),
      health: 'overdue',
      owner: { name: null },
    })
    // A contact after the day agreed on: the rhythm counts again; the owner stays.
    await ask('POST', `${path}/contacts`, { person: other })
    expect((await list('?q=good')).items[0]).toMatchObject({
      isAgreed: false,
      health: 'good',
      owner: { name: null },
    })
    const contacts = await ask('GET', `${path}/contacts?person=${person}`)
    expect(contacts.body.items).toMatchObject([{ what: '電話' }])
    // Merged, one is in the programme, with the contacts of both.
    await merge(people.get('overdue') ?? '', person ?? '')
    expect(await healths()).toEqual({ good: 2, due: 1, overdue: 0, lapsing: 0 })
    await unmerge(people.get('overdue') ?? '')
    expect(await healths()).toEqual({ good: 2, due: 1, overdue: 1, lapsing: 0 })
    await ask('DELETE', `${path}/contacts/${logged.body.id}`)
    expect(await healths()).toEqual({ good: 1, due: 1, overdue: 1, lapsing: 1 })
    expect((await ask('DELETE', path)).status).toBe(204)
    expect((await ask('GET', `${path}/members`)).status).toBe(404)
  })
})

describe('contacts outside the net', () => {
  it('count in every programme of those who were there, also of merged people', async () => {
    const { people, path, list, healths } = await openProgramme({
      nameJa: '顧問',
      nameEn: 'Adviser',
    })
    const [lapsing, overdue] = [people.get('lapsing'), people.get('overdue')]
    const called = await ask('POST', '/contacts', {
      ...{ by: 'phone', summary: '近況を聞いた', people: [lapsing] },
      at: `${daysAgo(3)}T01:00:00+09:00`,
    })
    expect(called.status).toBe(201)
    const [member] = (await list('?q=lapsing')).items
    expect(member).toMatchObject({ health: 'good', lastOn: daysAgo(3), lastThanks: null })
    // What is planned has not taken place.
    await ask('POST', '/contacts', {
      ...{ by: 'visit', summary: '訪問の予定', people: [overdue] },
      at: `${daysAgo(-3)}T10:00:00+09:00`,
    })
    expect((await list('?q=overdue')).items[0]).toMatchObject({ health: 'overdue', lastOn: null })
    await ask('POST', `${path}/contacts`, { person: lapsing, what: '記念品', isThanks: true })
    const { body } = await ask('GET', `${path}/contacts?person=${lapsing}`)
    expect(body.items).toMatchObject([
      { what: '記念品', by: null, onDay: daysAgo(0), isThanks: true },
      { what: '近況を聞いた', by: 'phone', onDay: daysAgo(3), isThanks: false, id: called.body.id },
    ])
    const rest = await ask('GET', `${path}/contacts?person=${lapsing}&limit=1`)
    const next = `limit=1&cursor=${rest.body.next}`
    const second = await ask('GET', `${path}/contacts?person=${lapsing}&${next}`)
    expect(second.body).toMatchObject({ items: [{ by: 'phone' }], next: null })
    await ask('DELETE', `${path}/contacts/${body.items[0].id}`)
    await merge(lapsing ?? '', overdue ?? '')
    expect(await healths()).toEqual({ good: 2, due: 1, overdue: 0, lapsing: 0 })
    await unmerge(lapsing ?? '')
    expect((await ask('DELETE', `/contacts/${called.body.id}`)).status).toBe(204)
    expect(await healths()).toEqual({ good: 1, due: 1, overdue: 1, lapsing: 1 })
  })
})

describe('a programme for advocates', () => {
  it('names those who have not been thanked yet', async () => {
    const channel = await seedChannel(workspace, 'talk')
    const topic = await seedTopic(workspace, `みつばち号 ${newId()}`)
    const { personId, handleId } = await seedPerson(workspace, 'Advocate')
    await ask('POST', `/people/${personId}/relations`, { kind: 'advocate' })
    const { body: programme } = await ask('POST', '/programmes', {
      kind: 'advocate',
      rhythmDays: 90,
    })
    const say = (days: number, stance: 'for' | 'against' = 'for') =>
      seedPost(workspace, {
        ...{
          at: new Date(Date.now() - days * DAY_MS).toISOString(),
          by: handleId,
          channel,
          text: 'x',
        },
        ...{ stage: 'recommendation', stance, topics: [topic] },
      })
    await say(9)
    await say(8, 'against')
    const newest = await say(7)
    const owed = async () =>
      (await ask('GET', `/programmes/${programme.id}/members?thanks=owed`)).body.items
    expect(await owed()).toMatchObject([{ of: { id: personId }, toThankFor: { count: 2, newest } }])
    const thanks = {
      person: personId,
      isThanks: true,
      what: '新製品をお送りした',
      onDay: daysAgo(3),
    }
    await ask('POST', `/programmes/${programme.id}/contacts`, thanks)
    expect(await owed()).toEqual([])
    const [member] = (await ask('GET', `/programmes/${programme.id}/members?q=advocate`)).body.items
    expect(member.lastThanks).toEqual({ onDay: daysAgo(3), what: '新製品をお送りした' })
    await say(1)
    expect(await owed()).toMatchObject([{ toThankFor: { count: 1 } }])
    const all = (await ask('GET', '/programmes')).body.items
    expect(all).toContainEqual(expect.objectContaining({ kind: 'advocate', toThank: 1 }))
  })
})
