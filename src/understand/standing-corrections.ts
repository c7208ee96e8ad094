import { sql } from 'kysely'
import type { Transaction } from '#store/door.ts'
import { insertRows } from '#store/insert-rows.ts'
import { type CorrectedPart, type RandomBytes, uuidV7 } from '#vocabulary/index.ts'
import type { Truth } from './judgement.ts'
import type { ReadingColumns, StoredReading } from './reading-columns.ts'

/** The corrections of one form of a post that hold. */
export interface Standing {
  truth: Truth
  /** Who made the latest. */
  by: string | null
}

/** Corrections that hold, of these posts as they read now. */
export async function standingCorrections(
  tx: Transaction,
  workspaceId: string,
  ids: readonly string[],
): Promise<Map<string, Standing>> {
  const { rows } = await sql<{ id: string; part: CorrectedPart; value: string; by: string | null }>`
    select c.activity_id as id, c.part, c.value, c.member_id as by
    from correction c
    join reading r on r.workspace_id = c.workspace_id and r.activity_id = c.activity_id
      and r.revision = c.revision
    where c.workspace_id = ${workspaceId} and c.activity_id = any(${ids}::uuid[])
      and c.undone_at is null
    order by c.id
  `.execute(tx)
  const standing = new Map<string, Standing>()
  for (const { id, part, value, by } of rows) {
    const known = standing.get(id)?.truth ?? {}
    standing.set(id, { truth: { ...known, [part]: value }, by })
  }
  return standing
}

/** What the model that reads says of these posts, where it was kept: of corrected and audited ones. */
export async function keptReadings(
  tx: Transaction,
  workspaceId: string,
  ids: readonly string[],
): Promise<Map<string, ReadingColumns>> {
  const { rows } = await sql<{ id: string; said: ReadingColumns }>`
    select h.activity_id as id, h.said from reading_history h
    join reading r on r.workspace_id = h.workspace_id and r.activity_id = h.activity_id
      and r.revision = h.revision
    where h.workspace_id = ${workspaceId} and h.activity_id = any(${ids}::uuid[])
      and h.replaced_at is null
    order by h.id
  `.execute(tx)
  return new Map(rows.map(({ id, said }) => [id, said]))
}

const HISTORY_COLUMNS = {
  id: 'uuid',
  activity_id: 'uuid',
  revision: 'integer',
  model: 'text',
  read_at: 'timestamptz',
  said: 'jsonb',
} as const

/** Keeps what the model that reads says of posts; what was kept before is noted as replaced. */
export async function keepReadings(
  tx: Transaction,
  workspaceId: string,
  readings: readonly Pick<StoredReading, 'activityId' | 'revision' | 'readAt' | 'columns'>[],
  { now, random }: { now: Date; random: RandomBytes },
): Promise<void> {
  if (readings.length === 0) return
  const ids = readings.map(({ activityId }) => activityId)
  await sql`
    update reading_history set replaced_at = ${now}
    where workspace_id = ${workspaceId} and activity_id = any(${ids}::uuid[]) and replaced_at is null
  `.execute(tx)
  const rows = readings.map(({ activityId, revision, readAt, columns }) => ({
    ...{ id: uuidV7(now.getTime(), random), activity_id: activityId, revision },
    ...{ model: columns.model, read_at: readAt.toISOString(), said: JSON.stringify(columns) },
  }))
  await insertRows(tx, 'reading_history', workspaceId, HISTORY_COLUMNS, rows)
}
