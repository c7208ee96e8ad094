import { sql } from 'kysely'
import type { Transaction } from '#store/door.ts'
import { LIMITS, PERSON_FIELDS, type PersonField } from '#vocabulary/index.ts'
import { sortKey } from '../names.ts'
import { nameTokens } from '../person-names.ts'

/** What a person is called, by the names of the fields outside. */
export type PersonFields = Record<PersonField, string | null>

/** One person's own row, whoever it was merged into. */
export interface PersonRow {
  id: string
  fields: PersonFields
  /** Fields that a member has given. */
  edited: string[]
  mergedInto: string | null
  createdAt: Date
}

/** The rows of these persons; those that are none are missing. */
export async function readPersons(
  tx: Transaction,
  ids: readonly string[],
): Promise<Map<string, PersonRow>> {
  return byId(await selectPersons(tx, ids).execute())
}

/** The same, locked in the order of their ids, so that two changes of the same persons follow each other. */
export async function lockPersons(
  tx: Transaction,
  ids: readonly string[],
): Promise<Map<string, PersonRow>> {
  return byId(await selectPersons(tx, ids).forNoKeyUpdate().execute())
}

function selectPersons(tx: Transaction, ids: readonly string[]) {
  return tx
    .selectFrom('person')
    .select(['id', 'display_name', 'family_name', 'given_name', 'name_reading'])
    .select(['edited_fields', 'merged_into', 'created_at'])
    .where('id', 'in', [...ids])
    .orderBy('id')
}

type Selected = Awaited<ReturnType<ReturnType<typeof selectPersons>['execute']>>

function byId(rows: Selected): Map<string, PersonRow> {
  return new Map(
    rows.map((row) => [
      row.id,
      {
        id: row.id,
        fields: {
          displayName: row.display_name,
          familyName: row.family_name,
          givenName: row.given_name,
          nameReading: row.name_reading,
        },
        edited: row.edited_fields,
        mergedInto: row.merged_into,
        createdAt: row.created_at,
      },
    ]),
  )
}

/**
 * Writes what a person is called, and with it what the person is sorted by and found under; the row
 * is locked by the caller, who keeps the journal.
 */
export async function writePersonFields(
  tx: Transaction,
  { id, fields, edited }: Pick<PersonRow, 'id' | 'fields' | 'edited'>,
): Promise<void> {
  const shown = fields.displayName ?? ''
  await tx
    .updateTable('person')
    .set({
      display_name: shown,
      family_name: fields.familyName,
      given_name: fields.givenName,
      name_reading: fields.nameReading,
      sort_key: sortKey(shown, fields.nameReading ?? undefined)
        .slice(0, LIMITS.nameCharsMax)
        .toWellFormed(),
      name_tokens: sql<string>`${await tokensOf(tx, id, fields)}::tsvector`,
      edited_fields: [...new Set(edited)].sort(),
    })
    .where('id', '=', id)
    .execute()
}

/** Finds a person whose accounts have changed under the names that they have now. */
export async function retoken(tx: Transaction, { id, fields }: PersonRow): Promise<void> {
  const tokens = await tokensOf(tx, id, fields)
  await tx
    .updateTable('person')
    .set({ name_tokens: sql<string>`${tokens}::tsvector` })
    .where('id', '=', id)
    .execute()
}

async function tokensOf(tx: Transaction, id: string, fields: PersonFields): Promise<string> {
  const names = PERSON_FIELDS.map((field) => fields[field])
  const whole = `${fields.familyName ?? ''}${fields.givenName ?? ''}`
  return nameTokens([...names, whole, ...(await handleNames(tx, id))])
}

/** Names of the handles that the person itself was born with or given; merged ones keep their own. */
async function handleNames(tx: Transaction, personId: string): Promise<(string | null)[]> {
  const rows = await tx
    .selectFrom('handle_ownership as o')
    .innerJoin('handle as h', 'h.id', 'o.handle_id')
    .select(['h.display_name', 'h.username', 'h.external_id'])
    .where('o.person_id', '=', personId)
    .where('o.until', 'is', null)
    .execute()
  return rows.flatMap(({ display_name, username, external_id }) =>
    // As whoever is born: known by the id where there is no name.
    display_name || username ? [display_name, username] : [external_id],
  )
}
