import { type Chance, workspaceIds } from '#store/accounts.ts'
import type { Bell } from '#store/bell.ts'
import { isConnectionLost } from '#store/connection-lost.ts'
import type { Door } from '#store/door.ts'
import {
  bringBackCandidates,
  createPeopleCount,
  matchDue,
  noteWhoWrote,
  type PeopleCount,
} from '#understand/index.ts'

export interface MatchParts {
  door: Door
  bell: Bell
  chance: Chance
  log: (line: Record<string, unknown>) => void
}

/** Accounts are looked for this often even when nobody calls: a pair that was put off may be due. */
const LOOK_MS = 60_000
const AFTER_FAILURE_MS = 2_000
/** Pairs whose accounts have written since are looked for this often. */
const WROTE_MS = 10 * 60_000

/**
 * Compares accounts that are new or changed with all others, woken by events, until the signal. A few
 * at a time, so that requests are served in between.
 */
export async function matchPeople(parts: MatchParts, signal: AbortSignal): Promise<void> {
  const follower = parts.bell.follow()
  const countPeople = createPeopleCount()
  let waitMs = 0
  let wroteAtMs = 0
  while (!signal.aborted) {
    await follower.wait(waitMs, signal)
    try {
      const nowMs = parts.chance.now().getTime()
      if (nowMs - wroteAtMs >= WROTE_MS) {
        await noteAllWhoWrote(parts)
        wroteAtMs = nowMs
      }
      await matchRound(parts, countPeople, signal)
      waitMs = LOOK_MS
    } catch (error) {
      // The database is away for a moment; everything stands where it stood.
      parts.log({ level: 'warn', at: 'match', error: (error as Error).message })
      waitMs = AFTER_FAILURE_MS
    }
  }
  follower.end()
}

/** Goes round all workspaces, some accounts each, until nobody waits. */
async function matchRound(
  parts: MatchParts,
  countPeople: PeopleCount,
  signal: AbortSignal,
): Promise<void> {
  const { door, chance } = parts
  let isBusy = true
  while (isBusy) {
    isBusy = false
    for (const id of await workspaceIds(door)) {
      if (signal.aborted) return
      if (await matchSome(parts, id, countPeople)) isBusy = true
    }
  }
  for (const id of await workspaceIds(door)) {
    await door.inWorkspace(id, (tx) => bringBackCandidates(tx, chance.now()), 'background')
  }
}

async function noteAllWhoWrote({ door, chance }: MatchParts): Promise<void> {
  for (const id of await workspaceIds(door)) {
    await door.inWorkspace(id, (tx) => noteWhoWrote(tx, chance.now()), 'background')
  }
}

/** A fault in one workspace leaves the others alone. */
async function matchSome(
  { door, chance, log }: MatchParts,
  id: string,
  countPeople: PeopleCount,
): Promise<boolean> {
  try {
    return (await matchDue(door, id, chance, countPeople)) !== undefined
  } catch (error) {
    if (isConnectionLost(error)) throw error
    const { message, stack } = error as Error
    log({ level: 'error', at: 'match', workspace: id, error: stack ?? message })
    return false
  }
}
