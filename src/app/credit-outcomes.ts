import { creditAfter } from '#measure/index.ts'
import type { Chance } from '#store/accounts.ts'
import { type FollowingParts, followInTurn } from './follow-in-turn.ts'

/**
 * Gives credit for outcomes as they come, until the signal; an event is taken once its credit is written.
 */
export function creditOutcomes(
  parts: FollowingParts & { chance: Chance },
  signal: AbortSignal,
): Promise<void> {
  const { door, chance } = parts
  const work = {
    consumer: 'credit-outcomes',
    effect: (event: Parameters<typeof creditAfter>[1], until: AbortSignal) =>
      creditAfter(door, event, chance.now, until),
  }
  return followInTurn(parts, work, signal)
}
