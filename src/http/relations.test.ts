import { sql } from 'kysely'
import { beforeAll, describe, expect, it } from 'vitest'
import { seedChannel, seedPerson, seedPost } from '#test/seed.ts'
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

describe('what a person is to us', () => {
  it('holds from a day to a day, several at once, with the history kept', async () => {
    const { personId } = await seedPerson(workspace, '岸本 糸')
    const path = `/people/${personId}/relations`
    const first = await ask('POST', path, { kind: 'customer', since: '2024-04-01' })
    expect(first).toMatchObject({
      status: 201,
      body: { kind: 'customer', since: '2024-04-01', until: null, source: 'member' },
    })
    expect(first.body.confirmedBy).toMatchObject({ id: cast.userId.owner })
    expect(first.body.confirmedBy.name).toEqual(expect.any(String))
    expect((await ask('POST', path, { kind: 'customer' })).status).toBe(409)
    expect((await ask('POST', path, { kind: 'advocate' })).status).toBe(201)
    expect((await ask('POST', path, { kind: 'peer', since: daysAgo(-2) })).status).toBe(400)
    expect((await ask('POST', path, { kind: 'ally' })).status).toBe(400)
    expect((await ask('POST', path, { kind: newId() })).status).toBe(400)

    const one = `${path}/${first.body.id}`
    expect((await ask('PATCH', one, { until: '2024-03-31' })).status).toBe(400)
    const ended = await ask('PATCH', one, { until: '2025-03-31' })
    expect(ended.body).toMatchObject({ since: '2024-04-01', until: '2025-03-31' })
    expect((await ask('GET', `/people/${personId}`)).body.relations).toEqual(['advocate'])
    const again = await ask('POST', path, { kind: 'customer', since: '2026-01-01' })
    expect(again.status).toBe(201)
    expect((await ask('PATCH', one, { until: null })).status).toBe(409)
    const { items } = (await ask('GET', path)).body
    expect(items.map((r: { kind: string; until: string | null }) => [r.kind, r.until])).toEqual([
      ['customer', null],
      ['advocate', null],
      ['customer', '2025-03-31'],
    ])
    expect((await ask('DELETE', one)).status).toBe(204)
    expect((await ask('DELETE', one)).status).toBe(404)
  })

  it('is that of all who were merged, and their own again when they are not', async () => {
    const [a, b] = [
      await seedPerson(workspace, 'Merged A'),
      await seedPerson(workspace, 'Merged B'),
    ]
    await ask('POST', `/people/${b.personId}/relations`, { kind: 'media' })
    await merge(b.personId, a.personId)
    const of = async (id: string) =>
      (await ask('GET', `/people/${id}/relations`)).body.items.map((r: { kind: string }) => r.kind)
    expect(await of(a.personId)).toEqual(['media'])
    expect((await ask('POST', `/people/${a.personId}/relations`, { kind: 'media' })).status).toBe(
      409,
    )
    // What is said of the merged one is the root's from now on.
    await ask('POST', `/people/${b.personId}/relations`, { kind: 'peer' })
    await unmerge(b.personId)
    expect(await of(a.personId)).toEqual(['peer'])
    expect(await of(b.personId)).toEqual(['media'])
  })
})

describe('what somebody is to us', () => {
  it('may be of a kind that the workspace added', async () => {
    const input = { nameJa: '投資家', nameEn: 'Investor', appliesTo: 'person' }
    const { body: kind } = await ask('POST', '/relation-kinds', input)
    expect((await ask('POST', '/relation-kinds', input)).status).toBe(409)
    const { personId } = await seedPerson(workspace, 'Ines')
    const added = await ask('POST', `/people/${personId}/relations`, { kind: kind.id })
    expect(added).toMatchObject({ status: 201, body: { kind: kind.id } })
    const listed = await ask('GET', `/people?relation=${kind.id}`)
    expect(listed.body.items).toMatchObject([{ id: personId, relations: [kind.id] }])
    const { body: organisation } = await ask('POST', '/organisations', { name: 'Ines KK' })
    const wrong = await ask('POST', `/organisations/${organisation.id}/relations`, {
      kind: kind.id,
    })
    expect(wrong.status).toBe(400)
    expect((await ask('DELETE', `/relation-kinds/${kind.id}`)).status).toBe(409)
    const renamed = await ask('PATCH', `/relation-kinds/${kind.id}`, { nameEn: 'Backer' })
    expect(renamed.body).toMatchObject({ nameEn: 'Backer', nameJa: '投資家' })
    await ask('DELETE', `/people/${personId}/relations/${added.body.id}`)
    expect((await ask('DELETE', `/relation-kinds/${kind.id}`)).status).toBe(204)
    expect((await ask('GET', '/relation-kinds')).body.items).toEqual([])
    // Past the handlers: the database itself knows of no such kind.
    const madeUp = workspace.run((tx) =>
      sql`insert into relation (workspace_id, id, person_id, kind, source)
        values (${workspace.id}, ${newId()}, ${personId}, ${newId()}, 'member')`.execute(tx),
    )
    await expect(madeUp).rejects.toThrow(/relation_custom_kind/)
  })
})

describe('rules', () => {
  const ruleOf = async ({ kind, ...condition }: { kind: string; condition: string }) =>
    (await ask('POST', '/relation-rules', { kind, conditions: [condition] })).body
  const search = async () => (await ask('POST', '/relation-proposals/search', {})).body
  const kindsOf = async (id: string): Promise<string[]> =>
    (await ask('GET', `/people/${id}`)).body.relations

  it('make customers of those who bought, until that is too long ago or a member says otherwise', async () => {
    const channel = await seedChannel(workspace, 'shop')
    const [late, fresh] = [
      await seedPerson(workspace, 'Late'),
      await seedPerson(workspace, 'Fresh'),
    ]
    const buy = async (by: string, days: number) => {
      const at = new Date(Date.now() - days * DAY_MS).toISOString()
      const id = await seedPost(workspace, { at, by, channel, type: 'Outcome' })
      await workspace.run((tx) =>
        sql`insert into outcome (workspace_id, activity_id, type)
          values (${workspace.id}, ${id}, 'purchase')`.execute(tx),
      )
      return id
    }
    await buy(late.handleId, 40)
    const bought = await buy(fresh.handleId, 10)
    const bought60 = { condition: 'bought', withinDays: 60, kind: 'customer' }
    const rule = await ruleOf(bought60)
    expect(rule).toMatchObject({ people: 2, isOn: true })
    const [entry] = (await ask('GET', `/people/${fresh.personId}/relations`)).body.items
    expect(entry).toMatchObject({
      source: 'rule',
      since: daysAgo(10),
      evidence: { activities: [bought], count: 1 },
    })
    const narrowed = await ask('PATCH', `/relation-rules/${rule.id}`, {
      terms: { kind: 'customer', conditions: [{ condition: 'bought', withinDays: 30 }] },
    })
    expect(narrowed.body).toMatchObject({ people: 1, conditions: [{ withinDays: 30 }] })
    expect(await kindsOf(late.personId)).toEqual([])
    const held = `/people/${fresh.personId}/relations/${entry.id}`
    expect((await ask('DELETE', held)).status).toBe(409)
    // A member ends it: the rule keeps out of it until there is a newer purchase.
    await ask('PATCH', `/people/${fresh.personId}/relations/${entry.id}`, { until: daysAgo(2) })
    expect(await search()).toMatchObject({ begun: 0, ended: 0 })
    expect(await kindsOf(fresh.personId)).toEqual([])
    await buy(fresh.handleId, 1)
    expect(await search()).toMatchObject({ begun: 1 })
    expect(await kindsOf(fresh.personId)).toEqual(['customer'])
    expect((await ask('DELETE', `/relation-rules/${rule.id}`)).status).toBe(204)
    expect(await kindsOf(fresh.personId)).toEqual([])
    expect((await ask('GET', '/relation-rules')).body.items).toEqual([])
  })

  it('make of people what their organisation is, and colleagues of those who belong to us', async () => {
    const [staff, own] = [
      await seedPerson(workspace, 'Rival staff'),
      await seedPerson(workspace, 'Own'),
    ]
    const mailed = await seedPerson(workspace, 'Mailed')
    const join = (organisation: string, person: string) =>
      ask('POST', `/organisations/${organisation}/people`, { person })
    const make = async (name: string, more: object) =>
      (await ask('POST', '/organisations', { name, ...more })).body.id as string
    const rival = await make('Rival KK', { relations: ['competitor'] })
    const ourselves = await make('Ourselves KK', { url: 'https://ourselves.example/' })
    await join(rival, staff.personId)
    await join(ourselves, own.personId)
    await workspace.run((tx) =>
      sql`insert into handle_signal (workspace_id, kind, value, handle_id)
        values (${workspace.id}, 'email', 'mailed@ourselves.example', ${mailed.handleId})`.execute(
        tx,
      ),
    )
    const is = { condition: 'organisation-is', organisationKind: 'competitor', kind: 'competitor' }
    expect(await ruleOf(is)).toMatchObject({ people: 1 })
    const isOurs = { condition: 'own-organisation', organisation: ourselves, kind: 'employee' }
    const ofUs = await ruleOf(isOurs)
    expect(ofUs).toMatchObject({ people: 2, conditions: [{ organisation: { id: ourselves } }] })
    expect(await kindsOf(staff.personId)).toEqual(['competitor'])
    expect(await kindsOf(own.personId)).toEqual(['employee'])
    expect(await kindsOf(mailed.personId)).toEqual(['employee'])
    await ask('PATCH', `/organisations/${rival}`, { relations: [] })
    expect(await search()).toMatchObject({ ended: 1 })
    expect(await kindsOf(staff.personId)).toEqual([])
    await ask('PATCH', `/relation-rules/${ofUs.id}`, { isOn: false })
    expect(await kindsOf(own.personId)).toEqual([])
  })
})

describe('proposals', () => {
  it('come with their words, are confirmed or refused once, and a refusal is remembered', async () => {
    const [chief, former] = [
      await seedPerson(workspace, '決裁 一郎'),
      await seedPerson(workspace, '元職 二郎'),
    ]
    const bio = (of: { handleId: string }, text: string) =>
      workspace.run((tx) =>
        tx.updateTable('handle').set({ bio: text }).where('id', '=', of.handleId).execute(),
      )
    await bio(chief, '株式会社あおぞら 購買部長。自転車')
    await bio(former, '元株式会社あおぞら 購買部長')
    const reporter = await seedPerson(workspace, 'Nora')
    await bio(reporter, 'Senior reporter at The Post')
    const search = async () => (await ask('POST', '/relation-proposals/search', {})).body
    expect(await search()).toEqual({ begun: 0, ended: 0, proposed: 2 })
    const open = async () => (await ask('GET', '/relation-proposals')).body.items
    const [first, second] = (await open()).sort((a: { kind: string }, b: { kind: string }) =>
      a.kind < b.kind ? -1 : 1,
    )
    expect(first).toMatchObject({
      ...{ kind: 'decision-maker', basis: 'role', person: { id: chief.personId } },
      evidence: { words: ['購買部長'], in: 'bio' },
    })
    expect(second).toMatchObject({ kind: 'media', person: { id: reporter.personId } })
    const found = await ask('GET', `/relation-proposals?q=${encodeURIComponent('決裁一郎')}`)
    expect(found.body.items).toHaveLength(1)
    const decide = (id: string, verdict: string) =>
      ask('POST', `/relation-proposals/${id}`, { verdict })
    expect((await decide(first.id, 'confirm')).status).toBe(204)
    expect((await decide(first.id, 'refuse')).status).toBe(409)
    expect((await decide(second.id, 'refuse')).status).toBe(204)
    const { items } = (await ask('GET', `/people/${chief.personId}/relations`)).body
    expect(items).toMatchObject([
      { kind: 'decision-maker', source: 'inferred', evidence: { words: ['購買部長'] } },
    ])
    expect(await search()).toMatchObject({ proposed: 0 })
    // Remembered also for whom the person is merged into.
    const root = await seedPerson(workspace, 'Nora Root')
    await merge(reporter.personId, root.personId)
    expect(await search()).toMatchObject({ proposed: 0 })
    // What nothing speaks for any more is not proposed any longer.
    await bio(former, '株式会社あおぞら 購買部長')
    expect(await search()).toMatchObject({ proposed: 1 })
    await bio(former, '畑の人')
    expect(await search()).toMatchObject({ proposed: 0 })
    expect(await open()).toEqual([])
  })
})
