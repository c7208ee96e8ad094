import type pg from 'pg'
import type { Connection } from './door.ts'
import { hangUp, openSession, untilBroken } from './long-session.ts'
import { EVENT_SIGNAL } from './outbox.ts'
import { sleepUntil } from './sleep-until.ts'

/** Somebody who waits for the bell. A ring while nobody waited is not lost: the next wait ends at once. */
export interface Follower {
  /** Ends at a ring, when the time has passed, or at the signal. */
  wait(milliseconds: number, signal?: AbortSignal): Promise<void>
  /** Wakes this one alone. */
  ring(): void
  end(): void
}

/** Wakes whoever follows changes. It carries no truth: who is woken looks for themselves. */
export interface Bell {
  follow(): Follower
  /** Wakes everybody in this process. */
  ring(): void
  close(): Promise<void>
}

const RECONNECT_MS = 250

/**
 * Listens for NOTIFY on one connection for the whole process. A connection that breaks, or no longer
 * answers, is replaced until that works; everybody is then woken, for something may have been missed.
 */
export async function openBell(connection: Connection): Promise<Bell> {
  const rings = new Set<() => void>()
  const ring = () => {
    for (const one of rings) one()
  }
  const closing = new AbortController()
  let ear = await openEar(connection, ring)
  const listening = (async () => {
    for (;;) {
      if (ear !== undefined) await untilBroken(ear, closing.signal)
      if (closing.signal.aborted) return
      if (ear !== undefined) await hangUp(ear)
      ear = await reopenEar(connection, ring, closing.signal)
      ring()
    }
  })()
  return {
    follow: () => follow(rings),
    ring,
    close: async () => {
      closing.abort()
      ring()
      await listening
      await ear?.end()
    },
  }
}

function follow(rings: Set<() => void>): Follower {
  let isRung = false
  let wake: () => void = () => undefined
  const ring = () => {
    isRung = true
    wake()
  }
  rings.add(ring)
  return {
    wait: async (milliseconds, signal) => {
      if (!isRung && signal?.aborted !== true) {
        const timer = new AbortController()
        wake = () => timer.abort()
        const any = signal === undefined ? timer.signal : AbortSignal.any([signal, timer.signal])
        await sleepUntil(milliseconds, any)
      }
      isRung = false
    },
    ring,
    end: () => void rings.delete(ring),
  }
}

/** Undefined where the database does not answer. */
async function openEar(connection: Connection, ring: () => void): Promise<pg.Client | undefined> {
  try {
    return await openSession(connection, (session) => {
      session.on('notification', ring)
      return session.query(`listen ${EVENT_SIGNAL}`)
    })
  } catch {
    return undefined
  }
}

async function reopenEar(
  connection: Connection,
  ring: () => void,
  signal: AbortSignal,
): Promise<pg.Client | undefined> {
  while (!signal.aborted) {
    const session = await openEar(connection, ring)
    if (session !== undefined) return session
    await sleepUntil(RECONNECT_MS, signal)
  }
  return undefined
}
