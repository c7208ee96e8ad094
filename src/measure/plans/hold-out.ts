import type { Transaction } from '#store/door.ts'
import type { ChangeInWorkspace } from '#understand/index.ts'
import { assignEngagement } from '../experiments/index.ts'

export type Verdict = 'engage' | 'held-out' | 'not-to-be-contacted'

/**
 * The seam to experiments: of people (roots) who were chosen, whether each is to be engaged now. Whom
 * the running experiment holds out is not; those given an arm are written down by it.
 */
export async function verdictsOf(
  tx: Transaction,
  roots: readonly string[],
  change: ChangeInWorkspace,
): Promise<Map<string, Verdict>> {
  const assigned = await assignEngagement(tx, { people: roots, channelId: null }, change)
  return new Map(
    assigned.map(({ personId, decision }) => {
      if (decision === 'hold-out') return [personId, 'held-out']
      return [personId, decision === 'never' ? 'not-to-be-contacted' : 'engage']
    }),
  )
}
