import { type Chance, seededChance } from '#vocabulary/index.ts'
import { creditedBy, fitKernel } from './choose-kernel.ts'
import type { InfluenceInput, TouchColumns } from './columns.ts'
import { clustersOf, parametersByChance } from './evidence-by-chance.ts'
import { type Exposures, gatherExposures } from './exposures.ts'
import { type Habits, habitsOf, marksOf } from './habits.ts'
import type { Kernel } from './kernel.ts'
import {
  type AtRisk,
  type Case,
  type ChanceOf,
  drawRiskSets,
  isAtRisk,
  type RiskSets,
} from './risk-sets.ts'
import type { Strata } from './strata.ts'
import { trustOf } from './study.ts'
import { type Timeline, timelineOf } from './timeline.ts'

/** What the engine credits where it should credit nothing, in outcomes. */
export interface Placebos {
  /** Outcomes dealt to others of the stratum at the same instants: nothing is left to find. */
  credited: number
  /** Instants shuffled among the outcomes of a stratum, people kept: what people are like, without timing. */
  shuffledTimes: number
  /** Edges reversed: those who reached are taken as reached. Likeness shows here, influence hardly. */
  reversedEdges: number
}

/** What placebos need beside the input. */
export interface PlaceboGround {
  input: InfluenceInput
  timeline: Timeline
  habits: Habits
  strata: Strata
  atRisk: AtRisk
  cases: readonly Case[]
  controls: number
  windowDays: number
  kernel: Kernel
  seed: number
  /** Told of every part of outcomes dealt to others, by row of the timeline; all deals together are one. */
  tell?: TellPart
}

/** Hears that the touch in a row of the timeline has a part in an outcome of a type. */
export type TellPart = (row: number, type: number, part: number) => void

/** Deals of each placebo; their mean is shown. */
const DEALS = 3

/** Runs the placebos under the kernel of the real fit. */
export function runPlacebos(ground: PlaceboGround): Placebos {
  const mean = (of: (deal: number) => number) => {
    let sum = 0
    for (let deal = 0; deal < DEALS; deal++) sum += of(deal)
    return sum / DEALS
  }
  const chance = (name: string, deal: number) => seededChance(ground.seed, `${name} ${deal}`)
  return {
    credited: mean((deal) =>
      creditUnder(ground, redealt(ground, chance('redealt', deal)), deal, ground.tell),
    ),
    shuffledTimes: mean((deal) =>
      creditUnder(ground, shuffled(ground, chance('shuffled', deal)), deal),
    ),
    reversedEdges: creditUnder(reversed(ground), ground.cases, 0),
  }
}

/** Credit of a fit with equal actors, after shrinkage. */
function creditUnder(
  ground: PlaceboGround,
  cases: readonly Case[],
  deal: number,
  tell?: TellPart,
): number {
  const { input, timeline, habits, strata, atRisk, controls, windowDays, kernel, seed } = ground
  const chanceOf: ChanceOf = (stratum, ordinal) =>
    seededChance(seed, `placebo ${deal} ${stratum} ${ordinal}`)
  const sets = drawRiskSets(cases, strata, atRisk, controls, chanceOf)
  const channels = input.channels.length
  const exposures = gatherExposures(sets, timeline, windowDays, channels)
  const features = channels * input.types.length
  const fit = fitKernel(sets, exposures, features, marksOf(sets, habits), kernel)
  const clusters = clustersOf(sets, strata)
  const trust = trustOf(fit.evidence, parametersByChance(fit.design, fit.fitted, clusters))
  if (tell !== undefined) {
    const theta = fit.fitted.theta.map((one) => trust * one)
    tellParts(sets, exposures, fit.push, theta, (row, type, part) => tell(row, type, part / DEALS))
  }
  return creditedBy(fit.design, fit.fitted.theta, trust)
}

/** Tells the parts of the cases' touches under theta with equal actors. */
function tellParts(
  sets: RiskSets,
  { start, touch, feature }: Exposures,
  push: Float32Array,
  theta: Float64Array,
  tell: TellPart,
): void {
  for (let e = 0; e < sets.t.length; e++) {
    const m = sets.start[e] as number
    const pushAt = (x: number) => (theta[feature[x] as number] as number) * (push[x] as number)
    let all = 1
    for (let x = start[m] as number; x < (start[m + 1] as number); x++) all += pushAt(x)
    for (let x = start[m] as number; x < (start[m + 1] as number); x++) {
      tell(touch[x] as number, sets.type[e] as number, pushAt(x) / all)
    }
  }
}

/** Every outcome to somebody of its stratum who was at risk then, drawn evenly. */
function redealt({ cases, strata, atRisk }: PlaceboGround, chance: Chance): Case[] {
  return cases.map((one) => {
    const stratum = strata.of[one.person] as number
    if (stratum < 0) return one
    const from = strata.start[stratum] as number
    const size = (strata.start[stratum + 1] as number) - from
    for (let tries = 0; tries < 50; tries++) {
      const person = strata.members[from + Math.floor(chance() * size)] as number
      if (isAtRisk(atRisk, person, one.type, one.t)) return { ...one, person }
    }
    return one
  })
}

/** The instants of a stratum's outcomes of one type in another order; somebody who joined later keeps theirs. */
function shuffled({ cases, strata, atRisk }: PlaceboGround, chance: Chance): Case[] {
  const groups = new Map<string, number[]>()
  cases.forEach(({ person, type }, i) => {
    const key = `${strata.of[person]} ${type}`
    const group = groups.get(key)
    if (group === undefined) groups.set(key, [i])
    else group.push(i)
  })
  const dealt = [...cases]
  for (const group of groups.values()) {
    for (let i = group.length - 1; i > 0; i--) {
      const [a, b] = [group[i] as number, group[Math.floor(chance() * (i + 1))] as number]
      const [one, other] = [dealt[a] as Case, dealt[b] as Case]
      if (other.t < (atRisk.joined[one.person] as number)) continue
      if (one.t < (atRisk.joined[other.person] as number)) continue
      dealt[a] = { ...one, t: other.t }
      dealt[b] = { ...other, t: one.t }
    }
  }
  return dealt
}

function reversed(ground: PlaceboGround): PlaceboGround {
  // As they came in, mostly by time: those of the timeline would have to be sorted anew.
  const { touches } = ground.input
  const turned: TouchColumns = { ...touches, actor: touches.person, person: touches.actor }
  const timeline = timelineOf(turned, ground.input.names.length)
  return { ...ground, timeline, habits: habitsOf(timeline, ground.input.channels.length) }
}
