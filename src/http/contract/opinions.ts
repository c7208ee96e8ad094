import { z } from 'zod'
import { LIMITS } from '#vocabulary/index.ts'
import { mayRead, mayWrite, route } from './route.ts'
import * as shapes from './shapes.ts'

const count = z.number().int()
const kind = z.enum(['claim', 'question'])
/** Whether it speaks well or ill of the topic. */
const side = z.enum(['for', 'against', 'neither'])
const name = z.object({ ja: z.string().nullable(), en: z.string().nullable() })

/** A recurring claim or question; its posts are those of GET /activities with `opinion`. */
export const opinion = z.object({
  id: shapes.id,
  topicId: shapes.id,
  kind,
  side,
  /** A sentence in each language in which there is one. */
  name,
  /** Whether a member gave the name. */
  isNamed: z.boolean(),
  posts: count,
  /** People who say it; copies of one text, and posts of one person, are one voice. */
  voices: count,
  /** Posts by their stance for the topic. */
  for: count,
  against: count,
  mixed: count,
  /** Voices by their stance; who says both is one of each. Null until counted again after an upgrade. */
  voicesOf: z.object({ for: count, against: count, mixed: count }).nullable(),
  /** Of a question: posts that somebody else answered. */
  answered: count,
  /** Posts of the last fortnight, and how many more than in the one before. */
  recentPosts: count,
  trend: count,
  /** The same in voices; null until counted again after an upgrade. */
  recentVoices: count.nullable(),
  voicesTrend: count.nullable(),
  firstAt: shapes.time.nullable(),
  lastAt: shapes.time.nullable(),
})
export type Opinion = z.infer<typeof opinion>

const opinionInFull = opinion.extend({
  topicName: z.string(),
  stages: z.array(z.object({ stage: shapes.stageOrNone, stance: shapes.stance, posts: count })),
  channels: z.array(z.object({ id: shapes.id, name: z.string(), posts: count })),
  /** Days without posts are left out. */
  days: z.array(z.object({ day: shapes.day, posts: count, voices: count.nullable() })),
  /** The most typical posts, copies folded into one; the clause that says it stands at start..end of the text. */
  examples: z.array(
    z.object({ activity: shapes.activity, start: count, end: count, copies: count }),
  ),
  merged: z.array(z.object({ id: shapes.id, name })),
  /** What members decided and nobody took back, the latest first. */
  decisions: z.array(
    z.object({
      id: shapes.id,
      kind: z.enum(['rename', 'merge', 'split']),
      others: z.array(shapes.id),
      memberId: shapes.id.nullable(),
      /** Who decided it; null for an API key, without a name once they have left. */
      by: z.object({ id: shapes.id, name: z.string().nullable() }).nullable(),
      madeAt: shapes.time,
    }),
  ),
  /** What read its posts. */
  readBy: shapes.readBy,
})
export type OpinionInFull = z.infer<typeof opinionInFull>

const words = z.string().trim().min(1).max(LIMITS.nameCharsMax)

export const listOpinions = route({
  method: 'GET',
  path: '/opinions',
  summary: 'Claims and questions that recur about a topic in the last 90 days',
  access: mayRead,
  query: z.object({
    ...shapes.page,
    topic: shapes.id,
    kind: kind.optional(),
    side: side.optional(),
    q: z.string().max(LIMITS.searchQueryCharsMax).optional(),
    sort: z.enum(['voices', 'trend']).default('voices'),
  }),
  answer: shapes.listOf(opinion).extend({
    run: z.object({
      /** When they were last found; null: never. */
      groupedAt: shapes.time.nullable(),
      posts: count,
      /** They are being found anew. */
      isGrouping: z.boolean(),
    }),
    /** What read the posts of the topic's opinions. */
    readBy: shapes.readBy,
  }),
  status: 200,
})

export const postOpinionsGroup = route({
  method: 'POST',
  path: '/opinions/group',
  summary: 'Find the opinions of a topic anew, in the background',
  access: mayWrite,
  body: z.object({ topic: shapes.id }),
  answer: z.object({ isGrouping: z.boolean() }),
  status: 202,
})

export const getOpinion = route({
  method: 'GET',
  path: '/opinions/{id}',
  summary: 'One opinion; a merged one answers as that into which it went',
  access: mayRead,
  params: shapes.byId,
  answer: opinionInFull,
  status: 200,
})

export const patchOpinion = route({
  method: 'PATCH',
  path: '/opinions/{id}',
  summary: 'Give an opinion a name, which later groupings leave alone',
  access: mayWrite,
  params: shapes.byId,
  body: z
    .object({ ja: words.optional(), en: words.optional() })
    .refine(({ ja, en }) => ja !== undefined || en !== undefined),
  answer: opinionInFull,
  status: 200,
})

export const postOpinionMerge = route({
  method: 'POST',
  path: '/opinions/{id}/merge',
  summary: 'Show other opinions of the topic under this one from now on',
  access: mayWrite,
  params: shapes.byId,
  body: z.object({ others: z.array(shapes.id).min(1).max(LIMITS.pageItemsMax) }),
  answer: opinionInFull,
  status: 200,
})

export const postOpinionSplit = route({
  method: 'POST',
  path: '/opinions/{id}/split',
  summary: 'Take posts, and their copies, out into a new opinion; answers the new one',
  access: mayWrite,
  params: shapes.byId,
  body: z
    .object({
      posts: z.array(shapes.id).min(1).max(LIMITS.pageItemsMax),
      ja: words.optional(),
      en: words.optional(),
    })
    .refine(({ ja, en }) => ja !== undefined || en !== undefined),
  answer: opinionInFull,
  status: 201,
})

export const postOpinionUndo = route({
  method: 'POST',
  path: '/opinions/{id}/undo',
  summary: 'Take back a rename, merge or split',
  access: mayWrite,
  params: shapes.byId,
  body: z.object({ decision: shapes.id }),
  answer: opinionInFull,
  status: 200,
})
