import { type Listed, type PageRequest, readCursor, writeCursor } from '#store/cursor.ts'
import type { Transaction } from '#store/door.ts'
import { isUuid } from '#vocabulary/index.ts'
import { type ActivityItem, activitySource } from './activities.ts'
import { type ContactItem, contactSource } from './contacts.ts'
import { type DealItem, dealSource } from './deals.ts'
import { type MergeItem, mergeSource } from './merges.ts'
import { type NoteItem, noteSource } from './notes.ts'
import { type RelationItem, relationSource } from './relations.ts'
import type { TimelineScope } from './scope.ts'
import { type TaskItem, taskSource } from './tasks.ts'
import { isAbove, type Position, type Stretch, type TimelineSource } from './timeline-source.ts'

export type TimelineItem =
  | ActivityItem
  | NoteItem
  | TaskItem
  | DealItem
  | ContactItem
  | MergeItem
  | RelationItem
export type TimelineKind = TimelineItem['kind']

/** Every kind that stands in a timeline. */
const SOURCES: { [Kind in TimelineKind]: TimelineSource<Extract<TimelineItem, { kind: Kind }>> } = {
  activity: activitySource,
  note: noteSource,
  task: taskSource,
  deal: dealSource,
  contact: contactSource,
  merge: mergeSource,
  relation: relationSource,
}
const KINDS = Object.keys(SOURCES) as TimelineKind[]

/**
 * What happened, newest first, of the kinds asked for (all where left out): one line over all
 * sources, by time and then id. A page may be short, even empty, with a `next` that goes on. Throws
 * `bad-input` for a foreign cursor.
 */
export async function readTimeline(
  tx: Transaction,
  scope: TimelineScope,
  { kind = KINDS, ...page }: PageRequest & { kind?: readonly TimelineKind[] | undefined },
  now: Date,
): Promise<Listed<TimelineItem>> {
  const before = page.cursor === undefined ? null : readPosition(page.cursor)
  const kinds = KINDS.filter((one) => kind.includes(one))
  const stretches: [TimelineKind, Stretch][] = []
  // One more than asked for: whether there is more behind the page.
  for (const one of kinds) {
    stretches.push([one, await SOURCES[one].newest(tx, scope, before, page.limit + 1)])
  }
  const { shown, next } = joinStretches(stretches, page.limit)
  const items = await hydrate(tx, shown, now)
  return { items, next: next === null ? null : writeCursor([String(next.atMs), next.id]) }
}

interface Placed extends Position {
  kind: TimelineKind
}

/**
 * The newest of all, at most `limit`. Below the place to which a source looked, more of it may
 * stand, so nothing below the highest of such places is shown yet. Pure.
 */
export function joinStretches(
  stretches: readonly (readonly [TimelineKind, Stretch])[],
  limit: number,
): { shown: Placed[]; next: Position | null } {
  let horizon: Position | null = null
  for (const [, { next }] of stretches) {
    if (next !== null && (horizon === null || isAbove(next, horizon))) horizon = next
  }
  const known = stretches
    .flatMap(([kind, { positions }]) => positions.map((position) => ({ ...position, kind })))
    .filter((position) => horizon === null || !isAbove(horizon, position))
    .sort((a, b) => (isAbove(a, b) ? -1 : 1))
  const shown = known.slice(0, limit)
  if (known.length > limit) return { shown, next: shown.at(-1) ?? null }
  return { shown, next: horizon }
}

async function hydrate(
  tx: Transaction,
  shown: readonly Placed[],
  now: Date,
): Promise<TimelineItem[]> {
  const items = new Map<string, TimelineItem>()
  for (const kind of KINDS) {
    const ids = shown.filter((one) => one.kind === kind).map(({ id }) => id)
    if (ids.length === 0) continue
    for (const item of await SOURCES[kind].hydrate(tx, ids, now))
      items.set(`${kind} ${item.id}`, item)
  }
  return shown.flatMap(({ kind, id }) => items.get(`${kind} ${id}`) ?? [])
}

/** The last instant that a Date can hold (ECMA-262, 21.4.1.1). */
const TIME_MS_MAX = 8.64e15

function readPosition(cursor: string): Position {
  const [at = '', id = ''] = readCursor(cursor, 2)
  const atMs = Number(at)
  // Anything that this server did not write is refused in the words of a cursor.
  if (!/^-?\d{1,16}$/.test(at) || Math.abs(atMs) > TIME_MS_MAX || !isUuid(id)) readCursor('', 2)
  return { atMs, id }
}
