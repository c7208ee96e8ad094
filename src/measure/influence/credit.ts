import { DAY_SECONDS } from './columns.ts'
import { densityOf, type Kernel } from './kernel.ts'

/** What credit needs to know: fitted once, then the same for files, nightly and live. */
export interface CreditParameters extends Kernel {
  windowDays: number
  channels: number
  /** By type x channels + channel, in days. */
  theta: Float64Array
  /** By actor. */
  multiplier: Float64Array
}

/** A touch that reached whoever had the outcome. */
export interface CreditTouch {
  t: number
  actor: number
  channel: number
}

/**
 * Parts of one outcome: of each touch, and of what would have happened anyway. They add up to 1.
 * p_i = theta r phi / L and p_0 = 1 / L with L = 1 + sum theta r phi; touches that are not strictly
 * before the outcome, or older than the window, have no part.
 */
export function creditOutcome(
  parameters: CreditParameters,
  type: number,
  t: number,
  touches: readonly CreditTouch[],
): { parts: Float64Array; background: number } {
  const parts = Float64Array.from(touches, (touch) => pushAt(parameters, type, t, touch))
  let level = 1
  for (const part of parts) level += part
  return { parts: parts.map((part) => part / level), background: 1 / level }
}

/** theta r phi of one touch at the time of an outcome. */
export function pushAt(
  parameters: CreditParameters,
  type: number,
  t: number,
  touch: CreditTouch,
): number {
  const { windowDays, channels, theta, multiplier } = parameters
  const days = (t - touch.t) / DAY_SECONDS
  if (days <= 0 || touch.t < t - windowDays * DAY_SECONDS) return 0
  const strength = theta[type * channels + touch.channel] ?? 0
  return strength * (multiplier[touch.actor] ?? 1) * densityOf(parameters)(days)
}
