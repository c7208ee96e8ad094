import type { LiveTools } from '#listen/index.ts'
import type { Outside } from '#outside/ports.ts'

/** Between two pages of one host. */
const REST_MILLISECONDS = 1_000

type Queue = Map<string, Promise<unknown>>

/** Queues by way out: whoever shares one shares its manners. */
const queues = new WeakMap<Outside, Queue>()

/** Does the work when all earlier work for the host is done and a second has passed: one page of a host at a time. */
export async function inTurn<T>(
  { outside, sleep }: LiveTools,
  host: string,
  signal: AbortSignal,
  work: () => Promise<T>,
): Promise<T> {
  const queue = queues.get(outside) ?? new Map<string, Promise<unknown>>()
  queues.set(outside, queue)
  const before = queue.get(host)
  const turn = (async () => {
    if (before !== undefined) {
      await before
      await sleep(REST_MILLISECONDS, signal)
    }
    return work()
  })()
  // The next one waits for the end, whatever it was; the fault belongs to who asked.
  const settled = turn.then(
    () => true,
    () => false,
  )
  queue.set(host, settled)
  try {
    return await turn
  } finally {
    if (queue.get(host) === settled) queue.delete(host)
  }
}
