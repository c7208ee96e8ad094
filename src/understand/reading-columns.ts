import { sql } from 'kysely'
import type { Transaction } from '#store/door.ts'
import { type ColumnForm, insertRows } from '#store/insert-rows.ts'
import {
  CORRECTED_PARTS,
  type CorrectedPart,
  INTENTS,
  type Judgement,
  type ReadingPart,
  type Sentiment,
  type StageOrNone,
  type Stance,
} from '#vocabulary/index.ts'
import { isIntent, type Truth } from './judgement.ts'
import { READING_COLUMNS } from './record-readings.ts'

/** A reading as its row holds it: columns by name, without whose it is. */
export interface ReadingColumns extends Record<string, unknown> {
  model: string
  lang: string
  novelty: number
  sentiment: Sentiment
  sentiment_score: number
  sentiment_confidence: number
  stage: StageOrNone
  stage_confidence: number
  stance: Stance
  /** Null (or missing, where it was kept earlier) before readers said so. */
  stance_confidence?: number | null
  toxic: boolean
  /** As a member said; null where nobody did. Models never say so. */
  other?: boolean | null
  /** Percent, in the order of INTENTS, then toxicity; null where a reader without intents read it. */
  likelihoods: number[] | null
  unsure: ReadingPart[]
}

/** A reading that is in the log. */
export interface StoredReading {
  activityId: string
  revision: number
  readAt: Date
  correctedBy: string | null
  columns: ReadingColumns
}

const SAID = Object.keys(READING_COLUMNS).filter(
  (name) => name !== 'activity_id' && name !== 'revision',
)

/** The readings of these posts, locked until the transaction ends; posts without one are missing. */
export async function lockReadings(
  tx: Transaction,
  workspaceId: string,
  ids: readonly string[],
): Promise<Map<string, StoredReading>> {
  const columns = sql.join(SAID.map((name) => sql.ref(name)))
  const { rows } = await sql<Record<string, unknown>>`
    select activity_id, revision, read_at, corrected_by, ${columns} from reading
    where workspace_id = ${workspaceId} and activity_id = any(${ids}::uuid[])
    order by activity_id for update
  `.execute(tx)
  return new Map(rows.map((row) => [row.activity_id as string, toStored(row)]))
}

function toStored(row: Record<string, unknown>): StoredReading {
  const { activity_id, revision, read_at, corrected_by, ...columns } = row
  return {
    activityId: activity_id as string,
    revision: revision as number,
    readAt: read_at as Date,
    correctedBy: corrected_by as string | null,
    columns: columns as ReadingColumns,
  }
}

const WRITTEN: Record<string, ColumnForm> = {
  ...READING_COLUMNS,
  read_at: 'timestamptz',
  corrected_by: 'uuid',
  other: 'boolean',
}

/** Replaces readings that are there, and what their topics show of them. */
export async function writeReadings(
  tx: Transaction,
  workspaceId: string,
  readings: readonly StoredReading[],
): Promise<void> {
  const replaced = Object.keys(WRITTEN)
    .filter((name) => name !== 'activity_id')
    .map((name) => sql`${sql.ref(name)} = ${sql.ref(`excluded.${name}`)}`)
  const rows = readings.map(({ activityId, revision, readAt, correctedBy, columns }) => ({
    ...columns,
    ...{ activity_id: activityId, revision },
    ...{ read_at: readAt.toISOString(), corrected_by: correctedBy },
  }))
  const replace = sql`on conflict (workspace_id, activity_id) do update set ${sql.join(replaced)}`
  await insertRows(tx, 'reading', workspaceId, WRITTEN, rows, replace)
  await sql`
    update reading_topic t set sentiment = r.sentiment, stage = r.stage, stance = r.stance,
      stage_open = 'stage' = any(r.unsure)
    from reading r
    where t.workspace_id = ${workspaceId} and t.activity_id = any(${rows.map((row) => row.activity_id)}::uuid[])
      and r.workspace_id = t.workspace_id and r.activity_id = t.activity_id
      and (t.sentiment, t.stage, t.stance, t.stage_open)
        is distinct from (r.sentiment, r.stage, r.stance, 'stage' = any(r.unsure))
  `.execute(tx)
}

/** What a reading says, part by part. */
export function judgementIn(columns: ReadingColumns): Judgement {
  return {
    sentiment: columns.sentiment,
    stage: columns.stage,
    stance: columns.stance,
    intents: INTENTS.filter((intent) => columns[intent] === true),
    toxicity: columns.toxic,
  }
}

/** A feeling that a member or a vote named has at least this strength. */
const SCORE_MIN = 0.5

/** A model's reading with what members corrected: certain, and no longer open. */
export function correctedColumns(said: ReadingColumns, corrections: Truth): ReadingColumns {
  const columns: ReadingColumns = {
    ...said,
    likelihoods: said.likelihoods?.slice() ?? null,
    other: null,
  }
  for (const part of CORRECTED_PARTS) {
    const value = corrections[part]
    if (value !== undefined) correctPart(columns, part, value)
  }
  columns.unsure = said.unsure.filter((part) => corrections[part] === undefined)
  return columns
}

function correctPart(columns: ReadingColumns, part: CorrectedPart, value: string): void {
  if (part === 'sentiment') {
    columns.sentiment = value as Sentiment
    columns.sentiment_score = scoreFor(columns.sentiment, columns.sentiment_score)
    columns.sentiment_confidence = 1
  } else if (part === 'stage') {
    columns.stage = value as StageOrNone
    columns.stage_confidence = 1
  } else if (part === 'stance') {
    columns.stance = value as Stance
    columns.stance_confidence = 1
  } else if (part === 'other') columns.other = value === 'yes'
  else {
    const holds = value === 'yes'
    columns[part === 'toxicity' ? 'toxic' : part] = holds
    const place = isIntent(part) ? INTENTS.indexOf(part) : INTENTS.length
    if (columns.likelihoods !== null) columns.likelihoods[place] = holds ? 100 : 0
  }
}

export function scoreFor(sentiment: Sentiment, score: number): number {
  if (sentiment === 'neutral') return 0
  return sentiment === 'positive' ? Math.max(SCORE_MIN, score) : Math.min(-SCORE_MIN, score)
}
