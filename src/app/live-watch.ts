import { openBell } from '#store/bell.ts'
import { isConnectionLost } from '#store/connection-lost.ts'
import type { Connection, Door } from '#store/door.ts'
import { type EventPosition, readEventsAfter, readHorizon } from '#store/event-log.ts'
import { type HeldLock, openLock } from '#store/held-lock.ts'
import { LOCKS } from '#store/locks.ts'
import { sleepUntil } from '#store/sleep-until.ts'
import type { LiveListening } from '#stream/live-listening.ts'

export interface WatchParts {
  door: Door
  connection: Connection
  live: LiveListening
  onFailure(what: string, error: Error): void
  /** Told when another process listens, and when this one begins. */
  onTurn(isOurs: boolean): void
}

/** The lock is asked for this often, and changes are looked for even when nobody calls. */
const LOOK_MS = 1_000
/** While a transaction that began before a change still runs: nobody calls when it ends. */
const LOOK_AGAIN_MS = 100
/** After a call a little is waited for others: a batch makes many. */
const GATHER_MS = 100
const AFTER_FAILURE_MS = 1_000
const EVENTS_AT_ONCE = 500

/** How far the changes are followed. */
interface Progress {
  /** Undefined where all is to be read anew. */
  place: EventPosition | undefined
  /** Workspaces that are to be brought up, or could not be. */
  due: Set<string>
}

/**
 * Holds listening while this process holds the listener's lock, and brings it up to every change of
 * channels and topics. While the database is away listening goes on (the spool takes what comes);
 * when it is back and another process took the lock meanwhile, this one falls silent and waits. At
 * the signal it ends listening for good, and only then lets the next process begin.
 */
export async function watchLive(parts: WatchParts, signal: AbortSignal): Promise<void> {
  const bell = await openBell(parts.connection)
  const follower = bell.follow()
  const turn = openTurn(parts)
  try {
    while (!signal.aborted) {
      try {
        const isWaiting = await turn.take()
        await follower.wait(isWaiting ? LOOK_AGAIN_MS : LOOK_MS, signal)
        await sleepUntil(GATHER_MS, signal)
      } catch (error) {
        parts.onFailure('database', error as Error)
        await sleepUntil(AFTER_FAILURE_MS, signal)
      }
    }
    await parts.live.stop()
  } finally {
    await turn.end()
    follower.end()
    await bell.close()
  }
}

/** The turn of this process to listen, as long as it holds the lock. */
function openTurn(parts: WatchParts) {
  const progress: Progress = { place: undefined, due: new Set() }
  let lock: HeldLock | undefined
  let isOurs: boolean | undefined
  return {
    /** Looks whose turn it is and keeps up where it is ours; true: a change can not be seen yet. */
    take: async (): Promise<boolean> => {
      if (lock?.isStanding() !== true) {
        await lock?.close()
        lock = undefined
        lock = await openLock(parts.connection, LOCKS.listener)
      }
      const wasOurs = isOurs
      if (lock.isHeld() || (await lock.take())) {
        isOurs = true
        // What was told while nobody listened is found from the place reached.
        return keepUp(parts, progress)
      }
      progress.place = undefined
      if (wasOurs !== false) await fallSilent(parts)
      isOurs = false
      return false
    },
    end: async (): Promise<void> => lock?.close(),
  }
}

async function fallSilent({ live, onTurn }: WatchParts): Promise<void> {
  if (live.isListening) await live.hush()
  onTurn(false)
}

/** Answers whether more is written that can not be seen yet. */
async function keepUp(parts: WatchParts, progress: Progress): Promise<boolean> {
  const { door, live } = parts
  let place = live.isListening ? progress.place : undefined
  place ??= await beginAnew(parts, progress)
  await bringUp(parts, progress.due)
  for (;;) {
    const { events, isWaiting } = await readEventsAfter(door, place, EVENTS_AT_ONCE)
    const last = events.at(-1)
    if (last === undefined) return isWaiting
    for (const { workspaceId } of events.filter(isOfChannels)) progress.due.add(workspaceId)
    await bringUp(parts, progress.due)
    for (const { name, subjectId } of events) {
      if (name === 'channel.look-asked' && subjectId !== null) live.lookNow(subjectId)
    }
    place = { xid: last.xid, id: last.id }
    progress.place = place
    if (isWaiting) return true
  }
}

/** Begins, or looks at everything again where it is not known how far changes were followed. */
async function beginAnew(
  { door, live, onTurn }: WatchParts,
  progress: Progress,
): Promise<EventPosition> {
  const place = await readHorizon(door)
  progress.due = new Set(await workspaceIds(door))
  if (!live.isListening) {
    onTurn(true)
    await live.begin([])
  }
  progress.place = place
  return place
}

/** One workspace that cannot be read holds up no other: it stays due. */
async function bringUp({ live, onFailure }: WatchParts, due: Set<string>): Promise<void> {
  for (const id of [...due]) {
    try {
      await live.refresh(id)
      due.delete(id)
    } catch (error) {
      if (isConnectionLost(error)) throw error
      onFailure('workspace', error as Error)
    }
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
