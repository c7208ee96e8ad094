import { sql } from 'kysely'
import { beforeAll, describe, expect, it } from 'vitest'
import { type SeededPerson, seedChannel, seedPerson, seedPost } from '#test/seed.ts'
import { type Cast, makeCast, startServer, type TestServer } from '#test/server.ts'
import { newId, type TestWorkspace } from '#test/workspace.ts'
import { ROUTES } from './contract/index.ts'

let web: TestServer
let cast: Cast
let cookie: string
let workspace: TestWorkspace
let id: string
let channel: string
let hana: SeededPerson
let ken: SeededPerson
let former: SeededPerson

type Method = 'GET' | 'POST' | 'PATCH' | 'DELETE'

async function ask(method: Method, path: string, payload?: object) {
  const request = { method, url: `/api/v1${path}`, headers: { cookie } }
  const answer = await web.ask(payload === undefined ? request : { ...request, payload })
  return { status: answer.statusCode, body: answer.body === '' ? null : answer.json() }
}

async function sums() {
  const { status, body } = await ask('GET', `/organisations/${id}/sums`)
  expect(status).toBe(200)
  return ROUTES.getOrganisationSums.answer.parse(body)
}

async function seedOutcome(by: SeededPerson, type: string, minor: number | null, currency = 'JPY') {
  const at = '2026-03-01T00:00:00Z'
  const post = await seedPost(workspace, { at, by: by.handleId, channel, type: 'Outcome' })
  await workspace.run((tx) =>
    sql`insert into outcome (workspace_id, activity_id, type, value_minor, currency)
      values (${workspace.id}, ${post}, ${type}, ${minor}, ${minor === null ? null : currency})`.execute(
      tx,
    ),
  )
  return post
}

beforeAll(async () => {
  web = await startServer()
  cast = await makeCast()
  cookie = await web.signIn(cast.email.member)
  const { workspaceId, slug } = cast
  workspace = {
    ...{ id: workspaceId, slug, door: web.door },
    run: (work) => web.door.inWorkspace(workspaceId, work),
  }
  channel = await seedChannel(workspace, 'shop')
  hana = await seedPerson(workspace, '山田 花')
  // Shown as Ken; his account is one of theirs still.
  ken = await seedPerson(workspace, 'Ken')
  former = await seedPerson(workspace, 'Former')
  id = (await ask('POST', '/organisations', { name: '縁商事株式会社' })).body.id
  for (const { personId: person } of [hana, ken]) {
    await ask('POST', `/organisations/${id}/people`, { person })
  }
  const over = { person: former.personId, until: '2020-03-31' }
  await ask('POST', `/organisations/${id}/people`, over)
})

describe('what an organisation comes to', () => {
  it('is nothing where nothing is known', async () => {
    expect(await sums()).toEqual({
      ...{ outcomes: [], deals: [], credit: null, relations: [], lastContact: null },
      promises: { open: 0, overdue: 0 },
    })
    expect((await ask('GET', `/organisations/${newId()}/sums`)).status).toBe(404)
  })

  it('sums the outcomes of its people of today, by type and currency, and lists them', async () => {
    await seedOutcome(hana, 'purchase', 12_000)
    const alias = await seedPerson(workspace, 'けん', ken.personId)
    await seedOutcome(alias, 'purchase', 3_000)
    await seedOutcome(ken, 'purchase', 250, 'USD')
    await seedOutcome(ken, 'sign-up', null)
    await seedOutcome(former, 'purchase', 99_000)
    const { outcomes } = await sums()
    expect(outcomes).toEqual([
      {
        ...{ type: 'purchase', outcomes: 3 },
        byCurrency: [
          { currency: 'JPY', valueMinor: '15000' },
          { currency: 'USD', valueMinor: '250' },
        ],
      },
      { type: 'sign-up', outcomes: 1, byCurrency: [] },
    ])
    for (const { type, outcomes: count } of outcomes) {
      const { body } = await ask('GET', `/outcomes?organisation=${id}&type=${type}`)
      expect(body.items).toHaveLength(count)
    }
    const ofHana = `organisation=${id}&person=${hana.personId}`
    expect((await ask('GET', `/outcomes?${ofHana}`)).body.items).toHaveLength(1)
  })

  it('sums its deals by state: those that name it, and its people’s that name nobody else', async () => {
    const other = (await ask('POST', '/organisations', { name: 'Other' })).body.id
    const money = { valueMinor: 1_000, currency: 'JPY' }
    const people = [{ person: hana.personId }]
    await ask('POST', '/deals', { name: 'a', organisation: id, ...money })
    await ask('POST', '/deals', { name: 'b', people, ...money })
    await ask('POST', '/deals', { name: 'c', people, organisation: other, ...money })
    await ask('POST', '/deals', { name: 'd', organisation: id, state: 'won', ...money })
    const lost = { state: 'lost', lostReason: 'price' }
    await ask('POST', '/deals', { name: 'e', organisation: id, ...lost })
    const { deals } = await sums()
    expect(deals).toEqual([
      { state: 'open', deals: 2, byCurrency: [{ currency: 'JPY', valueMinor: '2000' }] },
      { state: 'won', deals: 1, byCurrency: [{ currency: 'JPY', valueMinor: '1000' }] },
      { state: 'lost', deals: 1, byCurrency: [] },
    ])
    for (const { state, deals: count } of deals) {
      const { body } = await ask('GET', `/deals?organisation=${id}&state=${state}`)
      expect(body.items).toHaveLength(count)
    }
  })

  it('counts relations, what is promised, and says when we last were in touch', async () => {
    await ask('POST', `/people/${hana.personId}/relations`, { kind: 'customer' })
    await ask('POST', `/people/${ken.personId}/relations`, { kind: 'customer' })
    await ask('POST', `/people/${former.personId}/relations`, { kind: 'advocate' })
    const about = { kind: 'person', id: hana.personId }
    await ask('POST', '/tasks', { title: 'quote', about, due: { on: '2020-01-01' } })
    await ask('POST', '/tasks', { title: 'visit', about: { kind: 'organisation', id } })
    await ask('POST', '/tasks', { title: 'done', about, isDone: true })
    const met = { by: 'visit', summary: 'x', people: [ken.personId] }
    await ask('POST', '/contacts', { ...met, at: '2026-02-01T03:00:00Z' })
    await ask('POST', '/contacts', { ...met, by: 'phone', at: '2026-01-01T03:00:00Z' })
    expect(await sums()).toMatchObject({
      relations: [{ relation: 'customer', people: 2 }],
      promises: { open: 2, overdue: 1 },
      lastContact: {
        ...{ on: '2026-02-01', by: 'visit' },
        with: { kind: 'person', id: ken.personId, name: 'Ken' },
      },
    })
    const { body } = await ask('GET', `/tasks?within=${id}`)
    expect(body.items.map(({ title }: { title: string }) => title)).toEqual(['quote', 'visit'])
  })

  it('sums the parts of its people in others’ outcomes once it was measured', async () => {
    const bought = await seedOutcome(former, 'purchase', null)
    const [run, at] = [newId(), new Date('2026-03-02T00:00:00Z')]
    const { id: workspaceId } = workspace
    await workspace.run(async (tx) => {
      await sql`insert into influence_run (workspace_id, id, scope_id, state, measured_at, people, touches,
          outcomes, unlinked, credited, background, low, high, parameters, replicates)
        values (${workspaceId}, ${run}, ${workspaceId}, 'measured', ${at}, 2, 1, 1, 0, 0.4, 0.6, 0, 1, '{}', '[]')`.execute(
        tx,
      )
      await sql`insert into outcome_credit (workspace_id, scope_id, outcome_id, type, run_id, handle_id, at,
          background, is_live, credited_at)
        values (${workspaceId}, ${workspaceId}, ${bought}, 'purchase', ${run}, ${former.handleId}, ${at},
          0.35, false, ${at})`.execute(tx)
      for (const [number, { handleId }] of [hana, ken, former].entries()) {
        await sql`insert into credit_share (workspace_id, scope_id, outcome_id, type, number, activity_id,
            evidence_id, kind, actor_handle_id, channel_id, level, reached_at, share)
          values (${workspaceId}, ${workspaceId}, ${bought}, 'purchase', ${number}, ${bought}, ${bought}, 'reply',
            ${handleId}, ${newId()}, 'knows', ${at}, ${[0.25, 0.15, 0.25][number]})`.execute(tx)
      }
    })
    const { credit } = await sums()
    expect(credit?.byType).toMatchObject([{ type: 'purchase', outcomes: 1 }])
    const [first] = credit?.byType ?? []
    expect(first?.credit).toBeCloseTo(0.4, 9)
    expect(first?.low).toBeLessThan(0.4)
    expect(first?.low).toBeGreaterThanOrEqual(0)
    expect(first?.high).toBeGreaterThan(0.4)
    const { body } = await ask('GET', `/influence/credits?organisation=${id}&outcome=purchase`)
    expect(body.items.map(({ share }: { share: number }) => share).sort()).toEqual([0.15, 0.25])
  })
})
