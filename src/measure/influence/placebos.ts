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

/**
 * The three placebos. `credited`: outcomes dealt to others of the stratum at the same instants, nothing is
 * left to find. `shuffledTimes`: instants shuffled among the outcomes of a stratum, people kept: what people
 * are like, without timing. `reversedEdges`: those who reached are taken as reached; likeness shows here,
 * influence hardly.
 */
export const PLACEBO_KINDS = ['credited', 'shuffledTimes', 'reversedEdges'] as const
export type PlaceboKind = (typeof PLACEBO_KINDS)[number]

/** The least and the most of all draws. */
export interface Spread {
  low: number
  high: number
}

/** What the engine credits where it should credit nothing, in outcomes: the mean of so many draws. */
export interface Placebos extends Record<PlaceboKind, number> {
  draws: number
  spread: Record<PlaceboKind, Spread>
}

/** Mean and spread of what each draw of each placebo credits. */
export function placebosOf(of: Record<PlaceboKind, readonly number[]>): Placebos {
  const each = <Answer>(say: (credited: readonly number[]) => Answer) =>
    Object.fromEntries(PLACEBO_KINDS.map((kind) => [kind, say(of[kind])])) as Record<
      PlaceboKind,
      Answer
    >
  const mean = (credited: readonly number[]) =>
    credited.reduce((sum, one) => sum + one, 0) / Math.max(1, credited.length)
  const spread = (credited: readonly number[]) =>
    credited.length === 0
      ? { low: 0, high: 0 }
      : { low: Math.min(...credited), high: Math.max(...credited) }
  return { ...each(mean), draws: of.credited.length, spread: each(spread) }
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
  /** Of each placebo. */
  draws: number
  /** Told of every part that a placebo gives. */
  tell?: TellPart
}

/** One draw of a placebo. */
export interface Draw {
  kind: PlaceboKind
  /** Counted from 0. */
  draw: number
}

/** Hears that a touch, by its row as it came in, has a part in an outcome of a type. */
export type TellPart = (of: Draw, inputRow: number, type: number, part: number) => void

/** Runs the placebos under the kernel of the real fit. */
export function runPlacebos(ground: PlaceboGround): Placebos {
  const chance = (name: string, draw: number) => seededChance(ground.seed, `${name} ${draw}`)
  const turned = reversed(ground)
  const under: Record<PlaceboKind, (draw: number) => [PlaceboGround, readonly Case[]]> = {
    credited: (draw) => [ground, redealt(ground, chance('redealt', draw))],
    shuffledTimes: (draw) => [ground, shuffled(ground, chance('shuffled', draw))],
    reversedEdges: () => [turned, ground.cases],
  }
  const drawn = (kind: PlaceboKind) =>
    Array.from({ length: ground.draws }, (_, draw) =>
      creditUnder(...under[kind](draw), { kind, draw }),
    )
  return placebosOf({
    credited: drawn('credited'),
    shuffledTimes: drawn('shuffledTimes'),
    reversedEdges: drawn('reversedEdges'),
  })
}

/** Credit of a fit with equal actors, after shrinkage. */
function creditUnder(ground: PlaceboGround, cases: readonly Case[], of: Draw): number {
  const { input, timeline, habits, strata, atRisk, controls, windowDays, kernel, seed } = ground
  const { tell } = ground
  const chanceOf: ChanceOf = (stratum, ordinal) =>
    seededChance(seed, `placebo ${of.draw} ${stratum} ${ordinal}`)
  const sets = drawRiskSets(cases, strata, atRisk, controls, chanceOf)
  const channels = input.channels.length
  const exposures = gatherExposures(sets, timeline, windowDays, channels)
  const features = channels * input.types.length
  const fit = fitKernel(sets, exposures, features, marksOf(sets, habits), kernel)
  const clusters = clustersOf(sets, strata)
  const trust = trustOf(fit.evidence, parametersByChance(fit.design, fit.fitted, clusters))
  if (tell !== undefined) {
    const theta = fit.fitted.theta.map((one) => trust * one)
    tellParts(sets, exposures, fit.push, theta, (row, type, part) =>
      tell(of, timeline.row[row] as number, type, part),
    )
  }
  return creditedBy(fit.design, fit.fitted.theta, trust)
}

/** Tells the parts of the cases' touches under theta with equal actors. */
function tellParts(
  sets: RiskSets,
  { start, touch, feature }: Exposures,
  push: Float32Array,
  theta: Float64Array,
  tell: (timelineRow: number, type: number, part: number) => void,
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
