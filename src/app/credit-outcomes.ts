import { creditAfter } from '#measure/index.ts'
import type { Chance } from '#store/accounts.ts'
import { followLog, type LogParts } from './follow-log.ts'

export interface CreditParts extends LogParts {
  chance: Chance
}

/** Gives credit for outcomes as they come, woken by events, until the signal. */
export async function creditOutcomes(parts: CreditParts, signal: AbortSignal): Promise<void> {
  const { door, chance } = parts
  const consumer = {
    name: 'credit-outcomes',
    effect: (event: Parameters<typeof creditAfter>[1]) =>
      creditAfter(door, event, chance.now, signal),
  }
  await followLog(parts, consumer, signal)
}
