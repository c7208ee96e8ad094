import { askPlan, getPlan, listPlans, makePlanTasks, type PlanInFull } from '#measure/index.ts'
import { changeBy, checkMembers, nameColleagues } from './colleagues.ts'
import type { Caller, Handlers, HttpContext } from './handler.ts'

/** Whom to engage next: ask, list, look at one, make tasks. */
export const planHandlers: Handlers<'postPlan' | 'listPlans' | 'getPlan' | 'postPlanTasks'> = {
  postPlan: async ({ body, caller, context }) => {
    const { topic, outcome, stage, goal, budget, costs, contact, days, lookbackDays } = body
    const id = await askPlan(
      context.door,
      {
        ...{ topic, goal, outcome: outcome ?? `stage:${stage ?? 'recommendation'}` },
        limits: {
          ...{ people: budget.people, cost: budget.cost ?? null, usualCost: costs.usual },
          ...{ communityShareMax: body.communityShareMax, days, lookbackDays, ...contact },
        },
        costs: costs.people,
      },
      changeBy(caller, context),
    )
    return inFull(id, caller, context)
  },
  listPlans: async ({ query, caller, context }) => {
    const { items, next } = await context.door.inWorkspace(caller.workspaceId, (tx) =>
      listPlans(tx, query),
    )
    const named = await nameColleagues(items, caller, context)
    return { items: named.map((one) => labelled(one)), next }
  },
  getPlan: ({ params, caller, context }) => inFull(params.id, caller, context),
  postPlanTasks: async ({ params, body, caller, context }) => {
    await checkMembers([body.owner], 'owner', caller, context)
    await context.door.inWorkspace(caller.workspaceId, (tx) =>
      makePlanTasks(tx, params.id, body, changeBy(caller, context)),
    )
    return inFull(params.id, caller, context)
  },
}

async function inFull(id: string, caller: Caller, context: HttpContext) {
  const plan = await context.door.inWorkspace(caller.workspaceId, (tx) => getPlan(tx, id))
  const [named = plan] = await nameColleagues<PlanInFull>([plan], caller, context)
  return labelled(named)
}

/** All of the channels that a plan rests on are calibrated from here on: shares are sums of many. */
const WHOLE = 1 - 1e-9

/** Influence without an experiment behind it is estimated, never caused. */
function labelled<One extends Pick<PlanInFull, 'figures'>>(one: One) {
  const share = one.figures?.calibratedShare ?? 0
  const isWhole = share >= WHOLE
  const label = isWhole ? 'calibrated' : share > 0 ? 'partly' : 'estimated'
  return { ...one, label } as const
}
