import { sql } from 'kysely'
import type { Transaction } from '#store/door.ts'
import type { PlanLack, PlanOutcome } from '#vocabulary/index.ts'
import { DAY_SECONDS } from '../influence/columns.ts'
import type { RunParameters } from '../nightly/run-parameters.ts'

/** What a plan needs to know of the newest measurement. */
export interface MeasuredForPlan {
  runId: string
  /** From and until when outcomes were measured. */
  from: Date
  to: Date
  tauDays: number
  shape: number
  /** How much words of accounts push that have no multiplier of their own. */
  multiplierOfOthers: number
  windowDays: number
  /** Of the outcome by channel id, in days. */
  theta: ReadonlyMap<string, number>
  /** Of each replicate by channel id: what it was credited, relative to the mean of all. */
  ratios: ReadonlyMap<string, readonly number[]>
  /** Outcomes a person and day that happen anyway. */
  backgroundPerDay: number
  widening: number
  sway: number
}

interface RunRow {
  id: string
  state: 'measured' | 'insufficient'
  from_at: Date | null
  to_at: Date | null
  people: number
  credited: number
  low: number
  high: number
  parameters: Record<string, unknown>
  replicates: Record<string, number[]>
}

/** Reads the newest measurement of a topic, or of all of them together, for one type of outcome. */
export async function readMeasured(
  tx: Transaction,
  scopeId: string,
  outcome: PlanOutcome,
): Promise<MeasuredForPlan | { lack: PlanLack }> {
  const run = (await tx
    .selectFrom('influence_run')
    .select(['id', 'state', 'from_at', 'to_at', 'people', 'credited', 'low', 'high'])
    .select(['parameters', 'replicates'])
    .where('scope_id', '=', scopeId)
    .executeTakeFirst()) as RunRow | undefined
  if (run === undefined) return { lack: 'no-run' }
  if (run.state === 'insufficient' || run.from_at === null || run.to_at === null) {
    return { lack: 'run-insufficient' }
  }
  const theta = thetaOf(run.parameters, outcome)
  const backgroundPerDay = await readBackground(tx, scopeId, outcome, run, [run.from_at, run.to_at])
  const isPushed = [...theta.values()].some((one) => one > 0)
  if (!isPushed || backgroundPerDay === 0) return { lack: 'no-effect' }
  return {
    ...{ runId: run.id, from: run.from_at, to: run.to_at, theta, backgroundPerDay },
    ...{ tauDays: numberOf(run.parameters, 'tauDays'), sway: numberOf(run.parameters, 'sway', 0) },
    shape: numberOf(run.parameters, 'shape', 1),
    windowDays: numberOf(run.parameters, 'windowDays'),
    multiplierOfOthers: numberOf(run.parameters, 'multiplierOfOthers', 1),
    ratios: ratiosOf(run.replicates),
    widening: await readWidening(tx, outcome, run),
  }
}

function thetaOf({ theta }: Record<string, unknown>, outcome: PlanOutcome): Map<string, number> {
  const byChannel = Object.entries((theta ?? {}) as RunParameters['theta'])
  return new Map(byChannel.map(([channel, byType]) => [channel, byType[outcome] ?? 0]))
}

function numberOf(parameters: Record<string, unknown>, name: string, otherwise?: number): number {
  const value = parameters[name] ?? otherwise
  if (typeof value === 'number' && Number.isFinite(value)) return value
  throw new Error(`the measurement names no ${name}`)
}

function ratiosOf(replicates: Record<string, number[]>): Map<string, readonly number[]> {
  return new Map(
    Object.entries(replicates).map(([channel, credits]) => {
      const mean = credits.reduce((sum, one) => sum + one, 0) / Math.max(1, credits.length)
      return [channel, mean > 0 ? credits.map((one) => one / mean) : credits.map(() => 1)]
    }),
  )
}

/** What happens anyway, spread over everybody in the measurement and its days. */
async function readBackground(
  tx: Transaction,
  scopeId: string,
  outcome: PlanOutcome,
  { people }: RunRow,
  [from, to]: [Date, Date],
): Promise<number> {
  const { rows } = await sql<{ background: number }>`
    select sum(background) as background from outcome_credit
    where scope_id = ${scopeId} and type = ${outcome} and at >= ${from} and at <= ${to}`.execute(tx)
  const days = Math.max(1, (to.getTime() - from.getTime()) / 1000 / DAY_SECONDS)
  return (rows[0]?.background ?? 0) / Math.max(1, people) / days
}

/**
 * Replicates tell of channels over all outcomes together; one type alone is known less well: by so much
 * as its interval is wider, relative to its credit.
 */
async function readWidening(tx: Transaction, outcome: PlanOutcome, run: RunRow): Promise<number> {
  const figure = await tx
    .selectFrom('influence_figure')
    .select(['credit', 'low', 'high'])
    .where('run_id', '=', run.id)
    .where('cut', '=', 'type')
    .where('key', '=', outcome)
    .executeTakeFirst()
  if (figure === undefined || figure.credit <= 0 || run.high <= run.low) return 1
  const ofType = (figure.high - figure.low) / figure.credit
  return Math.max(1, (ofType * run.credited) / (run.high - run.low))
}
