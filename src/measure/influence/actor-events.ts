import type { Exposures } from './exposures.ts'
import type { Intensities } from './multipliers.ts'
import type { RiskSets } from './risk-sets.ts'

/** Each actor's part in each event: what it adds to the case's intensity and to that of the whole risk set, at multiplier 1. */
export interface ActorEvents {
  /** Actors that reached anybody in any risk set. */
  actors: Int32Array
  /** Pairs of the i-th of them stand at `start[i]` up to `start[i + 1]`. */
  start: Int32Array
  event: Int32Array
  /** Added to the case. */
  ofCase: Float64Array
  /** Added to all members together, weighted as the members are. */
  ofAll: Float64Array
}

/** Exposures in the order of actor and event. */
export function orderByActor(exposures: Exposures, names: number): Int32Array {
  const free = new Int32Array(names + 1)
  const { actor } = exposures
  for (let x = 0; x < actor.length; x++) {
    const next = (actor[x] as number) + 1
    free[next] = (free[next] as number) + 1
  }
  for (let v = 0; v < names; v++) free[v + 1] = (free[v + 1] as number) + (free[v] as number)
  const order = new Int32Array(actor.length)
  for (let x = 0; x < order.length; x++) {
    const v = actor[x] as number
    order[free[v] as number] = x
    free[v] = (free[v] as number) + 1
  }
  return order
}

/** Gathers the pairs; `memberWeight` is exp(beta z) relative to the case's. */
export function actorEventsOf(
  sets: RiskSets,
  exposures: Exposures,
  order: Int32Array,
  push: Float32Array,
  theta: Float64Array,
  memberWeight: Float64Array,
): ActorEvents {
  const actors: number[] = []
  const start: number[] = []
  const event = new Int32Array(order.length)
  const ofCase = new Float64Array(order.length)
  const ofAll = new Float64Array(order.length)
  let size = 0
  let lastActor = -1
  let lastEvent = -1
  for (let i = 0; i < order.length; i++) {
    const x = order[i] as number
    const v = exposures.actor[x] as number
    const e = exposures.event[x] as number
    const m = exposures.member[x] as number
    if (v !== lastActor) {
      actors.push(v)
      start.push(size)
    }
    if (v !== lastActor || e !== lastEvent) event[size++] = e
    lastActor = v
    lastEvent = e
    const added = (theta[exposures.feature[x] as number] as number) * (push[x] as number)
    const place = size - 1
    ofAll[place] = (ofAll[place] as number) + added * (memberWeight[m] as number)
    if (m === sets.start[e]) ofCase[place] = (ofCase[place] as number) + added
  }
  start.push(size)
  return {
    actors: Int32Array.from(actors),
    start: Int32Array.from(start),
    event: event.slice(0, size),
    ofCase: ofCase.slice(0, size),
    ofAll: ofAll.slice(0, size),
  }
}

/** The pair that each exposure is part of. */
export function pairOfExposures({ actor, event }: Exposures, order: Int32Array): Int32Array {
  const pairOf = new Int32Array(order.length)
  let pair = -1
  let last = -1
  for (const x of order) {
    if (last < 0 || actor[x] !== actor[last] || event[x] !== event[last]) pair++
    pairOf[x] = pair
    last = x
  }
  return pairOf
}

/** Intensities of the events; `strength` is the multiplier of each pair. */
export function intensitiesOf(
  sets: RiskSets,
  pairs: ActorEvents,
  strength: Float64Array,
  memberWeight: Float64Array,
): Intensities {
  const events = sets.t.length
  const ofCase = new Float64Array(events).fill(1)
  const ofAll = new Float64Array(events)
  for (let e = 0; e < events; e++) {
    for (let m = sets.start[e] as number; m < (sets.start[e + 1] as number); m++) {
      ofAll[e] = (ofAll[e] as number) + (memberWeight[m] as number)
    }
  }
  for (let p = 0; p < strength.length; p++) {
    const e = pairs.event[p] as number
    ofCase[e] = (ofCase[e] as number) + (strength[p] as number) * (pairs.ofCase[p] as number)
    ofAll[e] = (ofAll[e] as number) + (strength[p] as number) * (pairs.ofAll[p] as number)
  }
  return { ofCase, ofAll }
}

/** The multiplier of each pair's actor. */
export function strengthsOf(pairs: ActorEvents, multiplier: Float64Array): Float64Array {
  const strength = new Float64Array(pairs.event.length)
  for (let i = 0; i < pairs.actors.length; i++) {
    const [from, to] = [pairs.start[i], pairs.start[i + 1]]
    strength.fill(multiplier[pairs.actors[i] as number] as number, from, to)
  }
  return strength
}
