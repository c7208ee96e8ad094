import { sql } from 'kysely'
import { handlesOfOrganisation } from '#listen/index.ts'
import type { Transaction } from '#store/door.ts'
import type { InfluenceOutcome } from '#vocabulary/index.ts'

/** What the people of an organisation are credited of others' outcomes. */
export interface OrganisationCredit {
  measuredAt: string
  /** Sums of shares, as GET /influence/credits?organisation= lists them; estimated, without interval. */
  byType: { type: InfluenceOutcome; credit: number; outcomes: number }[]
}

/**
 * The shares of an organisation's people of today in outcomes, all topics together, by type. Intervals
 * are measured by person and don't add up, so there is none. Null where nothing was measured yet.
 */
export async function creditOfOrganisation(
  tx: Transaction,
  id: string,
): Promise<OrganisationCredit | null> {
  const run = await tx
    .selectFrom('influence_run')
    .select('measured_at')
    .where('topic_id', 'is', null)
    .where('state', '=', 'measured')
    .orderBy('measured_at', 'desc')
    .limit(1)
    .executeTakeFirst()
  if (run === undefined) return null
  const handles = await handlesOfOrganisation(tx, id)
  const { rows } = await sql<OrganisationCredit['byType'][number]>`
    select s.type, sum(s.share) as credit, count(distinct s.outcome_id)::integer as outcomes
    from credit_share s
    where s.actor_handle_id = any(${handles}::uuid[]) and s.scope_id = s.workspace_id
    group by 1 order by 2 desc, 1`.execute(tx)
  return { measuredAt: run.measured_at.toISOString(), byType: rows }
}
