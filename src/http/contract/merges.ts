import { z } from 'zod'
import {
  AGREEMENTS,
  CARD_FIELDS,
  CONTACT_CHANNELS,
  DIRECTION_REASONS,
  DO_NOT_CONTACT_CHANNELS,
  FIELD_CHANGE_ORIGINS,
  JOURNALLED_FIELDS,
  MERGE_ORIGINS,
  MERGE_SIDES,
  NOT_SAME_REASONS,
  PERSON_FIELDS,
} from '#vocabulary/index.ts'
import { customField } from './cards.ts'
import { person } from './people.ts'
import { mayRead, mayWrite, route } from './route.ts'
import * as shapes from './shapes.ts'

/** Who was found to be whom: merges of people, their undoing, and accounts that change hands. */

const field = z.enum(PERSON_FIELDS)
/** A name, what colleagues keep (owners, own fields, tags), and in the journal a contact detail. */
export const namedField = z.object({
  field: z.enum([...JOURNALLED_FIELDS, ...CARD_FIELDS]),
  /** By which a merge chooses it: the name of the field, `owner:main`, `owner:second`, `field:` or `tag:` with an id. */
  key: z.string(),
  /** Of an own field or a tag that is there. */
  name: z.string().nullable(),
  /** Of an own field: its values are given as JSON texts. */
  custom: customField.pick({ kind: true, choices: true, currency: true }).nullable(),
})
const text = z.string().nullable()
const count = z.number().int()
const named = z.object({ id: shapes.id, displayName: z.string() })
/** Without a name once they have left. */
const member = z.object({ id: shapes.id, name: text }).nullable()

const evidence = z.object({
  probability: z.number().min(0).max(1).nullable(),
  reasons: z.array(
    z.object({
      field: z.string(),
      agreement: z.enum(AGREEMENTS),
      /** In nats; below 0 it speaks against. */
      weight: z.number(),
    }),
  ),
})

const undo = z.object({
  /** Whose they would be again. */
  person: named,
  handles: z.array(shapes.handle),
  posts: count,
  activities: count,
  fields: z.array(
    namedField.extend({
      now: text,
      after: text,
      /** `kept`: edited since. `covered`: a later merge wrote over it. */
      fate: z.enum(['restored', 'kept', 'covered']),
    }),
  ),
})

const merge = z.object({
  id: shapes.id,
  /** Who is shown since. */
  keep: named,
  merged: named,
  origin: z.enum(MERGE_ORIGINS),
  author: member,
  at: shapes.time,
  evidence,
  /** What the kept person was called before. */
  before: z.record(field, text),
  /** Owners by their names. */
  fields: z.array(namedField.extend({ before: text, after: text })),
  /** Persons that moved: the merged one and those that had been merged into it. */
  moved: count,
  undoneAt: shapes.time.nullable(),
  undoneBy: member,
  /** What taking it back would do; null once it was. */
  undo: undo.nullable(),
})

const notSame = z.object({
  id: shapes.id,
  /** The other one. */
  person: named,
  because: z.enum(NOT_SAME_REASONS),
  author: member,
  at: shapes.time,
})

function together<T extends z.ZodType>(of: T) {
  return z.object({ keep: z.array(of), merge: z.array(of), result: z.array(of) })
}

const rowCounts = z.object({
  affiliations: count,
  relations: count,
  deals: count,
  tasks: count,
  notes: count,
  contacts: count,
})

const previewed = z.object({
  person,
  /** Fields that a member has given. */
  edited: z.array(z.string()),
  /** Persons that had been merged into it before. */
  merged: count,
  rows: rowCounts,
})

/** From whom each field is taken; what is left out stays, or fills a gap. */
export const fieldSides = z
  .record(
    z
      .string()
      .regex(
        /^(displayName|familyName|givenName|nameReading|owner:(main|second)|field:[0-9a-f-]{36})$/,
      ),
    z.enum(MERGE_SIDES),
  )
  .optional()
const wanted = z.object({ keep: shapes.id, merge: shapes.id, fields: fieldSides })

export const postMergePreview = route({
  method: 'POST',
  path: '/people/merges/preview',
  summary: 'Two people side by side, and what a merge would change; writes nothing',
  access: mayRead,
  body: wanted,
  answer: z.object({
    keep: previewed,
    merge: previewed,
    fields: z.array(
      namedField.extend({ keep: text, merge: text, takes: z.enum(MERGE_SIDES), result: text }),
    ),
    /** What both have of these comes together. */
    together: z.object({
      tags: together(z.string()),
      consents: together(z.enum(CONTACT_CHANNELS)),
      doNotContact: together(z.enum(DO_NOT_CONTACT_CHANNELS)),
    }),
    proposed: z.object({ keep: shapes.id, merge: shapes.id, because: z.enum(DIRECTION_REASONS) }),
    isOneAlready: z.boolean(),
    notSame: z.array(
      z.object({
        id: shapes.id,
        because: z.enum(NOT_SAME_REASONS),
        author: member,
        at: shapes.time,
      }),
    ),
    result: z.object({ posts: count, activities: count, handles: count, rows: rowCounts }),
  }),
  status: 200,
})

export const postMerge = route({
  method: 'POST',
  path: '/people/merges',
  summary: 'Show one person as another from now on; can be taken back at any time',
  access: mayWrite,
  body: wanted,
  answer: merge,
  status: 201,
})

export const deleteMerge = route({
  method: 'DELETE',
  path: '/people/merges/{id}',
  summary:
    'Take a merge back; what was edited since stays, and the two are said to be not the same',
  access: mayWrite,
  params: shapes.byId,
  answer: merge,
  status: 200,
})

export const listMerges = route({
  method: 'GET',
  path: '/people/{id}/merges',
  summary: 'The merges by which a person is one, those taken back, and who is said to be another',
  access: mayRead,
  params: shapes.byId,
  answer: z.object({ items: z.array(merge), notSame: z.array(notSame) }),
  status: 200,
})

export const postNotSame = route({
  method: 'POST',
  path: '/people/not-same',
  summary: 'Say that two people are not the same: no automatic merge joins them',
  access: mayWrite,
  body: z.object({ a: shapes.id, b: shapes.id }),
  answer: z.object({
    id: shapes.id,
    people: z.tuple([shapes.id, shapes.id]),
    because: z.enum(NOT_SAME_REASONS),
    at: shapes.time,
  }),
  status: 201,
})

export const deleteNotSame = route({
  method: 'DELETE',
  path: '/people/not-same/{id}',
  summary: 'Take back that two people are not the same',
  access: mayWrite,
  params: shapes.byId,
  answer: 'none',
  status: 204,
})

const byHandle = z.object({ id: shapes.id, handle: shapes.id })

export const postHandleSplit = route({
  method: 'POST',
  path: '/people/{id}/handles/{handle}/split',
  summary: 'Split an account away as somebody of their own; answers the new person',
  access: mayWrite,
  params: byHandle,
  answer: person,
  status: 201,
})

export const postHandleMove = route({
  method: 'POST',
  path: '/people/{id}/handles/{handle}/move',
  summary: 'Move an account to another person; answers that person',
  access: mayWrite,
  params: byHandle,
  body: z.object({ to: shapes.id }),
  answer: person,
  status: 200,
})

export const listFieldChanges = route({
  method: 'GET',
  path: '/people/{id}/changes',
  summary: 'What changed in the fields of a person, field by field, newest first',
  access: mayRead,
  params: shapes.byId,
  query: z.object(shapes.page),
  answer: shapes.listOf(
    namedField.extend({
      id: shapes.id,
      /** The person whose own field it is; one that was merged keeps theirs. */
      personId: shapes.id,
      from: text,
      to: text,
      at: shapes.time,
      /** `profile`: the owner of an account changed its name at the platform. */
      origin: z.enum(FIELD_CHANGE_ORIGINS),
      author: member,
      mergeId: shapes.id.nullable(),
    }),
  ),
  status: 200,
})
