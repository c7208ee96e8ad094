import type { Transaction } from '#store/door.ts'
import { nameMembers } from '#store/members.ts'
import {
  askToGroup,
  getOpinion,
  listOpinions,
  mergeOpinions,
  type OpinionChange,
  type OpinionInFull,
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
  getOpinion: async ({ params, caller, context }) => {
    const found = await context.door.inWorkspace(caller.workspaceId, (tx) =>
      getOpinion(tx, params.id),
    )
    return withDeciders(found, caller, context)
  },
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
async function changed(
  { caller, context }: { caller: Caller; context: HttpContext },
  id: string,
  work: (tx: Transaction, change: OpinionChange) => Promise<unknown>,
) {
  const opinion = await context.door.inWorkspace(caller.workspaceId, async (tx) => {
    const made = await work(tx, changeBy(caller, context))
    return getOpinion(tx, typeof made === 'string' ? made : id)
  })
  return withDeciders(opinion, caller, context)
}

/** Puts the names of members where the log knows only who they are. */
async function withDeciders(
  opinion: OpinionInFull,
  { workspaceId }: Caller,
  { door }: HttpContext,
): Promise<OpinionInFull> {
  const ids = new Set(opinion.decisions.flatMap(({ by }) => by?.id ?? []))
  if (ids.size === 0) return opinion
  const names = await nameMembers(door, workspaceId, [...ids])
  const decisions = opinion.decisions.map((decision) => {
    const id = decision.by?.id
    return id === undefined ? decision : { ...decision, by: { id, name: names.get(id) ?? null } }
  })
  return { ...opinion, decisions }
}

function changeBy(caller: Caller, { now, random }: HttpContext): OpinionChange {
  return { authorId: caller.userId, workspaceId: caller.workspaceId, now: now(), random }
}
