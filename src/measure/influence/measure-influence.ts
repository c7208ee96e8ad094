import { seededChance } from '#vocabulary/index.ts'
import type { Doubt, LineSum } from './add-up.ts'
import { bootstrap, intervalOf } from './bootstrap.ts'
import { type CaseTouches, caseTouchesOf } from './case-touches.ts'
import { type Cell, type Cells, type Cut, cellsOf, keepMost, PlaceboCells } from './cells.ts'
import type { InfluenceInput } from './columns.ts'
import type { CreditParameters } from './credit.ts'
import { levelledUnder, withEnoughActors } from './enough-actors.ts'
import { habitsOf } from './habits.ts'
import { passedOnBy } from './passed-on.ts'
import { type Placebos, runPlacebos } from './placebos.ts'
import {
  addCredit,
  cellBaseOf,
  figuresOf,
  multiplierBaseOf,
  type ReplicateGround,
  replicateGroundOf,
} from './replicate.ts'
import { atRiskOf, type Case, drawRiskSets } from './risk-sets.ts'
import { type ShareOfCredit, type SharesWish, sharesOfCredit } from './share-of-credit.ts'
import { strataOf } from './strata.ts'
import { fitStudy, type Study } from './study.ts'
import { type Timeline, timelineOf } from './timeline.ts'

/** How influence is measured. */
export interface InfluenceWish {
  windowDays: number
  controls: number
  seed: number
  /** Bootstrap replicates. */
  bootstrap: number
  /** Of the intervals. */
  level: number
  /** 1: direct credit alone; more also follow what reached the actors themselves. */
  hops: number
  /** Of each placebo. */
  draws: number
}

export const INFLUENCE_DEFAULTS: InfluenceWish = {
  windowDays: 7,
  controls: 10,
  seed: 1,
  bootstrap: 200,
  level: 0.9,
  hops: 1,
  draws: 3,
}

export interface Interval {
  low: number
  high: number
}

/** Credit of one channel, actor, type or level, in outcomes. */
export interface CreditFigure extends Interval {
  credit: number
}

export interface ChannelCredit extends CreditFigure {
  /** Null where nothing is credited. */
  shareOfCredit: ShareOfCredit | null
}

export interface ActorCredit extends CreditFigure {
  actor: number
  /** Push per touch relative to a usual actor. */
  multiplier: number
  multiplierInterval: Interval
  touches: number
  /** Outcomes of people whom the actor had reached within the window. */
  outcomesReached: number
  /** Credit of others' touches behind which the actor stands; only with several hops, and beside `credit`. */
  passedOn?: number
  passedOnInterval?: Interval
  enough: boolean
}

/** Who caused what, as far as can be told. */
export interface InfluenceMeasured {
  outcomes: number
  credited: number
  background: number
  interval: Interval & { level: number }
  placebo: Placebos
  parameters: CreditParameters & {
    /** What a usual actor's push a touch is, by which multipliers are divided. */
    usual: number
    shape: number
    trust: number
    beta: Float64Array
    evidence: number
    byChance: number
    sway: number
    /** 0: touches multiply the background. 1: they add to it. */
    adds: number
  }
  byChannel: ChannelCredit[]
  byType: (CreditFigure & { outcomes: number })[]
  byLevel: CreditFigure[]
  /** Highest credit first. */
  byActor: ActorCredit[]
  strata: { count: number; made: 'given' | 'made'; widened: number; alone: number }
  /** Types that take a person out of risk. */
  ending: number[]
  study: Study
  timeline: Timeline
  touches: CaseTouches
  /** Figures of the cuts asked for. */
  cells: CellFigure[]
  /** Of each channel, what each replicate credits it. */
  channelReplicates: number[][]
}

/** Credit of one key of a cut, whole or of one type of outcome. */
export interface CellFigure extends Cell, CreditFigure {
  placebos: Placebos
  enough: boolean
}

/** From this many outcomes among the people reached on, a figure of an actor says something. */
const OUTCOMES_ENOUGH = 10
const CREDIT_MIN = 1e-9

/**
 * Measures who caused the outcomes; the same answer for the same input, wish and seed. Cuts name further
 * figures, each also by type of outcome.
 */
export async function measureInfluence(
  input: InfluenceInput,
  wish: InfluenceWish = INFLUENCE_DEFAULTS,
  cuts: readonly Cut[] = [],
): Promise<InfluenceMeasured> {
  const { timeline, habits, strata, atRisk, cases, sets, study: fitted } = studyOf(input, wish)
  const touches = caseTouchesOf(fitted, timeline.touches.level, input.channels.length)
  const study = withEnoughActors(fitted, touches)
  const bare = replicateGroundOf(study, touches, sizesOf(input))
  const kept = keptCuts(cuts, study, bare, timeline)
  const cells = cellsOf(kept, touches, timeline, sets)
  const ground = { ...bare, cells: { columns: cells.columns, count: cells.list.length } }
  const rows = await bootstrap(ground, wish.bootstrap, wish.seed)
  const { figures, theta } = figuresUnder(study, ground)
  const unshrunk = figuresUnder(unshrunkOf(study), ground)
  const placebos = new PlaceboCells(kept, cells, input.types.length, wish.draws)
  const { widened, alone } = sets
  const { tauDays, shape } = study.kernel
  const placebo = runPlacebos({
    ...{ input, timeline, habits, strata, atRisk, cases, kernel: { tauDays, shape }, ...wish },
    ...(cuts.length === 0 ? {} : { tell: (...part) => placebos.add(...part) }),
  })
  const { sway } = study.kernel
  const figure = (at: number): CreditFigure => {
    const credit = figures[at] as number
    const of = [rows, figures.length, at, wish.level, credit, sway, unshrunk.figures[at]] as const
    return { credit, ...intervalOf(...of) }
  }
  const { credit: credited, low, high } = figure(0)
  const parameters = parametersOf(study, theta, input, wish)
  const channelBase = 1 + input.types.length
  const channelReplicates = input.channels.map((_, c) =>
    columnOf(rows, figures.length, channelBase + c),
  )
  const doubt = doubtOf(channelReplicates, figures.subarray(channelBase), study)
  const passedOn = passedOnBy(study, parameters, timeline, touches, input.types.length, wish, doubt)
  const levelBase = channelBase + input.channels.length
  const actorBase = levelBase + input.levels.length
  return {
    outcomes: cases.length,
    credited,
    background: cases.length - credited,
    interval: { level: wish.level, low, high },
    placebo,
    parameters,
    byType: input.types.map((_, type) => ({
      ...figure(1 + type),
      outcomes: cases.filter((one) => one.type === type).length,
    })),
    byChannel: withShares(
      input.channels.map((_, channel) => figure(channelBase + channel)),
      channelReplicates,
      { level: wish.level, sway },
    ),
    byLevel: input.levels.map((_, level) => figure(levelBase + level)),
    byActor: actorsOf(study, parameters, timeline, touches, passedOn, (i) => ({
      own: figure(actorBase + i),
      push: pushInterval(rows, ground, i, study, parameters, wish),
    })),
    strata: { count: strata.count, made: strata.made, widened, alone },
    ending: atRisk.endedAt.flatMap((ended, type) => (ended === undefined ? [] : [type])),
    study,
    timeline,
    touches,
    cells: cellFigures(cells, placebos, (i) => figure(cellBaseOf(ground) + i)),
    channelReplicates,
  }
}

function withShares(
  figures: readonly CreditFigure[],
  replicates: readonly number[][],
  wish: SharesWish,
): ChannelCredit[] {
  const credits = figures.map(({ credit }) => credit)
  const shares = sharesOfCredit(credits, replicates, wish)
  return figures.map((figure, c) => ({ ...figure, shareOfCredit: shares[c] ?? null }))
}

/** By how much each replicate credits each channel more than was measured, and what the kernel leaves open. */
function doubtOf(replicates: readonly number[][], credit: Float64Array, { kernel }: Study): Doubt {
  const factors = replicates.map((own, c) => {
    const measured = credit[c] as number
    return Float64Array.from(measured > 0 ? own : [], (one) => one / measured)
  })
  return { factors, sway: kernel.sway }
}

/** Who stood at risk at each outcome, and what was fitted to that. */
function studyOf(input: InfluenceInput, wish: InfluenceWish) {
  const timeline = timelineOf(input.touches, input.names.length)
  const habits = habitsOf(timeline, input.channels.length)
  const strata = strataOf(input, timeline, wish.seed)
  const atRisk = atRiskOf(input, strata.members.length)
  const cases = casesOf(input)
  const sets = drawRiskSets(cases, strata, atRisk, wish.controls, (stratum, ordinal) =>
    seededChance(wish.seed, `controls ${stratum} ${ordinal}`),
  )
  const study = fitStudy(input, timeline, habits, sets, wish.windowDays, strata)
  return { timeline, habits, strata, atRisk, cases, sets, study }
}

function cellFigures(
  { list }: Cells,
  placebos: PlaceboCells,
  figure: (cell: number) => CreditFigure,
): CellFigure[] {
  return list.map((cell, i) => {
    const own = figure(i)
    return { ...cell, ...own, placebos: placebos.of(i), enough: isEnough(cell.outcomes, own) }
  })
}

/** One figure of all replicates. */
function columnOf(rows: Float32Array, width: number, at: number): number[] {
  return Array.from({ length: rows.length / width }, (_, b) => rows[b * width + at] as number)
}

/** Whether a figure says something. */
export function isEnough(outcomes: number, { low }: Interval): boolean {
  return outcomes >= OUTCOMES_ENOUGH && low > 0
}

function keptCuts(
  cuts: readonly Cut[],
  study: Study,
  bare: ReplicateGround,
  timeline: Timeline,
): readonly Cut[] {
  const many = cuts.filter(({ most }) => most !== undefined)
  if (many.length === 0) return cuts
  const whole = cellsOf(many, bare.touches, timeline, study.sets, [false])
  const ground = { ...bare, cells: { columns: whole.columns, count: whole.list.length } }
  const { figures } = figuresUnder(study, ground)
  return keepMost(cuts, whole, figures.subarray(cellBaseOf(ground)))
}

function sizesOf({ channels, types, levels }: InfluenceInput) {
  return { channels: channels.length, types: types.length, levels: levels.length }
}

function casesOf({ outcomes }: InfluenceInput): Case[] {
  return Array.from(outcomes.t, (t, outcome) => ({
    outcome,
    t,
    person: outcomes.person[outcome] as number,
    type: outcomes.type[outcome] as number,
  }))
}

/** All evidence taken at its word. */
function unshrunkOf(study: Study): Study {
  return { ...study, trust: 1 }
}

function figuresUnder(study: Study, ground: ReplicateGround) {
  const figures = new Float64Array(figuresOf(ground))
  const { theta, multiplier } = levelledUnder(study, ground.touches)
  addCredit(ground, theta, multiplier, figures)
  return { figures, theta }
}

function parametersOf(
  study: Study,
  theta: Float64Array,
  input: InfluenceInput,
  wish: InfluenceWish,
) {
  const { actor } = study.exposures
  let sum = 0
  for (let x = 0; x < actor.length; x++) sum += study.multiplier[actor[x] as number] as number
  const usual = sum > 0 ? sum / actor.length : 1
  return {
    tauDays: study.kernel.tauDays,
    shape: study.kernel.shape,
    windowDays: wish.windowDays,
    channels: input.channels.length,
    theta: theta.map((one) => one * usual),
    multiplier: study.multiplier.map((one) => one / usual),
    usual,
    trust: study.trust,
    beta: study.kernel.fitted.beta,
    evidence: study.kernel.evidence,
    byChance: study.byChance,
    sway: study.kernel.sway,
    adds: study.kernel.adds,
  }
}

function actorsOf(
  study: Study,
  { multiplier }: CreditParameters,
  timeline: Timeline,
  touches: CaseTouches,
  passedOn: ReadonlyMap<number, LineSum> | undefined,
  figure: (index: number) => { own: CreditFigure; push: Interval },
): ActorCredit[] {
  const sent = new Int32Array(study.multiplier.length)
  for (const actor of timeline.touches.actor) sent[actor] = (sent[actor] as number) + 1
  const reached = outcomesReached(touches, study.pairs.actors.length)
  const found: ActorCredit[] = []
  for (let i = 0; i < study.pairs.actors.length; i++) {
    const actor = study.pairs.actors[i] as number
    const outcomes = reached[i] as number
    const through = passedOn?.get(actor) ?? { credit: 0, low: 0, high: 0 }
    // Whoever reached nobody before an outcome has no credit in any replicate either.
    if (outcomes === 0 && through.credit === 0) continue
    const { own, push } = figure(i)
    if (own.credit < CREDIT_MIN && through.credit < CREDIT_MIN) continue
    found.push({
      actor,
      ...own,
      multiplier: multiplier[actor] as number,
      multiplierInterval: push,
      touches: sent[actor] as number,
      outcomesReached: outcomes,
      ...(passedOn === undefined
        ? {}
        : {
            passedOn: through.credit,
            passedOnInterval: { low: through.low, high: through.high },
          }),
      enough: isEnough(outcomes, own),
    })
  }
  return found.sort((a, b) => b.credit - a.credit || a.actor - b.actor)
}

/** Where the push of one touch of an actor lies, as replicates have it, relative to a usual actor's. */
function pushInterval(
  rows: Float32Array,
  ground: ReplicateGround,
  index: number,
  { pairs, multiplier }: Study,
  { usual }: InfluenceMeasured['parameters'],
  { level }: InfluenceWish,
): Interval {
  const actor = pairs.actors[index] as number
  const own = multiplier[actor] as number
  const at = multiplierBaseOf(ground) + index
  const { low, high } = intervalOf(rows, figuresOf(ground), at, level, own)
  return { low: low / usual, high: high / usual }
}

function outcomesReached(touches: CaseTouches, actors: number): Int32Array {
  const reached = new Int32Array(actors)
  const last = new Int32Array(actors).fill(-1)
  for (let i = 0; i < touches.event.length; i++) {
    const actor = touches.actor[i] as number
    const event = touches.event[i] as number
    if (last[actor] === event) continue
    last[actor] = event
    reached[actor] = (reached[actor] as number) + 1
  }
  return reached
}
