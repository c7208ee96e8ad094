import { sql } from 'kysely'
import { beforeAll, describe, expect, it } from 'vitest'
import { answerWaitingPlan } from '#measure/index.ts'
import { changeIn } from '#test/change.ts'
import { makePlanWorld, type PlanWorld } from '#test/plans.ts'
import { type Cast, makeCast, startServer, type TestServer } from '#test/server.ts'
import { newId, type TestWorkspace, testDoor } from '#test/workspace.ts'
import { mergePeople } from '#understand/index.ts'
import type { Plan } from './contract/plans.ts'

let web: TestServer
let cast: Cast
let cookie: string
let workspace: TestWorkspace
let world: PlanWorld

beforeAll(async () => {
  web = await startServer()
  cast = await makeCast()
  cookie = await web.signIn(cast.email.owner)
  const { workspaceId: id } = cast
  const door = testDoor()
  workspace = { id, slug: '', door, run: (work) => door.inWorkspace(id, work) }
  world = await makePlanWorld(workspace)
})

async function ask(method: 'GET' | 'POST', path: string, payload?: object) {
  const request = { method, url: `/api/v1${path}`, headers: { cookie } } as const
  const answer = await web.ask(payload === undefined ? request : { ...request, payload })
  return { status: answer.statusCode, body: answer.json() }
}

const WISH = { outcome: 'purchase', budget: { people: 3 }, communityShareMax: 1 }

async function plan(more: object = {}): Promise<Plan> {
  const { status, body } = await ask('POST', '/influence/plans', { ...WISH, ...more })
  expect(status).toBe(201)
  return body
}

const namesOf = ({ chosen }: Plan) => chosen.map(({ person }) => person.name)
const personOf = (name: string) => world.people.get(name) ?? ''
const leftOut = ({ figures }: Plan) =>
  Object.fromEntries(figures?.leftOut.map(({ reason, people }) => [reason, people]) ?? [])

describe('whom to engage next', () => {
  it('is who moves most, with what that is expected to move, and nobody who is only loud', async () => {
    const answer = await plan()
    expect(answer).toMatchObject({ state: 'ready', lack: null, label: 'estimated', people: 3 })
    expect(namesOf(answer)).not.toContain('Loud Larry')
    expect(answer.chosen[0]?.person).toEqual({ id: personOf('Quiet Kon'), name: 'Quiet Kon' })
    expect(answer.chosen[0]).toMatchObject({
      ...{ way: 'message', cost: 1, community: { name: 'Morning roasters' } },
      account: { platform: 'bluesky', username: 'quiet-kon.example' },
    })
    const { figures } = answer
    expect(figures?.expected.low).toBeLessThan(figures?.expected.estimate ?? 0)
    expect(figures?.expected.high).toBeGreaterThan(figures?.expected.estimate ?? 0)
    // Measured: 12 that happen anyway of 100 people in 60 days; theta 30, twice the usual push.
    const perTouch = (12 / 100 / 60) * 30 * 2 * (30 / 90) * (1 - Math.exp(-7 / 1.5))
    const expected = 12 * (1 - Math.exp(-4 * perTouch))
    expect(answer.chosen[0]?.alone).toBeGreaterThan(0.97 * expected)
    expect(answer.chosen[0]?.alone).toBeLessThan(1.03 * expected)
    expect(figures?.anyway).toBeCloseTo((12 / 100 / 60) * 30 * (figures?.reached ?? 0), 6)
  })

  it('expects only what experiments of the same outcome say holds, and says so', async () => {
    const own = await freshWorld()
    const before = await own.plan()
    const experiment = newId()
    const insert = (outcome: string, value: number) =>
      own.workspace.run((tx) =>
        sql`insert into experiment (workspace_id, id, name, state, holdout_share, seed, outcome,
            horizon_days, created_at, started_at, findings)
          select ${own.workspace.id}, ${experiment}, 'x', 'running', 0.1, 's', ${outcome}, 30, now(), now(),
            jsonb_build_array(jsonb_build_object('channelId', id, 'value', ${value}::float8,
              'variance', 0.01, 'people', 500)) from channel limit 1
          on conflict (workspace_id, id) do update
            set outcome = excluded.outcome, findings = excluded.findings`.execute(tx),
      )
    await insert('renewal', 0.5)
    expect((await own.plan()).label).toBe('estimated')
    await insert('purchase', 0.5)
    const after = await own.plan()
    expect(after).toMatchObject({ label: 'calibrated', figures: { calibratedShare: 1 } })
    const share = (after.chosen[0]?.alone ?? 0) / (before.chosen[0]?.alone ?? 1)
    expect(share).toBeGreaterThan(0.47)
    expect(share).toBeLessThan(0.53)
    const widthOf = ({ figures }: Plan) => {
      const { estimate = 1, low = 0, high = 0 } = figures?.expected ?? {}
      return (high - low) / estimate
    }
    expect(widthOf(after)).toBeGreaterThan(widthOf(before))
    await insert('purchase', -0.2)
    expect(await own.plan()).toMatchObject({ state: 'insufficient', lack: 'no-effect' })
  })

  it('says why, and what usual rankings would move', async () => {
    const { chosen, figures } = await plan()
    const reasons = chosen[0]?.reasons ?? []
    expect(reasons[0]).toMatchObject({
      ...{ kind: 'moves', people: 12, community: { name: 'Morning roasters' } },
    })
    expect(reasons).toContainEqual({ kind: 'outcomes', outcomes: 11, credit: 3.2 })
    expect(reasons).toContainEqual({ kind: 'pushes', times: 2 })
    expect(reasons.at(-1)).toEqual({ kind: 'not-contacted', days: null })
    const bridge = (await plan({ budget: { people: 5 } })).chosen.find(
      ({ person }) => person.name === 'Bridge Aoi',
    )
    expect(bridge?.reasons[1]).toMatchObject({
      kind: 'bridges',
      communities: [{ name: 'Morning roasters' }, { name: 'Night readers' }],
    })
    const by = Object.fromEntries(figures?.comparators.map((one) => [one.by, one]) ?? [])
    expect(by.followers).toMatchObject({ people: 1 })
    expect(by.followers?.expected?.estimate).toBeLessThan(0.1 * (figures?.expected.estimate ?? 0))
    for (const { expected } of figures?.comparators ?? []) {
      const bound = (figures?.guarantee ?? 1) * (expected?.estimate ?? 0)
      expect(figures?.expected.estimate).toBeGreaterThanOrEqual(bound)
    }
  })

  it('spreads over communities where asked to', async () => {
    const wide = await plan({ budget: { people: 2 }, communityShareMax: 0.5 })
    expect(wide.figures?.perCommunityMax).toBe(1)
    const communities = wide.chosen.map(({ community }) => community?.name)
    expect(new Set(communities).size).toBe(2)
    const narrow = await plan({ budget: { people: 2 } })
    expect(namesOf(narrow)[0]).toBe('Quiet Kon')
    expect(new Set(narrow.chosen.map(({ community }) => community?.name)).size).toBe(1)
  })

  it('keeps to a budget and to what each costs', async () => {
    const costs = { usual: 10, people: [{ person: personOf('Quiet Kon'), cost: 25 }] }
    const answer = await plan({ budget: { people: 5, cost: 20 }, costs })
    expect(namesOf(answer)).not.toContain('Quiet Kon')
    expect(answer.chosen).toHaveLength(2)
    expect(leftOut(answer)['too-dear']).toBe(1)
    const unknown = { usual: 1, people: [{ person: newId(), cost: 3 }] }
    expect((await ask('POST', '/influence/plans', { ...WISH, costs: unknown })).status).toBe(400)
  })

  it('counts value where asked to, in money', async () => {
    const answer = await plan({ goal: 'value' })
    expect(answer.figures?.value).toEqual({ currency: 'JPY', mean: 4000 })
    const people = await plan()
    const ratio =
      (answer.figures?.expected.estimate ?? 0) / (people.figures?.expected.estimate ?? 1)
    expect(ratio).toBeGreaterThan(3_900)
    expect(ratio).toBeLessThan(4_100)
    expect((await plan({ goal: 'value', topic: world.topic })).lack).toBe('no-run')
  })

  it('says what is missing', async () => {
    expect(await plan({ topic: world.topic })).toMatchObject({
      ...{ state: 'insufficient', lack: 'no-run', figures: null, chosen: [] },
    })
    expect((await plan({ outcome: 'renewal' })).lack).toBe('no-effect')
    const both = { ...WISH, stage: 'discovery' }
    expect((await ask('POST', '/influence/plans', both)).status).toBe(400)
    expect((await ask('POST', '/influence/plans', { ...WISH, topic: newId() })).status).toBe(400)
    expect((await ask('POST', '/influence/plans', { ...WISH, outcome: 'churn' })).status).toBe(400)
  })

  it('is kept, listed and shown as it was', async () => {
    const made = await plan()
    const { items } = (await ask('GET', '/influence/plans?limit=1')).body
    const { chosen, ...listed } = made
    expect(items).toEqual([listed])
    expect(chosen).toHaveLength(3)
    expect((await ask('GET', `/influence/plans/${made.id}`)).body).toEqual(made)
    expect(made.createdBy).toEqual({ id: cast.userId.owner, name: 'owner' })
  })
})

describe('who is left out', () => {
  it('keeps to what people said and to our own limits, merged people as one', async () => {
    const [quiet, next] = [personOf('Quiet Kon'), personOf('Next Nobu')]
    await ask('POST', `/people/${quiet}/do-not-contact`, { channel: 'all', reason: 'asked' })
    const at = new Date(Date.now() - 3 * 86_400_000).toISOString()
    await ask('POST', '/contacts', { by: 'phone', at, summary: 'x', people: [next] })
    await ask('POST', `/people/${personOf('Steady Mio')}/relations`, { kind: 'employee' })
    const answer = await plan()
    // Loud Larry moves next to nobody: whether a set drawn at random holds one of them is chance.
    expect(namesOf(answer).filter((name) => name !== 'Loud Larry')).toEqual(['Bridge Aoi'])
    expect(leftOut(answer)).toMatchObject({
      ...{ 'do-not-contact': 1, 'contacted-lately': 1, colleague: 1 },
    })
    const rested = await plan({ contact: { restDays: 2 } })
    expect(namesOf(rested)).toContain('Next Nobu')
    // Whoever is found to be the one who asked us not to write is left alone, too.
    const merged = await workspace.run((tx) =>
      mergePeople(tx, { keep: next, merge: quiet, origin: 'member' }, changeIn(workspace)),
    )
    expect(merged).toBeDefined()
    const after = namesOf(await plan({ contact: { restDays: 0 } }))
    expect(after.filter((name) => name !== 'Loud Larry')).toEqual(['Bridge Aoi'])
  })

  it('leaves nobody to choose from where all are left out, and says so', async () => {
    for (const name of ['Bridge Aoi', 'Loud Larry']) {
      await ask('POST', `/people/${personOf(name)}/do-not-contact`, { channel: 'all', reason: 'x' })
    }
    const answer = await plan()
    expect(answer).toMatchObject({ state: 'insufficient', lack: 'nobody-left' })
  })
})

describe('tasks for those chosen', () => {
  it('are one each, once, and nobody whom an experiment holds out', async () => {
    const own = await freshWorld()
    const answer = await own.plan()
    const path = `/influence/plans/${answer.id}/tasks`
    const first = (await own.ask('POST', path, { places: [0], due: '2030-04-01' })).body as Plan
    expect(first.chosen.map(({ decision }) => decision)).toEqual(['task', null, null])
    const tasks = async () => (await own.ask('GET', '/tasks')).body.items
    expect(await tasks()).toMatchObject([
      {
        ...{ title: 'Quiet Konさんに声をかける', due: { on: '2030-04-01' } },
        ...{ about: { kind: 'person', name: 'Quiet Kon' }, owner: { name: 'owner' } },
      },
    ])
    await own.holdEverybodyOut()
    const rest = (await own.ask('POST', path, {})).body as Plan
    expect(rest.chosen.map(({ decision }) => decision)).toEqual(['task', 'held-out', 'held-out'])
    expect(await tasks()).toHaveLength(1)
    expect((await own.ask('POST', path, {})).body).toEqual(rest)
    const next = await own.plan()
    expect(leftOut(next)['already-asked']).toBe(1)
  })

  it('wait until there is an answer; a job gives it', async () => {
    const own = await freshWorld()
    await own.workspace.run((tx) => sql`update influence_run set touches = 9000000`.execute(tx))
    const waiting = await own.plan()
    expect(waiting).toMatchObject({ state: 'computing', figures: null, chosen: [] })
    const path = `/influence/plans/${waiting.id}`
    expect((await own.ask('POST', `${path}/tasks`, {})).status).toBe(409)
    await answerWaitingPlan(testDoor(), own.workspace.id, waiting.id, new Date())
    const answer = (await own.ask('GET', path)).body as Plan
    expect(answer).toMatchObject({ state: 'ready', people: 3 })
    await answerWaitingPlan(testDoor(), own.workspace.id, waiting.id, new Date())
    expect((await own.ask('GET', path)).body).toEqual(answer)
  })
})

async function freshWorld() {
  const another = await makeCast()
  const signedIn = await web.signIn(another.email.owner)
  const { workspaceId: id } = another
  const door = testDoor()
  const own: TestWorkspace = { id, slug: '', door, run: (work) => door.inWorkspace(id, work) }
  await makePlanWorld(own)
  const askOwn = async (method: 'GET' | 'POST', path: string, payload?: object) => {
    const request = { method, url: `/api/v1${path}`, headers: { cookie: signedIn } } as const
    const answer = await web.ask(payload === undefined ? request : { ...request, payload })
    return { status: answer.statusCode, body: answer.json() }
  }
  return {
    ...{ workspace: own, ask: askOwn },
    plan: async () => (await askOwn('POST', '/influence/plans', WISH)).body as Plan,
    /** Everybody has been dealt into the arm that is left alone. */
    holdEverybodyOut: () =>
      own.run(async (tx) => {
        const experiment = newId()
        await sql`insert into experiment (workspace_id, id, name, state, holdout_share, seed, outcome,
            horizon_days, created_at)
          values (${id}, ${experiment}, 'x', 'running', 0.1, 's', 'purchase', 30, now())`.execute(
          tx,
        )
        await sql`insert into experiment_subject (workspace_id, experiment_id, handle_id, channel_id, arm,
            assigned_at)
          select h.workspace_id, ${experiment}, h.id, c.id, 'hold-out', now()
          from handle h, channel c`.execute(tx)
      }),
  }
}
