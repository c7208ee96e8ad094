import { sql } from 'kysely'
import { type Listed, type PageRequest, readIdCursor, writeCursor } from '#store/cursor.ts'
import type { Transaction } from '#store/door.ts'
import { isUsed } from '#understand/index.ts'
import {
  EnishiError,
  type PlanDecision,
  type PlanGoal,
  type PlanLack,
  type PlanOutcome,
  type PlanState,
  type PlanWay,
} from '#vocabulary/index.ts'
import type { KeptReason, PlanFigures, PlanLimitsAsked } from './plan-shapes.ts'

interface Named {
  id: string
  name: string
}

/** A plan in a list. */
export interface ListedPlan {
  id: string
  topic: Named | null
  outcome: PlanOutcome
  goal: PlanGoal
  /** `failed`: the job gave up. */
  state: PlanState | 'failed'
  lack: PlanLack | null
  limits: PlanLimitsAsked
  /** Chosen, and of them with a task. */
  people: number
  tasks: number
  figures: PlanFigures | null
  createdBy: { id: string; name: null } | null
  madeAt: string
  answeredAt: string | null
}

/** A community as a reason names it. */
export interface PlanCommunity {
  id: string
  name: string | null
  phrases: string[]
}

/** A reason as it is shown: communities with their names, null where they are no more. */
export type ShownReason =
  | {
      kind: 'moves'
      people: number
      expected: number
      community: PlanCommunity | null
      stage: string | null
    }
  | {
      kind: 'bridges'
      communities: [PlanCommunity | null, PlanCommunity | null]
      shares: [number, number]
    }
  | Extract<KeptReason, { kind: 'outcomes' | 'pushes' | 'not-contacted' }>

export interface ShownChosen {
  place: number
  person: Named
  account: { id: string; platform: string; username: string | null; url: string | null }
  way: PlanWay
  cost: number
  alone: number
  added: number
  community: PlanCommunity | null
  reasons: ShownReason[]
  decision: PlanDecision | null
  task: { id: string; isDone: boolean } | null
}

export interface PlanInFull extends ListedPlan {
  chosen: ShownChosen[]
}

interface PlanRow extends Omit<ListedPlan, 'createdBy' | 'madeAt' | 'answeredAt'> {
  madeBy: string | null
  madeAt: Date
  answeredAt: Date | null
}

/** Plans, the newest first. Throws `bad-input` for a foreign cursor. */
export async function listPlans(tx: Transaction, page: PageRequest): Promise<Listed<ListedPlan>> {
  const before = page.cursor === undefined ? null : readIdCursor(page.cursor)
  const { rows } = await sql<PlanRow>`${SHOWN}
    where ${before}::uuid is null or p.id < ${before}::uuid
    order by p.id desc limit ${page.limit + 1}`.execute(tx)
  const items = rows.slice(0, page.limit).map(shown)
  const last = items.at(-1)
  return { items, next: rows.length > page.limit && last ? writeCursor([last.id]) : null }
}

/** One plan with those chosen. Throws `not-found`. */
export async function getPlan(tx: Transaction, id: string): Promise<PlanInFull> {
  const { rows } = await sql<PlanRow>`${SHOWN} where p.id = ${id}`.execute(tx)
  if (rows[0] === undefined) throw noPlan()
  return { ...shown(rows[0]), chosen: await readChosen(tx, id) }
}

const SHOWN = sql`
  select p.id, p.outcome, p.goal, p.lack, p.asked as limits, p.answer as figures,
    case when p.state = 'computing' and exists (select from job j
      where j.kind = 'plan-engagement' and j.subject_id = p.id and j.state = 'failed')
      then 'failed' else p.state end as state,
    (select jsonb_build_object('id', t.id, 'name', t.name) from topic t where t.id = p.topic_id) as topic,
    (select count(*)::integer from engagement_plan_person c where c.plan_id = p.id) as people,
    (select count(*)::integer from engagement_plan_person c
      where c.plan_id = p.id and c.task_id is not null) as tasks,
    p.made_by as "madeBy", p.made_at as "madeAt", p.answered_at as "answeredAt"
  from engagement_plan p`

function shown({ madeBy, madeAt, answeredAt, figures, ...row }: PlanRow): ListedPlan {
  return {
    ...row,
    // Plans of before experiments were looked at rest on none.
    figures: figures && { ...figures, calibratedShare: figures.calibratedShare ?? 0 },
    createdBy: madeBy === null ? null : { id: madeBy, name: null },
    madeAt: madeAt.toISOString(),
    answeredAt: answeredAt?.toISOString() ?? null,
  }
}

interface ChosenRow extends Omit<ShownChosen, 'reasons' | 'community'> {
  communityId: string | null
  reasons: KeptReason[]
}

async function readChosen(tx: Transaction, planId: string): Promise<ShownChosen[]> {
  const { rows } = await sql<ChosenRow>`
    select c.place, c.way, c.cost, c.alone, c.added, c.reasons, c.decision,
      c.community_id as "communityId",
      jsonb_build_object('id', root.id, 'name', root.display_name) as person,
      jsonb_build_object('id', h.id, 'platform', h.platform, 'username', h.username, 'url', h.url)
        as account,
      (select jsonb_build_object('id', t.id, 'isDone', t.done_at is not null)
        from task t where t.id = c.task_id) as task
    from engagement_plan_person c
    join handle h on h.workspace_id = c.workspace_id and h.id = c.handle_id
    join handle_person hp on hp.workspace_id = c.workspace_id and hp.handle_id = c.handle_id
    join person root on root.workspace_id = c.workspace_id and root.id = hp.person_id
    where c.plan_id = ${planId} and ${isUsed(sql`c.handle_id`)} order by c.place`.execute(tx)
  const communities = await nameCommunities(tx, rows)
  const named = (id: string | null) => (id === null ? null : (communities.get(id) ?? null))
  return rows.map(({ communityId, reasons, ...row }) => ({
    ...{ ...row, community: named(communityId) },
    reasons: reasons.map((reason) => shownReason(reason, named)),
  }))
}

async function nameCommunities(tx: Transaction, rows: readonly ChosenRow[]) {
  const ids = rows.flatMap(({ communityId, reasons }) => [
    communityId,
    ...reasons.flatMap((reason) => {
      if (reason.kind === 'moves') return [reason.communityId]
      return reason.kind === 'bridges' ? reason.communityIds : []
    }),
  ])
  const wanted = [...new Set(ids.filter((id) => id !== null && id !== ''))]
  const found = await sql<PlanCommunity>`
    select id, name, phrases from community where id = any(${wanted}::uuid[])`.execute(tx)
  return new Map(found.rows.map((row) => [row.id, row]))
}

function shownReason(
  reason: KeptReason,
  named: (id: string | null) => PlanCommunity | null,
): ShownReason {
  if (reason.kind === 'moves') {
    const { communityId, ...rest } = reason
    return { ...rest, community: named(communityId) }
  }
  if (reason.kind === 'bridges') {
    const [first, second] = reason.communityIds
    return { kind: 'bridges', communities: [named(first), named(second)], shares: reason.shares }
  }
  return reason
}

export function noPlan(): EnishiError {
  return new EnishiError(
    'not-found',
    {
      en: 'There is no such plan. GET /influence/plans lists those that there are.',
      ja: 'この計画は見つかりません。GET /influence/plans で一覧を確認してください。',
    },
    { field: 'id' },
  )
}
