import type { ChangedRow, Heard } from '#listen/index.ts'
import type { IncomingOwnTerms, SubjectKind } from '#vocabulary/index.ts'

/** One row of a list and what it is about. */
export interface Said {
  /** Said of a person that was merged into this one: it fills what is empty, and no more. */
  isOfMerged?: boolean
  heard: Heard
  kind: SubjectKind
  id: string
  terms: IncomingOwnTerms
}

/** How the ledger names a change of what colleagues keep of somebody. */
export function changeOf(
  kind: 'field' | 'owner' | 'tagging' | 'note',
  { kind: of, id }: Pick<Said, 'kind' | 'id'>,
): Pick<ChangedRow, 'kind' | 'id' | 'personId'> {
  return of === 'person' ? { kind, id, personId: id } : { kind, id }
}
