import { z } from 'zod'
import { CONTACT_KINDS, LIMITS } from '#vocabulary/index.ts'
import {
  aboutFilter,
  colleague,
  longText,
  memberOrMe,
  named,
  ownKey,
  search,
} from './engage-shapes.ts'
import { mayRead, mayWrite, route } from './route.ts'
import * as shapes from './shapes.ts'

const kind = z.enum(CONTACT_KINDS)

/** What happened outside the net: a call, a visit, a talk at a stand. */
export const contact = z.object({
  id: shapes.id,
  key: z.string().nullable(),
  /** How; `kind` of a timeline's item says what the item is. */
  by: kind,
  at: shapes.time,
  summary: z.string(),
  people: z.array(named),
  organisation: named.nullable(),
  deal: named.nullable(),
  /** The member who was there. */
  member: colleague.nullable(),
  author: colleague.nullable(),
  createdAt: shapes.time,
})
export type Contact = z.infer<typeof contact>

const fields = {
  by: kind,
  at: shapes.time,
  summary: longText,
  people: z.array(shapes.id).max(LIMITS.peoplePerDealMax).optional(),
  organisation: shapes.id.nullable().optional(),
  deal: shapes.id.nullable().optional(),
  member: shapes.id.nullable().optional(),
}

export const listContacts = route({
  method: 'GET',
  path: '/contacts',
  summary: 'Contacts outside the net, latest first',
  access: mayRead,
  query: z.object({
    ...shapes.page,
    ...aboutFilter,
    q: search,
    by: kind.optional(),
    member: memberOrMe.optional(),
    /** A time, or a day in the workspace's time zone; both are included. */
    from: z.union([shapes.time, shapes.day]).optional(),
    to: z.union([shapes.time, shapes.day]).optional(),
  }),
  answer: shapes.listOf(contact),
  status: 200,
})

export const postContact = route({
  method: 'POST',
  path: '/contacts',
  summary: 'Record a call, a visit, a talk: with people, an organisation or for a deal',
  access: mayWrite,
  body: z.object({ ...fields, key: ownKey }),
  answer: contact,
  status: 201,
})

export const patchContact = route({
  method: 'PATCH',
  path: '/contacts/{id}',
  summary: 'Change a contact',
  access: mayWrite,
  params: shapes.byId,
  body: z.object(fields).partial(),
  answer: contact,
  status: 200,
})

export const deleteContact = route({
  method: 'DELETE',
  path: '/contacts/{id}',
  summary: 'Remove a contact',
  access: mayWrite,
  params: shapes.byId,
  answer: 'none',
  status: 204,
})
