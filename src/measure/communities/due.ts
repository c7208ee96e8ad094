import { sql } from 'kysely'
import type { Transaction } from '#store/door.ts'
import { enqueueJob } from '#store/jobs.ts'
import { OWN_WORKSPACE, writeEvent } from '#store/outbox.ts'
import { type RandomBytes, uuidV7 } from '#vocabulary/index.ts'

/** Fewer ties make no community worth looking for. */
const TIES_MIN = 10
const DAILY_HOURS = 20

/**
 * Whether communities are to be found anew: enough people are tied, the last search is most of a day
 * old, something was said since, and none waits.
 */
export async function areCommunitiesDue(tx: Transaction, now: Date): Promise<boolean> {
  const run = await tx
    .selectFrom('community_run')
    .select(['found_at', 'newest_id'])
    .executeTakeFirst()
  if (run !== undefined && now.getTime() - run.found_at.getTime() < DAILY_HOURS * 3_600_000) {
    return false
  }
  if (await areBeingFound(tx)) return false
  if (run !== undefined) {
    const { rows } =
      await sql`select from activity where id > ${run.newest_id}::uuid limit 1`.execute(tx)
    return rows.length > 0
  }
  const { rows } = await sql`select from tie limit ${TIES_MIN}`.execute(tx)
  return rows.length === TIES_MIN
}

/** Whether a search waits or runs. */
export async function areBeingFound(
  tx: Transaction,
  states: readonly ('waiting' | 'running')[] = ['waiting', 'running'],
): Promise<boolean> {
  const job = await tx
    .selectFrom('job')
    .select('id')
    .where('kind', '=', 'find-communities')
    .where('state', 'in', states)
    .executeTakeFirst()
  return job !== undefined
}

export interface Asking {
  authorId: string | null
  now: Date
  random: RandomBytes
}

/** Asks for communities to be found anew; once is enough while that waits. Records `communities.asked`. */
export async function askForCommunities(tx: Transaction, asking: Asking): Promise<void> {
  if (await areBeingFound(tx, ['waiting'])) return
  const id = uuidV7(asking.now.getTime(), asking.random)
  await enqueueJob(tx, OWN_WORKSPACE, { id, kind: 'find-communities' })
  await writeEvent(tx, OWN_WORKSPACE, { name: 'communities.asked', authorId: asking.authorId })
}
