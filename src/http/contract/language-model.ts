import { z } from 'zod'
import { LIMITS, VOTE_FAILURES } from '#vocabulary/index.ts'
import { mayManage, route } from './route.ts'
import * as shapes from './shapes.ts'

const fields = {
  isOn: z.boolean(),
  /** Of an OpenAI-compatible interface, without `/chat/completions`; empty: none. */
  address: z.string().trim().max(LIMITS.urlCharsMax),
  model: z.string().trim().max(LIMITS.modelNameCharsMax),
  /** Posts that may be asked about in a day. */
  votesPerDay: z.number().int().min(0).max(LIMITS.votedPostsPerDayMax),
  /** Alone in a request, a post can sway no other post's labels. */
  postsPerRequest: z.number().int().min(1).max(LIMITS.votedPostsPerRequestMax),
}

const settings = z.object({
  ...fields,
  /** The key itself is never shown. */
  hasKey: z.boolean(),
  /** In the workspace's time zone. */
  today: z.object({
    requests: z.number().int(),
    /** Posts that were asked about. */
    posts: z.number().int(),
    /** Parts that were filled. */
    votes: z.number().int(),
    /** Entries of answers, and posts without one, that could not be used. */
    dropped: z.number().int(),
    /** Requests that failed. */
    failures: z.number().int(),
  }),
  /** Of the last request, where it failed. */
  trouble: z
    .object({
      failure: z.enum(VOTE_FAILURES),
      /** Of HTTP; null where there was no answer. */
      status: z.number().int().nullable(),
      at: shapes.time,
      nextTryAt: shapes.time,
    })
    .nullable(),
  /** When it last answered as agreed. */
  answeredAt: shapes.time.nullable(),
})

export const getLanguageModel = route({
  method: 'GET',
  path: '/workspace/language-model',
  summary: 'The language model that votes on what the reader leaves open, and how it does',
  access: mayManage,
  answer: settings,
  status: 200,
})

export const patchLanguageModel = route({
  method: 'PATCH',
  path: '/workspace/language-model',
  summary: 'Name a language model, switch it on or off, set its budget; it is tried anew at once',
  access: mayManage,
  body: z
    .object({
      ...fields,
      /** Null takes it away; it also goes when the address leads to another server. */
      key: z
        .string()
        .trim()
        .min(1)
        .max(LIMITS.modelKeyCharsMax)
        // It travels in a header.
        .regex(/^[\x21-\x7e]+$/)
        .nullable(),
    })
    .partial(),
  answer: settings,
  status: 200,
})
