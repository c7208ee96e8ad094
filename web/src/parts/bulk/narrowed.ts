import type { ListFilter } from '../../terms.ts'

/** What a page lists, and what it is narrowed to. */
export interface Narrowed {
  subject: 'person' | 'organisation' | 'deal'
  /** As a list keeps it; null where the page is narrowed by what a list cannot keep. */
  filter: ListFilter | null
  /** The list that is shown: its own filter is known to the server only. */
  list: string | undefined
}

/** Whether the page shows all that match a filter which says something, and can be named by it. */
export function isNamedBy({ filter, list }: Narrowed): boolean {
  return list === undefined && filter !== null && Object.keys(filter).length > 0
}
