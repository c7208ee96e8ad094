import type { Transaction } from '#store/door.ts'
import { getTopic } from '#understand/index.ts'
import { STAGES, type Stage, type StayEnding, type TopicKind } from '#vocabulary/index.ts'
import { chainOf, type StageChain, TARGETS, type Target } from './chain.ts'
import { type Bounds, type ChainIntervals, chainIntervals } from './chain-intervals.ts'
import { readStayBlocks } from './read-stay-blocks.ts'
import { type Income, type ReadStays, readIncome, readStays } from './read-stays.ts'
import { type StageIncome, type StageValues, valueOfStages } from './stage-values.ts'
import { type DaysFigure, meanStayDays, medianStay, medianUntil } from './stay-curve.ts'
import { HORIZON_DAYS, type StayFilter, type StayScope, scopeOf } from './stay-rows.ts'
import { ENDINGS, type Ending, type Stays } from './stays.ts'
import { joinStays, STAYS_MIN } from './stuck-points.ts'

/** Fewer who went a way tell nothing of how long it takes. */
const WENT_MIN = 10

/** A way from a stage. */
export interface StageWay {
  from: Stage
  to: Target
  /** Stays that were seen to end so, and the people who made them. */
  stays: number
  people: number
  /** Smoothed probability that this is how a stay ends, with its 90 % interval. */
  probability: number
  probabilityInterval: Bounds
  /** How long those took who went; null for silence, and where too few went. */
  days: DaysFigure | null
}

export interface StageFigures {
  stage: Stage
  stays: number
  people: number
  /** Stays that go on today. */
  ongoing: number
  /** How long half stay, whatever comes next; null where fewer than half have left. */
  stay: DaysFigure | null
  /** Enough stays to say so. */
  isEnough: boolean
  /** Expected stays at each stage until the journey ends, for somebody who stands here now. */
  visits: Record<Stage, number>
  churn: number
  silence: number
  value: number
  /** Where these lie, nine times in ten. */
  intervals: {
    /** Of the visits at all stages together. */
    visits: Bounds
    churn: Bounds
    silence: Bounds
    value: Bounds
  }
}

/** The stage chain of a topic. */
export interface JourneyChain {
  topic: { id: string; name: string; kind: TopicKind }
  /** The first day that was read where there are too many moves to read all. */
  since: string | null
  horizonDays: number
  /** The longest that any stay was watched, at most the horizon. */
  watchedDays: number
  stays: number
  stages: StageFigures[]
  ways: StageWay[]
  value: Pick<StageValues, 'basis' | 'currency'> & { outcomes: number }
}

/** The stays of one topic that a member asks for. */
export interface ChainFilter extends Omit<StayFilter, 'topics'> {
  topic: string
}

/**
 * How people of a topic go from stage to stage, how long they stay and what it is worth. Stays begun
 * in the span, followed until now. Throws `not-found` for a topic that is none.
 */
export async function readJourneyChain(
  tx: Transaction,
  { topic: topicId, ...filter }: ChainFilter,
  now: Date,
): Promise<JourneyChain> {
  const { id, name, kind } = await getTopic(tx, topicId)
  const scope = await scopeOf(tx, { ...filter, topics: [id] }, now)
  const read = await readStays(tx, scope)
  const { chain, values, income, perStay } = await valuesOf(tx, scope, read)
  const worth = (of: StageChain) => listed(valueOfStages(of, perStay))
  const intervals = chainIntervals(
    { chain, values: listed(values) },
    await readStayBlocks(tx, scope),
    HORIZON_DAYS,
    worth,
  )
  const shown = STAGES.map((stage, at) => showStage(stage, at, chain, values, intervals, read))
  return {
    topic: { id, name, kind },
    since: scope.since === filter.from ? null : scope.since,
    horizonDays: HORIZON_DAYS,
    watchedDays: Math.max(...chain.curves.map(({ watchedDays }) => watchedDays)),
    stays: shown.reduce((sum, { stays }) => sum + stays, 0),
    stages: shown,
    ways: STAGES.flatMap((stage, at) => showWays(stage, at, chain, intervals, read)),
    value: { basis: values.basis, currency: values.currency, outcomes: income?.outcomes ?? 0 },
  }
}

/**
 * What it is worth that somebody stands at a stage of a topic: for the money of influence, a move is
 * worth `values[after] - values[before]`. `known` are the stages with enough stays to say so. Throws
 * `not-found`.
 */
export async function readStageValues(
  tx: Transaction,
  topic: string,
  now: Date,
): Promise<StageValues & { known: Stage[] }> {
  const { id } = await getTopic(tx, topic)
  const scope = await scopeOf(tx, { topics: [id] }, now)
  const read = await readStays(tx, scope)
  const { values } = await valuesOf(tx, scope, read)
  return {
    ...values,
    known: STAGES.filter((stage) => countOf(read, stage, null).stays >= STAYS_MIN),
  }
}

async function valuesOf(tx: Transaction, scope: StayScope, read: ReadStays) {
  const stays = joinStays([...read.stays.values()].map(({ recent }) => recent))
  const chain = chainOf(stays, HORIZON_DAYS)
  const income = await readIncome(tx, scope)
  const perStay = income === null ? null : incomePerStay(income, chain, stays)
  return { chain, income, perStay, values: valueOfStages(chain, perStay) }
}

/** In the order of the stages. */
function listed({ values }: StageValues): number[] {
  return STAGES.map((stage) => values[stage])
}

/** What came in a day at each stage, times the days of a whole stay: stays cut short count for what they were. */
function incomePerStay({ currency, minor }: Income, chain: StageChain, stays: Stays): StageIncome {
  const days = new Float64Array(STAGES.length)
  for (const [row, stage] of stays.stage.entries()) {
    days[stage] =
      (days[stage] as number) + (stays.days[row] as number) * (stays.stays[row] as number)
  }
  const perStay = minor.map((sum, stage) => {
    const curve = chain.curves[stage]
    const stayed = days[stage] as number
    return curve === undefined || stayed === 0 ? 0 : (sum / stayed) * meanStayDays(curve)
  })
  return { currency, perStay }
}

function countOf({ counts }: ReadStays, stage: Stage, ending: StayEnding | null) {
  const found = counts.find((one) => one.stage === stage && one.ending === ending)
  return { stays: found?.stays ?? 0, people: found?.people ?? 0 }
}

function showStage(
  stage: Stage,
  at: number,
  { curves, visits, ends }: StageChain,
  { values }: StageValues,
  intervals: ChainIntervals,
  read: ReadStays,
): StageFigures {
  const curve = curves[at]
  const { stays, people } = countOf(read, stage, null)
  const row = visits[at]
  return {
    ...{ stage, stays, people, ongoing: countOf(read, stage, 'ongoing').stays },
    stay: curve === undefined || stays < STAYS_MIN ? null : medianStay(curve),
    isEnough: stays >= STAYS_MIN,
    visits: Object.fromEntries(
      STAGES.map((to, column) => [to, row?.[column] ?? 0]),
    ) as StageFigures['visits'],
    churn: ends[at]?.[0] ?? 0,
    silence: ends[at]?.[1] ?? 0,
    value: values[stage],
    intervals: {
      visits: intervals.visits[at] ?? NOWHERE,
      churn: intervals.ends[at]?.[0] ?? NOWHERE,
      silence: intervals.ends[at]?.[1] ?? NOWHERE,
      value: intervals.values[at] ?? NOWHERE,
    },
  }
}

const NOWHERE: Bounds = { low: 0, high: 0 }

function showWays(
  stage: Stage,
  at: number,
  chain: StageChain,
  intervals: ChainIntervals,
  read: ReadStays,
): StageWay[] {
  const curve = chain.curves[at]
  return TARGETS.filter((to) => to !== stage).map((to) => {
    const { stays, people } = countOf(read, stage, to)
    const ending = ENDINGS.indexOf(to as Ending)
    const isTold = curve !== undefined && ending !== -1 && stays >= WENT_MIN
    return {
      ...{ from: stage, to, stays, people },
      probability: chain.next[at]?.[TARGETS.indexOf(to)] ?? 0,
      probabilityInterval: intervals.next[at]?.[TARGETS.indexOf(to)] ?? NOWHERE,
      days: isTold ? medianUntil(curve, ending) : null,
    }
  })
}
