import { sql } from 'kysely'
import type { Transaction } from '#store/door.ts'

/** Runs one transaction in the workspace. */
export type Run = <T>(work: (tx: Transaction) => Promise<T>) => Promise<T>

/** So many rows are removed in one transaction, so that none holds locks for long. */
const ROWS_AT_ONCE = 10_000

const TABLES = [
  'reading_topic',
  'reading_day',
  'topic_day',
  'intent_day',
  'model_day',
  'move_day',
  'journey_move',
  'journey_stage',
] as const
type TopicTable = (typeof TABLES)[number]

/**
 * Removes all that was found for the topics that members have removed, and the topics themselves.
 * Mentions go first: without them no batch counts the topic again.
 */
export async function removeTopics(run: Run, workspaceId: string): Promise<void> {
  const removed = await run((tx) =>
    tx.selectFrom('topic').select('id').where('deleted_at', 'is not', null).execute(),
  )
  for (const { id } of removed) {
    for (const table of TABLES) await dropInSteps(run, workspaceId, table, id)
    await dropCredits(run, id)
    await run((tx) => tx.deleteFrom('topic').where('id', '=', id).execute())
  }
}

/** What was credited of the topic's outcomes goes with it, shares and all. */
async function dropCredits(run: Run, topicId: string): Promise<void> {
  const dropSome = async (tx: Transaction) => {
    const { numAffectedRows = 0n } = await sql`
      delete from outcome_credit where scope_id = ${topicId} and ctid = any (array(
        select ctid from outcome_credit where scope_id = ${topicId} limit ${ROWS_AT_ONCE}))
    `.execute(tx)
    return Number(numAffectedRows)
  }
  while ((await run(dropSome)) === ROWS_AT_ONCE);
}

/** Keeps batches out until the transaction ends; they hold the workspace shared (see listening.ts). */
export async function holdWorkspace(tx: Transaction): Promise<void> {
  await sql`select id from workspace for no key update`.execute(tx)
}

/** Removes a topic's rows of one table, each step behind the batches in flight. */
export async function dropInSteps(
  run: Run,
  workspaceId: string,
  table: TopicTable,
  topicId: string,
): Promise<void> {
  const dropSome = async (tx: Transaction) => {
    await holdWorkspace(tx)
    const own = sql`workspace_id = ${workspaceId} and topic_id = ${topicId}`
    // By place in the table: a join by key could be planned as every row against every row.
    const { numAffectedRows = 0n } = await sql`
      delete from ${sql.table(table)} where ${own} and ctid = any (array(
        select ctid from ${sql.table(table)} where ${own} limit ${ROWS_AT_ONCE}))
    `.execute(tx)
    return Number(numAffectedRows)
  }
  while ((await run(dropSome)) === ROWS_AT_ONCE);
}
