import { type AlertChance, alertEffect, lookForSurges } from '#listen/index.ts'
import { type Chance, workspaceIds } from '#store/accounts.ts'
import type { Bell } from '#store/bell.ts'
import type { Door } from '#store/door.ts'
import { areEventsWaiting, dropPassingEvents } from '#store/event-log.ts'
import { openConsumer } from '#store/take-events.ts'

export interface FollowParts {
  door: Door
  bell: Bell
  chance: Chance
  log: (line: Record<string, unknown>) => void
}

const LOOK_MS = 30_000
/** While a transaction that began before a change still runs: nobody calls when it ends. */
const LOOK_AGAIN_MS = 250
const AFTER_FAILURE_MS = 2_000
const DROP_EVERY_MS = 3_600_000

/** Does what follows from changes, and clears away what nobody needs any more, until the signal. */
export async function followEvents(parts: FollowParts, signal: AbortSignal): Promise<void> {
  const follower = parts.bell.follow()
  const round = openRound(parts, signal)
  let waitMs = 0
  while (!signal.aborted) {
    await follower.wait(waitMs, signal)
    try {
      const isMoreWaiting = await areEventsWaiting(parts.door)
      await round()
      waitMs = isMoreWaiting ? LOOK_AGAIN_MS : LOOK_MS
    } catch (error) {
      // The database is away for a moment; everything stands where it stood.
      parts.log({ level: 'warn', at: 'follow-events', error: (error as Error).message })
      waitMs = AFTER_FAILURE_MS
    }
  }
  follower.end()
}

function openRound(parts: FollowParts, signal: AbortSignal): () => Promise<void> {
  const { door, log } = parts
  const chance: AlertChance = {
    ...parts.chance,
    onTrouble: (search, error) =>
      log({ level: 'error', at: 'alerts', search, error: error.stack ?? error.message }),
  }
  const due = new Set<string>()
  let isFilled = false
  const effect = alertEffect(chance, (workspaceId) => due.add(workspaceId))
  const alerts = openConsumer(door, 'alerts', effect, (event, error) =>
    log({ level: 'error', at: 'alerts', event: `${event.xid}-${event.id}`, error: error.stack }),
  )
  let droppedAtMs = 0
  return async () => {
    // What an earlier process left to look at stands with the searches.
    if (!isFilled) for (const id of await workspaceIds(door)) due.add(id)
    isFilled = true
    while (!signal.aborted && (await alerts.takeNext()) > 0);
    for (const workspaceId of due) {
      if (signal.aborted) return
      if (!(await lookForSurges(door, workspaceId, chance))) due.delete(workspaceId)
    }
    const now = chance.now()
    if (now.getTime() - droppedAtMs < DROP_EVERY_MS) return
    while (!signal.aborted && (await dropPassingEvents(door, now)) > 0);
    droppedAtMs = now.getTime()
  }
}
