import type { Transaction } from '#store/door.ts'
import type { CreditLabel } from '#vocabulary/index.ts'
import { compareRules, type RuleFigure, type RuleFigures } from '../attribution/compare-rules.ts'
import type { Comparators } from '../influence/comparators.ts'
import type { CalibrationGround } from './calibration.ts'
import { readInfluence } from './read-influence.ts'
import { readMeasuredJourneys } from './read-journeys.ts'
import { linesOfRun } from './read-lines.ts'
import { type Ground, groundOf, type Run, readRun } from './read-run.ts'
import { type OutcomesAsked, type Scope, scopeOf, spanOf, typeAsked } from './scope.ts'
import { sumOutcomes } from './shares-of.ts'
import { type ShownChannel, showChannels } from './show-posts.ts'

/** Our own credit of a channel, and whether an experiment stands behind it. */
export interface OwnFigure extends RuleFigure {
  enough: boolean
  evidence: CreditLabel
  calibration: CalibrationGround | null
}

/** What our measure and the usual rules credit a channel, in outcomes. */
export interface ComparedChannel extends RuleFigures {
  channel: ShownChannel
  credit: OwnFigure
}

export interface ComparedRules extends Ground {
  /** Of the measurement, of the type and the days asked for. */
  outcomes: number
  /** Outcomes that some touch preceded: the usual rules credit them whole. */
  preceded: number
  credited: number
  halfLifeDays: number | null
  byChannel: ComparedChannel[]
}

export interface ComparatorsAsked extends OutcomesAsked {
  topic?: string | undefined
}

/**
 * The usual rules beside our measure, by channel, most last touches first; as of the newest measurement,
 * over the outcomes of the type and the days asked for, each figure with its interval. Throws
 * `not-found` for a topic that is none, `bad-input` for a span turned round.
 */
export async function readComparators(
  tx: Transaction,
  asked: ComparatorsAsked,
): Promise<ComparedRules> {
  const scope = await scopeOf(tx, asked.topic)
  const run = await readRun(tx, scope)
  const numbered = run === null ? undefined : journeyChannelsOf(run)
  const wanted = { scope, type: typeAsked(asked), ...(await spanOf(tx, asked)) }
  const ground = await groundOf(tx, run, wanted)
  if (run === null || numbered === undefined) {
    return { ...ground, outcomes: 0, preceded: 0, credited: 0, halfLifeDays: null, byChannel: [] }
  }
  const journeys = await readMeasuredJourneys(tx, run, wanted)
  const figures = compareRules(journeys, numbered.length, Number(run.parameters.seed ?? 1))
  const own = await ownFigures(tx, asked)
  const sums = await sumOutcomes(tx, wanted)
  const live = await sumOutcomes(tx, { ...wanted, isLive: true })
  const measured = (of: (one: (typeof sums)[number]) => number) =>
    sums.reduce((sum, one) => sum + of(one), 0) - live.reduce((sum, one) => sum + of(one), 0)
  const channels = await showChannels(tx, numbered)
  const byChannel = numbered.flatMap((id, c) => {
    const [channel, rules] = [channels.get(id), figures[c]]
    if (channel === undefined || rules === undefined) return []
    const credit = own.get(id) ?? NO_CREDIT
    const isMet = credit.credit > 0 || rules.lastTouch.high + rules.linear.high > 0
    return isMet ? [{ channel, credit, ...rules }] : []
  })
  byChannel.sort((a, b) => b.lastTouch.credit - a.lastTouch.credit)
  return {
    ...ground,
    outcomes: measured(({ outcomes }) => outcomes),
    preceded: journeys.preceded.length,
    credited: measured(({ outcomes, background }) => outcomes - background),
    halfLifeDays: Number(run.parameters.windowDays ?? 0) / 2,
    byChannel,
  }
}

const NO_CREDIT: OwnFigure = {
  ...{ credit: 0, low: 0, high: 0, enough: false, evidence: 'estimated', calibration: null },
}

/** Undefined for a measurement that kept no journeys. */
function journeyChannelsOf(run: Run): string[] | undefined {
  return run.parameters.journeyChannels as string[] | undefined
}

/** More channels than these no workspace has credit of. */
const CHANNELS_MAX = 1_000

/** Our credit as Influence lists it, without what came since the measurement: the rules know none of it. */
async function ownFigures(
  tx: Transaction,
  asked: ComparatorsAsked,
): Promise<Map<string, OwnFigure>> {
  const { items } = await readInfluence(tx, { ...asked, by: 'channel' }, { limit: CHANNELS_MAX })
  return new Map(
    items.map(({ key, credit, low, high, live, enough, evidence, calibration }) => {
      const measured = credit > 0 ? Math.max(0, credit - live) / credit : 0
      const figure = { credit: credit * measured, low: low * measured, high: high * measured }
      return [key, { ...figure, enough, evidence, calibration }]
    }),
  )
}

/** As the measurement keeps them. */
export function comparatorsIn(run: Run): Comparators | undefined {
  return run.parameters.comparators as Comparators | undefined
}

/** As a measurement keeps them of all its outcomes: bare numbers. */
export type ChannelBeside = Awaited<ReturnType<typeof besides>>[number]

/** What the worked question of the method needs: channels by the last touch, with our own credit beside. */
export async function besides(tx: Transaction, scope: Scope, run: Run, { byChannel }: Comparators) {
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
