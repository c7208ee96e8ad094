import { z } from 'zod'
import { TIE_KINDS } from '#vocabulary/index.ts'
import { mayRead, route } from './route.ts'
import * as shapes from './shapes.ts'

const count = z.number().int()

const tieCounts = z.record(z.enum(TIE_KINDS), count)

const tie = z.object({
  person: z.object({ id: shapes.id, name: z.string(), nameReading: z.string().nullable() }),
  /** What the person of the page does towards this one, and this one towards the person. */
  given: tieCounts,
  received: tieCounts,
  /** Weighted by kind, halved every 90 days. */
  strength: z.number(),
  lastOn: shapes.day,
  /** Whether this one works for us today. */
  isOurs: z.boolean(),
})

const tieQuery = z.object({
  limit: shapes.page.limit,
  /** Only ties to those who work for us. */
  to: z.enum(['us']).optional(),
})

export const listPersonTies = route({
  method: 'GET',
  path: '/people/{id}/ties',
  summary:
    'Who answers, names, shares, likes and follows whom around a person; the strongest first',
  access: mayRead,
  params: shapes.byId,
  query: tieQuery,
  answer: z.object({ items: z.array(tie), hasMore: z.boolean() }),
  status: 200,
})

export const listTieActivities = route({
  method: 'GET',
  path: '/people/{id}/ties/{other}',
  summary: 'What two people did towards each other, newest first; mentions and follows included',
  access: mayRead,
  params: z.object({ id: shapes.id, other: shapes.id }),
  query: z.object({ ...shapes.page, by: z.enum(['id', 'other']).optional() }),
  answer: shapes.listOf(shapes.activity),
  status: 200,
})

export const listOrganisationTies = route({
  method: 'GET',
  path: '/organisations/{id}/ties',
  summary:
    'Who of us is in touch with the people of an organisation on the net; the strongest first',
  access: mayRead,
  params: shapes.byId,
  query: z.object({ limit: shapes.page.limit }),
  answer: z.object({
    items: z.array(
      z.object({
        person: z.object({ id: shapes.id, name: z.string() }),
        ours: z.object({ id: shapes.id, name: z.string() }),
        strength: z.number(),
        lastOn: shapes.day,
      }),
    ),
    hasMore: z.boolean(),
  }),
  status: 200,
})
