import { beforeAll, describe, expect, it } from 'vitest'
import { seedPerson } from '#test/seed.ts'
import { type Cast, makeCast, startServer, type TestServer } from '#test/server.ts'
import { type TestWorkspace, testDoor } from '#test/workspace.ts'

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

async function ask(method: 'GET' | 'POST' | 'PATCH' | 'DELETE', path: string, payload?: object) {
  const request = { method, url: `/api/v1${path}`, headers: { cookie } }
  const answer = await web.ask(payload === undefined ? request : { ...request, payload })
  return { status: answer.statusCode, body: answer.body === '' ? null : answer.json() }
}

describe('the registers of personal data', () => {
  it('list what is said of everybody, the latest first, with who said it and of whom', async () => {
    const ito = await seedPerson(workspace, '岸本 糸')
    const asa = await seedPerson(workspace, '岸本 麻')
    await workspace.run((tx) =>
      tx
        .updateTable('person')
        .set({ merged_into: ito.personId })
        .where('id', '=', asa.personId)
        .execute(),
    )
    const sen = await seedPerson(workspace, 'Ｓｅｎ Ｎｕｎｏ')
    const close = { channel: 'phone', reason: '夜は困る' }
    const closed = await ask('POST', `/people/${asa.personId}/do-not-contact`, close)
    await ask('POST', `/people/${sen.personId}/do-not-contact`, { ...close, channel: 'all' })
    const consent = {
      ...{ channel: 'mail', givenAt: '2026-04-01T00:00:00Z', how: 'paper' },
      textShown: '月に一度のお知らせ',
    }
    await ask('POST', `/people/${sen.personId}/consents`, consent)
    const provision = {
      providedOn: '2026-05-01',
      recipient: '配送会社',
      items: '住所',
      basis: 'entrusted',
    }
    await ask('POST', `/people/${ito.personId}/provisions`, provision)

    const all = await ask('GET', '/privacy/do-not-contact')
    const by = { id: cast.userId.owner, name: expect.any(String) }
    expect(all.body.items).toMatchObject([
      { personName: 'Ｓｅｎ Ｎｕｎｏ', channel: 'all', by, liftedAt: null },
      { personId: ito.personId, personName: '岸本 糸', channel: 'phone', reason: '夜は困る', by },
    ])
    const first = await ask('GET', '/privacy/do-not-contact?limit=1')
    expect(first.body.items).toHaveLength(1)
    const rest = await ask('GET', `/privacy/do-not-contact?limit=1&cursor=${first.body.next}`)
    expect(rest.body).toMatchObject({ items: [{ personName: '岸本 糸' }], next: null })
    // Width and case do not count.
    const sought = await ask('GET', '/privacy/do-not-contact?q=sen%20nuno')
    expect(sought.body.items).toMatchObject([{ personName: 'Ｓｅｎ Ｎｕｎｏ' }])

    const entry = closed.body.items[0].id
    await ask('DELETE', `/people/${ito.personId}/do-not-contact/${entry}`)
    expect((await ask('GET', '/privacy/do-not-contact?q=岸本')).body.items).toEqual([])
    const lifted = await ask('GET', '/privacy/do-not-contact?q=岸本&lifted=true')
    expect(lifted.body.items).toMatchObject([{ liftedAt: expect.any(String) }])

    expect((await ask('GET', '/privacy/consents?state=standing')).body.items).toMatchObject([
      { personName: 'Ｓｅｎ Ｎｕｎｏ', textShown: '月に一度のお知らせ', how: 'paper', by },
    ])
    expect((await ask('GET', '/privacy/consents?state=withdrawn')).body.items).toEqual([])
    expect((await ask('GET', '/privacy/provisions?q=配送')).body.items).toMatchObject([
      { personName: '岸本 糸', providedOn: '2026-05-01', basis: 'entrusted', by },
    ])
  })

  it('say whether pictures are compared, which they are not unless somebody says so', async () => {
    expect((await ask('GET', '/privacy')).body.comparePictures).toBe(false)
    const changed = await ask('PATCH', '/privacy', { comparePictures: true })
    expect(changed.body).toMatchObject({ comparePictures: true, answerDays: 14 })
    await ask('PATCH', '/privacy', { purpose: '回答' })
    expect((await ask('GET', '/privacy')).body).toMatchObject({
      ...{ comparePictures: true, purpose: '回答' },
    })
  })

  it('say who looked, and what erasures reached without whom', async () => {
    const { personId } = await seedPerson(workspace, '消える 人')
    await ask('GET', `/people/${personId}`)
    await ask('GET', `/people/${personId}/export`)
    const looks = await ask('GET', '/privacy/accesses?q=消える')
    expect(looks.body.items).toMatchObject([
      { kind: 'exported', isKey: false, by: { id: cast.userId.owner } },
      { kind: 'viewed' },
    ])
    expect((await ask('GET', '/privacy/accesses?kind=exported')).body.items).toHaveLength(1)
    await ask('POST', `/people/${personId}/erase`, { confirmation: '消える 人' })
    const erased = await ask('GET', '/privacy/erasures')
    expect(erased.body.items).toMatchObject([
      { origin: 'member', counts: { person: 1 }, by: { id: cast.userId.owner } },
    ])
    expect(erased.body.items[0].tombstones).toBeGreaterThan(0)
    expect(JSON.stringify(erased.body)).not.toContain('消える')
    expect((await ask('GET', '/privacy/accesses?q=消える')).body.items).toEqual([])
  })

  it('find requests by who asked', async () => {
    for (const requester of ['山田 花子', 'Sally Smith']) {
      const body = { kind: 'disclosure', requester, receivedOn: '2026-06-01' }
      expect((await ask('POST', '/privacy/requests', body)).status).toBe(201)
    }
    const found = await ask('GET', '/privacy/requests?q=sally')
    expect(found.body.items).toMatchObject([{ requester: 'Sally Smith', dueOn: '2026-06-15' }])
  })
})
