import { withoutEmpty, wordsOf } from '../../filters.ts'

/** What is shown: my open work, what is overdue, everybody's, what is done, and notes that call me. */
export const VIEWS = ['mine', 'overdue', 'all', 'done', 'mentions'] as const

export type View = (typeof VIEWS)[number]

export function readTasksSearch(search: Record<string, unknown>) {
  return withoutEmpty({
    view: VIEWS.find((view) => view === search.view),
    q: wordsOf(search.q, 200),
  })
}
