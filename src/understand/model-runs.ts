import { sql } from 'kysely'
import type { Transaction } from '#store/door.ts'
import { type ModelReason, type RandomBytes, uuidV7 } from '#vocabulary/index.ts'

/** A time from which on another model read, and what came of it. */
export interface ModelRun {
  id: string
  model: string
  /** What read before; null where nothing is known of it. */
  before: string | null
  reason: ModelReason
  /** Without the name, which is of an account. */
  by: { id: string; name: string | null } | null
  at: string
  /** Posts that are shown otherwise since. */
  moved: number
}

interface NewRun {
  model: string
  /** Taken where nothing is on record of what read before. */
  before: string | null
  reason: ModelReason
}

interface Change {
  authorId: string | null
  now: Date
  random: RandomBytes
}

/** Notes that another model reads from now on. The workspace must be held. Answers the run's id. */
export async function noteRun(
  tx: Transaction,
  workspaceId: string,
  { model, before, reason }: NewRun,
  { authorId, now, random }: Change,
): Promise<string> {
  const id = uuidV7(now.getTime(), random)
  const latest = await latestRun(tx, workspaceId)
  await sql`
    insert into model_run (workspace_id, id, model, before, reason, author_id, began_at)
    values (${workspaceId}, ${id}, ${model}, ${latest?.model ?? before}, ${reason}, ${authorId}, ${now})
  `.execute(tx)
  return id
}

/**
 * The run of the model that reads. One that began without anybody's wish is noted here: with an
 * upgrade the base is another one. The workspace must be held.
 */
export async function runOf(
  tx: Transaction,
  workspaceId: string,
  model: string,
  { now, random }: Pick<Change, 'now' | 'random'>,
): Promise<string> {
  const latest = await latestRun(tx, workspaceId)
  if (latest?.model === model) return latest.id
  const run = { model, before: null, reason: 'base-replaced' as const }
  return noteRun(tx, workspaceId, run, { authorId: null, now, random })
}

async function latestRun(
  tx: Transaction,
  workspaceId: string,
): Promise<{ id: string; model: string } | undefined> {
  const { rows } = await sql<{ id: string; model: string }>`
    select id, model from model_run where workspace_id = ${workspaceId}
    order by began_at desc, id desc limit 1
  `.execute(tx)
  return rows[0]
}

/** Whoever asks why figures changed looks at the latest changes. */
const SHOWN_MAX = 10

/** The latest runs, newest first, with how many posts each moved. */
export async function readRuns(tx: Transaction, workspaceId: string): Promise<ModelRun[]> {
  const { rows } = await sql<Omit<ModelRun, 'by' | 'at'> & { author: string | null; began: Date }>`
    select r.id, r.model, r.before, r.reason, r.author_id as author, r.began_at as began,
      (select count(*) from reading_move m
        where m.workspace_id = r.workspace_id and m.run_id = r.id) as moved
    from (select * from model_run where workspace_id = ${workspaceId}
      order by began_at desc, id desc limit ${SHOWN_MAX}) r
    order by r.began_at desc, r.id desc
  `.execute(tx)
  return rows.map(({ author, began, ...run }) => ({
    ...run,
    by: author === null ? null : { id: author, name: null },
    at: began.toISOString(),
  }))
}
