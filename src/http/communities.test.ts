import { sql } from 'kysely'
import { beforeAll, describe, expect, it } from 'vitest'
import { insertCommunity } from '#test/communities.ts'
import { seedChannel, seedPerson, seedPost } from '#test/seed.ts'
import { type Cast, makeCast, startServer, type TestServer } from '#test/server.ts'
import { newId } from '#test/workspace.ts'

let web: TestServer
let cast: Cast
let cookie: string
let id: string

beforeAll(async () => {
  web = await startServer()
  cast = await makeCast(web.door)
  cookie = await web.signIn(cast.email.member)
  const run = <T>(work: Parameters<typeof web.door.inWorkspace<T>>[1]) =>
    web.door.inWorkspace(cast.workspaceId, work)
  const workspace = { id: cast.workspaceId, slug: '', door: web.door, run }
  const channel = await seedChannel(workspace, 'feed')
  const { handleId: handle } = await seedPerson(workspace, 'Sakura Aoki')
  const at = new Date(Date.now() - 3_600_000).toISOString()
  const activity = await seedPost(workspace, {
    at,
    by: handle,
    channel,
    text: 'coffee',
    lang: 'en',
  })
  const topic = newId()
  id = await run(async (tx) => {
    await sql`insert into topic (workspace_id, id, name, kind)
      values (${cast.workspaceId}, ${topic}, 'Coffee', 'own')`.execute(tx)
    return insertCommunity(tx, cast.workspaceId, { handle, topic, activity })
  })
})

const get = (path: string) => web.ask({ url: `/api/v1/communities${path}`, headers: { cookie } })
const send = (method: 'POST' | 'PATCH', path: string, payload: object) =>
  web.ask({ method, url: `/api/v1/communities${path}`, headers: { cookie }, payload })

describe('communities over HTTP', () => {
  it('are listed, mapped and looked at', async () => {
    const list = (await get('')).json()
    expect(list.items).toHaveLength(2)
    expect(list.run).toMatchObject({ communities: 2, isFinding: false })
    expect((await get('?q=COFFEE&limit=1')).json().items).toHaveLength(1)
    expect((await get('?join=true')).json().items).toEqual([])
    const map = (await get('/map')).json()
    expect([map.items.length, map.links.length, map.left]).toEqual([2, 1, 0])
    const one = (await get(`/${id}`)).json()
    expect(one.holders).toMatchObject([{ person: { name: 'Sakura Aoki' } }])
    expect(one.neighbours).toMatchObject([{ ties: 1 }])
    expect(one.topics).toMatchObject([{ name: 'Coffee', kind: 'own', posts: 1 }])
    expect(one.changes).toMatchObject([{ kind: 'born', others: [{ isFound: true }] }])
  })

  it('have people, posts and a picture', async () => {
    const people = (await get(`/${id}/members?q=aoki`)).json()
    expect(people.items).toMatchObject([{ person: { name: 'Sakura Aoki' }, isOurs: false }])
    expect((await get(`/${id}/members?q=nobody`)).json().items).toEqual([])
    expect((await get(`/${id}/posts?lang=en`)).json().items).toMatchObject([{ text: 'coffee' }])
    expect((await get(`/${id}/posts?lang=ja`)).json().items).toEqual([])
    const { nodes, edges } = (await get(`/${id}/graph?limit=50000`)).json()
    expect([nodes.names, edges.from]).toEqual([['Sakura Aoki'], []])
  })

  it('refuse what they cannot read', async () => {
    expect((await get('?cursor=x')).statusCode).toBe(400)
    expect((await get('?sort=beauty')).statusCode).toBe(400)
    expect((await get(`/${id}/members?cursor=${btoa('["NaN","x"]')}`)).statusCode).toBe(400)
    expect((await get(`/${id}/graph?limit=50001`)).statusCode).toBe(400)
    expect((await send('PATCH', `/${id}`, { name: '  ' })).statusCode).toBe(400)
    expect((await get(`/${newId()}`)).statusCode).toBe(404)
  })

  it('take a name and give it back, each as an event', async () => {
    const named = await send('PATCH', `/${id}`, { name: ' 珈琲の会 ' })
    expect(named.json()).toMatchObject({ name: '珈琲の会', phrases: ['coffee'] })
    expect((await get('?q=珈琲')).json().items).toMatchObject([{ id }])
    expect((await send('PATCH', `/${id}`, { name: null })).json().name).toBeNull()
    const { rows } = await web.door.inWorkspace(cast.workspaceId, (tx) =>
      sql`select from event where name = 'community.renamed' and subject_id = ${id}`.execute(tx),
    )
    expect(rows).toHaveLength(2)
  })

  it('are found anew once, however often that is asked for', async () => {
    for (let i = 0; i < 3; i++) {
      const answer = await send('POST', '/searches', {})
      expect([answer.statusCode, answer.json()]).toEqual([202, { isFinding: true }])
    }
    const { rows } = await web.door.inWorkspace(cast.workspaceId, (tx) =>
      sql`select from job where kind = 'find-communities'`.execute(tx),
    )
    expect(rows).toHaveLength(1)
    expect((await get('')).json().run.isFinding).toBe(true)
  })
})
