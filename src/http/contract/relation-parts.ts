import { z } from 'zod'
import * as shapes from './shapes.ts'

/** Whoever an entry is about or by; without a name once they have left. */
export const member = z.object({ id: shapes.id, name: z.string().nullable() }).nullable()

const named = z.object({ id: shapes.id, name: z.string() })

const oneEvidence = z.object({
  /** Words of a role or a place of work, as they stand in the profile. */
  words: z.array(z.string()).optional(),
  /** Where they stand: a profile's text, or the role at an organisation. */
  in: z.enum(['bio', 'name', 'affiliation']).optional(),
  organisation: z.object({ id: shapes.id, name: z.string() }).optional(),
  /** Posts or outcomes that show it, newest first; at most ten. */
  activities: z.array(shapes.id).optional(),
  /** How many there are of them. */
  count: z.number().int().optional(),
  topics: z.array(z.string()).optional(),
  /** Where they stand in the topic. */
  stage: shapes.stage.optional(),
  /** A verified address at the organisation's domain. */
  domain: z.string().optional(),
  /** What colleagues keep of somebody, by the name that it had then. */
  tag: named.optional(),
  field: named.optional(),
  /** What the field holds, in words. */
  value: z.string().optional(),
  list: named.optional(),
  /** Since when the tag, or the value of the field, is there. */
  since: shapes.day.optional(),
})

/** Why somebody is, or may be, something to us. Pages put it into words. */
export const evidence = oneEvidence.extend({
  /** By a rule of several conditions: why each holds. */
  each: z.array(oneEvidence).optional(),
})
