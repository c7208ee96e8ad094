import { copyFile, link, mkdir, stat } from 'node:fs/promises'
import { dirname } from 'node:path'
import { workspaceIds } from '#store/accounts.ts'
import { uploadsBeside } from '#store/backup.ts'
import type { Door } from '#store/door.ts'
import { pathOfUpload, uploadIdOf } from './uploads.ts'

/** A file that an import has not read to its end. */
export interface UnreadUpload {
  workspaceId: string
  importId: string
  fileName: string
  uploadId: string
}

/** The files that imports of the page and the API have not read to their end. */
export async function unreadUploads(door: Door): Promise<UnreadUpload[]> {
  const found: UnreadUpload[] = []
  for (const workspaceId of await workspaceIds(door)) {
    const rows = await door.inWorkspace(workspaceId, (tx) =>
      tx
        .selectFrom('import')
        .select(['id', 'file_name', 'fingerprint'])
        .where('state', 'in', ['running', 'stopped', 'failed'])
        .execute(),
    )
    for (const { id, file_name: fileName, fingerprint } of rows) {
      const uploadId = uploadIdOf(fingerprint)
      if (uploadId !== undefined) found.push({ workspaceId, importId: id, fileName, uploadId })
    }
  }
  return found
}

/**
 * Keeps these files beside a backup, so that their imports can go on where it is restored; a second name of
 * the same file where that is possible, else a copy. Answers how many are there.
 */
export async function keepUploads(door: Door, dataFolder: string, backup: string): Promise<number> {
  return carry(await unreadUploads(door), dataFolder, uploadsBeside(backup))
}

/** Puts the files beside a backup back into a data folder. Answers which of those wanted are not there. */
export async function returnUploads(
  door: Door,
  dataFolder: string,
  backup: string,
): Promise<UnreadUpload[]> {
  const wanted = await unreadUploads(door)
  await carry(wanted, uploadsBeside(backup), dataFolder)
  return missingUploads(wanted, dataFolder)
}

async function missingUploads(
  wanted: readonly UnreadUpload[],
  dataFolder: string,
): Promise<UnreadUpload[]> {
  const missing: UnreadUpload[] = []
  for (const one of wanted) if (!(await isThere(pathOf(dataFolder, one)))) missing.push(one)
  return missing
}

const pathOf = (folder: string, { workspaceId, uploadId }: UnreadUpload) =>
  pathOfUpload(folder, workspaceId, uploadId)

async function carry(wanted: readonly UnreadUpload[], from: string, to: string): Promise<number> {
  let carried = 0
  for (const one of wanted) {
    const [source, target] = [pathOf(from, one), pathOf(to, one)]
    // Read to its end meanwhile, or never beside this backup.
    if (!(await isThere(source))) continue
    await mkdir(dirname(target), { recursive: true, mode: 0o700 })
    await linkOrCopy(source, target)
    carried += 1
  }
  return carried
}

async function linkOrCopy(source: string, target: string): Promise<void> {
  try {
    await link(source, target)
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    // Files are named by their content: what has the name is the same file.
    if (code === 'EEXIST' || code === 'ENOENT') return
    await copyFile(source, target)
  }
}

async function isThere(path: string): Promise<boolean> {
  try {
    await stat(path)
    return true
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return false
    throw error
  }
}
