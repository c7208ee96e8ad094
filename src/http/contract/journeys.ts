import { z } from 'zod'
import { REACHED_BY, SEGMENT_KINDS, STAY_ENDINGS } from '#vocabulary/index.ts'
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
    /** What read the posts about the topic of these days. */
    readBy: shapes.readBy,
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

/** Days after which half have left, and the interval in which the true figure lies 95 times in 100; high is null where it has no end. */
const daysFigure = z.object({ days: z.number(), low: z.number(), high: z.number().nullable() })
const aboutTopic = z.object({ id: shapes.id, name: z.string(), kind: shapes.topicKind })
const stayEnding = z.enum(STAY_ENDINGS)
const stayTarget = stayEnding.exclude(['ongoing'])

/** Stays begun on these days, of some of the people. */
const stayQuery = {
  topic: shapes.id,
  /** `relation:customer`, `language:ja`, `channel:<id>`, `tag:<id>`, `community:<id>`. */
  segment: z.string().max(60).optional(),
  from: shapes.day.optional(),
  to: shapes.day.optional(),
}

/** Where a figure lies, nine times in ten. */
const bounds = z.object({ low: z.number(), high: z.number() })

export const getJourneyChain = route({
  method: 'GET',
  path: '/journeys/chain',
  summary:
    'The chain of stages for a topic: how long people stay, where they go next, what a stage is worth; every count drills down to GET /journeys/stays',
  access: mayRead,
  query: z.object(stayQuery),
  answer: z.object({
    topic: aboutTopic,
    /** The first day that was read, where there are too many moves to read all. */
    since: shapes.day.nullable(),
    /** A stay that lasts longer without a move ends in silence. */
    horizonDays: count,
    /** The longest that any stay was watched, at most the horizon. */
    watchedDays: z.number(),
    stays: count,
    stages: z.array(
      z.object({
        stage: shapes.stage,
        stays: count,
        people: count,
        ongoing: count,
        /** How long half stay; null where fewer than half have left, or too few stays are known. */
        stay: daysFigure.nullable(),
        isEnough: z.boolean(),
        /** Expected stays at each stage from here on, this one included. */
        visits: z.record(shapes.stage, z.number()),
        /** Probability that the journey ends so. */
        churn: z.number(),
        silence: z.number(),
        /** Minor units of the currency, or the probability of a purchase. */
        value: z.number(),
        /** 90 % intervals of these; only where there are enough stays they say something. */
        intervals: z.object({
          /** Of the visits at all stages together. */
          visits: bounds,
          churn: bounds,
          silence: bounds,
          value: bounds,
        }),
      }),
    ),
    ways: z.array(
      z.object({
        from: shapes.stage,
        to: stayTarget,
        stays: count,
        people: count,
        probability: z.number(),
        probabilityInterval: bounds,
        /** Of those who went; null where too few did. */
        days: daysFigure.nullable(),
      }),
    ),
    value: z.object({
      basis: z.enum(['money', 'purchase']),
      currency: z.string().nullable(),
      outcomes: count,
    }),
  }),
  status: 200,
})

export const listJourneyStays = route({
  method: 'GET',
  path: '/journeys/stays',
  summary:
    'The stays that a figure of the chain counts, with the people and the posts; the latest first',
  access: mayRead,
  query: z.object({
    ...stayQuery,
    ...shapes.page,
    stage: shapes.stage.optional(),
    ending: stayEnding.optional(),
  }),
  answer: shapes.listOf(
    z.object({
      person: z.object({ id: shapes.id, name: z.string(), nameReading: z.string().nullable() }),
      stage: shapes.stage,
      ending: stayEnding,
      begunAt: shapes.time,
      endedAt: shapes.time.nullable(),
      days: z.number(),
      /** The post that shows the move there. */
      begunBy: shapes.id,
      /** What shows the move on: a post, or the outcome of leaving us. */
      endedBy: shapes.id.nullable(),
    }),
  ),
  status: 200,
})

/** A stage, or one way on from it, beside others. */
const comparedPoint = {
  stage: shapes.stage,
  /** Null for leaving the stage whichever way. */
  to: shapes.stage.nullable(),
  verdict: z.enum(['slow', 'quick', 'usual', 'insufficient']),
  stays: count,
  otherStays: count,
  left: count,
  /** How many would have left at the pace of both together. */
  expected: z.number(),
  /** 1 is as quick as usual. The interval allows for all comparisons made. */
  ratio: z.number().nullable(),
  low: z.number().nullable(),
  high: z.number().nullable(),
  stay: daysFigure.nullable(),
  usualStay: daysFigure.nullable(),
}

export const getStuckPoints = route({
  method: 'GET',
  path: '/journeys/stuck',
  summary:
    'Where people stay longer and leave less than at the same stage of the other topics, or than before',
  access: mayRead,
  query: z.object({ topic: shapes.id.optional() }),
  answer: z.object({
    /** Stays begun since then are compared with those before. */
    recentFrom: shapes.day,
    since: shapes.day.nullable(),
    topics: count,
    points: z.array(
      z.object({
        topic: aboutTopic,
        ...comparedPoint,
        people: count,
        /** Of the people. */
        ongoing: count,
        beside: z.enum(['other-topics', 'earlier', 'others']),
      }),
    ),
    usual: count,
    insufficient: count,
  }),
  status: 200,
})

export const getStuckSegments = route({
  method: 'GET',
  path: '/journeys/stuck/segments',
  summary:
    'Where the people of a segment stay longer and leave less than everybody else at the same stage of a topic',
  access: mayRead,
  query: z.object({ topic: shapes.id, by: z.enum(SEGMENT_KINDS) }),
  answer: z.object({
    topic: aboutTopic,
    /** Stays begun since then. */
    recentFrom: shapes.day,
    since: shapes.day.nullable(),
    /** Segments that were compared: those with most stays. */
    segments: count,
    points: z.array(
      z.object({
        ...comparedPoint,
        /** Of the stays, those that go on today. */
        ongoing: count,
        beside: z.enum(['other-topics', 'earlier', 'others']),
        /** `kind:value` is what GET /journeys/stays takes; without a name it is a word of the interface. */
        segment: z.object({
          kind: z.enum(SEGMENT_KINDS),
          value: z.string(),
          name: z.string().nullable(),
        }),
      }),
    ),
    usual: count,
    insufficient: count,
  }),
  status: 200,
})

export const getBeforeMoves = route({
  method: 'GET',
  path: '/journeys/before',
  summary:
    'What reached people in the week before a move, beside comparable people who did not move; before, not because',
  access: mayRead,
  query: z.object({
    topic: shapes.id,
    move: shapes.moveKind,
    /** Whose moves, beside others of the same segment. */
    segment: z.string().max(60).optional(),
    from: shapes.day.optional(),
    to: shapes.day.optional(),
  }),
  answer: z.object({
    topic: aboutTopic,
    move: shapes.moveKind,
    from: shapes.stageOrNone,
    to: shapes.stage,
    days: count,
    moves: count,
    compared: count,
    others: count,
    rows: z.array(
      z.object({
        by: z.enum(REACHED_BY),
        /** Null for all channels together. */
        channel: z.object({ id: shapes.id, name: z.string() }).nullable(),
        movers: count,
        moversReached: count,
        others: count,
        othersReached: count,
        ratio: z.number().nullable(),
        low: z.number().nullable(),
        high: z.number().nullable(),
        isEnough: z.boolean(),
        /** Everybody counted who moved and was reached: the touch, and the post that shows the move. */
        examples: z.array(
          z.object({ personId: shapes.id, name: z.string(), touch: shapes.id, move: shapes.id }),
        ),
      }),
    ),
  }),
  status: 200,
})
