import { sql } from 'kysely'
import pg from 'pg'
import { inject } from 'vitest'
import type { Transaction } from '#store/door.ts'
import { SUM_ROOTS } from './seed.ts'
import type { TestWorkspace } from './workspace.ts'

/** So many posts, by a tenth as many people, over 500 days; then statistics, as autovacuum makes them. */
export async function seedMany(workspace: TestWorkspace, posts: number): Promise<void> {
  const steps = [
    sql`insert into channel (workspace_id, id, kind, name)
      select own, gen_random_uuid(), 'feed', 'channel ' || i from generate_series(1, 3) i, ${OWN}`,
    sql`insert into topic (workspace_id, id, name, kind, applied_at)
      select own, gen_random_uuid(), 'topic ' || i, 'own', now() from generate_series(1, 5) i, ${OWN}`,
    sql`insert into person (workspace_id, id, display_name, sort_key, name_tokens)
      select own, md5(own::text || i)::uuid, 'Person ' || i, 'person ' || i,
        array_to_tsvector(array['person', 'p' || i]) from generate_series(1, ${posts / 10}) i, ${OWN}`,
    sql`insert into handle (workspace_id, id, platform, external_id, display_name)
      select workspace_id, id, 'mastodon', id::text, display_name from person`,
    sql`insert into handle_ownership (workspace_id, handle_id, person_id, reason)
      select workspace_id, id, id, 'born' from person`,
    ...logOf(posts),
    sql`insert into person_summary (workspace_id, person_id, posts, activities, first_at, last_at)
      select workspace_id, handle_id, count(*), count(*), min(published_at), max(published_at)
      from activity group by 1, 2`,
    SUM_ROOTS,
    sql`insert into journey_stage (workspace_id, person_id, topic_id, stage, stance, activity_id)
      select distinct on (a.handle_id, t.topic_id) a.workspace_id, a.handle_id, t.topic_id, t.stage,
        t.stance, t.activity_id from reading_topic t join activity a on a.id = t.activity_id
      where t.stage <> 'none' order by a.handle_id, t.topic_id, t.activity_id desc`,
    sql`insert into journey_move (workspace_id, person_id, topic_id, activity_id, from_stage, to_stage,
        stance, round, at)
      select workspace_id, handle_id, topic_id, activity_id, coalesce(before, 'none'), stage, stance, 1, published_at
      from (select t.*, a.handle_id, a.published_at, lag(t.stage) over (
          partition by a.handle_id, t.topic_id order by t.activity_id) as before
        from reading_topic t join activity a on a.id = t.activity_id where t.stage <> 'none') told
      where before is distinct from stage`,
  ]
  for (const step of steps) {
    const run = async (tx: Transaction) => {
      // Statistics are older than what has just been written: whole tables are no loop over rows.
      await sql`set local enable_nestloop = off`.execute(tx)
      await step.execute(tx)
    }
    await workspace.door.inWorkspace(workspace.id, run, 'background')
  }
  await analyse()
}

const OWN = sql`(select current_setting('enishi.workspace')::uuid as own) w`

/** Every post says 'common', one in a thousand 'rare', the oldest third 'old'. */
function logOf(posts: number) {
  return [
    sql`insert into activity (workspace_id, id, type, platform, external_key, channel_id, handle_id,
        published_at, arrived_at, content_hash)
      select own, (lpad(to_hex(ms), 12, '0') || '7000' || '8000' || lpad(to_hex(i), 12, '0'))::uuid, 'Create',
        'mastodon', i::text, c.ids[1 + i % 3], md5(own::text || (1 + i % ${posts / 10}))::uuid,
        to_timestamp(ms / 1000), to_timestamp(ms / 1000), '\\x00'
      from generate_series(1, ${posts}) i, ${OWN}, (select array_agg(id) as ids from channel) c,
        lateral (select 1700000000000 + i::bigint * 43200000000 / ${posts} as ms) m`,
    sql`insert into activity_source (workspace_id, platform, external_key_hash, activity_id)
      select workspace_id, platform, decode(md5(external_key), 'hex'), id from activity`,
    sql`insert into post (workspace_id, activity_id, text, tokens)
      select workspace_id, id, 'common ' || external_key, array_to_tsvector(array['common', 'n' || external_key]
        || case when external_key::int % 1000 = 0 then array['rare'] else '{}' end
        || case when external_key::int < ${posts / 3} then array['old'] else '{}' end) from activity`,
    sql`insert into reading (workspace_id, activity_id, revision, model, lang, lang_confidence, sentiment,
        sentiment_score, sentiment_confidence, stage, stage_confidence, stance,
        question, complaint, toxic, unsure)
      select workspace_id, id, 1, (array['many','many','old'])[1 + n / 11 % 3], (array['ja','ja','ja','en','fr'])[1 + n % 5], 1,
        (array['negative','neutral','positive'])[1 + n % 3], 0, 1,
        (array['none','none','none','discovery','evaluation'])[1 + n / 7 % 5], 1,
        (array['none','none','none','for'])[1 + n / 3 % 4],
        n % 6 = 0, n % 50 = 0, n % 97 = 0, case when n % 13 = 0 then array['stage'] else '{}' end
      from activity, lateral (select external_key::int * 31 % 1013 as n) s`,
    sql`insert into reading_topic (workspace_id, topic_id, activity_id, starts_at, ends_at, sentiment, stage, stance)
      select r.workspace_id, t.id, r.activity_id, 0, 1, r.sentiment, r.stage, r.stance
      from (select id, row_number() over (order by id) as n from topic) t
      join activity a on a.external_key::int % (t.n * 2) = 0 join reading r on r.activity_id = a.id`,
  ]
}

async function analyse(): Promise<void> {
  const client = new pg.Client(inject('databaseUrl'))
  await client.connect()
  await client.query('analyze')
  await client.end()
}
