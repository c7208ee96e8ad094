import { z } from 'zod'
import {
  ACTOR_LEVELS,
  CREDIT_LABELS,
  INFLUENCE_CUTS,
  INFLUENCE_OUTCOMES,
  NO_FIGURE_REASONS,
} from '#vocabulary/index.ts'
import { linked } from './influence-figures.ts'
import * as shapes from './shapes.ts'

export const count = z.number().int()
/** Outcomes, as a sum of parts. */
export const credit = z.number()
export const cut = z.enum(INFLUENCE_CUTS)
export const outcomeType = z.enum(INFLUENCE_OUTCOMES)
export const level = z.enum(ACTOR_LEVELS)
export const label = z.enum(CREDIT_LABELS)

export const person = z.object({
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
export const channel = z.object({ id: shapes.id, name: z.string(), kind: z.string() })
export const topic = z.object({ id: shapes.id, name: z.string(), kind: shapes.topicKind })

/** An amount of one currency, in its minor unit (yen, cents). */
const amount = z.object({ currency: z.string(), minor: z.number() })
/** With its 90 % interval. */
const money = amount.extend({ low: z.number(), high: z.number() })

/** Credit in money. The two amounts are no sum: what is paid later is what a move is worth. */
export const inMoney = {
  /** Of outcomes that say what was paid: shares times that. */
  money: z.array(money),
  /** Of moves: shares times what the stage after is worth more than the one before. */
  movesMoney: z.array(money),
  /** Of the credit, how much these speak of, 0..1; null without credit. */
  valued: z.number().nullable(),
}

/** The measurement on which figures rest. */
export const run = z.object({
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
export const ground = {
  topic: topic.nullable(),
  run: run.nullable(),
  /** A measurement is in line or running. */
  isMeasuring: z.boolean(),
  linked,
  /** Why there is nothing to show; null where there is. */
  reason: z.enum(NO_FIGURE_REASONS).nullable(),
}

/** What may be asked for: days in the workspace's time zone, the last included. */
export const asked = {
  topic: shapes.id.optional(),
  outcome: outcomeType.optional(),
  from: shapes.day.optional(),
  to: shapes.day.optional(),
}

export const post = z.object({
  id: shapes.id,
  /** Its first characters; null where it carries no text, or lost it. */
  excerpt: z.string().nullable(),
  publishedAt: shapes.time,
  url: z.string().nullable(),
})

/** Something somebody did, as an outcome. */
export const creditedOutcome = z.object({
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
