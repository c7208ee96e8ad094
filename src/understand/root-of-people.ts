import { sql } from 'kysely'
import type { Transaction } from '#store/door.ts'

/** Roots of those among the people that were merged into another. */
export async function findMerged(
  tx: Transaction,
  workspaceId: string,
  people: readonly string[],
): Promise<Map<string, string>> {
  if (people.length === 0) return new Map()
  const { rows } = await sql<{ id: string; root: string }>`
    select id, merged_into as root from person where workspace_id = ${workspaceId}
      and id = any(${people}::uuid[]) and merged_into is not null`.execute(tx)
  return new Map(rows.map(({ id, root }) => [id, root]))
}

/** A root and all that were merged into it, the root first. */
export async function originalsOf(tx: Transaction, root: string): Promise<string[]> {
  const merged = await tx
    .selectFrom('person')
    .select('id')
    .where('merged_into', '=', root)
    .orderBy('id')
    .execute()
  return [root, ...merged.map(({ id }) => id)]
}
