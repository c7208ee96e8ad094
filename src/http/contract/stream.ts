import { z } from 'zod'
import { mayRead, route } from './route.ts'

/**
 * What a stream carries. `event:` is the name of the change (`activities.heard`, `topic.applied`,
 * ...) or a signal, `id:` its place, `data:` for a change this as JSON.
 */
export interface StreamEvent {
  subjectId: string | null
  /** Names of fields, counts and ids; never texts. */
  detail: string[]
  /** RFC 3339. */
  at: string
}

/**
 * What the stream says of itself: `ready` at the beginning, `reset` where what was missed can't be
 * told (fetch everything anew), `signed-out` before the server ends a stream whose session, role or
 * key is no longer what it was.
 */
export type StreamSignal = 'ready' | 'reset' | 'signed-out'

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
