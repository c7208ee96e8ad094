import type { Transaction } from '#store/door.ts'
import type { CardField, CardKey, FieldKind, JournalledField } from '#vocabulary/index.ts'
import { isCardKey, partsOf } from './card-fields.ts'

/** A field of a merge or of the journal as it is shown. */
export interface NamedField {
  field: Exclude<JournalledField, CardKey> | CardField
  /** What tells it from others of its kind, and by which a merge chooses it. */
  key: JournalledField
  /** Of an own field and a tag; null for names and owners, and where it was removed since. */
  name: string | null
  /** Of an own field that is there: how its values, JSON texts, are read. */
  custom: {
    kind: FieldKind
    choices: { id: string; name: string }[]
    currency: string | null
  } | null
}

/** How each of these fields is shown. */
export async function nameFields(
  tx: Transaction,
  keys: readonly JournalledField[],
): Promise<(key: JournalledField) => NamedField> {
  const wanted = [...new Set(keys)].filter(isCardKey).map(partsOf)
  const ids = (kind: string) => wanted.filter((one) => one.kind === kind).map(({ of }) => of)
  const fields =
    ids('field').length === 0
      ? []
      : await tx
          .selectFrom('custom_field')
          .select(['id', 'name', 'kind', 'choices', 'currency'])
          .where('id', 'in', ids('field'))
          .execute()
  const tags =
    ids('tag').length === 0
      ? []
      : await tx.selectFrom('tag').select(['id', 'name']).where('id', 'in', ids('tag')).execute()
  return (key) => {
    if (!isCardKey(key)) return { field: key, key, name: null, custom: null }
    const { kind, of } = partsOf(key)
    if (kind === 'owner') {
      return { field: of === 'main' ? 'owner' : 'secondOwner', key, name: null, custom: null }
    }
    if (kind === 'tag') {
      const name = tags.find(({ id }) => id === of)?.name ?? null
      return { field: 'tag', key, name, custom: null }
    }
    const field = fields.find(({ id }) => id === of)
    if (field === undefined) return { field: 'custom', key, name: null, custom: null }
    const { name, kind: holds, choices, currency } = field
    return { field: 'custom', key, name, custom: { kind: holds, choices, currency } }
  }
}
