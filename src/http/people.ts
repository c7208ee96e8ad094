import { getPerson, getTimeline, listPeople, patchPerson } from '#understand/index.ts'
import type { Handlers } from './handler.ts'
import { nameCorrectors } from './name-correctors.ts'

/** People: list, one in full, what they did, a correction of their name. */
export const peopleHandlers: Handlers<'listPeople' | 'getPerson' | 'patchPerson' | 'getTimeline'> =
  {
    listPeople: ({ query, caller, context }) =>
      context.door.inWorkspace(caller.workspaceId, (tx) => listPeople(tx, query, query)),
    getPerson: ({ params, caller, context }) =>
      context.door.inWorkspace(caller.workspaceId, (tx) => getPerson(tx, params.id)),
    patchPerson: ({ params, body, caller, context }) =>
      context.door.inWorkspace(caller.workspaceId, (tx) =>
        patchPerson(tx, params.id, body, caller.userId),
      ),
    getTimeline: async ({ params, query, caller, context }) => {
      const { items, next } = await context.door.inWorkspace(caller.workspaceId, (tx) =>
        getTimeline(tx, params.id, query),
      )
      return { items: await nameCorrectors(items, caller, context), next }
    },
  }
