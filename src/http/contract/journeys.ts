import { z } from 'zod'
import { mayRead, route } from './route.ts'
import * as shapes from './shapes.ts'

const count = z.number().int()

/** Moves of one kind; every number drills down to GET /activities with the same topic, move, stance and days. */
const flow = z.object({
  move: shapes.moveKind,
  from: shapes.stageOrNone,
  to: shapes.stage,
  moves: count,
  byStance: z.record(shapes.stance, count),
})

export const getJourneys = route({
  method: 'GET',
  path: '/journeys',
  summary:
    'How people moved along the cycle for a topic: moves of each kind, and where people stand now',
  access: mayRead,
  query: z.object({
    topic: shapes.id,
    from: shapes.day.optional(),
    to: shapes.day.optional(),
  }),
  answer: z.object({
    topic: z.object({ id: shapes.id, name: z.string(), kind: shapes.topicKind }),
    /** Days of the first and last move about the topic; null when nobody has moved. */
    firstDay: shapes.day.nullable(),
    lastDay: shapes.day.nullable(),
    moves: count,
    flows: z.array(flow),
    /** Times somebody came round the cycle: from satisfaction back to discovery. */
    roundsClosed: count,
    /** People at each stage today, whatever the span. */
    people: z.record(shapes.stage, count),
  }),
  status: 200,
})

/** The post that shows a move, and how sure that is. */
const shownBy = z.object({
  id: shapes.id,
  /** Its first characters; null where the text is gone. */
  excerpt: z.string().nullable(),
  publishedAt: shapes.time,
  stageConfidence: z.number(),
})

export const getPersonJourneys = route({
  method: 'GET',
  path: '/people/{id}/journeys',
  summary:
    'Where one person stands for each topic, and the moves that led there with the posts that show them',
  access: mayRead,
  params: shapes.byId,
  answer: z.object({
    items: z.array(
      z.object({
        topic: z.object({ id: shapes.id, name: z.string(), kind: shapes.topicKind }),
        stage: shapes.stage,
        stance: shapes.stance,
        round: count,
        /** The latest post that tells the stage; it may only repeat it. */
        latest: shownBy,
        /** The latest ones, oldest first. */
        moves: z.array(
          z.object({
            move: shapes.moveKind,
            from: shapes.stageOrNone,
            to: shapes.stage,
            stance: shapes.stance,
            round: count,
            shownBy,
          }),
        ),
        /** Earlier moves that are left out. */
        earlier: count,
      }),
    ),
  }),
  status: 200,
})
