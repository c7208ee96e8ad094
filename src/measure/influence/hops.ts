import type { CreditParameters } from './credit.ts'
import { pushAt } from './credit.ts'
import { firstAtOrAfter, type Timeline } from './timeline.ts'

/** Shares by actor, sparse. */
export type Shares = ReadonlyMap<number, number>

/** Shares below this, and all but the largest of an activity, are dropped. */
const SHARE_MIN = 1e-3
const SHARES_MAX = 32

/**
 * Who stands behind the touches of an actor, over several hops:
 * Gamma(v, o) = sum_i p_i [ 1{actor = v} + Gamma(v, parent(i)) ].
 * The parent is the activity that a touch's activity answers or passes on, which is behind it whole;
 * where no parent is said, what had reached the actor within the window before, each touch with its
 * share of one (theta over all types). Shares are found once an activity and kept.
 */
export class Hops {
  private readonly timeline: Timeline
  private readonly parameters: CreditParameters
  private readonly known = new Map<number, Shares>()
  /** Of each activity, the first row of the timeline that carries it. */
  private readonly rowOfActivity: ReadonlyMap<number, number>

  constructor(timeline: Timeline, parameters: CreditParameters, types: number) {
    this.timeline = timeline
    this.parameters = { ...parameters, theta: meanOverTypes(parameters, types) }
    this.rowOfActivity = firstRows(timeline)
  }

  /** Shares of those behind the touch in a row of the timeline, its own actor left out. */
  behind(row: number, hops: number): Shares {
    if (hops <= 0) return NOBODY
    const key = row * 16 + hops
    const known = this.known.get(key)
    if (known !== undefined) return known
    // Loops of activities that answer each other end here.
    this.known.set(key, NOBODY)
    const shares = this.find(row, hops)
    this.known.set(key, shares)
    return shares
  }

  private find(row: number, hops: number): Shares {
    const { touches } = this.timeline
    const sums = new Map<number, number>()
    const parent = touches.parent[row] ?? -1
    if (parent >= 0) {
      const of = this.rowOfActivity.get(parent)
      if (of === undefined) return NOBODY
      this.add(sums, of, 1, hops)
    } else this.addWhatReached(sums, touches.actor[row] as number, touches.t[row] as number, hops)
    return pruned(sums)
  }

  /** Adds what had reached a person before an instant, each touch with its part. */
  private addWhatReached(sums: Map<number, number>, person: number, t: number, hops: number): void {
    const { start, touches } = this.timeline
    const to = start[person + 1] as number
    const oldest = t - this.parameters.windowDays * 86_400
    const from = firstAtOrAfter(touches.t, start[person] as number, to, oldest)
    const until = firstAtOrAfter(touches.t, from, to, t)
    const parts: number[] = []
    let all = 1
    for (let i = from; i < until; i++) {
      const touch = {
        t: touches.t[i] as number,
        actor: touches.actor[i] as number,
        channel: touches.channel[i] as number,
      }
      const part = pushAt(this.parameters, 0, t, touch)
      parts.push(part)
      all += part
    }
    parts.forEach((part, i) => {
      if (part / all >= SHARE_MIN) this.add(sums, from + i, part / all, hops)
    })
  }

  private add(sums: Map<number, number>, row: number, share: number, hops: number): void {
    const actor = this.timeline.touches.actor[row] as number
    sums.set(actor, (sums.get(actor) ?? 0) + share)
    for (const [other, part] of this.behind(row, hops - 1)) {
      sums.set(other, (sums.get(other) ?? 0) + share * part)
    }
  }
}

const NOBODY: Shares = new Map()

function meanOverTypes({ theta, channels }: CreditParameters, types: number): Float64Array {
  const mean = new Float64Array(channels)
  theta.forEach((one, k) => {
    mean[k % channels] = (mean[k % channels] as number) + one / Math.max(1, types)
  })
  return mean
}

function firstRows({ touches }: Timeline): Map<number, number> {
  const rows = new Map<number, number>()
  touches.activity.forEach((activity, row) => {
    if (activity >= 0 && !rows.has(activity)) rows.set(activity, row)
  })
  return rows
}

function pruned(sums: Map<number, number>): Shares {
  const kept = [...sums].filter(([, share]) => share >= SHARE_MIN)
  if (kept.length <= SHARES_MAX) return new Map(kept)
  return new Map(kept.sort(([a, x], [b, y]) => y - x || a - b).slice(0, SHARES_MAX))
}
