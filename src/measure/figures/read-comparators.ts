import type { Transaction } from '#store/door.ts'
import type { Comparators } from '../influence/comparators.ts'
import { linesOfRun } from './read-lines.ts'
import { type Ground, groundOf, type Run, readRun } from './read-run.ts'
import { type Scope, scopeOf } from './scope.ts'
import { allOf } from './shares-of.ts'
import { type ShownChannel, showChannels } from './show-posts.ts'

/** What our measure and the usual rules credit a channel, in outcomes. */
export interface ComparedChannel {
  channel: ShownChannel
  credit: number
  lastTouch: number
  firstTouch: number
  linear: number
  timeDecay: number
  markov: number
  shapley: number
}

export interface ComparedRules extends Ground {
  outcomes: number
  /** Outcomes that some touch preceded: the usual rules credit them whole. */
  preceded: number
  credited: number
  halfLifeDays: number | null
  byChannel: ComparedChannel[]
}

/**
 * The usual rules beside our measure, by channel, most last touches first; as of the newest measurement.
 * Throws `not-found` for a topic that is none.
 */
export async function readComparators(
  tx: Transaction,
  topicId: string | undefined,
): Promise<ComparedRules> {
  const scope = await scopeOf(tx, topicId)
  const run = await readRun(tx, scope)
  const ground = await groundOf(tx, run, allOf(scope))
  const compared = run === null ? undefined : comparatorsIn(run)
  if (run === null || compared === undefined) {
    return { ...ground, outcomes: 0, preceded: 0, credited: 0, halfLifeDays: null, byChannel: [] }
  }
  return {
    ...ground,
    ...{ outcomes: run.outcomes, credited: run.credited },
    ...{ preceded: compared.preceded, halfLifeDays: compared.halfLifeDays },
    byChannel: await besides(tx, scope, run, compared),
  }
}

/** As the measurement keeps them. */
export function comparatorsIn(run: Run): Comparators | undefined {
  return run.parameters.comparators as Comparators | undefined
}

/** The rules with our own credit of each channel beside them. */
export async function besides(
  tx: Transaction,
  scope: Scope,
  run: Run,
  { byChannel }: Comparators,
): Promise<ComparedChannel[]> {
  const channels = await showChannels(
    tx,
    byChannel.map(({ channel }) => channel),
  )
  const wanted = { scope, type: null, since: null, before: null }
  const lines = await linesOfRun(tx, 'channel', run, wanted)
  const credits = new Map(lines.map(({ key, credit, live }) => [key, credit - live]))
  return byChannel.flatMap(({ channel: id, ...rules }) => {
    const channel = channels.get(id)
    return channel === undefined ? [] : [{ channel, credit: credits.get(id) ?? 0, ...rules }]
  })
}
