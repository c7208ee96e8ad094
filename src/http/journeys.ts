import {
  listStays,
  readBeforeMoves,
  readJourneyChain,
  readSegment,
  readStuckPoints,
  readStuckSegments,
} from '#measure/index.ts'
import type { Door, Transaction } from '#store/door.ts'
import { readJourneys, readPersonJourneys } from '#understand/index.ts'
import { seededChance } from '#vocabulary/index.ts'
import type { Handlers } from './handler.ts'

type JourneyRoutes =
  | 'getJourneys'
  | 'getPersonJourneys'
  | 'getJourneyChain'
  | 'listJourneyStays'
  | 'getStuckPoints'
  | 'getStuckSegments'
  | 'getBeforeMoves'

/** How people move along the cycle: all of them for a topic, and one for every topic. */
export const journeyHandlers: Handlers<JourneyRoutes> = {
  getJourneys: ({ query, caller, context }) =>
    context.door.inWorkspace(caller.workspaceId, (tx) => readJourneys(tx, query)),
  getPersonJourneys: async ({ params, caller, context }) => ({
    items: await context.door.inWorkspace(caller.workspaceId, (tx) =>
      readPersonJourneys(tx, params.id),
    ),
  }),
  getJourneyChain: ({ query, caller, context }) =>
    atLength(context, caller, (tx) => readJourneyChain(tx, withSegment(query), context.now())),
  listJourneyStays: ({ query, caller, context }) => {
    const { limit, cursor, ...filter } = query
    return atLength(context, caller, (tx) =>
      listStays(tx, withSegment(filter), { limit, cursor }, context.now()),
    )
  },
  getStuckPoints: ({ query, caller, context }) =>
    atLength(context, caller, (tx) => readStuckPoints(tx, query.topic, context.now())),
  getStuckSegments: ({ query, caller, context }) =>
    atLength(context, caller, (tx) => readStuckSegments(tx, query, context.now())),
  getBeforeMoves: ({ query, caller, context }) =>
    // The same question draws the same people, so that the answer changes only with the log.
    atLength(context, caller, (tx) =>
      readBeforeMoves(tx, withSegment(query), seededChance(1, `${query.topic} ${query.move}`)),
    ),
}

/** What reads all moves of a topic may take longer than a list, and must not keep lists waiting. */
function atLength<T>(
  { door }: { door: Door },
  { workspaceId }: { workspaceId: string },
  read: (tx: Transaction) => Promise<T>,
): Promise<T> {
  return door.inWorkspace(workspaceId, read, 'background')
}

function withSegment<Query extends { segment?: string | undefined }>(query: Query) {
  const { segment, ...rest } = query
  return { ...rest, segment: segment === undefined ? undefined : readSegment(segment) }
}
