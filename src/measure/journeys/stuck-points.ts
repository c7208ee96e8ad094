import { STAGES, type Stage } from '#vocabulary/index.ts'
import { comparePace, type Pace } from './pace.ts'
import { type DaysFigure, measureStay, medianStay } from './stay-curve.ts'
import { ENDINGS, type Stays } from './stays.ts'

/** A stage, or one way on from it, and what it is compared with. */
export interface ComparedPoint extends Pace {
  topicId: string
  stage: Stage
  /** The next stage of the cycle; null for leaving the stage whichever way. */
  to: Stage | null
  /** The same stage of the other topics, of the same topic in the time before, or of everybody else. */
  beside: 'other-topics' | 'earlier' | 'others'
  /** slow: people stay longer and leave less, and chance alone does not explain it. */
  verdict: 'slow' | 'quick' | 'usual' | 'insufficient'
  /** How long half stay, here and beside. */
  stay: DaysFigure | null
  usualStay: DaysFigure | null
}

/** The stays of one topic: those lately begun, and those before. */
export interface TopicStays {
  topicId: string
  recent: Stays
  earlier: Stays
}

/** Fewer are too few to say anything of a stage. */
export const STAYS_MIN = 20
const LEAVING_MIN = 5

/**
 * Where people stay longer and leave less than at the same stage of the workspace's other topics, or
 * than at the same stage before. Many comparisons are made at once, so every interval is widened
 * (Bonferroni): that any of the points called slow or quick is mere chance has probability 0.05 at most.
 */
export function compareStages(topics: readonly TopicStays[], horizonDays: number): ComparedPoint[] {
  const pairs = topics.flatMap((topic, at) => {
    const others = joinStays(topics.filter((_, other) => other !== at).map(({ recent }) => recent))
    return [
      { topic, others, beside: 'other-topics' as const },
      { topic, others: topic.earlier, beside: 'earlier' as const },
    ]
  })
  return comparePairs(pairs, horizonDays)
}

/** Whose stays are compared with whose. */
export interface ComparedPair {
  topic: Pick<TopicStays, 'topicId' | 'recent'>
  others: Stays
  beside: ComparedPoint['beside']
}

/** Every stage and way on of each pair; intervals allow for all comparisons together. */
export function comparePairs(pairs: readonly ComparedPair[], horizonDays: number): ComparedPoint[] {
  const asked = pairs.flatMap((pair) =>
    STAGES.flatMap((stage) => [
      { ...pair, stage, to: null },
      { ...pair, stage, to: onwardFrom(stage) },
    ]),
  )
  const isEnough = asked.map((one) => hasEnough(compare(one, 0)))
  const z = normalQuantile(1 - 0.025 / Math.max(1, isEnough.filter(Boolean).length))
  return asked.map((one, at) => {
    const pace = compare(one, z)
    const stage = STAGES.indexOf(one.stage)
    return {
      ...{ topicId: one.topic.topicId, stage: one.stage, to: one.to, beside: one.beside },
      ...pace,
      verdict: isEnough[at] ? verdictOf(pace) : 'insufficient',
      stay: medianStay(measureStay(one.topic.recent, stage, horizonDays)),
      usualStay: medianStay(measureStay(one.others, stage, horizonDays)),
    }
  })
}

/** The next stage of the cycle; satisfaction leads back to discovery. */
function onwardFrom(stage: Stage): Stage {
  return STAGES[(STAGES.indexOf(stage) + 1) % STAGES.length] ?? stage
}

interface Asked {
  topic: ComparedPair['topic']
  others: Stays
  stage: Stage
  to: Stage | null
}

function compare({ topic, others, stage, to }: Asked, z: number): Pace {
  const leaving = (to === null ? STAGES : [to]).map((one) => ENDINGS.indexOf(one))
  return comparePace(topic.recent, others, STAGES.indexOf(stage), leaving, z)
}

function hasEnough({ stays, otherStays, expected, ratio }: Pace): boolean {
  return stays >= STAYS_MIN && otherStays >= STAYS_MIN && expected >= LEAVING_MIN && ratio !== null
}

function verdictOf({ low, high }: Pace): ComparedPoint['verdict'] {
  if (high !== null && high < 1) return 'slow'
  return low !== null && low > 1 ? 'quick' : 'usual'
}

/** Stays of several topics as one. */
export function joinStays(all: readonly Stays[]): Stays {
  return {
    stage: Uint8Array.from(all.flatMap(({ stage }) => [...stage])),
    next: Uint8Array.from(all.flatMap(({ next }) => [...next])),
    days: Float64Array.from(all.flatMap(({ days }) => [...days])),
    stays: Float64Array.from(all.flatMap(({ stays }) => [...stays])),
  }
}

/** The standard normal quantile, by bisection of its distribution function (within 1e-7). */
export function normalQuantile(share: number): number {
  let [low, high] = [-9, 9]
  for (let step = 0; step < 60; step++) {
    const middle = (low + high) / 2
    if (normalShare(middle) < share) low = middle
    else high = middle
  }
  return (low + high) / 2
}

/** The standard normal distribution function: Abramowitz & Stegun 26.2.17, error under 7.5e-8. */
function normalShare(z: number): number {
  const t = 1 / (1 + 0.2316419 * Math.abs(z))
  const poly =
    t * (0.31938153 + t * (-0.356563782 + t * (1.781477937 + t * (-1.821255978 + t * 1.330274429))))
  const tail = (Math.exp((-z * z) / 2) / Math.sqrt(2 * Math.PI)) * poly
  return z >= 0 ? 1 - tail : tail
}
