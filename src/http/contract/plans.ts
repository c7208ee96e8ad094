import { z } from 'zod'
import {
  LEFT_OUT_REASONS,
  PLAN_COMPARATORS,
  PLAN_DECISIONS,
  PLAN_GOALS,
  PLAN_LACKS,
  PLAN_OUTCOMES,
  PLAN_STATES,
  PLAN_WAYS,
} from '#vocabulary/index.ts'
import { colleague, named } from './engage-shapes.ts'
import { mayRead, mayWrite, route } from './route.ts'
import * as shapes from './shapes.ts'

const count = z.number().int()
/** People expected to be moved; with the goal `value` their value, in the currency's minor unit. */
const moves = z.number()
/** Nine times in ten it holds what happens, as far as sampling and the measured effects go. */
const expected = z.object({ estimate: moves, low: moves, high: moves })
const cost = z.number().positive().max(1e12)

const limits = z.object({
  people: count,
  cost: z.number().nullable(),
  usualCost: z.number(),
  communityShareMax: z.number(),
  days: count,
  lookbackDays: count,
  restDays: count,
  perMonthMax: count,
})

const figures = z.object({
  expected,
  /** Of those reached, how many are to be expected to move anyway. */
  anyway: z.number(),
  /** Of one person moved, on average, in the minor unit; null where people count alike. */
  value: z.object({ currency: z.string(), mean: z.number() }).nullable(),
  /** The choice moves at least this share of what the best choice would, 0..1. */
  guarantee: z.number(),
  /** How much of what it rests on goes over channels calibrated by experiments, 0..1. */
  calibratedShare: z.number(),
  /** Usual rankings under the same limits, measured alike; null where nobody's rank is known. */
  comparators: z.array(
    z.object({ by: z.enum(PLAN_COMPARATORS), people: count, expected: expected.nullable() }),
  ),
  leftOut: z.array(z.object({ reason: z.enum(LEFT_OUT_REASONS), people: count })),
  speakers: count,
  candidates: count,
  reached: count,
  from: shapes.time,
  to: shapes.time,
  perCommunityMax: count.nullable(),
})

const listedPlan = z.object({
  id: shapes.id,
  topic: named.nullable(),
  outcome: z.enum(PLAN_OUTCOMES),
  goal: z.enum(PLAN_GOALS),
  /** `computing`: a job answers it. `failed`: the job gave up; ask again. */
  state: z.enum([...PLAN_STATES, 'failed']),
  lack: z.enum(PLAN_LACKS).nullable(),
  limits,
  people: count,
  tasks: count,
  /** `partly`: only some of the channels that it rests on are calibrated by experiments. */
  label: z.enum(['estimated', 'partly', 'calibrated']),
  figures: figures.nullable(),
  createdBy: colleague.nullable(),
  madeAt: shapes.time,
  answeredAt: shapes.time.nullable(),
})

const community = z.object({
  id: shapes.id,
  name: z.string().nullable(),
  phrases: z.array(z.string()),
})

const reason = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('moves'),
    people: count,
    expected: z.number(),
    community: community.nullable(),
    stage: z.string().nullable(),
  }),
  z.object({
    kind: z.literal('bridges'),
    communities: z.tuple([community.nullable(), community.nullable()]),
    shares: z.tuple([z.number(), z.number()]),
  }),
  z.object({ kind: z.literal('outcomes'), outcomes: count, credit: z.number() }),
  z.object({ kind: z.literal('pushes'), times: z.number() }),
  z.object({ kind: z.literal('not-contacted'), days: z.number().nullable() }),
])

const chosen = z.object({
  place: count,
  person: named,
  /** Where to answer them. */
  account: z.object({
    id: shapes.id,
    platform: z.string(),
    username: z.string().nullable(),
    url: z.string().nullable(),
  }),
  way: z.enum(PLAN_WAYS),
  cost: z.number(),
  /** By themselves, and beside those before them. */
  alone: moves,
  added: moves,
  community: community.nullable(),
  reasons: z.array(reason),
  /** What became of them when tasks were made. */
  decision: z.enum(PLAN_DECISIONS).nullable(),
  task: z.object({ id: shapes.id, isDone: z.boolean() }).nullable(),
})

const plan = listedPlan.extend({ chosen: z.array(chosen) })
export type Plan = z.infer<typeof plan>

export const postPlan = route({
  method: 'POST',
  path: '/influence/plans',
  summary:
    'Whom to engage next under a budget; answered at once, or by a job where the graph is large',
  access: mayWrite,
  body: z
    .object({
      /** Left out: whatever it is about. */
      topic: shapes.id.optional(),
      /** One of the two. */
      outcome: z.enum(PLAN_OUTCOMES).optional(),
      stage: shapes.stage.optional(),
      goal: z.enum(PLAN_GOALS).default('count'),
      budget: z.object({
        people: count.min(1).max(100),
        /** What all may cost together. */
        cost: cost.optional(),
      }),
      costs: z
        .object({
          usual: cost.default(1),
          people: z
            .array(z.object({ person: shapes.id, cost }))
            .max(200)
            .default([]),
        })
        .prefault({}),
      /** At most this share of the people in one community; 1: no limit. */
      communityShareMax: z.number().min(0.1).max(1).default(0.4),
      /** How far ahead moves are expected, and how far back is looked for who reaches whom. */
      days: count.min(7).max(90).default(30),
      lookbackDays: count.min(14).max(365).default(90),
      contact: z
        .object({
          restDays: count.min(0).max(365).default(14),
          perMonthMax: count.min(1).max(30).default(2),
        })
        .prefault({}),
    })
    .refine(({ outcome, stage }) => (outcome === undefined) !== (stage === undefined), {
      path: ['outcome'],
    }),
  answer: plan,
  status: 201,
})

export const listPlans = route({
  method: 'GET',
  path: '/influence/plans',
  summary: 'Plans of whom to engage, the newest first',
  access: mayRead,
  query: z.object(shapes.page),
  answer: shapes.listOf(listedPlan),
  status: 200,
})

export const getPlan = route({
  method: 'GET',
  path: '/influence/plans/{id}',
  summary: 'One plan with those chosen, their reasons and what they are expected to move',
  access: mayRead,
  params: shapes.byId,
  answer: plan,
  status: 200,
})

export const postPlanTasks = route({
  method: 'POST',
  path: '/influence/plans/{id}/tasks',
  summary: 'Make a task for each of the chosen, but for whom an experiment holds out',
  access: mayWrite,
  params: shapes.byId,
  body: z.object({
    /** Whose the tasks are; one’s own where left out. */
    owner: shapes.id.optional(),
    due: shapes.day.optional(),
    places: z.array(count.min(0)).min(1).max(100).optional(),
  }),
  answer: plan,
  status: 200,
})
