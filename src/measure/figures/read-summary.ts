import { sql } from 'kysely'
import type { Transaction } from '#store/door.ts'
import { type ReadBy, readByOf } from '#understand/index.ts'
import type { CreditLabel, InfluenceOutcome } from '#vocabulary/index.ts'
import { addUp, type LineSum } from '../influence/add-up.ts'
import { ESTIMATED } from './calibration.ts'
import { type InMoney, inMoney, type MoneyKnown, moneyIntervals } from './in-money.ts'
import { isEnough } from './line.ts'
import { doubtOf, measuredLines, outcomesAgainst, sharesOf } from './read-lines.ts'
import { type Ground, groundOf, type Run, readRun } from './read-run.ts'
import { isNarrowed, type OutcomesAsked, scopeOf, spanOf, typeAsked } from './scope.ts'
import {
  moneyOfTypes,
  moneyPartsOfOutcomes,
  type OutcomesWanted,
  partsOfOutcomes,
  sumOutcomes,
  type TypeSum,
} from './shares-of.ts'
import {
  addPlacebos,
  placebosOfRun,
  type ShownPlacebos,
  scalePlacebos,
  spreadAs,
} from './shown-placebos.ts'

/** Outcomes, what of them was credited and what would have happened anyway; together they are all. */
export interface WholeFigure extends LineSum {
  outcomes: number
  background: number
  placebo: number
  /** All placebos with their spread; null where the measurement kept none. */
  placebos: ShownPlacebos | null
  enough: boolean
}

export interface InfluenceSummary extends WholeFigure, Ground, InMoney {
  basis: 'run' | 'span'
  evidence: CreditLabel
  live: { outcomes: number; credit: number }
  types: (WholeFigure & { type: InfluenceOutcome })[]
  /** What read the posts about the topic, or about any, of the days whose outcomes these are. */
  readBy: ReadBy
}

const NOTHING: WholeFigure = {
  ...{ outcomes: 0, background: 0, credit: 0, low: 0, high: 0 },
  ...{ placebo: 0, placebos: null, enough: false },
}

/**
 * How many outcomes posts brought about, how many would have happened anyway, and how sure that is.
 * Throws `not-found` for a topic that is none, `bad-input` for a span turned round.
 */
export async function readInfluenceSummary(
  tx: Transaction,
  asked: OutcomesAsked & { topic?: string | undefined },
): Promise<InfluenceSummary> {
  const scope = await scopeOf(tx, asked.topic)
  const run = await readRun(tx, scope)
  const wanted = { scope, type: typeAsked(asked), ...(await spanOf(tx, asked)) }
  const isSpan = isNarrowed(wanted)
  const ground = await groundOf(tx, run, wanted)
  const sums = await sumOutcomes(tx, wanted)
  const parts = isSpan && run !== null ? await partsOfOutcomes(tx, wanted) : null
  const types = run === null ? [] : await typesOf(tx, run, wanted, sums, parts)
  const whole = run === null ? NOTHING : await wholeOf(tx, run, wanted, types, parts)
  const live = await sumOutcomes(tx, { ...wanted, isLive: true })
  return {
    ...ground,
    ...whole,
    basis: isSpan ? 'span' : 'run',
    ...inMoney(await moneyOf(tx, run, wanted)),
    // Experiments speak of channels: of all together they say nothing.
    evidence: ESTIMATED.label,
    live: totalOf(live),
    types,
    readBy: run === null ? [] : await readersOf(tx, run, asked),
  }
}

async function readersOf(
  tx: Transaction,
  run: Run,
  asked: OutcomesAsked & { topic?: string | undefined },
): Promise<ReadBy> {
  const { rows } = await sql<{ from: string | null }>`
    select (${run.from}::timestamptz at time zone time_zone)::date::text as "from" from workspace
  `.execute(tx)
  const span = { from: asked.from ?? rows[0]?.from ?? undefined, to: asked.to }
  return readByOf(tx, { topic: asked.topic ?? 'any-topic', ...span })
}

async function moneyOf(
  tx: Transaction,
  run: Run | null,
  wanted: OutcomesWanted,
): Promise<MoneyKnown> {
  const sums = await moneyOfTypes(tx, wanted)
  if (run === null) return { sums, intervals: new Map() }
  const parts = await moneyPartsOfOutcomes(tx, wanted)
  const [intervals = new Map()] = await moneyIntervals(tx, run, parts, 1, () => 0)
  return { sums, intervals }
}

function totalOf(sums: readonly TypeSum[]): { outcomes: number; credit: number } {
  const outcomes = sums.reduce((sum, one) => sum + one.outcomes, 0)
  return { outcomes, credit: outcomes - sums.reduce((sum, one) => sum + one.background, 0) }
}

type TypeFigure = WholeFigure & { type: InfluenceOutcome }
/** All shares of a span by outcome and channel, read once for all figures. */
type OutcomeParts = Awaited<ReturnType<typeof partsOfOutcomes>>

async function typesOf(
  tx: Transaction,
  run: Run,
  wanted: OutcomesWanted,
  sums: readonly TypeSum[],
  parts: OutcomeParts | null,
): Promise<TypeFigure[]> {
  const measured = await measuredTypes(tx, run)
  const added = parts === null ? null : await addedTypes(tx, run, parts, sums)
  const all: TypeFigure[] = []
  for (const [i, { type, outcomes, background }] of sums.entries()) {
    const known = measured.get(type)
    const credit = outcomes - background
    const { low, high } = added?.[i] ?? inProportion(known ?? ofRun(run), credit)
    const scale = parts === null ? 1 : await outcomesAgainst(tx, run, { ...wanted, type })
    const placebo = (known?.placebo ?? 0) * scale
    const placebos = scalePlacebos(known?.placebos ?? null, scale)
    const figure = { outcomes, background, credit, low, high, placebo, placebos }
    all.push({ type, ...figure, enough: isEnough(figure) })
  }
  return all
}

interface Measured extends LineSum {
  placebo: number
  placebos: ShownPlacebos | null
}

async function measuredTypes(tx: Transaction, run: Run): Promise<Map<string, Measured>> {
  const lines = await measuredLines(tx, 'type', run, null)
  return new Map(lines.map((line) => [line.key, line]))
}

function ofRun(run: Run): LineSum {
  return { credit: run.credited, low: run.low, high: run.high }
}

/** What came since is as sure as what was measured. */
function inProportion(measured: LineSum, credit: number): { low: number; high: number } {
  if (measured.credit <= 0) return { low: 0, high: credit }
  const scale = credit / measured.credit
  return { low: measured.low * scale, high: measured.high * scale }
}

/** Sums of a span by type, in the order of `sums`. */
async function addedTypes(
  tx: Transaction,
  run: Run,
  parts: OutcomeParts,
  sums: readonly TypeSum[],
): Promise<LineSum[]> {
  const place = new Map(sums.map(({ type }, i) => [type, i]))
  const shares = await sharesOf(tx, parts, sums.length, ({ type }) => place.get(type) ?? 0)
  return addUp(shares.columns, await doubtOf(tx, run, shares.channels))
}

async function wholeOf(
  tx: Transaction,
  run: Run,
  wanted: OutcomesWanted,
  types: readonly TypeFigure[],
  parts: OutcomeParts | null,
): Promise<WholeFigure> {
  const [only] = types
  if (wanted.type !== null) return only ?? NOTHING
  const sum = (of: (one: TypeFigure) => number) => types.reduce((all, one) => all + of(one), 0)
  const outcomes = sum((one) => one.outcomes)
  const background = sum((one) => one.background)
  const credit = outcomes - background
  const { low, high } =
    parts === null ? inProportion(ofRun(run), credit) : await addedWhole(tx, run, parts)
  const ofTypes = types.map(({ placebos }) => placebos).reduce(addPlacebos, null)
  const figure = {
    ...{ outcomes, background, credit, low, high, placebo: sum((one) => one.placebo) },
    placebos: spreadAs(ofTypes, placebosOfRun(run.parameters)),
  }
  return { ...figure, enough: run.state === 'measured' && isEnough(figure) }
}

async function addedWhole(tx: Transaction, run: Run, parts: OutcomeParts): Promise<LineSum> {
  const shares = await sharesOf(tx, parts, 1, () => 0)
  const [whole] = addUp(shares.columns, await doubtOf(tx, run, shares.channels))
  return whole ?? { credit: 0, low: 0, high: 0 }
}
