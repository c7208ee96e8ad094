import { sql } from 'kysely'
import type { Batch, Contribution, ListenStep } from '#listen/index.ts'
import { type ColumnForm, insertRows } from '#store/insert-rows.ts'
import { NIL_UUID } from '#vocabulary/index.ts'
import { dayIn } from './day-of.ts'
import { moveJourneyStages } from './journey-stages.ts'
import { addPersonSummaries } from './person-summaries.ts'
import { type Cell, sumByKey } from './sum-by-key.ts'
import { addTopicDays } from './topic-days.ts'

/**
 * Brings the derived tables up to the batch: counts are summed in memory and added in sorted key
 * order, table after table, so that two batches never wait for each other in a circle.
 */
export const rollUpStep: ListenStep = {
  name: 'roll-up',
  run: async (batch) => {
    if (batch.contributions.length === 0) return
    const dayOf = dayIn(batch.timeZone)
    await addReadingDays(batch, dayOf)
    await addTopicDays(batch, dayOf)
    await addActivityDays(batch, dayOf)
    await addPersonSummaries(batch)
    await moveJourneyStages(batch)
  },
}

/** A table of counts: the columns of its key within the workspace, then the count. */
interface CountTable {
  table: 'reading_day' | 'activity_day'
  key: Record<string, ColumnForm>
  count: string
}

const READING_DAY: CountTable = {
  table: 'reading_day',
  key: {
    day: 'date',
    topic_id: 'uuid',
    channel_id: 'uuid',
    stage: 'text',
    stance: 'text',
    sentiment: 'text',
  },
  count: 'posts',
}

async function addReadingDays(batch: Batch, dayOf: (at: Date) => string): Promise<void> {
  const cells = batch.contributions.flatMap((one) => readingCells(one, dayOf(one.publishedAt)))
  await addCounts(batch, READING_DAY, cells)
}

/** The nil topic counts every post once; each topic counts the posts that name it. */
function readingCells({ sign, channelId, reading }: Contribution, day: string): Cell[] {
  if (reading === undefined) return []
  const { stage, stance, sentiment, topicIds } = reading
  return [NIL_UUID, ...topicIds].map((topic) => ({
    parts: [day, topic, channelId, stage, stance, sentiment],
    count: sign,
  }))
}

const ACTIVITY_DAY: CountTable = {
  table: 'activity_day',
  key: { day: 'date', channel_id: 'uuid', type: 'text' },
  count: 'activities',
}

async function addActivityDays(batch: Batch, dayOf: (at: Date) => string): Promise<void> {
  const cells = batch.contributions.map(({ sign, channelId, type, publishedAt }) => ({
    parts: [dayOf(publishedAt), channelId, type],
    count: sign,
  }))
  await addCounts(batch, ACTIVITY_DAY, cells)
}

async function addCounts(batch: Batch, to: CountTable, cells: Cell[]): Promise<void> {
  const sums = sumByKey(cells)
  const names = Object.keys(to.key)
  const rows = sums.map(({ parts, count }) => ({
    ...Object.fromEntries(names.map((name, i) => [name, parts[i]])),
    [to.count]: count,
  }))
  const [table, count] = [sql.table(to.table), sql.ref(to.count)]
  await insertRows(
    batch.tx,
    to.table,
    batch.workspaceId,
    { ...to.key, [to.count]: 'bigint' },
    rows,
    sql`on conflict (workspace_id, ${sql.join(names.map((name) => sql.ref(name)))})
      do update set ${count} = ${table}.${count} + excluded.${count}`,
  )
  await dropEmpty(
    batch,
    to,
    sums.filter((sum) => sum.count < 0),
  )
}

/** Of the cells that were reduced, those that count nothing any more. */
async function dropEmpty(batch: Batch, from: CountTable, reduced: Cell[]): Promise<void> {
  if (reduced.length === 0) return
  const names = Object.keys(from.key)
  const arrays = names.map(
    (name, i) => sql`${reduced.map(({ parts }) => parts[i])}::${sql.raw(from.key[name] ?? '')}[]`,
  )
  const isCell = names.map((name) => sql`d.${sql.ref(name)} = k.${sql.ref(name)}`)
  await sql`
    delete from ${sql.table(from.table)} d
    using unnest(${sql.join(arrays)}) as k(${sql.join(names.map((name) => sql.ref(name)))})
    where d.workspace_id = ${batch.workspaceId} and ${sql.join(isCell, sql` and `)}
      and d.${sql.ref(from.count)} = 0`.execute(batch.tx)
}
