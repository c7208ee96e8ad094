import { dayFinder } from './day-finder.ts'
import type { Happening } from './happenings.ts'

/** Outcomes of one type and day of the workspace: those of people, and those of nobody that we know. */
export interface OutcomeDay {
  type: string
  day: string
  linked: number
  unlinked: number
}

/** How many outcomes could be linked to a person, by type and day. */
export function outcomeDaysOf(
  linked: readonly Happening[],
  unlinked: readonly Happening[],
  timeZone: string,
): OutcomeDay[] {
  const dayOf = dayFinder(timeZone)
  const found = new Map<string, OutcomeDay>()
  const count = (side: 'linked' | 'unlinked', { type, atMs }: Happening) => {
    const day = dayOf(atMs)
    const known = found.get(`${day} ${type}`) ?? { type, day, linked: 0, unlinked: 0 }
    known[side] += 1
    found.set(`${day} ${type}`, known)
  }
  for (const one of linked) count('linked', one)
  for (const one of unlinked) count('unlinked', one)
  return [...found.values()]
}
