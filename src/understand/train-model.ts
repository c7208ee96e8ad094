import { sql } from 'kysely'
import type { LanguageDetector } from '#language/index.ts'
import type { Door, Transaction } from '#store/door.ts'
import { writeEvent } from '#store/outbox.ts'
import {
  type CorrectedPart,
  type Judgement,
  type RandomBytes,
  READING_PARTS,
  type Reader,
  type ReadingPart,
  seededChance,
} from '#vocabulary/index.ts'
import { sliceOf } from './audit-slices.ts'
import { type Comparison, compareModels } from './compare-models.ts'
import { judgementOf, type Truth, truthOf } from './judgement.ts'
import { type JudgedPost, learnDelta } from './learn-delta.ts'
import { applyDelta, type ModelDelta, nameOfModel, packDelta, unpackDelta } from './model-delta.ts'
import { isUsedPost } from './privacy/stopped.ts'
import { createReader } from './reader.ts'
import type { ReaderModel } from './reader-model.ts'
import { holdWorkspace } from './remove-topics.ts'
import { promote } from './run-model.ts'
import { wholeText } from './understanding.ts'

/** What training works with. */
export interface TrainingParts {
  base: ReaderModel
  detector: LanguageDetector
  now: () => Date
  random: RandomBytes
}

interface Candidate {
  version: number
  requestedBy: string | null
}

/**
 * Trains the candidate with this id from what members said, compares it with the running model on
 * the audits that select, and promotes it where it surely reads better; otherwise it is refused, with its scores.
 * Records `model.promoted` or `model.refused`. Does nothing for a candidate that is gone. CPU for
 * seconds: for a thread of its own.
 */
export async function trainModel(
  door: Door,
  workspaceId: string,
  candidateId: string,
  parts: TrainingParts,
): Promise<Comparison | null> {
  const run = <T>(work: (tx: Transaction) => Promise<T>) =>
    door.inWorkspace(workspaceId, work, 'background')
  const candidate = await run((tx) => findCandidate(tx, workspaceId, candidateId))
  if (candidate === undefined) return null
  const material = await run((tx) => gather(tx, workspaceId))
  const delta = learnFrom(parts, material, candidate.version)
  const { version } = candidate
  const readers = {
    base: createReader(parts.detector, parts.base),
    before: readerBefore(parts, material.running),
    after: createReader(parts.detector, applyDelta(parts.base, delta, version)),
  }
  const comparison = compareReaders(readers, material.selecting)
  const learnt = { ...candidate, id: candidateId, delta, comparison, count: material.judged.length }
  await run((tx) => conclude(tx, workspaceId, learnt, material.running.version, parts))
  return comparison
}

async function findCandidate(
  tx: Transaction,
  workspaceId: string,
  id: string,
): Promise<Candidate | undefined> {
  const { rows } = await sql<Candidate>`
    select version, requested_by as "requestedBy" from reader_model
    where workspace_id = ${workspaceId} and id = ${id} and state = 'candidate'
  `.execute(tx)
  return rows[0]
}

interface JudgedText {
  text: string
  lang: string
}

interface Material {
  /** In the order of their ids. */
  judged: (JudgedText & { truth: Truth })[]
  /** Recent posts that nobody judged. */
  others: JudgedText[]
  /** Audits that choose between models. */
  selecting: (JudgedText & { truth: Judgement })[]
  running: { version: number; delta: Buffer | null }
}

async function gather(tx: Transaction, workspaceId: string): Promise<Material> {
  const judged = await judgedPosts(tx, workspaceId)
  const others = await otherPosts(tx, workspaceId, Math.min(OTHERS_MAX, 2 * judged.length))
  const selecting = await selectingAudits(tx, workspaceId)
  const { rows } = await sql<Material['running']>`
    select w.reader_version as version, m.delta from workspace w
    left join reader_model m on m.workspace_id = w.id and m.version = w.reader_version
  `.execute(tx)
  return { judged, others, selecting, running: rows[0] ?? { version: 0, delta: null } }
}

interface PostRow {
  id: string
  title: string | null
  text: string
  lang: string
}

const POST = sql`p.activity_id as id, p.title, p.text, r.lang`
/** Posts that are audits train nothing, wherever else they were judged. */
const NO_AUDIT = sql`not exists (select from audit_item a
  where a.workspace_id = r.workspace_id and a.activity_id = r.activity_id and a.queue = 'audit')
  and ${isUsedPost(sql`r.activity_id`)}`

/** What members said of posts as they read now: answers of the learning queue, and corrections above them. */
async function judgedPosts(tx: Transaction, workspaceId: string): Promise<Material['judged']> {
  const answered = await sql<PostRow & { truth: Judgement }>`
    select ${POST}, i.truth from audit_item i
    join reading r on r.workspace_id = i.workspace_id and r.activity_id = i.activity_id
      and r.revision = i.revision
    join post p on p.workspace_id = r.workspace_id and p.activity_id = r.activity_id
    where i.workspace_id = ${workspaceId} and i.queue = 'learning' and i.answered_at is not null
      and ${NO_AUDIT}
  `.execute(tx)
  const corrected = await sql<PostRow & { part: CorrectedPart; value: string }>`
    select ${POST}, c.part, c.value from correction c
    join reading r on r.workspace_id = c.workspace_id and r.activity_id = c.activity_id
      and r.revision = c.revision
    join post p on p.workspace_id = r.workspace_id and p.activity_id = r.activity_id
    where c.workspace_id = ${workspaceId} and c.undone_at is null and c.origin <> 'audit'
      and ${NO_AUDIT}
  `.execute(tx)
  const posts = new Map<string, Material['judged'][number]>()
  for (const row of answered.rows) posts.set(row.id, { ...textOf(row), truth: truthOf(row.truth) })
  for (const row of corrected.rows) {
    const known = posts.get(row.id) ?? { ...textOf(row), truth: {} }
    posts.set(row.id, { ...known, truth: { ...known.truth, [row.part]: row.value } })
  }
  return [...posts].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, post]) => post)
}

function textOf(row: PostRow): JudgedText {
  return { text: wholeText(row), lang: row.lang }
}

/** Recent posts whose reading should stay as it is. */
const OTHERS_MAX = 1_000

async function otherPosts(
  tx: Transaction,
  workspaceId: string,
  count: number,
): Promise<JudgedText[]> {
  const { rows } = await sql<PostRow>`
    select ${POST} from reading r
    join post p on p.workspace_id = r.workspace_id and p.activity_id = r.activity_id
    where r.workspace_id = ${workspaceId} and r.corrected_by is null and ${NO_AUDIT}
    order by r.activity_id desc limit ${count}
  `.execute(tx)
  return rows.map(textOf)
}

async function selectingAudits(
  tx: Transaction,
  workspaceId: string,
): Promise<Material['selecting']> {
  const { rows } = await sql<PostRow & { truth: Judgement }>`
    select ${POST}, i.truth from audit_item i
    join reading r on r.workspace_id = i.workspace_id and r.activity_id = i.activity_id
      and r.revision = i.revision
    join post p on p.workspace_id = r.workspace_id and p.activity_id = r.activity_id
    where i.workspace_id = ${workspaceId} and i.queue = 'audit' and i.answered_at is not null
    order by i.activity_id
  `.execute(tx)
  return rows
    .filter(({ id }) => sliceOf(id) === 'selecting')
    .map((row) => ({ ...textOf(row), truth: row.truth }))
}

/** A reading of the base that nobody objected to counts so much against what a person said. */
const OTHER_WEIGHT = 0.2

function learnFrom(
  { base, detector }: TrainingParts,
  { judged, others }: Material,
  seed: number,
): ModelDelta {
  const reader = createReader(detector, base)
  const posts = learningPosts(reader, judged, others)
  return learnDelta(base, posts, seededChance(seed, 'train-model'))
}

/**
 * What a model learns from: what people said, and, so that it stays a reader of everything else, what
 * the base is sure of about posts that nobody objected to.
 */
export function learningPosts(
  reader: Reader,
  judged: readonly Omit<JudgedPost, 'weight'>[],
  others: readonly JudgedText[],
): JudgedPost[] {
  return [
    ...judged.map((post) => ({ ...post, weight: 1 })),
    ...others.map(({ text, lang }) => {
      return { text, lang, truth: sureOf(reader, { text, lang }), weight: OTHER_WEIGHT }
    }),
  ]
}

/** What a reader says of a text, without what it leaves open. */
function sureOf(reader: Reader, { text, lang }: JudgedText): Truth {
  const reading = reader.read(text, { lang })
  const truth: Truth = truthOf(judgementOf(reading))
  const open = new Set<ReadingPart>(reading.unsure)
  const sure = READING_PARTS.filter((part) => !open.has(part))
  return Object.fromEntries(sure.map((part) => [part, truth[part]]))
}

/** The reader that runs: the base where the running delta was learnt on another. */
function readerBefore({ base, detector }: TrainingParts, running: Material['running']): Reader {
  const delta = running.delta === null ? null : unpackDelta(running.delta)
  if (delta === null || delta.base !== base.name) return createReader(detector, base)
  return createReader(detector, applyDelta(base, delta, running.version))
}

function compareReaders(
  readers: Record<'base' | 'before' | 'after', Reader>,
  selecting: Material['selecting'],
): Comparison {
  const compared = selecting.map((post) => {
    const said = (reader: Reader) => judgementOf(reader.read(post.text, { lang: post.lang }))
    const { base, before, after } = readers
    return { truth: post.truth, base: said(base), before: said(before), after: said(after) }
  })
  return compareModels(compared)
}

interface Learnt extends Candidate {
  id: string
  delta: ModelDelta
  comparison: Comparison
  count: number
}

/** Writes what was learnt. A model that was chosen meanwhile makes the comparison worthless: it fails, and is tried again. */
async function conclude(
  tx: Transaction,
  workspaceId: string,
  { id, version, requestedBy, delta, comparison, count }: Learnt,
  runningVersion: number,
  { now, random }: TrainingParts,
): Promise<void> {
  await holdWorkspace(tx)
  const workspace = await tx
    .selectFrom('workspace')
    .select('reader_version')
    .executeTakeFirstOrThrow()
  if (workspace.reader_version !== runningVersion) {
    throw new Error('Another model was chosen while this one was compared')
  }
  const { numUpdatedRows } = await tx
    .updateTable('reader_model')
    .set({ delta: packDelta(delta), base: delta.base, corrections: count, trained_at: now() })
    .set({ scores: JSON.stringify(comparison.scores), state: 'refused', reason: comparison.reason })
    .set({ compared: comparison.audits, better: comparison.better, worse: comparison.worse })
    .where('workspace_id', '=', workspaceId)
    .where('id', '=', id)
    .where('state', '=', 'candidate')
    .executeTakeFirst()
  if (numUpdatedRows === 0n) return
  const change = { authorId: requestedBy, now: now(), random }
  if (comparison.reason === 'better') {
    await promote(tx, workspaceId, { version, base: delta.base, reason: 'better' }, change)
    return
  }
  const detail = [`model=${nameOfModel(delta.base, version)}`, `reason=${comparison.reason}`]
  const refused = { name: 'model.refused', subjectId: id, detail, authorId: requestedBy }
  await writeEvent(tx, workspaceId, refused)
}
