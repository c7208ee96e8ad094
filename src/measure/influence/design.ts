import { type Exposures, shared } from './exposures.ts'
import { densityOf, type Kernel } from './kernel.ts'
import type { RiskSets } from './risk-sets.ts'

/** What marks every member of every risk set: pushes by feature (channel and type), sparse, and a number. */
export interface Design {
  /** Members of event e stand at `start[e]` up to `start[e + 1]`, the case first. */
  start: Int32Array
  /** Features of member m stand at `featureStart[m]` up to `featureStart[m + 1]`. */
  featureStart: Int32Array
  feature: Int32Array
  value: Float64Array
  features: number
  /** `marks` numbers a member: what else tells people apart, as the difference from the case's. */
  mark: Float64Array
  marks: number
}

/** Sums the pushes of each member by feature; `multiplier` is of the actors. */
export function designOf(
  sets: RiskSets,
  exposures: Exposures,
  push: Float32Array,
  features: number,
  mark: Float64Array,
  multiplier?: Float64Array,
): Design {
  const members = sets.people.length
  const featureStart = new Int32Array(members + 1)
  const feature = new Int32Array(Math.min(push.length, members * features))
  const value = new Float64Array(feature.length)
  const sums = new Float64Array(features)
  let size = 0
  for (let m = 0; m < members; m++) {
    const first = size
    const last = exposures.start[m + 1] as number
    for (let x = exposures.start[m] as number; x < last; x++) {
      const k = exposures.feature[x] as number
      if (sums[k] === 0) feature[size++] = k
      const r = multiplier === undefined ? 1 : (multiplier[exposures.actor[x] as number] as number)
      // A trace keeps the slot taken where the multiplier is 0.
      sums[k] = (sums[k] as number) + (push[x] as number) * r + Number.MIN_VALUE
    }
    feature.subarray(first, size).sort()
    for (let i = first; i < size; i++) {
      const k = feature[i] as number
      value[i] = sums[k] as number
      sums[k] = 0
    }
    featureStart[m + 1] = size
  }
  return {
    start: sets.start,
    featureStart,
    feature: feature.subarray(0, size),
    value: value.subarray(0, size),
    features,
    mark,
    marks: mark.length / Math.max(1, members),
  }
}

/** Push of every exposure under a kernel, per day. */
export function pushesOf({ ageDays }: Exposures, kernel: Kernel): Float32Array {
  const push = shared(Float32Array, ageDays.length)
  const density = densityOf(kernel)
  for (let x = 0; x < push.length; x++) push[x] = density(ageDays[x] as number)
  return push
}
