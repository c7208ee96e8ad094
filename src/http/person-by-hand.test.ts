import type { InjectOptions } from 'fastify'
import { sql } from 'kysely'
import { beforeAll, describe, expect, it } from 'vitest'
import { type Cast, makeCast, startServer, type TestServer } from '#test/server.ts'
import { ROUTES } from './contract/index.ts'

let web: TestServer
let cast: Cast
let cookie: string

beforeAll(async () => {
  web = await startServer()
  cast = await makeCast()
  cookie = await web.signIn(cast.email.member)
})

type Method = 'GET' | 'POST' | 'PATCH' | 'DELETE'

async function ask(method: Method, path: string, payload?: object, as = cookie) {
  const request: InjectOptions = { method, url: `/api/v1${path}`, headers: { cookie: as } }
  const answer = await web.ask(payload === undefined ? request : { ...request, payload })
  return { status: answer.statusCode, body: answer.body === '' ? null : answer.json() }
}

async function added(body: object) {
  const answer = await ask('POST', '/people', body)
  expect([answer.status, answer.body.detail]).toEqual([201, undefined])
  return ROUTES.postPerson.answer.parse(answer.body)
}

const MET = { by: 'exhibition', at: '2026-05-01T01:00:00Z', summary: '展示会で名刺交換' }

describe('somebody written down by hand', () => {
  it('has names, contact details, a place, a relation and the first contact', async () => {
    const person = await added({
      ...{ familyName: '速水', givenName: '花子', nameReading: 'はやみ はなこ' },
      ...{ emails: ['Hayami@Example.com'], phones: ['090-1234-5678', '03-1234-5678 内線12'] },
      accounts: [
        { name: 'https://x.com/hayami' },
        { platform: 'インスタグラム', name: '@hayami.h' },
      ],
      organisation: { name: '株式会社青海', role: '部長', department: '開発部' },
      ...{ relation: 'prospect', firstContact: MET },
    })
    expect(person).toMatchObject({ displayName: '速水 花子', relations: ['prospect'] })
    expect(person.affiliations).toMatchObject([
      { organisation: { name: '株式会社青海' }, role: '部長', department: '開発部' },
    ])
    expect(
      person.handles
        .map(({ platform, username, externalId }) => `${platform} ${username ?? externalId}`)
        .sort(),
    ).toEqual([
      ...['instagram hayami.h', 'mail hayami@example.com'],
      ...['phone +81312345678', 'phone +819012345678', 'x hayami'],
    ])
    const timeline = await ask('GET', `/people/${person.id}/timeline`)
    expect(JSON.stringify(timeline.body)).toContain(MET.summary)
    const changes = await ask('GET', `/people/${person.id}/changes`)
    const items = ROUTES.listFieldChanges.answer.parse(changes.body).items
    expect(items.every(({ origin }) => origin === 'member')).toBe(true)
    const found = await ask('GET', '/people?q=はやみ')
    expect(found.body.items.map(({ id }: { id: string }) => id)).toContain(person.id)
  })

  it('may be known by name only, and is refused without anything', async () => {
    const person = await added({ displayName: '店頭の久我さん' })
    expect(person.handles).toMatchObject([{ platform: 'list', displayName: '店頭の久我さん' }])
    expect((await ask('POST', '/people', {})).status).toBe(400)
    const bad = await ask('POST', '/people', { displayName: 'x', phones: ['12'] })
    expect([bad.status, bad.body.field]).toEqual([400, 'phones'])
  })

  it('is no second one of somebody known unless it is said to be another', async () => {
    const one = await added({
      ...{ familyName: '竜崎', givenName: '一郎', nameReading: 'りゅうざき いちろう' },
      ...{ emails: ['ryuzaki@example.com'], organisation: { name: '竜崎商店' } },
    })
    const again = { displayName: '別名', emails: ['ryuzaki@example.com'] }
    expect((await ask('POST', '/people/lookalikes', again)).body.items).toMatchObject([
      { because: 'account', isCertain: true, person: { id: one.id } },
    ])
    expect((await ask('POST', '/people', { ...again, others: [one.id] })).status).toBe(409)
    const namesake = { familyName: '竜崎', givenName: '一郎', organisation: { name: '竜崎商店' } }
    const seen = ROUTES.postLookalikes.answer.parse(
      (await ask('POST', '/people/lookalikes', namesake)).body,
    )
    expect(seen.items).toMatchObject([{ because: 'likeness', person: { id: one.id } }])
    // Somebody who writes the whole name where the family name goes sees them as well.
    const whole = await ask('POST', '/people/lookalikes', { familyName: '竜崎 一郎' })
    expect(whole.body.items).toMatchObject([{ because: 'likeness', person: { id: one.id } }])
    const unseen = await ask('POST', '/people', namesake)
    expect([unseen.status, unseen.body.field]).toEqual([409, 'others'])
    const other = await added({ ...namesake, others: [one.id] })
    const merges = await ask('GET', `/people/${other.id}/merges`)
    expect(merges.body.notSame).toMatchObject([{ person: { id: one.id }, because: 'member' }])
  })

  it('stays away after having been erased', async () => {
    const person = await added({ displayName: '消去 される人', phones: ['+81 80 9999 0001'] })
    const manager = await web.signIn(cast.email.owner)
    const erased = await ask(
      'POST',
      `/people/${person.id}/erase`,
      { confirmation: '消去 される人' },
      manager,
    )
    expect(erased.status, JSON.stringify(erased.body)).toBeLessThan(300)
    const again = await ask('POST', '/people', { displayName: 'x', phones: ['080-9999-0001'] })
    expect([again.status, again.body.code]).toEqual([409, 'conflict'])
  })
})

describe('contact details', () => {
  it('are added, corrected as one field and taken away', async () => {
    const { id } = await added({ displayName: '連絡先の人' })
    const mail = { kind: 'email', text: 'wrong@example.com' }
    const first = await ask('POST', `/people/${id}/handles`, mail)
    expect(first.status).toBe(201)
    const handle = first.body.handles.find(
      ({ platform }: { platform: string }) => platform === 'mail',
    )
    expect((await ask('POST', `/people/${id}/handles`, mail)).status).toBe(409)
    const path = `/people/${id}/handles/${handle.id}`
    const corrected = await ask('PATCH', path, { text: 'right@example.com' })
    expect(corrected.body).toMatchObject({ removal: { fate: 'removed', person: null } })
    const mails = ROUTES.patchPersonHandle.answer
      .parse(corrected.body)
      .person.handles.filter(({ platform }) => platform === 'mail')
    expect(mails.map(({ externalId }) => externalId)).toEqual(['right@example.com'])
    expect((await ask('DELETE', path)).status).toBe(404)
    const gone = await ask('DELETE', `/people/${id}/handles/${mails[0]?.id}`)
    expect(gone.body.removal).toEqual({ fate: 'removed', person: null })
    const changes = await ask('GET', `/people/${id}/changes`)
    const told = ROUTES.listFieldChanges.answer
      .parse(changes.body)
      .items.filter(({ field }) => field === 'email')
      .map(({ from, to }) => [from, to])
    expect(told).toEqual([
      ['right@example.com', null],
      ['wrong@example.com', 'right@example.com'],
      [null, 'wrong@example.com'],
    ])
    expect((await ask('GET', '/people?q=wrong@example.com')).body.items).toEqual([])
  })

  it('of somebody else are refused with their name', async () => {
    await added({ displayName: '持ち主', phones: ['090-5555-1111'] })
    const { id } = await added({ displayName: 'もうひとり' })
    const number = { kind: 'phone', text: '+819055551111' }
    const refused = await ask('POST', `/people/${id}/handles`, number)
    expect(refused.status).toBe(409)
    expect(refused.body.detail).toContain('持ち主')
    // A line of an office is many people's, though each has it once.
    const line = { kind: 'phone', text: '03-5555-1111' }
    await added({ displayName: '同僚', phones: ['03-5555-1111'] })
    expect((await ask('POST', `/people/${id}/handles`, line)).status).toBe(201)
    expect((await ask('POST', `/people/${id}/handles`, line)).status).toBe(409)
  })

  it('that the log rests on are split away, and the person stays', async () => {
    const { id, handles } = await added({ displayName: '話した人', emails: ['spoke@example.com'] })
    const said = {
      ...{ id: 'm1', type: 'Create', content: 'こんにちは', published: '2026-05-02T00:00:00Z' },
      actor: { platform: 'mail', handle: 'spoke@example.com' },
    }
    expect((await ask('POST', '/activities', said)).body.items).toMatchObject([{ ending: 'new' }])
    const taken = await ask('DELETE', `/people/${id}/handles/${handles[0]?.id}`)
    const { person, removal } = ROUTES.deletePersonHandle.answer.parse(taken.body)
    expect(removal.fate).toBe('split')
    expect(person.posts).toBe(0)
    expect(person.handles).toMatchObject([{ platform: 'list' }])
    const other = await ask('GET', `/people/${removal.person}`)
    expect(other.body).toMatchObject({ posts: 1, handles: [{ externalId: 'spoke@example.com' }] })
  })

  it('are told to whoever follows changes, without what they are', async () => {
    const { id } = await added({ displayName: '変更を知らせる人' })
    await ask('POST', `/people/${id}/handles`, { kind: 'email', text: 'told@example.com' })
    const events = await web.door.inWorkspace(cast.workspaceId, (tx) =>
      sql<{ name: string; detail: string[] }>`
        select name, detail from event where subject_id = ${id}::uuid order by id`.execute(tx),
    )
    expect(events.rows.map(({ name }) => name)).toContain('person.added')
    expect(events.rows.at(-1)).toMatchObject({ name: 'person.changed', detail: ['email'] })
    expect(JSON.stringify(events.rows)).not.toContain('told@example.com')
  })
})
