import type { Transaction } from '#store/door.ts'
import { OWN_WORKSPACE, writeEvent } from '#store/outbox.ts'
import { PERSON_FIELDS } from '#vocabulary/index.ts'
import type { ChangeInWorkspace } from './change-organisations.ts'
import { hydratePeople, type ListedPerson } from './hydrate-people.ts'
import { journalFields } from './merges/field-journal.ts'
import { lockPersons, type PersonRow, writePersonFields } from './merges/person-fields.ts'
import { noPerson, rootOf } from './read-people.ts'

/** A correction of a person's names; what is absent stays. */
export interface PersonChange {
  displayName?: string | undefined
  familyName?: string | null | undefined
  givenName?: string | null | undefined
  nameReading?: string | null | undefined
}

/**
 * Corrects a person's names, and with them what the person is sorted by and found under; journals each
 * field and records `person.changed` with the names of the fields. Throws `not-found`.
 */
export async function patchPerson(
  tx: Transaction,
  id: string,
  change: PersonChange,
  { authorId, workspaceId, now, random }: ChangeInWorkspace,
): Promise<ListedPerson> {
  const before = await lockRoot(tx, id)
  const fields = { ...before.fields }
  for (const field of PERSON_FIELDS) fields[field] = corrected(change[field], fields[field])
  // What a member has given, no import takes back.
  const given = PERSON_FIELDS.filter((field) => change[field] !== undefined)
  await writePersonFields(tx, { id: before.id, fields, edited: [...before.edited, ...given] })
  await journalFields(
    tx,
    { workspaceId, at: now, random, authorId, origin: 'member' },
    given.map((field) => ({
      ...{ personId: before.id, field, from: before.fields[field], to: fields[field] },
    })),
  )
  const event = { name: 'person.changed', subjectId: before.id, detail: Object.keys(change) }
  await writeEvent(tx, OWN_WORKSPACE, { ...event, authorId })
  const [person] = await hydratePeople(tx, [before.id])
  if (person === undefined) throw noPerson()
  return person
}

/** The person's root, locked: one that is merged meanwhile is no root when the lock is given. */
async function lockRoot(tx: Transaction, id: string): Promise<PersonRow> {
  let wanted = await rootOf(tx, id)
  for (;;) {
    const row = (await lockPersons(tx, [wanted])).get(wanted)
    if (row === undefined) throw noPerson()
    if (row.mergedInto === null) return row
    wanted = row.mergedInto
  }
}

/** The id of the person's root, whose row is locked: no merge takes it away meanwhile. Throws `not-found`. */
export async function lockedRootOf(tx: Transaction, id: string): Promise<string> {
  return (await lockRoot(tx, id)).id
}

/** A name that is emptied is none; the one that is shown cannot be. */
function corrected(change: string | null | undefined, before: string | null): string | null {
  if (change === undefined) return before
  return change === '' ? null : change
}
