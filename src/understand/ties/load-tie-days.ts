import { sql } from 'kysely'
import type { Transaction } from '#store/door.ts'
import { TIE_KINDS } from '#vocabulary/index.ts'
import type { TieSpan } from './load-ties.ts'
import { TIE_WEIGHTS } from './strength.ts'

/** How strongly one account turned to another on one day. */
export interface TieDay {
  from: string
  to: string
  /** YYYY-MM-DD. */
  day: string
  /** Acts by kind; the day itself makes them no weaker. */
  strength: number
}

/** Ties day by day of a span after a row, in the order of (from, to, day); all of them page by page. */
export async function loadTieDays(
  tx: Transaction,
  { since, today }: TieSpan,
  after: Pick<TieDay, 'from' | 'to' | 'day'> | null,
  limit: number,
): Promise<TieDay[]> {
  const later =
    after === null
      ? sql``
      : sql`and (t.from_handle_id, t.to_handle_id, t.day)
          > (${after.from}::uuid, ${after.to}::uuid, ${after.day}::date)`
  const acts = TIE_KINDS.map(
    (kind) => sql`t.${sql.ref(kind)} * ${sql.lit(TIE_WEIGHTS[kind])}::float8`,
  )
  const { rows } = await sql<TieDay>`
    select t.from_handle_id as "from", t.to_handle_id as "to", t.day::text as day,
      ${sql.join(acts, sql` + `)} as strength
    from tie t where t.day >= ${since}::date and t.day <= ${today}::date ${later}
    order by t.from_handle_id, t.to_handle_id, t.day limit ${limit}::integer`.execute(tx)
  return rows
}
