import { z } from 'zod'
import { LIMITS } from '#vocabulary/index.ts'
import { mayRead, mayWrite, route } from './route.ts'
import * as shapes from './shapes.ts'

export const topic = z.object({
  id: shapes.id,
  name: z.string(),
  kind: shapes.topicKind,
  aliases: z.array(z.string()),
  posts: z.number().int(),
  /** What read these posts. */
  readBy: shapes.readBy,
  /** False while older posts are still being searched for the aliases. */
  isApplied: z.boolean(),
})
export type Topic = z.infer<typeof topic>

const input = {
  name: z.string().trim().min(1).max(LIMITS.nameCharsMax),
  kind: shapes.topicKind,
  aliases: z
    .array(z.string().trim().min(1).max(LIMITS.aliasCharsMax))
    .min(1)
    .max(LIMITS.aliasesPerTopicMax),
}

export const listTopics = route({
  method: 'GET',
  path: '/topics',
  summary: 'Topics with their aliases',
  access: mayRead,
  query: z.object(shapes.page),
  answer: shapes.listOf(topic),
  status: 200,
})

export const getTopicVoices = route({
  method: 'GET',
  path: '/topics/voices',
  summary:
    'Who ever spoke of each topic: a person is one voice, and so are those who post copies of one text',
  access: mayRead,
  answer: z.object({
    /** Topics with more posts than are counted at once are missing. */
    items: z.array(z.object({ id: shapes.id, voices: z.number().int() })),
  }),
  status: 200,
})

export const postTopic = route({
  method: 'POST',
  path: '/topics',
  summary: 'Add a topic; the log is searched for its aliases in the background',
  access: mayWrite,
  body: z.object(input),
  answer: topic,
  status: 201,
})

export const postTopicPreview = route({
  method: 'POST',
  path: '/topics/preview',
  summary: 'What names would catch in the posts that are there; nothing is kept',
  access: mayWrite,
  body: z.object({
    names: z
      .array(z.string().trim().min(1).max(LIMITS.aliasCharsMax))
      .min(1)
      .max(LIMITS.previewNamesMax),
  }),
  answer: z.object({
    names: z.array(z.object({ name: z.string(), posts: z.number().int(), isMore: z.boolean() })),
    examples: z.array(
      z.object({ activity: shapes.activity, start: z.number().int(), end: z.number().int() }),
    ),
  }),
  status: 200,
})

export const patchTopic = route({
  method: 'PATCH',
  path: '/topics/{id}',
  summary: 'Change name, kind or aliases',
  access: mayWrite,
  params: shapes.byId,
  body: z.object(input).partial(),
  answer: topic,
  status: 200,
})

export const deleteTopic = route({
  method: 'DELETE',
  path: '/topics/{id}',
  summary: 'Remove a topic; posts stay',
  access: mayWrite,
  params: shapes.byId,
  answer: 'none',
  status: 204,
})
