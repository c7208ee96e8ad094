import { z } from 'zod'
import {
  DEAL_STATES,
  DO_NOT_CONTACT_CHANNELS,
  LIMITS,
  LOST_REASONS,
  OWNER_RANKS,
  SUBJECT_KINDS,
} from '#vocabulary/index.ts'
import { fieldValue } from './cards.ts'
import { colleague, longText, search, shortText } from './engage-shapes.ts'
import { mayManage, mayRead, mayWrite, route } from './route.ts'
import * as shapes from './shapes.ts'

/** A member, the one who looks, or that there is nobody. */
export const ownerMeant = z.union([shapes.id, z.literal('me'), z.literal('nobody')])

/** What colleagues keep, as a filter in an address; one field at a time. */
export const cardQuery = {
  tag: shapes.id.optional(),
  owner: ownerMeant.optional(),
  /** A saved list, which must hold as well. */
  list: shapes.id.optional(),
  /** A custom field: that it holds something, or what it holds. */
  field: shapes.id.optional(),
  fieldIs: z.string().max(LIMITS.fieldTextCharsMax).optional(),
  fieldContains: search,
  fieldFrom: z.string().max(30).optional(),
  fieldTo: z.string().max(30).optional(),
  /** By contacts outside the net: none since that day, or one. */
  notContactedSince: shapes.day.optional(),
  contactedSince: shapes.day.optional(),
}

const listFilter = z.object({
  q: search,
  topic: shapes.id.optional(),
  stage: shapes.stage.optional(),
  relation: shapes.relationCode.optional(),
  organisation: shapes.id.optional(),
  tag: shapes.id.optional(),
  owner: ownerMeant.optional(),
  fields: z
    .array(
      z.object({
        field: shapes.id,
        isKnown: z.boolean().optional(),
        is: z.union([z.string().max(LIMITS.fieldTextCharsMax), z.number(), z.boolean()]).optional(),
        contains: z.string().max(LIMITS.searchQueryCharsMax).optional(),
        from: z.union([z.string().max(30), z.number()]).optional(),
        to: z.union([z.string().max(30), z.number()]).optional(),
      }),
    )
    .max(20)
    .optional(),
  /** Of contacts outside the net. */
  notContactedSince: shapes.day.optional(),
  contactedSince: shapes.day.optional(),
  /** Of deals. */
  state: z.enum(DEAL_STATES).optional(),
  pipeline: shapes.id.optional(),
})
export type ListFilter = z.infer<typeof listFilter>

const list = z.object({
  id: shapes.id,
  name: z.string(),
  subject: z.enum(SUBJECT_KINDS),
  filter: listFilter,
  isShared: z.boolean(),
  owner: colleague.nullable(),
  createdAt: shapes.time,
})
export type SavedList = z.infer<typeof list>

const members = { who: 'member', role: 'member', scope: null } as const

export const listLists = route({
  method: 'GET',
  path: '/lists',
  summary: 'Saved lists, one’s own and those that are shared',
  access: mayRead,
  query: z.object({ ...shapes.page, subject: z.enum(SUBJECT_KINDS).optional() }),
  answer: shapes.listOf(list),
  status: 200,
})
export const getList = route({
  method: 'GET',
  path: '/lists/{id}',
  summary: 'One list with how many are in it today',
  access: mayRead,
  params: shapes.byId,
  answer: list.extend({ count: z.number().int(), isMore: z.boolean() }),
  status: 200,
})
export const downloadList = route({
  method: 'GET',
  path: '/lists/{id}/items.csv',
  summary: 'What is in a list today, as a CSV file (UTF-8 with BOM)',
  access: mayManage,
  params: shapes.byId,
  answer: 'file',
  status: 200,
})
export const postList = route({
  method: 'POST',
  path: '/lists',
  summary: 'Save a filter as a list',
  access: members,
  body: z.object({
    name: shortText,
    subject: z.enum(SUBJECT_KINDS),
    filter: listFilter,
    isShared: z.boolean().optional(),
  }),
  answer: list,
  status: 201,
})
export const patchList = route({
  method: 'PATCH',
  path: '/lists/{id}',
  summary: 'Change a list; that of a colleague only managers',
  access: members,
  params: shapes.byId,
  body: z.object({
    name: shortText.optional(),
    filter: listFilter.optional(),
    isShared: z.boolean().optional(),
  }),
  answer: list,
  status: 200,
})
export const deleteList = route({
  method: 'DELETE',
  path: '/lists/{id}',
  summary: 'Remove a list; nobody in it',
  access: members,
  params: shapes.byId,
  answer: 'none',
  status: 204,
})

const bulkChange = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('owner'),
    rank: z.enum(OWNER_RANKS),
    member: shapes.id.nullable(),
  }),
  z.object({ kind: z.literal('tag'), tag: shapes.id, isOn: z.boolean() }),
  z.object({ kind: z.literal('relation'), relation: shapes.relationCode, isOn: z.boolean() }),
  z.object({
    kind: z.literal('do-not-contact'),
    channel: z.enum(DO_NOT_CONTACT_CHANNELS),
    isOn: z.boolean(),
    /** Kept with each, as on the page of one person. */
    reason: z.string().trim().min(1).max(LIMITS.nameCharsMax),
  }),
  z.object({ kind: z.literal('field'), field: shapes.id, value: fieldValue.nullable() }),
  // Of deals: where they stand.
  z.object({ kind: z.literal('stage'), stage: shapes.id }),
  z.object({ kind: z.literal('closes-on'), day: shapes.day.nullable() }),
  z.object({
    kind: z.literal('state'),
    state: z.enum(DEAL_STATES),
    /** Of deals lost. */
    lostReason: z.enum(LOST_REASONS).optional(),
    lostText: longText.optional(),
  }),
])
export type BulkChange = z.infer<typeof bulkChange>

const bulkInput = z.object({
  subject: z.enum(SUBJECT_KINDS),
  /** Chosen rows; all that hold the filter where left out. */
  ids: z.array(shapes.id).min(1).max(LIMITS.bulkRowsMax).optional(),
  filter: listFilter.optional(),
  change: bulkChange,
  /** Rows with another value get the new one, or keep theirs. */
  onConflict: z.enum(['overwrite', 'keep']).default('overwrite'),
})

const example = z.object({
  id: shapes.id,
  name: z.string(),
  before: fieldValue.nullable(),
  after: fieldValue.nullable(),
})

export const postBulkPreview = route({
  method: 'POST',
  path: '/bulk-edits/preview',
  summary: 'What an edit of many rows would do: how many change, what would be lost, examples',
  access: mayWrite,
  body: bulkInput,
  answer: z.object({
    rows: z.number().int(),
    changes: z.number().int(),
    /** So already. */
    same: z.number().int(),
    /** Rows with another value, overwritten or kept as asked. */
    conflicts: z.number().int(),
    examples: z.array(example),
    conflictExamples: z.array(example),
  }),
  status: 200,
})

const bulkEdit = z.object({
  id: shapes.id,
  subject: z.enum(SUBJECT_KINDS),
  change: bulkChange,
  madeAt: shapes.time,
  author: colleague.nullable(),
  changes: z.number().int(),
  undoneAt: shapes.time.nullable(),
  restored: z.number().int(),
  kept: z.number().int(),
})
export type BulkEdit = z.infer<typeof bulkEdit>

const bulkEditInFull = bulkEdit.extend({
  /** Rows that an undoing left as they were, having been edited since. */
  keptRows: z.array(z.object({ id: shapes.id, name: z.string() })),
})

export const postBulkEdit = route({
  method: 'POST',
  path: '/bulk-edits',
  summary: 'Edit many rows at once; each keeps what it was before, for undoing',
  access: mayWrite,
  body: bulkInput,
  answer: bulkEditInFull,
  status: 201,
})
export const listBulkEdits = route({
  method: 'GET',
  path: '/bulk-edits',
  summary: 'Edits of many rows, newest first',
  access: mayRead,
  query: z.object(shapes.page),
  answer: shapes.listOf(bulkEdit),
  status: 200,
})
export const getBulkEdit = route({
  method: 'GET',
  path: '/bulk-edits/{id}',
  summary: 'One edit, with the rows that an undoing left as they were',
  access: mayRead,
  params: shapes.byId,
  answer: bulkEditInFull,
  status: 200,
})
export const postBulkUndo = route({
  method: 'POST',
  path: '/bulk-edits/{id}/undo',
  summary: 'Undo an edit; what was changed since stays and is named',
  access: mayWrite,
  params: shapes.byId,
  answer: bulkEditInFull,
  status: 200,
})
