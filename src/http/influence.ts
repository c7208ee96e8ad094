import {
  askToMeasure,
  readComparators,
  readCredits,
  readInfluence,
  readInfluenceSummary,
  readMethod,
  readOutcomes,
  readPaths,
  readPostInfluence,
} from '#measure/index.ts'
import type { Transaction } from '#store/door.ts'
import type { Caller, Handlers, HttpContext } from './handler.ts'

/** Influence: who causes action, how outcomes came about, what other rules would say, and how it is measured. */
export const influenceHandlers: Handlers<
  | 'listInfluence'
  | 'getInfluenceSummary'
  | 'listCredits'
  | 'listCreditedOutcomes'
  | 'getPostInfluence'
  | 'getInfluencePath'
  | 'getComparators'
  | 'getInfluenceMethod'
  | 'postMeasurement'
> = {
  listInfluence: ({ query, ...call }) => read(call, (tx) => readInfluence(tx, query, query)),
  getInfluenceSummary: ({ query, ...call }) => read(call, (tx) => readInfluenceSummary(tx, query)),
  listCredits: ({ query, ...call }) => read(call, (tx) => readCredits(tx, query, query)),
  listCreditedOutcomes: ({ query, ...call }) => read(call, (tx) => readOutcomes(tx, query, query)),
  getPostInfluence: ({ params, ...call }) =>
    read(call, (tx) => readPostInfluence(tx, params.activity)),
  getInfluencePath: ({ params, query, ...call }) =>
    read(call, (tx) => readPaths(tx, params.outcome, query.topic)),
  getComparators: ({ query, ...call }) => read(call, (tx) => readComparators(tx, query)),
  getInfluenceMethod: ({ query, ...call }) => read(call, (tx) => readMethod(tx, query.topic)),
  postMeasurement: async ({ caller, context }) => {
    const change = { authorId: caller.userId, now: context.now(), random: context.random }
    await context.door.inWorkspace(caller.workspaceId, (tx) => askToMeasure(tx, change))
    return { isMeasuring: true }
  },
}

function read<Answer>(
  { caller, context }: { caller: Caller; context: HttpContext },
  work: (tx: Transaction) => Promise<Answer>,
): Promise<Answer> {
  return context.door.inWorkspace(caller.workspaceId, work)
}
