import { type RawBuilder, sql } from 'kysely'
import type { Batch } from '#listen/index.ts'
import { insertRows } from '#store/insert-rows.ts'
import type { Stage, Stance } from '#vocabulary/index.ts'
import type { Move, Standing, Telling } from './journey.ts'

/** Whose journey, and about what; merged people make one, that of their root. */
export interface Pair {
  personId: string
  topicId: string
}

export function pairKey({ personId, topicId }: Pair): string {
  return `${personId}\n${topicId}`
}

/** Where a journey has come to: the standing after its latest move, and the latest telling post. */
export interface Reached extends Pair {
  latest: Pick<Telling, 'activityId' | 'stage' | 'stance'>
  standing: Standing
}

/** A move that a journey has gained or lost. */
export interface MoveChange extends Pair {
  sign: 1 | -1
  move: Move
}

type StageRow = {
  person_id: string
  topic_id: string
  stage: Stage
  stance: Stance
  activity_id: string
  round: number
  moved_stance: Stance
}

/** Locks what is kept of these journeys, in the order given, and answers it by {@link pairKey}. */
export async function lockReached(batch: Batch, pairs: Pair[]): Promise<Map<string, Reached>> {
  const { rows } = await sql<StageRow>`
    select j.person_id, j.topic_id, j.stage, j.stance, j.activity_id, j.round, j.moved_stance
    from ${unnestPairs(pairs)}
    cross join lateral (
      select * from journey_stage s where s.workspace_id = ${batch.workspaceId}
        and s.person_id = k.person_id and s.topic_id = k.topic_id for update
    ) j`.execute(batch.tx)
  const reached = rows.map(
    (row): Reached => ({
      personId: row.person_id,
      topicId: row.topic_id,
      latest: { activityId: row.activity_id, stage: row.stage, stance: row.stance },
      standing: { stage: row.stage, stance: row.moved_stance, round: row.round },
    }),
  )
  return new Map(reached.map((one) => [pairKey(one), one]))
}

/** The pairs as a row set `k (person_id, topic_id, n)`, n from 1. */
export function unnestPairs(pairs: readonly Pair[]): RawBuilder<unknown> {
  const people = pairs.map(({ personId }) => personId)
  const topics = pairs.map(({ topicId }) => topicId)
  return sql`unnest(${people}::uuid[], ${topics}::uuid[]) with ordinality as k (person_id, topic_id, n)`
}

const STAGE_COLUMNS = {
  person_id: 'uuid',
  topic_id: 'uuid',
  stage: 'text',
  stance: 'text',
  activity_id: 'uuid',
  round: 'integer',
  moved_stance: 'text',
} as const

function stageRow({ personId, topicId, latest, standing }: Reached): StageRow {
  return {
    person_id: personId,
    topic_id: topicId,
    stage: latest.stage,
    stance: latest.stance,
    activity_id: latest.activityId,
    round: standing.round,
    moved_stance: standing.stance,
  }
}

/** For journeys whose rows are locked, or of whom nothing is kept. */
export async function writeReached(batch: Batch, reached: Reached[]): Promise<void> {
  await insertRows(
    batch.tx,
    'journey_stage',
    batch.workspaceId,
    STAGE_COLUMNS,
    reached.map(stageRow),
    sql`on conflict (workspace_id, person_id, topic_id) do update set stage = excluded.stage,
      stance = excluded.stance, activity_id = excluded.activity_id, round = excluded.round,
      moved_stance = excluded.moved_stance`,
  )
}

/** Begins journeys; answers the keys of those that another batch has not begun meanwhile. */
export async function beginReached(batch: Batch, reached: Reached[]): Promise<Set<string>> {
  const rows = await insertRows<{ person_id: string; topic_id: string }>(
    batch.tx,
    'journey_stage',
    batch.workspaceId,
    STAGE_COLUMNS,
    reached.map(stageRow),
    sql`on conflict do nothing returning person_id, topic_id`,
  )
  return new Set(
    rows.map(({ person_id, topic_id }) => pairKey({ personId: person_id, topicId: topic_id })),
  )
}

const MOVE_COLUMNS = {
  person_id: 'uuid',
  topic_id: 'uuid',
  activity_id: 'uuid',
  from_stage: 'text',
  to_stage: 'text',
  stance: 'text',
  round: 'integer',
  at: 'timestamptz',
} as const

/** Writes the moves that were gained. */
export async function writeMoves(batch: Batch, gained: MoveChange[]): Promise<void> {
  const rows = gained.map(({ personId, topicId, move }) => ({
    person_id: personId,
    topic_id: topicId,
    activity_id: move.activityId,
    from_stage: move.from,
    to_stage: move.to,
    stance: move.stance,
    round: move.round,
    at: move.at.toISOString(),
  }))
  await insertRows(batch.tx, 'journey_move', batch.workspaceId, MOVE_COLUMNS, rows)
}
