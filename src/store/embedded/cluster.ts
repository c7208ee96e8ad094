import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { chmodSync, existsSync, mkdirSync, openSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { EnishiError } from '#vocabulary/index.ts'
import { LOCKS } from '../locks.ts'
import { waitForLock } from './folder-lock.ts'
import { endOrphans } from './orphans.ts'
import { findPostgresFiles, type PostgresFiles } from './postgres-files.ts'
import { isProcessAlive } from './process-alive.ts'

/** How to reach a database; what `pg` takes. */
export interface Address {
  host: string
  port: number
  user: string
  database: string
}

/** A private PostgreSQL in a folder, running. */
export interface Cluster {
  address: Address
  /** Process id of the postmaster. */
  pid: number
  /** True when it was running already (left by a killed process, or shared with a running one). */
  adopted: boolean
  /** Stops it unless another process still uses it. */
  stop(): Promise<void>
}

export interface ClusterSettings {
  /** Off only for tests, which throw their data away. */
  fsync: boolean
  maxConnections: number
  sharedBuffers: string
}

const DEFAULTS: ClusterSettings = { fsync: true, maxConnections: 40, sharedBuffers: '128MB' }

const STARTUP_MS_MAX = 60_000

/**
 * Starts the PostgreSQL of this folder, or adopts the one that runs on it. It listens on a Unix
 * socket only, runs in its own process group (so that Ctrl-C reaches it last) and survives the
 * death of the process that started it; the next start adopts it or lets it recover.
 */
export async function openCluster(
  folder: string,
  settings: Partial<ClusterSettings> = {},
): Promise<Cluster> {
  const chosen = { ...DEFAULTS, ...settings }
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const lock = await waitForLock(join(folder, 'start.lock'), 'starting or stopping the database')
  try {
    const files = findPostgresFiles(join(folder, 'lib'))
    const sockets = socketFolder(folder)
    const data = join(folder, 'db')
    if (!existsSync(join(data, 'PG_VERSION'))) await initialise(files, data)
    const running = runningPostmaster(data)
    if (running === undefined) await clearRemains(data, sockets)
    const pid = running ?? launch(files, folder, data, sockets, chosen)
    const address = { host: sockets, port: 5432, user: 'enishi', database: 'enishi' }
    await waitUntilReady(address, pid, join(folder, 'postgres.log'))
    await ensureDatabase(address)
    const user = await holdUsersLock(address)
    const adopted = running !== undefined
    return { address, pid, adopted, stop: () => stopUnlessUsed(folder, address, user, pid) }
  } finally {
    lock.release()
  }
}

/** Socket paths may be 107 bytes at most (unix(7)); a deep data folder gets a short one elsewhere. */
function socketFolder(folder: string): string {
  const own = join(folder, 'socket')
  const short = createHash('sha256').update(folder).digest('hex').slice(0, 16)
  const path = Buffer.byteLength(own) <= 85 ? own : join(tmpdir(), `enishi-${short}`)
  mkdirSync(path, { recursive: true, mode: 0o700 })
  chmodSync(path, 0o700)
  return path
}

/** PostgreSQL refuses to run as root; in a user namespace of its own it runs as user 1000. */
function command(program: string, args: string[]): [string, string[]] {
  if (process.getuid?.() !== 0) return [program, args]
  return ['unshare', ['--user', '--map-user=1000', '--map-group=1000', program, ...args]]
}

async function initialise(files: PostgresFiles, data: string): Promise<void> {
  // Made aside and renamed by initdb's own last step would be better; it removes what it made on
  // failure, and a folder without PG_VERSION is begun anew.
  rmSync(data, { recursive: true, force: true })
  const locale = [
    '--encoding=UTF8',
    '--locale=C',
    '--locale-provider=builtin',
    '--builtin-locale=C.UTF-8',
  ]
  const [program, args] = command(files.initdb, [
    ...['-D', data, '-U', 'enishi', '--auth=trust', '--no-instructions'],
    ...locale,
  ])
  const output = await runToEnd(program, args, files.env)
  if (output.code !== 0) throw notStartable(output.text)
}

function runToEnd(
  program: string,
  args: string[],
  env: Record<string, string>,
): Promise<{ code: number; text: string }> {
  return new Promise((resolve) => {
    let text = ''
    const child = spawn(program, args, { env: { ...process.env, ...env } })
    child.stdout.on('data', (chunk: Buffer) => {
      text += chunk.toString()
    })
    child.stderr.on('data', (chunk: Buffer) => {
      text += chunk.toString()
    })
    child.on('error', (error) => resolve({ code: 127, text: error.message }))
    child.on('close', (code) => resolve({ code: code ?? 1, text }))
  })
}

/** The postmaster that lives on this data folder, if any. A stale pid file is PostgreSQL's to judge. */
function runningPostmaster(data: string): number | undefined {
  const file = join(data, 'postmaster.pid')
  if (!existsSync(file)) return undefined
  const pid = Number.parseInt(readFileSync(file, 'utf8').split('\n')[0] ?? '', 10)
  if (!isProcessAlive(pid)) return undefined
  // Ids are reused: only a process that is a postgres counts.
  return isPostgres(pid) ? pid : undefined
}

function isPostgres(pid: number): boolean {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes('postgres')
  } catch {
    // No /proc on this system: the pid file is all there is to go by.
    return process.platform !== 'linux'
  }
}

/**
 * A postmaster that died under kill -9 leaves backends, its pid file and the lock of its socket.
 * PostgreSQL takes both files for held when their pid lives again or was never reaped, as happens
 * in containers; we know that no postmaster runs here, so they are removed.
 */
async function clearRemains(data: string, sockets: string): Promise<void> {
  await endOrphans(data)
  const socket = join(sockets, '.s.PGSQL.5432')
  for (const file of [join(data, 'postmaster.pid'), `${socket}.lock`, socket]) {
    rmSync(file, { force: true })
  }
}

function launch(
  files: PostgresFiles,
  folder: string,
  data: string,
  sockets: string,
  settings: ClusterSettings,
): number {
  const log = openSync(join(folder, 'postgres.log'), 'a', 0o600)
  const options = {
    shared_buffers: settings.sharedBuffers,
    max_connections: String(settings.maxConnections),
    fsync: settings.fsync ? 'on' : 'off',
    synchronous_commit: settings.fsync ? 'on' : 'off',
    full_page_writes: settings.fsync ? 'on' : 'off',
    max_wal_size: '2GB',
    checkpoint_timeout: '10min',
    log_checkpoints: 'off',
    // A young log outgrows its statistics within seconds.
    autovacuum_naptime: '10s',
  }
  const [program, args] = command(files.postgres, [
    ...['-D', data, '-h', '', '-k', sockets],
    ...Object.entries(options).flatMap(([name, value]) => ['-c', `${name}=${value}`]),
  ])
  const child = spawn(program, args, {
    env: { ...process.env, ...files.env, TZ: 'UTC' },
    stdio: ['ignore', log, log],
    detached: true,
  })
  child.on('error', () => undefined) // waitUntilReady reports it: the process never comes to life.
  child.unref()
  return child.pid ?? -1
}

async function waitUntilReady(address: Address, pid: number, log: string): Promise<void> {
  const deadline = Date.now() + STARTUP_MS_MAX
  while (Date.now() < deadline) {
    const failure = await tryConnection({ ...address, database: 'postgres' })
    if (failure === undefined) return
    if (!isProcessAlive(pid)) throw notStartable(lastLines(log))
    await sleep(30)
  }
  throw notStartable(lastLines(log))
}

async function tryConnection(address: Address): Promise<string | undefined> {
  const client = new pg.Client(address)
  try {
    await client.connect()
    await client.query('select 1')
    return undefined
  } catch (error) {
    return (error as Error).message
  } finally {
    await client.end().catch((error: Error) => error)
  }
}

async function ensureDatabase(address: Address): Promise<void> {
  const client = new pg.Client({ ...address, database: 'postgres' })
  await client.connect()
  try {
    const found = await client.query('select 1 from pg_database where datname = $1', ['enishi'])
    if (found.rowCount === 0) await client.query('create database enishi')
  } finally {
    await client.end()
  }
}

/** A connection that lives as long as this process uses the cluster. */
async function holdUsersLock(address: Address): Promise<pg.Client> {
  const client = new pg.Client({ ...address, database: 'postgres' })
  client.on('error', () => undefined) // The database was killed; the pools report it to whoever asks.
  await client.connect()
  await client.query('select pg_advisory_lock_shared($1)', [LOCKS.users])
  return client
}

async function stopUnlessUsed(
  folder: string,
  address: Address,
  user: pg.Client,
  pid: number,
): Promise<void> {
  const lock = await waitForLock(join(folder, 'start.lock'), 'starting or stopping the database')
  try {
    await user.end().catch((error: Error) => error)
    if (!isProcessAlive(pid) || (await isUsedByOthers(address))) return
    process.kill(pid, 'SIGINT') // fast shutdown: pg_ctl's -m fast
    while (isProcessAlive(pid)) await sleep(20)
  } finally {
    lock.release()
  }
}

async function isUsedByOthers(address: Address): Promise<boolean> {
  const client = new pg.Client({ ...address, database: 'postgres' })
  try {
    await client.connect()
    const { rows } = await client.query('select pg_try_advisory_lock($1) as free', [LOCKS.users])
    return rows[0].free !== true
  } catch (error) {
    // Already shutting down or gone: nobody can be using it.
    if ((error as Error).message === '') throw error
    return false
  } finally {
    await client.end().catch((error: Error) => error)
  }
}

function lastLines(log: string): string {
  return existsSync(log) ? readFileSync(log, 'utf8').split('\n').slice(-8).join('\n') : ''
}

function notStartable(detail: string): EnishiError {
  return new EnishiError('database-not-startable', {
    en: `The embedded PostgreSQL could not be started:\n${detail.trim()}\nAs root it needs user namespaces (the program unshare). Otherwise set DATABASE_URL to a PostgreSQL 15 or later.`,
    ja: `組み込みの PostgreSQL を起動できませんでした:\n${detail.trim()}\nroot で動かすにはユーザー名前空間（unshare コマンド）が必要です。使えない場合は、DATABASE_URL に PostgreSQL 15 以降の接続先を指定してください。`,
  })
}
