import { sql } from 'kysely'
import type { Transaction } from '#store/door.ts'
import { STAGES, type Stage } from '#vocabulary/index.ts'
import type { StageWorths } from '../nightly/stage-worth.ts'

/** What the stages of topics were worth when some measurements were made; by measurement. */
export async function stageWorthsOf(
  tx: Transaction,
  runIds: readonly string[],
): Promise<ReadonlyMap<string, StageWorths>> {
  const { rows } = await sql<StageRow & { runId: string; topicId: string }>`
    select run_id as "runId", topic_id as "topicId", stage, minor, currency
    from influence_stage_value where run_id = any(${[...runIds]}::uuid[])
    order by run_id, topic_id, stage`.execute(tx)
  const byRun = new Map<string, OfTopics>()
  for (const { runId, topicId, stage, minor, currency } of rows) {
    const byTopic: OfTopics = byRun.get(runId) ?? new Map()
    byRun.set(runId, byTopic)
    const own = byTopic.get(topicId) ?? { currency, minor: new Map<Stage, number>() }
    byTopic.set(topicId, own)
    own.minor.set(stage, minor)
  }
  return byRun
}

type OfTopics = Map<string, { currency: string; minor: Map<Stage, number> }>

interface StageRow {
  stage: Stage
  minor: number
  currency: string
}

/** What stages of a topic are worth, as the page shows it, in the order of the journey. */
export interface ShownStageValues {
  topic: { id: string; name: string }
  currency: string
  /** Null of stages of which nobody can say. */
  stages: { stage: Stage; minor: number | null }[]
}

const NONE: StageWorths = new Map()
const TOPICS_SHOWN = 10

/** The stage values by which the moves of a measurement are reckoned, by name; ten topics at most. */
export async function showStageValues(tx: Transaction, runId: string): Promise<ShownStageValues[]> {
  const worths = (await stageWorthsOf(tx, [runId])).get(runId) ?? NONE
  const { rows } = await sql<{ id: string; name: string }>`
    select id, name from topic where id = any(${[...worths.keys()]}::uuid[]) and deleted_at is null
    order by name, id limit ${TOPICS_SHOWN}`.execute(tx)
  return rows.flatMap((topic) => {
    const worth = worths.get(topic.id)
    if (worth === undefined) return []
    const stages = STAGES.map((stage) => ({ stage, minor: worth.minor.get(stage) ?? null }))
    return [{ topic, currency: worth.currency, stages }]
  })
}
