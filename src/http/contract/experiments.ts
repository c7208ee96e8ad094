import { z } from 'zod'
import {
  ALWAYS_REASONS,
  ARMS,
  ENGAGED_BY,
  EXPERIMENT_STATES,
  EXPERIMENT_STEPS,
  HOLDOUT_SHARE,
  INFLUENCE_OUTCOMES,
  LIMITS,
  SAID_REASONS,
} from '#vocabulary/index.ts'
import { mayManage, mayRead, mayWrite, route } from './route.ts'
import * as shapes from './shapes.ts'

/** Experiments with our own engagement: planned, approved, assigned, and what they show. */

const count = z.number().int()
const named = z.object({ id: shapes.id, name: z.string() })
/** Without a name once they have left. */
const member = z.object({ id: shapes.id, name: z.string().nullable() }).nullable()
const outcome = z.enum(INFLUENCE_OUTCOMES)
const horizonDays = z.number().int().min(1).max(180)
const holdoutShare = z.number().min(0).max(1)
const lift = z.number().positive().max(100)
const people = z.array(shapes.id).min(1).max(LIMITS.pageItemsMax)

const experiment = z.object({
  id: shapes.id,
  name: z.string(),
  question: z.string(),
  state: z.enum(EXPERIMENT_STATES),
  /** 0..1. */
  holdoutShare: z.number(),
  outcome,
  topic: named.nullable(),
  /** Empty: everywhere. */
  channels: z.array(named),
  horizonDays: count,
  /** 0.2: a fifth more. */
  liftSought: z.number().nullable(),
  peoplePlanned: count.nullable(),
  createdAt: shapes.time,
  createdBy: member,
  submittedAt: shapes.time.nullable(),
  submittedBy: member,
  decidedAt: shapes.time.nullable(),
  decidedBy: member,
  decisionNote: z.string().nullable(),
  startedAt: shapes.time.nullable(),
  endedAt: shapes.time.nullable(),
  people: z.object({ assigned: count, heldOut: count, engaged: count }),
})

const fields = {
  name: z.string().trim().min(1).max(200),
  question: z.string().trim().max(2_000).optional(),
  /** Which shares are allowed is refused with words. */
  holdoutShare,
  outcome,
  topic: shapes.id.nullable().optional(),
  channels: z.array(shapes.id).max(100).optional(),
  horizonDays,
  liftSought: lift.nullable().optional(),
  peoplePlanned: z.number().int().positive().max(2_000_000_000).nullable().optional(),
}

export const listExperiments = route({
  method: 'GET',
  path: '/experiments',
  summary: 'Experiments with our own engagement, the newest first',
  access: mayRead,
  query: z.object({
    ...shapes.page,
    state: z.enum(EXPERIMENT_STATES).optional(),
    q: z.string().trim().max(200).optional(),
  }),
  answer: shapes.listOf(experiment),
  status: 200,
})

export const getExperiment = route({
  method: 'GET',
  path: '/experiments/{id}',
  summary: 'One experiment',
  access: mayRead,
  params: shapes.byId,
  answer: experiment,
  status: 200,
})

export const postExperiment = route({
  method: 'POST',
  path: '/experiments',
  summary: 'Draft an experiment',
  access: mayWrite,
  body: z.object(fields),
  answer: experiment,
  status: 201,
})

export const patchExperiment = route({
  method: 'PATCH',
  path: '/experiments/{id}',
  summary: 'Change a draft',
  access: mayWrite,
  params: shapes.byId,
  body: z.object(fields).partial(),
  answer: experiment,
  status: 200,
})

export const postExperimentApproval = route({
  method: 'POST',
  path: '/experiments/{id}/approval',
  summary: 'Approve a submitted experiment, or send it back to be drafted anew',
  access: mayManage,
  params: shapes.byId,
  body: z.object({ isApproved: z.boolean(), note: z.string().trim().max(2_000).optional() }),
  answer: experiment,
  status: 200,
})

export const postExperimentState = route({
  method: 'POST',
  path: '/experiments/{id}/state',
  summary: 'Submit, start, end or withdraw an experiment',
  access: mayWrite,
  params: shapes.byId,
  body: z.object({ step: z.enum(EXPERIMENT_STEPS) }),
  answer: experiment,
  status: 200,
})

const plan = z.union([
  z.object({
    verdict: z.enum(['feasible', 'too-long']),
    /** In both arms together. */
    people: count,
    heldOut: count,
    /** Until the outcomes of the last of them are in. */
    weeks: count,
  }),
  z.object({ verdict: z.enum(['nothing-happens', 'nobody-comes', 'beyond-everybody']) }),
])

export const postExperimentPower = route({
  method: 'POST',
  path: '/experiments/power',
  summary: 'How many weeks it takes to see a lift',
  access: mayRead,
  body: z.object({
    outcome,
    topic: shapes.id.optional(),
    channels: z.array(shapes.id).max(100).optional(),
    horizonDays: horizonDays.default(14),
    holdoutShare: z
      .number()
      .min(HOLDOUT_SHARE.min)
      .max(HOLDOUT_SHARE.max)
      .default(HOLDOUT_SHARE.max),
    lift: lift.default(0.2),
    engagedShare: z.number().positive().max(1).default(1),
    power: z.number().min(0.5).max(0.99).default(0.8),
    /** As observed where left out. */
    baseRate: z.number().min(0).max(1).optional(),
    peopleAWeek: z.number().min(0).max(1e9).optional(),
  }),
  answer: z.object({
    baseRate: z.number(),
    peopleAWeek: z.number(),
    observed: z.object({
      people: count,
      peopleAWeek: z.number(),
      hits: count,
      baseRate: z.number().nullable(),
    }),
    level: z.number(),
    power: z.number(),
    plan,
    lifts: z.array(z.object({ weeks: count, lift: z.number().nullable() })),
  }),
  status: 200,
})

export const postExperimentAssignments = route({
  method: 'POST',
  path: '/experiments/{id}/assignments',
  summary: 'For each of the people: engage, leave alone, or engage in any case, and why',
  access: mayWrite,
  params: shapes.byId,
  body: z.object({
    people,
    /** Wherever each was heard last, where left out. */
    channel: shapes.id.optional(),
    context: z
      .object({
        /** Posts that would be answered. */
        posts: z.array(shapes.id).max(LIMITS.pageItemsMax).optional(),
        /** What somebody who read them says. */
        reasons: z.array(z.enum(SAID_REASONS)).optional(),
      })
      .optional(),
  }),
  answer: z.object({
    items: z.array(
      z.object({
        personId: shapes.id,
        /** `never`: they are not to be contacted. */
        decision: z.enum(['engage', 'hold-out', 'always', 'never']),
        reason: z.enum([...ALWAYS_REASONS, 'do-not-contact']).nullable(),
      }),
    ),
  }),
  status: 200,
})

export const postExperimentEngagements = route({
  method: 'POST',
  path: '/experiments/{id}/engagements',
  summary: 'Write down that we engaged these people',
  access: mayWrite,
  params: shapes.byId,
  body: z.object({ people, channel: shapes.id.optional() }),
  answer: z.object({ recorded: count, heldOut: count, outside: count }),
  status: 200,
})

const interval = z.object({ value: z.number(), low: z.number(), high: z.number() })
/** Open upwards (null) where it happened to nobody who was held out. */
const liftInterval = z.object({
  value: z.number().nullable(),
  low: z.number(),
  high: z.number().nullable(),
})
const arm = z.object({ people: count, hits: count, engagedPeople: count, engagedHits: count })
const liftGap = z.enum(['few-people', 'few-outcomes'])

const channelResult = z.object({
  /** Null: all channels, everybody once. */
  channel: named.nullable(),
  engage: arm,
  holdOut: arm,
  /** People whose outcomes may still come. */
  waiting: count,
  difference: interval.nullable(),
  lift: liftInterval.nullable(),
  perEngaged: interval.nullable(),
  observed: interval.nullable(),
  rho: interval.nullable(),
  pooledRho: z
    .object({ rho: z.number(), low: z.number(), high: z.number(), experiments: count })
    .nullable(),
  /** Why the evidence is insufficient; null where it is not. */
  gap: liftGap.nullable(),
  rhoGap: z
    .enum([
      ...liftGap.options,
      'nobody-engaged',
      'everybody-engaged',
      'held-out-engaged',
      'observed-unclear',
    ])
    .nullable(),
})

export const listExperimentPeople = route({
  method: 'GET',
  path: '/experiments/{id}/people',
  summary: 'The people that a figure of the results counts, and what happened to them',
  access: mayRead,
  params: shapes.byId,
  query: z.object({
    ...shapes.page,
    arm: z.enum(ARMS).optional(),
    /** Without one: all channels, everybody once. */
    channel: shapes.id.optional(),
    /**
     * `waiting`: their outcomes may still come, so that no arm counts them yet. `contaminated`: held out,
     * and engaged all the same, their time over or not.
     */
    only: z.enum(['hit', 'engaged', 'waiting', 'contaminated']).optional(),
  }),
  answer: shapes.listOf(
    z.object({
      person: named,
      arm: z.enum(ARMS),
      assignedAt: shapes.time,
      /** When we first engaged them after that. */
      engagedAt: shapes.time.nullable(),
      /** How we know: told, a finished task of a plan, a contact written down, what we said in public. */
      engagedBy: z.enum(ENGAGED_BY).nullable(),
      isWaiting: z.boolean(),
      /** What happened within the horizon, with the activity that shows it: the first ten. */
      hits: z.array(z.object({ id: shapes.id, at: shapes.time })),
      hitsAll: count,
    }),
  ),
  status: 200,
})

export const listHeldOut = route({
  method: 'GET',
  path: '/experiments/held-out',
  summary: 'Who of some people is to be left alone for now by an experiment, until when and why',
  access: mayRead,
  query: z.object({
    /** Ids, separated by commas. */
    people: z
      .string()
      .transform((text) => text.split(','))
      .pipe(people),
  }),
  answer: z.object({
    items: z.array(
      z.object({
        personId: shapes.id,
        experiment: named,
        since: shapes.time,
        /** Until then their outcomes count. */
        until: shapes.time,
        /** They turned to us lately: that is answered as always. */
        isToBeAnswered: z.boolean(),
      }),
    ),
  }),
  status: 200,
})

export const getExperimentResults = route({
  method: 'GET',
  path: '/experiments/{id}/results',
  summary: 'What an experiment shows so far, by channel, with intervals',
  access: mayRead,
  params: shapes.byId,
  answer: z.object({
    /** How often the intervals hold the true value. */
    level: z.number(),
    outcome,
    horizonDays: count,
    all: channelResult.nullable(),
    channels: z.array(channelResult),
    /** People given both arms before they were merged; they stay in the first. */
    bothArms: count,
    /** People to be left alone whom we engaged of our own accord all the same. */
    contaminated: count,
  }),
  status: 200,
})
