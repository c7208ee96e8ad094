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
  'outcomes-csv',
])

export const column = z.enum([
  ...(['id', 'text', 'title', 'author', 'authorId', 'authorUrl', 'publishedAt', 'url'] as const),
  ...(['platform', 'lang', 'parentId', 'email'] as const),
  ...(['name', 'family', 'given', 'reading', 'familyReading', 'givenReading', 'handle'] as const),
  ...(['organisation', 'role', 'organisationUrl', 'relation', 'since', 'until'] as const),
  ...(['at', 'personId', 'type', 'value', 'currency', 'about'] as const),
])

const tableFormat = z.enum(['posts-csv', 'people-csv', 'outcomes-csv'])

const columnMapping = z.partialRecord(column, z.string())

const tally = z.object({
  read: z.number().int(),
  new: z.number().int(),
  duplicate: z.number().int(),
  updated: z.number().int(),
  deleted: z.number().int(),
  refused: z.number().int(),
})

export const importRun = z.object({
  id: shapes.id,
  format: importFormat,
  fileName: z.string(),
  channelId: shapes.id,
  channelName: z.string(),
  state: z.enum(['running', 'stopped', 'done', 'failed']),
  failure: z.string().nullable(),
  sizeBytes: z.number().int().nullable(),
  readBytes: z.number().int(),
  tally,
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
  }),
  answer: importRun,
  status: 202,
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
  summary: 'Records that were refused, with the reason',
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
