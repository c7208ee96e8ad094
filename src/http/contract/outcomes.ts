import { z } from 'zod'
import { CLAIM_CLASSES } from '#vocabulary/index.ts'
import { mayRead, route } from './route.ts'
import * as shapes from './shapes.ts'

/** What an outcome says of where it came from; each class is evidence of its own. */
const evidence = z.object({
  class: z.enum(CLAIM_CLASSES),
  /** The code, the click id, the answer. */
  text: z.string(),
  /** Whose it is: of the link or code, or who was named. */
  person: z.object({ id: shapes.id, name: z.string() }).nullable(),
  link: z.object({ id: shapes.id, name: z.string(), campaign: z.string().nullable() }).nullable(),
  code: z.object({ id: shapes.id, text: z.string(), campaign: z.string().nullable() }).nullable(),
})

const outcomeActivity = shapes.activity.extend({ evidence: z.array(evidence) })

export const listOutcomes = route({
  method: 'GET',
  path: '/outcomes',
  summary: 'What came of it: sign-ups, purchases, renewals, …, newest first',
  access: mayRead,
  query: z.object({
    ...shapes.page,
    type: shapes.outcomeType.optional(),
    person: shapes.id.optional(),
    /** Of its people of today. */
    organisation: shapes.id.optional(),
    /** A time, or a day in the workspace's time zone; both are included. */
    from: z.union([shapes.time, shapes.day]).optional(),
    to: z.union([shapes.time, shapes.day]).optional(),
  }),
  answer: shapes.listOf(outcomeActivity),
  status: 200,
})
