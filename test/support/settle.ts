import { sql } from 'kysely'
import { expect, vi } from 'vitest'
import type { Door } from '#store/door.ts'

/** A long transaction of any test on the same server holds all events back. */
export const OTHERS_DONE = { timeout: 90_000, interval: 10 }

/**
 * Until every event that is written may be read, or those of one workspace: databases of one server
 * share their transactions, so tests beside this one hold events back too.
 */
export async function settle(door: Door, workspaceId?: string): Promise<void> {
  const ofWorkspace =
    workspaceId === undefined ? sql`true` : sql`workspace_id = ${workspaceId}::uuid`
  const waiting = async () => {
    const { rows } = await door.asSystem((tx) =>
      sql`select from event
        where xid >= pg_snapshot_xmin(pg_current_snapshot()) and ${ofWorkspace}`.execute(tx),
    )
    return rows.length
  }
  await vi.waitFor(async () => expect(await waiting()).toBe(0), OTHERS_DONE)
}
