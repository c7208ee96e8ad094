import { changeWorkspace, readWorkspace } from '#understand/index.ts'
import type { Handlers } from './handler.ts'

/** The settings of a workspace. */
export const houseStyleHandlers: Handlers<'getWorkspace' | 'patchWorkspace'> = {
  getWorkspace: ({ caller, context }) =>
    context.door.inWorkspace(caller.workspaceId, readWorkspace),
  patchWorkspace: ({ body, caller, context }) =>
    context.door.inWorkspace(caller.workspaceId, (tx) => {
      const { now, random } = context
      return changeWorkspace(tx, body, { authorId: caller.userId, now: now(), random })
    }),
}
