import { z } from 'zod'
import { ALERT_CHOICES, LIMITS } from '#vocabulary/index.ts'
import { activityFilter } from './activities.ts'
import { mayRead, route } from './route.ts'
import * as shapes from './shapes.ts'

/** Members save for themselves, so no key may; what they see is in the handlers. */
const anyMember = { who: 'member', role: 'viewer', scope: null } as const

const filter = z.object(activityFilter)

const input = {
  name: z.string().trim().min(1).max(LIMITS.nameCharsMax),
  /** The query of GET /activities without cursor and limit. */
  filter,
  isShared: z.boolean().default(false),
  /** `each`: every new post, grouped by ten minutes; `surge`: unusually many in 24 hours. */
  alert: z.enum(ALERT_CHOICES).default('none'),
}

export const savedSearch = z.object({
  id: shapes.id,
  name: z.string(),
  filter,
  isShared: z.boolean(),
  alert: z.enum(ALERT_CHOICES),
  isOwn: z.boolean(),
  mayChange: z.boolean(),
  /** New posts since the member last opened it. */
  unseen: z.number().int(),
})
export type SavedSearch = z.infer<typeof savedSearch>

export const listSavedSearches = route({
  method: 'GET',
  path: '/saved-searches',
  summary: 'Saved searches: one’s own and those that are shared',
  access: mayRead,
  query: z.object(shapes.page),
  answer: shapes.listOf(savedSearch),
  status: 200,
})

export const postSavedSearch = route({
  method: 'POST',
  path: '/saved-searches',
  summary: 'Save a search',
  access: anyMember,
  body: z.object(input),
  answer: savedSearch,
  status: 201,
})

export const patchSavedSearch = route({
  method: 'PATCH',
  path: '/saved-searches/{id}',
  summary: 'Change name, filter, sharing or alert; another filter counts anew',
  access: anyMember,
  params: shapes.byId,
  body: z
    .object({
      name: input.name,
      filter,
      isShared: z.boolean(),
      alert: z.enum(ALERT_CHOICES),
    })
    .partial(),
  answer: savedSearch,
  status: 200,
})

export const deleteSavedSearch = route({
  method: 'DELETE',
  path: '/saved-searches/{id}',
  summary: 'Remove a saved search with its alerts; posts stay',
  access: anyMember,
  params: shapes.byId,
  answer: 'none',
  status: 204,
})

export const postSearchSeen = route({
  method: 'POST',
  path: '/saved-searches/{id}/seen',
  summary: 'Note that what it found has been seen',
  access: anyMember,
  params: shapes.byId,
  answer: 'none',
  status: 204,
})
