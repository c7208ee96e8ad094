import { sql } from 'kysely'
import type { Transaction } from '#store/door.ts'

/**
 * Whether a person is known from more than what the books say: somebody of whom nothing but outcomes
 * was ever heard can't be compared with others, and is in no figure.
 */
export async function isKnownOtherwise(
  tx: Transaction,
  accounts: readonly string[],
): Promise<boolean> {
  const { rows } = await sql`
    select 1 from unnest(${[...accounts]}::uuid[]) as own (id)
    cross join lateral (
      select a.id from activity a where a.handle_id = own.id and a.deleted_at is null
        and a.type <> 'Outcome' limit 1) known
    limit 1`.execute(tx)
  return rows.length > 0
}
