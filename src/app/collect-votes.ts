import { workspaceIds } from '#store/accounts.ts'
import { isConnectionLost } from '#store/connection-lost.ts'
import { sleepUntil } from '#store/sleep-until.ts'
import { takeVotes, type VoteParts } from '#understand/index.ts'

export interface CollectParts extends VoteParts {
  log: (line: Record<string, unknown>) => void
}

const LOOK_MS = 15_000

/**
 * Asks the language models of all workspaces that have one about what readers leave open, one request
 * at a time, until the signal. What fails is told where the model is set up, or in the log, and stops
 * nothing else.
 */
export async function collectVotes(parts: CollectParts, signal: AbortSignal): Promise<void> {
  while (!signal.aborted) {
    try {
      await collectRound(parts, signal)
    } catch (error) {
      // The database is away for a moment; everything stands where it stood.
      parts.log({ level: 'warn', at: 'votes', error: (error as Error).message })
    }
    await sleepUntil(LOOK_MS, signal)
  }
}

/** Goes round all workspaces, a request each, until none has more to ask. */
async function collectRound(parts: CollectParts, signal: AbortSignal): Promise<void> {
  let isAsking = true
  while (isAsking) {
    isAsking = false
    for (const id of await workspaceIds(parts.door)) {
      if (signal.aborted) return
      if (await asksMore(parts, id, signal)) isAsking = true
    }
  }
}

/** A fault in one workspace leaves the others alone. */
async function asksMore(parts: CollectParts, id: string, signal: AbortSignal): Promise<boolean> {
  try {
    return await takeVotes(parts, id, signal)
  } catch (error) {
    if (isConnectionLost(error)) throw error
    const { message, stack } = error as Error
    parts.log({ level: 'error', at: 'votes', workspace: id, error: stack ?? message })
    return false
  }
}
