import type { Transaction } from '#store/door.ts'
import { seededChance } from '#vocabulary/index.ts'
import { type Calibration, calibrateChannels } from '../figures/calibration.ts'
import { standardNormal } from '../influence/draws.ts'
import type { Links } from './links.ts'
import type { PlanAsked } from './plan-shapes.ts'
import type { MeasuredForPlan } from './read-measured.ts'

/** A measurement as experiments have it. */
export interface CalibratedForPlan extends MeasuredForPlan {
  isCalibrated: (channelId: string) => boolean
}

const SEED = 1
/** An interval of nine in ten reaches so many standard deviations to each side. */
const REACH = 1.6449

/**
 * What was measured, each channel multiplied by how much of it holds, where experiments about the same
 * topic and outcome say so: strengths, and in the replicates how sure that is. Other channels stay as they
 * were measured.
 */
export async function calibrateForPlan(
  tx: Transaction,
  { topicId, outcome }: Pick<PlanAsked, 'topicId' | 'outcome'>,
  measured: MeasuredForPlan,
): Promise<CalibratedForPlan> {
  const of = await calibrateChannels(tx, { topicId, type: outcome, from: measured.from, to: null })
  return {
    ...measured,
    theta: new Map([...measured.theta].map(([id, theta]) => [id, theta * of(id).factor])),
    ratios: new Map([...measured.ratios].map(([id, ratios]) => [id, doubted(id, ratios, of(id))])),
    isCalibrated: (id) => of(id).label === 'calibrated',
  }
}

/** Replicates of a channel, each with a draw of what holds of it. */
function doubted(
  channelId: string,
  ratios: readonly number[],
  { factor, low, high }: Calibration,
): readonly number[] {
  if (factor <= 0) return ratios
  const spread = Math.max(factor - low, high - factor) / REACH / factor
  const chance = seededChance(SEED, `rho ${channelId}`)
  return ratios.map((ratio) => ratio * Math.max(0, 1 + spread * standardNormal(chance)))
}

/** How much of the strength of links goes over channels that experiments calibrate, 0..1. */
export function calibratedShareOf(
  { channel, strength }: Pick<Links, 'channel' | 'strength'>,
  isCalibrated: (channel: number) => boolean,
): number {
  let [all, calibrated] = [0, 0]
  strength.forEach((one, i) => {
    all += one
    if (isCalibrated(channel[i] as number)) calibrated += one
  })
  return all === 0 ? 0 : calibrated / all
}
