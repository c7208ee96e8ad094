import { isConnectionLost } from './connection-lost.ts'
import type { Door } from './door.ts'
import { writePosition } from './event-log.ts'
import { consumeEvents, type EventEffect, type OutboxEvent, parkEvent } from './outbox.ts'

const TRIES_MAX = 3
/** A consumer holds back every other reader of events while it works, so it takes few at once. */
const EVENTS_AT_ONCE = 5

/** A consumer that goes on behind what it cannot digest. */
export interface Consumer {
  /** Takes the next few events; answers how many, 0 when there are none. */
  takeNext(): Promise<number>
}

/**
 * Runs an effect on the events of a named consumer. An event on which it fails three times is set
 * aside with the reason, and `onParked` is told. Throws only where the database is away.
 */
export function openConsumer(
  door: Door,
  name: string,
  effect: EventEffect,
  onParked: (event: OutboxEvent, error: Error) => void,
): Consumer {
  let failing = { place: '', tries: 0 }
  return {
    takeNext: async () => {
      let current: OutboxEvent | undefined
      const follow: EventEffect = (event, tx) => {
        current = event
        return effect(event, tx)
      }
      try {
        return await consumeEvents(door, name, follow, EVENTS_AT_ONCE)
      } catch (error) {
        if (current === undefined || isConnectionLost(error)) throw error
        const place = writePosition(current)
        failing = { place, tries: failing.place === place ? failing.tries + 1 : 1 }
        if (failing.tries < TRIES_MAX) return 1
        await parkEvent(door, name, current, (error as Error).message)
        onParked(current, error as Error)
        return 1
      }
    },
  }
}
