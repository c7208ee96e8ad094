import { type Kysely, sql } from 'kysely'
import { EnishiError, type Role } from '#vocabulary/index.ts'
import { recordAccountEvent } from './accounts.ts'
import { type Listed, type PageRequest, readIdCursor, writeCursor } from './cursor.ts'
import type { Door, Transaction } from './door.ts'
import { goOnInWorkspace } from './roles.ts'
import type { AccountTables } from './tables-accounts.ts'

/** A colleague who signs in. */
export interface MemberRow {
  id: string
  name: string
  email: string
  role: Role
  joinedAt: Date
  /** Of the newest session; null for one who never signed in, or signed out everywhere. */
  lastSeenAt: Date | null
}

/** Who changes members: their role bounds what they may give and take. */
export interface Author {
  userId: string | null
  /** Null for an API key of scope admin, which stands for a manager. */
  role: Role | null
}

/** Members in the order in which they joined. Throws `bad-input` for a foreign cursor. */
export async function listMembers(
  door: Door,
  workspaceId: string,
  page: PageRequest,
): Promise<Listed<MemberRow>> {
  const after = page.cursor === undefined ? null : readIdCursor(page.cursor)
  const { rows } = await door.asAccounts((tx) =>
    sql<MemberRow & { key: string }>`
      select u.id, u.name, u.email, m.role, m."createdAt" as "joinedAt", m.id as key,
        (select max(s."updatedAt") from accounts.session s where s."userId" = u.id) as "lastSeenAt"
      from accounts.member m join accounts."user" u on u.id = m."userId"
      where m."organizationId" = ${workspaceId} and (${after}::uuid is null
        or (m."createdAt", m.id) > (select x."createdAt", x.id from accounts.member x
          where x.id = ${after}::uuid and x."organizationId" = ${workspaceId}))
      order by m."createdAt", m.id limit ${page.limit + 1}
    `.execute(tx),
  )
  const shown = rows.slice(0, page.limit)
  const last = shown.at(-1)
  const next = rows.length > page.limit && last !== undefined ? writeCursor([last.key]) : null
  return { items: shown.map(({ key, ...member }) => member), next }
}

/** The names of these members by id; whoever is none of this workspace (any more) is left out. */
export async function nameMembers(
  door: Door,
  workspaceId: string,
  ids: readonly string[],
): Promise<Map<string, string>> {
  const rows = await door.asAccounts((tx) =>
    tx
      .selectFrom('member')
      .innerJoin('user', 'user.id', 'member.userId')
      .select(['user.id', 'user.name'])
      .where('member.organizationId', '=', workspaceId)
      .where('user.id', 'in', ids)
      .execute(),
  )
  return new Map(rows.map(({ id, name }) => [id, name]))
}

/**
 * Gives a member another role. Only an owner makes or unmakes an owner, and the last one stays.
 * Throws `not-found`, `forbidden`, `conflict`.
 */
export async function changeRole(
  door: Door,
  workspaceId: string,
  change: { userId: string; role: Role; author: Author },
): Promise<void> {
  await door.asAccounts(async (tx) => {
    const was = await holdMember(tx, workspaceId, change.userId)
    if (was === change.role) return
    checkReach(change.author, [was, change.role])
    if (was === 'owner') await checkOwnerStays(tx, workspaceId)
    await tx
      .updateTable('member')
      .set({ role: change.role })
      .where('organizationId', '=', workspaceId)
      .where('userId', '=', change.userId)
      .execute()
    await tell(tx, workspaceId, 'member.role-changed', change.userId, change.author, [
      ...[`from=${was}`, `to=${change.role}`],
    ])
  })
}

/**
 * Takes a member out; their sessions end with it, and the account too where it belongs nowhere any
 * more, so that the address can be invited again. What they searched for privately goes; what they
 * shared stays, and managers change it. Their departments end today. Throws `not-found`, `forbidden`, `conflict`.
 */
export async function removeMember(
  door: Door,
  workspaceId: string,
  { userId, author }: { userId: string; author: Author },
): Promise<void> {
  if (author.userId === userId) throw notOneself()
  await door.asAccounts(async (tx) => {
    const was = await holdMember(tx, workspaceId, userId)
    checkReach(author, [was])
    if (was === 'owner') await checkOwnerStays(tx, workspaceId)
    await tx
      .deleteFrom('member')
      .where('organizationId', '=', workspaceId)
      .where('userId', '=', userId)
      .execute()
    await tx.deleteFrom('session').where('userId', '=', userId).execute()
    await sql`delete from accounts."user" u where u.id = ${userId}
      and not exists (select from accounts.member m where m."userId" = u.id)`.execute(tx)
    await tell(tx, workspaceId, 'member.removed', userId, author, [`from=${was}`])
    const inside = await goOnInWorkspace(tx, workspaceId)
    await endAssignments(inside, userId)
    await inside.deleteFrom('notice').where('member_id', '=', userId).execute()
    await inside
      .deleteFrom('saved_search')
      .where('owner_id', '=', userId)
      .where('is_shared', '=', false)
      .execute()
  })
}

/** Where a member worked stays on record up to today; what was to begin later does not. */
async function endAssignments(tx: Transaction, userId: string): Promise<void> {
  const today = sql`(select (now() at time zone time_zone)::date from workspace)`
  await sql`delete from assignment where member_id = ${userId} and since > ${today}`.execute(tx)
  await sql`update assignment set until = ${today} where member_id = ${userId}
    and (until is null or until > ${today})`.execute(tx)
}

/** An owner may give and take every role; managers all but the owner's. Throws `forbidden`. */
export function checkReach(author: Author, roles: Role[]): void {
  if (author.role === 'owner' || !roles.includes('owner')) return
  throw new EnishiError('forbidden', {
    en: 'Only an owner makes somebody an owner or changes one.',
    ja: '所有者の指定や変更ができるのは所有者だけです。',
  })
}

function tell(
  tx: Kysely<AccountTables>,
  workspaceId: string,
  name: string,
  subjectId: string,
  { userId }: Author,
  detail: string[],
): Promise<void> {
  return recordAccountEvent(tx, workspaceId, name, subjectId, userId, detail)
}

/** The member's role; changes of members wait for each other from here on. */
async function holdMember(
  tx: Kysely<AccountTables>,
  workspaceId: string,
  userId: string,
): Promise<Role> {
  await sql`select id from accounts.organization where id = ${workspaceId} for update`.execute(tx)
  const row = await tx
    .selectFrom('member')
    .select('role')
    .where('organizationId', '=', workspaceId)
    .where('userId', '=', userId)
    .executeTakeFirst()
  if (row !== undefined) return row.role
  throw new EnishiError('not-found', {
    en: 'There is no such member.',
    ja: 'このメンバーはいません。',
  })
}

async function checkOwnerStays(tx: Kysely<AccountTables>, workspaceId: string): Promise<void> {
  const owners = await tx
    .selectFrom('member')
    .select('id')
    .where('organizationId', '=', workspaceId)
    .where('role', '=', 'owner')
    .limit(2)
    .execute()
  if (owners.length > 1) return
  throw new EnishiError('conflict', {
    en: 'This is the only owner. Make somebody else an owner first.',
    ja: '所有者がほかにいません。先に別の人を所有者にしてください。',
  })
}

function notOneself(): EnishiError {
  return new EnishiError('conflict', {
    en: 'Nobody can remove themselves. Ask another owner or manager.',
    ja: '自分自身は外せません。ほかの所有者か管理者に依頼してください。',
  })
}

/** Whether somebody else than this member may do what only managers may. */
export async function hasOtherManager(
  door: Door,
  workspaceId: string,
  userId: string | null,
): Promise<boolean> {
  const { rows } = await door.asAccounts((tx) =>
    sql`select 1 from accounts.member where "organizationId" = ${workspaceId}
      and role in ('owner', 'manager') and "userId" is distinct from ${userId} limit 1`.execute(tx),
  )
  return rows.length > 0
}
