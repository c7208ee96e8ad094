import type { Transaction } from '#store/door.ts'
import { INFLUENCE_DEFAULTS } from '../influence/measure-influence.ts'
import { touchesIn } from '../live/credit-people.ts'
import { accountsOf } from '../touches/people-of-handles.ts'
import { rootsOf } from './name-people.ts'
import type { Run } from './read-run.ts'
import type { Scope } from './scope.ts'
import type { Step } from './trace-back.ts'

/** More are not listed: the latest stand for them. */
const PRECEDING_MAX = 40

/**
 * What had reached whoever had an outcome within the window before it, without any share: the latest, the
 * oldest of them first. Before the first measurement the window is the usual one.
 */
export async function readPreceding(
  tx: Transaction,
  scope: Scope,
  run: Pick<Run, 'parameters'> | null,
  { handleId, at }: { handleId: string; at: Date },
): Promise<Step[]> {
  const roots = await rootsOf(tx, [handleId])
  const accounts = await accountsOf(tx, [...roots.values()])
  if (accounts.length === 0) return []
  const windowDays = Number(run?.parameters.windowDays ?? INFLUENCE_DEFAULTS.windowDays)
  const counted = { topicId: scope.topic?.id ?? null, parameters: { windowDays } }
  const touches = await touchesIn(tx, counted, accounts, at)
  const latest = [...touches].sort((a, b) => a.at.getTime() - b.at.getTime()).slice(-PRECEDING_MAX)
  return latest.map(
    ({ activityId, evidenceId, kind, level, at: reachedAt, actorHandleId, channelId }, number) => ({
      ...{ number, parent: null, hop: 1, share: 0, kind, level, reachedAt },
      ...{ activityId, evidenceId, actorHandleId, channelId },
    }),
  )
}
