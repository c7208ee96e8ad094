import { mkdir, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { keepUploads } from '#listen/index.ts'
import { type Chance, workspaceIds } from '#store/accounts.ts'
import { backupName, listBackups, pruneBackups, writeBackup } from '#store/backup.ts'
import type { Connection, Door } from '#store/door.ts'
import { sleepUntil } from '#store/sleep-until.ts'
import { keepTombstones } from '#understand/index.ts'
import { timeOfUuid } from '#vocabulary/index.ts'

export interface BackingUp {
  door: Door
  connection: Connection
  /** The data folder; backups stand in `backups` there. */
  dataFolder: string
  /** The installation's secret, by which a restore knows whether it has the right one. */
  secret?: string
  /** How many daily backups stay; 0 makes none. */
  kept: number
  chance: Chance
  log: (line: Record<string, unknown>) => void
}

const DAY_MS = 24 * 3_600_000
const LOOK_MS = 3_600_000

/** Makes a backup a day until the signal; what fails is told in the log and tried again in an hour. */
export async function backUpDaily(parts: BackingUp, signal: AbortSignal): Promise<void> {
  while (!signal.aborted) {
    try {
      await backUpIfDue(parts)
    } catch (error) {
      parts.log({ level: 'error', at: 'backups', error: (error as Error).message })
    }
    await sleepUntil(LOOK_MS, signal)
  }
}

/**
 * Makes a backup where the newest is a day old, or where there is none and the oldest workspace is a
 * day old; those beyond the number kept go. Answers the path of what was made.
 */
export async function backUpIfDue(parts: BackingUp): Promise<string | undefined> {
  const { door, connection, dataFolder, kept, chance, secret } = parts
  const folder = join(dataFolder, 'backups')
  const workspaces = await workspaceIds(door)
  const now = chance.now()
  if (kept === 0 || workspaces.length === 0) return undefined
  const newest = (await listBackups(folder)).at(-1)
  const lastMs =
    newest === undefined
      ? Math.min(...workspaces.map((id) => timeOfUuid(id).getTime()))
      : (await stat(join(folder, newest))).mtimeMs
  if (now.getTime() - lastMs < DAY_MS) return undefined
  await mkdir(folder, { recursive: true, mode: 0o700 })
  for (const id of workspaces) await keepTombstones(door, id, folder)
  const path = join(folder, backupName(now))
  // Before the moment of the backup and after it: an import may begin in between.
  await keepUploads(door, dataFolder, path)
  await writeBackup(connection, path, now, secret)
  await keepUploads(door, dataFolder, path)
  await pruneBackups(folder, kept)
  parts.log({ level: 'info', at: 'backups', made: path })
  return path
}
