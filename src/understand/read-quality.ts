import { sql } from 'kysely'
import type { Transaction } from '#store/door.ts'
import type { JudgingQueue, ReadingPart } from '#vocabulary/index.ts'
import { type AuditSlice, sliceOf } from './audit-slices.ts'
import { type ReadBy, readByOf } from './model-days.ts'
import { nameOfModel, readerNameOf } from './model-delta.ts'
import { type ModelRun, readRuns } from './model-runs.ts'
import { AUDITS_MIN, type Audit, type LabelFigures, qualityFigures } from './quality-figures.ts'
import { type ModelInList, readModels } from './read-models.ts'
import type { BaseReader } from './run-model.ts'
import { type Lesson, type PartCounts, teachNext } from './teach-next.ts'
import { readVoteQuality, type VoteQuality } from './votes/read-vote-figures.ts'

/** How well posts are read, and what is done about it. */
export interface Quality {
  models: ModelInList[]
  /** Changes of the model, newest first, with how many posts each moved. */
  runs: ModelRun[]
  running: string
  canLearn: boolean
  /** Answered audits about texts as they are now, and of those what they are for. */
  audited: number
  slices: Record<AuditSlice, number>
  auditsMin: number
  /** From the reporting slice alone. */
  labels: LabelFigures[]
  /** What read the posts of those figures. */
  figuresReadBy: ReadBy
  corrections: { sinceModel: number; total: number }
  queue: Record<JudgingQueue, number>
  readBy: ReadBy
  rereading: { state: OpenState; done: number; total: number } | null
  training: { state: OpenState } | null
  teachNext: Lesson[]
  votes: VoteQuality | null
}

type OpenState = 'waiting' | 'running' | 'failed'

/** Linear in audits and corrections; posts are counted by the roll-up. */
export async function readQuality(
  tx: Transaction,
  workspaceId: string,
  base: BaseReader,
): Promise<Quality> {
  const models = await readModels(tx, workspaceId, base)
  const running = models.find(({ state }) => state === 'running')
  const name = running?.name ?? nameOfModel(base.name, 0)
  const audits = await answeredAudits(tx, workspaceId)
  const reporting = audits.filter(({ id }) => sliceOf(id) === 'reporting')
  const labels = qualityFigures(reporting)
  const slices = { reporting: reporting.length, selecting: audits.length - reporting.length }
  const readBy = await readByOf(tx)
  const corrected = await correctedParts(tx, workspaceId, running?.trainedAt ?? null)
  const corrections = await countJudged(tx, workspaceId, running?.trainedAt ?? null)
  const open = await openParts(tx, workspaceId)
  return {
    ...{ models, running: name, canLearn: corrections.total > 0 },
    ...{ audited: audits.length, slices, auditsMin: AUDITS_MIN, labels, readBy },
    figuresReadBy: countModels(reporting),
    corrections,
    runs: await readRuns(tx, workspaceId),
    queue: await countWaiting(tx, workspaceId),
    rereading: await rereading(tx, workspaceId, name, readBy),
    training: await training(tx, workspaceId),
    teachNext: teachNext(labels, corrected, open.counts, open.looked),
    votes: await readVoteQuality(tx, workspaceId),
  }
}

/** Audits about texts as they are now. */
async function answeredAudits(
  tx: Transaction,
  workspaceId: string,
): Promise<(Audit & { id: string; model: string })[]> {
  const { rows } = await sql<Audit & { id: string; model: string }>`
    select i.activity_id as id, i.model, i.lang, i.said, i.truth from audit_item i
    join reading r on r.workspace_id = i.workspace_id and r.activity_id = i.activity_id
      and r.revision = i.revision
    where i.workspace_id = ${workspaceId} and i.queue = 'audit' and i.answered_at is not null
  `.execute(tx)
  return rows
}

function countModels(audits: readonly { model: string }[]): ReadBy {
  const counts = Map.groupBy(audits, ({ model }) => model)
  return [...counts]
    .map(([model, { length: posts }]) => ({ model, posts }))
    .sort((a, b) => b.posts - a.posts || (a.model < b.model ? -1 : 1))
}

/** Posts that were judged: corrected, or answered in the learning queue. */
async function countJudged(
  tx: Transaction,
  workspaceId: string,
  since: string | null,
): Promise<Quality['corrections']> {
  const { rows } = await sql<Quality['corrections']>`
    select count(*) as total,
      count(*) filter (where ${since}::timestamptz is null or at > ${since}::timestamptz)
        as "sinceModel"
    from (
      select activity_id, max(at) as at from (
        select activity_id, made_at as at from correction
        where workspace_id = ${workspaceId} and undone_at is null and origin <> 'audit'
        union all
        select activity_id, answered_at from audit_item
        where workspace_id = ${workspaceId} and queue = 'learning' and answered_at is not null
      ) said group by activity_id
    ) judged
  `.execute(tx)
  return rows[0] ?? { total: 0, sinceModel: 0 }
}

async function correctedParts(
  tx: Transaction,
  workspaceId: string,
  since: string | null,
): Promise<PartCounts> {
  const { rows } = await sql<{ part: ReadingPart; posts: number }>`
    select part, count(*) as posts from correction
    where workspace_id = ${workspaceId} and undone_at is null and value <> was and part <> 'other'
      and (${since}::timestamptz is null or made_at > ${since}::timestamptz)
    group by part
  `.execute(tx)
  return Object.fromEntries(rows.map(({ part, posts }) => [part, posts]))
}

/** The newest posts of which it is counted what was left open. */
const LOOKED_AT = 1_000

async function openParts(
  tx: Transaction,
  workspaceId: string,
): Promise<{ counts: PartCounts; looked: number }> {
  const { rows } = await sql<{ part: ReadingPart | null; posts: number }>`
    with newest as materialized (
      select unsure from reading where workspace_id = ${workspaceId}
      order by activity_id desc limit ${LOOKED_AT})
    select part, count(*) as posts from newest cross join lateral unnest(unsure) as part group by part
    union all select null, count(*) from newest
  `.execute(tx)
  const looked = rows.find(({ part }) => part === null)?.posts ?? 0
  const counts = rows.flatMap(({ part, posts }) => (part === null ? [] : [[part, posts] as const]))
  return { counts: Object.fromEntries(counts), looked }
}

async function countWaiting(tx: Transaction, workspaceId: string): Promise<Quality['queue']> {
  const { rows } = await sql<{ queue: JudgingQueue; posts: number }>`
    select i.queue, count(*) as posts from audit_item i
    join reading r on r.workspace_id = i.workspace_id and r.activity_id = i.activity_id
      and r.revision = i.revision
    where i.workspace_id = ${workspaceId} and i.answered_at is null and i.skipped_at is null
    group by i.queue
  `.execute(tx)
  const of = (queue: JudgingQueue) => rows.find((row) => row.queue === queue)?.posts ?? 0
  return { audit: of('audit'), learning: of('learning') }
}

async function rereading(
  tx: Transaction,
  workspaceId: string,
  running: string,
  readBy: Quality['readBy'],
): Promise<Quality['rereading']> {
  const state = await openState(tx, workspaceId, 'read-again')
  if (state === null) return null
  const total = readBy.reduce((sum, { posts }) => sum + posts, 0)
  const own = readBy.filter(({ model }) => readerNameOf(model) === running)
  const done = own.reduce((sum, { posts }) => sum + posts, 0)
  return { state, done, total }
}

async function training(tx: Transaction, workspaceId: string): Promise<Quality['training']> {
  const state = await openState(tx, workspaceId, 'train-model')
  return state === null ? null : { state }
}

/** Of the latest job of a kind; null where it is done or there is none. */
async function openState(
  tx: Transaction,
  workspaceId: string,
  kind: 'read-again' | 'train-model',
): Promise<OpenState | null> {
  const job = await tx
    .selectFrom('job')
    .select('state')
    .where('workspace_id', '=', workspaceId)
    .where('kind', '=', kind)
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst()
  return job === undefined || job.state === 'done' ? null : job.state
}
