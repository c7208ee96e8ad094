import { z } from 'zod'
import { mayRead, route } from './route.ts'
import * as shapes from './shapes.ts'

/** Counts of posts; every one drills down to GET /activities with the same filters. */
const counts = {
  posts: z.number().int(),
  bySentiment: z.record(shapes.sentiment, z.number().int()),
  byStage: z.record(shapes.stageOrNone, z.number().int()),
}

export const getOverview = route({
  method: 'GET',
  path: '/overview',
  summary: 'What happened, since when: volume, sentiment, stages and topics of a span of days',
  access: mayRead,
  query: z.object({
    from: shapes.day.optional(),
    to: shapes.day.optional(),
    topic: shapes.id.optional(),
    channel: shapes.id.optional(),
  }),
  answer: z.object({
    from: shapes.day,
    to: shapes.day,
    /** Days of the first and last post in the log; null when it is empty. */
    firstDay: shapes.day.nullable(),
    lastDay: shapes.day.nullable(),
    total: z.object(counts),
    /** The span of the same length before it. */
    before: z.object(counts),
    days: z.array(z.object({ day: shapes.day, ...counts })),
    topics: z.array(
      z.object({ id: shapes.id, name: z.string(), kind: shapes.topicKind, ...counts }),
    ),
  }),
  status: 200,
})
