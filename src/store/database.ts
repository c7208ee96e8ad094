import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import pg from 'pg'
import { EnishiError } from '#vocabulary/index.ts'
import { type Connection, type Door, databaseUnreachable, openDoor } from './door.ts'
import { type ClusterSettings, openCluster } from './embedded/cluster.ts'
import { isProcessAlive } from './embedded/process-alive.ts'
import { migrate } from './migrate.ts'

/** A migrated database and the door to it. */
export interface Database {
  door: Door
  /** A connection of its own, as the owner: for LISTEN and for maintenance. */
  connection: Connection
  kind: 'embedded' | 'server'
  /** Migrations that this opening applied. */
  applied: string[]
  /** Process id of the embedded postmaster. */
  readonly postmasterPid?: number
  /** Starts the embedded database again where somebody killed it; answers whether that was needed. */
  reviveIfDead(): Promise<boolean>
  close(): Promise<void>
}

export interface DatabaseSettings {
  /** The data folder; the embedded database lives in it. */
  folder: string
  /** A server to use instead of the embedded one. */
  url?: string
  cluster?: Partial<ClusterSettings>
}

/**
 * Opens the embedded database of the folder, or the server of the URL, and brings it up to date.
 * Throws `folder-not-writable`, `database-not-startable`, `database-unreachable`, `database-too-old`.
 */
export async function openDatabase(settings: DatabaseSettings): Promise<Database> {
  ensureWritable(settings.folder)
  if (settings.url !== undefined) return openServer(settings.url)
  const open = () => openCluster(join(settings.folder, 'postgres'), settings.cluster)
  let cluster = await open()
  const applied = await migrateOver(cluster.address)
  const door = openDoor(cluster.address)
  return {
    door,
    connection: cluster.address,
    kind: 'embedded',
    applied,
    get postmasterPid() {
      return cluster.pid
    },
    reviveIfDead: async () => {
      if (isProcessAlive(cluster.pid)) return false
      cluster = await open()
      return true
    },
    close: async () => {
      await door.close()
      await cluster.stop()
    },
  }
}

async function openServer(url: string): Promise<Database> {
  const connection = { connectionString: url }
  const applied = await migrateOver(connection)
  const door = openDoor(connection)
  const close = () => door.close()
  return { door, connection, kind: 'server', applied, reviveIfDead: async () => false, close }
}

async function migrateOver(connection: Connection): Promise<string[]> {
  const client = new pg.Client(connection)
  try {
    await client.connect()
  } catch (cause) {
    throw databaseUnreachable(cause as Error)
  }
  try {
    return await migrate(client)
  } finally {
    await client.end()
  }
}

/** Makes the data folder (0700) and proves that it can be written to. */
export function ensureWritable(folder: string): void {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 })
    const probe = join(folder, `.probe-${process.pid}`)
    writeFileSync(probe, '')
    rmSync(probe)
  } catch (cause) {
    throw new EnishiError(
      'folder-not-writable',
      {
        en: `The data folder ${folder} cannot be written to (${(cause as Error).message}). Give another with --data DIR or ENISHI_DATA, or make it writable for this user.`,
        ja: `データフォルダー ${folder} に書き込めません（${(cause as Error).message}）。--data DIR または ENISHI_DATA で別の場所を指定するか、このユーザーが書き込めるようにしてください。`,
      },
      {},
      cause,
    )
  }
}
