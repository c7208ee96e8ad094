import type { RouteKey } from '../api.ts'

/** What counts or lists posts, and whom they are by. */
const LOG: RouteKey[] = [
  'GET /activities',
  'GET /overview',
  'GET /briefing',
  'GET /people',
  'GET /people/{id}',
  'GET /people/{id}/timeline',
  'GET /people/{id}/journeys',
  'GET /organisations',
  'GET /organisations/{id}',
  'GET /journeys',
  'GET /channels',
  'GET /channels/{id}',
  'GET /topics',
]
const EVERY_POST: RouteKey[] = [...LOG, 'GET /activities/{id}']
const QUALITY: RouteKey[] = ['GET /quality', 'GET /activities/{id}/corrections']
const IMPORTS: RouteKey[] = ['GET /imports', 'GET /imports/{id}', 'GET /imports/{id}/refusals']
const OPINIONS: RouteKey[] = ['GET /opinions', 'GET /opinions/{id}']
const SEARCHES: RouteKey[] = ['GET /saved-searches', 'GET /alerts']
const CHANNELS: RouteKey[] = ['GET /channels', 'GET /channels/{id}']

/** Which answers a change makes old, by its name or else by the noun of its name. */
export const REFRESHED_BY: Record<string, readonly RouteKey[] | 'all'> = {
  // A batch of an import is heard like any other.
  'activities.heard': [...LOG, ...IMPORTS],
  activities: EVERY_POST,
  import: [...IMPORTS, ...CHANNELS],
  // Corrected by a member, or read again by another model.
  reading: [...EVERY_POST, ...QUALITY, 'GET /opinions/{id}'],
  readings: [...EVERY_POST, ...QUALITY, 'GET /opinions/{id}'],
  queue: ['GET /quality', 'GET /quality/queue'],
  model: QUALITY,
  topic: [...EVERY_POST, ...OPINIONS],
  // What one is called, holds and shows; its posts are a list of the log.
  opinion: [...OPINIONS, 'GET /activities'],
  opinions: [...OPINIONS, 'GET /activities'],
  person: EVERY_POST,
  organisation: EVERY_POST,
  channel: CHANNELS,
  'api-key': ['GET /api-keys'],
  member: ['GET /members', 'GET /invitations', 'GET /session'],
  'saved-search': SEARCHES,
  alert: SEARCHES,
  'language-model': ['GET /workspace/language-model', 'GET /quality'],
  'reading.voted': [
    ...EVERY_POST,
    ...QUALITY,
    'GET /opinions/{id}',
    'GET /workspace/language-model',
  ],
  // Its time zone and style are in everything.
  workspace: 'all',
  world: ['GET /world', ...EVERY_POST, ...IMPORTS],
  // An export changes nothing.
  log: [],
}

/**
 * What to ask again after a change; `all` where the table does not know its noun. A single post is
 * asked again only where the batch edited or deleted some.
 */
export function refreshedBy(
  event: string,
  detail: readonly string[] = [],
): readonly RouteKey[] | 'all' {
  const isEdit = detail.some((part) => /^(?:updated|deleted)=[1-9]/.test(part))
  if (event === 'activities.heard' && isEdit) return [...EVERY_POST, ...IMPORTS]
  const known = [event, event.slice(0, event.indexOf('.'))].find((name) =>
    Object.hasOwn(REFRESHED_BY, name),
  )
  return known === undefined ? 'all' : (REFRESHED_BY[known] ?? 'all')
}

/** Sums and long lists: worth a refresh every two seconds, not more, and nothing waits for them. */
const UNHURRIED = new Set<RouteKey>([
  'GET /overview',
  'GET /briefing',
  'GET /people',
  'GET /people/{id}',
  'GET /people/{id}/timeline',
  'GET /people/{id}/journeys',
  'GET /organisations',
  'GET /organisations/{id}',
  'GET /imports/{id}/refusals',
  'GET /journeys',
  'GET /channels',
  'GET /saved-searches',
  'GET /opinions',
  'GET /opinions/{id}',
  'GET /topics',
  'GET /quality',
])

export function isUnhurried(route: RouteKey): boolean {
  return UNHURRIED.has(route)
}
