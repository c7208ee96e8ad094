import { sql } from 'kysely'
import type { Transaction } from '#store/door.ts'
import type { NoFigureReason } from '#vocabulary/index.ts'
import { type LinkedOutcomes, linkedOutcomes } from './linked-outcomes.ts'
import type { Scope } from './scope.ts'
import type { OutcomesWanted } from './shares-of.ts'

/** The newest measurement of a scope. */
export interface Run {
  id: string
  state: 'measured' | 'insufficient'
  measuredAt: Date
  /** Outcomes of this span. */
  from: Date | null
  to: Date | null
  people: number
  touches: number
  outcomes: number
  /** Outcomes of whom nobody knows who they are. */
  unlinked: number
  credited: number
  background: number
  low: number
  high: number
  parameters: Record<string, unknown>
  /** Of each bootstrap replicate, what each channel was credited. */
  replicates: Record<string, number[]>
}

/** The newest measurement of a scope; null before the first. */
export async function readRun(tx: Transaction, scope: Pick<Scope, 'id'>): Promise<Run | null> {
  const row = await tx
    .selectFrom('influence_run')
    .selectAll()
    .where('scope_id', '=', scope.id)
    .executeTakeFirst()
  if (row === undefined) return null
  const { id, state, people, touches, outcomes, unlinked } = row
  const { credited, background, low, high, parameters, replicates } = row
  return {
    ...{ id, state, people, touches, outcomes, unlinked },
    ...{ credited, background, low, high, parameters, replicates },
    ...{ measuredAt: row.measured_at, from: row.from_at, to: row.to_at },
  }
}

/** What figures rest on, as it is said beside each list of them. */
export interface Ground {
  topic: Scope['topic']
  run: ShownRun | null
  isMeasuring: boolean
  /** How many outcomes could be linked to a person at all. */
  linked: LinkedOutcomes
  reason: NoFigureReason | null
}

export interface ShownRun {
  id: string
  state: Run['state']
  measuredAt: string
  from: string | null
  to: string | null
  people: number
  touches: number
  windowDays: number
  tauDays: number
}

/** The ground of the figures of some outcomes. */
export async function groundOf(
  tx: Transaction,
  run: Run | null,
  wanted: OutcomesWanted,
): Promise<Ground> {
  return {
    topic: wanted.scope.topic,
    run: run === null ? null : showRun(run),
    isMeasuring: await isMeasuring(tx),
    linked: await linkedOutcomes(tx, run, wanted),
    reason: reasonOf(run),
  }
}

function reasonOf(run: Run | null): NoFigureReason | null {
  if (run === null) return 'not-measured'
  if (run.outcomes === 0) return 'no-outcomes'
  return run.state === 'insufficient' ? 'insufficient' : null
}

export function showRun(run: Run): ShownRun {
  const { id, state, measuredAt, from, to, people, touches, parameters } = run
  const { windowDays, tauDays } = parameters
  return {
    ...{ id, state, people, touches },
    measuredAt: measuredAt.toISOString(),
    from: from?.toISOString() ?? null,
    to: to?.toISOString() ?? null,
    windowDays: Number(windowDays ?? 0),
    tauDays: Number(tauDays ?? 0),
  }
}

/** Whether a measurement is in line or running. */
export async function isMeasuring(
  tx: Transaction,
  states: readonly ('waiting' | 'running')[] = ['waiting', 'running'],
): Promise<boolean> {
  const { rows } = await sql`select 1 from job
    where kind = 'measure-influence' and state = any(${[...states]}) limit 1`.execute(tx)
  return rows.length > 0
}
