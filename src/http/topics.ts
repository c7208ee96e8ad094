import {
  addTopic,
  type Change,
  deleteTopic,
  listTopics,
  patchTopic,
  previewTopic,
  readTopicVoices,
} from '#understand/index.ts'
import type { Caller, Handlers, HttpContext } from './handler.ts'

/** Topics: list, add, change, remove. */
export const topicHandlers: Handlers<
  'listTopics' | 'getTopicVoices' | 'postTopic' | 'postTopicPreview' | 'patchTopic' | 'deleteTopic'
> = {
  listTopics: ({ query, caller, context }) =>
    context.door.inWorkspace(caller.workspaceId, (tx) => listTopics(tx, query)),
  getTopicVoices: ({ caller, context }) =>
    context.door.inWorkspace(caller.workspaceId, async (tx) => ({
      items: await readTopicVoices(tx),
    })),
  postTopic: ({ body, caller, context }) =>
    context.door.inWorkspace(caller.workspaceId, (tx) =>
      addTopic(tx, body, changeBy(caller, context)),
    ),
  postTopicPreview: ({ body, caller, context }) =>
    context.door.inWorkspace(caller.workspaceId, (tx) => previewTopic(tx, body.names)),
  patchTopic: ({ params, body, caller, context }) =>
    context.door.inWorkspace(caller.workspaceId, (tx) =>
      patchTopic(tx, params.id, body, changeBy(caller, context)),
    ),
  deleteTopic: async ({ params, caller, context }) => {
    await context.door.inWorkspace(caller.workspaceId, (tx) =>
      deleteTopic(tx, params.id, changeBy(caller, context)),
    )
    return undefined
  },
}

function changeBy(caller: Caller, { now, random }: HttpContext): Change {
  return { authorId: caller.userId, now: now(), random }
}
