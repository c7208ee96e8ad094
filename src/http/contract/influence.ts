import { z } from 'zod'
import { TOUCH_KINDS, UNCREDITED_REASONS } from '#vocabulary/index.ts'
import { figure, interval } from './influence-figures.ts'
import {
  asked,
  channel,
  count,
  credit,
  creditedOutcome,
  cut,
  ground,
  inMoney,
  label,
  level,
  outcomeType,
  person,
  post,
  run,
  topic,
} from './influence-shapes.ts'
import { mayRead, mayWrite, route } from './route.ts'
import * as shapes from './shapes.ts'

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
  /**
   * Of a channel: its part of the credit of all channels, 0 to 1, with its 90 % interval, which the intervals of
   * credit do not tell. Null of other lines, where nothing is credited, and where experiments calibrate some.
   */
  shareOfCredit: interval.extend({ share: z.number() }).nullable(),
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

export const postMeasurement = route({
  method: 'POST',
  path: '/influence/measurements',
  summary: 'Measure influence anew, in the background',
  access: mayWrite,
  body: z.object({}),
  answer: z.object({ isMeasuring: z.boolean() }),
  status: 202,
})
