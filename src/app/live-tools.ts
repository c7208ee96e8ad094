import type { LiveTools } from '#listen/index.ts'
import type { Outside } from '#outside/ports.ts'
import { sleepUntil } from '#store/sleep-until.ts'
import { systemRandom } from './listening.ts'

/** The real clock and chance, over a way out. */
export function composeLiveTools(outside: Outside): LiveTools {
  return { outside, now: () => new Date(), random: systemRandom, sleep: sleepUntil }
}
