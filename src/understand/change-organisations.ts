import { sql } from 'kysely'
import { organisationKey } from '#language/index.ts'
import type { Transaction } from '#store/door.ts'
import { OWN_WORKSPACE, writeEvent } from '#store/outbox.ts'
import { EnishiError, type RelationCode, uuidV7 } from '#vocabulary/index.ts'
import { recordAffiliations, wouldEndBeforeStart } from './affiliations.ts'
import { noteDuePeople } from './candidates/note-due.ts'
import type { Change } from './change-topics.ts'
import { organisationToName } from './organisation-merges/organisation-root.ts'
import { type Making, organisationRow } from './organisations.ts'
import { getOrganisation, type OrganisationInFull } from './read-organisation.ts'
import { getListedOrganisation, noOrganisation } from './read-organisations.ts'
import { rootOf } from './read-people.ts'
import { setRelations } from './relations/change-relations.ts'

/** A change by a member, in a workspace. */
export interface ChangeInWorkspace extends Change {
  workspaceId: string
}

export interface OrganisationInput {
  name: string
  nameReading?: string | null | undefined
  url?: string | null | undefined
  relations?: RelationCode[] | undefined
}

export type OrganisationChange = {
  [Field in keyof OrganisationInput]?: OrganisationInput[Field] | undefined
}

/** Adds an organisation. Records `organisation.added`. Throws `conflict` for one that is there. */
export async function addOrganisation(
  tx: Transaction,
  input: OrganisationInput,
  change: ChangeInWorkspace,
): Promise<OrganisationInFull> {
  const id = uuidV7(change.now.getTime(), change.random)
  await refuseTakenName(tx, input.name, null)
  const { name_tokens, ...row } = rowOf(input)
  const added = await tx
    .insertInto('organisation')
    .values({
      workspace_id: OWN_WORKSPACE,
      id,
      ...row,
      name_tokens: sql<string>`${name_tokens}::tsvector`,
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  if (added.numInsertedOrUpdatedRows === 0n) throw takenName()
  await setRelations(tx, id, input.relations ?? [], change)
  await tell(tx, 'organisation.added', id, change)
  return getOrganisation(tx, id)
}

/**
 * Changes name, reading, address or relations; relations that are not named end today. Records
 * `organisation.changed` with the names of the fields. Throws `not-found`, `conflict`.
 */
export async function patchOrganisation(
  tx: Transaction,
  anyId: string,
  input: OrganisationChange,
  change: ChangeInWorkspace,
): Promise<OrganisationInFull> {
  const id = await organisationToName(tx, anyId)
  const before = await getListedOrganisation(tx, id)
  const { name = before.name, nameReading = before.nameReading, url = before.url } = input
  await refuseTakenName(tx, name, id)
  const { name_tokens, ...row } = await rowBesideAliases(tx, id, { name, nameReading, url })
  await tx
    .updateTable('organisation')
    .set({ ...row, edited_at: change.now, name_tokens: sql<string>`${name_tokens}::tsvector` })
    .where('id', '=', id)
    .execute()
  if (input.relations !== undefined) await setRelations(tx, id, input.relations, change)
  await tell(tx, 'organisation.changed', id, change, Object.keys(input))
  return getOrganisation(tx, id)
}

/** Removes an organisation with all that were merged into it; its people and their posts stay. Records `organisation.removed`. Throws `not-found`. */
export async function deleteOrganisation(
  tx: Transaction,
  anyId: string,
  change: ChangeInWorkspace,
): Promise<void> {
  const id = await organisationToName(tx, anyId)
  const removed = await tx.deleteFrom('organisation').where('id', '=', id).executeTakeFirst()
  if (removed.numDeletedRows === 0n) throw noOrganisation()
  await tell(tx, 'organisation.removed', id, change)
}

/** Where somebody belongs, as a member says it; days are YYYY-MM-DD. */
export interface AffiliationInput {
  person: string
  role?: string | undefined
  department?: string | undefined
  since?: string | undefined
  until?: string | undefined
}

/**
 * Says that a person belongs to an organisation, or more about it. Records
 * `organisation.person-added`. Throws `not-found` for either, `bad-input` for an end before the start.
 */
export async function addToOrganisation(
  tx: Transaction,
  anyId: string,
  { person, role, department, since, until }: AffiliationInput,
  change: ChangeInWorkspace,
): Promise<OrganisationInFull> {
  const organisationId = await organisationToName(tx, anyId)
  const personId = await rootOf(tx, person)
  if (since !== undefined && until !== undefined && until < since) throw endsBeforeStart()
  const told = { role, department, since, until }
  const affiliation = { personId, organisationId, ...told, source: 'member' as const }
  if (await wouldEndBeforeStart(tx, change.workspaceId, affiliation)) throw endsBeforeStart()
  const news = await recordAffiliations(tx, makingOf(change), [affiliation])
  if (news.length > 0) {
    await noteDuePeople({ tx, workspaceId: change.workspaceId }, [personId])
    await tell(tx, 'organisation.person-added', organisationId, change, [personId])
  }
  return getOrganisation(tx, organisationId)
}

/** Takes back that somebody belongs to an organisation. Records `organisation.person-removed`. Throws `not-found`. */
export async function removeFromOrganisation(
  tx: Transaction,
  anyId: string,
  affiliationId: string,
  change: ChangeInWorkspace,
): Promise<void> {
  const organisationId = await organisationToName(tx, anyId)
  const removed = await tx
    .deleteFrom('affiliation')
    .where('organisation_id', '=', organisationId)
    .where('id', '=', affiliationId)
    .executeTakeFirst()
  if (removed.numDeletedRows === 0n) throw noOrganisation()
  await tell(tx, 'organisation.person-removed', organisationId, change, [affiliationId])
}

/**
 * Says that a person's accounts are the organisation's own: its official ones. An account of another
 * organisation changes over. Records `organisation.account-added`. Throws `not-found` for either.
 */
export async function ownAccounts(
  tx: Transaction,
  anyId: string,
  person: string,
  change: ChangeInWorkspace,
): Promise<OrganisationInFull> {
  const organisationId = await organisationToName(tx, anyId)
  const root = await rootOf(tx, person)
  const { rows } = await sql<{ handle_id: string }>`
    insert into organisation_handle (workspace_id, handle_id, organisation_id)
    select o.workspace_id, o.handle_id, ${organisationId}::uuid
    from (select ${root}::uuid as id union all
      select m.id from person m where m.merged_into = ${root}::uuid) original
    join handle_ownership o on o.person_id = original.id and o.until is null
    on conflict (workspace_id, handle_id) do update set organisation_id = excluded.organisation_id
    where organisation_handle.organisation_id <> excluded.organisation_id
    returning handle_id`.execute(tx)
  const handles = rows.map(({ handle_id }) => handle_id)
  if (handles.length > 0) {
    await tell(tx, 'organisation.account-added', organisationId, change, handles)
  }
  return getOrganisation(tx, organisationId)
}

/** Takes back that an account is the organisation's own. Records `organisation.account-removed`. Throws `not-found`. */
export async function disownAccount(
  tx: Transaction,
  anyId: string,
  handleId: string,
  change: ChangeInWorkspace,
): Promise<void> {
  const organisationId = await organisationToName(tx, anyId)
  const removed = await tx
    .deleteFrom('organisation_handle')
    .where('organisation_id', '=', organisationId)
    .where('handle_id', '=', handleId)
    .executeTakeFirst()
  if (removed.numDeletedRows === 0n) throw noOrganisation()
  await tell(tx, 'organisation.account-removed', organisationId, change, [handleId])
}

function makingOf({ workspaceId, now, random }: ChangeInWorkspace): Making {
  return { workspaceId, at: now, random }
}

function rowOf({ name, nameReading, url }: OrganisationInput) {
  const named = { name, reading: nameReading ?? undefined, url: url ?? undefined }
  return { ...organisationRow(named), name_key: organisationKey(name) }
}

/** Two names that differ in the legal form only are one organisation's. */
async function refuseTakenName(tx: Transaction, name: string, ownId: string | null): Promise<void> {
  const taken = await whoBears(tx, organisationKey(name))
  if (taken !== undefined && (taken.mergedInto ?? taken.id) !== ownId) throw takenName()
}

function whoBears(tx: Transaction, key: string) {
  return tx
    .selectFrom('organisation')
    .select(['id', 'merged_into as mergedInto'])
    .where('name_key', '=', key)
    .executeTakeFirst()
}

/** Named like one that was merged into it, it keeps the key of its own: that one's leads to it already. */
async function rowBesideAliases(tx: Transaction, id: string, input: OrganisationInput) {
  const { name_key, ...row } = rowOf(input)
  const bearer = await whoBears(tx, name_key)
  return bearer === undefined || bearer.id === id ? { ...row, name_key } : row
}

function tell(
  tx: Transaction,
  name: string,
  subjectId: string,
  { authorId }: Change,
  detail: string[] = [],
): Promise<void> {
  return writeEvent(tx, OWN_WORKSPACE, { name, subjectId, detail, authorId })
}

function takenName(): EnishiError {
  return new EnishiError(
    'conflict',
    {
      en: 'There is an organisation of this name already; “Ltd.”, “Inc.” and the like make no difference. Open that one.',
      ja: '同じ名前の企業・団体がすでにあります(株式会社などの有無は区別しません)。そちらを開いてください。',
    },
    { field: 'name' },
  )
}

function endsBeforeStart(): EnishiError {
  return new EnishiError(
    'bad-input',
    {
      en: 'The end is before the start. Give an end on or after the start.',
      ja: '終了日が開始日より前です。開始日以降の日付にしてください。',
    },
    { field: 'until' },
  )
}
