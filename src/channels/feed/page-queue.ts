import type { LiveTools } from '#listen/index.ts'
import type { Outside } from '#outside/ports.ts'

/** Between two pages of one host. */
const REST_MILLISECONDS = 1_000
/** Hosts remembered; beyond, those asked longest ago are forgotten. */
const HOSTS_MAX = 2_000

/** When the last page of each host was done, in milliseconds; the next one waits for it. */
type Hosts = Map<string, Promise<number>>

/** By way out: whoever shares one shares its manners. */
const hostsOf = new WeakMap<Outside, Hosts>()

/** Does the work when all earlier work for the host has been done for a second: one page of a host at a time. */
export async function inTurn<T>(
  { outside, sleep, now }: LiveTools,
  host: string,
  signal: AbortSignal,
  work: () => Promise<T>,
): Promise<T> {
  const hosts = hostsOf.get(outside) ?? new Map<string, Promise<number>>()
  hostsOf.set(outside, hosts)
  const before = hosts.get(host)
  const turn = (async () => {
    const rest = before === undefined ? 0 : (await before) + REST_MILLISECONDS - now().getTime()
    if (rest > 0) await sleep(rest, signal)
    return work()
  })()
  const doneAt = () => now().getTime()
  // The next one waits for the end, whatever it was; a fault belongs to who asked.
  hosts.delete(host)
  hosts.set(host, turn.then(doneAt, doneAt))
  const [oldest] = hosts.keys()
  if (hosts.size > HOSTS_MAX && oldest !== undefined) hosts.delete(oldest)
  return turn
}
