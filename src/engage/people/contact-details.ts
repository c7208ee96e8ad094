import type { Transaction } from '#store/door.ts'
import { OWN_WORKSPACE, writeEvent } from '#store/outbox.ts'
import {
  findOwnersOf,
  getPerson,
  holdPeople,
  journalFields,
  lockPersons,
  numberOf,
  originalsOf,
  referredTo,
  retoken,
  rootOf,
  splitHandle,
} from '#understand/index.ts'
import {
  type ContactDetailKind,
  EnishiError,
  type IncomingHandle,
  uuidV7,
} from '#vocabulary/index.ts'
import { belongsElsewhere, isSomebodys } from './add-person.ts'
import { hearHandles, type PeopleChange } from './hear-handles.ts'

/** What became of a contact detail that was taken away, and who has it where it stays in the log. */
export interface Removal {
  fate: 'removed' | 'split'
  /** Whose it is now; null where it is gone. */
  person: string | null
}

/** Makes the account of our own by which somebody stays who has no other. */
export type MakeStandIn = (id: string, name: string) => IncomingHandle

/**
 * Adds a mail address, a phone number or an account to a person. Journals it; records `person.changed`.
 * Throws `not-found`, and `conflict` for one that is somebody's already or of somebody who was erased.
 */
export async function addDetail(
  tx: Transaction,
  personId: string,
  handle: IncomingHandle,
  change: PeopleChange,
): Promise<void> {
  await holdPeople(tx)
  const root = await rootOf(tx, personId)
  const ownerId = await addHandle(tx, root, handle, change)
  await journal(tx, { ownerId, root }, [kindOf(handle), null, shown(handle)], change)
}

/**
 * Takes one away. What something in the log rests on stays there, as the account of somebody of their
 * own (a split, see `splitHandle`); else it is gone. Journals it; records `person.changed`. Whoever
 * has no other account stays by one of our own. Throws `not-found`.
 */
export async function removeDetail(
  tx: Transaction,
  personId: string,
  handleId: string,
  change: PeopleChange,
  makeStandIn: MakeStandIn,
): Promise<Removal> {
  await holdPeople(tx)
  const owned = await findOwned(tx, personId, handleId)
  if (owned.isOnly) await addStandIn(tx, owned.root, change, makeStandIn)
  const removal = await takeAway(tx, owned, change)
  await journal(tx, owned, [kindOf(owned), shown(owned), null], change)
  return removal
}

/**
 * Puts another in the place of one that was wrong; what becomes of that one is as in {@link removeDetail}.
 * `read` reads what was written, on the platform of the one before where it says none. Journalled as one
 * change of the field. Throws as both do; the same again changes nothing.
 */
export async function correctDetail(
  tx: Transaction,
  personId: string,
  handleId: string,
  read: (platform: string) => IncomingHandle,
  change: PeopleChange,
): Promise<Removal | undefined> {
  await holdPeople(tx)
  const owned = await findOwned(tx, personId, handleId)
  const handle = read(owned.platform)
  const isSame = owned.platform === handle.platform && owned.externalId === handle.externalId
  if (isSame) return undefined
  if (kindOf(owned) !== kindOf(handle)) throw isAnotherKind()
  await addHandle(tx, owned.root, handle, change)
  const removal = await takeAway(tx, owned, change)
  await journal(tx, owned, [kindOf(handle), shown(owned), shown(handle)], change)
  return removal
}

interface Owned {
  handleId: string
  platform: string
  externalId: string
  root: string
  /** The original person that owns it. */
  ownerId: string
  isOnly: boolean
}

/** Contact details are of people on two platforms, accounts anywhere else. */
function kindOf({ platform }: { platform: string }): ContactDetailKind {
  if (platform === 'mail') return 'email'
  return platform === 'phone' ? 'phone' : 'account'
}

function shown(handle: Pick<IncomingHandle, 'platform' | 'externalId'>): string {
  return numberOf(handle) ?? handle.externalId
}

async function findOwned(tx: Transaction, personId: string, handleId: string): Promise<Owned> {
  const root = await rootOf(tx, personId)
  const rows = await tx
    .selectFrom('handle_ownership as o')
    .innerJoin('handle as h', 'h.id', 'o.handle_id')
    .select(['h.id', 'h.platform', 'h.external_id as externalId', 'o.person_id as ownerId'])
    .where('o.person_id', 'in', await originalsOf(tx, root))
    .where('o.until', 'is', null)
    .execute()
  const own = rows.find(({ id }) => id === handleId)
  if (own === undefined) throw noDetail()
  const { id, ...facts } = own
  return { ...facts, handleId: id, root, isOnly: rows.length === 1 }
}

/** The new account joins the oldest that the person has; answers the original person that owns it. */
async function addHandle(
  tx: Transaction,
  root: string,
  handle: IncomingHandle,
  change: PeopleChange,
): Promise<string> {
  const [known] = await findOwnersOf(tx, change.workspaceId, [handle])
  if (known === root || (await hasNumber(tx, root, numberOf(handle)))) throw isThereAlready()
  if (known !== undefined) throw isSomebodys((await getPerson(tx, known)).displayName)
  const main = await mainHandle(tx, root)
  await hearHandles(tx, [main, handle], change)
  const [owner] = await findOwnersOf(tx, change.workspaceId, [handle])
  if (owner !== root) throw belongsElsewhere()
  return main.ownerId
}

async function hasNumber(
  tx: Transaction,
  root: string,
  number: string | undefined,
): Promise<boolean> {
  if (number === undefined) return false
  const { handles } = await getPerson(tx, root)
  return handles.some((handle) => numberOf(handle) === number)
}

async function mainHandle(tx: Transaction, root: string) {
  const { ownerId, platform, externalId } = await tx
    .selectFrom('handle_ownership as o')
    .innerJoin('handle as h', 'h.id', 'o.handle_id')
    .select(['h.platform', 'h.external_id as externalId', 'o.person_id as ownerId'])
    .where('o.person_id', 'in', await originalsOf(tx, root))
    .where('o.until', 'is', null)
    // The person's own before those of whoever was merged into them.
    .orderBy((is) => is('o.person_id', '=', root), 'desc')
    .orderBy('h.id')
    .limit(1)
    .executeTakeFirstOrThrow()
  return { ownerId, platform, externalId }
}

async function addStandIn(
  tx: Transaction,
  root: string,
  change: PeopleChange,
  makeStandIn: MakeStandIn,
): Promise<void> {
  const { displayName } = await getPerson(tx, root)
  const id = uuidV7(change.now.getTime(), change.random)
  await addHandle(tx, root, makeStandIn(id, displayName), change)
}

async function takeAway(tx: Transaction, owned: Owned, change: PeopleChange): Promise<Removal> {
  const { root, ownerId, handleId } = owned
  const referred = await referredTo(tx, 'handle', [handleId])
  if (referred.size > 0) {
    return { fate: 'split', person: await splitHandle(tx, root, handleId, change) }
  }
  await tx.deleteFrom('handle').where('id', '=', handleId).execute()
  for (const person of (await lockPersons(tx, [ownerId])).values()) await retoken(tx, person)
  return { fate: 'removed', person: null }
}

async function journal(
  tx: Transaction,
  { ownerId: personId, root }: Pick<Owned, 'ownerId' | 'root'>,
  [field, from, to]: [ContactDetailKind, string | null, string | null],
  { workspaceId, now: at, random, authorId }: PeopleChange,
): Promise<void> {
  const journalling = { workspaceId, at, random, authorId, origin: 'member' as const }
  await journalFields(tx, journalling, [{ personId, field, from, to }])
  const event = { name: 'person.changed', subjectId: root, detail: [field] }
  await writeEvent(tx, OWN_WORKSPACE, { ...event, authorId })
}

function noDetail(): EnishiError {
  return new EnishiError(
    'not-found',
    {
      en: 'This person has no such contact detail; it may have been changed just now. Open the person again.',
      ja: 'この人物に、その連絡先はありません。直前に変更された可能性があります。人物のページを開き直してください。',
    },
    { field: 'handle' },
  )
}

function isThereAlready(): EnishiError {
  return new EnishiError(
    'conflict',
    {
      en: 'The person has this contact detail already.',
      ja: 'この人物には、その連絡先がすでに登録されています。',
    },
    { field: 'text' },
  )
}

function isAnotherKind(): EnishiError {
  return new EnishiError(
    'bad-input',
    {
      en: 'A correction stays of one kind: an address, a number or an account. Remove this one and add the other.',
      ja: '訂正では、メール・電話・アカウントの種類は変えられません。いったん外してから追加してください。',
    },
    { field: 'text' },
  )
}
