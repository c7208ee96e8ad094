import { closeSync, linkSync, openSync, readFileSync, rmSync, writeSync } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'
import { isProcessAlive, processBirth } from './process-alive.ts'

/** Who holds a lock file. */
export interface LockHolder {
  pid: number
  birth: string
  /** What the holder says of itself: its address, what it does. */
  note: string
}

export interface FolderLock {
  release(): void
}

/**
 * Takes the lock file or says who holds it. A lock whose process is gone (kill -9, a crash of the
 * machine) is taken over. The file appears whole or not at all: it is written aside and linked.
 */
export function takeLock(path: string, note: string): FolderLock | LockHolder {
  for (;;) {
    const own = writeAside(path, note)
    try {
      linkSync(own, path)
      return { release: () => releaseOwn(path) }
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
    } finally {
      rmSync(own, { force: true })
    }
    const holder = readHolder(path)
    if (holder !== undefined && isHeld(holder)) return holder
    rmSync(path, { force: true })
  }
}

/** Waits for the lock; for short critical sections among our own processes. */
export async function waitForLock(path: string, note: string): Promise<FolderLock> {
  for (;;) {
    const lock = takeLock(path, note)
    if ('release' in lock) return lock
    await sleep(50)
  }
}

/** Replaces the note of a lock that this process holds. */
export function noteInLock(path: string, note: string): void {
  const own = writeAside(path, note)
  rmSync(path, { force: true })
  linkSync(own, path)
  rmSync(own, { force: true })
}

function writeAside(path: string, note: string): string {
  const aside = `${path}.${process.pid}`
  const holder: LockHolder = { pid: process.pid, birth: processBirth(process.pid), note }
  const file = openSync(aside, 'w', 0o600)
  writeSync(file, JSON.stringify(holder))
  closeSync(file)
  return aside
}

function readHolder(path: string): LockHolder | undefined {
  try {
    return JSON.parse(readFileSync(path, 'utf8')) as LockHolder
  } catch {
    // Gone in the meantime, or left empty by a full disk: nobody's.
    return undefined
  }
}

function isHeld(holder: LockHolder): boolean {
  if (!isProcessAlive(holder.pid)) return false
  const birth = processBirth(holder.pid)
  return birth === '' || holder.birth === '' || birth === holder.birth
}

function releaseOwn(path: string): void {
  const holder = readHolder(path)
  if (holder?.pid === process.pid) rmSync(path, { force: true })
}
