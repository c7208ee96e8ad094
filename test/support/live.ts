import { randomFillSync } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import type { LiveTools } from '#listen/index.ts'
import type { Outside } from '#outside/ports.ts'

/** An outside in which nothing answers. */
export const silentOutside: Outside = {
  fetchOutside: async () => ({ kind: 'failure', failure: 'not-reached' }),
  openSocket: async () => ({ kind: 'failure', failure: 'not-reached' }),
  mayFetch: async () => true,
}

/** Waits; ends early at the signal, without an error. */
async function waitFor(milliseconds: number, signal: AbortSignal): Promise<void> {
  await sleep(milliseconds, undefined, { signal }).catch((error: Error) => {
    if (error.name !== 'AbortError') throw error
  })
}

/** What kinds work with, by the real clock, over the outside given. */
export function testLiveTools(outside: Outside = silentOutside): LiveTools {
  return {
    outside,
    now: () => new Date(),
    random: (into) => void randomFillSync(into),
    sleep: waitFor,
  }
}
