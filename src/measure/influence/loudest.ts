import { DAY_SECONDS } from './columns.ts'
import { habitsOf, marksOf } from './habits.ts'
import type { RiskSets } from './risk-sets.ts'
import { firstAtOrAfter, type Timeline } from './timeline.ts'

/** An actor is loud from this share of all touches on, and so many times the mean of actors. */
const LOUD_FROM = 0.01
const LOUD_TIMES_MEAN = 5
/** So many of them have marks of their own. */
const LOUD_MAX = 8
/** How far back an actor's hold on somebody is looked at, up to where the window begins. */
const HOLD_DAYS = 28
/** Marks of a loud actor: how often it reached somebody at any time, and in the weeks before the window. */
const HOLD_MARKS = 2

interface LoudMarks {
  /** Loudest first. */
  loud: readonly number[]
  /** Of every member of every risk set, `marks` numbers, as the difference from the case's. */
  mark: Float64Array
  marks: number
}

/**
 * What tells people apart, where loud actors are looked at by themselves: habits without them, and of
 * each of them how much of a hold it has on somebody, ever and lately. Who is in the crowd that a
 * loud one always reaches, and since when, says more of what these people do anyway than any push: with
 * the loud among the touches that habits count, a loud one who causes nothing made up for what the count
 * gets wrong. Given the marks, an actor's push rests on when it speaks (the means of a person beside what
 * changes, Mundlak 1978, here by actor).
 */
export function marksByLoudest(
  sets: RiskSets,
  timeline: Timeline,
  channels: number,
  windowDays: number,
): LoudMarks {
  const loud = loudestOf(timeline.touches.actor)
  const habits = habitsOf(timeline, channels, new Set(loud))
  const plain = marksOf(sets, habits)
  const holds = loud.map((actor) => holdsOf(sets, timesOf(timeline, actor), windowDays))
  const marks = habits.marks + HOLD_MARKS * loud.length
  const mark = new Float64Array(sets.people.length * marks)
  for (let m = 0; m < sets.people.length; m++) {
    const place = m * marks
    mark.set(plain.subarray(m * habits.marks, (m + 1) * habits.marks), place)
    holds.forEach((hold, i) => {
      const at = place + habits.marks + HOLD_MARKS * i
      mark.set(hold.subarray(m * HOLD_MARKS, (m + 1) * HOLD_MARKS), at)
    })
  }
  return { loud, mark, marks: mark.length / Math.max(1, sets.people.length) }
}

/** Those with the most touches, most first. */
function loudestOf(actor: Int32Array): number[] {
  const count = new Map<number, number>()
  for (const one of actor) count.set(one, (count.get(one) ?? 0) + 1)
  const share = Math.max(LOUD_FROM, LOUD_TIMES_MEAN / Math.max(1, count.size))
  return [...count]
    .filter(([, touches]) => touches >= share * actor.length)
    .sort(([a, m], [b, n]) => n - m || a - b)
    .slice(0, LOUD_MAX)
    .map(([one]) => one)
}

/** When one actor reached each person: times of person p stand at `start[p]` up to `start[p + 1]`. */
interface HoldTimes {
  start: Int32Array
  t: Float64Array
}

function timesOf({ start, touches }: Timeline, actor: number): HoldTimes {
  const own = new Int32Array(start.length)
  const t: number[] = []
  for (let person = 0; person + 1 < start.length; person++) {
    for (let i = start[person] as number; i < (start[person + 1] as number); i++) {
      if (touches.actor[i] === actor) t.push(touches.t[i] as number)
    }
    own[person + 1] = t.length
  }
  return { start: own, t: Float64Array.from(t) }
}

/** The hold of one actor on every member, as the difference from the case's. */
function holdsOf(sets: RiskSets, times: HoldTimes, windowDays: number): Float64Array {
  const hold = new Float64Array(sets.people.length * HOLD_MARKS)
  for (let e = 0; e < sets.t.length; e++) {
    const at = sets.t[e] as number
    const from = sets.start[e] as number
    const own = holdOn(times, sets.people[from] as number, at, windowDays)
    for (let m = from + 1; m < (sets.start[e + 1] as number); m++) {
      const other = holdOn(times, sets.people[m] as number, at, windowDays)
      for (let q = 0; q < HOLD_MARKS; q++) {
        hold[m * HOLD_MARKS + q] = (other[q] as number) - (own[q] as number)
      }
    }
  }
  return hold
}

const NO_HOLD = [0, 0]

function holdOn(
  { start, t }: HoldTimes,
  person: number,
  at: number,
  windowDays: number,
): readonly number[] {
  const from = start[person] as number
  const to = start[person + 1] as number
  if (from === to) return NO_HOLD
  const windowFrom = at - windowDays * DAY_SECONDS
  const oldest = firstAtOrAfter(t, from, to, windowFrom - HOLD_DAYS * DAY_SECONDS)
  const inWindow = firstAtOrAfter(t, oldest, to, windowFrom)
  return [Math.log(1 + to - from), Math.log(1 + inWindow - oldest)]
}
