import { sql } from 'kysely'
import type { Chance } from '#store/accounts.ts'
import type { Door } from '#store/door.ts'
import { enqueueJob } from '#store/jobs.ts'
import { uuidV7 } from '#vocabulary/index.ts'

/**
 * Puts the work of each day in line: dropping what is older than its retention, in the workspaces
 * that have one and whose last run was begun more than twenty hours ago. Finished jobs of a month
 * ago leave the list. Answers how many were put in line.
 */
export async function enqueueDaily(door: Door, { now, random }: Chance): Promise<number> {
  const { rows } = await door.asSystem((tx) =>
    sql<{ id: string }>`select id from workspace order by id`.execute(tx),
  )
  let enqueued = 0
  for (const { id } of rows) {
    enqueued += await door.inWorkspace(id, async (tx) => {
      await sql`delete from job where workspace_id = ${id} and state = 'done'
        and finished_at < ${now()}::timestamptz - interval '30 days'`.execute(tx)
      const due = await sql`
        select 1 from workspace w where w.id = ${id}
          and (w.retention_days is not null or exists (select from channel c
            where c.workspace_id = w.id and c.retention_days is not null))
          and not exists (select from job j where j.workspace_id = w.id and j.kind = 'drop-expired'
            and j.created_at > ${now()}::timestamptz - interval '20 hours')
      `.execute(tx)
      if (due.rows.length === 0) return 0
      await enqueueJob(tx, id, { id: uuidV7(now().getTime(), random), kind: 'drop-expired' })
      return 1
    })
  }
  return enqueued
}
