import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type pg from 'pg'
import { EnishiError } from '#vocabulary/index.ts'
import { LOCKS } from './locks.ts'

const FOLDER = join(import.meta.dirname, 'migrations')
interface Migration {
  name: string
  sql: string
  hash: string
}

/**
 * Brings the database up to this version: forward only, each file once, in the order of the names,
 * each in its own transaction. Several processes may call it at once. Needs a connection that owns
 * the database and may create roles. Answers the names of the files that were applied.
 */
export async function migrate(client: pg.Client): Promise<string[]> {
  await client.query('select pg_advisory_lock($1)', [LOCKS.migration])
  try {
    await checkVersion(client)
    await ensureRoles(client)
    await client.query(
      'create table if not exists public.enishi_migration (name text primary key, hash text not null, applied_at timestamptz not null default now())',
    )
    const { rows } = await client.query('select name, hash from public.enishi_migration')
    const done = new Map(rows.map((row) => [row.name as string, row.hash as string]))
    const applied: string[] = []
    for (const migration of readMigrations()) {
      if (done.has(migration.name)) {
        refuseRewritten(migration, done.get(migration.name) as string)
        continue
      }
      await apply(client, migration)
      applied.push(migration.name)
    }
    return applied
  } finally {
    await client.query('select pg_advisory_unlock($1)', [LOCKS.migration])
  }
}

function readMigrations(): Migration[] {
  const names = readdirSync(FOLDER).filter((name) => name.endsWith('.sql'))
  return names.sort().map((name) => {
    const sql = readFileSync(join(FOLDER, name), 'utf8')
    return { name, sql, hash: createHash('sha256').update(sql).digest('hex') }
  })
}

async function apply(client: pg.Client, migration: Migration): Promise<void> {
  await client.query('begin')
  try {
    await client.query(migration.sql)
    const row = [migration.name, migration.hash]
    await client.query('insert into public.enishi_migration (name, hash) values ($1, $2)', row)
    await client.query('commit')
  } catch (error) {
    await client.query('rollback')
    throw error
  }
}

function refuseRewritten(migration: Migration, hash: string): void {
  if (hash === migration.hash) return
  throw new EnishiError('fault', {
    en: `The migration ${migration.name} differs from the one this database was made with. Use the version of Enishi that made it, or a newer one.`,
    ja: `移行ファイル ${migration.name} が、このデータベースを作ったときのものと異なります。作成時と同じか、より新しい Enishi を使ってください。`,
  })
}

async function checkVersion(client: pg.Client): Promise<void> {
  const { rows } = await client.query('show server_version_num')
  const version = Number(rows[0].server_version_num)
  if (version >= 150_000) return
  throw new EnishiError('database-too-old', {
    en: `The database is PostgreSQL ${Math.floor(version / 10_000)}; Enishi needs 15 or later. Point DATABASE_URL at a newer server, or unset it to use the embedded one.`,
    ja: `データベースは PostgreSQL ${Math.floor(version / 10_000)} ですが、Enishi には 15 以降が必要です。DATABASE_URL を新しいサーバーに向けるか、未設定にして組み込みの PostgreSQL を使ってください。`,
  })
}

/** Roles belong to the whole server; databases on it share them. They can't sign in. */
const ROLES = ['enishi_nobody', 'enishi_app', 'enishi_accounts', 'enishi_system']

async function ensureRoles(client: pg.Client): Promise<void> {
  for (const role of ROLES) {
    const found = await client.query('select 1 from pg_roles where rolname = $1', [role])
    if (found.rowCount === 0) await createRole(client, role)
    await joinRole(client, role)
  }
}

/**
 * The connection's user has to be able to become the role. A superuser is; who made the role may let
 * itself in; where an administrator made it (PostgreSQL 16 and later), the administrator has to.
 */
async function joinRole(client: pg.Client, role: string): Promise<void> {
  const { rows } = await client.query('show server_version_num')
  const right = Number(rows[0].server_version_num) >= 160_000 ? 'set' : 'member'
  const may = await client.query('select pg_has_role(current_user, $1, $2) as may', [role, right])
  if (may.rows[0].may === true) return
  try {
    await client.query(`grant ${role} to current_user`)
  } catch (error) {
    if ((error as pg.DatabaseError).code !== '42501') throw error
    throw new EnishiError(
      'database-unreachable',
      {
        en: `The user of DATABASE_URL may not act as the role ${role}, which somebody else made. Let an administrator run: grant ${ROLES.join(', ')} to <user>;`,
        ja: `DATABASE_URL のユーザーは、別のユーザーが作ったロール ${role} になれません。管理者に「grant ${ROLES.join(', ')} to <ユーザー>;」を実行してもらってください。`,
      },
      {},
      error,
    )
  }
}

async function createRole(client: pg.Client, role: string): Promise<void> {
  try {
    await client.query(`create role ${role} nologin`)
  } catch (error) {
    const code = (error as pg.DatabaseError).code
    // Another database of the same server is being migrated at this moment.
    if (code === '42710' || code === '23505') return
    throw new EnishiError(
      'database-unreachable',
      {
        en: `The user of DATABASE_URL may not create the role ${role}. Let an administrator run: alter role <user> createrole;`,
        ja: `DATABASE_URL のユーザーにはロール ${role} を作る権限がありません。管理者に「alter role <ユーザー> createrole;」を実行してもらってください。`,
      },
      {},
      error,
    )
  }
}
