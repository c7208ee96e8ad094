import { z } from 'zod'
import { AUDIT_SUBJECTS, AUDITED_KINDS } from '#vocabulary/index.ts'
import { namedField } from './merges.ts'
import { mayManage, route } from './route.ts'
import * as shapes from './shapes.ts'

const count = z.number().int()

export const listAudit = route({
  method: 'GET',
  path: '/audit',
  summary: 'The audit chain: who did what to what, the latest first',
  access: mayManage,
  query: z.object({
    ...shapes.page,
    /** What the acts are about. */
    about: z.enum(AUDIT_SUBJECTS).optional(),
    member: shapes.id.optional(),
    person: shapes.id.optional(),
    from: shapes.day.optional(),
    to: shapes.day.optional(),
    /** Part of the name of what was changed, or of a value. */
    q: z.string().trim().max(200).optional(),
  }),
  answer: shapes.listOf(
    z.object({
      /** The place in the chain, from 1. */
      seq: count,
      at: shapes.time,
      /** Null for what the house did by itself. */
      by: z.object({ id: shapes.id, name: z.string().nullable() }).nullable(),
      act: z.string(),
      /** Names of fields and counts. */
      detail: z.array(z.string()),
      /** Null where it is gone, or has no name. */
      subject: z
        .object({ kind: z.enum(AUDITED_KINDS), id: shapes.id, name: z.string() })
        .nullable(),
      changes: z.array(
        z.object({
          field: z.string(),
          shown: namedField.nullable(),
          from: z.string().nullable(),
          to: z.string().nullable(),
        }),
      ),
      /** Values that were erased; their commitments stay. */
      erased: count,
    }),
  ),
  status: 200,
})

export const getAuditVerdict = route({
  method: 'GET',
  path: '/audit/verify',
  summary: 'Walk the chain of what was changed and say whether it holds',
  access: mayManage,
  answer: z.object({
    entries: count,
    values: count,
    /** Commitments whose value was erased. */
    erased: count,
    /** The first entry that does not fit; null: the chain holds. */
    brokenAt: count.nullable(),
  }),
  status: 200,
})
