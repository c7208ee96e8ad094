import { sql } from 'kysely'
import type { Transaction } from '#store/door.ts'
import type { CorrectedPart, CorrectionOrigin, Judgement } from '#vocabulary/index.ts'
import { noActivity } from './correct-reading.ts'
import { judgementIn, type ReadingColumns } from './reading-columns.ts'
import { type ReadingMove, readMoves } from './reading-moves.ts'

/** Names are of accounts, which the log cannot see; whoever shows them asks for them. */
type Author = { id: string; name: string | null } | null

/** What was corrected of a post, and what models said of it, newest first. */
export interface CorrectionHistory {
  corrections: {
    id: string
    at: string
    by: Author
    part: CorrectedPart
    from: string
    to: string
    model: string
    origin: CorrectionOrigin
    revision: number
    undoneAt: string | null
  }[]
  readings: {
    model: string
    revision: number
    readAt: string
    replacedAt: string | null
    said: Judgement
  }[]
  /** Of every post that another model read otherwise. */
  moves: ReadingMove[]
}

/** Rows of either kind that are shown; a post is not corrected this often. */
const SHOWN_MAX = 500

/** Throws `not-found`. */
export async function readCorrections(
  tx: Transaction,
  workspaceId: string,
  activityId: string,
): Promise<CorrectionHistory> {
  const known = await tx
    .selectFrom('activity')
    .select('id')
    .where('id', '=', activityId)
    .executeTakeFirst()
  if (known === undefined) throw noActivity()
  return {
    corrections: await correctionsOf(tx, workspaceId, activityId),
    readings: await readingsOf(tx, workspaceId, activityId),
    moves: await readMoves(tx, workspaceId, activityId),
  }
}

interface CorrectionRow {
  id: string
  at: Date
  member: string | null
  part: CorrectedPart
  from: string
  to: string
  model: string
  origin: CorrectionOrigin
  revision: number
  undoneAt: Date | null
}

async function correctionsOf(
  tx: Transaction,
  workspaceId: string,
  activityId: string,
): Promise<CorrectionHistory['corrections']> {
  const { rows } = await sql<CorrectionRow>`
    select id, made_at as at, member_id as member, part, was as "from",
      value as "to", model, origin, revision, undone_at as "undoneAt"
    from correction where workspace_id = ${workspaceId} and activity_id = ${activityId}
    order by id desc limit ${SHOWN_MAX}
  `.execute(tx)
  return rows.map(({ at, member, undoneAt, ...row }) => ({
    ...row,
    at: at.toISOString(),
    by: member === null ? null : { id: member, name: null },
    undoneAt: undoneAt?.toISOString() ?? null,
  }))
}

async function readingsOf(
  tx: Transaction,
  workspaceId: string,
  activityId: string,
): Promise<CorrectionHistory['readings']> {
  const rows = await tx
    .selectFrom('reading_history')
    .select(['model', 'revision', 'read_at', 'replaced_at', 'said'])
    .where('workspace_id', '=', workspaceId)
    .where('activity_id', '=', activityId)
    .orderBy('id', 'desc')
    .limit(SHOWN_MAX)
    .execute()
  return rows.map((row) => ({
    model: row.model,
    revision: row.revision,
    readAt: row.read_at.toISOString(),
    replacedAt: row.replaced_at?.toISOString() ?? null,
    said: judgementIn(row.said as ReadingColumns),
  }))
}
