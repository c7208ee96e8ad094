import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import type { Connection, Door } from '#store/door.ts'
import { type EventPlace, eventEnd, eventsBehind } from '#store/event-tail.ts'
import { LOCKS } from '#store/locks.ts'
import { EVENT_SIGNAL } from '#store/outbox.ts'
import type { LiveListening } from '#stream/live-listening.ts'

export interface WatchParts {
  door: Door
  connection: Connection
  live: LiveListening
  onFailure(what: string, error: Error): void
  /** Told when another process listens, and when this one begins. */
  onTurn(isOurs: boolean): void
}

/**
 * Changes are looked for this often even when nobody calls: a change is seen only when all that began
 * before it have ended, which may be after its call.
 */
const LOOK_MS = 1_000
/** After a call a little is waited for others: a batch makes many. */
const GATHER_MS = 100

/**
 * Holds listening while this process holds the listener's lock, and brings it up to every change of
 * channels and topics. While the database is away listening goes on (the spool takes what comes);
 * when it is back and another process took the lock meanwhile, this one falls silent and waits.
 */
export async function watchLive(parts: WatchParts, signal: AbortSignal): Promise<void> {
  let bell: Bell | undefined
  let place: EventPlace | undefined
  try {
    while (!signal.aborted) {
      try {
        if (bell?.isBroken() !== false) {
          await bell?.close()
          bell = await openBell(parts.connection)
          // What was told while nobody listened is found from the place reached.
          if (!(await bell.takeLock())) await fallSilent(parts)
        }
        if (bell.isLockHeld() || (await bell.takeLock())) place = await keepUp(parts, place)
        else place = undefined
        await bell.wait(LOOK_MS, signal)
        await sleepUntil(GATHER_MS, signal)
      } catch (error) {
        parts.onFailure('database', error as Error)
        await sleepUntil(1_000, signal)
      }
    }
  } finally {
    await bell?.close()
  }
}

async function fallSilent({ live, onTurn }: WatchParts): Promise<void> {
  if (live.isListening) await live.hush()
  onTurn(false)
}

async function keepUp(parts: WatchParts, place: EventPlace | undefined): Promise<EventPlace> {
  const { door, live } = parts
  if (!live.isListening || place === undefined) {
    const end = await eventEnd(door)
    const ids = await workspaceIds(door)
    if (live.isListening) for (const id of ids) await live.refresh(id)
    else {
      parts.onTurn(true)
      await live.begin(ids)
    }
    return end
  }
  let at = place
  for (;;) {
    const { events, place: behind, isMore } = await eventsBehind(door, at)
    const changed = new Set(events.filter(isOfChannels).map((one) => one.workspaceId))
    for (const id of changed) await live.refresh(id)
    for (const { name, subjectId } of events) {
      if (name === 'channel.look-asked' && subjectId !== null) live.lookNow(subjectId)
    }
    at = behind
    if (!isMore) return at
  }
}

function isOfChannels({ name }: { name: string }): boolean {
  return /^(?:channel\.(?:added|changed|removed)|topic\..*)$/.test(name)
}

async function workspaceIds(door: Door): Promise<string[]> {
  const rows = await door.asSystem((tx) =>
    tx.selectFrom('workspace').select('id').orderBy('id').execute(),
  )
  return rows.map(({ id }) => id)
}

interface Bell {
  isBroken(): boolean
  isLockHeld(): boolean
  takeLock(): Promise<boolean>
  wait(milliseconds: number, signal: AbortSignal): Promise<void>
  close(): Promise<void>
}

/** A connection of its own that hears NOTIFY and holds the lock as long as it stands. */
async function openBell(connection: Connection): Promise<Bell> {
  const client = new pg.Client({ ...connection, keepAlive: true })
  let isBroken = false
  let isHeld = false
  let isRung = false
  let ring: () => void = () => undefined
  const toll = () => {
    isRung = true
    ring()
  }
  client.on('notification', toll)
  client.on('error', () => {
    isBroken = true
    toll()
  })
  client.on('end', () => {
    isBroken = true
    toll()
  })
  await client.connect()
  await client.query(`listen ${EVENT_SIGNAL}`)
  return {
    isBroken: () => isBroken,
    isLockHeld: () => isHeld && !isBroken,
    takeLock: async () => {
      const { rows } = await client.query<{ held: boolean }>(
        'select pg_try_advisory_lock($1) as held',
        [LOCKS.listener],
      )
      isHeld = rows[0]?.held === true
      return isHeld
    },
    wait: async (milliseconds, signal) => {
      const rung = new Promise<void>((resolve) => {
        ring = resolve
      })
      if (!isRung) await Promise.race([rung, sleepUntil(milliseconds, signal)])
      isRung = false
    },
    close: async () => {
      if (!isBroken) await client.end()
    },
  }
}

async function sleepUntil(milliseconds: number, signal: AbortSignal): Promise<void> {
  try {
    await sleep(milliseconds, undefined, { signal })
  } catch (error) {
    if ((error as Error).name !== 'AbortError') throw error
  }
}
