import pg from 'pg'
import type { Connection } from './door.ts'

const PROBE_MS = 15_000
const ANSWER_MS_MAX = 10_000

/**
 * Opens a connection that is to stand for as long as the process, and begins its work on it. Throws
 * where the database does not answer in time; nothing is left open then.
 */
export async function openSession(
  connection: Connection,
  begin: (session: pg.Client) => Promise<unknown>,
): Promise<pg.Client> {
  const session = new pg.Client({
    ...connection,
    keepAlive: true,
    query_timeout: ANSWER_MS_MAX,
    connectionTimeoutMillis: ANSWER_MS_MAX,
  })
  // Told by 'end' too; without a listener Node would take it for unhandled.
  session.on('error', () => session.emit('broken'))
  try {
    await session.connect()
    await begin(session)
    return session
  } catch (error) {
    await hangUp(session)
    throw error
  }
}

/**
 * Settles when the session broke or no longer answers, or at the signal. A socket whose other end
 * vanished says nothing by itself: it is asked now and then.
 */
export async function untilBroken(session: pg.Client, signal: AbortSignal): Promise<void> {
  if (signal.aborted) return
  const { promise, resolve } = Promise.withResolvers<void>()
  const probe = setInterval(() => session.query('select 1').catch(() => resolve()), PROBE_MS)
  session.once('end', resolve)
  session.once('broken', resolve)
  signal.addEventListener('abort', () => resolve(), { once: true })
  await promise
  clearInterval(probe)
}

export async function hangUp(session: pg.Client): Promise<void> {
  await session.end().catch((error: Error) => error)
}
