import { sql } from 'kysely'
import type { Transaction } from '#store/door.ts'
import type { InfluenceOutcome } from '#vocabulary/index.ts'
import { ensureActivity } from './read-path.ts'
import { scopeOf } from './scope.ts'

/** What an activity led to, and what it is an outcome of; over all topics. */
export interface PostInfluence {
  /** A measurement was made, so that nothing is known rather than not looked for. */
  isMeasured: boolean
  /** Outcomes that it has a part in, by type, the largest credit first; `credit` adds its shares up. */
  ledTo: { type: InfluenceOutcome; outcomes: number; credit: number }[]
  /** The outcomes as which it was credited itself, with what would have happened anyway. */
  is: { type: InfluenceOutcome; background: number }[]
  /** It is an outcome or shows a move, be it credited or not. */
  isOutcome: boolean
}

/** What a post led to and how it came about itself, in sums. Throws `not-found`. */
export async function readPostInfluence(
  tx: Transaction,
  activityId: string,
): Promise<PostInfluence> {
  await ensureActivity(tx, activityId)
  const scope = await scopeOf(tx, undefined)
  const ledTo = await sql<PostInfluence['ledTo'][number]>`
    select type, count(distinct outcome_id)::integer as outcomes, sum(share) as credit
    from credit_share where scope_id = ${scope.id}::uuid and activity_id = ${activityId}::uuid
    group by type order by credit desc, type`.execute(tx)
  const is = await sql<PostInfluence['is'][number]>`
    select type, background from outcome_credit
    where scope_id = ${scope.id}::uuid and outcome_id = ${activityId}::uuid order by type`.execute(
    tx,
  )
  const { rows } = await sql<{ isMeasured: boolean; isOutcome: boolean }>`
    select exists (select from influence_run where scope_id = ${scope.id}::uuid) as "isMeasured",
      exists (select from outcome where activity_id = ${activityId}::uuid)
      or exists (select from activity a
        join handle_person hp on hp.workspace_id = a.workspace_id and hp.handle_id = a.handle_id
        join person p on p.workspace_id = a.workspace_id
          and (p.id = hp.person_id or p.merged_into = hp.person_id)
        join journey_move m on m.workspace_id = a.workspace_id and m.person_id = p.id
          and m.activity_id = a.id
        where a.id = ${activityId}::uuid) as "isOutcome"
  `.execute(tx)
  const { isMeasured, isOutcome } = rows[0] ?? { isMeasured: false, isOutcome: false }
  return { isMeasured, ledTo: ledTo.rows, is: is.rows, isOutcome }
}
