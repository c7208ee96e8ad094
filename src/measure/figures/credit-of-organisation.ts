import { sql } from 'kysely'
import { handlesOfOrganisation } from '#listen/index.ts'
import type { Transaction } from '#store/door.ts'
import type { InfluenceOutcome } from '#vocabulary/index.ts'
import { addUp, type LineSum } from '../influence/add-up.ts'
import { doubtOf, sharesOf } from './read-lines.ts'
import { type Run, readRun } from './read-run.ts'
import { scopeOf } from './scope.ts'
import type { SharePart } from './shares-of.ts'

/** What the people of an organisation are credited of others' outcomes. */
export interface OrganisationCredit {
  measuredAt: string
  /** Sums of shares, as GET /influence/credits?organisation= lists them; estimated, at 90 %. */
  byType: ({ type: InfluenceOutcome; outcomes: number } & LineSum)[]
}

/**
 * The shares of an organisation's people of today in outcomes, all topics together, by type, most credit
 * first. Their people are summed in every replicate, so that the interval is of the sum: adding up those
 * of each would take what they share for independent. Null where nothing was measured yet.
 */
export async function creditOfOrganisation(
  tx: Transaction,
  id: string,
): Promise<OrganisationCredit | null> {
  const run = await readRun(tx, await scopeOf(tx, undefined))
  if (run?.state !== 'measured') return null
  const parts = await partsOf(tx, await handlesOfOrganisation(tx, id))
  const types = [...new Set(parts.map(({ key }) => key))]
  const sums = await addUpLines(tx, run, parts, types)
  const byType = types.map((type, i) => {
    const outcomes = new Set(parts.filter(({ key }) => key === type).map((one) => one.outcomeId))
    return { type, outcomes: outcomes.size, ...(sums[i] as LineSum) }
  })
  byType.sort((a, b) => b.credit - a.credit || (a.type < b.type ? -1 : 1))
  return { measuredAt: run.measuredAt.toISOString(), byType }
}

type Part = SharePart & { key: InfluenceOutcome }

/** The shares of these accounts, by outcome, type and channel. */
async function partsOf(tx: Transaction, handles: readonly string[]): Promise<Part[]> {
  const { rows } = await sql<Part>`
    select c.outcome_id as "outcomeId", c.handle_id as "handleId", c.type as key,
      s.channel_id as "channelId", sum(s.share) as share
    from credit_share s
    join outcome_credit c on c.workspace_id = s.workspace_id and c.scope_id = s.scope_id
      and c.outcome_id = s.outcome_id and c.type = s.type
    where s.actor_handle_id = any(${[...handles]}::uuid[]) and s.scope_id = s.workspace_id
    group by 1, 2, 3, 4 order by 1, 3, 4`.execute(tx)
  return rows
}

async function addUpLines(
  tx: Transaction,
  run: Run,
  parts: readonly Part[],
  types: readonly InfluenceOutcome[],
): Promise<LineSum[]> {
  const { columns, channels } = await sharesOf(tx, parts, types.length, ({ key }) =>
    types.indexOf(key),
  )
  return addUp(columns, await doubtOf(tx, run, channels))
}
