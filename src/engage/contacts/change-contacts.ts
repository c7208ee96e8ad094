import { sql } from 'kysely'
import type { Transaction } from '#store/door.ts'
import { OWN_WORKSPACE, writeEvent } from '#store/outbox.ts'
import { type ChangeInWorkspace, originalsOf } from '#understand/index.ts'
import { type ContactKind, EnishiError, uuidV7 } from '#vocabulary/index.ts'
import { searchKey } from '../search.ts'
import { checkThere, organisationMeant, personMeant } from '../subjects.ts'
import { getContact, type ListedContact, noContact } from './read-contacts.ts'

type Given<T> = { [Field in keyof T]?: T[Field] | undefined }

export type ContactPatch = Given<{
  by: ContactKind
  at: string
  summary: string
  people: string[]
  organisation: string | null
  deal: string | null
  /** Who of us was there. */
  member: string | null
}>

export interface NewContact extends ContactPatch {
  by: ContactKind
  at: string
  summary: string
  /** What whoever adds it calls it: said again, the one that is there is answered as it is. */
  key?: string | undefined
}

/**
 * Records a contact; its author was there where no member is named. Records `contact.added`. Throws
 * `bad-input` for what is not there, and for a contact with nobody.
 */
export async function addContact(
  tx: Transaction,
  input: NewContact,
  change: ChangeInWorkspace,
): Promise<ListedContact> {
  const { by, at, summary, key, member = change.authorId, people = [] } = input
  const id = uuidV7(change.now.getTime(), change.random)
  const added = await tx
    .insertInto('contact')
    .values({
      ...{ workspace_id: OWN_WORKSPACE, id, key: key ?? null, kind: by, at: new Date(at) },
      ...{ summary, search_key: searchKey(summary), member_id: member },
      ...{ organisation_id: null, deal_id: null, ...(await referencesOf(tx, input)) },
      ...{ author_id: change.authorId, created_at: change.now, changed_at: change.now },
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  if (added.numInsertedOrUpdatedRows === 0n) return contactByKey(tx, key ?? '')
  await writePeople(tx, id, people)
  await tell(tx, 'contact.added', id, change)
  return withSomebody(await getContact(tx, id))
}

async function contactByKey(tx: Transaction, key: string): Promise<ListedContact> {
  const row = await tx.selectFrom('contact').select('id').where('key', '=', key).executeTakeFirst()
  if (row === undefined) throw noContact()
  return getContact(tx, row.id)
}

async function referencesOf(tx: Transaction, { organisation, deal }: ContactPatch) {
  const named =
    typeof organisation === 'string'
      ? await organisationMeant(tx, organisation, 'organisation')
      : organisation
  if (typeof deal === 'string') await checkThere(tx, 'deal', deal, 'deal')
  return {
    ...(organisation === undefined ? {} : { organisation_id: named }),
    ...(deal === undefined ? {} : { deal_id: deal }),
  }
}

/** Those who were there; whoever was named before by a person since merged keeps that row. */
async function writePeople(tx: Transaction, id: string, people: readonly string[]): Promise<void> {
  const held = await tx
    .selectFrom('contact_person')
    .select('person_id')
    .where('contact_id', '=', id)
    .execute()
  const kept: string[] = []
  for (const person of people) {
    const root = await personMeant(tx, person, 'people')
    const originals = await originalsOf(tx, root)
    const own = held.map(({ person_id }) => person_id).filter((one) => originals.includes(one))
    kept.push(...(own.length === 0 ? [root] : own))
  }
  await sql`delete from contact_person where contact_id = ${id}::uuid
    and person_id <> all(${kept}::uuid[])`.execute(tx)
  await sql`
    insert into contact_person (workspace_id, contact_id, person_id)
    select c.workspace_id, c.id, p.id from contact c, unnest(${kept}::uuid[]) as p (id)
    where c.id = ${id}::uuid on conflict do nothing`.execute(tx)
}

/** Throws `bad-input` for a contact with nobody and for nothing. */
function withSomebody(contact: ListedContact): ListedContact {
  const { people, organisation, deal } = contact
  if (people.length > 0 || organisation !== null || deal !== null) return contact
  throw new EnishiError(
    'bad-input',
    {
      en: 'Say with whom: name a person, an organisation or a deal.',
      ja: '誰との接触かを指定してください。人物、企業・団体、商談のいずれかが必要です。',
    },
    { field: 'people' },
  )
}

/** Changes a contact. Records `contact.changed` with the names of the fields. Throws `not-found`, `bad-input`. */
export async function patchContact(
  tx: Transaction,
  id: string,
  patch: ContactPatch,
  change: ChangeInWorkspace,
): Promise<ListedContact> {
  const { rows } = await sql`select 1 from contact where id = ${id}::uuid for update`.execute(tx)
  if (rows.length === 0) throw noContact()
  const { by, at, summary, member, people } = patch
  await tx
    .updateTable('contact')
    .set({
      changed_at: change.now,
      ...(by === undefined ? {} : { kind: by }),
      ...(at === undefined ? {} : { at: new Date(at) }),
      ...(summary === undefined ? {} : { summary, search_key: searchKey(summary) }),
      ...(member === undefined ? {} : { member_id: member }),
      ...(await referencesOf(tx, patch)),
    })
    .where('id', '=', id)
    .execute()
  if (people !== undefined) await writePeople(tx, id, people)
  await tell(tx, 'contact.changed', id, change, Object.keys(patch))
  return withSomebody(await getContact(tx, id))
}

/** Removes a contact. Records `contact.removed`. Throws `not-found`. */
export async function deleteContact(
  tx: Transaction,
  id: string,
  change: ChangeInWorkspace,
): Promise<void> {
  const removed = await tx.deleteFrom('contact').where('id', '=', id).executeTakeFirst()
  if (removed.numDeletedRows === 0n) throw noContact()
  await tell(tx, 'contact.removed', id, change)
}

function tell(
  tx: Transaction,
  name: string,
  subjectId: string,
  { authorId }: ChangeInWorkspace,
  detail: string[] = [],
): Promise<void> {
  return writeEvent(tx, OWN_WORKSPACE, { name, subjectId, authorId, detail })
}
