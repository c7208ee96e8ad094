import { type ListedActivity, listActivities, listActivitiesById } from '#listen/index.ts'
import { writeCursor } from '#store/cursor.ts'
import type { Transaction } from '#store/door.ts'
import { uuidV7Floor } from '#vocabulary/index.ts'
import type { TimelineScope } from './scope.ts'
import type { Position, Stretch, TimelineSource } from './timeline-source.ts'

export interface ActivityItem extends ListedActivity {
  kind: 'activity'
  at: string
}

/** What people did on the net and what came of it. Ids of activities carry their time. */
export const activitySource: TimelineSource<ActivityItem> = { newest, hydrate }

async function newest(
  tx: Transaction,
  scope: TimelineScope,
  before: Position | null,
  limit: number,
): Promise<Stretch> {
  if (scope.kind === 'deal') return { positions: [], next: null }
  const filter = scope.kind === 'person' ? { person: scope.id } : { organisation: scope.id }
  const cursor = before === null ? {} : { cursor: writeCursor([idBelow(before)]) }
  const page = await listActivities(tx, { ...filter, kind: 'all' }, { limit, ...cursor })
  const positions = page.items.map(({ id }) => ({ id, atMs: timeOfId(id) }))
  if (page.next === null) return { positions, next: null }
  const [last = ''] = JSON.parse(Buffer.from(page.next, 'base64url').toString('utf8')) as string[]
  return { positions, next: { id: last, atMs: timeOfId(last) } }
}

/** The id below which activities stand below the position, which may be of another kind. */
function idBelow({ atMs, id }: Position): string {
  const [floor, ceiling] = [uuidV7Floor(atMs), uuidV7Floor(atMs + 1)]
  if (id < floor) return floor
  return id > ceiling ? ceiling : id
}

/** Unix milliseconds: the first 48 bits of a UUIDv7 (RFC 9562, 5.7). */
function timeOfId(id: string): number {
  return Number.parseInt(id.slice(0, 8) + id.slice(9, 13), 16)
}

async function hydrate(tx: Transaction, ids: string[]): Promise<ActivityItem[]> {
  const activities = await listActivitiesById(tx, ids)
  return [...activities.values()]
    .filter(({ type, deletedAt }) => type !== 'Outcome' || deletedAt === null)
    .map((one) => ({ ...one, kind: 'activity', at: new Date(timeOfId(one.id)).toISOString() }))
}
