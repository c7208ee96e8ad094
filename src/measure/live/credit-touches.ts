import { type CreditTouch, creditOutcome } from '../influence/credit.ts'
import type { Touch } from '../touches/touches-of.ts'
import type { LiveParameters } from './live-parameters.ts'

/** Parts of one outcome, in the order of the touches. */
export interface Credited {
  parts: Float64Array
  /** What would have happened anyway. */
  background: number
}

type ReachedBy = Pick<Touch, 'at' | 'actorPersonId' | 'channelId'>

/**
 * Parts of one outcome at the parameters of a measurement: `creditOutcome`, with ids instead of
 * numbers. `type` null takes each channel as it pushes on average over all types.
 */
export function creditTouches(
  parameters: LiveParameters,
  type: string | null,
  at: Date,
  touches: readonly ReachedBy[],
): Credited {
  const channels: string[] = []
  const multiplier: number[] = []
  const channelNumbers = new Map<string, number>()
  const actorNumbers = new Map<string, number>()
  const numbered: CreditTouch[] = touches.map(({ at, actorPersonId, channelId }) => {
    const channel = channelNumbers.get(channelId) ?? channels.push(channelId) - 1
    channelNumbers.set(channelId, channel)
    const actor =
      actorNumbers.get(actorPersonId) ?? multiplier.push(parameters.multiplierOf(actorPersonId)) - 1
    actorNumbers.set(actorPersonId, actor)
    return { t: at.getTime() / 1000, actor, channel }
  })
  const { tauDays, shape, windowDays } = parameters
  const theta = Float64Array.from(channels, (channel) => parameters.thetaOf(channel, type))
  const fitted = { tauDays, shape, windowDays, channels: channels.length, theta }
  return creditOutcome(
    { ...fitted, multiplier: Float64Array.from(multiplier) },
    0,
    at.getTime() / 1000,
    numbered,
  )
}
