import { z } from 'zod'
import { CONTACT_DETAIL_KINDS, CONTACT_KINDS, LIMITS } from '#vocabulary/index.ts'
import { longText, shortText } from './engage-shapes.ts'
import { person } from './people.ts'
import { mayRead, mayWrite, route } from './route.ts'
import * as shapes from './shapes.ts'

/** Somebody met, and by what somebody known is reached: what members write down by hand. */

const name = z.string().trim().max(LIMITS.nameCharsMax).optional()
const written = z.string().trim().min(1).max(LIMITS.urlCharsMax)
const details = z.array(written).max(LIMITS.detailsPerPersonMax).default([])

const newPerson = {
  /** As they are shown; made of the two names where left out. */
  displayName: name,
  familyName: name,
  givenName: name,
  nameReading: name,
  emails: details,
  /** Numbers that name no country are read as in the workspace's. */
  phones: details,
  accounts: z
    .array(
      z.object({
        /** May be left out where the address of a page says it. */
        platform: z.string().trim().max(50).optional(),
        /** What the account is called there, or the address of its page. */
        name: written,
      }),
    )
    .max(LIMITS.detailsPerPersonMax)
    .default([]),
  /** By name; one that is not known yet is made. */
  organisation: z.object({ name: shortText, role: name, department: name }).optional(),
}

export const postPerson = route({
  method: 'POST',
  path: '/people',
  summary: 'Write somebody down; refused while people who are alike are not said to be others',
  access: mayWrite,
  body: z.object({
    ...newPerson,
    relation: shapes.relationCode.optional(),
    /** How and when they were met: stands in their timeline. Now where no time is given. */
    firstContact: z
      .object({ by: z.enum(CONTACT_KINDS), at: shapes.time.optional(), summary: longText })
      .optional(),
    /** People of POST /people/lookalikes who are somebody else: they are kept apart from now on. */
    others: z.array(shapes.id).max(LIMITS.previewNamesMax).default([]),
  }),
  answer: person,
  status: 201,
})

export const postLookalikes = route({
  method: 'POST',
  path: '/people/lookalikes',
  summary:
    'Who is known already of somebody being written down; what cannot be read yet is left out',
  access: mayRead,
  body: z.object(newPerson),
  answer: z.object({
    items: z.array(
      z.object({
        person,
        /** `account`: one of the contact details is theirs; `likeness`: name and place are alike. */
        because: z.enum(['account', 'likeness']),
        probability: z.number().min(0).max(1),
        isCertain: z.boolean(),
      }),
    ),
  }),
  status: 200,
})

const byHandle = z.object({ id: shapes.id, handle: shapes.id })
const detail = { text: written, platform: z.string().trim().max(50).optional() }

/** What became of a contact detail that was taken away. */
const removal = z.object({
  /** `split`: something in the log rests on it, so it stays there as an account of somebody else. */
  fate: z.enum(['removed', 'split']),
  /** Whose it is now. */
  person: shapes.id.nullable(),
})

export const postPersonHandle = route({
  method: 'POST',
  path: '/people/{id}/handles',
  summary: 'Add a mail address, a phone number or an account to a person',
  access: mayWrite,
  params: shapes.byId,
  body: z.object({ kind: z.enum(CONTACT_DETAIL_KINDS), ...detail }),
  answer: person,
  status: 201,
})

export const patchPersonHandle = route({
  method: 'PATCH',
  path: '/people/{id}/handles/{handle}',
  summary: 'Put another contact detail of the same kind in the place of one that was wrong',
  access: mayWrite,
  params: byHandle,
  body: z.object(detail),
  answer: z.object({ person, removal: removal.nullable() }),
  status: 200,
})

export const deletePersonHandle = route({
  method: 'DELETE',
  path: '/people/{id}/handles/{handle}',
  summary: 'Take a contact detail away; what the log rests on is split away instead',
  access: mayWrite,
  params: byHandle,
  answer: z.object({ person, removal }),
  status: 200,
})
