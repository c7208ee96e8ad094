import { z } from 'zod'
import { mayRead, route } from './route.ts'
import * as shapes from './shapes.ts'

/** Counts of posts; every one drills down to GET /activities with the same filters. */
const counts = {
  posts: z.number().int(),
  bySentiment: z.record(shapes.sentiment, z.number().int()),
  byStage: z.record(shapes.stageOrNone, z.number().int()),
}

/** Any number of intents may hold for one post, so these sum up to nothing. */
const countsWithIntents = {
  ...counts,
  byIntent: z.record(shapes.intent, z.number().int()),
  toxic: z.number().int(),
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
    total: z.object(countsWithIntents),
    /** The span of the same length before it. */
    before: z.object(countsWithIntents),
    days: z.array(z.object({ day: shapes.day, ...counts })),
    topics: z.array(
      z.object({ id: shapes.id, name: z.string(), kind: shapes.topicKind, ...counts }),
    ),
    /** What read the posts that are counted here; most posts first. */
    readBy: shapes.readBy,
  }),
  status: 200,
})

const voices = z.number().int()

export const getVoices = route({
  method: 'GET',
  path: '/overview/voices',
  summary:
    'How many speak in a span of days: a person is one voice, and so are those who post copies of one text',
  access: mayRead,
  query: z.object({
    from: shapes.day,
    to: shapes.day,
    topic: shapes.id.optional(),
    channel: shapes.id.optional(),
  }),
  answer: z.object({
    from: shapes.day,
    to: shapes.day,
    /** When copies were last looked for; later posts copy nobody yet. Null: never. */
    copiesFoundAt: shapes.time.nullable(),
    /** Null: more posts (100,000) than are counted at once; then days and topics are empty. */
    total: voices.nullable(),
    /** Who speaks on two days is one voice of each; days without posts are left out. */
    days: z.array(z.object({ day: shapes.day, voices })),
    topics: z.array(z.object({ id: shapes.id, voices })),
  }),
  status: 200,
})

const judged = {
  count: z.number().int(),
  /** What the eight weeks before let expect, and the bounds of what is usual. */
  expected: z.number(),
  low: z.number(),
  high: z.number(),
  /** Distance from the expected in distances of the bound; unusual from 1. */
  score: z.number(),
}

export const getBriefing = route({
  method: 'GET',
  path: '/briefing',
  summary:
    'What is unusual in the week that ends with `to` (or with yesterday, where that is later), by the same weekdays of the weeks before',
  access: mayRead,
  query: z.object({
    to: shapes.day.optional(),
    topic: shapes.id.optional(),
    channel: shapes.id.optional(),
  }),
  answer: z.object({
    /** The week that was judged; a day that is not over is not. */
    from: shapes.day.nullable(),
    to: shapes.day.nullable(),
    /** Whole weeks of log before the week; with fewer than four nothing is called unusual. */
    weeksKnown: z.number().int(),
    volume: z.object(judged).nullable(),
    /** Who spoke in the week; null where there are too many posts to count them at once, or none. */
    voices: voices.nullable(),
    findings: z.array(
      z.object({
        ...judged,
        voices: voices.nullable(),
        /** Null: all posts. */
        topic: z.object({ id: shapes.id, name: z.string(), kind: shapes.topicKind }).nullable(),
        watched: z.enum([
          'posts',
          'negative',
          'positive',
          'discovery',
          'evaluation',
          'recommendation',
          'satisfaction',
        ]),
        from: shapes.day,
        to: shapes.day,
      }),
    ),
  }),
  status: 200,
})
