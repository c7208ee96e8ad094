import { addTo, type Path, type Paths } from './paths.ts'

/** How much a step loses for each further step that follows it before the conversion. */
const DECAY_PER_STEP = 0.5

/** Everything to the channel met last before the conversion. */
export function lastTouch(paths: Paths): Float64Array {
  return share(paths, ({ channels }, credit) => credit(channels.length - 1, 1))
}

/** Everything to the channel met first. */
export function firstTouch(paths: Paths): Float64Array {
  return share(paths, (_, credit) => credit(0, 1))
}

/** The same to every step; a channel met twice counts twice. */
export function linear(paths: Paths): Float64Array {
  return share(paths, ({ channels }, credit) => {
    for (let step = 0; step < channels.length; step++) credit(step, 1 / channels.length)
  })
}

/** Half as much for every step further from the conversion: paths hold an order and no times. */
export function timeDecay(paths: Paths): Float64Array {
  return share(paths, ({ channels }, credit) => {
    const steps = channels.length
    const whole = (1 - DECAY_PER_STEP ** steps) / (1 - DECAY_PER_STEP)
    for (let step = 0; step < steps; step++)
      credit(step, DECAY_PER_STEP ** (steps - 1 - step) / whole)
  })
}

/**
 * Shapley value where a set of channels is worth the conversions of the journeys that met no channel
 * outside the set (Zhao, Mahboobi, Bagheri 2018, "Shapley value methods for attribution modeling",
 * section 3: this game is a sum of unanimity games, so each journey's conversions go in equal parts to
 * the distinct channels on it; exact for any number of channels).
 */
export function shapley(paths: Paths): Float64Array {
  return share(paths, ({ channels }, credit) => {
    const distinct = new Map(channels.map((channel, step) => [channel, step]))
    for (const step of distinct.values()) credit(step, 1 / distinct.size)
  })
}

type Credit = (step: number, part: number) => void

/** Sums over the journeys; `deal` gives parts of one conversion to steps, adding to 1. */
function share({ names, paths }: Paths, deal: (path: Path, credit: Credit) => void): Float64Array {
  const sums = new Float64Array(names.length)
  for (const path of paths) {
    if (path.conversions === 0) continue
    deal(path, (step, part) => {
      const channel = path.channels[step]
      if (channel !== undefined) addTo(sums, channel, part * path.conversions)
    })
  }
  return sums
}
