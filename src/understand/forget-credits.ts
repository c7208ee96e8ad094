import { sql } from 'kysely'
import type { Transaction } from '#store/door.ts'

/**
 * Takes out what was credited of outcomes in which activities or accounts have a share, before these
 * leave: the parts of an outcome add up to one, so a share never goes alone. The next measurement
 * credits such outcomes anew, by what is left. Its sums stand until then.
 */
export async function forgetCredits(
  tx: Transaction,
  leaving: { activities: readonly string[] } | { handles: readonly string[] },
): Promise<void> {
  const named =
    'activities' in leaving
      ? sql`select scope_id, outcome_id, type from credit_share
          where activity_id = any(${[...leaving.activities]}::uuid[])
        union select scope_id, outcome_id, type from credit_share
          where evidence_id = any(${[...leaving.activities]}::uuid[])`
      : sql`select scope_id, outcome_id, type from credit_share
          where actor_handle_id = any(${[...leaving.handles]}::uuid[])`
  await sql`
    delete from outcome_credit c using (${named}) shared
    where c.scope_id = shared.scope_id and c.outcome_id = shared.outcome_id
      and c.type = shared.type`.execute(tx)
}
