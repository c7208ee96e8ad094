import { sql } from 'kysely'
import type { Transaction } from '#store/door.ts'
import { insertRows } from '#store/insert-rows.ts'
import {
  type Judgement,
  type RandomBytes,
  READING_PARTS,
  type ReadingPart,
} from '#vocabulary/index.ts'
import { labelIn } from './judgement.ts'
import { runOf } from './model-runs.ts'
import { judgementIn, type StoredReading } from './reading-columns.ts'

/** A part of which another label is shown than before. */
export interface MovedPart {
  part: ReadingPart
  from: string
  to: string
}

/** A post as it was shown and as it is shown since another model read it. */
export interface ReadingMove {
  run: string
  fromModel: string
  toModel: string
  at: string
  revision: number
  moved: MovedPart[]
}

/** The parts of which two judgements say something else. */
function movedParts(before: Judgement, after: Judgement): MovedPart[] {
  return READING_PARTS.flatMap((part) => {
    const [from, to] = [labelIn(before, part), labelIn(after, part)]
    return from === to ? [] : [{ part, from, to }]
  })
}

const MOVE_COLUMNS = {
  run_id: 'uuid',
  activity_id: 'uuid',
  revision: 'integer',
  from_model: 'text',
  to_model: 'text',
  moved_at: 'timestamptz',
  moved: 'jsonb',
} as const

/**
 * Keeps which posts are shown otherwise than before, since `model` read them: every post, judged or
 * not. What members corrected does not move. The workspace must be held.
 */
export async function keepMoves(
  tx: Transaction,
  workspaceId: string,
  model: string,
  before: ReadonlyMap<string, StoredReading>,
  shown: readonly StoredReading[],
  { now, random }: { now: Date; random: RandomBytes },
): Promise<void> {
  const moves = shown.flatMap(({ activityId, revision, columns }) => {
    const was = before.get(activityId)?.columns
    const moved = was === undefined ? [] : movedParts(judgementIn(was), judgementIn(columns))
    if (was === undefined || moved.length === 0) return []
    return [
      {
        ...{ activity_id: activityId, revision, moved: JSON.stringify(moved) },
        ...{ from_model: was.model, to_model: columns.model, moved_at: now.toISOString() },
      },
    ]
  })
  if (moves.length === 0) return
  const run = await runOf(tx, workspaceId, model, { now, random })
  const rows = moves.map((move) => ({ ...move, run_id: run }))
  // Read a second time within a run only after an edit: the later move is about the text as it is.
  const replaced = ['revision', 'from_model', 'to_model', 'moved_at', 'moved'].map(
    (name) => sql`${sql.ref(name)} = ${sql.ref(`excluded.${name}`)}`,
  )
  await insertRows(
    tx,
    'reading_move',
    workspaceId,
    MOVE_COLUMNS,
    rows,
    sql`on conflict (workspace_id, run_id, activity_id) do update set ${sql.join(replaced)}`,
  )
}

/** Changes of a post's reading with a change of the model, newest first. */
export async function readMoves(
  tx: Transaction,
  workspaceId: string,
  activityId: string,
): Promise<ReadingMove[]> {
  const rows = await tx
    .selectFrom('reading_move')
    .selectAll()
    .where('workspace_id', '=', workspaceId)
    .where('activity_id', '=', activityId)
    .orderBy('moved_at', 'desc')
    .orderBy('run_id', 'desc')
    .limit(SHOWN_MAX)
    .execute()
  return rows.map((row) => ({
    ...{ run: row.run_id, fromModel: row.from_model, toModel: row.to_model },
    ...{ at: row.moved_at.toISOString(), revision: row.revision, moved: row.moved },
  }))
}

const SHOWN_MAX = 100
