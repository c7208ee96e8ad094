import { takeVotes, type VoteParts } from '#understand/index.ts'
import { goRound } from './go-round.ts'

export interface CollectParts extends VoteParts {
  log: (line: Record<string, unknown>) => void
}

/**
 * Asks the language models of all workspaces that have one about what readers leave open, one request
 * at a time, until the signal. What fails is told where the model is set up, or in the log, and stops
 * nothing else.
 */
export function collectVotes(parts: CollectParts, signal: AbortSignal): Promise<void> {
  const { door, log } = parts
  return goRound({ door, log, at: 'votes', work: (id) => takeVotes(parts, id, signal) }, signal)
}
