import { sql } from 'kysely'
import type { TestWorkspace } from './workspace.ts'

/**
 * All that a workspace's log holds, without what differs from run to run (ids, times of arrival):
 * two runs that heard the same say the same.
 */
export async function logState(workspace: TestWorkspace): Promise<Record<string, unknown[]>> {
  const queries: Record<string, ReturnType<typeof sql>> = {
    activities: sql`
      select a.platform, a.external_key, a.type, h.external_id as handle, a.published_at, a.edited_at,
        a.deleted_at is not null as is_deleted, a.revision, a.url, a.parent_key, a.thread_key,
        o.external_id as object, p.title, p.text, p.is_excerpt, p.tags, p.tokens::text as tokens,
        r.lang, r.sentiment, r.stage, r.stance, r.model, r.revision as read_revision,
        r.question, r.complaint, r.toxic, r.likelihoods, r.novelty, r.unsure
      from activity a join handle h on h.workspace_id = a.workspace_id and h.id = a.handle_id
      left join handle o on o.workspace_id = a.workspace_id and o.id = a.object_handle_id
      left join post p on p.workspace_id = a.workspace_id and p.activity_id = a.id
      left join reading r on r.workspace_id = a.workspace_id and r.activity_id = a.id
      order by 1, 2`,
    topics: sql`
      select a.external_key, t.topic_id, t.starts_at, t.ends_at, t.stage from reading_topic t
      join activity a on a.workspace_id = t.workspace_id and a.id = t.activity_id order by 1, 2`,
    handles: sql`
      select h.platform, h.external_id, h.username, h.display_name, h.url, h.kind,
        h.deleted_at is not null as is_deleted, p.display_name as person, p.name_tokens::text as tokens
      from handle h join handle_person hp on hp.workspace_id = h.workspace_id and hp.handle_id = h.id
      join person p on p.workspace_id = hp.workspace_id and p.id = hp.person_id order by 1, 2`,
    mentions: sql`
      select a.external_key, h.external_id from activity_mention m
      join activity a on a.workspace_id = m.workspace_id and a.id = m.activity_id
      join handle h on h.workspace_id = m.workspace_id and h.id = m.handle_id order by 1, 2`,
    payloads: sql`
      select a.external_key, p.revision, p.format, p.encoding, md5(p.body) as body from payload p
      join activity a on a.workspace_id = p.workspace_id and a.id = p.activity_id order by 1, 2`,
    sources: sql`
      select platform, encode(external_key_hash, 'hex') as hash from activity_source order by 1, 2`,
    days: sql`
      select day, topic_id, stage, stance, sentiment, sum(posts) as posts from reading_day
      group by 1, 2, 3, 4, 5 order by 1, 2, 3, 4, 5`,
    days_of_topics: sql`
      select topic_id, day, sum(posts) as posts, sum(negative) as negative, sum(satisfaction) as satisfied
      from topic_day where channel_id = '00000000-0000-0000-0000-000000000000' group by 1, 2 order by 1, 2`,
    days_of_intents: sql`
      select topic_id, day, question, complaint, churn, toxic from intent_day
      where channel_id = '00000000-0000-0000-0000-000000000000' order by 1, 2`,
    people: sql`
      select p.display_name, s.posts, s.activities, s.first_at, s.last_at from person_summary s
      join person p on p.workspace_id = s.workspace_id and p.id = s.person_id order by 1, 2, 3, 4`,
    journeys: sql`
      select p.display_name, j.topic_id, j.stage, j.stance, a.external_key from journey_stage j
      join person p on p.workspace_id = j.workspace_id and p.id = j.person_id
      join activity a on a.workspace_id = j.workspace_id and a.id = j.activity_id order by 1, 2`,
    moves: sql`
      select p.display_name, j.topic_id, j.from_stage, j.to_stage, j.stance, j.round, a.external_key
      from journey_move j join person p on p.workspace_id = j.workspace_id and p.id = j.person_id
      join activity a on a.workspace_id = j.workspace_id and a.id = j.activity_id order by 1, 2, j.activity_id`,
    days_of_moves: sql`
      select topic_id, day, from_stage, to_stage, stance, moves from move_day order by 1, 2, 3, 4, 5`,
  }
  const state: Record<string, unknown[]> = {}
  for (const [name, query] of Object.entries(queries)) {
    const { rows } = await workspace.door.inWorkspace(
      workspace.id,
      (tx) => query.execute(tx),
      'background',
    )
    state[name] = rows
  }
  return state
}
