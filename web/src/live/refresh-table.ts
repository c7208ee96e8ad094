import type { RouteKey } from '../api.ts'

const LOG: RouteKey[] = [
  'GET /activities',
  'GET /activities/{id}',
  'GET /overview',
  'GET /briefing',
  'GET /people',
  'GET /people/{id}',
  'GET /people/{id}/timeline',
  'GET /people/{id}/journeys',
  'GET /journeys',
  'GET /channels',
  'GET /channels/{id}',
  'GET /topics',
]
const IMPORTS: RouteKey[] = ['GET /imports', 'GET /imports/{id}', 'GET /imports/{id}/refusals']
const SEARCHES: RouteKey[] = ['GET /saved-searches', 'GET /alerts']

/** Which answers a change makes old, by the noun of its name. */
const REFRESHED_BY: Record<string, readonly RouteKey[]> = {
  // A batch of an import is heard like any other.
  activities: [...LOG, ...IMPORTS, 'GET /saved-searches'],
  import: [...IMPORTS, 'GET /channels'],
  topic: LOG,
  person: LOG,
  channel: ['GET /channels', 'GET /channels/{id}'],
  'api-key': ['GET /api-keys'],
  member: ['GET /members', 'GET /invitations', 'GET /session'],
  'saved-search': SEARCHES,
  alert: SEARCHES,
}

/** What to ask again after a change; `all` where the table does not know its noun. */
export function refreshedBy(event: string): readonly RouteKey[] | 'all' {
  const noun = event.slice(0, event.indexOf('.'))
  return Object.hasOwn(REFRESHED_BY, noun) ? (REFRESHED_BY[noun] ?? 'all') : 'all'
}

/** Sums and long lists: worth a refresh every two seconds, not more, and nothing waits for them. */
const UNHURRIED = new Set<RouteKey>([
  'GET /overview',
  'GET /briefing',
  'GET /people',
  'GET /journeys',
  'GET /channels',
  'GET /topics',
])

export function isUnhurried(route: RouteKey): boolean {
  return UNHURRIED.has(route)
}
