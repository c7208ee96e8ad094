import { setTimeout as sleep } from 'node:timers/promises'

/** Waits; ends early at the signal, without an error. */
export async function sleepUntil(milliseconds: number, signal: AbortSignal): Promise<void> {
  try {
    await sleep(milliseconds, undefined, { signal })
  } catch (error) {
    if ((error as Error).name !== 'AbortError') throw error
  }
}
