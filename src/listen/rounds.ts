import type { Heard } from './batch.ts'

/**
 * Cuts a batch at the deletions of accounts: each is a part of its own, behind everything before it
 * and before everything behind it.
 */
export function cutAtAccountDeletions(heard: readonly Heard[]): Heard[][] {
  const parts: Heard[][] = [[]]
  for (const one of heard) {
    if (one.arrival.kind === 'account-deletion') parts.push([one], [])
    else parts.at(-1)?.push(one)
  }
  return parts.filter((part) => part.length > 0)
}

/**
 * Cuts a part into rounds in which every source key occurs once, so that a post, its edit and its
 * deletion in one batch happen in their order: each goes into the first round behind all rounds
 * that know its keys. What shares no key may change places.
 */
export function cutIntoRounds(heard: readonly Heard[]): Heard[][] {
  const rounds: Heard[][] = []
  const nextOf = new Map<string, number>()
  for (const one of heard) {
    const keys = one.keyHashes.map((hash) => hash.toString('latin1'))
    const at = Math.max(0, ...keys.map((key) => nextOf.get(key) ?? 0))
    rounds[at] ??= []
    rounds[at].push(one)
    for (const key of keys) nextOf.set(key, at + 1)
  }
  return rounds
}
