import { addTo, type Paths, totalConversions } from './paths.ts'

/** What a first-order chain says of journeys. */
export interface MarkovAttribution {
  /** Of one journey, from the start. */
  conversionProbability: number
  /** Share of conversions that would be lost without the channel, for each channel. */
  removalEffect: Float64Array
  /** Removal effects scaled so that they add up to all conversions. */
  credit: Float64Array
}

/**
 * Removal effects in a first-order Markov chain (Anderl, Becker, von Wangenheim, Schumann 2016,
 * "Mapping the customer journey", IJRM 33). States: start, channels, conversion, nothing; a channel
 * that follows itself stays a loop. Removing a channel sends everything that would reach it to nothing.
 * Where nothing converts, every figure is 0.
 */
export function attributeByMarkovChain(paths: Paths): MarkovAttribution {
  const chain = chainOf(paths)
  const conversionProbability = conversionFrom(chain)
  const removalEffect = Float64Array.from(paths.names, (_, channel) =>
    conversionProbability === 0 ? 0 : 1 - conversionFrom(chain, channel) / conversionProbability,
  )
  const all = removalEffect.reduce((sum, effect) => sum + effect, 0)
  const perEffect = all === 0 ? 0 : totalConversions(paths) / all
  return {
    conversionProbability,
    removalEffect,
    credit: removalEffect.map((effect) => effect * perEffect),
  }
}

/** Probabilities of the next state: a row a channel, the start as the last row. */
interface Chain {
  channels: number
  next: Float64Array[]
  /** Probability that the next state is the conversion. */
  converts: Float64Array
}

function chainOf({ names, paths }: Paths): Chain {
  const channels = names.length
  const next = Array.from({ length: channels + 1 }, () => new Float64Array(channels))
  const converts = new Float64Array(channels + 1)
  const left = new Float64Array(channels + 1)
  for (const path of paths) {
    const often = path.conversions + path.nulls
    let state = channels
    for (const channel of path.channels) {
      addTo(next[state] as Float64Array, channel, often)
      addTo(left, state, often)
      state = channel
    }
    addTo(converts, state, path.conversions)
    addTo(left, state, often)
  }
  const perLeft = left.map((often) => (often === 0 ? 0 : 1 / often))
  for (const [state, row] of next.entries()) {
    for (let to = 0; to < channels; to++) row[to] = (row[to] ?? 0) * (perLeft[state] ?? 0)
  }
  return { channels, next, converts: converts.map((often, state) => often * (perLeft[state] ?? 0)) }
}

/** Probability of conversion from the start, solving (I - Q) x = c by elimination with pivots. */
function conversionFrom({ channels, next, converts }: Chain, removed = -1): number {
  const rows = next.map((row, state) => {
    const equation = new Float64Array(channels + 2)
    equation[channels + 1] = state === removed ? 0 : (converts[state] ?? 0)
    for (let to = 0; to < channels; to++) {
      if (state !== removed && to !== removed) equation[to] = -(row[to] ?? 0)
    }
    addTo(equation, state, 1)
    return equation
  })
  return solveLast(rows)
}

/** The last unknown of a square system given as rows with the right side at the end. */
function solveLast(rows: Float64Array[]): number {
  const size = rows.length
  for (let column = 0; column < size; column++) {
    let best = column
    for (let row = column + 1; row < size; row++) {
      if (Math.abs(rows[row]?.[column] ?? 0) > Math.abs(rows[best]?.[column] ?? 0)) best = row
    }
    const pivot = rows[best] as Float64Array
    rows[best] = rows[column] as Float64Array
    rows[column] = pivot
    for (let row = column + 1; row < size; row++) subtract(rows[row] as Float64Array, pivot, column)
  }
  const last = rows[size - 1]
  const solved = (last?.[size] ?? 0) / (last?.[size - 1] ?? 1)
  // A channel that nobody ever leaves makes the system singular and leads nowhere.
  return Number.isFinite(solved) ? Math.min(1, Math.max(0, solved)) : 0
}

function subtract(row: Float64Array, pivot: Float64Array, column: number): void {
  const factor = (row[column] ?? 0) / (pivot[column] ?? 1)
  if (factor === 0 || !Number.isFinite(factor)) return
  for (let i = column; i < row.length; i++) row[i] = (row[i] ?? 0) - factor * (pivot[i] ?? 0)
}
