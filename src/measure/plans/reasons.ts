import type { Links } from './links.ts'
import { moveChances } from './spread.ts'

/** Why somebody was chosen: a closed union, each with its numbers. */
export type PlanReason =
  | {
      kind: 'moves'
      /** Whom their words reach in that community, and how many of them are expected to move. */
      people: number
      expected: number
      /** Null for those in no community. */
      community: number | null
      /** Where most of them stand now; null where nobody knows. */
      stage: number | null
    }
  | { kind: 'bridges'; communities: [number, number]; shares: [number, number] }
  | { kind: 'outcomes'; outcomes: number; credit: number }
  | { kind: 'pushes'; times: number }
  | { kind: 'not-contacted'; days: number | null }

export interface ReasonGround {
  links: Links
  /** Of each person, -1 for none. */
  community: Int32Array
  stage: Int32Array
  multiplier: Float64Array
  /** Outcomes among people reached, and credit of them, so far. */
  outcomes: Float64Array
  credit: Float64Array
}

/** From this share of what they move on, a second community counts as reached. */
const BRIDGE_SHARE_MIN = 0.2
/** Only who pushes so much more than usual is told to. */
const PUSHES_MIN = 1.25

/**
 * The reasons for one person, the weightiest first. `days` is since somebody of us was last in touch;
 * null where nobody ever was.
 */
export function reasonsFor(
  person: number,
  ground: ReasonGround,
  days: number | null,
): PlanReason[] {
  const moved = byCommunity(person, ground)
  const outcomes = ground.outcomes[person] as number
  const times = ground.multiplier[person] as number
  const credit = ground.credit[person] as number
  return [
    ...movesOf(moved, ground),
    ...bridgeOf(moved),
    ...(outcomes > 0 ? [{ kind: 'outcomes' as const, outcomes, credit }] : []),
    ...(times >= PUSHES_MIN ? [{ kind: 'pushes' as const, times }] : []),
    { kind: 'not-contacted', days },
  ]
}

interface Moved {
  community: number
  people: number[]
  expected: number
}

/** Whom a person's words reach by community, most moved first. */
function byCommunity(person: number, { links, community }: ReasonGround): Moved[] {
  const found = new Map<number, Moved>()
  for (const [u, chance] of moveChances(links, [person])) {
    const name = community[u] as number
    const known = found.get(name) ?? { community: name, people: [], expected: 0 }
    found.set(name, known)
    known.people.push(u)
    known.expected += chance
  }
  return [...found.values()].sort((a, b) => b.expected - a.expected || a.community - b.community)
}

function movesOf([first]: Moved[], { stage }: ReasonGround): PlanReason[] {
  if (first === undefined) return []
  const { people, expected, community } = first
  const mostly = mostFrequent(people.map((u) => stage[u] as number))
  return [
    {
      ...{ kind: 'moves', people: people.length, expected },
      community: community < 0 ? null : community,
      stage: mostly < 0 ? null : mostly,
    },
  ]
}

function bridgeOf(moved: Moved[]): PlanReason[] {
  const all = moved.reduce((sum, { expected }) => sum + expected, 0)
  const [first, second] = moved.filter(({ community }) => community >= 0)
  if (first === undefined || second === undefined) return []
  const shares: [number, number] = [first.expected / all, second.expected / all]
  if (shares[1] < BRIDGE_SHARE_MIN) return []
  return [{ kind: 'bridges', communities: [first.community, second.community], shares }]
}

/** The most frequent number; of equals the lowest; -1 of none. */
function mostFrequent(numbers: readonly number[]): number {
  const counts = new Map<number, number>()
  for (const one of numbers) counts.set(one, (counts.get(one) ?? 0) + 1)
  let [best, most] = [-1, 0]
  for (const [one, count] of counts) {
    if (one >= 0 && (count > most || (count === most && one < best))) [best, most] = [one, count]
  }
  return best
}
