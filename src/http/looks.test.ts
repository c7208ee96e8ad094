import { beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { seedPerson } from '#test/seed.ts'
import { type Cast, makeCast, startServer, type TestServer } from '#test/server.ts'
import { type TestWorkspace, testDoor } from '#test/workspace.ts'
import { ROUTES, type RouteName } from './contract/index.ts'
import type { Route } from './contract/route.ts'
import { isLookAtOne, LOOKS, NOT_LOOKS, peopleIn } from './looks.ts'

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
})

const get = (path: string, headers: Record<string, string> = { cookie }) =>
  web.ask({ method: 'GET', url: `/api/v1${path}`, headers })

async function looks(query = '') {
  return (await get(`/privacy/looks${query}`)).json().items
}

const NAMES = ['personId', 'displayName', 'person', 'people', 'handleId', 'actor']

/** Whether what a route answers can name people. */
function namesPeople({ answer }: Route): boolean {
  if (typeof answer === 'string') return answer !== 'none'
  const told = JSON.stringify(z.toJSONSchema(answer, { unrepresentable: 'any', io: 'input' }))
  return NAMES.some((name) => told.includes(`"${name}":`))
}

describe('the access log', () => {
  it('knows of every route that tells of people whether it is a look, or why not', () => {
    const reading = (Object.entries(ROUTES) as [RouteName, Route][]).filter(
      ([, route]) => route.method === 'GET' && namesPeople(route),
    )
    expect(reading.length).toBeGreaterThan(50)
    const unknown = reading
      .map(([name]) => name)
      .filter((name) => !(name in LOOKS || name in NOT_LOOKS || isLookAtOne(name)))
    expect(unknown).toEqual([])
  })

  it('counts whom an answer names', () => {
    const person = { id: 'a', displayName: 'A' }
    const answer = {
      items: [{ person, actor: { personId: 'b' } }, { people: [person, { id: 'c' }] }],
    }
    expect([...peopleIn('listDeals', answer)].toSorted()).toEqual(['a', 'b', 'c'])
    expect(peopleIn('listPeople', { items: [{ id: 'p' }, { id: 'q' }] }).size).toBe(2)
  })

  it('has one line an hour of a list, another of a search, and each export with its count', async () => {
    await seedPerson(workspace, '見られる 人')
    await seedPerson(workspace, '見られる 友')
    await get('/people')
    await get('/people')
    await get(`/people?q=${encodeURIComponent('見られる')}`)
    expect(await looks('?kind=listed')).toMatchObject([
      { place: 'people', requests: 2, people: 2, isKey: false, by: { id: cast.userId.owner } },
    ])
    expect(await looks('?kind=searched')).toMatchObject([
      { place: 'people', requests: 1, people: 2 },
    ])
    await get('/export/people-csv')
    await get('/export/people-csv')
    expect(await looks('?kind=exported')).toMatchObject([
      { place: 'log', people: 2, requests: 1 },
      { place: 'log', people: 2, requests: 1 },
    ])
    expect(JSON.stringify(await looks())).not.toContain('見られる')
    expect(
      (await get('/privacy/looks?member=00000000-0000-7000-8000-000000000000')).json().items,
    ).toEqual([])
  })

  it('has a look at one person whatever part of them was asked for', async () => {
    const { personId } = await seedPerson(workspace, '履歴 だけ')
    await get(`/people/${personId}/timeline`)
    const { items } = (await get(`/people/${personId}/accesses`)).json()
    expect(items).toMatchObject([{ kind: 'viewed', memberId: cast.userId.owner }])
  })
})
