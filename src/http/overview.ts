import { readBriefing } from '#measure/index.ts'
import { readOverview, readVoices } from '#understand/index.ts'
import type { Handlers } from './handler.ts'

/** What happened since when, and what of it is unusual. */
export const overviewHandlers: Handlers<'getOverview' | 'getVoices' | 'getBriefing'> = {
  getOverview: ({ query, caller, context }) =>
    context.door.inWorkspace(caller.workspaceId, (tx) => readOverview(tx, query, context.now())),
  getVoices: ({ query, caller, context }) =>
    context.door.inWorkspace(caller.workspaceId, (tx) => readVoices(tx, query)),
  getBriefing: ({ query, caller, context }) =>
    context.door.inWorkspace(caller.workspaceId, (tx) => readBriefing(tx, query, context.now())),
}
