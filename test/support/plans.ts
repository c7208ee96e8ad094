import { sql } from 'kysely'
import type { Transaction } from '#store/door.ts'
import type { HandleKind, IncomingActivity, IncomingHandle } from '#vocabulary/index.ts'
import { hear, testChannel, testListening } from './listening.ts'
import { newId, type TestWorkspace } from './workspace.ts'

/** Valid bodies for the routes of plans that name one. */
export const PLAN_BODIES = { 'POST /influence/plans/{id}/tasks': { due: '2030-01-01' } }

/** A plan that is answered, with the account as the one chosen; answers its id by path. */
export async function insertPlan(
  tx: Transaction,
  workspaceId: string,
  handle: string,
): Promise<Record<string, string>> {
  const plan = newId()
  await sql`insert into engagement_plan (workspace_id, id, outcome, goal, asked, state, answer, made_at,
      answered_at)
    values (${workspaceId}, ${plan}, 'purchase', 'count', ${JSON.stringify(LIMITS_ASKED)}::jsonb, 'ready',
      ${JSON.stringify(FIGURES)}::jsonb, now(), now())`.execute(tx)
  await sql`insert into engagement_plan_cost (workspace_id, plan_id, handle_id, cost)
    values (${workspaceId}, ${plan}, ${handle}, 2)`.execute(tx)
  await sql`insert into engagement_plan_person (workspace_id, plan_id, place, handle_id, way, cost,
      alone, added, reasons)
    values (${workspaceId}, ${plan}, 0, ${handle}, 'message', 2, 1.5, 1.5, '[]')`.execute(tx)
  return { '/influence/plans': plan }
}

const LIMITS_ASKED = {
  ...{ people: 1, cost: null, usualCost: 1, communityShareMax: 1, days: 30, lookbackDays: 90 },
  ...{ restDays: 14, perMonthMax: 2 },
}
const FIGURES = {
  ...{ expected: { estimate: 1, low: 0.5, high: 2 }, anyway: 1, value: null, guarantee: 1 },
  ...{ comparators: [], leftOut: [], speakers: 1, candidates: 1, reached: 1 },
  ...{ from: '2026-01-01T00:00:00.000Z', to: '2026-04-01T00:00:00.000Z', perCommunityMax: null },
}

function account(name: string, kind: HandleKind = 'person'): IncomingHandle {
  const id = name.toLowerCase().replaceAll(' ', '-')
  return {
    ...{ platform: 'bluesky', externalId: `did:${id}`, username: `${id}.example` },
    ...{ displayName: name, url: `https://bsky.example/${id}`, kind },
  }
}

/** Who speaks, and how many of each circle answer them. */
const SPEAKERS = [
  { name: 'Quiet Kon', ofFirst: 12, ofSecond: 0, multiplier: 2 },
  { name: 'Bridge Aoi', ofFirst: 6, ofSecond: 5, multiplier: 1 },
  { name: 'Loud Larry', ofFirst: 12, ofSecond: 10, multiplier: 0.002 },
  { name: 'Steady Mio', ofFirst: 0, ofSecond: 7, multiplier: 1 },
  { name: 'Next Nobu', ofFirst: 9, ofSecond: 0, multiplier: 1.5 },
] as const
const CIRCLES = [
  { name: 'Morning roasters', people: 12 },
  { name: 'Night readers', people: 10 },
] as const
const POSTS_EACH = 4

/** Ids of a world in which it is known who moves whom. */
export interface PlanWorld {
  channel: string
  topic: string
  run: string
  /** By name: the person. */
  people: Map<string, string>
  circles: [string, string]
}

const listener = (circle: number, i: number) => account(`Listener ${circle}-${i}`)

/** Posts of the speakers, answers of those who are reached, and who follows whom. */
function heardInPlanWorld(endMs: number): IncomingActivity[] {
  const all: IncomingActivity[] = []
  let n = 0
  const add = (actor: IncomingHandle, more: Partial<IncomingActivity>) => {
    n += 1
    all.push({
      ...({ kind: 'activity', operation: 'create', type: 'Create', platform: 'bluesky' } as const),
      ...{ externalKey: `plan-${n}`, actor, ...more },
      publishedAt: new Date(endMs - 40 * 86_400_000 + n * 600_000),
    })
    return `plan-${n}`
  }
  for (const { name, ofFirst, ofSecond } of SPEAKERS) {
    for (let post = 0; post < POSTS_EACH; post++) {
      const parentKey = add(account(name), { content: { text: `Kettle K2 again, ${post}` } })
      for (const [circle, count] of [ofFirst, ofSecond].entries()) {
        for (let i = 0; i < count; i++) add(listener(circle, i), { type: 'Like', parentKey })
      }
    }
  }
  for (let i = 0; i < 9; i++) {
    add(listener(0, i), { type: 'Follow', objectHandle: account('Loud Larry') })
  }
  return all
}

/**
 * A workspace with people who reach others, two communities of those who are reached, and a measurement
 * by which Quiet Kon moves many, Loud Larry nobody. No topic is needed: it is measured over all of them.
 */
export async function makePlanWorld(
  workspace: TestWorkspace,
  end: Date = new Date(),
): Promise<PlanWorld> {
  const channel = await testChannel(workspace, 'plans')
  await hear(
    await testListening(workspace.door),
    workspace,
    channel,
    heardInPlanWorld(end.getTime()),
  )
  return workspace.run(async (tx) => {
    const people = await readPeople(tx)
    const topic = newId()
    await sql`insert into topic (workspace_id, id, name, kind, applied_at)
      values (${workspace.id}, ${topic}, 'Kettle K2', 'own', now())`.execute(tx)
    const circles: [string, string] = [newId(), newId()]
    for (const [i, { name, people: count }] of CIRCLES.entries()) {
      await insertCircle(tx, workspace.id, circles[i] ?? '', name, i, count)
    }
    const run = await insertRun(tx, workspace.id, channel, end)
    return { channel, topic, run, people, circles }
  })
}

async function readPeople(tx: Transaction): Promise<Map<string, string>> {
  const { rows } = await sql<{ name: string; id: string }>`
    select h.display_name as name, hp.person_id as id from handle h
    join handle_person hp on hp.handle_id = h.id`.execute(tx)
  return new Map(rows.map(({ name, id }) => [name, id]))
}

const handleNamed = (name: string) => sql`(select id from handle where display_name = ${name})`

async function insertCircle(
  tx: Transaction,
  ws: string,
  id: string,
  name: string,
  circle: number,
  people: number,
) {
  await sql`insert into community (workspace_id, id, name, phrases, people, ties, posts, recent_posts,
      before_posts, weeks, health, active_share, answer_rate, reciprocity, newcomers_kept, stages,
      languages, relevance, relevant_posts, rival_posts, ours, rivals, is_to_join, born_at, people_told)
    values (${ws}, ${id}, ${name}, '{kettles}', ${people}, 10, 10, 5, 5, '{1}', 50, 0.5, 0.5, 0.5, 0.5,
      '[]', '[]', 0.5, 1, 0, 0, 0, false, now(), ${people})`.execute(tx)
  const members = Array.from({ length: people }, (_, i) => `Listener ${circle}-${i}`)
  const speakers = circle === 0 ? ['Quiet Kon', 'Next Nobu', 'Bridge Aoi'] : ['Steady Mio']
  for (const one of [...members, ...speakers]) {
    await sql`insert into community_member (workspace_id, community_id, handle_id, is_first, rank, core,
        leap, strength, x, y)
      values (${ws}, ${id}, ${handleNamed(one)}, true, 1, 1, 0, 1, 0.5, 0.5)`.execute(tx)
  }
}

/** What a nightly measurement would leave: purchases, pushed over the one channel. */
async function insertRun(tx: Transaction, ws: string, channel: string, end: Date) {
  const run = newId()
  const from = new Date(end.getTime() - 60 * 86_400_000)
  const parameters = {
    ...{ tauDays: 1.5, windowDays: 7, sway: 0.05 },
    ...{ multiplierOfOthers: 1, theta: { [channel]: { purchase: 30, renewal: 0 } } },
  }
  const replicates = { [channel]: Array.from({ length: 200 }, (_, b) => 6 + 4 * (b / 199)) }
  await sql`insert into influence_run (workspace_id, id, scope_id, topic_id, state, measured_at, from_at,
      to_at, people, touches, outcomes, unlinked, credited, background, low, high, parameters, replicates)
    values (${ws}, ${run}, ${ws}, null, 'measured', ${end}, ${from}, ${end}, 100, 500, 20, 2, 8, 12, 4, 12,
      ${JSON.stringify(parameters)}::jsonb, ${JSON.stringify(replicates)}::jsonb)`.execute(tx)
  await sql`insert into influence_figure (workspace_id, run_id, cut, key, type, credit, low, high,
      placebo, outcomes, touches, is_enough)
    values (${ws}, ${run}, 'type', 'purchase', '', 8, 3, 13, 0.5, 20, 500, true)`.execute(tx)
  for (const { name, multiplier } of SPEAKERS) {
    await sql`insert into influence_multiplier (workspace_id, run_id, handle_id, multiplier)
      values (${ws}, ${run}, ${handleNamed(name)}, ${multiplier})`.execute(tx)
  }
  await sql`insert into influence_figure (workspace_id, run_id, cut, key, type, credit, low, high,
      placebo, outcomes, touches, is_enough, handle_id)
    select ${ws}, ${run}, 'actor', h.id::text, 'purchase', 3.2, 1, 5, 0.1, 11, 48, true, h.id
    from handle h where h.display_name = 'Quiet Kon'`.execute(tx)
  await sql`insert into outcome_credit (workspace_id, scope_id, outcome_id, type, run_id, handle_id, at,
      value_minor, currency, background, is_live, credited_at)
    select a.workspace_id, a.workspace_id, a.id, 'purchase', ${run}, a.handle_id, a.published_at,
      4000, 'JPY', 0.6, false, now()
    from activity a where a.type = 'Like' order by a.id limit 20`.execute(tx)
  return run
}
