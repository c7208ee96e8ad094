import { sql } from 'kysely'
import type { Batch, Contribution, ListenStep } from '#listen/index.ts'
import { insertRows } from '#store/insert-rows.ts'
import { NIL_UUID } from '#vocabulary/index.ts'
import { dayIn } from './day-of.ts'
import { moveJourneyStages } from './journey-stages.ts'

/**
 * Brings the derived tables up to the batch: counts are summed in memory and added in sorted key
 * order, so that two batches never wait for each other in a circle.
 */
export const rollUpStep: ListenStep = {
  name: 'roll-up',
  run: async (batch) => {
    if (batch.contributions.length === 0) return
    const dayOf = dayIn(batch.timeZone)
    await addReadingDays(batch, dayOf)
    await addActivityDays(batch, dayOf)
    await addPersonSummaries(batch)
    await moveJourneyStages(batch)
  },
}

/** Sums signed counts by key; keys come out sorted, zeros left out. */
function sumByKey<Item>(items: Iterable<{ parts: string[]; item: Item; count: number }>) {
  const sums = new Map<string, { parts: string[]; item: Item; count: number }>()
  for (const one of items) {
    const key = one.parts.join('\n')
    const sum = sums.get(key)
    if (sum === undefined) sums.set(key, { ...one })
    else sum.count += one.count
  }
  return [...sums]
    .filter(([, sum]) => sum.count !== 0)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, sum]) => sum)
}

const READING_DAY = {
  day: 'date',
  topic_id: 'uuid',
  channel_id: 'uuid',
  stage: 'text',
  stance: 'text',
  sentiment: 'text',
  posts: 'bigint',
} as const

async function addReadingDays(batch: Batch, dayOf: (at: Date) => string): Promise<void> {
  const cells = batch.contributions.flatMap((one) => readingCells(one, dayOf(one.publishedAt)))
  const rows = sumByKey(cells).map(({ parts, count }) => {
    const [day, topic_id, channel_id, stage, stance, sentiment] = parts
    return { day, topic_id, channel_id, stage, stance, sentiment, posts: count }
  })
  await insertRows(
    batch.tx,
    'reading_day',
    batch.workspaceId,
    READING_DAY,
    rows,
    sql`on conflict (workspace_id, day, topic_id, channel_id, stage, stance, sentiment)
      do update set posts = reading_day.posts + excluded.posts`,
  )
  if (rows.some((row) => row.posts < 0)) await dropEmpty(batch, 'reading_day', 'posts')
}

/** The nil topic counts every post once; each topic counts the posts that name it. */
function readingCells({ sign, channelId, reading }: Contribution, day: string) {
  if (reading === undefined) return []
  const { stage, stance, sentiment, topicIds } = reading
  return [NIL_UUID, ...topicIds].map((topic) => ({
    parts: [day, topic, channelId, stage, stance, sentiment],
    item: undefined,
    count: sign,
  }))
}

const ACTIVITY_DAY = {
  day: 'date',
  channel_id: 'uuid',
  type: 'text',
  activities: 'bigint',
} as const

async function addActivityDays(batch: Batch, dayOf: (at: Date) => string): Promise<void> {
  const cells = batch.contributions.map(({ sign, channelId, type, publishedAt }) => ({
    parts: [dayOf(publishedAt), channelId, type],
    item: undefined,
    count: sign,
  }))
  const rows = sumByKey(cells).map(({ parts: [day, channel_id, type], count }) => ({
    ...{ day, channel_id, type },
    activities: count,
  }))
  await insertRows(
    batch.tx,
    'activity_day',
    batch.workspaceId,
    ACTIVITY_DAY,
    rows,
    sql`on conflict (workspace_id, day, channel_id, type)
      do update set activities = activity_day.activities + excluded.activities`,
  )
  if (rows.some((row) => row.activities < 0)) await dropEmpty(batch, 'activity_day', 'activities')
}

async function dropEmpty(batch: Batch, table: string, count: string): Promise<void> {
  await sql`delete from ${sql.table(table)} where workspace_id = ${batch.workspaceId}
    and ${sql.ref(count)} = 0`.execute(batch.tx)
}

const PERSON_SUMMARY = {
  person_id: 'uuid',
  posts: 'bigint',
  activities: 'bigint',
  first_at: 'timestamptz',
  last_at: 'timestamptz',
} as const

interface Summary {
  posts: number
  activities: number
  firstAt: number
  lastAt: number
  isReduced: boolean
}

async function addPersonSummaries(batch: Batch): Promise<void> {
  const sums = new Map<string, Summary>()
  for (const one of batch.contributions) {
    const person = batch.personOfHandle.get(one.handleId) as string
    sums.set(person, addTo(sums.get(person), one))
  }
  const sorted = [...sums].sort(([a], [b]) => (a < b ? -1 : 1))
  const rows = sorted.map(([person_id, sum]) => ({
    person_id,
    posts: sum.posts,
    activities: sum.activities,
    first_at: new Date(sum.firstAt).toISOString(),
    last_at: new Date(sum.lastAt).toISOString(),
  }))
  await insertRows(
    batch.tx,
    'person_summary',
    batch.workspaceId,
    PERSON_SUMMARY,
    rows,
    sql`on conflict (workspace_id, person_id) do update set
      posts = person_summary.posts + excluded.posts,
      activities = person_summary.activities + excluded.activities,
      first_at = least(person_summary.first_at, excluded.first_at),
      last_at = greatest(person_summary.last_at, excluded.last_at)`,
  )
  await mendBounds(
    batch,
    sorted.filter(([, sum]) => sum.isReduced).map(([person]) => person),
  )
}

function addTo(sum: Summary | undefined, { sign, publishedAt, reading }: Contribution): Summary {
  const at = publishedAt.getTime()
  return {
    posts: (sum?.posts ?? 0) + (reading === undefined ? 0 : sign),
    activities: (sum?.activities ?? 0) + sign,
    firstAt: Math.min(sum?.firstAt ?? at, at),
    lastAt: Math.max(sum?.lastAt ?? at, at),
    isReduced: (sum?.isReduced ?? false) || sign < 0,
  }
}

/** Counts can be subtracted, a first and last time can't: they are read from the log again. */
async function mendBounds(batch: Batch, people: string[]): Promise<void> {
  if (people.length === 0) return
  await sql`
    update person_summary s set first_at = b.first_at, last_at = b.last_at
    from (
      select o.person_id, min(l.first_at) as first_at, max(l.last_at) as last_at
      from handle_ownership o cross join lateral (
        select min(a.published_at) as first_at, max(a.published_at) as last_at from activity a
        where a.workspace_id = o.workspace_id and a.handle_id = o.handle_id and a.deleted_at is null
      ) l
      where o.workspace_id = ${batch.workspaceId} and o.person_id = any(${people}::uuid[])
        and o.until is null
      group by o.person_id
    ) b
    where s.workspace_id = ${batch.workspaceId} and s.person_id = b.person_id and s.activities > 0
  `.execute(batch.tx)
  await sql`delete from person_summary where workspace_id = ${batch.workspaceId}
    and person_id = any(${people}::uuid[]) and activities = 0`.execute(batch.tx)
}
