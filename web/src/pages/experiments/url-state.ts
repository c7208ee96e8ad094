import { withoutEmpty, wordsOf } from '../../filters.ts'
import type { ExperimentState } from './words.ts'

/** In the order of the way; one that is missing doesn't compile. */
const STATE_NAMES: Record<ExperimentState, true> = {
  ...{ draft: true, submitted: true, approved: true, running: true, ended: true, withdrawn: true },
}
export const STATES = Object.keys(STATE_NAMES) as ExperimentState[]

/** Reads what Experiments is searched for out of the URL. */
export function readExperimentsSearch(search: Record<string, unknown>) {
  const state = STATES.find((one) => one === search.state)
  return withoutEmpty({ q: wordsOf(search.q, 200), state })
}
