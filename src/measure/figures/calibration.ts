import { sql } from 'kysely'
import type { Transaction } from '#store/door.ts'
import type { CreditLabel } from '#vocabulary/index.ts'
import { calibrationOf as experimentsOf } from '../experiments/index.ts'

/** How far a figure may be trusted to say what was caused. */
export interface Calibration {
  label: CreditLabel
  /** What credit is multiplied by: the lift of experiments against what is observed. */
  factor: number
  /** Where that lies, nine times out of ten. */
  low: number
  high: number
}

/**
 * Without an experiment behind it; so is what is summed over channels, since not all of them have one.
 */
export const ESTIMATED: Calibration = { label: 'estimated', factor: 1, low: 1, high: 1 }

/** What experiments say of the credit of each channel; without one it is estimated. */
export async function calibrateChannels(
  tx: Transaction,
  topicId: string | undefined,
): Promise<(channelId: string) => Calibration> {
  const { rows } = await sql<{ now: Date }>`select now() as now`.execute(tx)
  const found = await experimentsOf(tx, { topicId }, rows[0]?.now ?? new Date(0))
  return (channelId) => {
    const known = found.get(channelId)
    if (known === undefined) return ESTIMATED
    // Credit sees no prevented action, so less than nothing of it is nothing.
    const [factor, low, high] = [known.rho, known.low, known.high].map((one) => Math.max(0, one))
    return { label: 'calibrated', factor: factor ?? 0, low: low ?? 0, high: high ?? 0 }
  }
}

interface Credited {
  credit: number
  low: number
  high: number
  live: number
}

/**
 * Credit as experiments have it: multiplied, with both uncertainties in its interval (square and add:
 * R. G. Newcombe, "MOVER-R confidence intervals for ratios and products", Statistics in Medicine 35, 2016).
 */
export function calibrate<Figure extends Credited>(
  figure: Figure,
  { factor, low, high }: Calibration,
): Figure {
  const credit = figure.credit * factor
  const below = Math.hypot((figure.credit - figure.low) * factor, figure.credit * (factor - low))
  const above = Math.hypot((figure.high - figure.credit) * factor, figure.credit * (high - factor))
  return {
    ...figure,
    ...{ credit, low: Math.max(0, credit - below), high: credit + above },
    live: figure.live * factor,
  }
}
