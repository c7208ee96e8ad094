import type { Connection } from './door.ts'
import { hangUp, openSession, untilBroken } from './long-session.ts'

/** A session of its own that may hold one advisory lock: for as long as it stands. */
export interface HeldLock {
  /** False once the session broke: then it holds nothing any more, and another is to be opened. */
  isStanding(): boolean
  isHeld(): boolean
  /** Tries to take the lock; answers whether it is held now. Throws where the database is away. */
  take(): Promise<boolean>
  /** Releases the lock. */
  close(): Promise<void>
}

/** Opens a session for a lock of `LOCKS`, which it does not take yet. Throws where the database is away. */
export async function openLock(connection: Connection, lock: number): Promise<HeldLock> {
  const session = await openSession(connection, (one) => one.query('select 1'))
  const closing = new AbortController()
  let isStanding = true
  let isHeld = false
  const ended = untilBroken(session, closing.signal).then(() => {
    isStanding = false
    return hangUp(session)
  })
  return {
    isStanding: () => isStanding,
    isHeld: () => isStanding && isHeld,
    take: async () => {
      const { rows } = await session.query<{ held: boolean }>(
        'select pg_try_advisory_lock($1) as held',
        [lock],
      )
      isHeld = rows[0]?.held === true
      return isStanding && isHeld
    },
    close: async () => {
      closing.abort()
      await ended
    },
  }
}
