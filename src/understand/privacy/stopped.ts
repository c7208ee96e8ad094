import { type RawBuilder, sql } from 'kysely'
import type { Transaction } from '#store/door.ts'

/** That the account of this expression belongs to nobody whose use was stopped. */
export function isUsed(handleId: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`${handleId} not in (select s.handle_id from stopped_handle s)`
}

/**
 * That the activity of this expression is by nobody whose use was stopped. Whose use was stopped is asked
 * once a query, not once a row.
 */
export function isUsedPost(activityId: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`(select used.handle_id from activity used where used.id = ${activityId})
    not in (select s.handle_id from stopped_handle s)`
}

/** That the person of this expression, by any of their ids, is nobody whose use was stopped. */
export function isUsedPerson(personId: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`${personId} not in (select s.person_id from stopped_person s)`
}

/** Of these people, by any of their ids, those whose use was stopped. */
export async function stoppedAmong(
  tx: Transaction,
  people: readonly string[],
): Promise<Set<string>> {
  if (people.length === 0) return new Set()
  const { rows } = await sql<{ id: string }>`
    select person_id as id from stopped_person where person_id = any(${[...people]}::uuid[])`.execute(
    tx,
  )
  return new Set(rows.map(({ id }) => id))
}

/** That a person's data is no longer used, or was not for a while. */
export interface UseStop {
  id: string
  reason: string
  since: string
  stoppedBy: string | null
  /** The request that was granted. */
  requestId: string | null
  liftedAt: string | null
  liftedBecause: string | null
}

/** All stops of these people, the latest first. */
export async function readUseStops(tx: Transaction, people: readonly string[]): Promise<UseStop[]> {
  const { rows } = await sql<
    Omit<UseStop, 'since' | 'liftedAt'> & { since: Date; lifted: Date | null }
  >`
    select id, reason, since, stopped_by as "stoppedBy", request_id as "requestId",
      lifted_at as lifted, lifted_because as "liftedBecause"
    from use_stop where person_id = any(${[...people]}::uuid[]) order by id desc`.execute(tx)
  return rows.map(({ since, lifted, ...row }) => ({
    ...{ ...row, since: since.toISOString(), liftedAt: lifted?.toISOString() ?? null },
  }))
}
