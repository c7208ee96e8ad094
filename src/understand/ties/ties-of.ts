import { type RawBuilder, sql } from 'kysely'

/** The columns of `tie` that {@link tiesOf} answers, in its order. */
export const TIE_COLUMNS =
  'from_handle_id, to_handle_id, day, answers, mentions, shares, likes, follows'

/**
 * What activities (rows of `activity`, an expression) say of ties: who turned how often to whom, by
 * day in the workspace's time zone. An answer turns to the author of what it answers; a share or a
 * like to whom it names, else to the author of what it is of; nobody has a tie with themselves. Runs
 * inside one workspace; rows come out in the order of the key.
 */
export function tiesOf(activities: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`
    select from_id, to_id, day, sum(answers)::integer, sum(mentions)::integer, sum(shares)::integer,
      sum(likes)::integer, sum(follows)::integer
    from (
      select a.handle_id as from_id, target.id as to_id,
        (a.published_at at time zone w.time_zone)::date as day,
        (a.type = 'Create')::integer as answers, 0 as mentions, (a.type = 'Announce')::integer as shares,
        (a.type = 'Like')::integer as likes, (a.type = 'Follow')::integer as follows
      from ${activities} a join workspace w on w.id = a.workspace_id
      left join lateral (
        select s.activity_id from activity_source s where s.workspace_id = a.workspace_id
          and s.platform = a.platform and s.external_key_hash = a.parent_hash limit 1) s on true
      left join lateral (
        select p.handle_id from activity p where p.workspace_id = a.workspace_id
          and p.id = s.activity_id limit 1) p on true
      cross join lateral (select case when a.type = 'Create' then p.handle_id
        when a.object_handle_id is not null then a.object_handle_id
        when a.type <> 'Follow' then p.handle_id end as id) target
      where a.deleted_at is null and a.type in ('Create', 'Announce', 'Like', 'Follow')
        and (a.parent_hash is not null or a.object_handle_id is not null)
      union all
      select a.handle_id, m.handle_id, (a.published_at at time zone w.time_zone)::date, 0, 1, 0, 0, 0
      from ${activities} a join workspace w on w.id = a.workspace_id
      join activity_mention m on m.workspace_id = a.workspace_id and m.activity_id = a.id
      where a.deleted_at is null
    ) told
    where to_id is not null and to_id <> from_id
    group by 1, 2, 3 order by 1, 2, 3`
}
