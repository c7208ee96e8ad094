import type { Stage, Topic } from '#vocabulary/index.ts'
import { readStageValues } from '../journeys/index.ts'
import type { Run } from '../touches/people-of-handles.ts'
import type { StageMove } from './happenings.ts'

/** What it brings in that somebody stands at a stage of a topic, in minor units of one currency. */
export interface StageWorth {
  currency: string
  minor: ReadonlyMap<Stage, number>
}

/** By topic; topics of which nobody can say are not there. */
export type StageWorths = ReadonlyMap<string, StageWorth>

/**
 * What the stages of each topic are worth now, by the stage chain. Competitors' are left out: what their
 * customers bring in is none of ours. One transaction a topic.
 */
export async function readStageWorths(
  run: Run,
  topics: readonly Topic[],
  now: Date,
): Promise<StageWorths> {
  const worths = new Map<string, StageWorth>()
  for (const { id, kind } of topics) {
    if (kind === 'competitor') continue
    const read = await run((tx) => readStageValues(tx, id, now))
    if (read.basis !== 'money' || read.currency === null || read.known.length === 0) continue
    const minor = new Map(read.known.map((stage) => [stage, read.values[stage]] as const))
    worths.set(id, { currency: read.currency, minor })
  }
  return worths
}

/** An amount in the minor unit of its currency. */
export interface Worth {
  currency: string
  minor: number
}

/**
 * By how much the stage after is worth more than the one before; nowhere is worth nothing. A post that
 * moves its author on several topics is worth the largest of these moves, not their sum: what is paid
 * without naming a product stands in the chain of each of ours. Null where nobody can say.
 */
export function worthOfMoves(
  worths: StageWorths,
  moves: readonly StageMove[],
  topicId: string | null,
): Worth | null {
  const known = moves
    .filter((move) => topicId === null || move.topicId === topicId)
    .flatMap((move) => worthOfMove(worths, move) ?? [])
  const [first] = known
  if (first === undefined) return null
  return known
    .filter(({ currency }) => currency === first.currency)
    .reduce((most, one) => (one.minor > most.minor ? one : most))
}

function worthOfMove(worths: StageWorths, { topicId, from, to }: StageMove): Worth | null {
  const stages = worths.get(topicId)
  const after = stages?.minor.get(to)
  const before = from === 'none' ? 0 : stages?.minor.get(from)
  if (stages === undefined || after === undefined || before === undefined) return null
  return { currency: stages.currency, minor: after - before }
}
