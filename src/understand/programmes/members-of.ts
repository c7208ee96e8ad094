import { type RawBuilder, sql } from 'kysely'

/** The nearer end of a quarter of the rhythm and a week: so long before and after the day one is `due`. */
const LEEWAY = sql`least(7, rhythm_days / 4)`

/**
 * `good`: the next contact is not near; `due`: it is about now; `overdue`: it is past; `lapsing`: a
 * whole rhythm more has gone by.
 */
const HEALTH = sql`case when late_days < -${LEEWAY} then 'good' when late_days <= ${LEEWAY} then 'due'
  when late_days <= rhythm_days then 'overdue' else 'lapsing' end`

/** Recommendations older than this are not thanked for any more. */
const THANKED_WITHIN_DAYS = 365

/** `uuidV7Floor` of the beginning of a day. */
const floorOf = (day: RawBuilder<unknown>) => sql`
  (lpad(to_hex((extract(epoch from ${day}::timestamp at time zone w.time_zone) * 1000)::bigint), 12, '0')
    || repeat('0', 20))::uuid`

/**
 * The days of the contacts that were kept anywhere else, in the workspace's time zone, with these
 * original persons or with this organisation: they count in every programme.
 */
export function contactDays(
  originals: RawBuilder<unknown>,
  organisation: RawBuilder<unknown>,
): RawBuilder<unknown> {
  return sql`
    select (c.at at time zone w.time_zone)::date as on_day, c.id, c.kind, c.summary, c.author_id
    from workspace w cross join lateral (
      select c.* from contact_person there
      cross join lateral (select * from contact where contact.id = there.contact_id offset 0) c
      where there.person_id = any(${originals})
      union
      select * from contact where contact.organisation_id = ${organisation}) c`
}

/**
 * Who is in the programmes (`only`: a condition on `programme g`) on a day: everybody who holds its
 * relation, merged persons as one, with owner, rhythm, last and next contact and how it stands. Of
 * advocates, with the posts in which they recommended us since we last gave something back.
 */
export function membersOf(only: RawBuilder<unknown>, today: string): RawBuilder<unknown> {
  return sql`
    select member.*, ${HEALTH} as health from (
      select held.programme_id, held.person_id, held.organisation_id, held.since,
        case when own.owner_id is null then held.owner_id else own.owner_id end as owner_id,
        plan.rhythm_days, contact.last_on,
        case when plan.is_agreed then own.next_on else plan.start_on + plan.rhythm_days end as next_on,
        plan.is_agreed,
        ${today}::date - case when plan.is_agreed then own.next_on
          else plan.start_on + plan.rhythm_days end as late_days,
        thanks.on_day as thanked_on, thanks.what as thanked_with,
        owed.posts as owed_posts, owed.newest as owed_newest
      from (
        select g.id as programme_id, g.kind, g.owner_id, g.rhythm_days as usual_days,
          case when p.merged_into is null then p.id else p.merged_into end as person_id,
          r.organisation_id, min(r.since) as since, min(r.created_at::date) as entered_on
        from programme g join relation r on r.workspace_id = g.workspace_id and r.kind = g.kind
          and r.until is null
        left join lateral (select * from person where person.id = r.person_id offset 0) p on true
        where ${only} group by 1, 2, 3, 4, 5, 6
      ) held
      cross join lateral (
        select array(select held.person_id where held.person_id is not null union all
          select m.id from person m where m.merged_into = held.person_id) as ids) original
      left join lateral (
        select * from programme_member m where m.programme_id = held.programme_id
          and (m.person_id = any(original.ids) or m.organisation_id = held.organisation_id)
        order by m.person_id is distinct from held.person_id, m.id limit 1) own on true
      cross join lateral (
        select max(c.on_day) as last_on from (
          select on_day from programme_contact where programme_id = held.programme_id
            and (person_id = any(original.ids) or organisation_id = held.organisation_id)
          union all
          select on_day from (${contactDays(sql`original.ids`, sql`held.organisation_id`)}) kept
        ) c where c.on_day <= ${today}::date) contact
      left join lateral (
        select c.on_day, c.what from programme_contact c where c.programme_id = held.programme_id
          and c.is_thanks and (c.person_id = any(original.ids) or c.organisation_id = held.organisation_id)
        order by c.on_day desc, c.id desc limit 1) thanks on true
      cross join lateral (
        select case when own.rhythm_days is null then held.usual_days else own.rhythm_days end as rhythm_days,
          coalesce(contact.last_on, held.since, held.entered_on) as start_on,
          coalesce(own.next_on is not null
            and (contact.last_on is null or own.next_on > contact.last_on), false) as is_agreed
      ) plan
      left join lateral (
        select count(*)::integer as posts, (array_agg(told.id order by told.id desc))[1] as newest from (
          select distinct a.id from unnest(original.ids) as o(id) join workspace w on true
          cross join lateral (
            select handle_id from handle_ownership h where h.person_id = o.id and h.until is null offset 0) h
          cross join lateral (
            select id from activity where activity.handle_id = h.handle_id and activity.deleted_at is null
              and activity.id >= ${floorOf(sql`greatest(thanks.on_day + 1, ${today}::date - ${sql.lit(THANKED_WITHIN_DAYS)})`)}
            offset 0) a
          cross join lateral (
            select 1 from reading_topic t join topic on topic.id = t.topic_id and topic.kind = 'own'
              and topic.deleted_at is null
            where t.activity_id = a.id and t.stage = 'recommendation' and t.stance = 'for'
            offset 0) said
        ) told
      ) owed on held.kind = 'advocate' and held.person_id is not null
    ) member`
}
