import { beforeAll, describe, expect, it } from 'vitest'
import { hear, testChannel, testListening } from '#test/listening.ts'
import { type Cast, makeCast, startServer, type TestServer } from '#test/server.ts'
import { loadBaseModel } from '#understand/index.ts'

let web: TestServer
let cast: Cast
let cookie: string
let activityId: string

beforeAll(async () => {
  web = await startServer()
  cast = await makeCast()
  cookie = await web.signIn(cast.email.manager)
  const { workspaceId: id, slug } = cast
  const run = <T>(work: Parameters<typeof web.door.inWorkspace<T>>[1]) =>
    web.door.inWorkspace(id, work)
  const workspace = { id, slug, door: web.door, run }
  const channel = await testChannel(workspace)
  const text = 'アプリがまた落ちた。最悪'
  await hear(await testListening(web.door), workspace, channel, [
    {
      ...{ kind: 'activity', operation: 'create', type: 'Create', platform: 'shop' },
      ...{ externalKey: 'a', actor: { platform: 'shop', externalId: 'b' }, content: { text } },
    },
  ])
  const listed = await ask<{ items: { id: string }[] }>('GET', '/activities')
  activityId = listed.body.items[0]?.id ?? ''
})

async function ask<Body>(
  method: 'GET' | 'PUT' | 'POST' | 'DELETE',
  path: string,
  payload?: object,
): Promise<{ status: number; body: Body }> {
  const request = { method, url: `/api/v1${path}`, headers: { cookie } }
  const answer = await web.ask(payload === undefined ? request : { ...request, payload })
  return { status: answer.statusCode, body: answer.body === '' ? (null as Body) : answer.json() }
}

describe('quality over HTTP', () => {
  it('corrects a reading in the name of the member, and takes it back', async () => {
    const path = `/activities/${activityId}/reading`
    const before = await ask<{ sentiment: string }>('GET', `/activities/${activityId}`)
    const corrected = await ask('PUT', path, {
      ...{ sentiment: 'positive', intents: { spam: true, complaint: false } },
    })
    expect(corrected).toMatchObject({
      status: 200,
      body: {
        ...{ sentiment: 'positive', intents: expect.arrayContaining(['spam']) },
        correctedBy: { id: cast.userId.manager, name: 'manager' },
      },
    })
    const history = await ask('GET', `/activities/${activityId}/corrections`)
    expect(history.body).toMatchObject({
      corrections: [
        { by: { name: 'manager' }, origin: 'page', undoneAt: null },
        { by: { name: 'manager' } },
        { by: { name: 'manager' } },
      ],
      readings: [{ model: loadBaseModel().name, replacedAt: null }],
    })
    await ask('DELETE', `${path}/correction`)
    const after = await ask<{ sentiment: string }>('GET', `/activities/${activityId}`)
    expect(after.body).toEqual(before.body)
  })

  it('refuses a correction that names nothing, or what there is no word for', async () => {
    const path = `/activities/${activityId}/reading`
    for (const wrong of [{}, { intents: {} }, { sentiment: 'bad' }, { intents: { joy: true } }]) {
      expect((await ask('PUT', path, wrong)).status).toBe(400)
    }
  })

  it('says how posts are read, and trains only where there is something to learn', async () => {
    const { name } = loadBaseModel()
    const quality = await ask('GET', '/quality')
    expect(quality.body).toMatchObject({
      ...{ running: name, canLearn: false, audited: 0, auditsMin: 50, labels: [] },
      models: [{ version: 0, name, state: 'running', mayRun: false }],
      ...{ readBy: [{ model: name, posts: 1 }], rereading: null, training: null },
    })
    expect((await ask('POST', '/quality/train')).status).toBe(409)
    await ask('PUT', `/activities/${activityId}/reading`, { stage: 'evaluation' })
    expect(await ask('POST', '/quality/train')).toMatchObject({ status: 202 })
    const trained = await ask('GET', '/quality')
    expect(trained.body).toMatchObject({
      ...{ canLearn: true, training: { state: 'waiting' } },
      models: [{ version: 1, state: 'candidate', requestedBy: { name: 'manager' } }, {}],
    })
    for (const [version, status] of [
      ['1', 409],
      ['0', 409],
      ['99', 404],
      ['x', 404],
    ] as const) {
      expect((await ask('POST', `/quality/models/${version}/run`)).status).toBe(status)
    }
  })

  it('has posts judged one by one', async () => {
    const next = await ask<{ items: object[] }>('GET', '/quality/queue?queue=audit')
    expect(next.body.items).toMatchObject([{ activity: { id: activityId, reading: null } }])
    const path = `/quality/queue/${activityId}`
    const truth = { sentiment: 'negative', stage: 'none', stance: 'against', intents: [] }
    expect((await ask('POST', path, truth)).status).toBe(400)
    expect((await ask('POST', path, { ...truth, toxicity: false })).status).toBe(204)
    expect((await ask('POST', path, { skip: true })).status).toBe(409)
    expect((await ask('GET', '/quality/queue?queue=audit')).body).toEqual({ items: [] })
  })
})
