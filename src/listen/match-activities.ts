import type { Transaction } from '#store/door.ts'
import { uuidV7Floor } from '#vocabulary/index.ts'
import { type ActivityFilter, type IdRange, idRange } from './activity-filter.ts'
import { resolveFilter } from './read-activities.ts'
import { scanActivities, scanAmong } from './scan-activities.ts'

/** Which of these activities a list narrowed by the filter would show, newest first. */
export async function matchActivities(
  tx: Transaction,
  filter: ActivityFilter,
  candidates: readonly string[],
): Promise<string[]> {
  if (candidates.length === 0) return []
  const resolved = await resolveFilter(tx, filter)
  if (resolved === null) return []
  const range = await idRange(tx, filter, undefined)
  return scanAmong(tx, candidates, { ...resolved, range })
}

const SCANNED_AT_ONCE = 1_000

/** How many activities of this time a list narrowed by the filter would show; counts to `max`. */
export async function countActivities(
  tx: Transaction,
  filter: ActivityFilter,
  time: { sinceMs: number; untilMs: number },
  max: number,
): Promise<number> {
  const resolved = await resolveFilter(tx, filter)
  if (resolved === null) return 0
  const range = narrowed(await idRange(tx, filter, undefined), time)
  let count = 0
  while (count < max) {
    const limit = Math.min(SCANNED_AT_ONCE, max - count)
    const { ids, next } = await scanActivities(tx, { ...resolved, range, limit })
    count += ids.length
    if (next === null) break
    range.before = next
  }
  return count
}

function narrowed(range: IdRange, time: { sinceMs: number; untilMs: number }): IdRange {
  const [before = range.before] = [uuidV7Floor(time.untilMs), range.before].sort()
  const [, floor = range.floor] = [uuidV7Floor(time.sinceMs), range.floor].sort()
  return { floor, before }
}
