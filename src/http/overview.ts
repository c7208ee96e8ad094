import { readOverview } from '#understand/index.ts'
import type { Handlers } from './handler.ts'

/** What happened since when. */
export const overviewHandlers: Handlers<'getOverview'> = {
  getOverview: ({ query, caller, context }) =>
    context.door.inWorkspace(caller.workspaceId, (tx) => readOverview(tx, query, context.now())),
}
