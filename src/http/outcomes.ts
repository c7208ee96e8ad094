import { listOutcomes } from '#listen/index.ts'
import type { Handlers } from './handler.ts'

/** What came of it. */
export const outcomeHandlers: Handlers<'listOutcomes'> = {
  listOutcomes: ({ query, caller, context }) =>
    context.door.inWorkspace(caller.workspaceId, (tx) => listOutcomes(tx, query, query)),
}
