import type { RouteKey } from '../api.ts'

/** What counts or lists posts, and whom they are by. */
const LOG: RouteKey[] = [
  'GET /activities',
  'GET /outcomes',
  'GET /overview',
  'GET /overview/voices',
  'GET /briefing',
  'GET /people',
  'GET /people/{id}',
  'GET /people/{id}/timeline',
  'GET /people/{id}/journeys',
  'GET /organisations',
  'GET /organisations/{id}',
  'GET /organisations/{id}/sums',
  'GET /organisations/{id}/timeline',
  'GET /journeys',
  'GET /channels',
  'GET /channels/{id}',
  'GET /topics',
  'GET /topics/voices',
]
const EVERY_POST: RouteKey[] = [...LOG, 'GET /activities/{id}']
const PROGRAMMES: RouteKey[] = [
  'GET /programmes',
  'GET /programmes/{id}/members',
  'GET /programmes/{id}/contacts',
]
const RELATIONS: RouteKey[] = [
  'GET /people/{id}/relations',
  'GET /organisations/{id}/relations',
  'GET /relation-proposals',
  'GET /relation-rules',
  'GET /organisations/{id}/sums',
  'GET /programmes',
  'GET /programmes/{id}/members',
]
const QUALITY: RouteKey[] = ['GET /quality', 'GET /activities/{id}/corrections']
const IMPORTS: RouteKey[] = [
  'GET /imports',
  'GET /imports/{id}',
  'GET /imports/{id}/refusals',
  'GET /imports/{id}/kept',
]
/** By what a person is held to be one, and what they were called. */
const WHO: RouteKey[] = [
  'GET /people/{id}/merges',
  'GET /people/{id}/changes',
  'GET /people/candidates',
]
const OPINIONS: RouteKey[] = ['GET /opinions', 'GET /opinions/{id}']
const COMMUNITIES: RouteKey[] = [
  'GET /communities',
  'GET /communities/map',
  'GET /communities/bridges',
  'GET /communities/{id}',
  'GET /communities/{id}/members',
  'GET /communities/{id}/posts',
  'GET /communities/{id}/graph',
]
const REGISTERS: RouteKey[] = [
  'GET /privacy',
  'GET /privacy/do-not-contact',
  'GET /privacy/consents',
  'GET /privacy/provisions',
  'GET /privacy/erasures',
  'GET /people/{id}/contact-rules',
  'GET /people/{id}/provisions',
]
const SEARCHES: RouteKey[] = ['GET /saved-searches', 'GET /alerts']
const WEBHOOKS: RouteKey[] = [
  'GET /webhooks',
  'GET /webhooks/{id}',
  'GET /webhooks/{id}/deliveries',
  'GET /webhooks/{id}/deliveries/{delivery}',
]
const CHANNELS: RouteKey[] = ['GET /channels', 'GET /channels/{id}']

const TIMELINES: RouteKey[] = [
  'GET /people/{id}/timeline',
  'GET /organisations/{id}/timeline',
  'GET /deals/{id}/timeline',
]
const ORGANISATION_MERGES: RouteKey[] = [
  'GET /organisations/{id}/merges',
  'GET /organisations/lookalikes',
]
const SUMS: RouteKey[] = ['GET /organisations/{id}/sums']
const DEALS: RouteKey[] = ['GET /deals', 'GET /deals/{id}', 'GET /pipelines/{id}/sums', ...SUMS]

const EXPERIMENTS: RouteKey[] = [
  'GET /experiments',
  'GET /experiments/{id}',
  'GET /experiments/{id}/results',
  'GET /experiments/{id}/people',
  'GET /experiments/held-out',
]

const CARDS: RouteKey[] = [
  'GET /people/{id}/card',
  'GET /organisations/{id}/card',
  'GET /deals/{id}/card',
  'GET /tags',
  'GET /lists/{id}',
  'GET /owners',
]

const INFLUENCE: RouteKey[] = [
  'GET /influence',
  'GET /influence/summary',
  'GET /influence/credits',
  'GET /influence/paths/{outcome}',
  'GET /influence/outcomes',
  'GET /influence/posts/{activity}',
  'GET /influence/comparators',
  'GET /influence/method',
]

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
  plan: ['GET /influence/plans', 'GET /influence/plans/{id}'],
  // What one is called, holds and shows; its posts are a list of the log.
  opinion: [...OPINIONS, 'GET /activities'],
  opinions: [...OPINIONS, 'GET /activities'],
  copies: ['GET /overview/voices', 'GET /topics/voices', 'GET /briefing'],
  community: COMMUNITIES,
  communities: COMMUNITIES,
  // Merged or taken apart, they are other voices.
  // What is said of contacts, consents and provisions is said of a person.
  person: [...EVERY_POST, ...WHO, ...OPINIONS, ...RELATIONS, ...CARDS, ...REGISTERS],
  organisation: [...EVERY_POST, ...RELATIONS, ...CARDS, ...ORGANISATION_MERGES],
  'organisation.merged': 'all',
  'organisation.unmerged': 'all',
  deal: [...DEALS, ...TIMELINES, ...CARDS],
  tag: [...CARDS, 'GET /people', 'GET /relation-rules'],
  // An import brings tags and notes as well.
  'custom-field': [
    ...[...CARDS, ...TIMELINES],
    ...(['GET /custom-fields', 'GET /notes', 'GET /relation-rules'] as const),
  ],
  list: ['GET /lists', 'GET /lists/{id}', 'GET /relation-rules'],
  experiment: EXPERIMENTS,
  // Credit is calibrated by it.
  'experiment.reckoned': [...EXPERIMENTS, ...INFLUENCE],
  handover: ['GET /handovers', 'GET /owners', 'GET /tasks'],
  'bulk-edit': ['GET /bulk-edits'],
  candidate: ['GET /people/candidates'],
  candidates: ['GET /people/candidates'],
  pipeline: [...DEALS, 'GET /pipelines'],
  task: ['GET /notices', 'GET /tasks', ...TIMELINES, ...SUMS],
  notice: ['GET /notices'],
  note: ['GET /notices', 'GET /notes', ...TIMELINES],
  // They count in every programme.
  contact: ['GET /contacts', ...TIMELINES, ...PROGRAMMES, ...SUMS],
  // Measured anew, or put in line.
  influence: [...INFLUENCE, ...SUMS],
  // Credited as it came.
  outcome: INFLUENCE,
  // A deal that was won tells what was paid back.
  'outcome.refunded': [...INFLUENCE, ...SUMS, 'GET /deals/{id}'],
  relations: [...EVERY_POST, ...RELATIONS],
  'relation-rule': [...EVERY_POST, ...RELATIONS],
  'relation-kind': [...EVERY_POST, ...RELATIONS, 'GET /relation-kinds'],
  programme: [...RELATIONS, ...PROGRAMMES],
  code: ['GET /codes'],
  link: ['GET /links'],
  privacy: ['GET /privacy'],
  'privacy-request': ['GET /privacy', 'GET /privacy/requests'],
  channel: CHANNELS,
  'api-key': ['GET /api-keys'],
  webhook: WEBHOOKS,
  department: ['GET /departments', 'GET /assignments', 'GET /members', ...CARDS],
  // Their departments stand beside whom they look after.
  'member.assigned': ['GET /departments', 'GET /assignments', 'GET /members', ...CARDS],
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
  'GET /outcomes',
  'GET /overview',
  'GET /overview/voices',
  'GET /briefing',
  'GET /people',
  'GET /people/{id}',
  'GET /people/{id}/timeline',
  'GET /people/{id}/journeys',
  'GET /people/{id}/merges',
  'GET /people/{id}/changes',
  'GET /organisations',
  'GET /organisations/{id}',
  'GET /organisations/{id}/sums',
  'GET /organisations/{id}/timeline',
  'GET /imports/{id}/kept',
  'GET /imports/{id}/refusals',
  'GET /journeys',
  'GET /influence',
  'GET /influence/summary',
  'GET /influence/credits',
  'GET /influence/paths/{outcome}',
  'GET /influence/outcomes',
  'GET /influence/posts/{activity}',
  'GET /influence/comparators',
  'GET /influence/method',
  'GET /channels',
  'GET /saved-searches',
  'GET /opinions',
  'GET /opinions/{id}',
  'GET /communities',
  'GET /communities/map',
  'GET /communities/bridges',
  'GET /communities/{id}/graph',
  'GET /topics',
  'GET /topics/voices',
  'GET /quality',
])

export function isUnhurried(route: RouteKey): boolean {
  return UNHURRIED.has(route)
}
