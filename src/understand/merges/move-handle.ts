import { sql } from 'kysely'
import type { Transaction } from '#store/door.ts'
import { insertRows } from '#store/insert-rows.ts'
import { OWN_WORKSPACE, writeEvent } from '#store/outbox.ts'
import type { OwnershipReason } from '#store/tables.ts'
import { EnishiError, uuidV7 } from '#vocabulary/index.ts'
import type { ChangeInWorkspace } from '../change-organisations.ts'
import { nameRow, PERSON_COLUMNS } from '../make-people.ts'
import { rootOf } from '../read-people.ts'
import { originalsOf } from '../root-of-people.ts'
import { holdPeople } from './hold-people.ts'
import { keepApart } from './not-same.ts'
import { lockPersons, retoken } from './person-fields.ts'
import { recountPeople } from './recount-people.ts'

/**
 * Splits one account away from a person, as somebody of their own: its ownership ends and another
 * begins, and the two are said to be not the same. Everything the account did goes with it. Records
 * `person.split`; answers the id of the new person. Throws `not-found` for an account that is not the
 * person's, `conflict` for their only one.
 */
export async function splitHandle(
  tx: Transaction,
  personId: string,
  handleId: string,
  change: ChangeInWorkspace,
): Promise<string> {
  await holdPeople(tx)
  const owned = await findOwned(tx, personId, handleId)
  const id = await makePerson(tx, handleId, change)
  await handOver(tx, owned, id, 'split', change)
  await keepApart(tx, [owned.ownerId, id], 'split', change)
  await tell(tx, 'person.split', owned.root, [`handle=${handleId}`, `person=${id}`], change)
  return id
}

/**
 * Moves one account to another person, whose it has been all along: a member knows. Records
 * `person.handle-moved`; answers the id of the root that has it now. Throws `not-found` for either
 * and for an account that is not the person's, `conflict` for their only one and for one that is
 * there already.
 */
export async function moveHandle(
  tx: Transaction,
  personId: string,
  handleId: string,
  to: string,
  change: ChangeInWorkspace,
): Promise<string> {
  await holdPeople(tx)
  const owned = await findOwned(tx, personId, handleId)
  const target = await rootOf(tx, to)
  if (target === owned.root) throw isThereAlready()
  await handOver(tx, owned, target, 'member', change)
  await tell(tx, 'person.handle-moved', owned.root, [`handle=${handleId}`, `to=${target}`], change)
  return target
}

interface Owned {
  handleId: string
  root: string
  /** The original person that owns it. */
  ownerId: string
}

async function findOwned(tx: Transaction, personId: string, handleId: string): Promise<Owned> {
  const root = await rootOf(tx, personId)
  const rows = await tx
    .selectFrom('handle_ownership')
    .select(['handle_id', 'person_id'])
    .where('person_id', 'in', await originalsOf(tx, root))
    .where('until', 'is', null)
    .execute()
  const own = rows.find((row) => row.handle_id === handleId)
  if (own === undefined) throw noHandle()
  if (rows.length === 1) throw isOnlyOne()
  return { handleId, root, ownerId: own.person_id }
}

/** Somebody who is called as the account is. */
async function makePerson(
  tx: Transaction,
  handleId: string,
  { workspaceId, now, random }: ChangeInWorkspace,
): Promise<string> {
  const row = await tx
    .selectFrom('handle')
    .select(['platform', 'external_id', 'username', 'display_name', 'kind'])
    .where('id', '=', handleId)
    .executeTakeFirstOrThrow()
  const handle = {
    ...{ platform: row.platform, externalId: row.external_id, kind: row.kind },
    ...(row.username === null ? {} : { username: row.username }),
    ...(row.display_name === null ? {} : { displayName: row.display_name }),
  }
  const id = uuidV7(now.getTime(), random)
  await insertRows(tx, 'person', workspaceId, PERSON_COLUMNS, [{ id, ...nameRow(handle) }])
  return id
}

/** Ends the ownership and begins the next, and makes anew what is derived for both. */
async function handOver(
  tx: Transaction,
  { handleId, root, ownerId }: Owned,
  to: string,
  reason: OwnershipReason,
  { workspaceId, now }: ChangeInWorkspace,
): Promise<void> {
  // Two changes within one tick of a clock still follow each other.
  const { rows } = await sql<{ at: string }>`
    update handle_ownership set until = case when since < ${now}::timestamptz then ${now}::timestamptz
      else since + interval '1 microsecond' end
    where handle_id = ${handleId}::uuid and until is null returning until::text as at`.execute(tx)
  await sql`
    insert into handle_ownership (workspace_id, handle_id, person_id, reason, since)
    values (${workspaceId}, ${handleId}, ${to}, ${reason}, ${rows[0]?.at ?? now}::timestamptz)`.execute(
    tx,
  )
  for (const person of (await lockPersons(tx, [ownerId, to])).values()) await retoken(tx, person)
  const rehandled = [ownerId, to]
  await recountPeople(tx, { workspaceId, now }, { roots: [root, to], rehandled })
}

function tell(
  tx: Transaction,
  name: string,
  subjectId: string,
  detail: string[],
  { authorId }: ChangeInWorkspace,
): Promise<void> {
  return writeEvent(tx, OWN_WORKSPACE, { name, subjectId, detail, authorId })
}

function noHandle(): EnishiError {
  return new EnishiError(
    'not-found',
    {
      en: 'This person has no such account; it may have been moved just now. Open the person again.',
      ja: 'この人物に、そのアカウントはありません。直前に移された可能性があります。人物のページを開き直してください。',
    },
    { field: 'handle' },
  )
}

function isOnlyOne(): EnishiError {
  return new EnishiError(
    'conflict',
    {
      en: 'This is the only account of the person, so nobody would be left. Merge the two people instead.',
      ja: 'この人物の唯一のアカウントのため、切り離すと誰も残りません。代わりに人物どうしを統合してください。',
    },
    { field: 'handle' },
  )
}

function isThereAlready(): EnishiError {
  return new EnishiError(
    'conflict',
    {
      en: 'The account belongs to that person already. Choose another person.',
      ja: 'このアカウントは、すでにその人物のものです。別の人物を選んでください。',
    },
    { field: 'to' },
  )
}
