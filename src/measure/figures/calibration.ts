import type { Transaction } from '#store/door.ts'
import type { CreditLabel, InfluenceOutcome } from '#vocabulary/index.ts'
import { calibrationOf as experimentsOf, type Period } from '../experiments/index.ts'
import { isEnough } from './line.ts'
import { type ShownPlacebos, scalePlacebos } from './shown-placebos.ts'

/** How far a figure may be trusted to say what was caused. */
export interface Calibration {
  label: CreditLabel
  /** What credit is multiplied by: the lift of experiments against what is observed. */
  factor: number
  /** Where that lies, nine times out of ten. */
  low: number
  high: number
  /** What stands behind it; null where it is estimated. */
  ground: CalibrationGround | null
}

/** Of whom and when experiments speak: of others and of other times a figure takes it over. */
export interface CalibrationGround {
  experiments: number
  /** In both arms together, their time over. */
  people: number
  from: string
  /** Null: one still runs. */
  to: string | null
}

/**
 * Without an experiment behind it; so is what is summed over channels or types of outcome, since not all
 * of them have one.
 */
export const ESTIMATED: Calibration = {
  ...{ label: 'estimated', factor: 1, low: 1, high: 1, ground: null },
}

/** Which credit is asked for: of one topic, or (null) of all together. */
export interface CalibrationAsked extends Period {
  topicId: string | null
  /** Null: all types together, of which no experiment speaks. */
  type: InfluenceOutcome | null
}

/**
 * What experiments say of the credit of each channel: those about the same topic and the same outcome
 * that ran at some time of the figures. Without one it is estimated.
 */
export async function calibrateChannels(
  tx: Transaction,
  { topicId, type, from, to }: CalibrationAsked,
): Promise<(channelId: string) => Calibration> {
  if (type === null) return () => ESTIMATED
  const found = await experimentsOf(tx, { topicId, outcome: type }, { from, to })
  return (channelId) => {
    const known = found.get(channelId)
    if (known === undefined) return ESTIMATED
    const { experiments, people } = known
    const ground = { from: known.from.toISOString(), to: known.to?.toISOString() ?? null }
    // Credit sees no prevented action, so less than nothing of it is nothing.
    const [factor, low, high] = [known.rho, known.low, known.high].map((one) => Math.max(0, one))
    return {
      ...{ label: 'calibrated', factor: factor ?? 0, low: low ?? 0, high: high ?? 0 },
      ground: { experiments, people, ...ground },
    }
  }
}

interface Credited {
  credit: number
  low: number
  high: number
  live: number
  placebo: number
  placebos: ShownPlacebos | null
  outcomes: number
  enough: boolean
}

/**
 * Credit as experiments have it: multiplied, with both uncertainties in its interval (square and add:
 * R. G. Newcombe, "MOVER-R confidence intervals for ratios and products", Statistics in Medicine 35, 2016).
 * What is credited of outcomes dealt anew comes on the same scale, and there is enough evidence only where
 * that interval still leaves nothing out.
 */
export function calibrate<Figure extends Credited>(
  figure: Figure,
  { label, factor, low, high }: Calibration,
): Figure {
  if (label === 'estimated') return figure
  const credit = figure.credit * factor
  const below = Math.hypot((figure.credit - figure.low) * factor, figure.credit * (factor - low))
  const above = Math.hypot((figure.high - figure.credit) * factor, figure.credit * (high - factor))
  const interval = { low: Math.max(0, credit - below), high: credit + above }
  return {
    ...figure,
    ...{ credit, ...interval, live: figure.live * factor, placebo: figure.placebo * factor },
    placebos: scalePlacebos(figure.placebos, factor),
    enough: figure.enough && isEnough({ outcomes: figure.outcomes, low: interval.low }),
  }
}
