import { sql } from 'kysely'
import type { LanguageDetector } from '#language/index.ts'
import type { ReaderRef } from '#listen/index.ts'
import type { Transaction } from '#store/door.ts'
import { EnishiError, type Judgement, type ReadingPart } from '#vocabulary/index.ts'
import { explainMove, type MovedText, type TaughtText, type WhyMoved } from './explain-move.ts'
import { labelIn } from './judgement.ts'
import { partsOfName } from './model-delta.ts'
import type { MovedPart, ReadingMove } from './reading-moves.ts'
import type { ModelSource } from './reading-source.ts'
import type { BaseReader } from './run-model.ts'
import { wholeText } from './understanding.ts'

/** A move with both models and all that its explanation needs, for whoever has the models at hand. */
export interface MoveQuestion extends MovedText {
  before: ReaderRef
  after: ReaderRef
}

/** Answers why a post moved; null where one of the models is gone. */
export type ExplainMove = (question: MoveQuestion) => Promise<WhyMoved[] | null>

/** Explains moves in this thread. CPU for a tenth of a second: off the thread that answers requests. */
export function explainMovesHere(detector: LanguageDetector, models: ModelSource): ExplainMove {
  return async (question) => {
    const [before, after] = await Promise.all([models(question.before), models(question.after)])
    if (before === null || after === null) return null
    return explainMove(detector, { before, after }, question)
  }
}

/** Why a move can't be explained any more. */
export type Unexplained = 'text-edited' | 'model-gone'

interface MoveToExplain {
  move: ReadingMove
  question: MoveQuestion | Unexplained
}

/** A move of a post, and what to ask of it. Throws `not-found` where that change moved nothing of it. */
export async function moveToExplain(
  tx: Transaction,
  workspaceId: string,
  { activityId, run }: { activityId: string; run: string },
  base: BaseReader,
): Promise<MoveToExplain> {
  const { rows } = await sql<MoveRow>`
    select m.revision, m.from_model as "fromModel", m.to_model as "toModel", m.moved_at as "movedAt",
      m.moved, p.title, p.text, p.language_hint as hint, a.revision as "revisionNow"
    from reading_move m
    join activity a on a.workspace_id = m.workspace_id and a.id = m.activity_id
    left join post p on p.workspace_id = m.workspace_id and p.activity_id = m.activity_id
    where m.workspace_id = ${workspaceId} and m.activity_id = ${activityId} and m.run_id = ${run}
  `.execute(tx)
  const [row] = rows
  if (row === undefined) throw didNotMove()
  const { revision, fromModel, toModel, moved } = row
  const move = { run, fromModel, toModel, at: row.movedAt.toISOString(), revision, moved }
  if (row.text === null || revision !== row.revisionNow) return { move, question: 'text-edited' }
  const [before, after] = [partsOfName(fromModel), partsOfName(toModel)]
  if (before.base !== base.name || after.base !== base.name) return { move, question: 'model-gone' }
  const versions = { before: before.version, after: after.version }
  const taught = await taughtPosts(tx, workspaceId, moved, versions)
  const question = {
    ...{ text: wholeText({ title: row.title, text: row.text }), hint: row.hint ?? undefined },
    ...{ moved, taught: taught.filter(({ id }) => id !== activityId) },
    before: { workspaceId, version: before.version },
    after: { workspaceId, version: after.version },
  }
  return { move, question }
}

interface MoveRow {
  revision: number
  fromModel: string
  toModel: string
  movedAt: Date
  moved: MovedPart[]
  title: string | null
  text: string | null
  hint: string | null
  revisionNow: number
}

/** The newest judged posts among which those are sought that taught a label. */
const TAUGHT_MAX = 500

/**
 * Posts of which members said what moved the reading: the new label to the later model; where the
 * later one is the base, the old label to the model whose lessons went with it.
 */
async function taughtPosts(
  tx: Transaction,
  workspaceId: string,
  moved: readonly MovedPart[],
  { before, after }: { before: number; after: number },
): Promise<TaughtText[]> {
  const version = after === 0 ? before : after
  const wanted = new Map(moved.map(({ part, from, to }) => [part, after === 0 ? from : to]))
  const learnt = await tx
    .selectFrom('reader_model')
    .select('trained_at')
    .where('workspace_id', '=', workspaceId)
    .where('version', '=', version)
    .executeTakeFirst()
  if (version === 0 || learnt?.trained_at == null) return []
  const judged = [
    ...(await correctedBy(tx, workspaceId, learnt.trained_at)),
    ...(await answeredBy(tx, workspaceId, learnt.trained_at, [...wanted.keys()])),
  ]
  return judged.flatMap(({ id, part, value, title, text, lang }) =>
    wanted.get(part) === value ? [{ id, part, text: wholeText({ title, text }), lang }] : [],
  )
}

interface JudgedRow {
  id: string
  part: ReadingPart
  value: string
  title: string | null
  text: string
  lang: string
}

/** Corrections that held when a model learnt. */
async function correctedBy(
  tx: Transaction,
  workspaceId: string,
  trainedAt: Date,
): Promise<JudgedRow[]> {
  const { rows } = await sql<JudgedRow>`
    select c.activity_id as id, c.part, c.value, p.title, p.text, r.lang from correction c
    join reading r on r.workspace_id = c.workspace_id and r.activity_id = c.activity_id
      and r.revision = c.revision
    join post p on p.workspace_id = r.workspace_id and p.activity_id = r.activity_id
    where c.workspace_id = ${workspaceId} and c.origin <> 'audit' and c.made_at <= ${trainedAt}
      and (c.undone_at is null or c.undone_at > ${trainedAt})
      and not exists (select from audit_item a where a.workspace_id = c.workspace_id
        and a.activity_id = c.activity_id and a.queue = 'audit')
    order by c.id desc limit ${TAUGHT_MAX}
  `.execute(tx)
  return rows
}

/** What was answered in the learning queue by then, part by part; corrections are told of above. */
async function answeredBy(
  tx: Transaction,
  workspaceId: string,
  trainedAt: Date,
  parts: readonly ReadingPart[],
): Promise<JudgedRow[]> {
  const { rows } = await sql<Omit<JudgedRow, 'part' | 'value'> & { truth: Judgement }>`
    select i.activity_id as id, i.truth, p.title, p.text, r.lang from audit_item i
    join reading r on r.workspace_id = i.workspace_id and r.activity_id = i.activity_id
      and r.revision = i.revision
    join post p on p.workspace_id = r.workspace_id and p.activity_id = r.activity_id
    where i.workspace_id = ${workspaceId} and i.queue = 'learning' and i.answered_at <= ${trainedAt}
      and not exists (select from audit_item a where a.workspace_id = i.workspace_id
        and a.activity_id = i.activity_id and a.queue = 'audit')
      and not exists (select from correction c where c.workspace_id = i.workspace_id
        and c.activity_id = i.activity_id and c.part = any(${parts}::text[]))
    order by i.answered_at desc limit ${TAUGHT_MAX}
  `.execute(tx)
  return rows.flatMap(({ truth, ...row }) =>
    parts.map((part) => ({ ...row, part, value: labelIn(truth, part) })),
  )
}

function didNotMove(): EnishiError {
  return new EnishiError(
    'not-found',
    {
      en: 'This change of the model moved nothing of this post. GET /activities/{id}/corrections lists what did.',
      ja: 'このモデルの変更では、この投稿の判定は変わっていません。GET /activities/{id}/corrections で履歴を確認してください。',
    },
    { field: 'run' },
  )
}
