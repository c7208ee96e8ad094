import type { Batch, Contribution, ListenStep } from '#listen/index.ts'
import { NIL_UUID } from '#vocabulary/index.ts'
import { addCounts, type CountTable } from './count-table.ts'
import { dayIn } from './day-of.ts'
import { addDays } from './day-table.ts'
import { INTENT_DAYS } from './intent-days.ts'
import { moveJourneys } from './move-journeys.ts'
import { addPersonSummaries } from './person-summaries.ts'
import type { Cell } from './sum-by-key.ts'
import { TOPIC_DAYS } from './topic-days.ts'

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
    await addDays(batch, TOPIC_DAYS, dayOf)
    await addDays(batch, INTENT_DAYS, dayOf)
    await addModelDays(batch, dayOf)
    await addActivityDays(batch, dayOf)
    await addPersonSummaries(batch)
    await moveJourneys(batch, dayOf)
  },
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

const MODEL_DAY: CountTable = {
  table: 'model_day',
  key: { topic_id: 'uuid', day: 'date', channel_id: 'uuid', model: 'text' },
  count: 'posts',
}

async function addModelDays(batch: Batch, dayOf: (at: Date) => string): Promise<void> {
  const cells = batch.contributions.flatMap((one) => modelCells(one, dayOf(one.publishedAt)))
  await addCounts(batch, MODEL_DAY, cells)
}

/** As of readings: the nil topic counts every post once. */
function modelCells({ sign, channelId, reading }: Contribution, day: string): Cell[] {
  if (reading === undefined) return []
  return [NIL_UUID, ...reading.topicIds].map((topic) => ({
    parts: [topic, day, channelId, reading.model],
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
