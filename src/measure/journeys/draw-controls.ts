import type { Watched } from './before-moves.ts'

/** A move, or the chance of one that wasn't made. */
export interface Moment extends Watched {
  personId: string
  atMs: number
  /** The post that shows the move; for those who did not move, that of the move they stand beside. */
  movedBy: string
}

/** Somebody who stood where the mover did, from then until then. */
export interface Standing {
  personId: string
  fromMs: number
  untilMs: number
}

export interface MoveMade {
  personId: string
  atMs: number
  activityId: string
}

/** Candidates looked at for each move, and others kept beside it. */
const CANDIDATES_MAX = 12
const OTHERS_MAX = 4

/**
 * For each move some who stood at the same stage at that moment and had not moved on (risk-set
 * sampling), drawn without looking at what reached them. `chance` answers numbers from 0 up to 1.
 */
export function drawCandidates(
  moves: readonly MoveMade[],
  standings: readonly Standing[],
  chance: () => number,
): Moment[] {
  return moves.flatMap(({ personId, atMs, activityId }, set) => {
    const moment = (id: string, isMover: boolean): Moment => ({
      ...{ set, isMover, personId: id, atMs, movedBy: activityId },
    })
    const open = new Map<string, Standing>()
    for (const one of standings) {
      if (one.fromMs < atMs && one.untilMs > atMs && one.personId !== personId) {
        open.set(one.personId, one)
      }
    }
    const drawn = drawSome([...open.keys()], CANDIDATES_MAX, chance)
    return [moment(personId, true), ...drawn.map((id) => moment(id, false))]
  })
}

/** The first steps of a Fisher-Yates shuffle. */
function drawSome(ids: string[], count: number, chance: () => number): string[] {
  const most = Math.min(count, ids.length)
  for (let at = 0; at < most; at++) {
    const from = at + Math.floor(chance() * (ids.length - at))
    const drawn = ids[from] as string
    ids[from] = ids[at] as string
    ids[at] = drawn
  }
  return ids.slice(0, most)
}

/** How much somebody had said and done lately: nothing, a little, some, much. */
function busyness(activities: number): number {
  return activities === 0 ? 0 : activities < 3 ? 1 : activities < 10 ? 2 : 3
}

/** Of the candidates those as busy as the mover; moves that nobody can stand beside fall away. */
export function keepComparable(
  moments: readonly Moment[],
  activities: readonly number[],
): Moment[] {
  const sets = new Map<number, { mover: Moment; busy: number; others: Moment[] }>()
  for (const [at, moment] of moments.entries()) {
    const busy = busyness(activities[at] ?? 0)
    if (moment.isMover) sets.set(moment.set, { mover: moment, busy, others: [] })
    const own = sets.get(moment.set)
    const isWanted = own !== undefined && !moment.isMover && busy === own.busy
    if (isWanted && own.others.length < OTHERS_MAX) own.others.push(moment)
  }
  return [...sets.values()].flatMap(({ mover, others }) =>
    others.length === 0 ? [] : [mover, ...others],
  )
}
