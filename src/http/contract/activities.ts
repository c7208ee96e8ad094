import { z } from 'zod'
import { ENDINGS, LIMITS, READING_PARTS } from '#vocabulary/index.ts'
import { mayRead, mayWrite, route } from './route.ts'
import * as shapes from './shapes.ts'

/** Written out in an address, a boolean in a saved search. */
const yesOrNo = z.union([z.boolean(), z.stringbool()])

/** What GET /activities may be narrowed to; a saved search keeps it. */
export const activityFilter = {
  q: z.string().max(LIMITS.searchQueryCharsMax).optional(),
  topic: shapes.id.optional(),
  person: shapes.id.optional(),
  /** Posts of its people, over all their accounts. */
  organisation: shapes.id.optional(),
  channel: shapes.id.optional(),
  stage: shapes.stageOrNone.optional(),
  stance: shapes.stance.optional(),
  sentiment: shapes.sentiment.optional(),
  /** With a topic: posts that moved their author from one stage to another, as GET /journeys counts them. */
  move: shapes.moveKind.optional(),
  /** Posts of an opinion, as GET /opinions counts them. */
  opinion: shapes.id.optional(),
  lang: z.string().max(20).optional(),
  /** An intent that holds. */
  intent: shapes.intent.optional(),
  toxic: yesOrNo.optional(),
  /** Whether the reader left something open. */
  unsure: yesOrNo.optional(),
  /** Name and version of what read it. */
  model: z.string().max(100).optional(),
  /** Posts that a change of the model moved, as the runs of GET /quality count them. */
  moved: shapes.id.optional(),
  /** A time, or a day in the workspace's time zone; from is included, to too (a day to its end). */
  from: z.union([shapes.time, shapes.day]).optional(),
  to: z.union([shapes.time, shapes.day]).optional(),
  /** `post`: only what carries text; `all`: likes, shares and follows too. */
  kind: z.enum(['post', 'all']).default('post'),
}

export const listActivities = route({
  method: 'GET',
  path: '/activities',
  summary: 'The log, newest first',
  access: mayRead,
  query: z.object({ ...shapes.page, ...activityFilter }),
  answer: shapes.listOf(shapes.activity),
  status: 200,
})

export const getActivity = route({
  method: 'GET',
  path: '/activities/{id}',
  summary: 'One activity, with the evidence of its reading and the payload as it came',
  access: mayRead,
  params: shapes.byId,
  answer: shapes.activity.extend({
    evidence: z.array(
      z.object({
        of: z.enum([...READING_PARTS, 'topic']),
        /** What it speaks for; with a negative weight, against. */
        label: z.string().optional(),
        text: z.string(),
        /** Place in title and text joined by a line break, in UTF-16 code units. */
        start: z.number().int().optional(),
        end: z.number().int().optional(),
        weight: z.number(),
        /** The sign (label function) that spoke, by name. */
        rule: z.object({ ja: z.string(), en: z.string(), votes: z.string() }).optional(),
        /** The topic that is named there. */
        topicId: shapes.id.optional(),
      }),
    ),
    /**
     * What the score of each label is made of: bias, whole (what has no place in the text), rest (what
     * is too weak to be listed) and the weights of its evidence sum up to the score.
     */
    explanations: z.array(
      z.object({
        of: z.enum(READING_PARTS),
        label: z.string().optional(),
        score: z.number(),
        bias: z.number(),
        whole: z.number(),
        rest: z.number(),
      }),
    ),
    revision: z.number().int(),
    arrivedAt: shapes.time,
    payload: z.object({ format: z.string(), text: z.string() }).nullable(),
  }),
  status: 200,
})

/** One activity in the form of `import --as activities`; what is wrong with it is said per item. */
const activityInput = z.record(z.string(), z.unknown())

export const postActivities = route({
  method: 'POST',
  path: '/activities',
  summary: 'Record one activity, or up to 1,000; the answer says for each what became of it',
  access: mayWrite,
  query: z.object({ channel: z.string().min(1).max(200).default('api') }),
  body: z.union([activityInput, z.array(activityInput).min(1).max(LIMITS.activitiesPerRequestMax)]),
  answer: z.object({
    items: z.array(
      z.object({
        ending: z.enum(ENDINGS),
        activityId: shapes.id.nullable(),
        reason: z.string().optional(),
        field: z.string().optional(),
        detail: z.string().optional(),
      }),
    ),
  }),
  status: 200,
})
