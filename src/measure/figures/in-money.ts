import type { Transaction } from '#store/door.ts'
import { addUp, type Doubt, type LineSum } from '../influence/add-up.ts'
import { type Calibration, ESTIMATED } from './calibration.ts'
import { doubtOf, sharesOf } from './read-lines.ts'
import type { Run } from './read-run.ts'
import type { KeyMoney, MoneyPart } from './shares-of.ts'

/** An amount of one currency, in its minor unit. */
export interface Amount {
  currency: string
  minor: number
}

/** Credit as an amount, with its interval. */
export interface Money extends Amount {
  low: number
  high: number
}

/** Credit in money. The two are no sum: what is paid later is what a move is worth. */
export interface InMoney {
  /** Of outcomes that say what was paid. */
  money: Money[]
  /** Of moves: by how much the stage after is worth more than the one before. */
  movesMoney: Money[]
  /** Of the credit, how much either of them speaks of, 0..1; null without credit. */
  valued: number | null
}

/** What is known of the credit of one figure in money. */
export interface MoneyKnown {
  sums: readonly KeyMoney[]
  /** By `of` and currency. */
  intervals: ReadonlyMap<string, LineSum>
}

/** What credit is in money, multiplied by what experiments make of it. */
export function inMoney({ sums, intervals }: MoneyKnown, calibration = ESTIMATED): InMoney {
  const credit = sum(sums.map((part) => part.credit))
  const known = sums.filter(({ currency }) => currency !== null)
  const amounts = (wanted: KeyMoney['of']) =>
    [...totals(known, wanted)].map(([currency, minor]) => {
      const { low = minor, high = minor } = intervals.get(`${wanted} ${currency}`) ?? {}
      return { currency, ...calibrated({ credit: minor, low, high }, calibration) }
    })
  return {
    money: amounts('paid'),
    movesMoney: amounts('moves'),
    valued: credit === 0 ? null : sum(known.map((part) => part.credit)) / credit,
  }
}

function totals(parts: readonly KeyMoney[], wanted: KeyMoney['of']): Map<string, number> {
  const sums = new Map<string, number>()
  for (const { of, currency, minor } of parts) {
    if (of !== wanted || currency === null) continue
    sums.set(currency, (sums.get(currency) ?? 0) + minor)
  }
  return sums
}

/** Both uncertainties together, as credit itself has them; what is lost is below nothing. */
function calibrated({ credit, low, high }: LineSum, { factor, ...of }: Calibration) {
  const minor = credit * factor
  const below = Math.hypot((credit - low) * factor, credit * (factor - of.low))
  const above = Math.hypot((high - credit) * factor, credit * (of.high - factor))
  return { minor, low: minor - below, high: minor + above }
}

/**
 * Intervals of the money of lines, from the replicates of the measurement: of each line by what it is and
 * currency. `lineOf` numbers a part's line.
 */
export async function moneyIntervals<Part extends MoneyPart>(
  tx: Transaction,
  run: Run,
  parts: readonly Part[],
  lines: number,
  lineOf: (part: Part) => number,
): Promise<Map<string, LineSum>[]> {
  const numbers = new Map<string, number>()
  const numberOf = (part: Part) => {
    const name = `${lineOf(part)} ${part.of} ${part.currency}`
    const known = numbers.get(name) ?? numbers.size
    numbers.set(name, known)
    return known
  }
  const { columns, channels } = await sharesOf(tx, parts, 0, numberOf)
  const worth = Float64Array.from(parts, (part) => part.worth)
  const doubt = channels.every((channel) => channel === ALL_CHANNELS)
    ? doubtOfAll(run)
    : await doubtOf(tx, run, channels)
  const sums = addUp({ ...columns, worth, lines: numbers.size }, doubt)
  const found = Array.from({ length: lines }, () => new Map<string, LineSum>())
  for (const [name, number] of numbers) {
    const [line = '', of, currency] = name.split(' ')
    found[Number(line)]?.set(`${of} ${currency}`, sums[number] as LineSum)
  }
  return found
}

/** Stands for all channels together, where parts are not told apart by channel. */
const ALL_CHANNELS = ''

function doubtOfAll(run: Run): Doubt {
  const channels = Object.values(run.replicates)
  const [first] = channels
  const isKnown = first !== undefined && run.credited > 0
  const replicates = isKnown ? first.map((_, b) => sum(channels.map((one) => one[b] ?? 0))) : []
  return {
    factors: [Float64Array.from(replicates, (credit) => credit / run.credited)],
    sway: Number(run.parameters.sway ?? 0),
  }
}

function sum(of: readonly number[]): number {
  return of.reduce((all, one) => all + one, 0)
}
