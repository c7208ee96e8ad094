import { sql } from 'kysely'
import type { Transaction } from '#store/door.ts'
import { type EngagedBy, uuidV7Floor } from '#vocabulary/index.ts'
import { loadSides } from '../communities/sides.ts'

/** Something of ours that reached somebody, asked for or not. */
export interface Approach {
  /** Who it reached, as they are by now. */
  rootId: string
  at: Date
  by: Exclude<EngagedBy, 'told'>
  /** In public: where it was said and where what it answers was; elsewhere there is no channel. */
  channels: readonly string[]
  /** The post that it answers. */
  answers: string | null
}

/**
 * What we did towards people between two instants: tasks of plans that were finished, contacts that were
 * written down (those of programmes on the day given, as its end), and what our accounts said in answer to
 * somebody or naming them. The earliest first.
 */
export async function readApproaches(
  tx: Transaction,
  { since, now }: { since: Date; now: Date },
): Promise<Approach[]> {
  const written = await readWritten(tx, since, now)
  const said = await readAnswers(tx, since, now)
  return [...written, ...said].sort((a, b) => a.at.getTime() - b.at.getTime())
}

const ROOT = sql`case when p.merged_into is null then p.id else p.merged_into end`

async function readWritten(tx: Transaction, since: Date, now: Date): Promise<Approach[]> {
  const { rows } = await sql<Pick<Approach, 'rootId' | 'at' | 'by'>>`
    select ${ROOT} as "rootId", done.at, done.by from (
      select t.person_id, t.done_at as at, 'task' as by
      from engagement_plan_person c join task t on t.id = c.task_id
      where t.done_at > ${since} and t.person_id is not null
      union all
      select w.person_id, c.at, 'contact' from contact c
      join contact_person w on w.contact_id = c.id where c.at > ${since}
      union all
      select person_id, least(${now}::timestamptz,
        (on_day + 1)::timestamp at time zone (select time_zone from workspace)), 'contact'
      from programme_contact where person_id is not null and on_day >= ${since}::timestamptz::date
    ) done
    cross join lateral (select * from person where person.id = done.person_id offset 0) p
    where done.at > ${since} and done.at <= ${now}`.execute(tx)
  return rows.map((row) => ({ ...row, channels: [], answers: null }))
}

async function readAnswers(tx: Transaction, since: Date, now: Date): Promise<Approach[]> {
  const ours = [...(await loadSides(tx)).ours]
  if (ours.length === 0) return []
  const { rows } = await sql<Omit<Approach, 'by'>>`
    with ours as materialized (select id from unnest(${ours}::uuid[]) as o (id))
    select hp.person_id as "rootId", a.published_at as at, reached.answers,
      array_remove(array[a.channel_id, reached.channel_id], null) as channels
    from ours
    cross join lateral (select * from activity where activity.handle_id = ours.id
      and activity.id >= ${uuidV7Floor(since.getTime())}::uuid offset 0) a
    cross join lateral (
      select m.handle_id, null::uuid as answers, null::uuid as channel_id
      from activity_mention m where m.activity_id = a.id
      union all
      select answered.handle_id, answered.id, answered.channel_id from activity_source s
      cross join lateral (select * from activity where activity.id = s.activity_id offset 0) answered
      where s.platform = a.platform and s.external_key_hash = a.parent_hash
    ) reached
    cross join lateral (
      select * from handle_person where handle_person.handle_id = reached.handle_id offset 0) hp
    where a.type = 'Create' and a.deleted_at is null and a.published_at > ${since}
      and a.published_at <= ${now} and reached.handle_id not in (select id from ours)`.execute(tx)
  return rows.map((row) => ({ ...row, by: 'answer' }))
}
