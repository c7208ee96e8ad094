import type { Bell } from '#store/bell.ts'
import { isConnectionLost } from '#store/connection-lost.ts'
import type { Door } from '#store/door.ts'
import { areEventsWaiting, type EventPosition, readEventsAfter } from '#store/event-log.ts'
import { ensureConsumer, moveConsumer, type OutboxEvent, parkEvent } from '#store/outbox.ts'

export interface LogParts {
  door: Door
  bell: Bell
  log: (line: Record<string, unknown>) => void
}

/** A consumer whose effects are transactions of their own. */
export interface LogConsumer {
  name: string
  /** How far it is; where it has no place yet, before the first event unless this says otherwise. */
  place?: (door: Door, name: string) => Promise<EventPosition>
  /** Does what follows from an event; done again it changes nothing. Answers how much it changed. */
  effect: (event: OutboxEvent) => Promise<number>
}

const LOOK_MS = 30_000
/** While a transaction that began before a change still runs: nobody calls when it ends. */
const LOOK_AGAIN_MS = 250
const AFTER_FAILURE_MS = 2_000
const EVENTS_AT_ONCE = 50
const TRIES_MAX = 3

/**
 * Takes the events of all workspaces as they come, until the signal. An event is taken once its effect is
 * written: whoever stops between them does the last one again. So no reader of events waits meanwhile.
 */
export async function followLog(
  parts: LogParts,
  consumer: LogConsumer,
  signal: AbortSignal,
): Promise<void> {
  await keepOn(parts, consumer.name, signal, async () => {
    const isMoreWaiting = await areEventsWaiting(parts.door)
    while (!signal.aborted && (await takeSome(parts, consumer, signal)) > 0);
    return isMoreWaiting ? LOOK_AGAIN_MS : LOOK_MS
  })
}

/**
 * Does a round whenever the bell rings, or the time is over that the round before answered, in
 * milliseconds; until the signal. A round that fails is told in the log, and comes again.
 */
export async function keepOn(
  { bell, log }: Pick<LogParts, 'bell' | 'log'>,
  name: string,
  signal: AbortSignal,
  round: () => Promise<number>,
): Promise<void> {
  const follower = bell.follow()
  let waitMs = 0
  while (!signal.aborted) {
    await follower.wait(waitMs, signal)
    if (signal.aborted) break
    try {
      waitMs = await round()
    } catch (error) {
      const { message, stack } = error as Error
      // The database is away for a moment; everything stands where it stood.
      const isAway = isConnectionLost(error)
      log({ level: isAway ? 'warn' : 'error', at: name, error: isAway ? message : stack })
      waitMs = AFTER_FAILURE_MS
    }
  }
  follower.end()
}

/** Takes the next events of all workspaces; answers how many. */
async function takeSome(
  parts: LogParts,
  consumer: LogConsumer,
  signal: AbortSignal,
): Promise<number> {
  const { door } = parts
  const place = consumer.place ?? ensureConsumer
  const { events } = await readEventsAfter(door, await place(door, consumer.name), EVENTS_AT_ONCE)
  for (const event of events) {
    if (signal.aborted || !(await takeOne(parts, consumer, event, signal))) return 0
  }
  const last = events.at(-1)
  if (last !== undefined) await door.asSystem((tx) => moveConsumer(tx, consumer.name, last))
  return events.length
}

/** Answers whether the event is done with. One on which it fails three times is set aside. */
async function takeOne(
  { door, log }: LogParts,
  { name, effect }: LogConsumer,
  event: OutboxEvent,
  signal: AbortSignal,
): Promise<boolean> {
  for (let tries = 1; ; tries++) {
    try {
      const changed = await effect(event)
      if (changed > 0) await door.asSystem((tx) => moveConsumer(tx, name, event))
      return !signal.aborted
    } catch (error) {
      if (isConnectionLost(error)) throw error
      if (tries < TRIES_MAX) continue
      const { message, stack } = error as Error
      await parkEvent(door, name, event, message)
      log({ level: 'error', at: name, event: `${event.xid}-${event.id}`, error: stack })
      return true
    }
  }
}
