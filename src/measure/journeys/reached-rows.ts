import { type RawBuilder, sql } from 'kysely'
import type { Transaction } from '#store/door.ts'
import { type ReachedBy, uuidV7Floor } from '#vocabulary/index.ts'
import type { Moment } from './draw-controls.ts'

/** The days before a move in which somebody is reached. */
export const BEFORE_DAYS = 7
/** The days in which own posts may still be answered, and that tell how busy somebody is. */
const OWN_DAYS = 28
const DAY_MS = 86_400_000
const OWN_POSTS_MAX = 20
const FOLLOWED_MAX = 50
const BUSY_MAX = 10

/** The latest touch of one kind through one channel that came before a moment. */
export interface Reached {
  /** Which of the moments. */
  row: number
  by: ReachedBy
  channelId: string
  activityId: string
}

/** A `with` list of the moments, `moment`, and the accounts behind their people today, `own`. */
function withMoments(moments: readonly Moment[]): RawBuilder<unknown> {
  const floor = (days: number) => moments.map(({ atMs }) => uuidV7Floor(atMs - days * DAY_MS))
  return sql`
    with moment as materialized (
      select * from unnest(${moments.map((_, row) => row)}::integer[],
        ${moments.map(({ personId }) => personId)}::uuid[], ${floor(OWN_DAYS)}::uuid[],
        ${floor(BEFORE_DAYS)}::uuid[], ${floor(0)}::uuid[],
        ${moments.map(({ atMs }) => new Date(atMs))}::timestamptz[])
        as moment (row, person_id, own_from, reached_from, until, at)
    ), own as materialized (
      select wanted.person_id, o.handle_id from (select distinct person_id from moment) wanted
      cross join lateral (
        select wanted.person_id as id
        union all
        select p.id from person p where p.merged_into = wanted.person_id) original
      cross join lateral (
        select h.handle_id from handle_ownership h
        where h.person_id = original.id and h.until is null offset 0) o
    )`
}

/** How many activities each had in the four weeks before, ten at most. */
export async function countOwnActivities(
  tx: Transaction,
  moments: readonly Moment[],
): Promise<number[]> {
  const { rows } = await sql<{ row: number; activities: number }>`
    ${withMoments(moments)}
    select moment.row, count(act.id)::integer as activities
    from moment join own using (person_id)
    cross join lateral (
      select a.id from activity a where a.handle_id = own.handle_id
        and a.id >= moment.own_from and a.id < moment.until limit ${BUSY_MAX}) act
    group by moment.row`.execute(tx)
  const found = new Map(rows.map(({ row, activities }) => [row, activities]))
  return moments.map((_, row) => found.get(row) ?? 0)
}

/**
 * What reached each of the people in the week before their moment: answers to, shares and likes of
 * what they had said in the four weeks before; mentions; what others said in threads that they spoke
 * in; posts about the topic by whom they follow; posts that they opened. Each moment looks up a
 * bounded number of rows by index, so the work is linear in their number.
 */
export async function readReached(
  tx: Transaction,
  topic: string,
  moments: readonly Moment[],
): Promise<Reached[]> {
  const { rows } = await sql<Reached>`
    ${withMoments(moments)}, mine as materialized (
      select moment.*, own.handle_id, act.id as act_id, act.thread_hash
      from moment join own using (person_id)
      cross join lateral (
        select a.id, a.thread_hash from activity a where a.handle_id = own.handle_id
          and a.id >= moment.own_from and a.id < moment.until and a.type = 'Create'
        order by a.id desc limit ${OWN_POSTS_MAX}) act
    ), touch (row, by, id, channel_id, handle_id, person_id) as (
      select mine.row, case c.type when 'Create' then 'answer' when 'Announce' then 'share'
        else 'like' end, c.id, c.channel_id, c.handle_id, mine.person_id
      from mine
      cross join lateral (
        select s.platform, s.external_key_hash from activity_source s
        where s.activity_id = mine.act_id offset 0) source
      cross join lateral (
        select a.id, a.type, a.channel_id, a.handle_id from activity a
        where a.parent_hash = source.external_key_hash and a.platform = source.platform
          and a.id >= mine.reached_from and a.id < mine.until
          and a.type in ('Create', 'Announce', 'Like') and a.deleted_at is null
        limit 20) c
      union all
      select mine.row, 'thread', c.id, c.channel_id, c.handle_id, mine.person_id
      from mine cross join lateral (
        select a.id, a.channel_id, a.handle_id from activity a
        where a.thread_hash = mine.thread_hash and a.type = 'Create' and a.deleted_at is null
          and a.id >= mine.reached_from and a.id < mine.until and a.id > mine.act_id
        order by a.id desc limit 20) c
      union all
      select moment.row, 'mention', c.id, c.channel_id, c.handle_id, moment.person_id
      from moment join own using (person_id)
      cross join lateral (
        select n.activity_id from activity_mention n where n.handle_id = own.handle_id
          and n.activity_id >= moment.reached_from and n.activity_id < moment.until limit 20) named
      cross join lateral (
        select a.id, a.channel_id, a.handle_id from activity a
        where a.id = named.activity_id and a.deleted_at is null offset 0) c
      union all
      select moment.row, 'followed', c.id, c.channel_id, c.handle_id, moment.person_id
      from moment join own using (person_id)
      cross join lateral (
        select t.to_handle_id from tie t where t.from_handle_id = own.handle_id and t.follows > 0
          and t.day <= moment.at::date limit ${FOLLOWED_MAX}) followed
      cross join lateral (
        select a.id, a.channel_id, a.handle_id from activity a
        where a.handle_id = followed.to_handle_id and a.type = 'Create' and a.deleted_at is null
          and a.id >= moment.reached_from and a.id < moment.until offset 0) c
      cross join lateral (
        select 1 from reading_topic r where r.topic_id = ${topic}::uuid and r.activity_id = c.id
        offset 0) about
      union all
      select moment.row, 'opened', c.id, c.channel_id, null, moment.person_id
      from moment join own using (person_id)
      cross join lateral (
        select a.id, a.channel_id from activity a where a.handle_id = own.handle_id
          and a.type = 'View' and a.id >= moment.reached_from and a.id < moment.until limit 20) c
    )
    select touch.row, touch.by, touch.channel_id as "channelId",
      (array_agg(touch.id order by touch.id desc))[1] as "activityId"
    from touch
    where not exists (select 1 from own where own.person_id = touch.person_id
      and own.handle_id = touch.handle_id)
    group by 1, 2, 3`.execute(tx)
  return rows
}
