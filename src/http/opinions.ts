import type { Transaction } from '#store/door.ts'
import {
  askToGroup,
  getOpinion,
  listOpinions,
  mergeOpinions,
  type OpinionChange,
  renameOpinion,
  splitOpinion,
  undoDecision,
} from '#understand/index.ts'
import type { Caller, Handlers, HttpContext } from './handler.ts'

/** Opinions: list, look at one, name, merge, split, take back, find anew. */
export const opinionHandlers: Handlers<
  | 'listOpinions'
  | 'getOpinion'
  | 'patchOpinion'
  | 'postOpinionMerge'
  | 'postOpinionSplit'
  | 'postOpinionUndo'
  | 'postOpinionsGroup'
> = {
  listOpinions: ({ query, caller, context }) =>
    context.door.inWorkspace(caller.workspaceId, (tx) => listOpinions(tx, query, query)),
  getOpinion: ({ params, caller, context }) =>
    context.door.inWorkspace(caller.workspaceId, (tx) => getOpinion(tx, params.id)),
  patchOpinion: ({ params, body, ...call }) =>
    changed(call, params.id, (tx, change) => renameOpinion(tx, params.id, body, change)),
  postOpinionMerge: ({ params, body, ...call }) =>
    changed(call, params.id, (tx, change) => mergeOpinions(tx, params.id, body.others, change)),
  postOpinionSplit: ({ params, body, ...call }) => {
    const { posts, ...words } = body
    return changed(call, params.id, (tx, change) =>
      splitOpinion(tx, params.id, { posts, words }, change),
    )
  },
  postOpinionUndo: ({ params, body, ...call }) =>
    changed(call, params.id, (tx, change) => undoDecision(tx, params.id, body.decision, change)),
  postOpinionsGroup: async ({ body, caller, context }) => {
    await context.door.inWorkspace(caller.workspaceId, (tx) =>
      askToGroup(tx, body.topic, changeBy(caller, context)),
    )
    return { isGrouping: true }
  },
}

/** Changes an opinion and answers it, or the new one that the change names, as it then is. */
function changed(
  { caller, context }: { caller: Caller; context: HttpContext },
  id: string,
  work: (tx: Transaction, change: OpinionChange) => Promise<unknown>,
) {
  return context.door.inWorkspace(caller.workspaceId, async (tx) => {
    const made = await work(tx, changeBy(caller, context))
    return getOpinion(tx, typeof made === 'string' ? made : id)
  })
}

function changeBy(caller: Caller, { now, random }: HttpContext): OpinionChange {
  return { authorId: caller.userId, workspaceId: caller.workspaceId, now: now(), random }
}
