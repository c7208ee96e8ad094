import { sql } from 'kysely'
import type { Transaction } from '#store/door.ts'
import type { ModelReason, ModelState } from '#vocabulary/index.ts'
import { COMPARED_MIN, type PartScore } from './compare-models.ts'
import { nameOfModel } from './model-delta.ts'
import type { BaseReader } from './run-model.ts'

/** A model of a workspace, as its list shows it. */
export interface ModelInList {
  version: number
  name: string
  base: string
  state: ModelState
  reason: ModelReason | null
  learntFrom: number
  scores: PartScore[]
  mean: { before: number; after: number } | null
  /** What the comparison counted; null where there was none, and of models from before it was counted. */
  compared: { audits: number; auditsMin: number; better: number; worse: number } | null
  trainedAt: string | null
  promotedAt: string | null
  retiredAt: string | null
  /** Without the name, which is of an account. */
  requestedBy: { id: string; name: string | null } | null
  mayRun: boolean
}

interface ModelRow {
  version: number
  base: string
  state: ModelState
  reason: ModelReason | null
  corrections: number
  scores: PartScore[]
  compared: number | null
  better: number | null
  worse: number | null
  trained_at: Date | null
  promoted_at: Date | null
  retired_at: Date | null
  requested_by: string | null
}

/** The newest models; nobody chooses among more. */
const SHOWN_MAX = 200

/** Newest first, the base last, which is there also before anything was trained. */
export async function readModels(
  tx: Transaction,
  workspaceId: string,
  base: BaseReader,
): Promise<ModelInList[]> {
  const { rows } = await sql<ModelRow>`
    select version, base, state, reason, corrections, scores, compared, better, worse,
      trained_at, promoted_at, retired_at, requested_by
    from reader_model where workspace_id = ${workspaceId} and version > 0
    order by version desc limit ${SHOWN_MAX}
  `.execute(tx)
  const ofBase = await tx
    .selectFrom('reader_model')
    .select(['promoted_at', 'retired_at', 'reason'])
    .where('workspace_id', '=', workspaceId)
    .where('version', '=', 0)
    .executeTakeFirst()
  const isBaseRunning = !rows.some(({ state }) => state === 'running')
  const uncompared = { scores: [], compared: null, better: null, worse: null }
  const unlearnt = { ...uncompared, corrections: 0, trained_at: null, requested_by: null }
  const zero: ModelRow = {
    ...{ promoted_at: null, retired_at: null, reason: null, ...ofBase },
    ...{ ...unlearnt, version: 0, base: base.name },
    state: isBaseRunning ? 'running' : 'retired',
  }
  return [...rows, zero].map((row) => showModel(row, base))
}

function showModel(row: ModelRow, base: BaseReader): ModelInList {
  const { version, state, reason, scores } = row
  return {
    ...{ version, name: nameOfModel(row.base, version), base: row.base, state, reason },
    ...{ learntFrom: row.corrections, scores, mean: meanOf(scores), compared: comparedOf(row) },
    trainedAt: row.trained_at?.toISOString() ?? null,
    promotedAt: row.promoted_at?.toISOString() ?? null,
    retiredAt: row.retired_at?.toISOString() ?? null,
    requestedBy: row.requested_by === null ? null : { id: row.requested_by, name: null },
    mayRun: state === 'retired' && row.base === base.name,
  }
}

function comparedOf({ compared, better, worse }: ModelRow): ModelInList['compared'] {
  if (compared === null || better === null || worse === null) return null
  return { audits: compared, auditsMin: COMPARED_MIN, better, worse }
}

function meanOf(scores: readonly PartScore[]): ModelInList['mean'] {
  if (scores.length === 0) return null
  const mean = (which: 'before' | 'after') =>
    scores.reduce((sum, score) => sum + score[which], 0) / scores.length
  return { before: mean('before'), after: mean('after') }
}
