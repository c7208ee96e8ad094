import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import type { Connection } from './door.ts'
import { EVENT_SIGNAL } from './outbox.ts'

/** Somebody who waits for the bell. A ring while nobody waited is not lost: the next wait ends at once. */
export interface Follower {
  /** Ends at a ring, when the time has passed, or at the signal. */
  wait(milliseconds: number, signal?: AbortSignal): Promise<void>
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
const PROBE_MS = 15_000
const PROBE_ANSWER_MS_MAX = 10_000

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
  let client = await connectEar(connection, ring)
  const listening = (async () => {
    for (;;) {
      await untilBroken(client, closing.signal)
      if (closing.signal.aborted) return
      client = await reconnectEar(connection, ring, closing.signal)
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
      await client?.end()
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
        await sleep(milliseconds, undefined, { signal: any }).catch(onlyAborted)
      }
      isRung = false
    },
    end: () => void rings.delete(ring),
  }
}

function onlyAborted(error: Error): void {
  if (error.name !== 'AbortError') throw error
}

/** Undefined where the database does not answer. */
async function connectEar(
  connection: Connection,
  ring: () => void,
): Promise<pg.Client | undefined> {
  const client = new pg.Client({
    ...connection,
    keepAlive: true,
    query_timeout: PROBE_ANSWER_MS_MAX,
    connectionTimeoutMillis: PROBE_ANSWER_MS_MAX,
  })
  client.on('notification', ring)
  // Told by 'end' too; without a listener Node would take it for unhandled.
  client.on('error', () => client.emit('broken'))
  try {
    await client.connect()
    await client.query(`listen ${EVENT_SIGNAL}`)
    return client
  } catch {
    await hangUp(client)
    return undefined
  }
}

async function hangUp(client: pg.Client): Promise<void> {
  await client.end().catch((error: Error) => error)
}

async function reconnectEar(
  connection: Connection,
  ring: () => void,
  signal: AbortSignal,
): Promise<pg.Client | undefined> {
  while (!signal.aborted) {
    const client = await connectEar(connection, ring)
    if (client !== undefined) return client
    await sleep(RECONNECT_MS, undefined, { signal }).catch(onlyAborted)
  }
  return undefined
}

/** A socket whose other end vanished says nothing by itself: it is asked now and then. */
async function untilBroken(client: pg.Client | undefined, signal: AbortSignal): Promise<void> {
  if (client === undefined || signal.aborted) return
  const { promise, resolve } = Promise.withResolvers<void>()
  const probe = setInterval(() => client.query('select 1').catch(() => resolve()), PROBE_MS)
  client.once('end', resolve)
  client.once('broken', resolve)
  signal.addEventListener('abort', () => resolve(), { once: true })
  await promise
  clearInterval(probe)
  if (!signal.aborted) await hangUp(client)
}
