import { engagementsAfter } from '#measure/index.ts'
import type { Chance } from '#store/accounts.ts'
import { followLog, type LogParts } from './follow-log.ts'

/**
 * Sees whom of an experiment we engaged, by what colleagues do and say, until the signal; so nobody has to
 * tell it.
 */
export function seeEngagementsAsTheyCome(
  parts: LogParts & { chance: Chance },
  signal: AbortSignal,
): Promise<void> {
  const { door, chance } = parts
  const consumer = {
    name: 'see-engagements',
    effect: (event: Parameters<typeof engagementsAfter>[1]) =>
      engagementsAfter(door, event, chance.now()),
  }
  return followLog(parts, consumer, signal)
}
