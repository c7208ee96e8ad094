import type { Design } from './design.ts'
import { type Fitted, slopeAt } from './fit-theta.ts'
import type { RiskSets } from './risk-sets.ts'
import { solvePositive } from './solve-positive.ts'
import type { Strata } from './strata.ts'

/** Which of its events hang together: by number, once a way of looking. */
export type Clusters = readonly Int32Array[]

const DAY_SECONDS = 86_400

/** Events of one person hang together, and events of one stratum on one day. */
export function clustersOf(sets: RiskSets, strata: Strata): Clusters {
  const days = new Map<string, number>()
  const byPerson = Int32Array.from(sets.t, (_, e) => sets.people[sets.start[e] as number] as number)
  const byDay = Int32Array.from(sets.t, (t, e) => {
    const stratum = strata.of[byPerson[e] as number] as number
    const key = `${stratum} ${Math.floor(t / DAY_SECONDS)}`
    const number = days.get(key) ?? days.size
    days.set(key, number)
    return number
  })
  return [byPerson, byDay]
}

/**
 * How many parameters' worth of evidence chance alone would bring: the trace of V J^-1 over the thetas
 * in use, J being the information and V the spread of scores summed by cluster (Takeuchi 1976; for
 * clusters Varin and Vidoni 2005, Biometrika 92). Where the model leaves nothing over this is their
 * number, and more where events hang together in ways that the model does not know; never less than
 * their number. What the marks bring by themselves is taken off.
 */
export function parametersByChance(design: Design, fitted: Fitted, clusters: Clusters): number {
  const used: number[] = []
  fitted.theta.forEach((theta, k) => {
    if (theta > 0) used.push(k)
  })
  if (used.length === 0) return 0
  const marks = Array.from(fitted.beta, (_, q) => design.features + q)
  const at = Float64Array.from([...fitted.theta, ...fitted.beta])
  const scores = new Float64Array(at.length * (design.start.length - 1))
  const { information } = slopeAt(design, at, (event, score) =>
    scores.set(score, event * at.length),
  )
  const ground = { information, scores, size: at.length }
  return clusters.reduce((most, cluster) => {
    const all = traceOver([...used, ...marks], ground, cluster)
    const ofMarks = traceOver(marks, ground, cluster)
    return Math.max(most, all - ofMarks)
  }, used.length)
}

interface Ground {
  information: Float64Array
  scores: Float64Array
  size: number
}

function traceOver(which: readonly number[], ground: Ground, cluster: Int32Array): number {
  const { information, scores, size } = ground
  const kept = which.filter((k) => (information[k * size + k] as number) > 0)
  const sums = new Map<number, Float64Array>()
  for (let e = 0; e < cluster.length; e++) {
    const key = cluster[e] as number
    let sum = sums.get(key)
    if (sum === undefined) {
      sum = new Float64Array(kept.length)
      sums.set(key, sum)
    }
    for (let i = 0; i < kept.length; i++) {
      sum[i] = (sum[i] as number) + (scores[e * size + (kept[i] as number)] as number)
    }
  }
  const spread = kept.map(() => new Float64Array(kept.length))
  for (const sum of sums.values()) {
    for (let i = 0; i < kept.length; i++) {
      const row = spread[i] as Float64Array
      for (let j = 0; j < kept.length; j++) {
        row[j] = (row[j] as number) + (sum[i] as number) * (sum[j] as number)
      }
    }
  }
  return kept.reduce((trace, _, i) => {
    const rows = kept.map((k, row) =>
      Float64Array.from([
        ...kept.map((l) => information[Math.max(k, l) * size + Math.min(k, l)] as number),
        (spread[row] as Float64Array)[i] as number,
      ]),
    )
    return trace + (solvePositive(rows)[i] as number)
  }, 0)
}
