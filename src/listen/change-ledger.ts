/** What a batch made, by the table that holds it. */
export const MADE_KINDS = [
  'activity',
  'relation',
  'affiliation',
  'handle',
  'person',
  'organisation',
  'deal',
] as const
export type MadeKind = (typeof MADE_KINDS)[number]

/** A row that was there before and says something else since. */
export interface ChangedRow {
  kind:
    | ('person' | 'affiliation' | 'relation' | 'handle' | 'organisation' | 'deal')
    | ('field' | 'owner' | 'tagging' | 'note')
    /** A tag that was made for what the list says. */
    | 'tag'
  id: string
  /** Whom it is about, where it is about a person. */
  personId?: string
  /** What a relation is about, where that is an organisation. */
  organisationId?: string
  /**
   * Of `field` the id of the field, of `owner` the rank, of `tagging` the id of the tag, of `note` its own;
   * `id` is then what it is about.
   */
  field: string
  before: string | null
  after: string | null
}

/** What one transaction of listening made and changed, for whoever shows it or takes it back. */
export interface ChangeLedger {
  made: Record<MadeKind, string[]>
  changed: ChangedRow[]
}

/** A ledger in which nothing happened yet. */
export function emptyLedger(): ChangeLedger {
  return {
    made: {
      ...{ activity: [], relation: [], affiliation: [], handle: [], person: [] },
      ...{ organisation: [], deal: [] },
    },
    changed: [],
  }
}

/** The fields in which a row differs from what it was. */
export function changesOf<Row extends object>(
  row: Pick<ChangedRow, 'kind' | 'id' | 'personId'>,
  before: Row,
  after: Row,
  fields: readonly (keyof Row & string)[],
): ChangedRow[] {
  return fields.flatMap((field) => {
    const [was, is] = [textOf(before[field]), textOf(after[field])]
    return was === is ? [] : [{ ...row, field, before: was, after: is }]
  })
}

function textOf(value: unknown): string | null {
  return typeof value === 'string' ? value : null
}
