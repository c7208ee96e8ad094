import { sql } from 'kysely'
import type { Transaction } from '#store/door.ts'
import { holdWorkspace } from '../remove-topics.ts'

/**
 * Holds the workspace for a change of who is who: batches and other such changes wait. Its statements
 * may take longer than what a page asks for, because they wait for the batches in flight and walk
 * over all posts of the people concerned.
 */
export async function holdPeople(tx: Transaction): Promise<void> {
  await sql`set local statement_timeout = '60s'`.execute(tx)
  await holdWorkspace(tx)
}
