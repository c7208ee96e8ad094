import {
  addDeal,
  addPipeline,
  type DealChange,
  type DealInFull,
  deleteDeal,
  deletePipeline,
  getDeal,
  listDeals,
  listPipelines,
  patchDeal,
  patchPipeline,
  sumPipeline,
} from '#engage/index.ts'
import type { Transaction } from '#store/door.ts'
import { tryAgain } from '#store/try-again.ts'
import { changeBy, checkMembers, meant, nameColleagues } from './colleagues.ts'
import type { Caller, Handlers, HttpContext } from './handler.ts'
import { narrowQuery } from './lists.ts'

/** Pipelines: list, add, change, remove, and what their deals come to. */
const pipelineHandlers: Handlers<
  'listPipelines' | 'postPipeline' | 'patchPipeline' | 'deletePipeline' | 'getPipelineSums'
> = {
  listPipelines: ({ query, caller, context }) =>
    context.door.inWorkspace(caller.workspaceId, (tx) => listPipelines(tx, query)),
  postPipeline: ({ body, caller, context }) =>
    context.door.inWorkspace(caller.workspaceId, (tx) =>
      addPipeline(tx, body, changeBy(caller, context)),
    ),
  patchPipeline: ({ params, body, caller, context }) =>
    context.door.inWorkspace(caller.workspaceId, (tx) =>
      patchPipeline(tx, params.id, body, changeBy(caller, context)),
    ),
  deletePipeline: async ({ params, caller, context }) => {
    await context.door.inWorkspace(caller.workspaceId, (tx) =>
      deletePipeline(tx, params.id, changeBy(caller, context)),
    )
    return undefined
  },
  getPipelineSums: async ({ params, query, caller, context }) => {
    const filter = { ...query, owner: meant(query.owner, caller) }
    const items = await context.door.inWorkspace(caller.workspaceId, (tx) =>
      sumPipeline(tx, params.id, filter),
    )
    return { items }
  },
}

/** Deals: list, one in full, add, change, remove. */
export const dealHandlers: Handlers<
  keyof typeof pipelineHandlers | 'listDeals' | 'getDeal' | 'postDeal' | 'patchDeal' | 'deleteDeal'
> = {
  ...pipelineHandlers,
  listDeals: async ({ query, caller, context }) => {
    const filter = { ...query, owner: meant(query.owner, caller) }
    const { items, next } = await context.door.inWorkspace(caller.workspaceId, async (tx) => {
      const narrowed = await narrowQuery(tx, 'deal', { ...filter, owner: undefined }, caller)
      return listDeals(tx, { ...narrowed, owner: filter.owner }, query)
    })
    return { items: await nameColleagues(items, caller, context), next }
  },
  getDeal: async ({ params, caller, context }) => {
    const deal = await context.door.inWorkspace(caller.workspaceId, (tx) => getDeal(tx, params.id))
    return named(deal, caller, context)
  },
  postDeal: async ({ body, caller, context }) => {
    await checkMembers([body.owner], 'owner', caller, context)
    await checkMembers([body.secondOwner], 'secondOwner', caller, context)
    const deal = await change(caller, context, (tx, by) => addDeal(tx, body, by))
    return named(deal, caller, context)
  },
  patchDeal: async ({ params, body, caller, context }) => {
    await checkMembers([body.owner], 'owner', caller, context)
    await checkMembers([body.secondOwner], 'secondOwner', caller, context)
    const deal = await change(caller, context, (tx, by) => patchDeal(tx, params.id, body, by))
    return named(deal, caller, context)
  },
  deleteDeal: async ({ params, caller, context }) => {
    await change(caller, context, (tx, by) => deleteDeal(tx, params.id, by))
    return undefined
  },
}

async function named(deal: DealInFull, caller: Caller, context: HttpContext): Promise<DealInFull> {
  const [shown = deal] = await nameColleagues([deal], caller, context)
  return shown
}

/** A change of a deal may write to the log, where it can stand in the way of an import. */
function change<T>(
  caller: Caller,
  context: HttpContext,
  work: (tx: Transaction, by: DealChange) => Promise<T>,
): Promise<T> {
  const { door, listening } = context
  const by: DealChange = {
    ...changeBy(caller, context),
    hear: (tx, hearing) => listening.hearIn(tx, hearing),
  }
  return tryAgain(() => door.inWorkspace(caller.workspaceId, (tx) => work(tx, by)))
}
