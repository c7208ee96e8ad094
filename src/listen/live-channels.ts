import { hash } from 'node:crypto'
import { sql } from 'kysely'
import type { Transaction } from '#store/door.ts'
import type { LiveSettings } from './live-kind.ts'

/** A channel that is to be listened to, and where listening stands. */
export interface LiveChannel {
  workspaceId: string
  id: string
  kind: string
  settings: LiveSettings
  /** Tells these settings from others: what was remembered under others is not kept. */
  settingsHash: string
  memory: string | null
  succeededAt: Date | null
  nextTryAt: Date | null
  failuresInRow: number
}

interface Row {
  id: string
  kind: string
  settings: string
  memory: string | null
  succeeded_at: Date | null
  next_try_at: Date | null
  failures_in_row: number
}

/** The channels of the transaction's workspace that are to be listened to, oldest first. */
export async function readLiveChannels(
  tx: Transaction,
  workspaceId: string,
): Promise<LiveChannel[]> {
  const { rows } = await sql<Row>`
    select c.id, c.kind, c.settings, h.memory, h.succeeded_at, h.next_try_at, h.failures_in_row
    from channel c join channel_health h on h.workspace_id = c.workspace_id and h.channel_id = c.id
    where c.workspace_id = ${workspaceId} and c.state = 'listening' order by c.id
  `.execute(tx)
  return rows.map((row) => ({
    workspaceId,
    id: row.id,
    kind: row.kind,
    settings: JSON.parse(row.settings) as LiveSettings,
    settingsHash: hash('md5', row.settings),
    memory: row.memory,
    succeededAt: row.succeeded_at,
    nextTryAt: row.next_try_at,
    failuresInRow: row.failures_in_row,
  }))
}
