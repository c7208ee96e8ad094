import { idOf, withoutEmpty } from '../../filters.ts'

const ARMS = ['engage', 'hold-out'] as const
const ONLY = ['hit', 'engaged', 'waiting', 'contaminated'] as const

/** Reads which figure of an experiment is opened: whom it counts, and the post that is open. */
export function readExperimentSearch(search: Record<string, unknown>) {
  return withoutEmpty({
    arm: ARMS.find((arm) => arm === search.arm),
    only: ONLY.find((only) => only === search.only),
    channel: idOf(search.channel),
    post: idOf(search.post),
  })
}

export type ExperimentSearch = ReturnType<typeof readExperimentSearch>
