import { sql } from 'kysely'
import type { Transaction } from '#store/door.ts'
import {
  addDays,
  daysBetween,
  EnishiError,
  FIRST_DAY,
  INTENTS,
  type Intent,
  NIL_UUID,
  type Sentiment,
  type StageOrNone,
  type TopicKind,
} from '#vocabulary/index.ts'
import { type ReadBy, readByOf } from './model-days.ts'
import { readBounds } from './read-bounds.ts'

/** Numbers of posts; the parts of each kind sum up to `posts`. */
export interface PostCounts {
  posts: number
  bySentiment: Record<Sentiment, number>
  byStage: Record<StageOrNone, number>
}

/** Numbers of posts by what they want; any number of intents may hold for one post. */
export interface PostCountsByIntent {
  byIntent: Record<Intent, number>
  toxic: number
}

/** What happened in a span of days (of the workspace's time zone), against the span before it. */
export interface Overview {
  from: string
  to: string
  /** Days of the first and the last post; null without any. */
  firstDay: string | null
  lastDay: string | null
  total: PostCounts & PostCountsByIntent
  before: PostCounts & PostCountsByIntent
  /** Every day of the span, with or without posts. */
  days: (PostCounts & { day: string })[]
  /** Most posts first. */
  topics: (PostCounts & { id: string; name: string; kind: TopicKind })[]
  /** What read the posts that are counted here. */
  readBy: ReadBy
}

export interface OverviewFilter {
  from?: string | undefined
  to?: string | undefined
  topic?: string | undefined
  channel?: string | undefined
}

const SPAN_DAYS_DEFAULT = 28
/** More days than this fit into no chart, and a year 9999 would ask for millions. */
const SPAN_DAYS_MAX = 3_660

/**
 * Volume, sentiment and stages by day and by topic. Without dates: the 28 days that end with the
 * last post (or with today). Throws `bad-input` for a span that ends before it begins or is longer
 * than ten years.
 */
export async function readOverview(
  tx: Transaction,
  filter: OverviewFilter,
  now: Date,
): Promise<Overview> {
  const { firstDay, lastDay, today } = await readBounds(tx, now)
  const to = filter.to ?? later(filter.from, lastDay ?? today)
  const from = filter.from ?? addDays(to, 1 - SPAN_DAYS_DEFAULT)
  const length = spanDays(from, to)
  const beforeTo = addDays(from, -1)
  const known = await readDays(tx, filter, addDays(from, -length), to)
  const days = Array.from({ length }, (_, i) => {
    const day = addDays(from, i)
    return { day, ...showCounts(known.get(day) ?? NONE) }
  })
  const beforeFrom = [...known].filter(([day]) => day < from).map(([, counts]) => counts)
  const inSpan = [...known].filter(([day]) => day >= from).map(([, counts]) => counts)
  const topics = await readTopicCounts(tx, filter, from, to)
  const total = { ...showCounts(sumUp(inSpan)), ...(await readIntents(tx, filter, from, to)) }
  const before = {
    ...showCounts(sumUp(beforeFrom)),
    ...(await readIntents(tx, filter, addDays(from, -length), beforeTo)),
  }
  const { topic, channel } = filter
  const readBy = await readByOf(tx, { topic, channel, from, to })
  return { from, to, firstDay, lastDay, total, before, days, topics, readBy }
}

function later(from: string | undefined, day: string): string {
  return from !== undefined && from > day ? from : day
}

function spanDays(from: string, to: string): number {
  const days = daysBetween(from, to) + 1
  const isUsable = days >= 1 && days <= SPAN_DAYS_MAX && from >= FIRST_DAY
  if (isUsable) return days
  throw new EnishiError(
    'bad-input',
    {
      en: `The span from ${from} to ${to} must have 1 to ${SPAN_DAYS_MAX} days.`,
      ja: `期間（${from} から ${to}）は 1 日以上 ${SPAN_DAYS_MAX} 日以下にしてください。`,
    },
    { field: 'to' },
  )
}

const COUNTED = [
  'posts',
  'negative',
  'neutral',
  'positive',
  'no_stage',
  'discovery',
  'evaluation',
  'recommendation',
  'satisfaction',
] as const
type CountRow = Record<(typeof COUNTED)[number], number>

const NONE = Object.fromEntries(COUNTED.map((name) => [name, 0])) as CountRow

async function readDays(
  tx: Transaction,
  { topic = NIL_UUID, channel = NIL_UUID }: OverviewFilter,
  from: string,
  to: string,
): Promise<Map<string, CountRow>> {
  const rows = await tx
    .selectFrom('topic_day')
    .select(['day', ...COUNTED])
    .where('channel_id', '=', channel)
    .where('topic_id', '=', topic)
    .where('day', '>=', from)
    .where('day', '<=', to)
    .execute()
  return new Map(rows.map((row) => [row.day, row]))
}

const WANTED = [...INTENTS, 'toxic'] as const

async function readIntents(
  tx: Transaction,
  { topic = NIL_UUID, channel = NIL_UUID }: OverviewFilter,
  from: string,
  to: string,
): Promise<PostCountsByIntent> {
  const sums = WANTED.map(
    (name) => sql`coalesce(sum(${sql.ref(name)}), 0)::bigint as ${sql.ref(name)}`,
  )
  const { rows } = await sql<Record<Intent | 'toxic', number>>`
    select ${sql.join(sums)} from intent_day
    where channel_id = ${channel}::uuid and topic_id = ${topic}::uuid
      and day >= ${from}::date and day <= ${to}::date
  `.execute(tx)
  const { toxic = 0, ...byIntent } = rows[0] ?? {}
  return { byIntent: byIntent as Record<Intent, number>, toxic }
}

function sumUp(rows: readonly CountRow[]): CountRow {
  const sum = { ...NONE }
  for (const row of rows) {
    for (const name of COUNTED) sum[name] += row[name]
  }
  return sum
}

type TopicCountRow = CountRow & { id: string; name: string; kind: TopicKind }

async function readTopicCounts(
  tx: Transaction,
  { topic, channel = NIL_UUID }: OverviewFilter,
  from: string,
  to: string,
): Promise<Overview['topics']> {
  const sums = sql.join(
    COUNTED.map((name) => sql`sum(d.${sql.ref(name)})::bigint as ${sql.ref(name)}`),
  )
  const wanted = topic === undefined ? sql`true` : sql`t.id = ${topic}::uuid`
  const { rows } = await sql<TopicCountRow>`
    select t.id, t.name, t.kind, counted.* from topic t
    cross join lateral (
      select ${sums} from topic_day d
      where d.channel_id = ${channel}::uuid and d.topic_id = t.id
        and d.day >= ${from}::date and d.day <= ${to}::date
    ) counted
    where t.deleted_at is null and ${wanted} and counted.posts > 0
    order by counted.posts desc, t.name
  `.execute(tx)
  return rows.map((row) => ({ id: row.id, name: row.name, kind: row.kind, ...showCounts(row) }))
}

function showCounts(row: CountRow): PostCounts {
  const { negative, neutral, positive } = row
  const { no_stage: none, discovery, evaluation, recommendation, satisfaction } = row
  return {
    posts: row.posts,
    bySentiment: { negative, neutral, positive },
    byStage: { none, discovery, evaluation, recommendation, satisfaction },
  }
}
