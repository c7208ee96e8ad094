import { z } from 'zod'
import { MERGE_ORIGINS, RELATION_SOURCES } from '#vocabulary/index.ts'
import { contact } from './contacts.ts'
import { deal, dealMove } from './deals.ts'
import { note } from './notes.ts'
import { member } from './relation-parts.ts'
import { mayRead, route } from './route.ts'
import * as shapes from './shapes.ts'
import { task } from './tasks.ts'

/** The item of a timeline with this kind; `at` is the time by which it is sorted. */
function itemOf<Kind extends string, Shape extends z.ZodRawShape>(
  kind: Kind,
  shape: z.ZodObject<Shape>,
) {
  return shape.extend({ kind: z.literal(kind), at: shapes.time })
}

const named = z.object({ id: shapes.id, name: z.string() })

/** What happened, newest first. A further kind is one more item here and a source in #engage. */
export const timelineItem = z.discriminatedUnion('kind', [
  itemOf('activity', shapes.activity),
  itemOf('note', note),
  itemOf('task', task),
  // One change of stage or state; the first is where the deal began.
  itemOf(
    'deal',
    dealMove.extend({
      deal: deal.pick({ id: true, name: true, valueMinor: true, currency: true, value: true }),
    }),
  ),
  itemOf('contact', contact),
  itemOf(
    'merge',
    z.object({
      id: shapes.id,
      /** Who is shown since. */
      keep: named,
      merged: named,
      origin: z.enum(MERGE_ORIGINS),
      author: member,
      /** Null while it stands. */
      undoneAt: shapes.time.nullable(),
    }),
  ),
  // Where it was entered; `relation` is the kind of relation.
  itemOf(
    'relation',
    z.object({
      id: shapes.id,
      relation: shapes.relationCode,
      of: named.extend({ kind: z.enum(['person', 'organisation']) }),
      since: shapes.day.nullable(),
      until: shapes.day.nullable(),
      source: z.enum(RELATION_SOURCES),
      author: member,
    }),
  ),
])
export type TimelineItem = z.infer<typeof timelineItem>

const kind = z.enum(['activity', 'note', 'task', 'deal', 'contact', 'merge', 'relation'])

const query = z.object({
  ...shapes.page,
  /** One kind, or several with commas between them; all where left out. */
  kind: z
    .string()
    .transform((text) => text.split(','))
    .pipe(z.array(kind).min(1))
    .optional(),
})

export const getTimeline = route({
  method: 'GET',
  path: '/people/{id}/timeline',
  summary:
    'All that the person did and all that was done with them, newest first: activities over all handles, notes, tasks, deals, contacts, merges, relations',
  access: mayRead,
  params: shapes.byId,
  query,
  answer: shapes.listOf(timelineItem),
  status: 200,
})

export const getOrganisationTimeline = route({
  method: 'GET',
  path: '/organisations/{id}/timeline',
  summary: 'The same of an organisation: its people and itself',
  access: mayRead,
  params: shapes.byId,
  query,
  answer: shapes.listOf(timelineItem),
  status: 200,
})

export const getDealTimeline = route({
  method: 'GET',
  path: '/deals/{id}/timeline',
  summary: 'The same of a deal: its moves, and notes, tasks and contacts about it',
  access: mayRead,
  params: shapes.byId,
  query,
  answer: shapes.listOf(timelineItem),
  status: 200,
})
