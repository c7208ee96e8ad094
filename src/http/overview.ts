import { listChannels } from '#listen/index.ts'
import { readOverview } from '#understand/index.ts'
import type { Handlers } from './handler.ts'

/** What happened since when, and where we listen. */
export const overviewHandlers: Handlers<'getOverview' | 'listChannels'> = {
  getOverview: ({ query, caller, context }) =>
    context.door.inWorkspace(caller.workspaceId, (tx) => readOverview(tx, query, context.now())),
  listChannels: ({ query, caller, context }) =>
    context.door.inWorkspace(caller.workspaceId, (tx) => listChannels(tx, query)),
}
