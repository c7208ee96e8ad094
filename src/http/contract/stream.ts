import { z } from 'zod'
import { mayRead, route } from './route.ts'
import * as shapes from './shapes.ts'

/**
 * What a stream carries. `event:` is the name of the change (`activities.heard`, `topic.applied`,
 * ...), `id:` its place, `data:` this as JSON. Beside those: `ready` once at the beginning, `reset`
 * where what was missed can't be told (fetch everything anew), `signed-out` before the server ends
 * a stream whose session, key or role is no longer what it was.
 */
export const streamEvent = z.object({
  subjectId: shapes.id.nullable(),
  detail: z.array(z.string()),
  at: shapes.time,
})
export type StreamEvent = z.infer<typeof streamEvent>

/** Names beside those of changes. */
export const STREAM_SIGNALS = ['ready', 'reset', 'signed-out'] as const

export const getStream = route({
  method: 'GET',
  path: '/stream',
  summary: 'Changes as they happen, as server-sent events; resumes by Last-Event-ID or after',
  access: mayRead,
  query: z.object({
    /** As the header, for those who can't set one; the header stands over it. */
    after: z.string().optional(),
  }),
  headers: z.object({ 'last-event-id': z.string().optional() }),
  answer: 'events',
  status: 200,
})
