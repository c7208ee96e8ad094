import type { LiveTools } from '#listen/index.ts'
import { createOutside } from '#outside/outside.ts'
import type { Outside } from '#outside/ports.ts'
import { testLiveTools } from './live.ts'

/** The real way out, allowed to call servers on this machine. */
export const loopbackOutside: Outside = createOutside({
  now: () => new Date(),
  allow: [{ kind: 'host', host: '127.0.0.1', port: undefined }],
})

/** What kinds work with, over that way out. */
export function loopbackTools(more: Partial<LiveTools> = {}): LiveTools {
  return { ...testLiveTools(loopbackOutside), ...more }
}
