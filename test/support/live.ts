import { randomFillSync } from 'node:crypto'
import type { LiveTools } from '#listen/index.ts'
import type { Outside } from '#outside/ports.ts'
import { sleepUntil } from '#store/sleep-until.ts'

/** An outside in which nothing answers. */
export const silentOutside: Outside = {
  fetchOutside: async () => ({ kind: 'failure', failure: 'not-reached' }),
  openSocket: async () => ({ kind: 'failure', failure: 'not-reached' }),
  mayFetch: async () => true,
}

/** What kinds work with, by the real clock, over the outside given. */
export function testLiveTools(outside: Outside = silentOutside): LiveTools {
  return {
    outside,
    now: () => new Date(),
    random: (into) => void randomFillSync(into),
    sleep: sleepUntil,
  }
}
