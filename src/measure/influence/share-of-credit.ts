import type { DrawnSums } from './add-up.ts'
import { intervalOf } from './bootstrap.ts'
import type { Interval } from './measure-influence.ts'

/** The part of all credit together that a channel has, from 0 to 1, with its interval. */
export interface ShareOfCredit extends Interval {
  share: number
}

export interface SharesWish {
  /** Of the intervals. */
  level: number
  /** By what part another kernel would credit otherwise. */
  sway: number
}

/**
 * Shares of credit that add up to 1, with intervals from the shares that each replicate gives:
 * `replicates[c][b]` is what replicate b credits line c. Intervals of credit do not tell that of a share,
 * because what is unsure of all credit alike (trust, above all) leaves shares where they are. Replicates
 * without any credit tell nothing of shares; where they all have none, so does the answer: 0 to 1. Null
 * where nothing is credited.
 */
export function sharesOfCredit(
  credit: readonly number[],
  replicates: readonly ArrayLike<number>[],
  { level, sway }: SharesWish,
): (ShareOfCredit | null)[] {
  const all = credit.reduce((sum, one) => sum + one, 0)
  if (!(all > 0)) return credit.map(() => null)
  const rows = sharesByReplicate(replicates)
  const isUntold = rows.length === 0 && (replicates[0]?.length ?? 0) > 0
  return credit.map((one, c) => {
    const share = one / all
    if (isUntold) return { share, low: 0, high: 1 }
    // Another kernel's credit, with that of the others as it is, moves the share by so much.
    const own = sway * (1 - share)
    const { low, high } = intervalOf(rows, credit.length, c, level, share, own)
    return { share, low, high: Math.min(1, high) }
  })
}

/** The same of sums of lines under their replicates. */
export function sharesOfSums({ credit, rows, ...wish }: DrawnSums): (ShareOfCredit | null)[] {
  const lines = credit.length
  const replicates = Array.from(credit, (_, line) => rows.filter((_one, i) => i % lines === line))
  return sharesOfCredit([...credit], replicates, wish)
}

/** One row a replicate that credits anything. */
function sharesByReplicate(replicates: readonly ArrayLike<number>[]): Float32Array {
  const rows: number[] = []
  for (let b = 0; b < (replicates[0]?.length ?? 0); b++) {
    const own = replicates.map((credits) => credits[b] as number)
    const all = own.reduce((sum, one) => sum + one, 0)
    if (all > 0) rows.push(...own.map((one) => one / all))
  }
  return Float32Array.from(rows)
}
