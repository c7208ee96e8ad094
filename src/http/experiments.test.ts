import { sql } from 'kysely'
import { beforeAll, describe, expect, it } from 'vitest'
import { createApiKey, revokeApiKey } from '#store/api-keys.ts'
import { seedChannel, seedPerson } from '#test/seed.ts'
import { type Cast, makeCast, startServer, type TestServer } from '#test/server.ts'
import { newId, randomBytes, type TestWorkspace, testDoor } from '#test/workspace.ts'
import type { Role } from '#vocabulary/index.ts'

let web: TestServer
let cast: Cast
let workspace: TestWorkspace
const cookies = new Map<Role, string>()

beforeAll(async () => {
  web = await startServer()
  cast = await makeCast()
  for (const role of ['owner', 'manager', 'member'] as const) {
    cookies.set(role, await web.signIn(cast.email[role]))
  }
  const { workspaceId: id } = cast
  const door = testDoor()
  workspace = { id, slug: '', door, run: (work) => door.inWorkspace(id, work) }
})

async function ask(role: Role, method: 'GET' | 'POST' | 'PATCH', path: string, payload?: object) {
  const headers = { cookie: cookies.get(role) ?? '' }
  const request = { method, url: `/api/v1/experiments${path}`, headers }
  const answer = await web.ask(payload === undefined ? request : { ...request, payload })
  return { status: answer.statusCode, body: answer.json() }
}

const PLAN = { name: 'greetings', holdoutShare: 0.1, outcome: 'purchase', horizonDays: 14 }
const yes = { isApproved: true }

/** A running experiment, drafted by a member and approved by a manager. */
async function start(): Promise<string> {
  const { body } = await ask('member', 'POST', '', PLAN)
  await ask('member', 'POST', `/${body.id}/state`, { step: 'submit' })
  await ask('manager', 'POST', `/${body.id}/approval`, yes)
  const { status } = await ask('member', 'POST', `/${body.id}/state`, { step: 'start' })
  expect(status).toBe(200)
  return body.id
}

describe('experiments over HTTP', () => {
  it('are approved by another manager, and named by who drafted and approved them', async () => {
    const { body: drafted, status } = await ask('manager', 'POST', '', PLAN)
    expect(status).toBe(201)
    expect(drafted.createdBy.id).toBe(cast.userId.manager)
    const path = `/${drafted.id}`
    expect((await ask('manager', 'POST', `${path}/approval`, yes)).status).toBe(409)
    await ask('member', 'POST', `${path}/state`, { step: 'submit' })
    expect((await ask('member', 'POST', `${path}/approval`, yes)).status).toBe(403)
    const own = await ask('manager', 'POST', `${path}/approval`, yes)
    expect(own).toMatchObject({ status: 403, body: { code: 'forbidden' } })
    const approved = await ask('owner', 'POST', `${path}/approval`, yes)
    expect(approved.body).toMatchObject({ state: 'approved', decidedBy: { id: cast.userId.owner } })
    expect(approved.body.decidedBy.name).toBeTruthy()
    expect((await ask('member', 'PATCH', path, { name: 'late' })).status).toBe(409)
    await ask('owner', 'POST', `${path}/state`, { step: 'withdraw' })
    const { body } = await ask('member', 'GET', '?state=withdrawn')
    expect(body.items.map(({ id }: { id: string }) => id)).toEqual([drafted.id])
  })

  it('are not approved by a key whose maker has left', async () => {
    const { body } = await ask('member', 'POST', '', PLAN)
    await ask('member', 'POST', `/${body.id}/state`, { step: 'submit' })
    const chance = { now: () => new Date(), random: randomBytes }
    const { workspaceId } = cast
    const { id, key } = await createApiKey(web.door, chance, {
      ...{ workspaceId, name: 'k', scope: 'admin', userId: null },
    })
    const answer = await web.ask({
      ...{ method: 'POST', url: `/api/v1/experiments/${body.id}/approval`, payload: yes },
      headers: { authorization: `Bearer ${key}` },
    })
    expect(answer.statusCode).toBe(403)
    await revokeApiKey(web.door, { workspaceId, id, userId: null, now: new Date() })
  })

  it('say of each person what to do, and leave a lift without an upper end open', async () => {
    const id = await start()
    const channel = await seedChannel(workspace, 'board')
    const people = []
    for (let i = 0; i < 120; i++) people.push((await seedPerson(workspace, `p${i}`)).personId)
    const asked = { people, channel, context: { reasons: [] } }
    const { body: first } = await ask('member', 'POST', `/${id}/assignments`, asked)
    expect(first.items).toHaveLength(120)
    const engaged = first.items
      .filter(({ decision }: { decision: string }) => decision === 'engage')
      .map(({ personId }: { personId: string }) => personId)
    const crisis = { people: people.slice(0, 1), channel, context: { reasons: ['crisis'] } }
    const { body: urgent } = await ask('member', 'POST', `/${id}/assignments`, crisis)
    expect(urgent.items).toEqual([{ personId: people[0], decision: 'always', reason: 'crisis' }])
    const done = await ask('member', 'POST', `/${id}/engagements`, { people: [...engaged] })
    expect(done.body).toEqual({ recorded: engaged.length, heldOut: 0, outside: 0 })
    const again = await ask('member', 'POST', `/${id}/engagements`, { people: [...engaged] })
    expect(again.body.recorded).toBe(0)
    // As if it had been a month ago, and one of those engaged had bought.
    await workspace.run((tx) =>
      sql`update experiment_subject set assigned_at = now() - interval '30 days'`.execute(tx),
    )
    await workspace.run((tx) =>
      sql`update experiment set started_at = now() - interval '30 days'`.execute(tx),
    )
    await buy(engaged[0], channel)
    const { body: results } = await ask('member', 'GET', `/${id}/results`)
    expect(results.all).toMatchObject({ waiting: 0, engage: { hits: 1 }, lift: { high: null } })
    expect(results.all.engage.people + results.all.holdOut.people).toBe(120)
    expect(results.channels).toMatchObject([{ channel: { name: 'board' } }])
  })

  it('tell how long one takes from given figures', async () => {
    const given = { outcome: 'purchase', baseRate: 0.1, peopleAWeek: 1_000 }
    const { body } = await ask('member', 'POST', '/power', given)
    expect(body.plan.verdict).toBe('feasible')
    expect(body.lifts).toHaveLength(6)
    expect((await ask('member', 'POST', '/power', { ...given, topic: newId() })).status).toBe(400)
    expect((await ask('member', 'POST', '/power', { ...given, holdoutShare: 0.5 })).status).toBe(
      400,
    )
  })
})

async function buy(person: string, channel: string): Promise<void> {
  const id = newId()
  await workspace.run(async (tx) => {
    await sql`insert into activity (workspace_id, id, type, platform, external_key, channel_id, handle_id,
        published_at, arrived_at, content_hash)
      select ${workspace.id}, ${id}, 'Outcome', 'shop', ${id}, ${channel}, o.handle_id,
        now() - interval '29 days', now(), ''
      from handle_ownership o where o.person_id = ${person} and o.until is null`.execute(tx)
    await sql`insert into outcome (workspace_id, activity_id, type)
      values (${workspace.id}, ${id}, 'purchase')`.execute(tx)
  })
}
