import { hashPassword } from 'better-auth/crypto'
import { type Kysely, sql } from 'kysely'
import {
  EnishiError,
  type InterfaceLanguage,
  LIMITS,
  type RandomBytes,
  type Role,
  uuidV7,
} from '#vocabulary/index.ts'
import type { Door } from './door.ts'
import { LOCKS } from './locks.ts'
import { writeEvent } from './outbox.ts'
import { goOnAsSystem, goOnInWorkspace } from './roles.ts'
import { slugOf } from './slug.ts'
import type { AccountTables } from './tables-accounts.ts'

/** Clock and randomness, which the composition root chooses. */
export interface Chance {
  now: () => Date
  random: RandomBytes
}

/** Somebody who is to sign in. */
export interface NewMember {
  name: string
  email: string
  password: string
  language: InterfaceLanguage
}

export interface NewWorkspace {
  name: string
  language: InterfaceLanguage
  /** IANA name. */
  timeZone: string
  owner: NewMember
  /** True when it may stand beside workspaces that exist already. */
  isAnother?: boolean
}

/** Whether any workspace exists. */
export function hasWorkspace(door: Door): Promise<boolean> {
  return door.asAccounts(isSetUp)
}

/** The ids of all workspaces, in their order. */
export async function workspaceIds(door: Door): Promise<string[]> {
  const rows = await door.asSystem((tx) =>
    tx.selectFrom('workspace').select('id').orderBy('id').execute(),
  )
  return rows.map(({ id }) => id)
}

async function isSetUp(tx: Kysely<AccountTables>): Promise<boolean> {
  return (
    (await tx.selectFrom('organization').select('id').limit(1).executeTakeFirst()) !== undefined
  )
}

/**
 * Makes a workspace with its owner: user, sign-in, organisation, membership, workspace and event in
 * one transaction. Throws `already-set-up` when a workspace exists and this is not to be another,
 * `conflict` for an e-mail address that somebody signs in with, `bad-input`.
 */
export async function openWorkspace(
  door: Door,
  chance: Chance,
  wanted: NewWorkspace,
): Promise<{ workspaceId: string; slug: string; userId: string }> {
  checkTimeZone(wanted.timeZone)
  const owner = await prepareMember(wanted.owner, chance)
  const workspaceId = uuidV7(chance.now().getTime(), chance.random)
  return door.asAccounts(async (tx) => {
    await sql`select pg_advisory_xact_lock(${LOCKS.workspaces})`.execute(tx)
    if (wanted.isAnother !== true && (await isSetUp(tx))) throw alreadySetUp()
    const slug = await freeSlug(tx, wanted.name, chance.random)
    const row = { id: workspaceId, slug, name: wanted.name }
    await tx
      .insertInto('organization')
      .values({ ...row, createdAt: chance.now() })
      .execute()
    await insertMember(tx, workspaceId, owner, 'owner', chance.now())
    const system = await goOnAsSystem(tx)
    await system
      .insertInto('workspace')
      .values({ ...row, time_zone: wanted.timeZone, ...houseStyleOf(wanted.language) })
      .execute()
    await recordAccountEvent(tx, workspaceId, 'workspace.opened', workspaceId, owner.id)
    return { workspaceId, slug, userId: owner.id }
  })
}

/** How names and numbers are usually written in a language; members change it under Settings. */
function houseStyleOf(language: InterfaceLanguage) {
  return language === 'ja'
    ? ({ language, name_order: 'family-first', number_style: 'myriad' } as const)
    : ({ language, name_order: 'given-first', number_style: 'grouped' } as const)
}

/** Lets somebody new sign in to a workspace. Throws `conflict` for a known e-mail address, `bad-input`. */
export async function addMember(
  door: Door,
  chance: Chance,
  workspaceId: string,
  wanted: NewMember & { role: Role },
): Promise<{ userId: string }> {
  const member = await prepareMember(wanted, chance)
  return door.asAccounts(async (tx) => {
    await insertMember(tx, workspaceId, member, wanted.role, chance.now())
    await recordAccountEvent(tx, workspaceId, 'member.added', member.id, null)
    return { userId: member.id }
  })
}

export interface Membership {
  workspaceId: string
  role: Role
  name: string
  email: string
  language: InterfaceLanguage
}

/** Where this user is a member and as what; null when nowhere. Of several, the first that was joined. */
export async function findMembership(door: Door, userId: string): Promise<Membership | null> {
  const found = await door.asAccounts((tx) =>
    tx
      .selectFrom('member')
      .innerJoin('user', 'user.id', 'member.userId')
      .select(['member.organizationId as workspaceId', 'member.role'])
      .select(['user.name', 'user.email', 'user.language'])
      .where('member.userId', '=', userId)
      .orderBy('member.createdAt')
      .orderBy('member.id')
      .executeTakeFirst(),
  )
  return found ?? null
}

/** The workspace of this slug; without one, the only one there is. Throws `not-found`, `bad-input`. */
export async function findWorkspace(
  door: Door,
  slug?: string,
): Promise<{ id: string; slug: string }> {
  const found = await door.asAccounts((tx) => {
    const all = tx.selectFrom('organization').select(['id', 'slug']).orderBy('slug')
    return (slug === undefined ? all : all.where('slug', '=', slug)).limit(50).execute()
  })
  const [only, ...more] = found
  if (only === undefined) throw noWorkspace(slug)
  if (more.length > 0) throw severalWorkspaces(found.map((workspace) => workspace.slug))
  return only
}

/** Sets the language in which a user is addressed. */
export async function setLanguage(
  door: Door,
  userId: string,
  language: InterfaceLanguage,
): Promise<void> {
  await door.asAccounts((tx) =>
    tx.updateTable('user').set({ language }).where('id', '=', userId).execute(),
  )
}

/** Writes the event of a change to accounts into the workspace's log; ends the accounts' part of the transaction. */
export async function recordAccountEvent(
  tx: Kysely<AccountTables>,
  workspaceId: string,
  name: string,
  subjectId: string,
  authorId: string | null,
  detail: string[] = [],
): Promise<void> {
  const inside = await goOnInWorkspace(tx, workspaceId)
  await writeEvent(inside, workspaceId, { name, subjectId, authorId, detail })
}

export interface PreparedMember {
  id: string
  name: string
  email: string
  language: InterfaceLanguage
  passwordHash: string
}

/** Hashing takes a tenth of a second, so it happens before the transaction. */
export async function prepareMember(wanted: NewMember, chance: Chance): Promise<PreparedMember> {
  checkPassword(wanted.password)
  checkEmail(wanted.email)
  return {
    id: uuidV7(chance.now().getTime(), chance.random),
    name: wanted.name,
    email: wanted.email.trim().toLowerCase(),
    language: wanted.language,
    passwordHash: await hashPassword(wanted.password),
  }
}

export async function insertMember(
  tx: Kysely<AccountTables>,
  workspaceId: string,
  { passwordHash, ...user }: PreparedMember,
  role: Role,
  now: Date,
): Promise<void> {
  const taken = tx.selectFrom('user').select('id').where('email', '=', user.email)
  if ((await taken.executeTakeFirst()) !== undefined) throw emailTaken(user.email)
  await tx
    .insertInto('user')
    .values({ ...user, emailVerified: false })
    .execute()
  // better-auth finds a password under the provider `credential` and the user's own id.
  const credential = { providerId: 'credential', accountId: user.id, userId: user.id }
  await tx
    .insertInto('account')
    .values({ ...credential, password: passwordHash, updatedAt: now })
    .execute()
  await tx
    .insertInto('member')
    .values({ organizationId: workspaceId, userId: user.id, role, createdAt: now })
    .execute()
}

async function freeSlug(
  tx: Kysely<AccountTables>,
  name: string,
  random: RandomBytes,
): Promise<string> {
  for (let attempt = 0; ; attempt++) {
    const bytes = new Uint8Array(2)
    random(bytes)
    const suffix = Buffer.from(bytes).toString('hex')
    const base = slugOf(name, suffix)
    const slug = attempt === 0 ? base : `${base}-${suffix}`
    const taken = tx.selectFrom('organization').select('id').where('slug', '=', slug)
    if ((await taken.executeTakeFirst()) === undefined) return slug
  }
}

function checkPassword(password: string): void {
  const { passwordCharsMin: min, passwordCharsMax: max } = LIMITS
  if (password.length >= min && password.length <= max) return
  throw new EnishiError(
    'bad-input',
    {
      en: `The password needs ${min} to ${max} characters.`,
      ja: `パスワードは${min}文字以上${max}文字以下にしてください。`,
    },
    { field: 'password' },
  )
}

export function checkEmail(email: string): void {
  if (email.length <= 320 && /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(email.trim())) return
  throw new EnishiError(
    'bad-input',
    {
      en: 'This is not an e-mail address. It has the form name@example.com.',
      ja: 'メールアドレスではありません。name@example.com の形で入力してください。',
    },
    { field: 'email' },
  )
}

export function checkTimeZone(timeZone: string): void {
  try {
    new Intl.DateTimeFormat('en', { timeZone })
  } catch (cause) {
    throw new EnishiError(
      'bad-input',
      {
        en: `The time zone ${timeZone} is not known. Give an IANA name such as Asia/Tokyo.`,
        ja: `タイムゾーン ${timeZone} は存在しません。Asia/Tokyo のような IANA 名で指定してください。`,
      },
      { field: 'timeZone' },
      cause,
    )
  }
}

function alreadySetUp(): EnishiError {
  return new EnishiError('already-set-up', {
    en: 'A workspace exists already. Sign in to it; its owner can let others in with: enishi member add.',
    ja: 'ワークスペースはすでに作成されています。そちらにサインインしてください。メンバーの追加は所有者が enishi member add で行えます。',
  })
}

function emailTaken(email: string): EnishiError {
  return new EnishiError(
    'conflict',
    {
      en: `Somebody signs in with ${email} already. Use another address.`,
      ja: `${email} はすでにサインインに使われています。別のアドレスを指定してください。`,
    },
    { field: 'email' },
  )
}

function noWorkspace(slug: string | undefined): EnishiError {
  if (slug === undefined) {
    return new EnishiError('not-found', {
      en: 'There is no workspace yet. Make one with: enishi init --workspace NAME --email E --name N',
      ja: 'ワークスペースがまだありません。enishi init --workspace 名前 --email アドレス --name 氏名 で作成してください。',
    })
  }
  return new EnishiError('not-found', {
    en: `There is no workspace ${slug}.`,
    ja: `ワークスペース ${slug} はありません。`,
  })
}

function severalWorkspaces(slugs: string[]): EnishiError {
  return new EnishiError('bad-input', {
    en: `There are several workspaces. Choose one with --workspace: ${slugs.join(', ')}`,
    ja: `ワークスペースが複数あります。--workspace で選んでください: ${slugs.join(', ')}`,
  })
}
