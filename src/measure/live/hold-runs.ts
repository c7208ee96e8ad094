import { sql } from 'kysely'
import type { Transaction } from '#store/door.ts'
import type { Run } from '../figures/read-run.ts'
import { stageWorthsOf } from '../figures/stage-worths.ts'
import type { StageWorths } from '../nightly/stage-worth.ts'

export type HeldRun = Run & { topicId: string | null; worths: StageWorths }

/**
 * The newest measurements by scope, held so that none is replaced while credit is given by it. Those
 * that found too little to measure give no credit.
 */
export async function holdRuns(tx: Transaction): Promise<Map<string, HeldRun>> {
  const { rows } = await sql<Omit<HeldRun, 'worths'> & { scopeId: string }>`
    select id, scope_id as "scopeId", topic_id as "topicId", state, measured_at as "measuredAt",
      from_at as "from", to_at as "to", people, touches, outcomes, unlinked, credited, background, low,
      high, parameters, replicates
    from influence_run where state = 'measured' order by scope_id for key share`.execute(tx)
  const worths = await stageWorthsOf(
    tx,
    rows.map(({ id }) => id),
  )
  return new Map(
    rows.map(({ scopeId, ...run }) => [
      scopeId,
      { ...run, worths: worths.get(run.id) ?? new Map() },
    ]),
  )
}
