import { type RawBuilder, sql } from 'kysely'
import { idRange } from '#listen/index.ts'
import type { Transaction } from '#store/door.ts'
import { NIL_UUID, type Sentiment, type StageOrNone } from '#vocabulary/index.ts'
import { voicesOf } from './voices-of.ts'

/** The posts of these days (of the workspace's time zone) whose voices are counted. */
export interface VoicesFilter {
  from: string
  to: string
  topic?: string | undefined
  channel?: string | undefined
  sentiment?: Sentiment | undefined
  stage?: StageOrNone | undefined
}

/** Who speaks in a span of days. Persons who speak on two days are one voice of each, and one of all. */
export interface Voices {
  from: string
  to: string
  /** When copies were last looked for; later posts copy nobody yet. Null: never. */
  copiesFoundAt: string | null
  /** Null: more posts than are counted at once; narrow the days, the topic or the channel. */
  total: number | null
  days: { day: string; voices: number }[]
  topics: { id: string; voices: number }[]
}

/** Beyond so many posts the answer would keep a reader waiting. */
const POSTS_MAX = 100_000

/** Voices of a span in all, by day and by topic. Throws `bad-input` where a day is none. */
export async function readVoices(tx: Transaction, filter: VoicesFilter): Promise<Voices> {
  const { from, to } = filter
  const copiesFoundAt = await lastSearch(tx)
  const none = { from, to, copiesFoundAt, total: null, days: [], topics: [] }
  if ((await countPosts(tx, filter)) > POSTS_MAX) return none
  const said = await saidIn(tx, filter)
  const found = await voicesOf(
    tx,
    sql`with posts as materialized (${said})
      select ${sql.lit(ALL)} as key, person_id, activity_id from posts
      union all select ${sql.lit(DAY)} || day, person_id, activity_id from posts
      union all select ${sql.lit(TOPIC)} || t.topic_id, person_id, posts.activity_id from posts
        cross join lateral (
          select one.topic_id from reading_topic one
          where one.activity_id = posts.activity_id offset 0) t`,
  )
  const ofKind = (kind: string) =>
    [...found].flatMap(([key, voices]) =>
      key.startsWith(kind) ? [{ name: key.slice(kind.length), voices }] : [],
    )
  return {
    ...{ from, to, copiesFoundAt, total: found.get(ALL) ?? 0 },
    days: ofKind(DAY).map(({ name, voices }) => ({ day: name, voices })),
    topics: ofKind(TOPIC).map(({ name, voices }) => ({ id: name, voices })),
  }
}

/** Voices of one span alone; null where it has more posts than are counted at once. */
export async function countVoicesIn(tx: Transaction, filter: VoicesFilter): Promise<number | null> {
  if ((await countPosts(tx, filter)) > POSTS_MAX) return null
  const said = await saidIn(tx, filter)
  const all = sql`select ${sql.lit(ALL)} as key, person_id, activity_id from (${said}) posts`
  return (await voicesOf(tx, all)).get(ALL) ?? 0
}

/** Of each topic, who ever spoke of it. Topics beyond what is counted at once, the loudest, are missing. */
export async function readTopicVoices(tx: Transaction): Promise<{ id: string; voices: number }[]> {
  const { rows } = await sql<{ id: string }>`
    select id from (
      select t.id, sum(sum(d.posts)) over (order by sum(d.posts), t.id) as so_far
      from topic t join topic_day d on d.channel_id = ${NIL_UUID}::uuid and d.topic_id = t.id
      where t.deleted_at is null group by t.id) sorted
    where so_far <= ${POSTS_MAX}`.execute(tx)
  const counted = rows.map(({ id }) => id)
  const found = await voicesOf(
    tx,
    sql`select t.topic_id::text as key, person.person_id, t.activity_id
      from reading_topic t
      join activity a on a.workspace_id = t.workspace_id and a.id = t.activity_id
      join handle_person person on person.workspace_id = a.workspace_id
        and person.handle_id = a.handle_id
      where t.topic_id = any(${counted}::uuid[]) and a.deleted_at is null`,
  )
  return counted.map((id) => ({ id, voices: found.get(id) ?? 0 }))
}

const ALL = 'all'
const DAY = 'day '
const TOPIC = 'topic '

/** Who said what when: the posts that the roll-ups count, read from the log. */
async function saidIn(tx: Transaction, filter: VoicesFilter): Promise<RawBuilder<unknown>> {
  const { floor, before } = await idRange(tx, filter, undefined)
  const { topic, channel, sentiment, stage } = filter
  const wanted = [sql`a.id >= ${floor}::uuid`, sql`a.id < ${before}::uuid`]
  wanted.push(sql`a.deleted_at is null`)
  if (channel !== undefined) wanted.push(sql`a.channel_id = ${channel}::uuid`)
  const said = [sql`one.workspace_id = a.workspace_id`, sql`one.activity_id = a.id`]
  if (sentiment !== undefined) said.push(sql`one.sentiment = ${sentiment}`)
  if (stage !== undefined) said.push(sql`one.stage = ${stage}`)
  if (topic !== undefined) {
    wanted.push(sql`exists (select from reading_topic named
      where named.topic_id = ${topic}::uuid and named.activity_id = a.id)`)
  }
  return sql`select a.id as activity_id, person.person_id,
      (a.published_at at time zone w.time_zone)::date::text as day
    from activity a
    join workspace w on w.id = a.workspace_id
    -- Post by post: the planner, which sees no bound there, would else read all of them.
    cross join lateral (
      select 1 from reading one where ${sql.join(said, sql` and `)} offset 0) r
    cross join lateral (
      select one.person_id from handle_person one
      where one.workspace_id = a.workspace_id and one.handle_id = a.handle_id offset 0) person
    where ${sql.join(wanted, sql` and `)}`
}

/** From the roll-ups, which cost nothing. */
async function countPosts(
  tx: Transaction,
  { from, to, topic = NIL_UUID, channel = NIL_UUID }: VoicesFilter,
): Promise<number> {
  const { rows } = await sql<{ posts: number }>`
    select coalesce(sum(posts), 0)::bigint as posts from topic_day
    where channel_id = ${channel}::uuid and topic_id = ${topic}::uuid
      and day >= ${from}::date and day <= ${to}::date`.execute(tx)
  return rows[0]?.posts ?? 0
}

async function lastSearch(tx: Transaction): Promise<string | null> {
  const run = await tx.selectFrom('copy_run').select('grouped_at').executeTakeFirst()
  return run?.grouped_at.toISOString() ?? null
}
