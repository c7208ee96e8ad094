import type { CaseTouches } from './case-touches.ts'
import { levelled } from './levelled.ts'
import { byLeftOut, multipliersOfShares, type Study } from './study.ts'

/** Theta at which credit is given under a study's multipliers, which stand beside it by pair of the study. */
export function levelledUnder(study: Study, touches: CaseTouches) {
  const multiplier = Float64Array.from(
    study.pairs.actors,
    (actor) => study.multiplier[actor] as number,
  )
  const level = levelled(touches, study.trust, study.leftOut.theta, multiplier)
  return { ...level, multiplier }
}

/**
 * The study as it is where those whom its multipliers leave in can be credited what each channel has. Where
 * not, what is peculiar to the crowd of a loud one was taken for all that the loud one causes: then the
 * multipliers of the fit that shares come from take their place, and of those who were left out as many
 * come back as it takes, those with the most credit there first.
 */
export function withEnoughActors(study: Study, touches: CaseTouches): Study {
  if (levelledUnder(study, touches).isReached) return study
  const found = multipliersOfShares(study)
  const multiplier = found.slice()
  const credit = creditLeftOut(study, touches)
  const out = Array.from(study.pairs.actors.keys())
    .filter((i) => study.multiplier[study.pairs.actors[i] as number] === 0)
    .sort((i, j) => (credit[j] as number) - (credit[i] as number))
    .map((i) => study.pairs.actors[i] as number)
  for (const actor of out) multiplier[actor] = 0
  for (const actor of out) {
    multiplier[actor] = found[actor] as number
    if (levelledUnder({ ...study, multiplier }, touches).isReached) break
  }
  return byLeftOut(study, multiplier)
}

/** Credit by actor, as in the study's pairs, in the fit that shares come from. */
function creditLeftOut({ pairs, leftOut }: Study, touches: CaseTouches): Float64Array {
  const { event, feature, actor, leftOutPush } = touches
  const credit = new Float64Array(pairs.actors.length)
  const pushOf = (i: number) =>
    (leftOut.theta[feature[i] as number] as number) * (leftOutPush[i] as number)
  for (let first = 0; first < event.length; ) {
    let last = first
    let all = 1
    for (; last < event.length && event[last] === event[first]; last++) all += pushOf(last)
    for (; first < last; first++) {
      const v = actor[first] as number
      credit[v] = (credit[v] as number) + pushOf(first) / all
    }
  }
  return credit
}
