import { type RawBuilder, sql } from 'kysely'
import { INTENTS } from '#vocabulary/index.ts'

/** The intents that hold, as one text[] in the order of INTENTS, of the reading known by this alias. */
export function assertedIntents(alias: string): RawBuilder<unknown> {
  const names = INTENTS.map(
    (intent) => sql`case when ${sql.ref(`${alias}.${intent}`)} then ${sql.lit(intent)} end`,
  )
  return sql`array_remove(array[${sql.join(names)}], null)`
}
