import { massWithin } from '../influence/kernel.ts'

/**
 * Who moves whom with what they say. Under the intensity of risk-set credit (docs/decisions/0035),
 *
 *   lambda_u(t) = mu [1 + sum theta_c r_v phi(t - t_i)],  phi(d) = exp(-d / tau) / tau,  d <= W,
 *
 * one thing that v says to u over channel c adds mu theta_c r_v (1 - exp(-W / tau)) outcomes (phi over the
 * window; the time-rescaling of a Poisson process; for kernels of other shapes their mass over it). If v goes on speaking to u as often as in the
 * days looked back on, it says n = touches x horizon / lookback things, and at least one of them moves u with
 *
 *   p(v -> u) = 1 - exp(-sum over channels of n_c mu theta_c r_v (1 - exp(-W / tau))),
 *
 * which is never above 1. mu is the background rate of the outcome: what happens anyway, a person and day.
 *
 * It ignores: habits and strata (mu is the same for everybody), that somebody can have an outcome of this
 * type only once within the horizon, whether v agrees to speak at all or speaks more than before, levels,
 * and influence over channels that Enishi does not hear. Those who had been settled can no longer be moved:
 * nothing leads to them.
 */
export interface LinksInput {
  people: number
  channels: number
  /** Touches of the days looked back on: who said it, whom it reached, over which channel. */
  touches: { actor: Int32Array; person: Int32Array; channel: Int32Array }
  lookbackDays: number
  horizonDays: number
  /** Of the chosen outcome by channel, in days. */
  theta: Float64Array
  tauDays: number
  /** Of the kernel; 1 where not said. */
  shape?: number
  windowDays: number
  /** By person. */
  multiplier: Float64Array
  /** Outcomes a person and day that happen anyway. */
  backgroundPerDay: number
  /** 1 for those who stand there already. */
  settled: Uint8Array
}

/** One for each actor, person and channel, ordered by actor. */
export interface Links {
  people: number
  channels: number
  /** Links of actor v stand at `start[v]` up to `start[v + 1]`. */
  start: Uint32Array
  actor: Uint32Array
  person: Uint32Array
  channel: Uint32Array
  touches: Uint32Array
  /** Expected moves: the part of the channel in the exponent above. */
  strength: Float64Array
}

/** Gathers touches into links; those to oneself and those without any strength are left out. */
export function linksOf(input: LinksInput): Links {
  const { people, channels, touches } = input
  const keys = new Float64Array(touches.actor.length)
  let count = 0
  for (let i = 0; i < keys.length; i++) {
    const [v, u] = [touches.actor[i] as number, touches.person[i] as number]
    if (v === u || input.settled[u] === 1) continue
    keys[count++] = (v * people + u) * channels + (touches.channel[i] as number)
  }
  const sorted = keys.subarray(0, count).sort()
  return scatter(sorted, input)
}

function scatter(sorted: Float64Array, input: LinksInput): Links {
  const { people, channels } = input
  const size = countDistinct(sorted)
  const ints = () => new Uint32Array(size)
  const [actor, person, channel, touches] = [ints(), ints(), ints(), ints()]
  const strength = new Float64Array(size)
  const start = new Uint32Array(people + 1)
  const perTouch = strengthPerTouch(input)
  let end = 0
  for (let i = 0, j = 0; i < sorted.length; i = j) {
    const key = sorted[i] as number
    for (j = i + 1; j < sorted.length && sorted[j] === key; ) j++
    const c = key % channels
    const v = Math.floor(key / channels / people)
    const one = perTouch(v, c)
    if (one <= 0) continue
    actor[end] = v
    person[end] = Math.floor(key / channels) % people
    channel[end] = c
    touches[end] = j - i
    strength[end++] = (j - i) * one
    start[v + 1] = end
  }
  for (let v = 1; v <= people; v++) start[v] = Math.max(start[v] as number, start[v - 1] as number)
  const cut = (column: Uint32Array) => column.subarray(0, end)
  return {
    ...{ people, channels, start, actor: cut(actor), person: cut(person), channel: cut(channel) },
    ...{ touches: cut(touches), strength: strength.subarray(0, end) },
  }
}

function countDistinct(sorted: Float64Array): number {
  let count = 0
  for (let i = 0; i < sorted.length; i++) if (i === 0 || sorted[i] !== sorted[i - 1]) count++
  return count
}

function strengthPerTouch(input: LinksInput): (actor: number, channel: number) => number {
  const { theta, windowDays, multiplier, backgroundPerDay } = input
  const often = input.horizonDays / input.lookbackDays
  const usual = backgroundPerDay * often * massWithin(input, windowDays)
  return (actor, channel) => usual * (theta[channel] ?? 0) * (multiplier[actor] ?? 1)
}

/** The chance that a link moves somebody. */
export function chanceOf(strength: number): number {
  return -Math.expm1(-strength)
}
