import { z } from 'zod'
import { mayRead, route } from './route.ts'
import * as shapes from './shapes.ts'

export const listOutcomes = route({
  method: 'GET',
  path: '/outcomes',
  summary: 'What came of it: sign-ups, purchases, renewals, …, newest first',
  access: mayRead,
  query: z.object({
    ...shapes.page,
    type: shapes.outcomeType.optional(),
    person: shapes.id.optional(),
    /** A time, or a day in the workspace's time zone; both are included. */
    from: z.union([shapes.time, shapes.day]).optional(),
    to: z.union([shapes.time, shapes.day]).optional(),
  }),
  answer: shapes.listOf(shapes.activity),
  status: 200,
})
