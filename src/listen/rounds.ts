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
 * Cuts a part into rounds in which every activity occurs once, so that a post, its edit and its
 * deletion in one batch happen in their order: each goes into the first round behind all rounds
 * that know its keys, or keys that one arrival gave together with them. What shares no key may
 * change places.
 */
export function cutIntoRounds(heard: readonly Heard[]): Heard[][] {
  const rounds: Heard[][] = []
  const chains = new KeyChains()
  for (const one of heard) {
    const at = chains.nextOf(one.keyHashes.map((hash) => hash.toString('latin1')))
    rounds[at] ??= []
    rounds[at].push(one)
  }
  return rounds
}

/** Keys that arrivals gave together are of one activity, and so are keys given together with those. */
class KeyChains {
  readonly #parent = new Map<string, string>()
  readonly #next = new Map<string, number>()

  /** The round for an arrival with these keys; the next one with any of them comes later. */
  nextOf(keys: readonly string[]): number {
    const firsts = keys.map((key) => this.#firstOf(key))
    const [first] = firsts
    if (first === undefined) return 0
    const at = Math.max(...firsts.map((one) => this.#next.get(one) ?? 0))
    for (const other of firsts) this.#parent.set(other, first)
    this.#next.set(first, at + 1)
    return at
  }

  #firstOf(key: string): string {
    let first = key
    for (let up = this.#parent.get(first); up !== undefined && up !== first; ) {
      first = up
      up = this.#parent.get(first)
    }
    this.#parent.set(key, first)
    return first
  }
}
