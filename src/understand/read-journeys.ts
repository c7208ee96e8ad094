import { sql } from 'kysely'
import type { Transaction } from '#store/door.ts'
import {
  MOVE_KINDS,
  type MoveKind,
  STAGES,
  STANCES,
  type Stage,
  type StageOrNone,
  type Stance,
  stagesOfMove,
  type TopicKind,
} from '#vocabulary/index.ts'
import { type ReadBy, readByOf } from './model-days.ts'
import { getTopic } from './read-topics.ts'

/** Moves of one kind; `moves` is the sum over stances. */
export interface Flow {
  move: MoveKind
  from: StageOrNone
  to: Stage
  moves: number
  byStance: Record<Stance, number>
}

/** How people moved along the cycle for a topic in a span of days. */
export interface Journeys {
  topic: { id: string; name: string; kind: TopicKind }
  firstDay: string | null
  lastDay: string | null
  moves: number
  /** Kinds that occurred, in the order of the cycle. */
  flows: Flow[]
  roundsClosed: number
  people: Record<Stage, number>
  /** What read the posts about the topic of these days. */
  readBy: ReadBy
}

/** Days are of the workspace's time zone, both included. */
export interface JourneysFilter {
  topic: string
  from?: string | undefined
  to?: string | undefined
}

/**
 * The flow of a topic, from the roll-ups. Merged people make one journey and count once. Throws `not-found` for a topic that is none.
 */
export async function readJourneys(tx: Transaction, filter: JourneysFilter): Promise<Journeys> {
  const { id, name, kind } = await getTopic(tx, filter.topic)
  const cells = await readCells(tx, filter)
  const flows = MOVE_KINDS.map((move) => flowOf(move, cells)).filter(({ moves }) => moves > 0)
  const closed = flows.find(({ move }) => move === 'satisfaction-discovery')
  return {
    topic: { id, name, kind },
    ...(await readSpan(tx, filter.topic)),
    moves: flows.reduce((sum, { moves }) => sum + moves, 0),
    flows,
    roundsClosed: closed?.moves ?? 0,
    people: await countPeople(tx, filter.topic),
    readBy: await readByOf(tx, filter),
  }
}

interface FlowCell {
  from: StageOrNone
  to: Stage
  stance: Stance
  moves: number
}

async function readCells(
  tx: Transaction,
  { topic, from, to }: JourneysFilter,
): Promise<FlowCell[]> {
  const since = from === undefined ? sql`` : sql`and day >= ${from}::date`
  const until = to === undefined ? sql`` : sql`and day <= ${to}::date`
  const { rows } = await sql<FlowCell>`
    select from_stage as "from", to_stage as "to", stance, sum(moves)::bigint as moves from move_day
    where topic_id = ${topic}::uuid ${since} ${until} group by 1, 2, 3`.execute(tx)
  return rows
}

function flowOf(move: MoveKind, cells: readonly FlowCell[]): Flow {
  const { from, to } = stagesOfMove(move)
  const own = cells.filter((cell) => cell.from === from && cell.to === to)
  const count = (stance: Stance) => own.find((cell) => cell.stance === stance)?.moves ?? 0
  const byStance = Object.fromEntries(STANCES.map((stance) => [stance, count(stance)]))
  const moves = own.reduce((sum, cell) => sum + cell.moves, 0)
  return { move, from, to, moves, byStance: byStance as Record<Stance, number> }
}

async function readSpan(
  tx: Transaction,
  topic: string,
): Promise<{ firstDay: string | null; lastDay: string | null }> {
  const { rows } = await sql<{ firstDay: string | null; lastDay: string | null }>`
    select min(day)::text as "firstDay", max(day)::text as "lastDay" from move_day
    where topic_id = ${topic}::uuid`.execute(tx)
  return rows[0] ?? { firstDay: null, lastDay: null }
}

/** Who came to a stage less who left it; merged people make one journey. */
async function countPeople(tx: Transaction, topic: string): Promise<Record<Stage, number>> {
  const { rows } = await sql<{ stage: Stage; people: number }>`
    with moved as (
      select from_stage, to_stage, moves from move_day
      where topic_id = ${topic}::uuid and from_stage <> to_stage
    )
    select stage, sum(people)::bigint as people from (
      select to_stage as stage, moves as people from moved
      union all select from_stage, -moves from moved
    ) change where stage <> 'none' group by 1`.execute(tx)
  const of = (stage: Stage) => rows.find((row) => row.stage === stage)?.people ?? 0
  return Object.fromEntries(STAGES.map((stage) => [stage, of(stage)])) as Record<Stage, number>
}
