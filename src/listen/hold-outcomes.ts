import { type RawBuilder, sql } from 'kysely'
import type { Transaction } from '#store/door.ts'

/**
 * Lets transactions that write one side of an outcome (purchase or refund, claim or click or code)
 * take turns from here to their end. Each writes its own side, then calls this, then looks for the
 * other: of two at once the second sees what the first has written.
 */
export async function holdOutcomes(
  tx: Transaction,
  workspaceId: string | RawBuilder<string>,
): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended('outcomes ' || ${workspaceId}::text, 0))`.execute(
    tx,
  )
}
