import { sql } from 'kysely'
import type { Transaction } from '#store/door.ts'

/** Found anew after a day at the latest, if anything was said; sooner after so many new posts. */
const DAILY_HOURS = 20
const NEW_POSTS_MIN = 50

/**
 * Whether copies are worth finding anew: never looked for, or yesterday and something was said since,
 * or fifty posts and a tenth of what was there. Not while a search waits or runs.
 */
export async function areCopiesDue(tx: Transaction, now: Date): Promise<boolean> {
  const { rows } = await sql`
    select from workspace w
    left join copy_run run on run.workspace_id = w.id
    cross join lateral (select count(*) as posts from (
      select from post p where p.workspace_id = w.id
        and (run.newest_id is null or p.activity_id > run.newest_id)
      limit 50000) newer) fresh
    where fresh.posts > 0
      and (run.workspace_id is null
        or run.grouped_at < ${now}::timestamptz - make_interval(hours => ${DAILY_HOURS})
        or fresh.posts >= ${NEW_POSTS_MIN} and (fresh.posts * 10 >= run.posts or fresh.posts >= 50000))
      and not exists (select from job j where j.workspace_id = w.id
        and j.kind = 'group-copies' and j.state in ('waiting', 'running'))
  `.execute(tx)
  return rows.length > 0
}
