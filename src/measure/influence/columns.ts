/** Seconds in a day: times come in seconds, kernels and parameters are in days. */
export const DAY_SECONDS = 86_400

/** Touches as columns; times in seconds. Persons and actors share one numbering, because they are the same people. */
export interface TouchColumns {
  t: Float64Array
  actor: Int32Array
  person: Int32Array
  channel: Int32Array
  /** What the actor had done about the topic when speaking; -1 where not said, empty where it never is. */
  level: Int32Array
  /** The actor's activity that reached the person, numbered; -1 where not said, empty where it never is. */
  activity: Int32Array
  /** The activity that this one answers or passes on; -1 where not said, empty where it never is. */
  parent: Int32Array
}

/** Outcomes as columns; times in seconds. */
export interface OutcomeColumns {
  t: Float64Array
  person: Int32Array
  type: Int32Array
  /** Money; 0 where not said. */
  value: Float64Array
}

/** What the engine is asked about. */
export interface InfluenceInput {
  /** Names of persons and actors. */
  names: readonly string[]
  channels: readonly string[]
  types: readonly string[]
  levels: readonly string[]
  strata: readonly string[]
  touches: TouchColumns
  outcomes: OutcomeColumns
  /** Of each name: its stratum, -1 where not said. */
  stratum: Int32Array
  /** Of each name: since when it can have outcomes, in seconds; -Infinity where not said. */
  joined: Float64Array
  /** Of each name: 1 where a list of people names it, so that it is known though nothing ever reached it. */
  listed: Uint8Array
}

/** Rows of columns in another order. */
export function pickTouches(touches: TouchColumns, order: Int32Array): TouchColumns {
  return {
    t: pickFloats(touches.t, order),
    actor: pickInts(touches.actor, order),
    person: pickInts(touches.person, order),
    channel: pickInts(touches.channel, order),
    level: pickInts(touches.level, order),
    activity: pickInts(touches.activity, order),
    parent: pickInts(touches.parent, order),
  }
}

function pickFloats(from: Float64Array, order: Int32Array): Float64Array {
  const picked = new Float64Array(order.length)
  for (let i = 0; i < order.length; i++) picked[i] = from[order[i] as number] as number
  return picked
}

function pickInts(from: Int32Array, order: Int32Array): Int32Array {
  if (from.length === 0) return from
  const picked = new Int32Array(order.length)
  for (let i = 0; i < order.length; i++) picked[i] = from[order[i] as number] as number
  return picked
}
