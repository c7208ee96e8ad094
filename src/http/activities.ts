import { getActivity, listActivities } from '#listen/index.ts'
import type { Handlers } from './handler.ts'

/** The log: list, search, and one in full. */
export const activityHandlers: Handlers<'listActivities' | 'getActivity'> = {
  listActivities: ({ query, caller, context }) =>
    context.door.inWorkspace(caller.workspaceId, (tx) => listActivities(tx, query, query)),
  getActivity: ({ params, caller, context }) =>
    context.door.inWorkspace(caller.workspaceId, (tx) =>
      getActivity(tx, params.id, context.reader),
    ),
}
