import { withoutEmpty, wordsOf } from '../../filters.ts'

/** Which pairs are shown: to be looked at, put off, or decided. */
export const STATES = ['open', 'later', 'merged', 'not-same'] as const
export type State = (typeof STATES)[number]

export function readReviewSearch(search: Record<string, unknown>) {
  return withoutEmpty({
    state: STATES.find((state) => state === search.state),
    q: wordsOf(search.q, 200),
    pair: typeof search.pair === 'string' ? search.pair.slice(0, 64) : undefined,
  })
}
