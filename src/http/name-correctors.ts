import type { ListedActivity } from '#listen/index.ts'
import { nameMembers } from '#store/members.ts'
import type { Caller, HttpContext } from './handler.ts'

type Shown = Pick<ListedActivity, 'reading'>

/**
 * Puts the names of those who corrected readings to the activities. Names are of accounts, which the
 * log cannot see, so they are asked for apart, and only where something was corrected.
 */
export async function nameCorrectors<Activity extends Shown>(
  activities: readonly Activity[],
  caller: Caller,
  { door }: HttpContext,
): Promise<Activity[]> {
  const ids = new Set(activities.flatMap(({ reading }) => reading?.correctedBy?.id ?? []))
  if (ids.size === 0) return [...activities]
  const names = await nameMembers(door, caller.workspaceId, [...ids])
  return activities.map((activity) => named(activity, names))
}

function named<Activity extends Shown>(
  activity: Activity,
  names: ReadonlyMap<string, string>,
): Activity {
  const { reading } = activity
  const id = reading?.correctedBy?.id
  if (reading === null || id === undefined) return activity
  return { ...activity, reading: { ...reading, correctedBy: { id, name: names.get(id) ?? null } } }
}
