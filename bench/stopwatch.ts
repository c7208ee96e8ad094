/** What a piece of work took, in seconds. */
export interface Took {
  cpu: number
  wall: number
}

/** Runs work; answers what came of it and what it took. Garbage of other threads of the process counts. */
export async function timed<Result>(
  work: () => Result | Promise<Result>,
): Promise<{ result: Result; took: Took }> {
  const before = process.cpuUsage()
  const start = performance.now()
  const result = await work()
  const { user, system } = process.cpuUsage(before)
  return { result, took: { cpu: (user + system) / 1e6, wall: (performance.now() - start) / 1e3 } }
}

/** The most memory that this process had resident, in MB (10^6 bytes). */
export function memoryMbMost(): number {
  return (process.resourceUsage().maxRSS * 1024) / 1e6
}
