import { sql } from 'kysely'
import {
  activityTimeMs,
  type Batch,
  type Heard,
  type ListenStep,
  type Understood,
} from '#listen/index.ts'
import { type ColumnForm, insertRows } from '#store/insert-rows.ts'
import { INTENTS, type IncomingActivity, type Intent, type Reading } from '#vocabulary/index.ts'
import { contributionsOf } from './take-back.ts'

/** Writes what was understood of new and edited posts, and notes it for the roll-ups. */
export const recordReadingsStep: ListenStep = { name: 'record-readings', run: recordReadings }

async function recordReadings(batch: Batch): Promise<void> {
  const changed = batch.heard.filter(
    (heard) => heard.plan?.kind === 'insert' || heard.plan?.kind === 'update',
  )
  const read = changed.filter((heard) => heard.understood !== undefined)
  await dropOldTopics(batch, changed)
  await insertRows(
    batch.tx,
    'reading',
    batch.workspaceId,
    READING_COLUMNS,
    read.map(readingRow),
    REPLACE,
  )
  const topics = read.flatMap((heard) => topicRows(heard))
  await insertRows(batch.tx, 'reading_topic', batch.workspaceId, TOPIC_COLUMNS, topics)
  const added = changed.filter((heard) => heard.plan?.kind === 'insert')
  batch.contributions.push(...added.map((heard) => contribution(batch, heard)))
  // An edit keeps author, channel and time of the first form, so the rows themselves are asked.
  const edited = changed.filter((heard) => heard.plan?.kind === 'update')
  const ids = edited.map((heard) => heard.activityId as string)
  batch.contributions.push(...(await contributionsOf(batch, ids, 1)))
}

/** The columns of a reading, as {@link columnsOfReading} fills them. */
export const READING_COLUMNS: Record<string, ColumnForm> = {
  activity_id: 'uuid',
  revision: 'integer',
  model: 'text',
  lang: 'text',
  lang_confidence: 'real',
  sentiment: 'text',
  sentiment_score: 'real',
  sentiment_confidence: 'real',
  stage: 'text',
  stage_confidence: 'real',
  stance: 'text',
  stance_confidence: 'real',
  ...(Object.fromEntries(INTENTS.map((intent) => [intent, 'boolean'])) as Record<
    Intent,
    'boolean'
  >),
  toxic: 'boolean',
  likelihoods: 'smallint[]',
  novelty: 'real',
  unsure: 'text[]',
}

/** What a reading is stored as; the likelihoods in percent, in the order of INTENTS, then toxicity. */
export function columnsOfReading(reading: Reading): Record<string, unknown> {
  const likely = [...INTENTS.map((intent) => reading.intents[intent]), reading.toxicity]
  return {
    model: reading.model,
    lang: reading.lang,
    lang_confidence: reading.langConfidence,
    sentiment: reading.sentiment,
    sentiment_score: reading.sentimentScore,
    sentiment_confidence: reading.sentimentConfidence,
    stage: reading.stage,
    stage_confidence: reading.stageConfidence,
    stance: reading.stance,
    stance_confidence: reading.stanceConfidence,
    ...Object.fromEntries(INTENTS.map((intent) => [intent, reading.asserted.includes(intent)])),
    toxic: reading.isToxic,
    likelihoods: likely.map((likelihood) => Math.round(likelihood * 100)),
    novelty: reading.novelty,
    unsure: reading.unsure,
  }
}

const REPLACED = Object.keys(READING_COLUMNS)
  .filter((name) => name !== 'activity_id')
  .map((name) => sql`${sql.ref(name)} = ${sql.ref(`excluded.${name}`)}`)

/** A member's correction outranks every model; an edited text is another text, so it is read anew. */
const REPLACE = sql`on conflict (workspace_id, activity_id) do update set
  ${sql.join(REPLACED)}, read_at = now(), corrected_by = null, other = null`

function readingRow(heard: Heard): Record<string, unknown> {
  const { reading } = heard.understood as Understood
  return {
    activity_id: heard.activityId,
    revision: heard.plan?.kind === 'update' ? heard.plan.revision : 1,
    ...columnsOfReading(reading),
  }
}

export const TOPIC_COLUMNS: Record<string, ColumnForm> = {
  topic_id: 'uuid',
  activity_id: 'uuid',
  starts_at: 'integer',
  ends_at: 'integer',
  sentiment: 'text',
  stage: 'text',
  stance: 'text',
  stage_open: 'boolean',
}

/** One row a topic: the first place where it is named. The post's stage holds for each topic. */
function topicRows(heard: Heard): Record<string, unknown>[] {
  const { reading, topics } = heard.understood as Understood
  const { sentiment, stage, stance } = reading
  const first = new Map(topics.toReversed().map((mention) => [mention.topicId, mention]))
  return [...first.values()].map((mention) => ({
    topic_id: mention.topicId,
    activity_id: heard.activityId,
    starts_at: mention.start,
    ends_at: mention.end,
    sentiment,
    stage,
    stance,
    stage_open: reading.unsure.includes('stage'),
  }))
}

async function dropOldTopics(batch: Batch, changed: Heard[]): Promise<void> {
  const edited = changed.filter((heard) => heard.plan?.kind === 'update')
  if (edited.length === 0) return
  await sql`delete from reading_topic where workspace_id = ${batch.workspaceId}
    and activity_id = any(${edited.map((heard) => heard.activityId)}::uuid[])`.execute(batch.tx)
}

function contribution(batch: Batch, heard: Heard): Batch['contributions'][number] {
  const arrival = heard.arrival as IncomingActivity
  const { understood } = heard
  return {
    sign: 1,
    activityId: heard.activityId as string,
    type: arrival.type,
    channelId: batch.channelId,
    handleId: heard.handleId as string,
    publishedAt: new Date(activityTimeMs(arrival, batch.arrivedAt)),
    reading: understood && {
      model: understood.reading.model,
      sentiment: understood.reading.sentiment,
      stage: understood.reading.stage,
      stance: understood.reading.stance,
      isStageOpen: understood.reading.unsure.includes('stage'),
      asserted: understood.reading.asserted,
      isToxic: understood.reading.isToxic,
      topicIds: [...new Set(understood.topics.map((mention) => mention.topicId))],
    },
  }
}
