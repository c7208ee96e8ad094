import { normalQuantile, normalShare } from './normal.ts'

/** What an experiment is to be able to see. */
export interface Aim {
  /** Share of people to whom it happens without us, 0..1. */
  baseRate: number
  /** How much more often it happens to those whom we engage: 0.2 is a fifth more. */
  lift: number
  /** Share of people held out, 0..1. */
  holdoutShare: number
  /** Share of those not held out whom we really engage; the others thin the lift out. */
  engagedShare: number
  /** How often no effect is to be taken for none: 0.9. */
  level: number
  /** How often the lift is to be seen where it is there: 0.8. */
  power: number
}

/** The share among those not held out. */
function engagedRate({ baseRate, lift, engagedShare }: Aim): number {
  return Math.min(1, baseRate * (1 + lift * engagedShare))
}

/**
 * How many people an experiment needs in both arms together: the sample size for two proportions with
 * arms of different size (J. L. Fleiss, A. Tytun, H. K. Ury: "A simple approximation for calculating
 * sample sizes for comparing independent proportions", Biometrics 36, 1980; without their correction
 * for continuity). Infinite where nothing ever happens or the lift is nothing.
 */
export function peopleNeeded(aim: Aim): number {
  const { baseRate, holdoutShare, level, power } = aim
  const other = engagedRate(aim)
  const apart = other - baseRate
  if (apart === 0 || holdoutShare <= 0 || holdoutShare >= 1) return Number.POSITIVE_INFINITY
  // How many times the people of the hold-out are in the other arm.
  const times = (1 - holdoutShare) / holdoutShare
  const mean = (baseRate + times * other) / (times + 1)
  const [error, miss] = [normalQuantile(0.5 + level / 2), normalQuantile(power)]
  const root =
    error * Math.sqrt((times + 1) * mean * (1 - mean)) +
    miss * Math.sqrt(times * baseRate * (1 - baseRate) + other * (1 - other))
  const heldOut = (root * root) / (times * apart * apart)
  return heldOut * (1 + times)
}

/** How often so many people show the lift, 0..1: what `peopleNeeded` turns round. */
export function powerOf(aim: Aim, people: number): number {
  const { baseRate, holdoutShare, level } = aim
  const other = engagedRate(aim)
  const times = (1 - holdoutShare) / holdoutShare
  const heldOut = people * holdoutShare
  const mean = (baseRate + times * other) / (times + 1)
  const error = normalQuantile(0.5 + level / 2) * Math.sqrt((times + 1) * mean * (1 - mean))
  const spread = Math.sqrt(times * baseRate * (1 - baseRate) + other * (1 - other))
  const reach = Math.abs(other - baseRate) * Math.sqrt(times * heldOut)
  return normalShare((reach - error) / spread)
}

const HALVINGS = 60

/**
 * The smallest lift that so many people show, null where even a lift to everybody would not be seen.
 */
export function smallestLift(aim: Omit<Aim, 'lift'>, people: number): number | null {
  const most = (1 - aim.baseRate) / (aim.baseRate * aim.engagedShare)
  if (!Number.isFinite(most) || peopleNeeded({ ...aim, lift: most }) > people) return null
  let [unseen, seen] = [0, most]
  for (let i = 0; i < HALVINGS; i++) {
    const middle = (unseen + seen) / 2
    if (peopleNeeded({ ...aim, lift: middle }) > people) unseen = middle
    else seen = middle
  }
  return seen
}

/** Longer than this nothing stays as it was; no plan is worth it. */
const WEEKS_MAX = 104

/** What it takes, or why it can't be had. */
export type Plan =
  | { verdict: 'feasible' | 'too-long'; people: number; heldOut: number; weeks: number }
  | { verdict: 'nothing-happens' | 'nobody-comes' | 'beyond-everybody' }

/**
 * How many weeks it takes until enough people were met, and then until the outcomes of the last of
 * them are in. `peopleAWeek`: people met for the first time a week; `horizonDays`: how long outcomes
 * are waited for.
 */
export function planWeeks(aim: Aim, peopleAWeek: number, horizonDays: number): Plan {
  if (aim.baseRate <= 0) return { verdict: 'nothing-happens' }
  if (peopleAWeek <= 0) return { verdict: 'nobody-comes' }
  if (aim.baseRate * (1 + aim.lift) > 1) return { verdict: 'beyond-everybody' }
  const people = Math.ceil(peopleNeeded(aim))
  const weeks = Math.ceil(people / peopleAWeek + horizonDays / 7)
  const heldOut = Math.ceil(people * aim.holdoutShare)
  return { verdict: weeks > WEEKS_MAX ? 'too-long' : 'feasible', people, heldOut, weeks }
}
