import type { Outside } from '#outside/ports.ts'

const notReached = { kind: 'failure', failure: 'not-reached' } as const

/** The way out of this process. */
export function openOutside(): Outside {
  return {
    fetchOutside: async () => notReached,
    openSocket: async () => notReached,
    mayFetch: async () => true,
  }
}
