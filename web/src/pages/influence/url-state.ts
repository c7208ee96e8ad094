import { dayOrNone, idOf, oneOf, withoutEmpty, wordsOf } from '../../filters.ts'
import { CAUSED_TYPES } from '../../parts/influence-words.ts'
import type { InfluenceCut } from '../../terms.ts'

/** The tabs in their order; an address without one shows people. */
export const CUTS: InfluenceCut[] = ['actor', 'channel', 'community', 'type', 'level', 'opinion']

export const COLUMNS = ['credit', 'placebo', 'outcomes', 'touches', 'multiplier', 'name'] as const
export type Column = (typeof COLUMNS)[number]

/** What narrows every figure of the page. */
function readPart(search: Record<string, unknown>) {
  return {
    topic: idOf(search.topic),
    outcome: oneOf(CAUSED_TYPES, search.outcome),
    from: dayOrNone(search.from),
    to: dayOrNone(search.to),
  }
}

/** Reads the tab, what it is narrowed to and how it is sorted out of the URL. */
export function readInfluenceSearch(search: Record<string, unknown>) {
  return withoutEmpty({
    ...readPart(search),
    by: oneOf(CUTS, search.by),
    q: wordsOf(search.q, 200),
    sort: COLUMNS.find((column) => column === search.sort),
    // Whether the usual rules stand beside.
    rules: search.rules === 'shown' ? ('shown' as const) : undefined,
  })
}

export type InfluenceSearch = ReturnType<typeof readInfluenceSearch>

/** Reads which figure is opened; without one, all credits are listed. */
export function readCreditsSearch(search: Record<string, unknown>) {
  return withoutEmpty({
    ...readPart(search),
    by: oneOf(CUTS, search.by),
    key: wordsOf(search.key, 200),
    organisation: idOf(search.organisation),
    post: idOf(search.post),
  })
}

export type CreditsSearch = ReturnType<typeof readCreditsSearch>

/** What a page hands on to another, so that it counts the same outcomes. */
export function partOf({ topic, outcome, from, to }: CreditsSearch | InfluenceSearch) {
  return withoutEmpty({ topic, outcome, from, to })
}
