import { readFileSync } from 'node:fs'

/** Whether a process with this id lives (also when it belongs to somebody else). */
export function isProcessAlive(pid: number): boolean {
  if (!Number.isInteger(pid) || pid <= 0) return false
  try {
    process.kill(pid, 0)
    return !isZombie(pid)
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

/**
 * What tells one life of a process id from the next: its start time in clock ticks since boot
 * (field 22 of /proc/PID/stat, proc(5)); empty where the system does not say.
 */
export function processBirth(pid: number): string {
  return statFields(pid)?.[19] ?? ''
}

function isZombie(pid: number): boolean {
  return statFields(pid)?.[0] === 'Z'
}

/** The fields of /proc/PID/stat from the state on; the name before it may hold blanks. */
function statFields(pid: number): string[] | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')
  } catch {
    return undefined
  }
}
