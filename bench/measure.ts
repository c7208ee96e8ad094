import { readFileSync } from 'node:fs'
import { cpus, totalmem } from 'node:os'

/** One kind of call, measured. Times in milliseconds. */
export interface Measured {
  name: string
  calls: number
  p50: number
  p95: number
  max: number
  /** Items of the last answer. */
  items: number
}

/** Calls one after another, `calls` times; the first few warm up and do not count. */
export async function measure(
  name: string,
  calls: number,
  call: (turn: number) => Promise<number>,
): Promise<Measured> {
  const times: number[] = []
  let items = 0
  for (let turn = -5; turn < calls; turn++) {
    const start = performance.now()
    try {
      items = await call(turn < 0 ? -turn : turn)
      if (turn >= 0) times.push(performance.now() - start)
    } catch (error) {
      // A call that fails (the statement timeout) answers nobody: it counts as endless.
      process.stderr.write(`${name}: ${(error as Error).message}\n`)
      return { name, calls, p50: Infinity, p95: Infinity, max: Infinity, items: 0 }
    }
  }
  times.sort((a, b) => a - b)
  const at = (share: number) => times[Math.min(calls - 1, Math.floor(calls * share))] ?? Number.NaN
  return { name, calls, p50: at(0.5), p95: at(0.95), max: at(1), items }
}

export function printTable(rows: readonly Measured[]): void {
  const line = (cells: (string | number)[]) =>
    process.stdout.write(
      `${String(cells[0]).padEnd(44)}${cells
        .slice(1)
        .map((cell) => String(cell).padStart(9))
        .join('')}\n`,
    )
  line(['call', 'items', 'p50 ms', 'p95 ms', 'max ms'])
  for (const { name, items, p50, p95, max } of rows) {
    line([name, items, p50.toFixed(1), p95.toFixed(1), max.toFixed(1)])
  }
}

/** What it ran on, in one line. */
export function describeMachine(): string {
  const [cpu] = cpus()
  const gib = (totalmem() / 2 ** 30).toFixed(0)
  return `${cpus().length} x ${cpu?.model ?? 'unknown'}, ${gib} GiB, Node ${process.version}`
}

/** Resident memory of the database: its own pages of all processes, shared ones once; Linux only. */
export function databaseMemoryBytes(postmasterPid: number): number {
  const own = [postmasterPid, ...childrenOf(postmasterPid)].map(readMemory)
  const shared = Math.max(0, ...own.map(({ sharedBytes }) => sharedBytes))
  return own.reduce((sum, { privateBytes }) => sum + privateBytes, shared)
}

/** CPU milliseconds of this process and of those of the database, by process; Linux only. */
export function readCpuMs(postmasterPid: number): Map<number, number> {
  const { user, system } = process.cpuUsage()
  const database = childrenOf(postmasterPid).map((pid) => [pid, readScheduledMs(pid)] as const)
  return new Map([[process.pid, (user + system) / 1e3], ...database])
}

/** What was used between two readings; a process that has ended meanwhile is left out. */
export function cpuMsBetween(
  before: ReadonlyMap<number, number>,
  after: ReadonlyMap<number, number>,
): number {
  return [...after].reduce((sum, [pid, ms]) => sum + ms - (before.get(pid) ?? 0), 0)
}

/** To the nanosecond, while `stat` counts in hundredths of a second. */
function readScheduledMs(pid: number): number {
  try {
    return Number(readFileSync(`/proc/${pid}/schedstat`, 'utf8').split(' ')[0]) / 1e6
  } catch (error) {
    // A worker of the database ends whenever it is done.
    if (['ENOENT', 'ESRCH'].includes((error as NodeJS.ErrnoException).code ?? '')) return 0
    throw error
  }
}

function childrenOf(pid: number): number[] {
  const children = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8')
  return children.trim().split(' ').filter(Boolean).map(Number)
}

function readMemory(pid: number): { privateBytes: number; sharedBytes: number } {
  const status = readFileSync(`/proc/${pid}/status`, 'utf8')
  const bytes = (name: string) => {
    return Number(new RegExp(`^${name}:\\s+(\\d+) kB`, 'm').exec(status)?.[1] ?? 0) * 1024
  }
  return { privateBytes: bytes('RssAnon'), sharedBytes: bytes('RssShmem') + bytes('RssFile') }
}
