import { sql } from 'kysely'
import type { Transaction } from '#store/door.ts'
import { enqueueJob } from '#store/jobs.ts'
import { OWN_WORKSPACE, writeEvent } from '#store/outbox.ts'
import { FINDING_STEPS, type FindingStep, type RandomBytes, uuidV7 } from '#vocabulary/index.ts'

/** Fewer ties make no community worth looking for. */
const TIES_MIN = 10
const DAILY_HOURS = 20

/** Of a young log: not so soon again, and only while so few ties are known that counting them is cheap. */
const YOUNG_MINUTES = 15
export const YOUNG_TIES_MAX = 50_000

/**
 * Whether communities are to be found anew: enough people are tied, something was said since the last
 * search, none waits, and that search is most of a day old; or it was of a young log that has twice as
 * many ties by now, so that the first import and the first day show before the night.
 */
export async function areCommunitiesDue(tx: Transaction, now: Date): Promise<boolean> {
  const run = await tx
    .selectFrom('community_run')
    .select(['found_at', 'newest_id', 'tie_rows'])
    .executeTakeFirst()
  if (run !== undefined && !(await isOld(tx, run, now))) return false
  if (await areBeingFound(tx)) return false
  if (run !== undefined) {
    const { rows } =
      await sql`select from activity where id > ${run.newest_id}::uuid limit 1`.execute(tx)
    return rows.length > 0
  }
  const { rows } = await sql`select from tie limit ${TIES_MIN}`.execute(tx)
  return rows.length === TIES_MIN
}

async function isOld(
  tx: Transaction,
  run: { found_at: Date; tie_rows: number },
  now: Date,
): Promise<boolean> {
  const ageMs = now.getTime() - run.found_at.getTime()
  if (ageMs >= DAILY_HOURS * 3_600_000) return true
  if (ageMs < YOUNG_MINUTES * 60_000 || run.tie_rows >= YOUNG_TIES_MAX) return false
  const wanted = Math.max(TIES_MIN, 2 * run.tie_rows)
  return (await countTies(tx, wanted)) >= wanted
}

/** Ties there are, counted up to a limit. */
export async function countTies(tx: Transaction, most: number): Promise<number> {
  const { rows } = await sql<{ ties: number }>`select count(*)::integer as ties
    from (select from tie limit ${most}) counted`.execute(tx)
  return rows[0]?.ties ?? 0
}

/** Notes how far the search that runs has come. */
export async function noteStep(tx: Transaction, step: FindingStep): Promise<void> {
  await tx
    .updateTable('job')
    .set({ step })
    .where('kind', '=', 'find-communities')
    .where('state', '=', 'running')
    .execute()
}

/** How far the search that runs has come; null where none runs, or it has only begun. */
export async function readStep(tx: Transaction): Promise<FindingStep | null> {
  const job = await tx
    .selectFrom('job')
    .select('step')
    .where('kind', '=', 'find-communities')
    .where('state', '=', 'running')
    .executeTakeFirst()
  return FINDING_STEPS.find((step) => step === job?.step) ?? null
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
