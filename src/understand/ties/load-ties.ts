import { type RawBuilder, sql } from 'kysely'
import type { Transaction } from '#store/door.ts'
import { TIE_KINDS } from '#vocabulary/index.ts'
import { TIE_HALF_LIFE_DAYS, TIE_WEIGHTS } from './strength.ts'

/** How strongly one account turned to another over some days: acts by kind, fresher ones for more. */
export interface HandleTie {
  from: string
  to: string
  strength: number
}

/** What the acts of rows `t` of `tie` are worth on a day; those of today and of days to come count in full. */
export const strengthAt = (today: string): RawBuilder<unknown> => sql`(
  (${sql.join(
    TIE_KINDS.map((kind) => sql`t.${sql.ref(kind)} * ${sql.lit(TIE_WEIGHTS[kind])}::float8`),
    sql` + `,
  )})
  * power(2::float8, -greatest(0, ${today}::date - t.day) / ${sql.lit(TIE_HALF_LIFE_DAYS)}::float8))`

/** Days from `since` to `today`, YYYY-MM-DD, both included. */
export interface TieSpan {
  since: string
  today: string
}

/** Ties of a span after a pair, in the order of (from, to); all of them page by page. */
export async function loadTies(
  tx: Transaction,
  { since, today }: TieSpan,
  after: Pick<HandleTie, 'from' | 'to'> | null,
  limit: number,
): Promise<HandleTie[]> {
  const later =
    after === null
      ? sql``
      : sql`and (t.from_handle_id, t.to_handle_id) > (${after.from}::uuid, ${after.to}::uuid)`
  const { rows } = await sql<HandleTie>`
    select t.from_handle_id as "from", t.to_handle_id as "to", sum(${strengthAt(today)}) as strength
    from tie t where t.day >= ${since}::date ${later}
    group by t.from_handle_id, t.to_handle_id order by t.from_handle_id, t.to_handle_id
    limit ${limit}::integer`.execute(tx)
  return rows
}
