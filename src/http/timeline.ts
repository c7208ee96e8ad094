import {
  readTimeline,
  scopeOfDeal,
  scopeOfOrganisation,
  scopeOfPerson,
  type TimelineItem,
  type TimelineKind,
} from '#engage/index.ts'
import type { Listed, PageRequest } from '#store/cursor.ts'
import type { Transaction } from '#store/door.ts'
import { nameColleagues } from './colleagues.ts'
import type { Caller, Handlers, HttpContext } from './handler.ts'
import { nameCorrectors } from './name-correctors.ts'

type Asked = PageRequest & { kind?: TimelineKind[] | undefined }
type ScopeOf = typeof scopeOfPerson

/** What happened with a person, an organisation, a deal: one line in time. */
export const timelineHandlers: Handlers<
  'getTimeline' | 'getOrganisationTimeline' | 'getDealTimeline'
> = {
  getTimeline: ({ params, query, caller, context }) =>
    read(scopeOfPerson, params.id, query, caller, context),
  getOrganisationTimeline: ({ params, query, caller, context }) =>
    read(scopeOfOrganisation, params.id, query, caller, context),
  getDealTimeline: ({ params, query, caller, context }) =>
    read(scopeOfDeal, params.id, query, caller, context),
}

async function read(
  scopeOf: ScopeOf,
  id: string,
  query: Asked,
  caller: Caller,
  context: HttpContext,
): Promise<Listed<TimelineItem>> {
  const { items, next } = await context.door.inWorkspace(
    caller.workspaceId,
    async (tx: Transaction) => readTimeline(tx, await scopeOf(tx, id), query, context.now()),
  )
  return { items: await nameAll(items, caller, context), next }
}

/** Who corrected a reading, and which colleagues did the rest. */
async function nameAll(
  items: readonly TimelineItem[],
  caller: Caller,
  context: HttpContext,
): Promise<TimelineItem[]> {
  const activities = items.filter((item) => item.kind === 'activity')
  const others = items.filter((item) => item.kind !== 'activity')
  const named = new Map<string, TimelineItem>()
  for (const item of await nameCorrectors(activities, caller, context)) named.set(keyOf(item), item)
  for (const item of await nameColleagues(others, caller, context)) named.set(keyOf(item), item)
  return items.map((item) => named.get(keyOf(item)) ?? item)
}

function keyOf({ kind, id }: TimelineItem): string {
  return `${kind} ${id}`
}
