import { withoutEmpty, wordsOf } from '../../filters.ts'

/** What people asked for, whom nobody may contact, who agreed, what was given, who looked, what went, what is said. */
export const VIEWS = [
  ...(['requests', 'do-not-contact', 'consents', 'provisions'] as const),
  ...(['accesses', 'looks', 'erasures', 'rules'] as const),
] as const
export type View = (typeof VIEWS)[number]

/** What narrows a view beside the search; each belongs to one view. */
export const SHOWN = [
  'answered',
  'lifted',
  'standing',
  'withdrawn',
  'viewed',
  'exported',
  'listed',
  'searched',
] as const
export type Shown = (typeof SHOWN)[number]

export interface PrivacySearch {
  view?: View
  q?: string
  shown?: Shown
}

export function readPrivacySearch(search: Record<string, unknown>): PrivacySearch {
  return withoutEmpty({
    view: VIEWS.find((view) => view === search.view),
    q: wordsOf(search.q, 200),
    shown: SHOWN.find((one) => one === search.shown),
  })
}
