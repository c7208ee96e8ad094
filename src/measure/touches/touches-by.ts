import { type RawBuilder, sql } from 'kysely'
import type { TouchKind } from '#vocabulary/index.ts'

/** What one activity shows of who was reached by what. */
export interface TouchRow {
  kind: TouchKind
  /** What reached somebody, and the activity that shows that it did. */
  activityId: string
  evidenceId: string
  actorHandleId: string
  /** Who was reached; null where all who followed `followedHandleId` by then were. */
  reachedHandleId: string | null
  followedHandleId: string | null
  channelId: string
  /** Where what reached somebody is no post and its topic is known otherwise: a link's. */
  topicId: string | null
  at: Date
}

/** Of a thread as many of the posts before are looked at. */
const THREAD_POSTS = 50
/** Types that tell of touches. */
export const TELLING_TYPES = ['Create', 'Announce', 'Like', 'View', 'Outcome'] as const

/**
 * The one definition of a touch: what activities (an expression of rows of `activity`) show of it, as
 * {@link TouchRow}, in no order, accounts not yet brought to people. Runs inside one workspace.
 *
 * - `reply`, `repost`, `quote` (a repost with words of its own), `like`, `click`: somebody acted on a
 *   post; that they did is the evidence, and its time the time of the touch.
 * - `mention`: a post names somebody or answers them; `thread`: it comes into a thread in which they
 *   spoke before (the last 50 posts, and whoever began it).
 * - `follow`: a post about a topic by somebody whom they follow, or passed on by somebody whom they
 *   follow; whose words it is remains the actor.
 * - `click`, `claim` told by an outcome (the click, the coupon, whoever referred): the outcome is the
 *   evidence, because without it nobody would know who clicked. So it never counts for this outcome,
 *   where those who did not buy could not show the same.
 */
export function touchesBy(activities: RawBuilder<unknown>): RawBuilder<TouchRow> {
  return sql`
    with act as materialized (${activities}),
    told as materialized (
      select a.workspace_id, a.id, a.type, a.platform, a.channel_id, a.handle_id, a.published_at,
        a.thread_hash, p.id as parent_id, p.handle_id as parent_handle_id,
        p.channel_id as parent_channel_id
      from act a
      left join lateral (
        select s.activity_id from activity_source s where s.workspace_id = a.workspace_id
          and s.platform = a.platform and s.external_key_hash = a.parent_hash limit 1) s on true
      left join lateral (
        select p.id, p.handle_id, p.channel_id from activity p where p.workspace_id = a.workspace_id
          and p.id = s.activity_id and p.deleted_at is null and p.type = 'Create' limit 1) p on true
      where a.deleted_at is null
    )
    select kind, activity_id as "activityId", evidence_id as "evidenceId",
      actor_id as "actorHandleId", reached_id as "reachedHandleId", followed_id as "followedHandleId",
      channel_id as "channelId", topic_id as "topicId", at
    from (${sql.join(BRANCHES, sql` union all `)})
      touch (kind, activity_id, evidence_id, actor_id, reached_id, followed_id, channel_id, topic_id, at)`
}

const NONE = sql`null::uuid`

/** Acts on a post of somebody else. */
const ACTED = sql`
  select case told.type when 'Like' then 'like' when 'View' then 'click' when 'Create' then 'reply'
      else case when exists (select from post w where w.workspace_id = told.workspace_id
        and w.activity_id = told.id and w.text <> '') then 'quote' else 'repost' end end,
    told.parent_id, told.id, told.parent_handle_id, told.handle_id, ${NONE}, told.parent_channel_id,
    ${NONE}, told.published_at
  from told where told.parent_id is not null and told.type in ('Create', 'Announce', 'Like', 'View')`

const NAMED = sql`
  select 'mention', told.id, told.id, told.handle_id, m.handle_id, ${NONE}, told.channel_id, ${NONE},
    told.published_at
  from told join activity_mention m on m.workspace_id = told.workspace_id and m.activity_id = told.id
  where told.type = 'Create'`

const ANSWERED = sql`
  select 'mention', told.id, told.id, told.handle_id, told.parent_handle_id, ${NONE}, told.channel_id,
    ${NONE}, told.published_at
  from told where told.type = 'Create' and told.parent_id is not null`

const SHARED_THREAD = sql`
  select 'thread', told.id, told.id, told.handle_id, spoke.handle_id, ${NONE}, told.channel_id, ${NONE},
    told.published_at
  from told cross join lateral (
    select t.handle_id from (
      select t.handle_id, t.platform, t.type, t.deleted_at from activity t
      where t.workspace_id = told.workspace_id and t.thread_hash = told.thread_hash and t.id < told.id
      order by t.id desc limit ${sql.lit(THREAD_POSTS)}) t
    where t.platform = told.platform and t.type = 'Create' and t.deleted_at is null
    union
    select r.handle_id from activity_source s
    join activity r on r.workspace_id = s.workspace_id and r.id = s.activity_id
    where s.workspace_id = told.workspace_id and s.platform = told.platform
      and s.external_key_hash = told.thread_hash and r.id < told.id and r.deleted_at is null
      and r.type = 'Create') spoke
  where told.type = 'Create' and told.thread_hash is not null`

/** Posts about a topic reach followers; what says nothing of one would reach them by the million. */
const isAbout = (id: string) => sql`exists (select from reading_topic about
  where about.workspace_id = told.workspace_id and about.activity_id = ${sql.ref(id)})`

const FOLLOWED = sql`
  select 'follow', told.id, told.id, told.handle_id, ${NONE}, told.handle_id, told.channel_id, ${NONE},
    told.published_at
  from told where told.type = 'Create' and (${isAbout('told.id')} or ${isAbout('told.parent_id')})`

const PASSED_ON = sql`
  select 'follow', told.parent_id, told.id, told.parent_handle_id, ${NONE}, told.handle_id,
    told.parent_channel_id, ${NONE}, told.published_at
  from told where told.type = 'Announce' and told.parent_id is not null
    and ${isAbout('told.parent_id')}`

/** Accounts of the one who is meant, the oldest of them. */
const CLAIMED = sql`
  select case c.class when 'click' then 'click' else 'claim' end,
    case when c.click_id is null then told.id else c.click_id end, told.id, meant.handle_id,
    told.handle_id, ${NONE},
    case when l.channel_id is null then told.channel_id else l.channel_id end, l.topic_id,
    told.published_at
  from told join claimed_touch c on c.workspace_id = told.workspace_id and c.outcome_id = told.id
  left join tracked_link l on l.workspace_id = c.workspace_id and l.id = c.link_id
  left join code k on k.workspace_id = c.workspace_id and k.id = c.code_id
  join person_root root on root.workspace_id = told.workspace_id and root.person_id =
    case when c.person_id is not null then c.person_id when l.person_id is not null then l.person_id
      else k.person_id end
  cross join lateral (
    select o.handle_id from (
      select root.root_id as id union all
      select m.id from person m where m.workspace_id = told.workspace_id
        and m.merged_into = root.root_id) original
    join handle_ownership o on o.workspace_id = told.workspace_id and o.person_id = original.id
      and o.until is null
    order by o.handle_id limit 1) meant
  where told.type = 'Outcome' and c.class in ('click', 'coupon', 'referral')`

const BRANCHES = [ACTED, NAMED, ANSWERED, SHARED_THREAD, FOLLOWED, PASSED_ON, CLAIMED]

/** Strongest first: of what one activity shows of one person, the strongest counts, once. */
export const KINDS_BY_STRENGTH = [
  'claim',
  'click',
  'quote',
  'repost',
  'reply',
  'like',
  'mention',
  'thread',
  'follow',
] as const satisfies readonly TouchKind[]
