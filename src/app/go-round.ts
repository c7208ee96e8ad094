import { workspaceIds } from '#store/accounts.ts'
import { isConnectionLost } from '#store/connection-lost.ts'
import type { Door } from '#store/door.ts'
import { sleepUntil } from '#store/sleep-until.ts'

export interface RoundParts {
  door: Door
  log: (line: Record<string, unknown>) => void
  /** What the work is called in the log. */
  at: string
  /** Does some of a workspace's work; answers whether there is more. */
  work: (workspaceId: string) => Promise<boolean>
}

const LOOK_MS = 15_000

/**
 * Goes round all workspaces, again and again until the signal. What fails in one is told in the log and
 * leaves the others alone; a database that is away is waited for.
 */
export async function goRound(parts: RoundParts, signal: AbortSignal): Promise<void> {
  while (!signal.aborted) {
    try {
      await oneRound(parts, signal)
    } catch (error) {
      parts.log({ level: 'warn', at: parts.at, error: (error as Error).message })
    }
    await sleepUntil(LOOK_MS, signal)
  }
}

async function oneRound(parts: RoundParts, signal: AbortSignal): Promise<void> {
  for (let isMore = true; isMore; ) {
    isMore = false
    for (const id of await workspaceIds(parts.door)) {
      if (signal.aborted) return
      if (await workOn(parts, id)) isMore = true
    }
  }
}

async function workOn({ work, log, at }: RoundParts, id: string): Promise<boolean> {
  try {
    return await work(id)
  } catch (error) {
    if (isConnectionLost(error)) throw error
    const { message, stack } = error as Error
    log({ level: 'error', at, workspace: id, error: stack ?? message })
    return false
  }
}
