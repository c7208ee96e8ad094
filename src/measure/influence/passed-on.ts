import { addUp, type Doubt, type LineSum, type SharesByLine } from './add-up.ts'
import type { CaseTouches } from './case-touches.ts'
import { type CreditParameters, creditOutcome } from './credit.ts'
import { Hops } from './hops.ts'
import type { Study } from './study.ts'
import type { Timeline } from './timeline.ts'

/**
 * Credit that flows on to those behind the touches of others, by actor, with its interval; absent with
 * one hop.
 */
export function passedOnBy(
  { sets }: Study,
  parameters: CreditParameters,
  timeline: Timeline,
  touches: CaseTouches,
  types: number,
  wish: { hops: number; bootstrap: number; seed: number; level: number },
  doubt: Doubt,
): Map<number, LineSum> | undefined {
  if (wish.hops <= 1) return undefined
  const hops = new Hops(timeline, parameters, types)
  const shares = new PassedOnShares()
  const count = touches.event.length
  for (let first = 0; first < count; ) {
    const e = touches.event[first] as number
    let last = first
    while (last < count && touches.event[last] === e) last++
    const rows = touches.touch.subarray(first, last)
    const seen = Array.from(rows, (row) => ({
      t: timeline.touches.t[row] as number,
      actor: timeline.touches.actor[row] as number,
      channel: timeline.touches.channel[row] as number,
    }))
    const { type, t } = sets
    const { parts } = creditOutcome(parameters, type[e] as number, t[e] as number, seen)
    const person = sets.people[sets.start[e] as number] as number
    rows.forEach((row, i) => {
      const channel = seen[i]?.channel ?? 0
      for (const [actor, share] of hops.behind(row, wish.hops - 1)) {
        shares.add({ person, outcome: e, actor, channel }, (parts[i] as number) * share)
      }
    })
    first = last
  }
  const sums = addUp(shares.columns(), doubt, {
    ...{ replicates: wish.bootstrap, seed: wish.seed, level: wish.level },
  })
  return new Map(shares.actors.map((actor, line) => [actor, sums[line] as LineSum]))
}

/** Shares of outcomes by those behind the touches that brought them about. */
class PassedOnShares {
  /** By line. */
  readonly actors: number[] = []
  readonly #lines = new Map<number, number>()
  readonly #people = new Map<number, number>()
  readonly #person: number[] = []
  readonly #outcome: number[] = []
  readonly #line: number[] = []
  readonly #channel: number[] = []
  readonly #share: number[] = []

  add(
    of: { person: number; outcome: number; actor: number; channel: number },
    share: number,
  ): void {
    if (share === 0) return
    const line = this.#lines.get(of.actor) ?? this.actors.push(of.actor) - 1
    this.#lines.set(of.actor, line)
    const person = this.#people.get(of.person) ?? this.#people.size
    this.#people.set(of.person, person)
    this.#person.push(person)
    this.#outcome.push(of.outcome)
    this.#line.push(line)
    this.#channel.push(of.channel)
    this.#share.push(share)
  }

  columns(): SharesByLine {
    return {
      ...{ person: Int32Array.from(this.#person), outcome: Int32Array.from(this.#outcome) },
      ...{ line: Int32Array.from(this.#line), channel: Int32Array.from(this.#channel) },
      share: Float64Array.from(this.#share),
      people: this.#people.size,
      outcomes: this.#outcome.length,
      lines: this.actors.length,
    }
  }
}
