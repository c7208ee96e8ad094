import { z } from 'zod'
import { MERGE_SIDES, ORGANISATION_LIKENESSES } from '#vocabulary/index.ts'
import { colleague } from './engage-shapes.ts'
import { organisation } from './organisations.ts'
import { mayRead, mayWrite, route } from './route.ts'
import * as shapes from './shapes.ts'

const count = z.number().int()
const named = z.object({ id: shapes.id, name: z.string() })
const text = z.string().nullable()
const reasons = z.array(z.enum(ORGANISATION_LIKENESSES))

/** `name`, `nameReading`, `url`, `owner:main`, `field:<id>`, `tag:<id>`. */
const fieldSides = z
  .record(
    z.string().regex(/^(name|nameReading|url|owner:(main|second)|(field|tag):[0-9a-f-]{36})$/),
    z.enum(MERGE_SIDES),
  )
  .optional()

/** From whom each field is taken; what is left out stays, or fills a gap. */
const wanted = z.object({ keep: shapes.id, merge: shapes.id, fields: fieldSides })

/** A field; of own fields and tags with their name. */
const field = z.object({ field: z.string(), name: text })

const merge = z.object({
  id: shapes.id,
  /** Which is shown since. */
  keep: named,
  merged: named,
  author: colleague.nullable(),
  at: shapes.time,
  /** In what they were alike. */
  evidence: reasons,
  fields: z.array(field.extend({ before: text, after: text })),
  /** `aside`: the kept one had their like; they come back with the other. */
  rows: z.object({ moved: count, aside: count }),
  undoneAt: shapes.time.nullable(),
  undoneBy: colleague.nullable(),
})

const previewed = organisation.extend({
  /** Organisations that had been merged into it before. */
  merged: count,
  /** Rows that name it, by table. */
  rows: z.record(z.string(), count),
})

export const listOrganisationLookalikes = route({
  method: 'GET',
  path: '/organisations/lookalikes',
  summary:
    'Pairs of organisations that may be one, the most alike first: same web domain, name but for legal form and spelling, reading, mail domain',
  access: mayRead,
  query: z.object({
    organisation: shapes.id.optional(),
    limit: z.coerce.number().int().min(1).max(200).default(50),
  }),
  answer: shapes.listOf(z.object({ organisations: z.tuple([lookalike(), lookalike()]), reasons })),
  status: 200,
})

function lookalike() {
  return named.extend({ domain: text })
}

export const postOrganisationMergePreview = route({
  method: 'POST',
  path: '/organisations/merges/preview',
  summary: 'Two organisations side by side, and what a merge would change; writes nothing',
  access: mayRead,
  body: wanted,
  answer: z.object({
    keep: previewed,
    merge: previewed,
    fields: z.array(
      field.extend({ keep: text, merge: text, takes: z.enum(MERGE_SIDES), result: text }),
    ),
    reasons,
    isOneAlready: z.boolean(),
  }),
  status: 200,
})

export const postOrganisationMerge = route({
  method: 'POST',
  path: '/organisations/merges',
  summary: 'Show one organisation as another from now on; can be taken back at any time',
  access: mayWrite,
  body: wanted,
  answer: merge,
  status: 201,
})

export const deleteOrganisationMerge = route({
  method: 'DELETE',
  path: '/organisations/merges/{id}',
  summary: 'Take a merge back; what was edited since stays, and the two are said to be two',
  access: mayWrite,
  params: shapes.byId,
  answer: merge,
  status: 200,
})

export const listOrganisationMerges = route({
  method: 'GET',
  path: '/organisations/{id}/merges',
  summary: 'The merges by which an organisation is one, and those taken back',
  access: mayRead,
  params: shapes.byId,
  answer: shapes.listOf(merge),
  status: 200,
})

export const postOrganisationNotSame = route({
  method: 'POST',
  path: '/organisations/not-same',
  summary: 'Say that two organisations are two: they are shown as alike no more',
  access: mayWrite,
  body: z.object({ a: shapes.id, b: shapes.id }),
  answer: 'none',
  status: 204,
})
