import { sql } from 'kysely'
import type { Transaction } from '#store/door.ts'
import { OWN_WORKSPACE, writeEvent } from '#store/outbox.ts'
import { LIMITS } from '#vocabulary/index.ts'
import { hydratePeople, type ListedPerson } from './hydrate-people.ts'
import { sortKey } from './names.ts'
import { nameTokens } from './person-names.ts'
import { noPerson, rootOf } from './read-people.ts'

/** A correction of a person's names; what is absent stays. */
export interface PersonChange {
  displayName?: string | undefined
  familyName?: string | null | undefined
  givenName?: string | null | undefined
  nameReading?: string | null | undefined
}

/**
 * Corrects a person's names, and with them what the person is sorted by and found under; records
 * `person.changed` with the names of the fields. Throws `not-found`.
 */
export async function patchPerson(
  tx: Transaction,
  id: string,
  change: PersonChange,
  authorId: string | null,
): Promise<ListedPerson> {
  const root = await rootOf(tx, id)
  const before = await tx
    .selectFrom('person')
    .select(['display_name', 'family_name', 'given_name', 'name_reading', 'edited_fields'])
    .where('id', '=', root)
    .forUpdate()
    .executeTakeFirst()
  if (before === undefined) throw noPerson()
  const names = {
    display_name: change.displayName ?? before.display_name,
    family_name: corrected(change.familyName, before.family_name),
    given_name: corrected(change.givenName, before.given_name),
    name_reading: corrected(change.nameReading, before.name_reading),
  }
  const sort_key = sortKey(names.display_name, names.name_reading ?? undefined)
  const tokens = nameTokens([...Object.values(names), ...(await handleNames(tx, root))])
  await tx
    .updateTable('person')
    .set({
      ...names,
      sort_key: sort_key.slice(0, LIMITS.nameCharsMax).toWellFormed(),
      name_tokens: sql<string>`${tokens}::tsvector`,
      // What a member has given, no import takes back.
      edited_fields: [...new Set([...before.edited_fields, ...Object.keys(change)])].sort(),
    })
    .where('id', '=', root)
    .execute()
  const event = { name: 'person.changed', subjectId: root, detail: Object.keys(change), authorId }
  await writeEvent(tx, OWN_WORKSPACE, event)
  const [person] = await hydratePeople(tx, [root])
  if (person === undefined) throw noPerson()
  return person
}

/** A name that is emptied is none. */
function corrected(change: string | null | undefined, before: string | null): string | null {
  if (change === undefined) return before
  return change === '' ? null : change
}

/** Names of the handles that the person itself was born with or given; merged ones keep their own. */
async function handleNames(tx: Transaction, personId: string): Promise<(string | null)[]> {
  const rows = await tx
    .selectFrom('handle_ownership as o')
    .innerJoin('handle as h', 'h.id', 'o.handle_id')
    .select(['h.display_name', 'h.username'])
    .where('o.person_id', '=', personId)
    .where('o.until', 'is', null)
    .execute()
  return rows.flatMap(({ display_name, username }) => [display_name, username])
}
