import { sql } from 'kysely'
import type { Transaction } from '#store/door.ts'

/** What an activity is about, and what it answers. */
export interface ActivityTopics {
  id: string
  parentId: string | null
  topicIds: string[]
}

/**
 * Topics of activities: those that they name, else those of what they answer, because an answer
 * ("I have it, it is great") seldom names what the question did.
 */
export async function readActivityTopics(
  tx: Transaction,
  ids: readonly string[],
): Promise<ActivityTopics[]> {
  const { rows } = await sql<ActivityTopics & { ofParent: string[] }>`
    select a.id, p.id as "parentId", ${topicsOf('a.id')} as "topicIds",
      ${topicsOf('p.id')} as "ofParent"
    from unnest(${[...ids]}::uuid[]) as wanted (id)
    cross join lateral (select * from activity a where a.id = wanted.id offset 0) a
    left join lateral (
      select s.activity_id from activity_source s where s.workspace_id = a.workspace_id
        and s.platform = a.platform and s.external_key_hash = a.parent_hash limit 1) s on true
    left join lateral (
      select p.id from activity p where p.workspace_id = a.workspace_id and p.id = s.activity_id
        and p.deleted_at is null limit 1) p on true`.execute(tx)
  return rows.map(({ ofParent, ...row }) =>
    row.topicIds.length > 0 ? row : { ...row, topicIds: ofParent },
  )
}

function topicsOf(id: string) {
  return sql`array(select r.topic_id::text from reading_topic r
    join topic t on t.workspace_id = r.workspace_id and t.id = r.topic_id and t.deleted_at is null
    where r.activity_id = ${sql.ref(id)} order by 1)`
}
