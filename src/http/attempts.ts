/** At most so many failures within so long. */
export interface AttemptRule {
  failuresMax: number
  windowMs: number
}

/** Keys remembered at once; beyond, the oldest are forgotten. */
const KEYS_MAX = 100_000

/**
 * Counts failed attempts by key in a sliding window. An attempt counts as failed from its beginning
 * until it is known to have succeeded, so that guesses side by side are counted as well.
 */
export class Attempts {
  readonly #rule: AttemptRule
  readonly #now: () => Date
  readonly #times = new Map<string, number[]>()

  constructor(rule: AttemptRule, now: () => Date) {
    this.#rule = rule
    this.#now = now
  }

  /** Begins an attempt; answers how many ms to wait, 0 when it may go ahead. */
  begin(key: string): number {
    const now = this.#now().getTime()
    const recent = (this.#times.get(key) ?? []).filter((at) => now - at < this.#rule.windowMs)
    const [oldest = now] = recent
    if (recent.length >= this.#rule.failuresMax) return oldest + this.#rule.windowMs - now
    recent.push(now)
    this.#times.delete(key)
    this.#times.set(key, recent)
    this.#forgetOldest()
    return 0
  }

  /** Takes back the latest attempt: it succeeded, or was not one. */
  takeBack(key: string): void {
    this.#times.get(key)?.pop()
  }

  #forgetOldest(): void {
    if (this.#times.size <= KEYS_MAX) return
    const [oldest] = this.#times.keys()
    if (oldest !== undefined) this.#times.delete(oldest)
  }
}
