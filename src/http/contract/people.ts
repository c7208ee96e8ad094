import { z } from 'zod'
import { LIMITS } from '#vocabulary/index.ts'
import { cardQuery } from './lists.ts'
import { doNotContact } from './privacy-shapes.ts'
import { mayRead, mayWrite, route } from './route.ts'
import * as shapes from './shapes.ts'

export const person = z.object({
  id: shapes.id,
  displayName: z.string(),
  familyName: z.string().nullable(),
  givenName: z.string().nullable(),
  nameReading: z.string().nullable(),
  posts: z.number().int(),
  activities: z.number().int(),
  firstAt: shapes.time.nullable(),
  lastAt: shapes.time.nullable(),
  handles: z.array(shapes.handle),
  /** What the person is to us today. */
  relations: z.array(shapes.relationCode),
  /** Where the person belongs, what holds today first. */
  affiliations: z.array(
    z.object({
      organisation: z.object({ id: shapes.id, name: z.string() }),
      role: z.string().nullable(),
      department: z.string().nullable(),
      since: shapes.day.nullable(),
      until: shapes.day.nullable(),
    }),
  ),
})
export type Person = z.infer<typeof person>

export const listPeople = route({
  method: 'GET',
  path: '/people',
  summary: 'People, by last activity, number of posts or name',
  access: mayRead,
  query: z.object({
    ...shapes.page,
    q: z.string().max(LIMITS.searchQueryCharsMax).optional(),
    topic: shapes.id.optional(),
    stage: shapes.stage.optional(),
    /** Who belongs to it today, or stands behind its accounts. */
    organisation: shapes.id.optional(),
    relation: shapes.relationCode.optional(),
    ...cardQuery,
    sort: z.enum(['last', 'posts', 'name']).default('last'),
  }),
  answer: shapes.listOf(person),
  status: 200,
})

export const getPerson = route({
  method: 'GET',
  path: '/people/{id}',
  summary:
    'One person: handles with the reason they belong together, and the stage per topic with the post that shows it',
  access: mayRead,
  params: shapes.byId,
  answer: person.extend({
    /** Nobody may contact them by these means. */
    doNotContact: z.array(doNotContact),
    ownerships: z.array(
      z.object({
        handleId: shapes.id,
        /** The original person who owns it: this one, or one that was merged into it. */
        personId: shapes.id,
        reason: z.enum(['born', 'email', 'link', 'account', 'split', 'member']),
        since: shapes.time.nullable(),
      }),
    ),
    stages: z.array(
      z.object({
        topic: z.object({ id: shapes.id, name: z.string(), kind: shapes.topicKind }),
        stage: shapes.stage,
        stance: shapes.stance,
        /** The post that shows it. */
        shownBy: shapes.activity,
      }),
    ),
  }),
  status: 200,
})

export const patchPerson = route({
  method: 'PATCH',
  path: '/people/{id}',
  summary: 'Correct a name',
  access: mayWrite,
  params: shapes.byId,
  body: z.object({
    displayName: z.string().trim().min(1).max(LIMITS.nameCharsMax).optional(),
    familyName: z.string().trim().max(LIMITS.nameCharsMax).nullable().optional(),
    givenName: z.string().trim().max(LIMITS.nameCharsMax).nullable().optional(),
    nameReading: z.string().trim().max(LIMITS.nameCharsMax).nullable().optional(),
  }),
  answer: person,
  status: 200,
})
