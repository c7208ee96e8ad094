import type { QueryOf } from '../../api.ts'
import { idOf, withoutEmpty, wordsOf } from '../../filters.ts'

type About = NonNullable<QueryOf<'GET /audit'>['about']>

/** What acts of the chain are about, in the order of the choice. */
export const ABOUT: readonly About[] = [
  ...(['person', 'relation', 'organisation', 'deal', 'owner', 'bulk-edit', 'import'] as const),
  ...(['list', 'member', 'webhook', 'channel', 'setting', 'privacy', 'experiment'] as const),
]
export type AuditAbout = About

export interface AuditSearch {
  about?: About
  member?: string
  person?: string
  from?: string
  to?: string
  q?: string
}

/** Reads what the audit chain is searched and filtered for out of the URL. */
export function readAuditSearch(search: Record<string, unknown>): AuditSearch {
  return withoutEmpty({
    about: ABOUT.find((one) => one === search.about),
    member: idOf(search.member),
    person: idOf(search.person),
    from: dayOf(search.from),
    to: dayOf(search.to),
    q: wordsOf(search.q, 200),
  })
}

function dayOf(value: unknown): string | undefined {
  return typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value) ? value : undefined
}
