import { mkdir, readdir, readFile, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Chance } from '#store/accounts.ts'
import type { Door } from '#store/door.ts'
import { parseTombstones, readTombstones, replayTombstones } from './replay.ts'

const FILE = /^tombstones-([0-9a-f-]{36})\.json$/

/**
 * Writes beside the backups who was erased from a workspace: a restore of an older backup erases them
 * again by it. Mode 0600, whole or not at all.
 */
export async function keepTombstones(
  door: Door,
  workspaceId: string,
  folder: string,
): Promise<void> {
  const file = await door.inWorkspace(
    workspaceId,
    (tx) => readTombstones(tx, workspaceId),
    'background',
  )
  if (file.key === null) return
  await mkdir(folder, { recursive: true, mode: 0o700 })
  const path = join(folder, `tombstones-${workspaceId}.json`)
  await writeFile(`${path}.part`, `${JSON.stringify(file)}\n`, { mode: 0o600 })
  await rename(`${path}.part`, path)
}

/** Erases again whom the files of a folder name; answers how many came back and went. */
export async function replayKept(
  door: Door,
  folder: string,
  { now, random }: Chance,
): Promise<number> {
  let erased = 0
  for (const name of await readdir(folder)) {
    const [, workspaceId] = FILE.exec(name) ?? []
    if (workspaceId === undefined) continue
    const file = parseTombstones(await readFile(join(folder, name), 'utf8'))
    const change = { workspaceId, authorId: null, now: now(), random }
    const done = await door.inWorkspace(
      workspaceId,
      (tx) => replayTombstones(tx, file, change),
      'background',
    )
    erased += done.erased
  }
  return erased
}
