import { engagementsAfter } from '#measure/index.ts'
import type { Chance } from '#store/accounts.ts'
import { type FollowingParts, followInTurn } from './follow-in-turn.ts'

/**
 * Sees whom of an experiment we engaged, by what colleagues do and say, until the signal; so nobody has to
 * tell it.
 */
export function seeEngagementsAsTheyCome(
  parts: FollowingParts & { chance: Chance },
  signal: AbortSignal,
): Promise<void> {
  const { door, chance } = parts
  const work = {
    consumer: 'see-engagements',
    effect: (event: Parameters<typeof engagementsAfter>[1]) =>
      engagementsAfter(door, event, chance.now()),
  }
  return followInTurn(parts, work, signal)
}
