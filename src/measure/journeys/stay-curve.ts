import { ENDINGS, ONGOING, rowsAt, type Stays } from './stays.ts'

/** A figure in days and the interval in which the true one lies 95 times in 100; null is never reached. */
export interface DaysFigure {
  days: number
  low: number
  high: number | null
}

/** How long people stay at one stage and where they go from there; one entry for each time at which a stay ended. */
export interface StayCurve {
  /** Stays begun, and those of them that ended within what was seen. */
  begun: number
  ended: number
  /** Days after which a stay ended, going up. */
  days: Float64Array
  atRisk: Float64Array
  /** Share still there just after (Kaplan-Meier). */
  staying: Float64Array
  /** Variance of its logarithm (Greenwood). */
  logVariance: Float64Array
  /** Share gone to each ending by then (Aalen-Johansen), a column for each of ENDINGS. */
  gone: Float64Array[]
  /** How many were seen to go there. */
  wentTo: Float64Array
  /** The longest that anybody was watched, at most the horizon. */
  watchedDays: number
}

/**
 * The stay at one stage, right-censored. Kaplan & Meier 1958 for staying; Aalen & Johansen 1978 for
 * where people go, each ending competing with the others, so that the shares gone and the share that
 * stays add up to one at every time. What lasts longer than `horizonDays` is watched until then.
 */
export function measureStay(stays: Stays, stage: number, horizonDays: number): StayCurve {
  const rows = rowsAt(stays, stage)
  const times = endTimes(stays, rows, horizonDays)
  const curve = emptyCurve(times)
  for (const row of rows) {
    curve.begun += stays.stays[row] as number
    const watched = Math.min(stays.days[row] as number, horizonDays)
    curve.watchedDays = Math.max(curve.watchedDays, watched)
  }
  const before = { atRisk: curve.begun, staying: 1, logVariance: 0 }
  let read = 0
  for (const [step, time] of times.entries()) {
    while (read < rows.length && (stays.days[rows[read] as number] as number) < time) {
      before.atRisk -= stays.stays[rows[read++] as number] as number
    }
    const ended = new Float64Array(ENDINGS.length)
    for (let at = read; at < rows.length; at++) {
      const row = rows[at] as number
      if ((stays.days[row] as number) > time) break
      const next = stays.next[row] as number
      if (next !== ONGOING) ended[next] = (ended[next] as number) + (stays.stays[row] as number)
    }
    stepOn(curve, step, ended, before)
  }
  return curve
}

function stepOn(
  curve: StayCurve,
  step: number,
  ended: Float64Array,
  before: { atRisk: number; staying: number; logVariance: number },
): void {
  const all = ended.reduce((sum, count) => sum + count, 0)
  const { atRisk, staying } = before
  for (const [ending, count] of ended.entries()) {
    const gone = curve.gone[ending] as Float64Array
    gone[step] = (gone[step - 1] ?? 0) + (staying * count) / atRisk
    curve.wentTo[ending] = (curve.wentTo[ending] as number) + count
  }
  before.staying = staying * (1 - all / atRisk)
  before.logVariance += all === atRisk ? Number.POSITIVE_INFINITY : all / (atRisk * (atRisk - all))
  curve.atRisk[step] = atRisk
  curve.staying[step] = before.staying
  curve.logVariance[step] = before.logVariance
  curve.ended += all
}

function endTimes(stays: Stays, rows: Uint32Array, horizonDays: number): Float64Array {
  const times = new Set<number>()
  for (const row of rows) {
    const days = stays.days[row] as number
    if (stays.next[row] !== ONGOING && days <= horizonDays) times.add(days)
  }
  return Float64Array.from(times).sort()
}

function emptyCurve(days: Float64Array): StayCurve {
  const column = () => new Float64Array(days.length)
  return {
    ...{ begun: 0, ended: 0, watchedDays: 0, days },
    ...{ atRisk: column(), staying: column(), logVariance: column() },
    gone: ENDINGS.map(column),
    wentTo: new Float64Array(ENDINGS.length),
  }
}

/** Of the normal distribution: 95 of 100 lie so many standard deviations around the middle. */
export const Z_95 = 1.959963984540054

/**
 * After how many days half have left; null where fewer than half have. The interval is that of
 * Brookmeyer & Crowley 1982 with log(-log) limits, which stay between 0 and 1.
 */
export function medianStay(curve: StayCurve): DaysFigure | null {
  const first = (reached: (step: number) => boolean) => {
    for (let step = 0; step < curve.days.length; step++) {
      if (reached(step)) return curve.days[step] as number
    }
    return null
  }
  const days = first((step) => (curve.staying[step] as number) <= 0.5)
  if (days === null) return null
  const low = first((step) => limitOf(curve, step, 1) <= 0.5) ?? days
  return { days, low, high: first((step) => limitOf(curve, step, -1) <= 0.5) }
}

/** The lower (1) or upper (-1) limit of the share that stays. */
function limitOf(curve: StayCurve, step: number, side: 1 | -1): number {
  const staying = curve.staying[step] as number
  if (staying <= 0 || staying >= 1) return staying
  const log = Math.log(staying)
  const error = Math.sqrt(curve.logVariance[step] as number) / Math.abs(log)
  return staying ** Math.exp(side * Z_95 * error)
}

/**
 * How long those took who went to one ending: when half of all that ever go there have gone. The
 * interval reads the same curve at the shares within which the half of so many lies (Woodruff 1952).
 * Null where nobody went.
 */
export function medianUntil(curve: StayCurve, ending: number): DaysFigure | null {
  const gone = curve.gone[ending] as Float64Array
  const often = curve.wentTo[ending] as number
  if (often === 0) return null
  const whole = gone.at(-1) as number
  const margin = (Z_95 * 0.5) / Math.sqrt(often)
  const reach = (share: number) => {
    const step = gone.findIndex((at) => at >= whole * share - 1e-12)
    return curve.days[step === -1 ? gone.length - 1 : step] as number
  }
  return {
    days: reach(0.5),
    low: reach(Math.max(0, 0.5 - margin)),
    high: margin >= 0.5 ? null : reach(0.5 + margin),
  }
}

/** Mean days of a stay, counting none beyond the horizon: the area under the curve. */
export function meanStayDays(curve: StayCurve): number {
  let area = 0
  let from = 0
  let staying = 1
  for (const [step, days] of curve.days.entries()) {
    area += staying * (days - from)
    from = days
    staying = curve.staying[step] as number
  }
  return area + staying * Math.max(0, curve.watchedDays - from)
}
