import { sql } from 'kysely'
import type { Door, Transaction } from '#store/door.ts'
import { enqueueJob } from '#store/jobs.ts'
import { writeEvent } from '#store/outbox.ts'
import {
  EnishiError,
  type ModelReason,
  NIL_UUID,
  type RandomBytes,
  uuidV7,
} from '#vocabulary/index.ts'
import type { Change } from './change-topics.ts'
import { nameOfModel, readerNameOf } from './model-delta.ts'
import { noteRun } from './model-runs.ts'
import { holdWorkspace } from './remove-topics.ts'

/** The base that ships with this version. */
export interface BaseReader {
  /** As readings carry it. */
  name: string
}

type Chance = Pick<Change, 'now' | 'random'>

/**
 * Asks for a model to be trained from what members said; answers how far an earlier wish is where
 * there is one. Records `model.requested`. Throws `conflict` where there is nothing to learn from.
 */
export async function askToTrain(
  tx: Transaction,
  workspaceId: string,
  base: BaseReader,
  change: Change,
): Promise<'waiting' | 'running'> {
  await holdWorkspace(tx)
  const open = await openJob(tx, 'train-model')
  if (open !== undefined) return open
  if (!(await isAnythingJudged(tx, workspaceId))) throw nothingToLearn()
  await ensureBase(tx, workspaceId, base.name, change)
  const id = await addCandidate(tx, workspaceId, base.name, change)
  await putInLine(tx, workspaceId, 'train-model', change, id)
  const { authorId } = change
  await writeEvent(tx, workspaceId, { name: 'model.requested', subjectId: id, authorId })
  return 'waiting'
}

async function isAnythingJudged(tx: Transaction, workspaceId: string): Promise<boolean> {
  const { rows } = await sql`
    select 1 where exists (select from correction
        where workspace_id = ${workspaceId} and origin <> 'audit' and undone_at is null)
      or exists (select from audit_item
        where workspace_id = ${workspaceId} and queue = 'learning' and answered_at is not null)
  `.execute(tx)
  return rows.length > 0
}

/** The row of version 0; it runs where nothing else does. */
async function ensureBase(
  tx: Transaction,
  workspaceId: string,
  base: string,
  { now, random }: Chance,
): Promise<void> {
  await sql`
    insert into reader_model (workspace_id, id, version, base, state, corrections, scores, promoted_at)
    select ${workspaceId}::uuid, ${uuidV7(now.getTime(), random)}::uuid, 0, ${base},
      case when w.reader_version = 0 then 'running' else 'retired' end, 0, '[]', w.created_at
    from workspace w where w.id = ${workspaceId}
    on conflict (workspace_id, version) do update set base = excluded.base
  `.execute(tx)
}

/** One whose training was given up is taken up again. */
async function addCandidate(
  tx: Transaction,
  workspaceId: string,
  base: string,
  { authorId, now, random }: Change,
): Promise<string> {
  await sql`delete from reader_model where workspace_id = ${workspaceId} and state = 'candidate'`.execute(
    tx,
  )
  const id = uuidV7(now.getTime(), random)
  await sql`
    insert into reader_model
      (workspace_id, id, version, base, state, corrections, scores, requested_by)
    select ${workspaceId}::uuid, ${id}::uuid, 1 + max(version), ${base}, 'candidate', 0, '[]',
      ${authorId}::uuid
    from reader_model where workspace_id = ${workspaceId}
  `.execute(tx)
  return id
}

/**
 * Lets a model that ran before, or the base (version 0), read from now on; old posts are read again.
 * Records `model.promoted`. Throws `not-found`, and `conflict` for one that runs, was refused, or was
 * learnt on another base.
 */
export async function runModel(
  tx: Transaction,
  workspaceId: string,
  version: number,
  base: BaseReader,
  change: Change,
): Promise<void> {
  await holdWorkspace(tx)
  await ensureBase(tx, workspaceId, base.name, change)
  const model = await tx
    .selectFrom('reader_model')
    .select(['state', 'base'])
    .where('workspace_id', '=', workspaceId)
    .where('version', '=', version)
    .executeTakeFirst()
  if (model === undefined) throw noModel()
  if (model.state !== 'retired' || model.base !== base.name) throw mayNotRun()
  await promote(tx, workspaceId, { version, base: base.name, reason: 'chosen' }, change)
}

/** Puts a model in the place of the running one, and old posts in line. The workspace must be held. */
export async function promote(
  tx: Transaction,
  workspaceId: string,
  { version, base, reason }: { version: number; base: string; reason: ModelReason },
  change: Change,
): Promise<void> {
  const { authorId, now } = change
  const before = nameOfModel(base, await runningVersion(tx))
  await noteRun(tx, workspaceId, { model: nameOfModel(base, version), before, reason }, change)
  await sql`
    update reader_model set state = 'retired', retired_at = ${now}
    where workspace_id = ${workspaceId} and state = 'running'
  `.execute(tx)
  await sql`
    update reader_model set state = 'running', promoted_at = ${now}, retired_at = null,
      reason = ${reason}
    where workspace_id = ${workspaceId} and version = ${version}
  `.execute(tx)
  await sql`update workspace set reader_version = ${version} where id = ${workspaceId}`.execute(tx)
  await askToReadAgain(tx, workspaceId, change)
  const detail = [`model=${nameOfModel(base, version)}`, `reason=${reason}`]
  await writeEvent(tx, workspaceId, { name: 'model.promoted', detail, authorId })
}

/** Puts reading again in line, unless it waits there already. */
export async function askToReadAgain(
  tx: Transaction,
  workspaceId: string,
  chance: Chance,
): Promise<void> {
  if ((await openJob(tx, 'read-again')) === 'waiting') return
  await putInLine(tx, workspaceId, 'read-again', chance)
}

async function openJob(
  tx: Transaction,
  kind: 'train-model' | 'read-again',
): Promise<'waiting' | 'running' | undefined> {
  const job = await tx
    .selectFrom('job')
    .select('state')
    .where('kind', '=', kind)
    .where('state', 'in', ['waiting', 'running'])
    .orderBy('state', 'desc')
    .limit(1)
    .executeTakeFirst()
  return job?.state as 'waiting' | 'running' | undefined
}

async function putInLine(
  tx: Transaction,
  workspaceId: string,
  kind: 'train-model' | 'read-again',
  { now, random }: Chance,
  subjectId?: string,
): Promise<void> {
  const id = uuidV7(now.getTime(), random)
  await enqueueJob(tx, workspaceId, { id, kind, ...(subjectId === undefined ? {} : { subjectId }) })
}

/**
 * After an upgrade: models that were learnt on an earlier base retire, what members said is put in
 * line to be learnt again on the new one, and posts that another model read to be read again. Does
 * nothing where all is as it should be. Answers what was put in line.
 */
export async function followBase(
  door: Door,
  workspaceId: string,
  base: BaseReader,
  { now, random }: { now: () => Date; random: RandomBytes },
): Promise<('train-model' | 'read-again')[]> {
  const change = { authorId: null, now: now(), random }
  return door.inWorkspace(
    workspaceId,
    async (tx) => {
      const asked: ('train-model' | 'read-again')[] = []
      await holdWorkspace(tx)
      if (await retireForeign(tx, workspaceId, base, change)) asked.push('train-model')
      const version = await runningVersion(tx)
      const open = await openJob(tx, 'read-again')
      const model = nameOfModel(base.name, version)
      if (open === undefined && (await isAnyOther(tx, workspaceId, model))) {
        await putInLine(tx, workspaceId, 'read-again', change)
        asked.push('read-again')
      }
      return asked
    },
    'background',
  )
}

/** Answers whether learning anew was asked for. */
async function retireForeign(
  tx: Transaction,
  workspaceId: string,
  base: BaseReader,
  change: Change,
): Promise<boolean> {
  const { rows } = await sql`
    update reader_model set state = 'retired', retired_at = ${change.now}, reason = 'base-replaced'
    where workspace_id = ${workspaceId} and state = 'running' and version > 0 and base <> ${base.name}
    returning version
  `.execute(tx)
  if (rows.length === 0) return false
  await sql`update workspace set reader_version = 0 where id = ${workspaceId}`.execute(tx)
  await sql`
    update reader_model set state = 'running', base = ${base.name}, promoted_at = ${change.now},
      retired_at = null, reason = null
    where workspace_id = ${workspaceId} and version = 0
  `.execute(tx)
  if ((await openJob(tx, 'train-model')) !== undefined) return false
  const id = await addCandidate(tx, workspaceId, base.name, change)
  await putInLine(tx, workspaceId, 'train-model', change, id)
  return true
}

/**
 * Forgets every model that was learnt from what is about to be erased: the base reads, and what is
 * left of the corrections is learnt anew. A training under way finds its candidate gone. The workspace
 * must be held, and the judgements be gone already. Answers how many models went.
 */
export async function unlearn(
  tx: Transaction,
  workspaceId: string,
  change: Change,
): Promise<number> {
  const { rows } = await sql<{ was: string; base: string }>`
    with before as (select version, state from reader_model where workspace_id = ${workspaceId}::uuid)
    update reader_model m set delta = null, state = 'refused', reason = 'unlearnt',
      retired_at = case when m.state = 'running' then ${change.now}::timestamptz else m.retired_at end
    from before
    where m.workspace_id = ${workspaceId} and m.version = before.version and m.version > 0
      and m.state <> 'candidate' and m.delta is not null
    returning before.state as was, m.base`.execute(tx)
  if (rows.some(({ was }) => was === 'running')) {
    await sql`update workspace set reader_version = 0 where id = ${workspaceId}`.execute(tx)
    await sql`update reader_model set state = 'running', promoted_at = ${change.now},
      retired_at = null, reason = 'unlearnt'
      where workspace_id = ${workspaceId} and version = 0`.execute(tx)
    const run = { model: rows[0]?.base ?? '', before: null, reason: 'unlearnt' as const }
    await noteRun(tx, workspaceId, run, change)
    await askToReadAgain(tx, workspaceId, change)
  }
  const given = await tx
    .deleteFrom('reader_model')
    .where('workspace_id', '=', workspaceId)
    .where('state', '=', 'candidate')
    .returning('base')
    .execute()
  const [first] = [...rows, ...given]
  if (first !== undefined) await learnAnew(tx, workspaceId, first.base, change)
  return rows.length
}

async function learnAnew(
  tx: Transaction,
  workspaceId: string,
  base: string,
  change: Change,
): Promise<void> {
  if (!(await isAnythingJudged(tx, workspaceId))) return
  const id = await addCandidate(tx, workspaceId, base, change)
  await putInLine(tx, workspaceId, 'train-model', change, id)
}

async function runningVersion(tx: Transaction): Promise<number> {
  const row = await tx.selectFrom('workspace').select('reader_version').executeTakeFirstOrThrow()
  return row.reader_version
}

async function isAnyOther(tx: Transaction, workspaceId: string, model: string): Promise<boolean> {
  const { rows } = await sql<{ model: string }>`
    select distinct model from model_day
    where workspace_id = ${workspaceId} and topic_id = ${NIL_UUID}::uuid
  `.execute(tx)
  return rows.some((row) => readerNameOf(row.model) !== model)
}

function noModel(): EnishiError {
  return new EnishiError(
    'not-found',
    {
      en: 'There is no model with this version. GET /quality lists those that there are.',
      ja: 'このバージョンのモデルはありません。GET /quality で一覧を確認してください。',
    },
    { field: 'version' },
  )
}

function mayNotRun(): EnishiError {
  return new EnishiError(
    'conflict',
    {
      en: 'This model runs already, did not pass the audits, or was learnt on an earlier base. Choose one that ran before, or train anew.',
      ja: 'このモデルはすでに使われているか、監査で採用されなかったか、以前の基本モデルで学習したものです。以前に使われていたモデルを選ぶか、あらためて学習してください。',
    },
    { field: 'version' },
  )
}

function nothingToLearn(): EnishiError {
  return new EnishiError('conflict', {
    en: 'There is nothing to learn from yet. Correct some readings, or judge posts of the learning queue.',
    ja: '学習に使えるものがまだありません。読み取りを直すか、学習用の投稿を判定してください。',
  })
}
