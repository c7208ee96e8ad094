import { z } from 'zod'
import { DEAL_ROLES, DEAL_STATES, LIMITS, LOST_REASONS } from '#vocabulary/index.ts'
import { colleague, longText, named, ownKey, search, shortText } from './engage-shapes.ts'
import { cardQuery, ownerMeant } from './lists.ts'
import { pipelineStage } from './pipelines.ts'
import { mayRead, mayWrite, route } from './route.ts'
import * as shapes from './shapes.ts'

const percent = z.number().int().min(0).max(100)

const dealPerson = z.object({
  id: shapes.id,
  name: z.string(),
  nameReading: z.string().nullable(),
  role: z.enum(DEAL_ROLES),
  /** Whom it is won with. */
  isMain: z.boolean(),
})

export const deal = z.object({
  id: shapes.id,
  key: z.string().nullable(),
  name: z.string(),
  pipeline: named,
  stage: pipelineStage,
  stageSince: shapes.time,
  state: z.enum(DEAL_STATES),
  /** In the currency's minor unit (yen, cents); null without a value. */
  valueMinor: z.number().int().nullable(),
  currency: z.string().nullable(),
  /** The same in the currency's own unit, as a plain decimal. */
  value: z.string().nullable(),
  /** Percent: its own, else its stage's. Of a deal won 100, of one lost 0. */
  probability: z.number().int(),
  ownProbability: z.number().int().nullable(),
  /** The day on which it is expected to be closed. */
  closesOn: shapes.day.nullable(),
  closedAt: shapes.time.nullable(),
  lostReason: z.enum(LOST_REASONS).nullable(),
  lostText: z.string().nullable(),
  organisation: named.nullable(),
  /** The main one first; persons merged into one are one. */
  people: z.array(dealPerson),
  topic: named.nullable(),
  source: z.string().nullable(),
  owner: colleague.nullable(),
  secondOwner: colleague.nullable(),
  createdAt: shapes.time,
  changedAt: shapes.time,
})
export type Deal = z.infer<typeof deal>

/** One change of stage or state. */
export const dealMove = z.object({
  id: shapes.id,
  at: shapes.time,
  author: colleague.nullable(),
  /** Null where the deal began. */
  from: z.object({ stage: named.nullable(), state: z.enum(DEAL_STATES) }).nullable(),
  to: z.object({ stage: named, state: z.enum(DEAL_STATES) }),
})

const fullDeal = deal.extend({
  /** Newest first. */
  moves: z.array(dealMove),
  /** What it stands for in the log once it is won. */
  outcomeNote: z.enum(['recorded', 'no-person', 'no-account']).nullable(),
  /** The activity that stands for it there: how it came about is `GET /influence/paths/{outcome}`. */
  outcomeId: shapes.id.nullable(),
  /** The same as the log shows it: what is left of its value, and what was paid back. */
  outcome: shapes.outcome.nullable(),
})

const personInput = z.object({
  person: shapes.id,
  role: z.enum(DEAL_ROLES).default('other'),
  isMain: z.boolean().optional(),
})

const fields = {
  name: shortText,
  stage: shapes.id.optional(),
  state: z.enum(DEAL_STATES).optional(),
  lostReason: z.enum(LOST_REASONS).nullable().optional(),
  lostText: longText.nullable().optional(),
  valueMinor: z.number().int().min(0).max(LIMITS.dealValueMinorMax).nullable().optional(),
  currency: z
    .string()
    .regex(/^[A-Z]{3}$/)
    .nullable()
    .optional(),
  /** Null: its stage's. */
  ownProbability: percent.nullable().optional(),
  closesOn: shapes.day.nullable().optional(),
  organisation: shapes.id.nullable().optional(),
  topic: shapes.id.nullable().optional(),
  source: shortText.nullable().optional(),
  owner: shapes.id.nullable().optional(),
  secondOwner: shapes.id.nullable().optional(),
  /** All who take part; without a main one the first is. */
  people: z.array(personInput).max(LIMITS.peoplePerDealMax).optional(),
}

export const listDeals = route({
  method: 'GET',
  path: '/deals',
  summary: 'Deals, by expected day of closing, last change, value or name',
  access: mayRead,
  query: z.object({
    ...shapes.page,
    q: search,
    ...cardQuery,
    pipeline: shapes.id.optional(),
    stage: shapes.id.optional(),
    state: z.enum(DEAL_STATES).optional(),
    /** Main or second owner. */
    owner: ownerMeant.optional(),
    person: shapes.id.optional(),
    /** Those that name it, and those that name none in which its people take part. */
    organisation: shapes.id.optional(),
    topic: shapes.id.optional(),
    currency: z
      .string()
      .regex(/^[A-Z]{3}$/)
      .optional(),
    /** Expected to be closed between these days; both included. */
    closesFrom: shapes.day.optional(),
    closesTo: shapes.day.optional(),
    /** Closed between these days in the workspace's time zone; both included. */
    closedFrom: shapes.day.optional(),
    closedTo: shapes.day.optional(),
    sort: z.enum(['closes', 'changed', 'value', 'name']).default('closes'),
  }),
  answer: shapes.listOf(deal),
  status: 200,
})

export const getDeal = route({
  method: 'GET',
  path: '/deals/{id}',
  summary: 'One deal: people with roles, and each change of stage with author and time',
  access: mayRead,
  params: shapes.byId,
  answer: fullDeal,
  status: 200,
})

export const postDeal = route({
  method: 'POST',
  path: '/deals',
  summary:
    'Add a deal; without a pipeline it begins in the first one, and where there is none in one made for it',
  access: mayWrite,
  body: z.object({ ...fields, key: ownKey, pipeline: shapes.id.optional() }),
  answer: fullDeal,
  status: 201,
})

export const patchDeal = route({
  method: 'PATCH',
  path: '/deals/{id}',
  summary:
    'Change a deal, move it to another stage, win, lose or reopen it; won, it is an outcome of its main person',
  access: mayWrite,
  params: shapes.byId,
  body: z.object({ ...fields, name: shortText.optional() }),
  answer: fullDeal,
  status: 200,
})

export const deleteDeal = route({
  method: 'DELETE',
  path: '/deals/{id}',
  summary: 'Remove a deal with its tasks and notes, and take back its outcome',
  access: mayWrite,
  params: shapes.byId,
  answer: 'none',
  status: 204,
})
