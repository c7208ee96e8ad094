import type { Transaction } from '#store/door.ts'
import type { MergeField } from '#vocabulary/index.ts'
import type { ChangeInWorkspace } from '../change-organisations.ts'
import { isCardKey } from './card-fields.ts'
import { writtenIn } from './choose-fields.ts'
import type { FieldChange } from './field-journal.ts'
import { type Merge, selectMerges } from './merge-row.ts'
import { lockWhole, valueIn, type WholePerson, writeForMerge } from './whole-person.ts'

/**
 * What becomes of a field that a merge wrote when it is taken back: it is `restored`, it is `kept`
 * because somebody edited it since, or it is `covered` by a later merge that stands, which then goes
 * back to what was before the first one.
 */
export type FieldFate = 'restored' | 'kept' | 'covered'

export interface FieldUndo {
  field: MergeField
  /** What the person is called now. */
  now: string | null
  /** What they are called afterwards. */
  after: string | null
  fate: FieldFate
}

/** What taking a merge back does to the fields of the person that was kept. */
export async function fatesOf(
  tx: Transaction,
  merge: Merge,
  keep: WholePerson,
): Promise<FieldUndo[]> {
  const since = await editedSince(tx, merge)
  const later = await laterMerges(tx, merge)
  return writtenIn(merge.backup.wrote).map(([field, { before, after }]) => {
    const now = valueIn(keep, field)
    if (since.has(field)) return { field, now, after: now, fate: 'kept' }
    if (nextOver(later, field) !== undefined) return { field, now, after: now, fate: 'covered' }
    // Imports and the removal of a choice keep no journal; what they left stays as well.
    if (isCardKey(field) && now !== after) return { field, now, after: now, fate: 'kept' }
    return { field, now, after: before, fate: 'restored' }
  })
}

/** Merges that stand and were made later with the same person kept, newest first. */
function laterMerges(tx: Transaction, { keepId, seq }: Merge): Promise<Merge[]> {
  return selectMerges(tx)
    .where('keep_id', '=', keepId)
    .where('undone_at', 'is', null)
    .where('seq', '>', seq)
    .execute()
}

/** The first of them that wrote over the field. */
function nextOver(later: readonly Merge[], field: MergeField): Merge | undefined {
  return later.findLast(({ backup }) => backup.wrote[field] !== undefined)
}

/**
 * Puts back what the merge wrote, at the kept person and at whom that one's name was given on to by
 * a later merge. Journals it; answers the names of the fields that were restored.
 */
export async function restoreFields(
  tx: Transaction,
  merge: Merge,
  change: ChangeInWorkspace,
): Promise<string[]> {
  if (writtenIn(merge.backup.wrote).length === 0) return []
  const keep = (await lockWhole(tx, [merge.keepId])).get(merge.keepId)
  if (keep === undefined) return []
  const fates = await fatesOf(tx, merge, keep)
  const restored = fates.filter(({ fate }) => fate === 'restored')
  await uncover(
    tx,
    merge,
    fates.filter(({ fate }) => fate === 'covered').map(({ field }) => field),
  )
  await putBack(tx, keep, merge, restored, change)
  return restored.map(({ field }) => field)
}

/** Fields of the kept person that somebody gave after the merge; merges themselves don't count. */
async function editedSince(tx: Transaction, merge: Merge): Promise<Set<string>> {
  const made = await tx
    .selectFrom('person_field_change')
    .select((is) => is.fn.max('seq').as('seq'))
    .where('merge_id', '=', merge.id)
    .where('person_id', '=', merge.keepId)
    .where('origin', '=', 'merge')
    .executeTakeFirst()
  const rows = await tx
    .selectFrom('person_field_change')
    .select('field')
    .distinct()
    .where('person_id', '=', merge.keepId)
    .where('seq', '>', made?.seq ?? 0)
    .where('origin', 'not in', ['merge', 'unmerge'])
    .execute()
  return new Set(rows.map(({ field }) => field))
}

/** The later merge that wrote over it goes back to what was before this one, once its turn comes. */
async function uncover(tx: Transaction, merge: Merge, covered: MergeField[]): Promise<void> {
  if (covered.length === 0) return
  const later = await laterMerges(tx, merge)
  for (const field of covered) {
    const next = nextOver(later, field)
    const [own, over] = [merge.backup.wrote[field], next?.backup.wrote[field]]
    if (next === undefined || own === undefined || over === undefined) continue
    over.before = own.before
    over.wasEdited = own.wasEdited
    await writeBackup(tx, next)
  }
}

async function writeBackup(tx: Transaction, { id, backup }: Merge): Promise<void> {
  await tx
    .updateTable('person_merge')
    .set({ backup: JSON.stringify(backup) })
    .where('id', '=', id)
    .execute()
}

async function putBack(
  tx: Transaction,
  person: WholePerson,
  merge: Merge,
  restored: readonly FieldUndo[],
  change: ChangeInWorkspace,
): Promise<void> {
  if (restored.length === 0) return
  let edited = person.edited
  for (const { field } of restored) {
    if (merge.backup.wrote[field]?.wasEdited === false)
      edited = edited.filter((one) => one !== field)
  }
  const wanted = { changes: changesOf(person, restored), edited }
  const made = await writeForMerge(tx, person, wanted, { id: merge.id, origin: 'unmerge' }, change)
  await handOn(tx, person.id, made, change)
}

function changesOf({ id }: WholePerson, undone: readonly FieldUndo[]): FieldChange<MergeField>[] {
  return undone.map(({ field, now, after }) => ({ personId: id, field, from: now, to: after }))
}

/** Whom the person was merged into may bear a name that it took from here: it goes back as well. */
async function handOn(
  tx: Transaction,
  personId: string,
  changes: readonly FieldChange<MergeField>[],
  change: ChangeInWorkspace,
): Promise<void> {
  const outer = await selectMerges(tx)
    .where('merged_id', '=', personId)
    .where('undone_at', 'is', null)
    .executeTakeFirst()
  if (outer === undefined) return
  const keep = (await lockWhole(tx, [outer.keepId])).get(outer.keepId)
  if (keep === undefined) return
  const fates = new Map((await fatesOf(tx, outer, keep)).map((one) => [one.field, one.fate]))
  const later = await laterMerges(tx, outer)
  const following: FieldUndo[] = []
  for (const { field, from, to } of changes) {
    const written = outer.backup.wrote[field]
    if (written === undefined || written.after !== from) continue
    written.after = to
    const fate = fates.get(field)
    if (fate === 'restored') following.push({ field, now: valueIn(keep, field), after: to, fate })
    const over = fate === 'covered' ? nextOver(later, field) : undefined
    const covering = over?.backup.wrote[field]
    if (over === undefined || covering === undefined) continue
    covering.before = to
    await writeBackup(tx, over)
  }
  await writeBackup(tx, outer)
  await follow(tx, keep, outer, following, change)
}

async function follow(
  tx: Transaction,
  keep: WholePerson,
  outer: Merge,
  following: readonly FieldUndo[],
  change: ChangeInWorkspace,
): Promise<void> {
  if (following.length === 0) return
  const wanted = { changes: changesOf(keep, following), edited: keep.edited }
  const made = await writeForMerge(tx, keep, wanted, { id: outer.id, origin: 'unmerge' }, change)
  await handOn(tx, keep.id, made, change)
}
