import { sql } from 'kysely'
import type { Transaction } from '#store/door.ts'
import type { DealState } from '#vocabulary/index.ts'
import { PROBABILITY } from './hydrate-deals.ts'
import { getPipeline } from './pipelines.ts'
import { type DealFilter, dealsHolding } from './read-deals.ts'

/** Digits of minor units. */
export interface CurrencySums {
  currency: string
  deals: number
  valueMinor: string
  /** Each value times its probability; rounded once, half up. */
  weightedMinor: string
}

export interface StageSums {
  /** Null for what is closed. */
  stageId: string | null
  state: DealState
  deals: number
  byCurrency: CurrencySums[]
}

interface SumsRow {
  stage_id: string | null
  state: DealState
  currency: string | null
  deals: number
  value: string
  weighted: string
}

/**
 * How many deals of a pipeline stand at each stage and how many were won and lost, with their value
 * by currency; deals without a value are counted only. Days of closing narrow what is closed. Throws
 * `not-found`.
 */
export async function sumPipeline(
  tx: Transaction,
  pipelineId: string,
  filter: Pick<DealFilter, 'q' | 'owner' | 'organisation' | 'topic' | 'closedFrom' | 'closedTo'>,
): Promise<StageSums[]> {
  await getPipeline(tx, pipelineId)
  const { closedFrom, closedTo, ...always } = filter
  const own = await dealsHolding(tx, { ...always, pipeline: pipelineId })
  const closed = await dealsHolding(tx, { closedFrom, closedTo })
  const { rows } = await sql<SumsRow>`
    select case when d.state = 'open' then d.stage_id end as stage_id, d.state, d.currency,
      count(*)::integer as deals, coalesce(sum(d.value_minor), 0)::text as value,
      round(coalesce(sum(d.value_minor::numeric * ${PROBABILITY}), 0) / 100)::text as weighted
    from deal d join pipeline_stage s on s.id = d.stage_id
    where ${own} and (d.state = 'open' or (${closed}))
    group by 1, 2, 3 order by 1, 2, d.currency`.execute(tx)
  return gather(rows)
}

function gather(rows: readonly SumsRow[]): StageSums[] {
  const sums = new Map<string, StageSums>()
  for (const { stage_id: stageId, state, currency, deals, value, weighted } of rows) {
    const key = `${stageId} ${state}`
    const of = sums.get(key) ?? { stageId, state, deals: 0, byCurrency: [] }
    sums.set(key, of)
    of.deals += deals
    if (currency === null) continue
    of.byCurrency.push({ currency, deals, valueMinor: value, weightedMinor: weighted })
  }
  return [...sums.values()]
}
