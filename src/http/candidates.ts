import {
  decideCandidate,
  getCandidate,
  listCandidates,
  readReviewStanding,
} from '#understand/index.ts'
import type { Handlers } from './handler.ts'

/** The review queue: pairs of people that may be one. */
export const candidateHandlers: Handlers<'listCandidates' | 'getCandidate' | 'postCandidate'> = {
  listCandidates: ({ query, caller, context }) => {
    const { limit, cursor, ...filter } = query
    return context.door.inWorkspace(caller.workspaceId, async (tx) => ({
      ...(await listCandidates(tx, filter, { limit, cursor })),
      standing: await readReviewStanding(tx, context.now()),
    }))
  },
  getCandidate: ({ params, caller, context }) =>
    context.door.inWorkspace(caller.workspaceId, (tx) => getCandidate(tx, params.id)),
  postCandidate: ({ params, body, caller, context }) =>
    context.door.inWorkspace(caller.workspaceId, (tx) =>
      decideCandidate(tx, params.id, body, {
        ...{ workspaceId: caller.workspaceId, authorId: caller.userId },
        ...{ now: context.now(), random: context.random },
      }),
    ),
}
