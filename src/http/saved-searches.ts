import {
  addSavedSearch,
  deleteSavedSearch,
  listAlerts,
  listSavedSearches,
  markAlertsSeen,
  markSearchSeen,
  patchSavedSearch,
} from '#listen/index.ts'
import type { Caller, Handlers } from './handler.ts'
import { notSignedIn } from './refusals.ts'

/** Saved searches and what they raise. */
export const savedSearchHandlers: Handlers<
  | 'listSavedSearches'
  | 'postSavedSearch'
  | 'patchSavedSearch'
  | 'deleteSavedSearch'
  | 'postSearchSeen'
  | 'listAlerts'
  | 'postAlertsSeen'
> = {
  listSavedSearches: ({ query, caller, context }) =>
    context.door.inWorkspace(caller.workspaceId, (tx) =>
      listSavedSearches(tx, viewerOf(caller), query),
    ),
  postSavedSearch: ({ body, caller, context }) =>
    context.door.inWorkspace(caller.workspaceId, (tx) =>
      addSavedSearch(tx, memberOf(caller), body, { now: context.now(), random: context.random }),
    ),
  patchSavedSearch: ({ params, body, caller, context }) =>
    context.door.inWorkspace(caller.workspaceId, (tx) =>
      patchSavedSearch(tx, memberOf(caller), params.id, body),
    ),
  deleteSavedSearch: async ({ params, caller, context }) => {
    await context.door.inWorkspace(caller.workspaceId, (tx) =>
      deleteSavedSearch(tx, memberOf(caller), params.id),
    )
    return undefined
  },
  postSearchSeen: async ({ params, caller, context }) => {
    await context.door.inWorkspace(caller.workspaceId, (tx) =>
      markSearchSeen(tx, memberOf(caller), params.id),
    )
    return undefined
  },
  listAlerts: ({ query, caller, context }) =>
    context.door.inWorkspace(caller.workspaceId, (tx) => listAlerts(tx, viewerOf(caller), query)),
  postAlertsSeen: async ({ body, caller, context }) => {
    const { memberId } = memberOf(caller)
    await context.door.inWorkspace(caller.workspaceId, (tx) =>
      markAlertsSeen(tx, memberId, body.upTo),
    )
    return undefined
  },
}

/** A key stands for nobody, whoever made it: it sees what is shared. */
function viewerOf({ userId, role }: Caller) {
  return { memberId: role === null ? null : userId, role }
}

/** These routes take no keys, so a caller is a member. */
function memberOf(caller: Caller) {
  const { memberId, role } = viewerOf(caller)
  if (memberId === null) throw notSignedIn()
  return { memberId, role }
}
