import type { Transaction } from '#store/door.ts'
import { type FieldChangeOrigin, type MergeField, PERSON_FIELDS } from '#vocabulary/index.ts'
import type { ChangeInWorkspace } from '../change-organisations.ts'
import { type Card, isCardKey, possibleChanges, readCards, writeCard } from './card-fields.ts'
import { type FieldChange, journalFields } from './field-journal.ts'
import { lockPersons, type PersonRow, readPersons, writePersonFields } from './person-fields.ts'

/** One person's own row with what colleagues keep of it: all that a merge chooses between. */
export interface WholePerson extends PersonRow {
  card: Card
}

/** These persons with their cards; those that are none are missing. */
export async function readWhole(
  tx: Transaction,
  ids: readonly string[],
): Promise<Map<string, WholePerson>> {
  return withCards(tx, await readPersons(tx, ids))
}

/** The same, their rows locked. */
export async function lockWhole(
  tx: Transaction,
  ids: readonly string[],
): Promise<Map<string, WholePerson>> {
  return withCards(tx, await lockPersons(tx, ids))
}

async function withCards(
  tx: Transaction,
  people: ReadonlyMap<string, PersonRow>,
): Promise<Map<string, WholePerson>> {
  const cards = await readCards(tx, [...people.keys()])
  return new Map([...people].map(([id, row]) => [id, { ...row, card: cards.get(id) ?? {} }]))
}

/** What stands in one of the fields. */
export function valueIn(
  { fields, card }: Pick<WholePerson, 'fields' | 'card'>,
  field: MergeField,
): string | null {
  return isCardKey(field) ? (card[field] ?? null) : fields[field]
}

/** Every field that one of them has: the names, and what stands on their cards. */
export function fieldsOfBoth(a: Pick<WholePerson, 'card'>, b: Pick<WholePerson, 'card'>) {
  const keys = new Set([...Object.keys(a.card), ...Object.keys(b.card)])
  return [...PERSON_FIELDS, ...([...keys].sort() as MergeField[])]
}

/** Writes fields of one person for a merge and journals them; answers what was changed. */
export async function writeForMerge(
  tx: Transaction,
  person: WholePerson,
  wanted: { changes: readonly FieldChange<MergeField>[]; edited: readonly string[] },
  merge: { id: string; origin: Extract<FieldChangeOrigin, 'merge' | 'unmerge'> },
  change: ChangeInWorkspace,
): Promise<FieldChange<MergeField>[]> {
  const changes = await possibleChanges(tx, wanted.changes)
  const fields = { ...person.fields }
  let isNamed = false
  for (const { field, to } of changes) {
    if (isCardKey(field)) continue
    fields[field] = to
    isNamed = true
  }
  if (isNamed) await writePersonFields(tx, { id: person.id, fields, edited: [...wanted.edited] })
  const { id: mergeId, origin } = merge
  await writeCard(tx, { kind: 'person', id: person.id }, changes, origin, change)
  const { workspaceId, now: at, random, authorId } = change
  await journalFields(tx, { workspaceId, at, random, authorId, origin, mergeId }, changes)
  return changes
}
