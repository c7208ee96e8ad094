import { z } from 'zod'
import { HANDOVER_REASONS, LIMITS } from '#vocabulary/index.ts'
import { aboutInput, colleague, longText, memberOrMe } from './engage-shapes.ts'
import { mayRead, mayWrite, route } from './route.ts'
import * as shapes from './shapes.ts'

const handover = z.object({
  id: shapes.id,
  giver: colleague.nullable(),
  receiver: colleague.nullable(),
  reason: z.enum(HANDOVER_REASONS),
  summary: z.string(),
  madeAt: shapes.time,
  author: colleague.nullable(),
  /** Null while it waits for the receiver. */
  acknowledgedAt: shapes.time.nullable(),
  people: z.number().int(),
  organisations: z.number().int(),
  deals: z.number().int(),
  /** Open tasks that went along. */
  promises: z.number().int(),
  /** Next contacts of programmes that went along. */
  nextContacts: z.number().int(),
})
export type Handover = z.infer<typeof handover>

const handoverInFull = handover.extend({
  items: z.array(
    z.object({
      kind: z.enum(['person', 'organisation', 'deal', 'task']),
      id: shapes.id,
      name: z.string(),
    }),
  ),
})

export const listOwners = route({
  method: 'GET',
  path: '/owners',
  summary: 'Members who look after something, with how much; of deals and tasks the open ones',
  access: mayRead,
  answer: z.object({
    items: z.array(
      z.object({
        member: colleague.nullable(),
        people: z.number().int(),
        organisations: z.number().int(),
        deals: z.number().int(),
        openTasks: z.number().int(),
      }),
    ),
  }),
  status: 200,
})

const heldTask = z.object({
  id: shapes.id,
  title: z.string(),
  dueOn: shapes.day.nullable(),
})

export const getHeld = route({
  method: 'GET',
  path: '/owners/held',
  summary: 'What a member would hand over, one by one, with open tasks and next contacts',
  access: mayRead,
  query: z.object({ giver: memberOrMe }),
  answer: z.object({
    items: z.array(
      z.object({
        kind: z.enum(['person', 'organisation', 'deal']),
        id: shapes.id,
        name: z.string(),
        tasks: z.array(heldTask),
        /** By which kind of relation, and when. */
        contacts: z.array(z.object({ kind: z.string(), nextOn: shapes.day })),
      }),
    ),
    /** There is more than can be handed over at once. */
    isMore: z.boolean(),
    /** About nothing of it: they go along with everything only. */
    otherTasks: z.array(heldTask),
    otherContacts: z.array(z.object({ kind: z.string(), name: z.string(), nextOn: shapes.day })),
  }),
  status: 200,
})

export const listHandovers = route({
  method: 'GET',
  path: '/handovers',
  summary: 'Hand-overs, newest first',
  access: mayRead,
  query: z.object({
    ...shapes.page,
    receiver: memberOrMe.optional(),
    giver: memberOrMe.optional(),
    state: z.enum(['waiting', 'acknowledged', 'all']).default('all'),
  }),
  answer: shapes.listOf(handover),
  status: 200,
})

export const getHandover = route({
  method: 'GET',
  path: '/handovers/{id}',
  summary: 'One hand-over with what went along',
  access: mayRead,
  params: shapes.byId,
  answer: handoverInFull,
  status: 200,
})

export const postHandover = route({
  method: 'POST',
  path: '/handovers',
  summary: 'Pass on what a member looks after, with their open tasks; managers also for others',
  access: mayWrite,
  body: z.object({
    /** Who passes on; may have left the workspace. */
    giver: shapes.id,
    receiver: shapes.id,
    reason: z.enum(HANDOVER_REASONS),
    summary: longText,
    /** Everything where left out; of deals the open ones. */
    subjects: z.array(aboutInput).min(1).max(LIMITS.bulkRowsMax).optional(),
  }),
  answer: handoverInFull,
  status: 201,
})

export const postAcknowledgement = route({
  method: 'POST',
  path: '/handovers/{id}/acknowledgement',
  summary: 'Say, as the receiver, that one has taken over',
  access: { who: 'member', role: 'member', scope: null },
  params: shapes.byId,
  answer: handoverInFull,
  status: 200,
})
