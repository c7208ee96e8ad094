import { z } from 'zod'
import { LIMITS, PROPOSAL_BASES } from '#vocabulary/index.ts'
import { evidence } from './relation-parts.ts'
import { mayRead, mayWrite, route } from './route.ts'
import * as shapes from './shapes.ts'

const count = z.number().int()

const proposal = z.object({
  id: shapes.id,
  person: z.object({ id: shapes.id, name: z.string(), nameReading: z.string().nullable() }),
  kind: shapes.relationCode,
  basis: z.enum(PROPOSAL_BASES),
  evidence,
  proposedAt: shapes.time,
})

export const listRelationProposals = route({
  method: 'GET',
  path: '/relation-proposals',
  summary: 'What people may be to us, with the evidence; to be confirmed or refused',
  access: mayRead,
  query: z.object({
    ...shapes.page,
    kind: shapes.relationCode.optional(),
    person: shapes.id.optional(),
    q: z.string().max(LIMITS.searchQueryCharsMax).optional(),
  }),
  answer: shapes.listOf(proposal),
  status: 200,
})

export const postRelationProposal = route({
  method: 'POST',
  path: '/relation-proposals/{id}',
  summary: 'Confirm a proposal, or refuse it for good',
  access: mayWrite,
  params: shapes.byId,
  body: z.object({ verdict: z.enum(['confirm', 'refuse']) }),
  answer: 'none',
  status: 204,
})

export const postRelationSearch = route({
  method: 'POST',
  path: '/relation-proposals/search',
  summary: 'Apply the rules and look for proposals now; both happen once a day by themselves',
  access: mayWrite,
  body: z.object({}),
  answer: z.object({
    /** Relations that rules began and ended. */
    begun: count,
    ended: count,
    /** Proposals that are new. */
    proposed: count,
  }),
  status: 200,
})
