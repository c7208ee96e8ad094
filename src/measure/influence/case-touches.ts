import { shared } from './exposures.ts'
import type { Study } from './study.ts'

/** The touches of those who had the outcomes: what is credited. Sorted by event. */
export interface CaseTouches {
  event: Int32Array
  feature: Int32Array
  channel: Int32Array
  level: Int32Array
  /** Index into the actors of the study's pairs. */
  actor: Int32Array
  /** Of the kernel alone. */
  push: Float32Array
  /** In proportion to the background that it meets, times the actor's multiplier as it is without the outcome at hand. */
  leftOutPush: Float32Array
  /** Row in the timeline. */
  touch: Int32Array
}

/** Takes the cases' own touches out of the exposures; `level` is by row of the timeline. */
export function caseTouchesOf(study: Study, levels: Int32Array, channels: number): CaseTouches {
  const { sets, exposures, kernel, pairs, leftOut } = study
  const indexOf = new Map<number, number>()
  for (let i = 0; i < pairs.actors.length; i++) indexOf.set(pairs.actors[i] as number, i)
  const rows: number[] = []
  for (let x = 0; x < exposures.actor.length; x++) {
    if (exposures.member[x] === sets.start[exposures.event[x] as number]) rows.push(x)
  }
  const ints = (of: (x: number) => number) => {
    const column = shared(Int32Array, rows.length)
    for (let i = 0; i < rows.length; i++) column[i] = of(rows[i] as number)
    return column
  }
  const pushes = (of: Float32Array) => {
    const column = shared(Float32Array, rows.length)
    for (let i = 0; i < rows.length; i++) column[i] = of[rows[i] as number] as number
    return column
  }
  return {
    event: ints((x) => exposures.event[x] as number),
    feature: ints((x) => exposures.feature[x] as number),
    channel: ints((x) => (exposures.feature[x] as number) % channels),
    level: ints((x) => levels[exposures.touch[x] as number] ?? -1),
    actor: ints((x) => indexOf.get(exposures.actor[x] as number) as number),
    push: pushes(kernel.plainPush),
    leftOutPush: pushes(leftOut.push),
    touch: ints((x) => exposures.touch[x] as number),
  }
}
