import { Kysely } from 'kysely'
import pg from 'pg'
import { EnishiError, isUuid } from '#vocabulary/index.ts'
import { ClientDialect } from './client-dialect.ts'
import { readColumn } from './read-column.ts'
import type { Tables } from './tables.ts'
import type { AccountTables } from './tables-accounts.ts'

/** A transaction that sees one workspace and nothing else. */
export type Transaction = Kysely<Tables>

export type PoolName = 'interactive' | 'background'

/** What `pg` connects with: parts, or a URL. */
export type Connection =
  | { connectionString: string }
  | { host: string; port: number; user: string; database: string }

/**
 * The one door to the data. Every statement runs inside a transaction that names its role and its
 * workspace, opened in one round trip; outside of one a connection's role may read nothing.
 */
export interface Door {
  /** Runs the work in one workspace, as the application's role, behind row-level security. */
  inWorkspace<T>(
    workspaceId: string,
    work: (tx: Transaction) => Promise<T>,
    pool?: PoolName,
  ): Promise<T>
  /** Accounts, keys and sessions; sees no workspace's data. */
  asAccounts<T>(work: (tx: Kysely<AccountTables>) => Promise<T>): Promise<T>
  /** Jobs, outbox and the list of workspaces, over all workspaces; sees no texts. */
  asSystem<T>(work: (tx: Kysely<Tables>) => Promise<T>): Promise<T>
  /** The pool that better-auth works through: role and schema of the accounts. */
  accountsPool: pg.Pool
  /** Resolves when the database answers. */
  ping(): Promise<void>
  close(): Promise<void>
}

interface PoolSettings {
  max: number
  statementTimeoutMs: number
  /** More settings of PostgreSQL for its connections. */
  options?: string
}

const POOLS: Record<PoolName, PoolSettings> = {
  // Starting a parallel worker takes longer than what a page may ask for.
  interactive: {
    max: 6,
    statementTimeoutMs: 2_000,
    options: '-c max_parallel_workers_per_gather=0',
  },
  background: { max: 3, statementTimeoutMs: 60_000 },
}

export function openDoor(connection: Connection): Door {
  const pools = {
    interactive: openPool(connection, POOLS.interactive, 'enishi_nobody'),
    background: openPool(connection, POOLS.background, 'enishi_nobody'),
  }
  const accountsPool = openPool(
    connection,
    { max: 3, statementTimeoutMs: 5_000 },
    'enishi_accounts',
    'accounts',
  )
  return {
    accountsPool,
    inWorkspace: async (workspaceId, work, pool = 'interactive') =>
      runInside(pools[pool], openingFor(workspaceId), work),
    asAccounts: (work) => runInside(accountsPool, 'begin; set local search_path = accounts', work),
    asSystem: (work) =>
      runInside(
        pools.background,
        'begin; set local role enishi_system; set local search_path = enishi',
        work,
      ),
    ping: async () => {
      await pools.interactive.query('select 1')
    },
    close: async () => {
      await Promise.all([pools.interactive.end(), pools.background.end(), accountsPool.end()])
    },
  }
}

/** As for a disk without a head that moves; compiling takes longer than any of our statements. */
const PLANNING = '-c random_page_cost=1.1 -c jit=off'

function openPool(
  connection: Connection,
  { max, statementTimeoutMs, options = '' }: PoolSettings,
  role: string,
  schema = 'pg_catalog',
): pg.Pool {
  const pool = new pg.Pool({
    ...connection,
    max,
    options: `-c role=${role} -c search_path=${schema} -c statement_timeout=${statementTimeoutMs} -c TimeZone=UTC ${PLANNING} ${options}`,
    connectionTimeoutMillis: 10_000,
    idleTimeoutMillis: 60_000,
    types: readColumn,
  })
  // An idle connection that breaks (the database was restarted) is replaced at its next use.
  pool.on('error', () => undefined)
  return pool
}

function openingFor(workspaceId: string): string {
  if (!isUuid(workspaceId)) {
    throw new EnishiError('fault', {
      en: 'A transaction was asked for without a workspace.',
      ja: 'ワークスペースを指定せずにトランザクションが要求されました。',
    })
  }
  return `begin; set local role enishi_app; set local search_path = enishi; set local enishi.workspace = '${workspaceId}'`
}

async function runInside<T, Schema>(
  pool: pg.Pool,
  opening: string,
  work: (tx: Kysely<Schema>) => Promise<T>,
): Promise<T> {
  const client = await connect(pool)
  let broken: Error | undefined
  const noticeBreak = (error: Error) => {
    broken = error
  }
  client.on('error', noticeBreak)
  try {
    await client.query(opening)
    const answer = await work(new Kysely<Schema>({ dialect: new ClientDialect(client) }))
    await client.query('commit')
    return answer
  } catch (error) {
    await client.query('rollback').catch(noticeBreak)
    throw error
  } finally {
    client.off('error', noticeBreak)
    client.release(broken)
  }
}

async function connect(pool: pg.Pool): Promise<pg.PoolClient> {
  try {
    return await pool.connect()
  } catch (cause) {
    throw databaseUnreachable(cause as Error)
  }
}

/** The refusal for a database that cannot be reached, with the driver's words. */
export function databaseUnreachable(cause: Error): EnishiError {
  const words = cause.message === '' ? ((cause as NodeJS.ErrnoException).code ?? '') : cause.message
  return new EnishiError(
    'database-unreachable',
    {
      en: `The database cannot be reached: ${words}. Check that the server of DATABASE_URL runs and lets this user in; without DATABASE_URL Enishi starts its own.`,
      ja: `データベースに接続できません: ${words}。DATABASE_URL のサーバーが動いていて、このユーザーを受け入れるか確かめてください。DATABASE_URL を未設定にすると、組み込みのデータベースを使います。`,
    },
    {},
    cause,
  )
}
