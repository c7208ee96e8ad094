import { setTimeout as sleep } from 'node:timers/promises'
import type { LiveTools } from '#listen/index.ts'
import type { Outside } from '#outside/ports.ts'
import { systemRandom } from './listening.ts'

/** The real clock and chance, over a way out. */
export function composeLiveTools(outside: Outside): LiveTools {
  return { outside, now: () => new Date(), random: systemRandom, sleep: sleepUntilSignal }
}

/** Waits; ends early at the signal, without an error. */
async function sleepUntilSignal(milliseconds: number, signal: AbortSignal): Promise<void> {
  try {
    await sleep(milliseconds, undefined, { signal })
  } catch (error) {
    if ((error as Error).name !== 'AbortError') throw error
  }
}
