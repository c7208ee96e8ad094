import { z } from 'zod'
import { INTERFACE_LANGUAGES, LIMITS } from '#vocabulary/index.ts'
import { mayManage, route } from './route.ts'
import * as shapes from './shapes.ts'

/** What people may ask for: what is known of them, and that it ends. */

const counts = z.record(z.string(), z.number().int())

export const exportPerson = route({
  method: 'GET',
  path: '/people/{id}/export',
  summary:
    'All that is known of a person, as JSON or as a page to read; written down in the access log',
  access: mayManage,
  params: shapes.byId,
  query: z.object({
    as: z.enum(['json', 'html']).default('json'),
    language: z.enum(INTERFACE_LANGUAGES).default('ja'),
  }),
  answer: 'file',
  status: 200,
})

export const getErasure = route({
  method: 'GET',
  path: '/people/{id}/erase',
  summary: 'What an erasure of the person would take and what would stay; writes nothing',
  access: mayManage,
  params: shapes.byId,
  answer: z.object({
    personId: shapes.id,
    displayName: z.string(),
    /** Rows by table. */
    counts,
    /** Models that learnt from posts and are forgotten. */
    modelsUnlearnt: z.number().int(),
    /** With others in them: these stay. */
    sharedDeals: z.number().int(),
    sharedContacts: z.number().int(),
  }),
  status: 200,
})

export const postErasure = route({
  method: 'POST',
  path: '/people/{id}/erase',
  summary: 'Erase a person for good; they do not come back with the next import',
  access: mayManage,
  params: shapes.byId,
  /** The name under which the person is shown. */
  body: z.object({ confirmation: z.string().max(LIMITS.nameCharsMax) }),
  answer: z.object({
    id: shapes.id,
    erasedAt: shapes.time,
    counts,
    tombstones: z.number().int(),
    /** Uploaded files that nobody was importing and that went too. */
    uploadsDropped: z.number().int(),
  }),
  status: 200,
})
