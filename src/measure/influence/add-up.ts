import { seededChance } from '#vocabulary/index.ts'
import { intervalOf } from './bootstrap.ts'
import { poissonOne, standardNormal } from './draws.ts'

/** Shares of outcomes, added up by outcome, line and channel: columns of one length. */
export interface SharesByLine {
  /** Whose outcome it was, numbered from 0. */
  person: Int32Array
  outcome: Int32Array
  line: Int32Array
  channel: Int32Array
  share: Float64Array
  /** What a whole outcome counts for, in money; absent: as one. */
  worth?: Float64Array
  people: number
  outcomes: number
  lines: number
}

/** What the measurement says of how sure its parameters are. */
export interface Doubt {
  /** By channel, of each replicate: by how much it would credit more than was measured. */
  factors: readonly Float64Array[]
  /** By what share another kernel would have it otherwise. */
  sway: number
}

export interface AddingWish {
  replicates: number
  seed: number
  /** Of the intervals. */
  level: number
}

const ADDING_DEFAULTS: AddingWish = { replicates: 200, seed: 1, level: 0.9 }

/** Credit of a line, in outcomes or in money, with its interval. */
export interface LineSum {
  credit: number
  low: number
  high: number
}

/**
 * Sums of lines with intervals, by a Poisson bootstrap over people at the parameters of the measurement:
 * a replicate weighs each person by a draw of Poisson(1), each channel by its factor in one replicate of
 * the measurement, and draws on top which of the outcomes really were caused. The factors hold the luck
 * of who was seen as well, so that lines that are nearly the whole measurement have intervals that are
 * rather too wide. The same for the same input and seed.
 */
export function addUp(shares: SharesByLine, doubt: Doubt, wish = ADDING_DEFAULTS): LineSum[] {
  return lineSums(drawSums(shares, doubt, wish))
}

/** Sums of lines, and what each replicate has for them. */
export interface DrawnSums {
  credit: Float64Array
  /** One row a replicate. */
  rows: Float32Array
  /** Less a line cannot be. */
  least: Float64Array
  sway: number
  level: number
}

/** Draws the replicates of `addUp`. */
export function drawSums(
  shares: SharesByLine,
  doubt: Doubt,
  wish: AddingWish = ADDING_DEFAULTS,
): DrawnSums {
  const credit = new Float64Array(shares.lines)
  shares.share.forEach((share, i) => {
    const line = shares.line[i] as number
    credit[line] = (credit[line] as number) + share * (shares.worth?.[i] ?? 1)
  })
  const luck = luckOf(shares)
  const least = leastOf(shares)
  const rows = new Float32Array(wish.replicates * shares.lines)
  for (let b = 0; b < wish.replicates; b++) {
    const row = rows.subarray(b * shares.lines, (b + 1) * shares.lines)
    fillReplicate(row, shares, doubt, luck, least, wish.seed, b)
  }
  return { credit, rows, least, sway: doubt.sway, level: wish.level }
}

/** The sums with their intervals. */
export function lineSums({ credit, rows, least, sway, level }: DrawnSums): LineSum[] {
  return Array.from(credit, (sum, line) => ({
    credit: sum,
    ...intervalOf(rows, credit.length, line, level, sum, sway, sum, least[line]),
  }))
}

function fillReplicate(
  row: Float32Array,
  shares: SharesByLine,
  { factors }: Doubt,
  luck: Float64Array,
  least: Float64Array,
  seed: number,
  b: number,
): void {
  const chance = seededChance(seed, `span ${b}`)
  const weight = Uint8Array.from({ length: shares.people }, () => poissonOne(chance))
  const factor = factors.map((one) => (one.length === 0 ? 1 : (one[b % one.length] as number)))
  for (let i = 0; i < shares.share.length; i++) {
    const line = shares.line[i] as number
    const by = weight[shares.person[i] as number] as number
    if (by === 0) continue
    const part = (shares.share[i] as number) * (factor[shares.channel[i] as number] ?? 1)
    row[line] = (row[line] as number) + by * part * (shares.worth?.[i] ?? 1)
  }
  for (let line = 0; line < row.length; line++) {
    const drawn = (row[line] as number) + (luck[line] as number) * standardNormal(chance)
    row[line] = Math.max(least[line] as number, drawn)
  }
}

/** Credit is never less than nothing; money may be, where what is moved to brings in less. */
function leastOf({ line, worth, lines }: SharesByLine): Float64Array {
  const least = new Float64Array(lines)
  worth?.forEach((one, i) => {
    if (one < 0) least[line[i] as number] = Number.NEGATIVE_INFINITY
  })
  return least
}

/** Of each line: the spread of what really was caused, if each outcome was with its chance. */
function luckOf({ outcome, line, share, worth, lines }: SharesByLine): Float64Array {
  const variance = new Float64Array(lines)
  const ofOutcome = new Map<number, Map<number, { part: number; worth: number }>>()
  share.forEach((part, i) => {
    const own = ofOutcome.get(outcome[i] as number) ?? new Map()
    ofOutcome.set(outcome[i] as number, own)
    const known = own.get(line[i] as number)
    own.set(line[i] as number, { part: (known?.part ?? 0) + part, worth: worth?.[i] ?? 1 })
  })
  for (const own of ofOutcome.values()) {
    for (const [at, one] of own) {
      const chances = Math.max(0, one.part * (1 - one.part))
      variance[at] = (variance[at] as number) + chances * one.worth ** 2
    }
  }
  return variance.map(Math.sqrt)
}
