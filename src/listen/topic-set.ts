import { sql } from 'kysely'
import type { Transaction } from '#store/door.ts'
import type { TopicSet } from './batch.ts'

/** The topics of the transaction's workspace with their aliases, the revision they stand at, and what reads. */
export async function loadTopicSet(tx: Transaction): Promise<TopicSet> {
  const { rows } = await sql<Required<TopicSet>>`
    select w.topics_revision as revision,
      json_build_object('workspaceId', w.id, 'version', w.reader_version) as reader, coalesce((
      select json_agg(json_build_object('id', t.id, 'name', t.name, 'aliases', coalesce((
        select json_agg(a.alias order by a.alias) from topic_alias a
        where a.workspace_id = t.workspace_id and a.topic_id = t.id), '[]')) order by t.id)
      from topic t where t.workspace_id = w.id and t.deleted_at is null), '[]') as topics
    from workspace w
  `.execute(tx)
  return rows[0] as TopicSet
}
