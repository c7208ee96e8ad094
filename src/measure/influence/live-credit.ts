import { DAY_SECONDS } from './columns.ts'
import { type CreditParameters, type CreditTouch, creditOutcome } from './credit.ts'

/** Parts of an outcome as it arrives. */
export interface LiveCredit {
  touches: readonly CreditTouch[]
  parts: Float64Array
  background: number
}

/** Posts kept of each author. */
const POSTS_KEPT = 8

/**
 * Gives credit as outcomes arrive, by pulling: what reached a person is looked up when the person acts
 * and not fanned out before. Touches are kept as long as the window; of each author the last eight
 * posts are kept for those who follow. The same parts as in a file at the same parameters.
 */
export class CreditAsItArrives {
  private readonly parameters: CreditParameters
  private readonly touchesOf = new Map<number, CreditTouch[]>()
  private readonly postsOf = new Map<number, CreditTouch[]>()
  private readonly followedBy = new Map<number, Set<number>>()

  constructor(parameters: CreditParameters) {
    this.parameters = parameters
  }

  /** Something reached a person; the order of arrival doesn't matter. */
  hearTouch(person: number, touch: CreditTouch): void {
    if (touch.actor === person) return
    const kept = this.touchesOf.get(person)
    if (kept === undefined) this.touchesOf.set(person, [touch])
    else kept.push(touch)
  }

  /** An author posted: it reaches whoever follows, when they act. */
  hearPost(post: CreditTouch): void {
    const kept = this.postsOf.get(post.actor) ?? []
    this.postsOf.set(post.actor, kept)
    if (kept.length === POSTS_KEPT) kept.shift()
    kept.push(post)
  }

  follow(person: number, author: number): void {
    const followed = this.followedBy.get(person) ?? new Set()
    this.followedBy.set(person, followed)
    followed.add(author)
  }

  /** Whose part an outcome is, now that it has happened. */
  creditNow(person: number, type: number, t: number): LiveCredit {
    const touches = this.recent(person, t)
    for (const author of this.followedBy.get(person) ?? []) {
      touches.push(...(this.postsOf.get(author) ?? []))
    }
    return { touches, ...creditOutcome(this.parameters, type, t, touches) }
  }

  /** Touches that may still count; those out of the window by far are forgotten. */
  private recent(person: number, t: number): CreditTouch[] {
    const kept = this.touchesOf.get(person) ?? []
    const oldest = t - this.parameters.windowDays * DAY_SECONDS
    // Late news may bring an earlier outcome: twice the window is kept.
    const forgotten = oldest - this.parameters.windowDays * DAY_SECONDS
    if (kept.some((touch) => touch.t < forgotten)) {
      this.touchesOf.set(
        person,
        kept.filter((touch) => touch.t >= forgotten),
      )
    }
    return kept.filter((touch) => touch.t >= oldest && touch.t < t)
  }
}
