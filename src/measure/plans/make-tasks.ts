import { sql } from 'kysely'
import { addTask } from '#engage/index.ts'
import type { Transaction } from '#store/door.ts'
import { OWN_WORKSPACE, writeEvent } from '#store/outbox.ts'
import type { ChangeInWorkspace } from '#understand/index.ts'
import { EnishiError, type PlanDecision, type PlanOutcome } from '#vocabulary/index.ts'
import { type Verdict, verdictsOf } from './hold-out.ts'
import { mayEngage } from './may-engage.ts'
import type { PlanLimitsAsked } from './plan-shapes.ts'
import { readCandidates } from './read-candidates.ts'
import { noPlan } from './read-plans.ts'

export interface TasksWish {
  /** Whose the tasks are; whoever asks where nobody is named. */
  owner?: string | null | undefined
  /** A day. */
  due?: string | undefined
  /** Whom of the chosen, by place; all where left out. */
  places?: readonly number[] | undefined
}

interface Undecided {
  place: number
  root: string
  name: string
  cost: number
}

/**
 * Makes a task for each of the chosen who has none: not for those whom the running experiment holds
 * out, and not for those who may not be contacted any more. Said again, those who have theirs keep
 * them. Records `plan.tasks-made`. Throws `not-found`, and `conflict` while there is no answer.
 */
export async function makePlanTasks(
  tx: Transaction,
  planId: string,
  wish: TasksWish,
  change: ChangeInWorkspace,
): Promise<void> {
  const plan = await holdPlan(tx, planId)
  const people = await readUndecided(tx, planId, wish.places)
  const verdicts = await judge(tx, people, plan.limits, change)
  let made = 0
  for (const one of people) {
    const verdict = verdicts.get(one.root) ?? 'not-to-be-contacted'
    const taskId =
      verdict === 'engage' ? await makeTask(tx, { ...plan, planId }, one, wish, change) : null
    if (taskId !== null) made += 1
    await decide(tx, planId, one.place, verdict === 'engage' ? 'task' : verdict, taskId)
  }
  const detail = [`tasks=${made}`, `leftAlone=${people.length - made}`]
  const { authorId } = change
  await writeEvent(tx, OWN_WORKSPACE, {
    ...{ name: 'plan.tasks-made', subjectId: planId, detail, authorId },
  })
}

/** Two members who make tasks at once would make them twice. */
async function holdPlan(tx: Transaction, id: string) {
  const { rows } = await sql<{ state: string; outcome: PlanOutcome; limits: PlanLimitsAsked }>`
    select state, outcome, asked as limits from engagement_plan where id = ${id} for update`.execute(
    tx,
  )
  const [plan] = rows
  if (plan === undefined) throw noPlan()
  if (plan.state !== 'ready') throw noAnswerYet()
  return plan
}

async function readUndecided(
  tx: Transaction,
  planId: string,
  places: readonly number[] | undefined,
): Promise<Undecided[]> {
  const { rows } = await sql<Undecided>`
    select c.place, c.cost, root.id as root, root.display_name as name
    from engagement_plan_person c
    join handle_person hp on hp.workspace_id = c.workspace_id and hp.handle_id = c.handle_id
    join person root on root.workspace_id = c.workspace_id and root.id = hp.person_id
    where c.plan_id = ${planId} and c.decision is null
      and (${places === undefined} or c.place = any(${[...(places ?? [])]}::integer[]))
    order by c.place`.execute(tx)
  // Two of the chosen who were found to be one since: the first place counts.
  return rows.filter((row, i) => rows.findIndex(({ root }) => root === row.root) === i)
}

/** Limits first, because they may have changed since the choice; then the experiment. */
async function judge(
  tx: Transaction,
  people: readonly Undecided[],
  limits: PlanLimitsAsked,
  change: ChangeInWorkspace,
): Promise<Map<string, Verdict>> {
  const roots = people.map(({ root }) => root)
  const facts = await readCandidates(tx, roots, change.now)
  const open = roots.filter((_, i) => {
    const known = facts[i]
    return (
      known !== undefined && mayEngage({ ...known, cost: 0 }, limits, undefined).leftOut === null
    )
  })
  return verdictsOf(tx, open, change)
}

async function makeTask(
  tx: Transaction,
  plan: { planId: string; outcome: PlanOutcome },
  { place, root, name }: Undecided,
  { owner, due }: TasksWish,
  change: ChangeInWorkspace,
): Promise<string> {
  const { language } = await tx.selectFrom('workspace').select('language').executeTakeFirstOrThrow()
  const task = await addTask(
    tx,
    {
      title: language === 'ja' ? `${name}さんに声をかける` : `Talk to ${name}`,
      detail: `/influence/plan?plan=${plan.planId}`,
      ...{ about: { kind: 'person', id: root }, key: `plan:${plan.planId}:${place}` },
      ...(owner === undefined ? {} : { owner }),
      ...(due === undefined ? {} : { due: { on: due } }),
    },
    change,
  )
  return task.id
}

async function decide(
  tx: Transaction,
  planId: string,
  place: number,
  decision: PlanDecision,
  taskId: string | null,
): Promise<void> {
  await tx
    .updateTable('engagement_plan_person')
    .set({ decision, task_id: taskId })
    .where('plan_id', '=', planId)
    .where('place', '=', place)
    .execute()
}

function noAnswerYet(): EnishiError {
  return new EnishiError('conflict', {
    en: 'This plan has nobody to make tasks for. Wait until it is computed, or ask for another one.',
    ja: 'この計画にはまだ候補者がいないため、タスクを作成できません。計算が終わるのを待つか、条件を変えて作り直してください。',
  })
}
