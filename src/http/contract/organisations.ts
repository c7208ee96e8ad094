import { z } from 'zod'
import { CONTACT_KINDS, DEAL_STATES, INFLUENCE_OUTCOMES, LIMITS } from '#vocabulary/index.ts'
import { cardQuery } from './lists.ts'
import { mayRead, mayWrite, route } from './route.ts'
import * as shapes from './shapes.ts'

const count = z.number().int()

export const organisation = z.object({
  id: shapes.id,
  name: z.string(),
  nameReading: z.string().nullable(),
  domain: z.string().nullable(),
  url: z.string().nullable(),
  /** What it is to us today. */
  relations: z.array(shapes.relationCode),
  /** People who belong to it today, or stand behind its accounts. */
  people: count,
})
export type Organisation = z.infer<typeof organisation>

const fullOrganisation = organisation.extend({
  /** Of all its people; drills down to GET /activities?organisation=. */
  posts: count,
  members: z.array(
    z.object({
      id: shapes.id,
      person: z.object({
        id: shapes.id,
        name: z.string(),
        nameReading: z.string().nullable(),
        posts: count,
        /** What the person is to us today. */
        relations: z.array(shapes.relationCode),
      }),
      role: z.string().nullable(),
      department: z.string().nullable(),
      since: shapes.day.nullable(),
      until: shapes.day.nullable(),
    }),
  ),
  hasMoreMembers: z.boolean(),
  accounts: z.array(
    z.object({
      handleId: shapes.id,
      platform: z.string(),
      username: z.string().nullable(),
      displayName: z.string().nullable(),
      personId: shapes.id,
    }),
  ),
  /** People at each stage today; drills down to GET /people?organisation=&topic=&stage=. */
  stages: z.array(
    z.object({
      topic: z.object({ id: shapes.id, name: z.string(), kind: shapes.topicKind }),
      people: z.record(shapes.stage, count),
    }),
  ),
})

const webAddress = z
  .url({ protocol: /^https?$/ })
  .max(2_000)
  .nullable()

const input = {
  name: z.string().trim().min(1).max(LIMITS.nameCharsMax),
  nameReading: z.string().trim().max(LIMITS.nameCharsMax).nullable().optional(),
  url: webAddress.optional(),
  /** All that hold; those left out end today. */
  relations: z.array(shapes.relationCode).max(LIMITS.relationsMax).optional(),
}

export const listOrganisations = route({
  method: 'GET',
  path: '/organisations',
  summary: 'Organisations by name (五十音) or newest first',
  access: mayRead,
  query: z.object({
    ...shapes.page,
    q: z.string().max(LIMITS.searchQueryCharsMax).optional(),
    relation: shapes.relationCode.optional(),
    ...cardQuery,
    sort: z.enum(['name', 'new']).default('name'),
  }),
  answer: shapes.listOf(organisation),
  status: 200,
})

export const getOrganisation = route({
  method: 'GET',
  path: '/organisations/{id}',
  summary:
    'One organisation: its people with roles and dates, its accounts, the stages its people are at',
  access: mayRead,
  params: shapes.byId,
  answer: fullOrganisation,
  status: 200,
})

const amounts = z.array(z.object({ currency: z.string(), valueMinor: z.string() }))

export const getOrganisationSums = route({
  method: 'GET',
  path: '/organisations/{id}/sums',
  summary:
    'What its people of today come to: outcomes, deals, credit, relations, the last contact, open tasks',
  access: mayRead,
  params: shapes.byId,
  answer: z.object({
    /** By type; drills down to GET /outcomes?organisation=&type=. Without an amount only counted. */
    outcomes: z.array(z.object({ type: shapes.outcomeType, outcomes: count, byCurrency: amounts })),
    /** By state; drills down to GET /deals?organisation=&state=. */
    deals: z.array(z.object({ state: z.enum(DEAL_STATES), deals: count, byCurrency: amounts })),
    /** Parts in others' outcomes, estimated, with the interval at 90 %; drills down to GET /influence/credits?organisation=. Null: not measured yet. */
    credit: z
      .object({
        measuredAt: shapes.time,
        byType: z.array(
          z.object({
            ...{ type: z.enum(INFLUENCE_OUTCOMES), outcomes: count },
            ...{ credit: z.number(), low: z.number(), high: z.number() },
          }),
        ),
      })
      .nullable(),
    /** Its people by what they are to us; drills down to GET /people?organisation=&relation=. */
    relations: z.array(z.object({ relation: shapes.relationCode, people: count })),
    lastContact: z
      .object({
        on: shapes.day,
        by: z.enum([...CONTACT_KINDS, 'programme']),
        with: z
          .object({ kind: z.enum(['person', 'organisation']), id: shapes.id, name: z.string() })
          .nullable(),
      })
      .nullable(),
    /** Tasks; drills down to GET /tasks?within=. */
    promises: z.object({ open: count, overdue: count }),
  }),
  status: 200,
})

export const postOrganisation = route({
  method: 'POST',
  path: '/organisations',
  summary: 'Add an organisation',
  access: mayWrite,
  body: z.object(input),
  answer: fullOrganisation,
  status: 201,
})

export const patchOrganisation = route({
  method: 'PATCH',
  path: '/organisations/{id}',
  summary: 'Change its name, reading, address, or what it is to us',
  access: mayWrite,
  params: shapes.byId,
  body: z.object(input).partial(),
  answer: fullOrganisation,
  status: 200,
})

export const deleteOrganisation = route({
  method: 'DELETE',
  path: '/organisations/{id}',
  summary: 'Remove an organisation; its people and their posts stay',
  access: mayWrite,
  params: shapes.byId,
  answer: 'none',
  status: 204,
})

export const postOrganisationPerson = route({
  method: 'POST',
  path: '/organisations/{id}/people',
  summary:
    'Say that a person belongs to it, with role, department and dates; said again, more is known of it',
  access: mayWrite,
  params: shapes.byId,
  body: z.object({
    person: shapes.id,
    role: z.string().trim().min(1).max(LIMITS.nameCharsMax).optional(),
    department: z.string().trim().min(1).max(LIMITS.nameCharsMax).optional(),
    since: shapes.day.optional(),
    until: shapes.day.optional(),
  }),
  answer: fullOrganisation,
  status: 201,
})

export const deleteOrganisationPerson = route({
  method: 'DELETE',
  path: '/organisations/{id}/people/{affiliation}',
  summary: 'Take back that somebody belongs to it',
  access: mayWrite,
  params: z.object({ id: shapes.id, affiliation: shapes.id }),
  answer: 'none',
  status: 204,
})

export const postOrganisationAccount = route({
  method: 'POST',
  path: '/organisations/{id}/accounts',
  summary: 'Say that the accounts of a person are its own',
  access: mayWrite,
  params: shapes.byId,
  body: z.object({ person: shapes.id }),
  answer: fullOrganisation,
  status: 201,
})

export const deleteOrganisationAccount = route({
  method: 'DELETE',
  path: '/organisations/{id}/accounts/{handle}',
  summary: 'Take back that an account is its own',
  access: mayWrite,
  params: z.object({ id: shapes.id, handle: shapes.id }),
  answer: 'none',
  status: 204,
})
