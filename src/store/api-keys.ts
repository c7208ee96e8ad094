import { createHash, timingSafeEqual } from 'node:crypto'
import { EnishiError, type Scope, uuidV7 } from '#vocabulary/index.ts'
import { type Chance, recordAccountEvent } from './accounts.ts'
import { readIdCursor, writeCursor } from './cursor.ts'
import type { Door } from './door.ts'

const TOKEN = /^enishi_([0-9a-f]{32})_([A-Za-z0-9_-]{43})$/
const SECRET_BYTES = 32
const USE_NOTED_EVERY_MS = 60_000

/** A key as it is listed; its secret is not kept. */
export interface ApiKeyRow {
  id: string
  name: string
  scope: Scope
  createdAt: Date
  lastUsedAt: Date | null
}

export interface NewApiKey {
  workspaceId: string
  name: string
  scope: Scope
  /** The member who makes it; null from the command line. */
  userId: string | null
}

/** Makes a key. The answer's `key` is the only time that the secret is seen: its SHA-256 is kept. */
export async function createApiKey(
  door: Door,
  chance: Chance,
  wanted: NewApiKey,
): Promise<ApiKeyRow & { key: string }> {
  const createdAt = chance.now()
  const id = uuidV7(createdAt.getTime(), chance.random)
  const secret = newSecret(chance)
  const { name, scope } = wanted
  await door.asAccounts(async (tx) => {
    await tx
      .insertInto('api_key')
      .values({
        ...{ id, name, scope, created_at: createdAt, workspace_id: wanted.workspaceId },
        ...{ secret_hash: hashSecret(secret), created_by: wanted.userId },
        ...{ last_used_at: null, revoked_at: null },
      })
      .execute()
    await recordAccountEvent(tx, wanted.workspaceId, 'api-key.created', id, wanted.userId)
  })
  const key = `enishi_${id.replaceAll('-', '')}_${secret}`
  return { id, name, scope, createdAt, lastUsedAt: null, key }
}

/** What a presented key stands for. */
export interface FoundApiKey {
  id: string
  workspaceId: string
  scope: Scope
  /** The member who made it, while there. */
  userId: string | null
}

/**
 * The key behind a token; null for one that is malformed, unknown or revoked. Secrets are compared
 * in constant time. The time of use is noted at most once a minute.
 */
export async function findApiKey(
  door: Door,
  token: string,
  now: () => Date,
): Promise<FoundApiKey | null> {
  const parts = TOKEN.exec(token)
  if (parts === null) return null
  const [, hex = '', secret = ''] = parts
  const id = hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
  return door.asAccounts(async (tx) => {
    const row = await tx.selectFrom('api_key').selectAll().where('id', '=', id).executeTakeFirst()
    const isRight = timingSafeEqual(row?.secret_hash ?? Buffer.alloc(32), hashSecret(secret))
    if (row === undefined || !isRight || row.revoked_at !== null) return null
    if (isUseToBeNoted(row.last_used_at, now())) {
      await tx.updateTable('api_key').set({ last_used_at: now() }).where('id', '=', id).execute()
    }
    return { id, workspaceId: row.workspace_id, scope: row.scope, userId: row.created_by }
  })
}

/** Keys of a workspace that are not revoked, newest first. */
export async function listApiKeys(
  door: Door,
  workspaceId: string,
  page: { limit: number; cursor?: string | undefined },
): Promise<{ items: ApiKeyRow[]; next: string | null }> {
  const before = page.cursor === undefined ? undefined : readIdCursor(page.cursor)
  const rows = await door.asAccounts((tx) => {
    const all = tx
      .selectFrom('api_key')
      .select(['id', 'name', 'scope', 'created_at as createdAt', 'last_used_at as lastUsedAt'])
      .where('workspace_id', '=', workspaceId)
      .where('revoked_at', 'is', null)
      .orderBy('id', 'desc')
      .limit(page.limit + 1)
    return (before === undefined ? all : all.where('id', '<', before)).execute()
  })
  const items = rows.slice(0, page.limit)
  const last = items.at(-1)
  return { items, next: rows.length > items.length && last ? writeCursor([last.id]) : null }
}

/** Ends a key of this workspace; throws `not-found` for any other. */
export async function revokeApiKey(
  door: Door,
  wanted: { workspaceId: string; id: string; userId: string | null; now: Date },
): Promise<void> {
  await door.asAccounts(async (tx) => {
    const { numUpdatedRows } = await tx
      .updateTable('api_key')
      .set({ revoked_at: wanted.now })
      .where('workspace_id', '=', wanted.workspaceId)
      .where('id', '=', wanted.id)
      .where('revoked_at', 'is', null)
      .executeTakeFirst()
    if (numUpdatedRows === 0n) throw noSuchKey()
    await recordAccountEvent(tx, wanted.workspaceId, 'api-key.revoked', wanted.id, wanted.userId)
  })
}

function newSecret({ random }: Chance): string {
  const bytes = new Uint8Array(SECRET_BYTES)
  random(bytes)
  return Buffer.from(bytes).toString('base64url')
}

function hashSecret(secret: string): Buffer {
  return createHash('sha256').update(secret).digest()
}

function isUseToBeNoted(lastUsedAt: Date | null, now: Date): boolean {
  return lastUsedAt === null || now.getTime() - lastUsedAt.getTime() >= USE_NOTED_EVERY_MS
}

function noSuchKey(): EnishiError {
  return new EnishiError('not-found', {
    en: 'There is no such API key in this workspace.',
    ja: 'この API キーはこのワークスペースにありません。',
  })
}
