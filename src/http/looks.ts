import { noteAccess, notePeopleLook } from '#understand/index.ts'
import type { LookPlace } from '#vocabulary/index.ts'
import type { RouteName } from './contract/index.ts'
import type { Caller, HttpContext } from './handler.ts'

/** Routes that tell of one person, whom their path names: a look at them. */
const OF_ONE: ReadonlySet<RouteName> = new Set<RouteName>([
  ...(['getTimeline', 'listMerges', 'listFieldChanges', 'listPersonTies'] as const),
  ...(['listTieActivities', 'getErasure'] as const),
])

/** Routes that show several people by name, and where that is. */
export const LOOKS: Partial<Record<RouteName, LookPlace>> = {
  ...{ listPeople: 'people', listActivities: 'posts', getActivity: 'posts' },
  ...{ listCandidates: 'review', getCandidate: 'review', listQueue: 'quality' },
  ...{ listSavedSearches: 'alerts', listAlerts: 'alerts' },
  ...{ getOrganisation: 'organisation', getOrganisationTimeline: 'organisation' },
  ...{ listOrganisationTies: 'organisation', listOrganisations: 'organisation' },
  ...{ listDeals: 'deals', getDeal: 'deals', getDealTimeline: 'deals', listContacts: 'contacts' },
  ...{ listRelationProposals: 'relations', listProgrammeMembers: 'programmes' },
  ...{ previewRelationRule: 'relations' },
  ...{ listCommunityMembers: 'communities', listCommunityPosts: 'communities' },
  ...{ getCommunity: 'communities', getCommunityGraph: 'communities' },
  ...{ listCreditedOutcomes: 'influence', listBridges: 'communities' },
  ...{ listInfluence: 'influence', listCredits: 'influence', getInfluencePath: 'influence' },
  ...{ listJourneyStays: 'journeys', getBeforeMoves: 'journeys', getOpinion: 'opinions' },
  ...{ listExperimentPeople: 'experiments', listHeldOut: 'experiments', getPlan: 'plans' },
  ...{ listOutcomes: 'outcomes', listLinks: 'links', listCodes: 'links' },
  ...{ listPrivacyRequests: 'registers', listDoNotContact: 'registers' },
  ...{ listAllConsents: 'registers', listAllProvisions: 'registers' },
  ...{ listHandovers: 'handovers', getHandover: 'handovers' },
}

/** Routes that name people and leave no line of their own, each with the reason. */
export const NOT_LOOKS: Partial<Record<RouteName, string>> = {
  ...of('the handler notes the look at the person', ['getPerson', 'exportPerson']),
  ...of('the handler notes the export with its count', [
    ...(['downloadList', 'downloadRefusals', 'exportActivities', 'exportPeople'] as const),
    'exportOutcomes',
  ]),
  ...of('who reads the access log is no look at those in it', [
    ...(['listAllAccesses', 'listPeopleLooks', 'listAudit'] as const),
  ]),
  ...of('ids of events, no people', ['getStream']),
  ...of('numbers of people, no names', [
    ...(['getInfluenceSummary', 'getComparators', 'getInfluenceMethod', 'getJourneys'] as const),
    ...(['getJourneyChain', 'getStuckPoints', 'listRelationRules', 'listTags'] as const),
    ...(['listOwners', 'listCommunities', 'getCommunityMap', 'listExperiments'] as const),
    ...(['getExperiment', 'getExperimentResults', 'listPlans'] as const),
    'getOrganisationSums',
  ]),
}

function of(reason: string, names: readonly RouteName[]): Partial<Record<RouteName, string>> {
  return Object.fromEntries(names.map((name) => [name, reason]))
}

export function isLookAtOne(name: RouteName): boolean {
  return OF_ONE.has(name)
}

interface Asked {
  params?: unknown
  query?: unknown
  caller: Caller | null
  context: HttpContext
}

/** Writes down what an answer told of people, before it leaves. */
export async function noteLook(name: RouteName, asked: Asked, answer: unknown): Promise<void> {
  const { caller, context } = asked
  if (caller === null) return
  const { door, now, random } = context
  const { workspaceId, userId: memberId, scope } = caller
  const base = { workspaceId, memberId, isKey: scope !== null, now: now(), random }
  const { id } = (asked.params ?? {}) as { id?: string }
  if (OF_ONE.has(name) && id !== undefined) {
    await door.inWorkspace(workspaceId, (tx) =>
      noteAccess(tx, { ...base, personId: id, kind: 'viewed' }),
    )
  }
  const place = LOOKS[name]
  if (place === undefined) return
  const people = peopleIn(name, answer).size
  if (people === 0) return
  const { q } = (asked.query ?? {}) as { q?: string }
  const kind = q === undefined || q === '' ? 'listed' : 'searched'
  const look = { ...base, kind, place, subjectId: id, people } as const
  await door.inWorkspace(workspaceId, (tx) => notePeopleLook(tx, look))
}

/** Ids of the people whom an answer names. */
export function peopleIn(name: RouteName, answer: unknown): Set<string> {
  const ids = new Set<string>()
  gather(answer, ids)
  const { items } = (answer ?? {}) as { items?: { id?: string }[] }
  if (name === 'listPeople') for (const one of items ?? []) ids.add(one.id ?? '')
  return ids
}

function gather(value: unknown, ids: Set<string>): void {
  if (Array.isArray(value)) {
    for (const one of value) gather(one, ids)
    return
  }
  if (typeof value !== 'object' || value === null || value instanceof Date) return
  for (const [key, held] of Object.entries(value)) {
    if (key === 'personId' && typeof held === 'string') ids.add(held)
    if (PEOPLE_KEYS.has(key)) addIds(held, ids)
    gather(held, ids)
  }
}

/** Under these stand people, or an id of one. */
const PEOPLE_KEYS = new Set(['person', 'people', 'first', 'second', 'members', 'keep', 'merge'])

function addIds(held: unknown, ids: Set<string>): void {
  for (const one of Array.isArray(held) ? held : [held]) {
    const id = typeof one === 'string' ? one : (one as { id?: unknown } | null)?.id
    if (typeof id === 'string') ids.add(id)
  }
}
