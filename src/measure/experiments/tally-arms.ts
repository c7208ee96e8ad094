import type { Arm, EngagedBy } from '#vocabulary/index.ts'
import type { ArmCounts, ArmsOfChannel } from './analyse-arms.ts'
import { settleArm } from './assign-arm.ts'

/** One assignment, of whoever it is by now. */
export interface Subject {
  rootId: string
  handleId: string
  channelId: string
  arm: Arm
  assignedAt: Date
  engagedAt: Date | null
  engagedBy: EngagedBy | null
}

/** That it happened to somebody. */
export interface Hit {
  rootId: string
  at: Date
}

/** A hit with the activity that shows it. */
export interface ShownHit extends Hit {
  shownBy: string
}

export interface ChannelArms extends ArmsOfChannel {
  /** Null: everybody once, wherever they were met first. */
  channelId: string | null
  /** People whose outcomes may still come; they are in neither arm. */
  waiting: number
}

export interface Tally {
  /** All together first, unless there is nobody. */
  arms: ChannelArms[]
  /** People given both arms before they were merged. */
  bothArms: number
  /** People held out whom we engaged within their time all the same, whether it is over or not. */
  contaminated: number
}

const DAY_MS = 86_400_000

/**
 * The arms by channel, and of all channels together. The unit is the person: merged accounts are one,
 * in the arm of the first assignment, and count once in each channel in which they were met, so that
 * nobody who acts twice weighs twice. Outcomes count from the assignment until the end of the horizon,
 * for those alone whose horizon is over.
 */
export function tallyArms(
  subjects: readonly Subject[],
  hits: readonly Hit[],
  { horizonDays, now }: { horizonDays: number; now: Date },
): Tally {
  const arms = new Map<string | null, ChannelArms>()
  const bothArms = new Set<string>()
  let contaminated = 0
  for (const one of peopleInArms(subjects, hits, { horizonDays, now })) {
    if (one.wasInBoth) bothArms.add(one.rootId)
    if (one.channelId === null && one.arm === 'hold-out' && one.isEngaged) contaminated += 1
    addPerson(armsIn(arms, one.channelId), one)
  }
  return { arms: [...arms.values()], bothArms: bothArms.size, contaminated }
}

/** A person as an arm counts them, in one channel or (null) wherever they were met first. */
export interface PersonInArm<Happened extends Hit = Hit> {
  rootId: string
  channelId: string | null
  arm: Arm
  /** Given another arm as well, before they were merged. */
  wasInBoth: boolean
  met: readonly Subject[]
  from: Date
  /** Their outcomes may still come: they are in neither arm. */
  isWaiting: boolean
  isEngaged: boolean
  /** What happened to them within the horizon. */
  hits: readonly Happened[]
}

/** Everybody in the arms, once for all channels together and once for each channel where they were met. */
export function* peopleInArms<Happened extends Hit>(
  subjects: readonly Subject[],
  hits: readonly Happened[],
  { horizonDays, now }: { horizonDays: number; now: Date },
): Generator<PersonInArm<Happened>> {
  const hitsOf = Map.groupBy(hits, ({ rootId }) => rootId)
  const horizonMs = horizonDays * DAY_MS
  for (const [rootId, own] of Map.groupBy(subjects, (one) => one.rootId)) {
    const arm = settleArm(own)
    if (arm === null) continue
    const wasInBoth = new Set(own.map((one) => one.arm)).size > 1
    const places: [string | null, readonly Subject[]][] = [
      [null, own],
      ...Map.groupBy(own, (one) => one.channelId),
    ]
    for (const [channelId, met] of places) {
      const from = Math.min(...met.map(({ assignedAt }) => assignedAt.getTime()))
      const until = from + horizonMs
      const isWithin = ({ at }: Hit) => at.getTime() > from && at.getTime() <= until
      yield {
        ...{ rootId, channelId, arm, wasInBoth, met, from: new Date(from) },
        isWaiting: until > now.getTime(),
        isEngaged: met.some(({ engagedAt }) => (engagedAt?.getTime() ?? Infinity) <= until),
        hits: (hitsOf.get(rootId) ?? []).filter(isWithin),
      }
    }
  }
}

function armsIn(arms: Map<string | null, ChannelArms>, channelId: string | null): ChannelArms {
  const known = arms.get(channelId)
  if (known !== undefined) return known
  const fresh = { channelId, engage: nobody(), holdOut: nobody(), waiting: 0 }
  arms.set(channelId, fresh)
  return fresh
}

const nobody = (): ArmCounts => ({ people: 0, hits: 0, engagedPeople: 0, engagedHits: 0 })

function addPerson(arms: ChannelArms, { arm, isWaiting, isEngaged, hits }: PersonInArm): void {
  if (isWaiting) {
    arms.waiting += 1
    return
  }
  const counts = arm === 'engage' ? arms.engage : arms.holdOut
  counts.people += 1
  if (hits.length > 0) counts.hits += 1
  if (isEngaged) counts.engagedPeople += 1
  if (hits.length > 0 && isEngaged) counts.engagedHits += 1
}
