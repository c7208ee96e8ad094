import { type RawBuilder, sql } from 'kysely'
import { EnishiError, isUuid, SEGMENT_KINDS, type SegmentKind } from '#vocabulary/index.ts'

/** Some of the people on a journey. */
export interface Segment {
  kind: SegmentKind
  /** A kind of relation, a language, or the id of a channel, tag or community. */
  value: string
}

const FORMS: Record<SegmentKind, (value: string) => boolean> = {
  relation: (value) => /^[a-z-]{1,30}$/.test(value) || isUuid(value),
  language: (value) => /^[a-z]{2,3}$/.test(value),
  channel: isUuid,
  tag: isUuid,
  community: isUuid,
}

/** `relation:customer`, `language:ja`, `channel:<id>`, `tag:<id>`, `community:<id>`. Throws `bad-input` for anything else. */
export function readSegment(text: string): Segment {
  const [name = '', value = ''] = text.split(/:(.*)/s)
  const kind = SEGMENT_KINDS.find((one) => one === name)
  if (kind !== undefined && FORMS[kind](value)) return { kind, value }
  throw new EnishiError(
    'bad-input',
    {
      en: 'A segment is relation:customer, language:ja, or channel:…, tag:… or community:… with an id. Choose one on the page Journeys to see how it is written.',
      ja: '対象者は relation:customer、language:ja、channel:ID、tag:ID、community:ID のいずれかで指定してください。書き方はジャーニーの画面で選ぶとわかります。',
    },
    { field: 'segment' },
  )
}

/**
 * The people of the segment on the journeys of topics, as rows (topic_id, person_id), merges
 * resolved. What somebody is to us, their tags and communities are those of today; language and channel are those
 * of the post with which they came into the topic, so that nobody changes segments under way.
 */
export function peopleOfSegment(
  { kind, value }: Segment,
  topics: readonly string[],
): RawBuilder<unknown> {
  const wanted = sql`unnest(${topics}::uuid[]) as wanted (topic_id)`
  if (kind !== 'language' && kind !== 'channel') {
    const held = {
      relation: sql`select person_id from relation where kind = ${value} and until is null`,
      // The root's alone: a tag that was taken from merged people shows no more.
      tag: sql`select g.person_id from tagging g join person p on p.id = g.person_id
        and p.merged_into is null where g.tag_id = ${value}`,
      community: sql`select hp.person_id from community_member c
        join handle_person hp on hp.handle_id = c.handle_id where c.community_id = ${value}`,
    }[kind]
    return sql`
      select wanted.topic_id, root.person_id from (${held} and person_id is not null) held
      cross join lateral (
        select case when p.merged_into is null then p.id else p.merged_into end as person_id
        from person p where p.id = held.person_id offset 0) root
      cross join ${wanted}`
  }
  const shows =
    kind === 'language'
      ? sql`select 1 from reading r where r.activity_id = m.activity_id and r.lang = ${value}`
      : sql`select 1 from activity a where a.id = m.activity_id and a.channel_id = ${value}::uuid`
  return sql`
    select m.topic_id, m.person_id from journey_move m cross join lateral (${shows} offset 0) shown
    where m.topic_id = any(${topics}::uuid[]) and m.from_stage = 'none'`
}

/** The largest communities; of smaller ones too little is known to say how long people stay. */
const COMMUNITIES_MAX = 30

/**
 * The people on the journeys of a topic by segment, as rows (topic_id, person_id, value): as
 * `peopleOfSegment`, for every value of a kind at once. Somebody may be in several.
 */
export function peopleBySegment(kind: SegmentKind, topic: string): RawBuilder<unknown> {
  if (kind !== 'language' && kind !== 'channel') {
    const held = {
      relation: sql`select person_id, kind::text as value from relation where until is null`,
      tag: sql`select g.person_id, g.tag_id::text as value from tagging g join person p
        on p.id = g.person_id and p.merged_into is null`,
      community: sql`select hp.person_id, c.community_id::text as value from (select id from community
          where ended_at is null order by people desc, id limit ${COMMUNITIES_MAX}) large
        join community_member c on c.community_id = large.id
        join handle_person hp on hp.handle_id = c.handle_id`,
    }[kind]
    return sql`
      select distinct ${topic}::uuid as topic_id,
        case when p.merged_into is null then p.id else p.merged_into end as person_id, held.value
      from (${held}) held join person p on p.id = held.person_id`
  }
  const shows =
    kind === 'language'
      ? sql`select r.lang::text as value from reading r where r.activity_id = m.activity_id`
      : sql`select a.channel_id::text as value from activity a where a.id = m.activity_id`
  return sql`
    select distinct m.topic_id, m.person_id, shown.value
    from journey_move m cross join lateral (${shows} offset 0) shown
    where m.topic_id = ${topic}::uuid and m.from_stage = 'none'`
}
