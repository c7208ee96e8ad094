import { beforeAll, describe, expect, it } from 'vitest'
import { seedPerson } from '#test/seed.ts'
import { type Cast, makeCast, startServer, type TestServer, workspaceOf } from '#test/server.ts'
import { ROUTES } from './contract/index.ts'

let web: TestServer
let cast: Cast
let cookie: string
let a: string
let b: string

async function ask(method: 'GET' | 'POST' | 'PATCH' | 'DELETE', path: string, payload?: object) {
  const request = { method, url: `/api/v1${path}`, headers: { cookie } }
  const answer = await web.ask(payload === undefined ? request : { ...request, payload })
  return { status: answer.statusCode, body: answer.body === '' ? null : answer.json() }
}

beforeAll(async () => {
  web = await startServer()
  cast = await makeCast()
  cookie = await web.signIn(cast.email.member)
  a = (await ask('POST', '/organisations', { name: '縁商事', url: 'https://enishi.example' })).body
    .id
  const other = { name: 'Enishi Trading', url: 'https://www.enishi.example/en' }
  b = (await ask('POST', '/organisations', other)).body.id
})

describe('merges of organisations over HTTP', () => {
  it('are proposed, previewed, made with choices, listed, refused twice and taken back', async () => {
    const { items } = (await ask('GET', `/organisations/lookalikes?organisation=${a}`)).body
    expect(items).toMatchObject([{ reasons: ['domain'] }])
    await ask('PATCH', `/organisations/${b}/card`, { owner: cast.userId.member })
    const wanted = { keep: a, merge: b, fields: { name: 'merge' } }
    const preview = await ask('POST', '/organisations/merges/preview', wanted)
    const shown = ROUTES.postOrganisationMergePreview.answer.parse(preview.body)
    expect(shown.fields).toMatchObject([
      { field: 'name', keep: '縁商事', merge: 'Enishi Trading', result: 'Enishi Trading' },
      { field: 'nameReading', keep: null, merge: null },
      { field: 'url', takes: 'keep' },
      { field: 'owner:main', keep: null, merge: 'member', takes: 'merge' },
    ])
    const made = await ask('POST', '/organisations/merges', wanted)
    expect(made.status).toBe(201)
    const merge = ROUTES.postOrganisationMerge.answer.parse(made.body)
    expect(merge).toMatchObject({ author: { name: 'member' }, evidence: ['domain'] })
    expect((await ask('POST', '/organisations/merges', wanted)).status).toBe(409)
    expect((await ask('GET', `/organisations/${b}`)).body).toMatchObject({
      ...{ id: a, name: 'Enishi Trading' },
    })
    expect((await ask('GET', `/organisations/${a}/card`)).body).toMatchObject({
      owner: { id: cast.userId.member },
    })

    // Whoever holds the old id means the one that is shown.
    const { personId: person } = await seedPerson(workspaceOf(web, cast), 'Hana')
    await ask('POST', `/organisations/${b}/people`, { person })
    const deal = await ask('POST', '/deals', { name: 'x', organisation: b })
    expect(deal.body.organisation.id).toBe(a)
    expect((await ask('PATCH', `/organisations/${a}`, { name: 'Enishi Trading' })).status).toBe(200)

    const undone = await ask('DELETE', `/organisations/merges/${merge.id}`)
    expect(undone.status).toBe(200)
    expect((await ask('DELETE', `/organisations/merges/${merge.id}`)).status).toBe(409)
    expect((await ask('GET', `/organisations/${b}`)).body).toMatchObject({ id: b, people: 0 })
    expect((await ask('GET', `/organisations/${a}`)).body).toMatchObject({ people: 1 })
    const { body } = await ask('GET', `/organisations/${a}/merges`)
    expect(body.items).toMatchObject([{ undoneBy: { name: 'member' } }])
    // They were said to be two by it.
    const like = (await ask('GET', '/organisations/lookalikes')).body
    expect(like.items).toEqual([])
  })

  it('say no to what is not there and to one and the same', async () => {
    const nobody = '00000000-0000-7000-8000-000000000000'
    const missing = await ask('POST', '/organisations/merges', { keep: a, merge: nobody })
    expect(missing.status).toBe(404)
    const same = await ask('POST', '/organisations/not-same', { a, b: a })
    expect(same.status).toBe(400)
    expect((await ask('POST', '/organisations/not-same', { a, b })).status).toBe(204)
  })
})
