import { readJourneys, readPersonJourneys } from '#understand/index.ts'
import type { Handlers } from './handler.ts'

/** How people move along the cycle: all of them for a topic, and one for every topic. */
export const journeyHandlers: Handlers<'getJourneys' | 'getPersonJourneys'> = {
  getJourneys: ({ query, caller, context }) =>
    context.door.inWorkspace(caller.workspaceId, (tx) => readJourneys(tx, query)),
  getPersonJourneys: async ({ params, caller, context }) => ({
    items: await context.door.inWorkspace(caller.workspaceId, (tx) =>
      readPersonJourneys(tx, params.id),
    ),
  }),
}
