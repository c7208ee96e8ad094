import type { Transaction } from '#store/door.ts'
import { correctedColumns, type StoredReading } from './reading-columns.ts'
import { standingCorrections } from './standing-corrections.ts'
import { standingVotes } from './votes/standing-votes.ts'
import { votedColumns } from './votes/voted-columns.ts'

/**
 * Readings as they are shown: what the model that reads says, votes of a language model where it left
 * parts open, and what members corrected over both.
 */
export async function shownReadings(
  tx: Transaction,
  workspaceId: string,
  said: readonly StoredReading[],
): Promise<StoredReading[]> {
  const ids = said.map(({ activityId }) => activityId)
  const votes = await standingVotes(tx, workspaceId, ids)
  const corrections = await standingCorrections(tx, workspaceId, ids)
  return said.map((reading) => {
    const { truth = {}, by = null } = corrections.get(reading.activityId) ?? {}
    const voted = votedColumns(reading.columns, votes.get(reading.activityId))
    return { ...reading, columns: correctedColumns(voted, truth), correctedBy: by }
  })
}
