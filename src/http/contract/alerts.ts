import { z } from 'zod'
import { ALERT_KINDS } from '#vocabulary/index.ts'
import { activityFilter } from './activities.ts'
import { mayRead, route } from './route.ts'
import * as shapes from './shapes.ts'

export const alert = z.object({
  id: shapes.id,
  at: shapes.time,
  kind: z.enum(ALERT_KINDS),
  searchId: shapes.id,
  searchName: z.string(),
  filter: z.object(activityFilter),
  posts: z.number().int(),
  newestActivityId: shapes.id.nullable(),
  /** For a surge: how many posts were to be expected in 24 hours. */
  expected: z.number().nullable(),
  isSeen: z.boolean(),
})
export type Alert = z.infer<typeof alert>

export const listAlerts = route({
  method: 'GET',
  path: '/alerts',
  summary: 'What saved searches raised, newest first',
  access: mayRead,
  query: z.object(shapes.page),
  answer: shapes.listOf(alert).extend({
    /** To 100; then there are so many or more. */
    unseen: z.number().int(),
  }),
  status: 200,
})

export const postAlertsSeen = route({
  method: 'POST',
  path: '/alerts/seen',
  summary: 'Note that the alerts up to this one have been seen',
  access: { who: 'member', role: 'viewer', scope: null },
  body: z.object({ upTo: shapes.id }),
  answer: 'none',
  status: 204,
})
