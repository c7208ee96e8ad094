import { z } from 'zod'
import {
  ACTOR_LEVELS,
  CREDIT_LABELS,
  INFLUENCE_CUTS,
  INFLUENCE_OUTCOMES,
  NO_FIGURE_REASONS,
  NOT_PROVEN,
  TOUCH_KINDS,
  UNCREDITED_REASONS,
} from '#vocabulary/index.ts'
import { figure, interval, linked, placebos } from './influence-figures.ts'
import { mayRead, mayWrite, route } from './route.ts'
import * as shapes from './shapes.ts'

const count = z.number().int()
/** Outcomes, as a sum of parts. */
const credit = z.number()
const cut = z.enum(INFLUENCE_CUTS)
const outcomeType = z.enum(INFLUENCE_OUTCOMES)
const level = z.enum(ACTOR_LEVELS)
const label = z.enum(CREDIT_LABELS)

const person = z.object({
  id: shapes.id,
  name: z.string(),
  /** The account by which they are meant here. */
  handle: z.object({
    id: shapes.id,
    platform: z.string(),
    username: z.string().nullable(),
    avatarUrl: z.string().nullable(),
  }),
})
const channel = z.object({ id: shapes.id, name: z.string(), kind: z.string() })
const topic = z.object({ id: shapes.id, name: z.string(), kind: shapes.topicKind })

/** An amount of one currency, in its minor unit (yen, cents). */
const amount = z.object({ currency: z.string(), minor: z.number() })
/** With its 90 % interval. */
const money = amount.extend({ low: z.number(), high: z.number() })

/** Credit in money. The two amounts are no sum: what is paid later is what a move is worth. */
const inMoney = {
  /** Of outcomes that say what was paid: shares times that. */
  money: z.array(money),
  /** Of moves: shares times what the stage after is worth more than the one before. */
  movesMoney: z.array(money),
  /** Of the credit, how much these speak of, 0..1; null without credit. */
  valued: z.number().nullable(),
}

/** The measurement on which figures rest. */
const run = z.object({
  id: shapes.id,
  state: z.enum(['measured', 'insufficient']),
  measuredAt: shapes.time,
  /** Outcomes of this span. */
  from: shapes.time.nullable(),
  to: shapes.time.nullable(),
  people: count,
  touches: count,
  /** Days that a touch may precede an outcome by, and in which its push falls to 1/e. */
  windowDays: z.number(),
  tauDays: z.number(),
})

/** What the figures rest on, beside every list of them. */
const ground = {
  topic: topic.nullable(),
  run: run.nullable(),
  /** A measurement is in line or running. */
  isMeasuring: z.boolean(),
  linked,
  /** Why there is nothing to show; null where there is. */
  reason: z.enum(NO_FIGURE_REASONS).nullable(),
}

/** What may be asked for: days in the workspace's time zone, the last included. */
const asked = {
  topic: shapes.id.optional(),
  outcome: outcomeType.optional(),
  from: shapes.day.optional(),
  to: shapes.day.optional(),
}

const influenceItem = z.object({
  /** The channel's, opinion's or community's id, the person's, the type or the level. */
  key: z.string(),
  label: z.string(),
  ...figure,
  /** Outcomes among people whom it had reached. */
  outcomes: count,
  /** How often it reached somebody, in the days asked for or in all, as the measurement counted. */
  touches: count,
  /** Of the credit, what came since the measurement. */
  live: credit,
  multiplier: z.number().nullable(),
  multiplierInterval: interval.nullable(),
  /** Of a person: credit of others' words behind which they stand, over several hops; in no sum. */
  passedOn: credit.nullable(),
  passedOnInterval: interval.nullable(),
  ...inMoney,
  evidence: label,
  /** The experiments that it is calibrated by: about the same topic and outcome. Null: estimated. */
  calibration: z
    .object({
      experiments: count,
      /** In both arms together. */
      people: count,
      from: shapes.time,
      /** Null: one still runs. */
      to: shapes.time.nullable(),
    })
    .nullable(),
  person: person.nullable(),
  channel: channel.nullable(),
  community: z.object({ id: shapes.id, name: z.string() }).nullable(),
  opinion: z
    .object({ id: shapes.id, ja: z.string().nullable(), en: z.string().nullable() })
    .nullable(),
})
export type InfluenceItem = z.infer<typeof influenceItem>

export const listInfluence = route({
  method: 'GET',
  path: '/influence',
  summary: 'Who causes action: credit by person, channel, community, type, level or opinion',
  access: mayRead,
  query: z.object({
    ...shapes.page,
    ...asked,
    by: cut,
    /** One line alone, as the list gives it: what somebody's own page asks for. */
    key: z.string().max(200).optional(),
    /** Outcomes that are moves to this stage. */
    stage: shapes.stage.optional(),
  }),
  answer: shapes.listOf(influenceItem).extend({
    ...ground,
    /** `run`: as measured; `span`: added up over the outcomes of the days asked for. */
    basis: z.enum(['run', 'span']),
    /** `scaled`: that of the measurement, in proportion to the outcomes of the span. */
    placebo: z.enum(['measured', 'scaled']),
  }),
  status: 200,
})

export const getInfluenceSummary = route({
  method: 'GET',
  path: '/influence/summary',
  summary:
    'How many outcomes posts brought about, how many would have happened anyway, and how sure',
  access: mayRead,
  query: z.object(asked),
  answer: z.object({
    ...ground,
    basis: z.enum(['run', 'span']),
    outcomes: count,
    /** credit + background = outcomes. */
    background: credit,
    ...figure,
    ...inMoney,
    evidence: label,
    /** Included above: what came since the measurement. */
    live: z.object({ outcomes: count, credit }),
    types: z.array(z.object({ type: outcomeType, outcomes: count, background: credit, ...figure })),
    readBy: shapes.readBy,
  }),
  status: 200,
})

const post = z.object({
  id: shapes.id,
  /** Its first characters; null where it carries no text, or lost it. */
  excerpt: z.string().nullable(),
  publishedAt: shapes.time,
  url: z.string().nullable(),
})

/** Something somebody did, as an outcome. */
const creditedOutcome = z.object({
  id: shapes.id,
  type: outcomeType,
  at: shapes.time,
  person: person.nullable(),
  post: post.nullable(),
  valueMinor: count.nullable(),
  currency: z.string().nullable(),
  /** Of a move, by how much the stage after is worth more; null where nobody can say. */
  worth: amount.nullable(),
})

export const listCredits = route({
  method: 'GET',
  path: '/influence/credits',
  summary:
    'The posts behind a figure and the outcomes that they preceded, the latest outcome first',
  access: mayRead,
  query: z.object({
    ...shapes.page,
    ...asked,
    by: cut.optional(),
    /** As GET /influence gives it; with `by`. */
    key: z.string().max(200).optional(),
    organisation: shapes.id.optional(),
    stage: shapes.stage.optional(),
    /** The shares of one post alone: what it led to. */
    activity: shapes.id.optional(),
  }),
  answer: shapes.listOf(
    z.object({
      /** Of the outcome: 0..1. */
      share: z.number(),
      kind: z.enum(TOUCH_KINDS),
      level,
      reachedAt: shapes.time,
      isLive: z.boolean(),
      person: person.nullable(),
      channel: channel.nullable(),
      post: post.nullable(),
      outcome: creditedOutcome,
    }),
  ),
  status: 200,
})

export const listCreditedOutcomes = route({
  method: 'GET',
  path: '/influence/outcomes',
  summary:
    'Every outcome that was credited, be it all background, with what posts prompted of it; the latest first',
  access: mayRead,
  query: z.object({
    ...shapes.page,
    ...asked,
    stage: shapes.stage.optional(),
    /** Whose. */
    person: shapes.id.optional(),
    /** `prompted`: posts have a part in them; `background`: none has. */
    cause: z.enum(['prompted', 'background']).optional(),
  }),
  answer: shapes.listOf(
    creditedOutcome.extend({
      /** What would have happened anyway: 0..1. */
      background: z.number(),
      /** Touches that have a part in it. */
      touches: count,
      isLive: z.boolean(),
    }),
  ),
  status: 200,
})

export const getPostInfluence = route({
  method: 'GET',
  path: '/influence/posts/{activity}',
  summary: 'What a post led to, and the outcomes that it is itself; over all topics',
  access: mayRead,
  params: z.object({ activity: shapes.id }),
  answer: z.object({
    isMeasured: z.boolean(),
    /** By type, the largest credit first; `credit` adds up its shares of the outcomes. */
    ledTo: z.array(z.object({ type: outcomeType, outcomes: count, credit })),
    is: z.array(z.object({ type: outcomeType, background: z.number() })),
    /** It is an outcome or shows a move, be it credited or not. */
    isOutcome: z.boolean(),
  }),
  status: 200,
})

/** One touch on the way to an outcome. */
const pathTouch = z.object({
  /** Counts the touches of a path; `parent` names the one whose actor this had reached before. */
  number: count,
  parent: count.nullable(),
  /** 1: reached whoever had the outcome; 2 and more: had reached the actor of the parent. */
  hop: count,
  /** Of the outcome: those of hop 1 and the background add up to one, those of a hop to at most their parent's. */
  share: z.number(),
  kind: z.enum(TOUCH_KINDS),
  level,
  /** When what this person did shows that it had reached them, and what that was. */
  reachedAt: shapes.time,
  evidenceId: shapes.id,
  person: person.nullable(),
  channel: channel.nullable(),
  post: post.nullable(),
})

export const getInfluencePath = route({
  method: 'GET',
  path: '/influence/paths/{outcome}',
  summary:
    'How an outcome came about: what had reached the person, each with its part, and what had reached those before',
  access: mayRead,
  params: z.object({ outcome: shapes.id }),
  query: z.object({ topic: shapes.id.optional() }),
  answer: z.object({
    topic: topic.nullable(),
    run: run.nullable(),
    /** One for each type that the activity counts as; empty where it has not been credited. */
    paths: z.array(
      z.object({
        outcome: creditedOutcome,
        /** What would have happened anyway: 0..1. */
        background: z.number(),
        isLive: z.boolean(),
        creditedAt: shapes.time,
        evidence: label,
        /** By hop, the oldest first. Where none has a share, what came before all the same. */
        touches: z.array(pathTouch),
        /** Touches beyond those listed, with small parts; what they have together is `restShare`. */
        rest: count,
        restShare: z.number(),
      }),
    ),
    /** Where there is no path: why, and what had reached the person in the window before, without shares. */
    uncredited: z
      .object({
        reason: z.enum(UNCREDITED_REASONS),
        /** Null where the activity is no outcome. */
        outcome: creditedOutcome.nullable(),
        touches: z.array(pathTouch),
      })
      .nullable(),
  }),
  status: 200,
})

const comparedChannel = z.object({
  channel,
  /** Ours, and the usual rules; all in outcomes. */
  credit,
  lastTouch: credit,
  firstTouch: credit,
  linear: credit,
  timeDecay: credit,
  markov: credit,
  shapley: credit,
})

/** With the 90 % interval of a bootstrap over outcomes. */
const ruleFigure = z.object({ credit, low: credit, high: credit })
const calibration = z.object({
  experiments: count,
  people: count,
  from: shapes.time,
  to: shapes.time.nullable(),
})

export const getComparators = route({
  method: 'GET',
  path: '/influence/comparators',
  summary:
    'What the usual rules would say by channel: last, first, linear, time decay, Markov, Shapley',
  access: mayRead,
  query: z.object({ ...asked, stage: shapes.stage.optional() }),
  answer: z.object({
    ...ground,
    /** Of the measurement, of the type and the days asked for. */
    outcomes: count,
    /** Outcomes that some touch preceded: the usual rules credit them whole. */
    preceded: count,
    credited: credit,
    halfLifeDays: z.number().nullable(),
    byChannel: z.array(
      z.object({
        channel,
        /** Ours; the usual rules are not calibrated by anything. */
        credit: ruleFigure.extend({
          enough: z.boolean(),
          evidence: label,
          calibration: calibration.nullable(),
        }),
        lastTouch: ruleFigure,
        firstTouch: ruleFigure,
        linear: ruleFigure,
        timeDecay: ruleFigure,
        markov: ruleFigure,
        shapley: ruleFigure,
      }),
    ),
  }),
  status: 200,
})

const levelFigure = z.object({ level, ...figure, outcomes: count, touches: count })

export const getInfluenceMethod = route({
  method: 'GET',
  path: '/influence/method',
  summary:
    'Five worked questions with the workspace’s own figures, and three things they do not prove',
  access: mayRead,
  query: z.object({ topic: shapes.id.optional() }),
  answer: z.object({
    ...ground,
    questions: z.object({
      /** 1. How did this one come about? The outcome of the last weeks with the largest credited part. */
      path: z
        .object({
          outcome: creditedOutcome,
          background: z.number(),
          touches: count,
          largest: z.object({
            share: z.number(),
            person: person.nullable(),
            channel: channel.nullable(),
          }),
        })
        .nullable(),
      /** 2. Why not last click? */
      lastClick: z
        .object({
          outcomes: count,
          preceded: count,
          credited: credit,
          /** The channel on which the two differ most. */
          channel: comparedChannel.nullable(),
        })
        .nullable(),
      /** 3. What would have happened anyway? */
      anyway: z
        .object({
          outcomes: count,
          background: credit,
          /** People compared with each outcome, at the same instant. */
          controls: count,
          strata: count.nullable(),
        })
        .nullable(),
      /** 4. How sure is that? */
      certainty: z
        .object({
          credit,
          low: credit,
          high: credit,
          level: z.number(),
          replicates: count,
          placebo: credit,
          placebos,
          enough: z.boolean(),
        })
        .nullable(),
      /** 5. Who moves people: buyers or recommenders? */
      movers: z.array(levelFigure).nullable(),
    }),
    notProven: z.array(
      z.object({
        kind: z.enum(NOT_PROVEN),
        /** `cause`: outcomes without experiment; `prevention`: touches by who advises against; `unseen`: outcomes without a person. */
        figure: z.number().nullable(),
      }),
    ),
    /** What the stages of a topic are worth, by which its moves are reckoned in money; ten topics at most. */
    stageValues: z.array(
      z.object({
        topic: z.object({ id: shapes.id, name: z.string() }),
        currency: z.string(),
        /** In the order of the journey; null of stages of which nobody can say. */
        stages: z.array(z.object({ stage: shapes.stage, minor: z.number().nullable() })),
      }),
    ),
  }),
  status: 200,
})

export const postMeasurement = route({
  method: 'POST',
  path: '/influence/measurements',
  summary: 'Measure influence anew, in the background',
  access: mayWrite,
  body: z.object({}),
  answer: z.object({ isMeasuring: z.boolean() }),
  status: 202,
})
