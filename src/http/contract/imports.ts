import { z } from 'zod'
import { REFUSAL_REASONS } from '#vocabulary/index.ts'
import { mayRead, mayWrite, route } from './route.ts'
import * as shapes from './shapes.ts'

/** The formats of `enishi import --as`; a test holds these lists against those of listening. */
export const importFormat = z.enum([
  'activities',
  'activitystreams',
  'mastodon',
  'jetstream',
  'reddit',
  'hackernews',
  'feed',
  'mbox',
  'eml',
  'posts-csv',
  'people-csv',
  'organisations-csv',
  'deals-csv',
  'outcomes-csv',
  'stripe',
  'shopify',
  'webhook',
])

export const column = z.enum([
  ...(['id', 'text', 'title', 'author', 'authorId', 'authorUrl', 'publishedAt', 'url'] as const),
  ...(['platform', 'lang', 'parentId', 'email'] as const),
  ...(['name', 'family', 'given', 'reading', 'familyReading', 'givenReading', 'handle'] as const),
  ...(['organisation', 'department', 'role', 'organisationUrl', 'relation'] as const),
  ...(['since', 'until'] as const),
  ...(['otherEmail', 'mobile', 'phone', 'doNotContact', 'doNotMail', 'doNotCall'] as const),
  'consent',
  ...(['at', 'personId', 'type', 'value', 'currency', 'about'] as const),
  ...(['code', 'referredBy', 'heardFrom'] as const),
  ...(['contact', 'pipeline', 'stage', 'state', 'probability', 'closesOn'] as const),
  ...(['lostReason', 'source', 'owner', 'secondOwner', 'tags', 'note'] as const),
  ...(['relationSince', 'relationUntil'] as const),
])

const tableFormat = z.enum([
  ...(['posts-csv', 'people-csv', 'organisations-csv', 'deals-csv', 'outcomes-csv'] as const),
])

/** A column of our own, or `field:` and the id of a field that the workspace added. */
const columnMapping = z.partialRecord(
  z.union([column, z.templateLiteral(['field:', z.uuid()])]),
  z.string(),
)

const tally = z.object({
  read: z.number().int(),
  new: z.number().int(),
  duplicate: z.number().int(),
  updated: z.number().int(),
  deleted: z.number().int(),
  refused: z.number().int(),
})

/** What becomes of rows that look like somebody who is known. */
const lookalikes = z.enum(['new', 'update'])

const count = z.number().int()

const undoneKind = z.enum([
  ...(['activity', 'relation', 'affiliation', 'handle', 'person', 'organisation', 'deal'] as const),
  ...(['field', 'owner', 'tag', 'tagging', 'note'] as const),
])

/** The sum of all of them is what the import had made and changed. */
const undoCounts = z.object({
  /** Rows that went, by kind. */
  removed: z.partialRecord(undoneKind, count),
  /** Fields that are as they were. */
  restored: count,
  /** What stayed because it was edited since, and because something else refers to it. */
  edited: count,
  referred: count,
  /** What was gone already. */
  gone: count,
})

export const importRun = z.object({
  id: shapes.id,
  format: importFormat,
  fileName: z.string(),
  channelId: shapes.id,
  channelName: z.string(),
  state: z.enum(['running', 'stopped', 'done', 'failed', 'undoing', 'undone']),
  failure: z.string().nullable(),
  sizeBytes: z.number().int().nullable(),
  readBytes: z.number().int(),
  tally,
  /** Records that were taken without something of them, such as an owner whom nobody knows. */
  noted: z.number().int(),
  lookalikes,
  /** Whether what it did was kept track of, so that it can be taken back. */
  isUndoable: z.boolean(),
  /** What taking it back came to, or comes to so far. */
  undo: undoCounts.nullable(),
  startedAt: shapes.time,
  finishedAt: shapes.time.nullable(),
})
export type ImportRun = z.infer<typeof importRun>

export const postUpload = route({
  method: 'POST',
  path: '/uploads',
  summary: 'Hand over a file; the answer says what it looks like',
  access: mayWrite,
  query: z.object({ name: z.string().min(1).max(300) }),
  body: 'bytes',
  answer: z.object({
    uploadId: z.string(),
    sizeBytes: z.number().int(),
    /** The format that the beginning of the file suggests; null when none fits. */
    format: importFormat.nullable(),
    /** For tables: the header, the first rows, and which column seems to hold what. */
    table: z
      .object({
        header: z.array(z.string()),
        sample: z.array(z.array(z.string())),
        /** By the kind of table that it may be. */
        mappings: z.record(tableFormat, columnMapping),
        /** For which kinds this header was mapped before; that mapping is used. */
        remembered: z.array(tableFormat),
        /** The fields that the workspace added to what each kind is about. */
        fields: z.partialRecord(
          tableFormat,
          z.array(z.object({ id: shapes.id, name: z.string() })),
        ),
        /** The product whose export it seems to be; null where its header does not tell. */
        product: z.enum(['salesforce', 'hubspot', 'sansan', 'eight', 'kintone']).nullable(),
      })
      .nullable(),
  }),
  status: 201,
})

export const postImport = route({
  method: 'POST',
  path: '/imports',
  summary: 'Start reading an uploaded file',
  access: mayWrite,
  body: z.object({
    uploadId: z.string().max(100),
    fileName: z.string().trim().min(1).max(300).optional(),
    format: importFormat,
    channelName: z.string().trim().min(1).max(200).optional(),
    columns: columnMapping.optional(),
    lookalikes: lookalikes.optional(),
  }),
  answer: importRun,
  status: 202,
})

const tried = { line: count, name: z.string().nullable() }

const triedRefusal = z.object({
  line: count,
  reason: z.enum(REFUSAL_REASONS),
  field: z.string().nullable(),
  /** Of trials since this was kept. */
  detail: z.string().nullable().default(null),
  excerpt: z.string(),
})

const findings = z.object({
  /** The sum of the six that follow it. */
  ...{ read: count, new: count, updated: count, unchanged: count, repeated: count },
  ...{ deleted: count, refused: count },
  /** Rows that would be taken without something of them. */
  noted: count.default(0),
  /** Of the new ones, those that look like somebody known. */
  lookalikes: count,
  /** How many values of each field would change, by `person.displayName`. */
  fields: z.record(z.string(), count),
  refusedBy: z.partialRecord(z.enum(REFUSAL_REASONS), count),
  /** The first of each. */
  examples: z.object({
    updated: z.array(
      z.object({
        ...tried,
        changes: z.array(
          z.object({
            kind: z.enum([
              ...(['person', 'affiliation', 'relation', 'handle', 'organisation', 'deal'] as const),
              ...(['field', 'owner', 'tagging', 'note'] as const),
            ]),
            field: z.string(),
            before: z.string().nullable(),
            after: z.string().nullable(),
          }),
        ),
      }),
    ),
    repeated: z.array(z.object(tried)),
    lookalikes: z.array(
      z.object({
        ...tried,
        known: z.object({
          kind: z.enum(['person', 'organisation', 'deal']),
          id: shapes.id,
          name: z.string(),
        }),
        /** Null where a rule says so: the same domain, or the same name at the same organisation. */
        probability: z.number().min(0).max(1).nullable(),
        isCertain: z.boolean(),
      }),
    ),
    refused: z.array(triedRefusal),
    noted: z.array(triedRefusal).default([]),
  }),
})

const importTrial = z.object({
  id: shapes.id,
  format: importFormat,
  fileName: z.string(),
  state: z.enum(['running', 'done', 'failed']),
  failure: z.string().nullable(),
  sizeBytes: count,
  readBytes: count,
  findings: findings.nullable(),
  startedAt: shapes.time,
  finishedAt: shapes.time.nullable(),
})
export type ImportTrial = z.infer<typeof importTrial>

export const postImportTrial = route({
  method: 'POST',
  path: '/imports/trials',
  summary: 'Try an uploaded file: what its import would do, without doing it',
  access: mayWrite,
  body: z.object({
    uploadId: z.string().max(100),
    fileName: z.string().trim().min(1).max(300).optional(),
    format: importFormat,
    channelName: z.string().trim().min(1).max(200).optional(),
    columns: columnMapping.optional(),
  }),
  answer: importTrial,
  status: 202,
})

export const getImportTrial = route({
  method: 'GET',
  path: '/imports/trials/{id}',
  summary: 'A trial of an import and what it found',
  access: mayRead,
  params: shapes.byId,
  answer: importTrial,
  status: 200,
})

export const undoImport = route({
  method: 'POST',
  path: '/imports/{id}/undo',
  summary: 'Take back what an import made and changed, but for what was edited since',
  access: mayWrite,
  params: shapes.byId,
  answer: importRun,
  status: 202,
})

export const listImportKept = route({
  method: 'GET',
  path: '/imports/{id}/kept',
  summary: 'What stayed when an import was taken back, and why',
  access: mayRead,
  params: shapes.byId,
  query: z.object(shapes.page),
  answer: shapes.listOf(
    z.object({
      kind: undoneKind,
      id: shapes.id,
      /** The field that was edited; empty for the row itself. */
      field: z.string(),
      reason: z.enum(['edited', 'referred']),
    }),
  ),
  status: 200,
})

export const listImports = route({
  method: 'GET',
  path: '/imports',
  summary: 'Imports, newest first',
  access: mayRead,
  query: z.object(shapes.page),
  answer: shapes.listOf(importRun),
  status: 200,
})

export const getImport = route({
  method: 'GET',
  path: '/imports/{id}',
  summary: 'One import and how far it is',
  access: mayRead,
  params: shapes.byId,
  answer: importRun,
  status: 200,
})

export const patchImport = route({
  method: 'PATCH',
  path: '/imports/{id}',
  summary: 'Stop an import, or let it go on where it stood',
  access: mayWrite,
  params: shapes.byId,
  body: z.object({ state: z.enum(['stopped', 'running']) }),
  answer: importRun,
  status: 200,
})

export const listRefusals = route({
  method: 'GET',
  path: '/imports/{id}/refusals',
  summary: 'Records that were refused, or taken in part, with the reason',
  access: mayRead,
  params: shapes.byId,
  query: z.object(shapes.page),
  answer: shapes.listOf(
    z.object({
      position: z.number().int(),
      line: z.number().int(),
      reason: z.enum(REFUSAL_REASONS),
      field: z.string().nullable(),
      detail: z.string().nullable(),
      excerpt: z.string(),
      /** The record was taken all the same; only this of it was left out. */
      isTaken: z.boolean(),
    }),
  ),
  status: 200,
})

export const downloadRefusals = route({
  method: 'GET',
  path: '/imports/{id}/refusals.csv',
  summary: 'The refused records as a CSV file (UTF-8 with BOM)',
  access: mayRead,
  params: shapes.byId,
  answer: 'file',
  status: 200,
})
