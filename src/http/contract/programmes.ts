import { z } from 'zod'
import { CONTACT_KINDS, HEALTHS, LIMITS } from '#vocabulary/index.ts'
import { member } from './relation-parts.ts'
import { mayManage, mayRead, mayWrite, route } from './route.ts'
import * as shapes from './shapes.ts'

const count = z.number().int()

const rhythmDays = z.number().int().min(1).max(3_650)

const programme = z.object({
  id: shapes.id,
  kind: shapes.relationCode,
  owner: member,
  rhythmDays: count,
  aim: z.string().nullable(),
  /** Who is in it today, by how it stands with them. */
  healths: z.record(z.enum(HEALTHS), count),
  /** Of advocates: who recommended since we last gave something back. */
  toThank: count,
})

const programmeInput = {
  owner: shapes.id.nullable(),
  rhythmDays,
  aim: z.string().trim().max(1_000).nullable(),
}

export const listProgrammes = route({
  method: 'GET',
  path: '/programmes',
  summary: 'How we keep in touch with those who are something to us, by kind of relation',
  access: mayRead,
  answer: z.object({ items: z.array(programme) }),
  status: 200,
})

export const postProgramme = route({
  method: 'POST',
  path: '/programmes',
  summary: 'Begin a programme for a kind of relation',
  access: mayManage,
  body: z.object({
    kind: shapes.relationCode,
    rhythmDays,
    owner: programmeInput.owner.optional(),
    aim: programmeInput.aim.optional(),
  }),
  answer: programme,
  status: 201,
})

export const patchProgramme = route({
  method: 'PATCH',
  path: '/programmes/{id}',
  summary: 'Change owner, rhythm or aim of a programme',
  access: mayManage,
  params: shapes.byId,
  body: z.object(programmeInput).partial(),
  answer: programme,
  status: 200,
})

export const deleteProgramme = route({
  method: 'DELETE',
  path: '/programmes/{id}',
  summary: 'End a programme, with its contacts; the relations stay',
  access: mayManage,
  params: shapes.byId,
  answer: 'none',
  status: 204,
})

const subject = z.object({
  /** One of the two. */
  person: shapes.id.optional(),
  organisation: shapes.id.optional(),
})

const programmeMember = z.object({
  of: z.object({
    type: z.enum(['person', 'organisation']),
    id: shapes.id,
    name: z.string(),
    nameReading: z.string().nullable(),
  }),
  since: shapes.day.nullable(),
  owner: member,
  rhythmDays: count,
  lastOn: shapes.day.nullable(),
  /** Agreed on by a member, else from the rhythm. */
  nextOn: shapes.day,
  isAgreed: z.boolean(),
  health: z.enum(HEALTHS),
  /** Days from `nextOn` to today; negative while it is still to come. */
  lateDays: count,
  /** What we last gave back. */
  lastThanks: z.object({ onDay: shapes.day, what: z.string().nullable() }).nullable(),
  /** Of advocates: recommendations since then, the newest with its id. */
  toThankFor: z.object({ count, newest: shapes.id.nullable() }),
})

export const listProgrammeMembers = route({
  method: 'GET',
  path: '/programmes/{id}/members',
  summary: 'Who is in a programme, the most overdue first',
  access: mayRead,
  params: shapes.byId,
  query: z.object({
    ...shapes.page,
    q: z.string().max(LIMITS.searchQueryCharsMax).optional(),
    owner: shapes.id.optional(),
    health: z.enum(HEALTHS).optional(),
    /** `owed`: only those who recommended since we last gave something back. */
    thanks: z.enum(['owed']).optional(),
  }),
  answer: shapes.listOf(programmeMember),
  status: 200,
})

export const putProgrammeMember = route({
  method: 'PUT',
  path: '/programmes/{id}/members',
  summary: 'Give one person or organisation an owner, a rhythm or a next contact of its own',
  access: mayWrite,
  params: shapes.byId,
  body: subject.extend({
    owner: shapes.id.nullable().optional(),
    rhythmDays: rhythmDays.nullable().optional(),
    nextOn: shapes.day.nullable().optional(),
  }),
  answer: 'none',
  status: 204,
})

const contact = z.object({
  id: shapes.id,
  onDay: shapes.day,
  /** How, of one that was kept by POST /contacts; null for one that was logged in the programme. */
  by: z.enum(CONTACT_KINDS).nullable(),
  isThanks: z.boolean(),
  what: z.string().nullable(),
  author: member,
})

export const listProgrammeContacts = route({
  method: 'GET',
  path: '/programmes/{id}/contacts',
  summary:
    'When we were in touch with one person or organisation, in the programme or otherwise, and what we gave back; newest first',
  access: mayRead,
  params: shapes.byId,
  query: z.object({ ...shapes.page, ...subject.shape }),
  answer: shapes.listOf(contact),
  status: 200,
})

export const postProgrammeContact = route({
  method: 'POST',
  path: '/programmes/{id}/contacts',
  summary: 'Log that we were in touch, or gave something back',
  access: mayWrite,
  params: shapes.byId,
  body: subject.extend({
    /** Today where left out; not in the future. */
    onDay: shapes.day.optional(),
    isThanks: z.boolean().default(false),
    what: z.string().trim().max(1_000).optional(),
    /** The next contact that was agreed on. */
    nextOn: shapes.day.optional(),
  }),
  answer: contact,
  status: 201,
})

export const deleteProgrammeContact = route({
  method: 'DELETE',
  path: '/programmes/{id}/contacts/{contact}',
  summary: 'Remove a contact that was logged by mistake',
  access: mayWrite,
  params: z.object({ id: shapes.id, contact: shapes.id }),
  answer: 'none',
  status: 204,
})
