import { createHash } from 'node:crypto'
import { type Kysely, sql } from 'kysely'
import {
  EnishiError,
  type InterfaceLanguage,
  isUuid,
  type Role,
  uuidV7,
} from '#vocabulary/index.ts'
import {
  type Chance,
  checkEmail,
  insertMember,
  prepareMember,
  recordAccountEvent,
} from './accounts.ts'
import { type Listed, type PageRequest, readIdCursor, writeCursor } from './cursor.ts'
import type { Door } from './door.ts'
import { type Author, checkReach } from './members.ts'
import type { AccountTables } from './tables-accounts.ts'

const SECRET_BYTES = 32
const TOKEN = /^[A-Za-z0-9_-]{43}$/
const VALID_MS = 7 * 24 * 60 * 60 * 1000

/** An invitation that waits to be taken. */
export interface InvitationRow {
  id: string
  email: string
  name: string
  role: Role
  createdAt: Date
  expiresAt: Date
}

export interface NewInvitation {
  workspaceId: string
  email: string
  name: string
  role: Role
  author: Author & { userId: string }
}

/**
 * Invites somebody. The answer's `token` belongs into the link and is seen only this once; its
 * SHA-256 is kept. One who was invited already gets a new link and the old one ends. Throws
 * `conflict` for an address that signs in already, `forbidden`, `bad-input`.
 */
export async function inviteMember(
  door: Door,
  chance: Chance,
  wanted: NewInvitation,
): Promise<InvitationRow & { token: string }> {
  checkEmail(wanted.email)
  checkReach(wanted.author, [wanted.role])
  const createdAt = chance.now()
  const token = newToken(chance)
  const row = {
    id: uuidV7(createdAt.getTime(), chance.random),
    email: wanted.email.trim().toLowerCase(),
    name: wanted.name,
    role: wanted.role,
    createdAt,
    expiresAt: new Date(createdAt.getTime() + VALID_MS),
  }
  await door.asAccounts(async (tx) => {
    await refuseKnown(tx, row.email)
    await endPending(tx, wanted.workspaceId, row.email)
    const rest = { organizationId: wanted.workspaceId, inviterId: wanted.author.userId }
    await tx
      .insertInto('invitation')
      .values({ ...row, ...rest, status: 'pending', token_hash: hashToken(token) })
      .execute()
    const by = wanted.author.userId
    await recordAccountEvent(tx, wanted.workspaceId, 'member.invited', row.id, by)
  })
  return { ...row, token }
}

/** Invitations that wait, newest first; those that ran out too, so that they can be sent again. */
export async function listInvitations(
  door: Door,
  workspaceId: string,
  page: PageRequest,
): Promise<Listed<InvitationRow>> {
  const before = page.cursor === undefined ? null : readIdCursor(page.cursor)
  const rows = await door.asAccounts((tx) =>
    tx
      .selectFrom('invitation')
      .select(['id', 'email', 'name', 'role', 'createdAt', 'expiresAt'])
      .where('organizationId', '=', workspaceId)
      .where('status', '=', 'pending')
      .where(before === null ? sql<boolean>`true` : sql<boolean>`id < ${before}::uuid`)
      .orderBy('id', 'desc')
      .limit(page.limit + 1)
      .execute(),
  )
  const shown = rows.slice(0, page.limit)
  const last = shown.at(-1)
  const next = rows.length > page.limit && last !== undefined ? writeCursor([last.id]) : null
  return { items: shown, next }
}

/** Ends an invitation: its link works no more. Throws `not-found`. */
export async function withdrawInvitation(
  door: Door,
  workspaceId: string,
  { id, author }: { id: string; author: Author },
): Promise<void> {
  await door.asAccounts(async (tx) => {
    const ended = await tx
      .updateTable('invitation')
      .set({ status: 'canceled' })
      .where('organizationId', '=', workspaceId)
      .where('id', '=', isUuid(id) ? id : null)
      .where('status', '=', 'pending')
      .executeTakeFirst()
    if (ended.numUpdatedRows === 0n) throw noSuchInvitation()
    await recordAccountEvent(tx, workspaceId, 'member.invitation-withdrawn', id, author.userId)
  })
}

/** What the one who holds the link is shown. */
export interface ShownInvitation {
  workspace: string
  email: string
  name: string
  role: Role
}

/** The invitation behind a link. Throws `not-found` for one that is unknown, used, withdrawn or too old. */
export async function lookAtInvitation(
  door: Door,
  token: string,
  now: Date,
): Promise<ShownInvitation> {
  const found = await door.asAccounts((tx) => findPending(tx, token, now))
  return { workspace: found.workspace, email: found.email, name: found.name, role: found.role }
}

/**
 * Makes the member that the invitation speaks of, once. Throws `not-found` as above, `conflict` for
 * an address that signs in already, `bad-input` for the password.
 */
export async function acceptInvitation(
  door: Door,
  chance: Chance,
  wanted: { token: string; name: string; password: string; language: InterfaceLanguage },
): Promise<{ userId: string; email: string }> {
  const { email } = await lookAtInvitation(door, wanted.token, chance.now())
  const member = await prepareMember({ ...wanted, email }, chance)
  return door.asAccounts(async (tx) => {
    const found = await findPending(tx, wanted.token, chance.now())
    await insertMember(tx, found.workspaceId, member, found.role, chance.now())
    await tx
      .updateTable('invitation')
      .set({ status: 'accepted', token_hash: null })
      .where('id', '=', found.id)
      .execute()
    await recordAccountEvent(tx, found.workspaceId, 'member.joined', member.id, member.id)
    return { userId: member.id, email }
  })
}

async function findPending(tx: Kysely<AccountTables>, token: string, now: Date) {
  if (!TOKEN.test(token)) throw noSuchInvitation()
  const found = await tx
    .selectFrom('invitation')
    .innerJoin('organization', 'organization.id', 'invitation.organizationId')
    .select(['invitation.id', 'email', 'invitation.name', 'role'])
    .select(['organizationId as workspaceId', 'organization.name as workspace'])
    .where('token_hash', '=', hashToken(token))
    .where('status', '=', 'pending')
    .where('expiresAt', '>', now)
    .forUpdate('invitation')
    .executeTakeFirst()
  if (found === undefined) throw noSuchInvitation()
  return found
}

async function refuseKnown(tx: Kysely<AccountTables>, email: string): Promise<void> {
  const known = tx.selectFrom('user').select('id').where('email', '=', email)
  if ((await known.executeTakeFirst()) === undefined) return
  throw new EnishiError(
    'conflict',
    {
      en: `Somebody signs in with ${email} already.`,
      ja: `${email} はすでにサインインに使われています。`,
    },
    { field: 'email' },
  )
}

async function endPending(
  tx: Kysely<AccountTables>,
  workspaceId: string,
  email: string,
): Promise<void> {
  await tx
    .updateTable('invitation')
    .set({ status: 'canceled', token_hash: null })
    .where('organizationId', '=', workspaceId)
    .where(sql<string>`lower(email)`, '=', email)
    .where('status', '=', 'pending')
    .execute()
}

function newToken({ random }: Chance): string {
  const bytes = new Uint8Array(SECRET_BYTES)
  random(bytes)
  return Buffer.from(bytes).toString('base64url')
}

function hashToken(token: string): Buffer {
  return createHash('sha256').update(token).digest()
}

function noSuchInvitation(): EnishiError {
  return new EnishiError('not-found', {
    en: 'This invitation is not valid any more. Ask for a new link.',
    ja: 'この招待は無効になっています。新しいリンクを発行してもらってください。',
  })
}
