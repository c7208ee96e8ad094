/** What is counted of a community to tell how it is doing. */
export interface HealthCounts {
  people: number
  /** People who did anything in the last four weeks. */
  active: number
  /** Posts of the last four weeks, two days old or older, that answer nobody; and those that somebody else of it answered. */
  asked: number
  answered: number
  /** Pairs with a tie, and those in which both turned to the other. */
  pairs: number
  mutual: number
  /** People first heard of four to twelve weeks ago, and those of them who were active in the last four. */
  newcomers: number
  kept: number
}

export interface Health {
  /** 0 … 100. */
  health: number
  activeShare: number
  answerRate: number
  reciprocity: number
  newcomersKept: number
}

/**
 * How a community is doing: one hundred times the geometric mean of four shares,
 *
 *   health = 100 (active share x answer rate x reciprocity x newcomers kept)^(1/4)
 *
 * each (k + 1) / (n + 2), the rule of succession, so that few cases say little: nothing asked, or no
 * newcomer, counts one half. A mean of this kind forgives no weak part: a place full of people who
 * answer nobody is not well. 50 is middling by construction.
 */
export function healthOf(counts: HealthCounts): Health {
  const shareOf = (of: number, all: number) => (of + 1) / (all + 2)
  const activeShare = shareOf(counts.active, counts.people)
  const answerRate = shareOf(counts.answered, counts.asked)
  const reciprocity = shareOf(counts.mutual, counts.pairs)
  const newcomersKept = shareOf(counts.kept, counts.newcomers)
  const health = 100 * (activeShare * answerRate * reciprocity * newcomersKept) ** 0.25
  return { health, activeShare, answerRate, reciprocity, newcomersKept }
}
