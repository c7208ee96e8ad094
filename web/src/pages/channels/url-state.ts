import { oneOf, withoutEmpty, wordsOf } from '../../filters.ts'
import { CONDITION_WORDS, type Condition, STATE_WORDS, type State } from './words.ts'

export const STATES = Object.keys(STATE_WORDS) as State[]
export const CONDITIONS = Object.keys(CONDITION_WORDS) as Condition[]

export interface ChannelsSearch {
  q?: string
  state?: State
  condition?: Condition
}

/** Reads the filters of the list out of a URL; what makes no sense is left out. */
export function readChannelsSearch(search: Record<string, unknown>): ChannelsSearch {
  return withoutEmpty({
    q: wordsOf(search.q, 200),
    state: oneOf(STATES, search.state),
    condition: oneOf(CONDITIONS, search.condition),
  })
}
