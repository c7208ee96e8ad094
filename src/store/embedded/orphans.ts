import { readdirSync, readFileSync, readlinkSync, realpathSync } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'
import { isProcessAlive } from './process-alive.ts'

/** How long backends may take to notice that their postmaster is gone. */
const LEAVE_MS_MAX = 5_000

/**
 * Sees to it that no backend of a postmaster that was killed still works in this data folder: a
 * second postmaster beside it would damage the data. Most leave by themselves; a busy one is killed,
 * which loses no more than the postmaster's death did. Without /proc PostgreSQL's own check stands.
 */
export async function endOrphans(data: string): Promise<void> {
  const deadline = Date.now() + LEAVE_MS_MAX
  let orphans = findBackends(data)
  while (orphans.length > 0) {
    if (Date.now() > deadline) for (const pid of orphans) kill(pid)
    await sleep(20)
    orphans = findBackends(data)
  }
}

/** Living PostgreSQL processes whose working folder is this one, as that of every backend is. */
function findBackends(data: string): number[] {
  const folder = realpathSync(data)
  return processIds().filter(
    (pid) =>
      workingFolder(pid) === folder && commandOf(pid).includes('postgres') && isProcessAlive(pid),
  )
}

function processIds(): number[] {
  if (process.platform !== 'linux') return []
  return readdirSync('/proc').map(Number).filter(Number.isInteger)
}

function workingFolder(pid: number): string {
  return readOf(() => readlinkSync(`/proc/${pid}/cwd`))
}

function commandOf(pid: number): string {
  return readOf(() => readFileSync(`/proc/${pid}/cmdline`, 'utf8'))
}

/** Processes end while they are looked at, and others' may not be looked at. */
function readOf(read: () => string): string {
  try {
    return read()
  } catch {
    return ''
  }
}

function kill(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error
  }
}
