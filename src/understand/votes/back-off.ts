import type { VoteFailure } from '#vocabulary/index.ts'
import type { VoteTrouble } from './ask-model.ts'

const FIRST_MS = 30_000
const MOST_MS = 60 * 60_000

/** Waiting does not mend these; changed settings do, and they try at once. */
const LASTING: readonly VoteFailure[] = [
  'unauthorised',
  'wrong-address',
  'address-refused',
  'key-unreadable',
]

/**
 * How long to wait after so many failures in a row: half a minute, doubled each time, an hour at most
 * and for what waiting does not mend; longer only where the other side asks for it, up to the hour.
 */
export function backOffMs({ failure, waitMs = 0 }: VoteTrouble, failuresInRow: number): number {
  if (LASTING.includes(failure)) return MOST_MS
  const doubled = FIRST_MS * 2 ** Math.min(failuresInRow - 1, 20)
  return Math.min(MOST_MS, Math.max(doubled, waitMs))
}
