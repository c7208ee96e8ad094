import { sql } from 'kysely'
import type { Chance } from '#store/accounts.ts'
import type { Connection, Door, Transaction } from '#store/door.ts'
import { enqueueJob, type Job } from '#store/jobs.ts'
import { uuidV7, uuidV7Floor } from '#vocabulary/index.ts'
import { runInThread } from './run-in-thread.ts'

/** What the thread works on. */
export interface MeasuringWork {
  connection: Connection
  workspaceId: string
}

/**
 * Measures influence in a thread of its own: seconds to minutes that no request waits for. Ends at the
 * signal: what is written by then stays, and the job is to be taken up again. Answers whether it is
 * finished.
 */
export async function measureInThread(
  connection: Connection,
  { workspaceId }: Job,
  signal: AbortSignal,
): Promise<boolean> {
  const workerData: MeasuringWork = { connection, workspaceId }
  return runInThread(
    new URL('./influence-thread.ts', import.meta.url),
    'influence',
    workerData,
    signal,
  )
}

/** A measurement of yesterday is old where something came since. */
const OLD_HOURS = 20

/**
 * Puts a measurement in line where the last one is old, or there is none, and people moved or did
 * something of value; where imports wait, it comes after them. Answers whether it did.
 */
export async function enqueueMeasurement(
  door: Door,
  workspaceId: string,
  { now, random }: Chance,
  /** The job that asks, which is not done yet. */
  after?: string,
): Promise<boolean> {
  const work = async (tx: Transaction) => {
    if (!(await isDue(tx, now(), after ?? null))) return false
    const id = uuidV7(now().getTime(), random)
    await enqueueJob(tx, workspaceId, { id, kind: 'measure-influence' })
    return true
  }
  return door.inWorkspace(workspaceId, work, 'background')
}

/** Whether more posts are on their way by other jobs than this one. */
export async function isMoreComing(tx: Transaction, after: string | null): Promise<boolean> {
  const { rows } = await sql`
    select from job where state in ('waiting', 'running')
      and kind in ('import', 'load-world', 'apply-topics')
      and id is distinct from ${after}::uuid limit 1`.execute(tx)
  return rows.length > 0
}

async function isDue(tx: Transaction, now: Date, after: string | null): Promise<boolean> {
  const { rows: busy } = await sql`
    select from job where state in ('waiting', 'running') and kind = 'measure-influence'
    limit 1`.execute(tx)
  if (busy.length > 0 || (await isMoreComing(tx, after))) return false
  const { rows: happened } = await sql`
    select from (select 1 from journey_move limit 1) moved
    union all select from (select 1 from outcome limit 1) won`.execute(tx)
  if (happened.length === 0) return false
  const last = await tx
    .selectFrom('influence_run')
    .select(['measured_at', 'state', 'outcomes'])
    .select(sql<boolean>`parameters ? 'draws'`.as('isWhole'))
    .whereRef('scope_id', '=', 'workspace_id')
    .executeTakeFirst()
  if (last === undefined) return true
  // One from before placebos had a spread and touches were counted by day is no measurement of today.
  if (last.state === 'measured' && !last.isWhole) return true
  if (await areCommunitiesNew(tx, last.measured_at)) return true
  // Asked for before anything had happened: whoever asked waits for this one.
  if (Number(last.outcomes) === 0) return true
  if (now.getTime() - last.measured_at.getTime() < OLD_HOURS * 3_600_000) return false
  const { rows: came } = await sql`
    select from (select 1 from activity where id > ${uuidV7Floor(last.measured_at.getTime())}::uuid
      limit 1) newer
    union all select from (select 1 from import where finished_at > ${last.measured_at} limit 1) older
  `.execute(tx)
  return came.length > 0
}

/** Whether communities were found that the measurement knows nothing of. */
async function areCommunitiesNew(tx: Transaction, measuredAt: Date): Promise<boolean> {
  const { rows } = await sql`select from community
    where ended_at is null and born_at > ${measuredAt} limit 1`.execute(tx)
  return rows.length > 0
}
