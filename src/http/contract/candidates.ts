import { z } from 'zod'
import { AGREEMENTS, CANDIDATE_STATES, CANDIDATE_VERDICTS, LIMITS } from '#vocabulary/index.ts'
import { fieldSides } from './merges.ts'
import { person } from './people.ts'
import { mayRead, mayWrite, route } from './route.ts'
import * as shapes from './shapes.ts'

/** The review queue: pairs of people that may be one. */

const count = z.number().int()

const candidate = z.object({
  id: shapes.id,
  first: person,
  second: person,
  /** The accounts that speak most for it. */
  firstHandleId: shapes.id,
  secondHandleId: shapes.id,
  /** Nats; below 0 it speaks against. */
  weight: z.number(),
  probability: z.number().min(0).max(1),
  /** The strongest first. */
  reasons: z.array(
    z.object({ field: z.string(), agreement: z.enum(AGREEMENTS), weight: z.number() }),
  ),
  /** What looking at it is worth: the list is in this order. */
  value: z.number(),
  state: z.enum(CANDIDATE_STATES),
  foundAt: shapes.time,
  decidedAt: shapes.time.nullable(),
  decidedBy: shapes.id.nullable(),
})

export const listCandidates = route({
  method: 'GET',
  path: '/people/candidates',
  summary: 'Pairs of people that may be one, by what looking at them is worth',
  access: mayRead,
  query: z.object({
    ...shapes.page,
    state: z.enum(CANDIDATE_STATES).default('open'),
    person: shapes.id.optional(),
    probabilityMin: z.coerce.number().min(0).max(1).optional(),
    q: z.string().max(LIMITS.searchQueryCharsMax).optional(),
  }),
  answer: shapes.listOf(candidate).extend({
    /** How the queue stands; counts end at 10,000. */
    standing: z.object({
      open: count,
      later: count,
      /** Accounts that wait to be compared. */
      waiting: count,
      /** Merged without asking in the last 30 days, and how many were taken back. */
      automatic: count,
      automaticTakenBack: count,
    }),
  }),
  status: 200,
})

export const getCandidate = route({
  method: 'GET',
  path: '/people/candidates/{id}',
  summary: 'One pair of people that may be one, with its reasons',
  access: mayRead,
  params: shapes.byId,
  answer: candidate,
  status: 200,
})

export const postCandidate = route({
  method: 'POST',
  path: '/people/candidates/{id}',
  summary: 'Decide about a pair: the same (merges them), not the same (remembered), or later',
  access: mayWrite,
  params: shapes.byId,
  body: z.object({
    verdict: z.enum(CANDIDATE_VERDICTS),
    /** With `same`: who stays. */
    keep: shapes.id.optional(),
    fields: fieldSides,
  }),
  answer: candidate,
  status: 200,
})
