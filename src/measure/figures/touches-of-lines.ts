import { sql } from 'kysely'
import type { Transaction } from '#store/door.ts'
import type { Run } from './read-run.ts'
import type { Span } from './scope.ts'
import type { SummedCut } from './shares-of.ts'

/**
 * How often each of these lines reached somebody in a span, as the measurement counted it by day of the
 * workspace. Lines of types know no touches of their own: whatever reached anybody may have moved them,
 * so each has all of the span. Lines that reached nobody are left out.
 */
export async function touchesOfLines(
  tx: Transaction,
  by: SummedCut,
  keys: readonly string[],
  run: Pick<Run, 'id'>,
  span: Span,
): Promise<Map<string, number>> {
  if (keys.length === 0) return new Map()
  const cut = by === 'type' ? 'channel' : by
  const wanted = by === 'type' ? sql`true` : sql`t.key = any(${[...keys]}::text[])`
  const { rows } = await sql<{ key: string; touches: number }>`
    select t.key, sum(u.touches)::float8 as touches
    from influence_touch_days t cross join lateral unnest(t.days, t.touches) as u (day, touches)
    cross join (select (${span.since}::timestamptz at time zone time_zone)::date as since,
      (${span.before}::timestamptz at time zone time_zone)::date as before from workspace) asked
    where t.run_id = ${run.id}::uuid and t.cut = ${cut} and ${wanted}
      and (asked.since is null or u.day >= asked.since)
      and (asked.before is null or u.day < asked.before)
    group by t.key`.execute(tx)
  if (by !== 'type') return new Map(rows.map(({ key, touches }) => [key, touches]))
  const all = rows.reduce((sum, { touches }) => sum + touches, 0)
  return new Map(keys.map((key) => [key, all]))
}
