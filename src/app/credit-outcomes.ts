import { creditAfter } from '#measure/index.ts'
import type { Chance } from '#store/accounts.ts'
import type { Bell } from '#store/bell.ts'
import { isConnectionLost } from '#store/connection-lost.ts'
import type { Door } from '#store/door.ts'
import { areEventsWaiting, readEventsAfter } from '#store/event-log.ts'
import { ensureConsumer, moveConsumer, type OutboxEvent, parkEvent } from '#store/outbox.ts'

export interface CreditParts {
  door: Door
  bell: Bell
  chance: Chance
  log: (line: Record<string, unknown>) => void
}

const CONSUMER = 'credit-outcomes'
const LOOK_MS = 30_000
/** While a transaction that began before a change still runs: nobody calls when it ends. */
const LOOK_AGAIN_MS = 250
const AFTER_FAILURE_MS = 2_000
const EVENTS_AT_ONCE = 50
const TRIES_MAX = 3

/**
 * Gives credit for outcomes as they come, woken by events, until the signal. An event is taken once its
 * credit is written, in transactions of their own: whoever stops between them does the last one again,
 * which changes nothing. So no reader of events waits meanwhile.
 */
export async function creditOutcomes(parts: CreditParts, signal: AbortSignal): Promise<void> {
  const follower = parts.bell.follow()
  let waitMs = 0
  while (!signal.aborted) {
    await follower.wait(waitMs, signal)
    try {
      const isMoreWaiting = await areEventsWaiting(parts.door)
      while (!signal.aborted && (await takeSome(parts, signal)) > 0);
      waitMs = isMoreWaiting ? LOOK_AGAIN_MS : LOOK_MS
    } catch (error) {
      // The database is away for a moment; everything stands where it stood.
      parts.log({ level: 'warn', at: CONSUMER, error: (error as Error).message })
      waitMs = AFTER_FAILURE_MS
    }
  }
  follower.end()
}

/** Takes the next events of all workspaces; answers how many. */
async function takeSome(parts: CreditParts, signal: AbortSignal): Promise<number> {
  const { door } = parts
  const position = await ensureConsumer(door, CONSUMER)
  const { events } = await readEventsAfter(door, position, EVENTS_AT_ONCE)
  for (const event of events) {
    if (signal.aborted || !(await takeOne(parts, event, signal))) return 0
  }
  const last = events.at(-1)
  if (last !== undefined) await door.asSystem((tx) => moveConsumer(tx, CONSUMER, last))
  return events.length
}

/** Answers whether the event is done with. One on which it fails three times is set aside. */
async function takeOne(
  { door, chance, log }: CreditParts,
  event: OutboxEvent,
  signal: AbortSignal,
): Promise<boolean> {
  for (let tries = 1; ; tries++) {
    try {
      const changed = await creditAfter(door, event, chance.now, signal)
      if (changed > 0) await door.asSystem((tx) => moveConsumer(tx, CONSUMER, event))
      return !signal.aborted
    } catch (error) {
      if (isConnectionLost(error)) throw error
      if (tries < TRIES_MAX) continue
      const { message, stack } = error as Error
      await parkEvent(door, CONSUMER, event, message)
      log({ level: 'error', at: CONSUMER, event: `${event.xid}-${event.id}`, error: stack })
      return true
    }
  }
}
