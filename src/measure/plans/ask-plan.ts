import { sql } from 'kysely'
import type { Door, Transaction } from '#store/door.ts'
import { enqueueJob } from '#store/jobs.ts'
import { OWN_WORKSPACE, writeEvent } from '#store/outbox.ts'
import { type ChangeInWorkspace, rootOf } from '#understand/index.ts'
import { EnishiError, type PlanGoal, type PlanOutcome, uuidV7 } from '#vocabulary/index.ts'
import { answerPlan } from './answer-plan.ts'
import type { PlanAnswer, PlanAsked, PlanLimitsAsked } from './plan-shapes.ts'

/** A plan as it is asked for. */
export interface PlanInputAsked {
  topic?: string | undefined
  outcome: PlanOutcome
  goal: PlanGoal
  limits: PlanLimitsAsked
  /** What engaging somebody costs, where it is not the usual. */
  costs: readonly { person: string; cost: number }[]
}

/** With more touches than this, the answer takes more than the seconds somebody waits for. */
const TOUCHES_AT_ONCE_MAX = 150_000

/**
 * Asks whom to engage next; answers the id of the plan. Small graphs are answered at once, large ones
 * by a job. Records `plan.asked`, and `plan.answered` with it. Throws `bad-input` for what is not there.
 */
export async function askPlan(
  door: Door,
  input: PlanInputAsked,
  change: ChangeInWorkspace,
): Promise<string> {
  const { workspaceId, now } = change
  const run = <T>(work: (tx: Transaction) => Promise<T>) => door.inWorkspace(workspaceId, work)
  const id = uuidV7(now.getTime(), change.random)
  const asked = await run((tx) => understood(tx, input))
  const touches = await run((tx) => countTouches(tx, asked.topicId ?? workspaceId))
  if (touches > TOUCHES_AT_ONCE_MAX) {
    await run((tx) => keepForLater(tx, id, asked, change))
    return id
  }
  const answer = await answerPlan(asked, { run, workspaceId, now })
  await run(async (tx) => {
    await insertPlan(tx, id, asked, change)
    await writeAnswer(tx, id, answer, { ...change, now })
  })
  return id
}

/** Answers a plan that waits; one that was answered or removed meanwhile stays as it is. */
export async function answerWaitingPlan(
  door: Door,
  workspaceId: string,
  planId: string,
  now: Date,
): Promise<void> {
  const run = <T>(work: (tx: Transaction) => Promise<T>) =>
    door.inWorkspace(workspaceId, work, 'background')
  const asked = await run((tx) => readWaiting(tx, planId))
  if (asked === undefined) return
  const answer = await answerPlan(asked, { run, workspaceId, now })
  await run((tx) => writeAnswer(tx, planId, answer, { now, authorId: null }))
}

async function understood(tx: Transaction, input: PlanInputAsked): Promise<PlanAsked> {
  const { topic, outcome, goal, limits } = input
  if (topic !== undefined) {
    const known = await sql`select from topic where id = ${topic} and deleted_at is null`.execute(
      tx,
    )
    if (known.rows.length === 0) throw noTopic()
  }
  const costs = new Map<string, number>()
  for (const { person, cost } of input.costs) costs.set(await meant(tx, person), cost)
  return { topicId: topic ?? null, outcome, goal, limits, costs }
}

async function meant(tx: Transaction, person: string): Promise<string> {
  try {
    return await rootOf(tx, person)
  } catch (error) {
    if (error instanceof EnishiError && error.code === 'not-found') throw noPerson()
    throw error
  }
}

async function countTouches(tx: Transaction, scopeId: string): Promise<number> {
  const run = await tx
    .selectFrom('influence_run')
    .select('touches')
    .where('scope_id', '=', scopeId)
    .executeTakeFirst()
  return run?.touches ?? 0
}

async function keepForLater(
  tx: Transaction,
  id: string,
  asked: PlanAsked,
  change: ChangeInWorkspace,
): Promise<void> {
  await insertPlan(tx, id, asked, change)
  const job = uuidV7(change.now.getTime(), change.random)
  await enqueueJob(tx, OWN_WORKSPACE, { id: job, kind: 'plan-engagement', subjectId: id })
}

async function insertPlan(
  tx: Transaction,
  id: string,
  { topicId, outcome, goal, limits, costs }: PlanAsked,
  { now, authorId }: ChangeInWorkspace,
): Promise<void> {
  await tx
    .insertInto('engagement_plan')
    .values({
      ...{ workspace_id: OWN_WORKSPACE, id, topic_id: topicId, outcome, goal },
      ...{ asked: JSON.stringify(limits), state: 'computing', lack: null, answer: null },
      ...{ made_at: now, made_by: authorId, answered_at: null },
    })
    .execute()
  const roots = [...costs.keys()]
  // The oldest account stands for the person.
  await sql`
    insert into engagement_plan_cost (workspace_id, plan_id, handle_id, cost)
    select ${OWN_WORKSPACE}, ${id}::uuid, (array_agg(hp.handle_id order by hp.handle_id))[1], w.cost
    from unnest(${roots}::uuid[], ${[...costs.values()]}::float8[]) as w (root, cost)
    join handle_person hp on hp.person_id = w.root group by w.root, w.cost`.execute(tx)
  const detail = [`outcome=${outcome}`, `goal=${goal}`, `people=${limits.people}`]
  await writeEvent(tx, OWN_WORKSPACE, { name: 'plan.asked', subjectId: id, detail, authorId })
}

async function readWaiting(tx: Transaction, id: string): Promise<PlanAsked | undefined> {
  const row = await tx
    .selectFrom('engagement_plan')
    .select(['topic_id', 'outcome', 'goal', 'asked'])
    .where('id', '=', id)
    .where('state', '=', 'computing')
    .executeTakeFirst()
  if (row === undefined) return undefined
  const { rows } = await sql<{ root: string; cost: number }>`
    select hp.person_id as root, min(c.cost) as cost from engagement_plan_cost c
    join handle_person hp on hp.workspace_id = c.workspace_id and hp.handle_id = c.handle_id
    where c.plan_id = ${id} group by hp.person_id`.execute(tx)
  return {
    ...{ topicId: row.topic_id, outcome: row.outcome, goal: row.goal },
    limits: row.asked as PlanLimitsAsked,
    costs: new Map(rows.map(({ root, cost }) => [root, cost])),
  }
}

/** Writes what was answered. Records `plan.answered`. */
async function writeAnswer(
  tx: Transaction,
  id: string,
  answer: PlanAnswer,
  { now, authorId }: Pick<ChangeInWorkspace, 'now' | 'authorId'>,
): Promise<void> {
  const figures = answer.lack === null ? answer.figures : null
  const state = answer.lack === null ? 'ready' : 'insufficient'
  const written = await tx
    .updateTable('engagement_plan')
    .set({
      ...{ state, lack: answer.lack, answered_at: now },
      answer: figures === null ? null : JSON.stringify(figures),
    })
    .where('id', '=', id)
    .where('state', '=', 'computing')
    .executeTakeFirst()
  if (written.numUpdatedRows === 0n) return
  const chosen = answer.lack === null ? answer.chosen : []
  if (chosen.length > 0) {
    await tx
      .insertInto('engagement_plan_person')
      .values(
        chosen.map(({ handleId, communityId, reasons, ...one }, place) => ({
          ...{ workspace_id: OWN_WORKSPACE, plan_id: id, place, handle_id: handleId, ...one },
          ...{ community_id: communityId, reasons: JSON.stringify(reasons) },
          ...{ decision: null, task_id: null },
        })),
      )
      .execute()
  }
  const detail = [`state=${state}`, `people=${chosen.length}`]
  await writeEvent(tx, OWN_WORKSPACE, { name: 'plan.answered', subjectId: id, detail, authorId })
}

function noTopic(): EnishiError {
  return new EnishiError(
    'bad-input',
    {
      en: 'There is no such topic. Look for it in the list of topics.',
      ja: 'この話題は見つかりません。話題の一覧から探してください。',
    },
    { field: 'topic' },
  )
}

function noPerson(): EnishiError {
  return new EnishiError(
    'bad-input',
    {
      en: 'One of those for whom a cost is given is not there. Look for them in the list of people.',
      ja: '費用を指定した人物の中に、見つからない人がいます。人物の一覧から探してください。',
    },
    { field: 'costs' },
  )
}
