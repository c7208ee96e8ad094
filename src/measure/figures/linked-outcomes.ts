import { sql } from 'kysely'
import type { Transaction } from '#store/door.ts'
import { OUTCOME_TYPES } from '#vocabulary/index.ts'
import type { Run } from './read-run.ts'
import { type OutcomesWanted, sumOutcomes } from './shares-of.ts'

/** How many outcomes could be linked to a person at all. */
export interface LinkedOutcomes {
  /** Business outcomes, and those of them that are somebody's. */
  outcomes: number
  linked: number
  /** Null where there are none. */
  share: number | null
  /** Moves between stages: read from somebody's own words, so all are linked, and none counts above. */
  moves: number
}

const BUSINESS: ReadonlySet<string> = new Set(OUTCOME_TYPES)

/**
 * Of the outcomes asked for (their type and days), how many could be linked to a person: those of the
 * measurement by day, and what came since. Moves are told apart, because they would make every share
 * look well.
 */
export async function linkedOutcomes(
  tx: Transaction,
  run: Run | null,
  wanted: OutcomesWanted,
): Promise<LinkedOutcomes> {
  const live = await sumOutcomes(tx, { ...wanted, isLive: true })
  const measured = run === null ? [] : await readDays(tx, run, wanted)
  const counted = [
    ...live.map(({ type, outcomes }) => ({ type, linked: outcomes, unlinked: 0 })),
    ...measured,
  ]
  const business = counted.filter(({ type }) => BUSINESS.has(type))
  const linked = sum(business.map((one) => one.linked))
  const outcomes = linked + sum(business.map((one) => one.unlinked))
  const moves = counted.filter(({ type }) => !BUSINESS.has(type))
  return {
    ...{ outcomes, linked, share: outcomes === 0 ? null : linked / outcomes },
    moves: sum(moves.map((one) => one.linked)),
  }
}

async function readDays(
  tx: Transaction,
  run: Run,
  { type, since, before }: OutcomesWanted,
): Promise<{ type: string; linked: number; unlinked: number }[]> {
  const { rows } = await sql<{ type: string; linked: number; unlinked: number }>`
    select d.type, sum(d.linked)::float8 as linked, sum(d.unlinked)::float8 as unlinked
    from influence_outcome_days d
    cross join (select (${since}::timestamptz at time zone time_zone)::date as since,
      (${before}::timestamptz at time zone time_zone)::date as before from workspace) asked
    where d.run_id = ${run.id}::uuid and (${type}::text is null or d.type = ${type})
      and (asked.since is null or d.day >= asked.since)
      and (asked.before is null or d.day < asked.before)
    group by d.type order by d.type`.execute(tx)
  return rows
}

function sum(of: readonly number[]): number {
  return of.reduce((all, one) => all + one, 0)
}
