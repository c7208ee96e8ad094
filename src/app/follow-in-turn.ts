import type { Bell } from '#store/bell.ts'
import { isConnectionLost } from '#store/connection-lost.ts'
import type { Door } from '#store/door.ts'
import { areEventsWaiting, readEventsAfter } from '#store/event-log.ts'
import { ensureConsumer, moveConsumer, type OutboxEvent, parkEvent } from '#store/outbox.ts'

export interface FollowingParts {
  door: Door
  bell: Bell
  log: (line: Record<string, unknown>) => void
}

/** What is done about one event, in transactions of its own; answers how much that changed. */
export interface InTurn {
  /** By which its position is kept. */
  consumer: string
  effect: (event: OutboxEvent, signal: AbortSignal) => Promise<number>
}

const LOOK_MS = 30_000
/** While a transaction that began before a change still runs: nobody calls when it ends. */
const LOOK_AGAIN_MS = 250
const AFTER_FAILURE_MS = 2_000
const EVENTS_AT_ONCE = 50
const TRIES_MAX = 3

/**
 * Does what follows from each event, woken by events, until the signal. An event is taken once its
 * effect is written, in transactions of its own: whoever stops between them does the last one again,
 * which has to change nothing. So no reader of events waits meanwhile.
 */
export async function followInTurn(
  parts: FollowingParts,
  work: InTurn,
  signal: AbortSignal,
): Promise<void> {
  const follower = parts.bell.follow()
  let waitMs = 0
  while (!signal.aborted) {
    await follower.wait(waitMs, signal)
    try {
      const isMoreWaiting = await areEventsWaiting(parts.door)
      while (!signal.aborted && (await takeSome(parts, work, signal)) > 0);
      waitMs = isMoreWaiting ? LOOK_AGAIN_MS : LOOK_MS
    } catch (error) {
      // The database is away for a moment; everything stands where it stood.
      parts.log({ level: 'warn', at: work.consumer, error: (error as Error).message })
      waitMs = AFTER_FAILURE_MS
    }
  }
  follower.end()
}

/** Takes the next events of all workspaces; answers how many. */
async function takeSome(parts: FollowingParts, work: InTurn, signal: AbortSignal): Promise<number> {
  const { door } = parts
  const position = await ensureConsumer(door, work.consumer)
  const { events } = await readEventsAfter(door, position, EVENTS_AT_ONCE)
  for (const event of events) {
    if (signal.aborted || !(await takeOne(parts, work, event, signal))) return 0
  }
  const last = events.at(-1)
  if (last !== undefined) await door.asSystem((tx) => moveConsumer(tx, work.consumer, last))
  return events.length
}

/** Answers whether the event is done with. One on which it fails three times is set aside. */
async function takeOne(
  { door, log }: FollowingParts,
  work: InTurn,
  event: OutboxEvent,
  signal: AbortSignal,
): Promise<boolean> {
  for (let tries = 1; ; tries++) {
    try {
      const changed = await work.effect(event, signal)
      if (changed > 0) await door.asSystem((tx) => moveConsumer(tx, work.consumer, event))
      return !signal.aborted
    } catch (error) {
      if (isConnectionLost(error)) throw error
      if (tries < TRIES_MAX) continue
      const { message, stack } = error as Error
      await parkEvent(door, work.consumer, event, message)
      log({ level: 'error', at: work.consumer, event: `${event.xid}-${event.id}`, error: stack })
      return true
    }
  }
}
