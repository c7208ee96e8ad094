import { readFileSync } from 'node:fs'
import { join } from 'node:path'

/** What a process holds, in bytes (proc(5), VmRSS); 0 once it is gone. */
export function residentBytes(pid: number): number {
  try {
    const status = readFileSync(`/proc/${pid}/status`, 'utf8')
    return Number(/VmRSS:\s+(\d+) kB/.exec(status)?.[1] ?? 0) * 1024
  } catch {
    return 0
  }
}

/** Seconds of processor of a process and of the children it has waited for (proc(5), stat). */
function processorSeconds(pid: number): number {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    const ticks = stat
      .slice(stat.lastIndexOf(')') + 2)
      .split(' ')
      .slice(11, 15)
    return ticks.reduce((sum, one) => sum + Number(one), 0) / 100
  } catch {
    return 0
  }
}

/** Processes that the embedded PostgreSQL of a data folder runs, the postmaster among them. */
function databaseProcesses(folder: string): number[] {
  const file = readFileSync(join(folder, 'postgres/db/postmaster.pid'), 'utf8')
  const postmaster = Number.parseInt(file, 10)
  const children = readFileSync(`/proc/${postmaster}/task/${postmaster}/children`, 'utf8')
  return [postmaster, ...children.trim().split(' ').map(Number)]
}

/** Seconds on the clock, and of processors: of a server and of its database. */
export interface Spent {
  clock: number
  server: number
  database: number
}

/** What was spent so far by a server and the database of its folder. */
export function spentBy(pid: number, folder: string): Spent {
  const database = databaseProcesses(folder).map(processorSeconds)
  return {
    clock: performance.now() / 1000,
    server: processorSeconds(pid),
    database: database.reduce((sum, one) => sum + one, 0),
  }
}
