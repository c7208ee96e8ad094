import { changeModelSettings, readModelSettings } from '#understand/index.ts'
import type { Handlers } from './handler.ts'

/** The language model of a workspace. */
export const languageModelHandlers: Handlers<'getLanguageModel' | 'patchLanguageModel'> = {
  getLanguageModel: ({ caller: { workspaceId }, context }) =>
    context.door.inWorkspace(workspaceId, (tx) =>
      readModelSettings(tx, workspaceId, context.now()),
    ),
  patchLanguageModel: ({ body, caller: { workspaceId, userId }, context }) =>
    context.door.inWorkspace(workspaceId, (tx) => {
      const { now, seal } = context
      return changeModelSettings(tx, workspaceId, body, { authorId: userId, now: now(), seal })
    }),
}
