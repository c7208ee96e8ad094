import type { Exposures } from './exposures.ts'
import type { RiskSets } from './risk-sets.ts'

/**
 * Each actor's pushes at multiplier and theta 1, summed by event and feature: on the case, and on all
 * members of the risk set together, weighted as the members are. With them a likelihood under other
 * multipliers and thetas needs no member any more.
 */
export interface ActorPushes {
  /** Actors that reached anybody in any risk set. */
  actors: Int32Array
  /** Rows of the i-th of them stand at `start[i]` up to `start[i + 1]`, events in order. */
  start: Int32Array
  event: Int32Array
  feature: Int32Array
  ofCase: Float64Array
  ofAll: Float64Array
}

/** Sums the pushes; `order` is that of actor and event, `memberWeight` exp(beta z) relative to the case's. */
export function actorPushesOf(
  sets: RiskSets,
  exposures: Exposures,
  order: Int32Array,
  push: Float32Array,
  memberWeight: Float64Array,
): ActorPushes {
  const actors: number[] = []
  const start: number[] = []
  const event = new Int32Array(order.length)
  const feature = new Int32Array(order.length)
  const ofCase = new Float64Array(order.length)
  const ofAll = new Float64Array(order.length)
  let size = 0
  /** Rows of the actor and event at hand begin here. */
  let first = 0
  let [lastActor, lastEvent] = [-1, -1]
  for (let i = 0; i < order.length; i++) {
    const x = order[i] as number
    const [v, e] = [exposures.actor[x] as number, exposures.event[x] as number]
    const [m, k] = [exposures.member[x] as number, exposures.feature[x] as number]
    if (v !== lastActor) {
      actors.push(v)
      start.push(size)
    }
    if (v !== lastActor || e !== lastEvent) first = size
    lastActor = v
    lastEvent = e
    let row = first
    while (row < size && feature[row] !== k) row++
    if (row === size) {
      size++
      event[row] = e
      feature[row] = k
    }
    const own = push[x] as number
    ofAll[row] = (ofAll[row] as number) + own * (memberWeight[m] as number)
    if (m === sets.start[e]) ofCase[row] = (ofCase[row] as number) + own
  }
  start.push(size)
  return {
    actors: Int32Array.from(actors),
    start: Int32Array.from(start),
    event: event.slice(0, size),
    feature: feature.slice(0, size),
    ofCase: ofCase.slice(0, size),
    ofAll: ofAll.slice(0, size),
  }
}
