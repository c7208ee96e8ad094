import { sql } from 'kysely'
import type { Transaction } from '#store/door.ts'

/** Found anew after a day at the latest, if anything was said; sooner after so many new posts. */
const DAILY_HOURS = 20
const NEW_POSTS_MIN = 50

/**
 * The topics whose opinions are worth finding anew: never looked at, looked at yesterday, or talked
 * about since by fifty posts and a tenth of what was there. Topics with a job in line are left out.
 */
export async function dueTopics(tx: Transaction, now: Date): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select t.id from topic t
    left join opinion_run run on run.workspace_id = t.workspace_id and run.topic_id = t.id
    cross join lateral (select count(*) as posts from (
      select from reading_topic said where said.workspace_id = t.workspace_id
        and said.topic_id = t.id
        and (run.newest_id is null or said.activity_id > run.newest_id)
      limit 5000) newer) fresh
    where t.deleted_at is null and t.applied_at is not null and fresh.posts > 0
      and (run.topic_id is null
        or run.grouped_at < ${now}::timestamptz - make_interval(hours => ${DAILY_HOURS})
        or fresh.posts >= ${NEW_POSTS_MIN} and fresh.posts * 10 >= run.posts)
      and not exists (select from job j where j.workspace_id = t.workspace_id
        and j.kind = 'group-opinions' and j.subject_id = t.id and j.state in ('waiting', 'running'))
    order by t.id
  `.execute(tx)
  return rows.map(({ id }) => id)
}
