import type { Heard } from './batch.ts'

/**
 * Cuts a batch into rounds in which every source key occurs once, so that a post, its edit and its
 * deletion in one batch happen in their order. An account's deletion is a round of its own.
 */
export function cutIntoRounds(heard: readonly Heard[]): Heard[][] {
  const rounds: Heard[][] = []
  let round: Heard[] = []
  let seen = new Set<string>()
  const close = () => {
    if (round.length > 0) rounds.push(round)
    round = []
    seen = new Set()
  }
  for (const one of heard) {
    const keys = one.keyHashes.map((hash) => hash.toString('latin1'))
    const alone = one.arrival.kind === 'account-deletion'
    if (alone || keys.some((key) => seen.has(key))) close()
    round.push(one)
    for (const key of keys) seen.add(key)
    if (alone) close()
  }
  close()
  return rounds
}
