import { sql } from 'kysely'
import { type Chance, workspaceIds } from '#store/accounts.ts'
import { isConnectionLost } from '#store/connection-lost.ts'
import type { Door, Transaction } from '#store/door.ts'
import { enqueueJob } from '#store/jobs.ts'
import { dueTopics } from '#understand/index.ts'
import { uuidV7 } from '#vocabulary/index.ts'

/**
 * Puts the work of each day in line: dropping what is older than its retention, in the workspaces
 * that have one and whose last run was begun more than twenty hours ago. Finished jobs of a month
 * ago leave the list. Opinions are found anew where enough was said since. Answers how many were put in line. Where it fails in one workspace,
 * `onTrouble` is told and the others go on; throws only where the database is away.
 */
export async function enqueueDaily(
  door: Door,
  chance: Chance,
  onTrouble: (error: Error) => void,
): Promise<number> {
  let enqueued = 0
  for (const id of await workspaceIds(door)) {
    try {
      const work = (tx: Transaction) => enqueueDue(tx, id, chance)
      if (await door.inWorkspace(id, work, 'background')) enqueued += 1
      enqueued += await enqueueOpinions(door, id, chance)
    } catch (error) {
      if (isConnectionLost(error)) throw error
      onTrouble(error as Error)
    }
  }
  return enqueued
}

/** Answers whether something was due. */
async function enqueueDue(
  tx: Transaction,
  workspaceId: string,
  { now, random }: Chance,
): Promise<boolean> {
  await sql`delete from job where workspace_id = ${workspaceId} and state = 'done'
    and finished_at < ${now()}::timestamptz - interval '30 days'`.execute(tx)
  const due = await sql`
    select 1 from workspace w where w.id = ${workspaceId}
      and (w.retention_days is not null or exists (select from channel c
        where c.workspace_id = w.id and c.retention_days is not null))
      and not exists (select from job j where j.workspace_id = w.id and j.kind = 'drop-expired'
        and j.created_at > ${now()}::timestamptz - interval '20 hours')
  `.execute(tx)
  if (due.rows.length === 0) return false
  const id = uuidV7(now().getTime(), random)
  await enqueueJob(tx, workspaceId, { id, kind: 'drop-expired' })
  return true
}

/** Puts in line what is due of finding opinions anew; answers how many topics. */
export async function enqueueOpinions(
  door: Door,
  workspaceId: string,
  { now, random }: Chance,
): Promise<number> {
  const work = async (tx: Transaction) => {
    const topics = await dueTopics(tx, now())
    for (const subjectId of topics) {
      const id = uuidV7(now().getTime(), random)
      await enqueueJob(tx, workspaceId, { id, kind: 'group-opinions', subjectId })
    }
    return topics.length
  }
  return door.inWorkspace(workspaceId, work, 'background')
}
