import { sql } from 'kysely'
import type { Transaction } from '#store/door.ts'

/** Writes a change into the outbox, in the change's own transaction. Never personal text in `detail`. */
export async function recordEvent(
  tx: Transaction,
  name: string,
  subjectId: string,
  detail: readonly string[],
  authorId: string | null,
): Promise<void> {
  await sql`
    insert into event (workspace_id, name, subject_id, detail, author_id)
    values (${OWN_WORKSPACE}, ${name}, ${subjectId}::uuid, ${detail}::text[], ${authorId}::uuid)
  `.execute(tx)
}

/** The workspace that the door opened this transaction for. */
export const OWN_WORKSPACE = sql<string>`current_setting('enishi.workspace')::uuid`
