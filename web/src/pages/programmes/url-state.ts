import { idOf, relationOf, withoutEmpty, wordsOf } from '../../filters.ts'

export const HEALTHS = ['good', 'due', 'overdue', 'lapsing'] as const

/** Reads which programme is open, and how it and the proposals are searched, out of the URL. */
export function readProgrammesSearch(search: Record<string, unknown>) {
  return withoutEmpty({
    q: wordsOf(search.q, 200),
    programme: idOf(search.programme),
    owner: idOf(search.owner),
    health: HEALTHS.find((health) => health === search.health),
    thanks: search.thanks === 'owed' ? ('owed' as const) : undefined,
    kind: relationOf(search.kind),
    tab: search.tab === 'proposals' || search.tab === 'rules' ? search.tab : undefined,
  })
}

export type ProgrammesSearch = ReturnType<typeof readProgrammesSearch>
