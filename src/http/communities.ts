import {
  askForCommunities,
  getCommunity,
  listCommunities,
  listCommunityPosts,
  listMembers,
  readBridges,
  readGraph,
  readMap,
  renameCommunity,
} from '#measure/index.ts'
import type { Handlers } from './handler.ts'

/** Above so many people a picture is read where longer statements may run. */
const QUICK_NODES_MAX = 1_000

/** Communities: list, bubbles, look at one, its people, posts and picture, name, find anew. */
export const communityHandlers: Handlers<
  | 'listCommunities'
  | 'getCommunityMap'
  | 'listBridges'
  | 'postCommunitySearch'
  | 'getCommunity'
  | 'patchCommunity'
  | 'listCommunityMembers'
  | 'listCommunityPosts'
  | 'getCommunityGraph'
> = {
  listCommunities: ({ query, caller, context }) =>
    context.door.inWorkspace(caller.workspaceId, (tx) => listCommunities(tx, query, query)),
  getCommunityMap: ({ caller, context }) => context.door.inWorkspace(caller.workspaceId, readMap),
  listBridges: ({ query, caller, context }) =>
    context.door.inWorkspace(caller.workspaceId, (tx) =>
      readBridges(tx, query.days === '90' ? 90 : 30),
    ),
  postCommunitySearch: async ({ caller, context: { door, now, random } }) => {
    const asking = { authorId: caller.userId, now: now(), random }
    await door.inWorkspace(caller.workspaceId, (tx) => askForCommunities(tx, asking))
    return { isFinding: true }
  },
  getCommunity: ({ params, caller, context }) =>
    context.door.inWorkspace(caller.workspaceId, (tx) => getCommunity(tx, params.id)),
  patchCommunity: ({ params, body, caller, context }) =>
    context.door.inWorkspace(caller.workspaceId, async (tx) => {
      const by = { authorId: caller.userId, workspaceId: caller.workspaceId }
      await renameCommunity(tx, params.id, body.name, by)
      return getCommunity(tx, params.id)
    }),
  listCommunityMembers: ({ params, query, caller, context }) =>
    context.door.inWorkspace(caller.workspaceId, (tx) => listMembers(tx, params.id, query, query)),
  listCommunityPosts: ({ params, query, caller, context }) =>
    context.door.inWorkspace(caller.workspaceId, (tx) =>
      listCommunityPosts(tx, params.id, query, query),
    ),
  getCommunityGraph: ({ params, query, caller, context }) =>
    context.door.inWorkspace(
      caller.workspaceId,
      (tx) => readGraph(tx, params.id, query.limit, context.now()),
      query.limit > QUICK_NODES_MAX ? 'background' : 'interactive',
    ),
}
