import { type RandomBytes, uuidV7 } from '#vocabulary/index.ts'
import { journeysOfOutcomes } from '../attribution/journeys-of-outcomes.ts'
import type { Cut } from '../influence/cells.ts'
import { DAY_SECONDS } from '../influence/columns.ts'
import {
  INFLUENCE_DEFAULTS,
  type InfluenceMeasured,
  type InfluenceWish,
  measureInfluence,
} from '../influence/measure-influence.ts'
import type { CommunitiesOfPeople } from './communities-of-people.ts'
import { ALL, type CutColumns, figuresOf, type WrittenFigure } from './figures.ts'
import type { MeasuredJourneys } from './measured-journeys.ts'
import { outcomeCredits, type WrittenCredit } from './outcome-credits.ts'
import { type OutcomeDay, outcomeDaysOf } from './outcome-days.ts'
import { type RunParameters, runParameters } from './run-parameters.ts'
import { type Ground, type ScopeInput, scopeInput } from './scope-input.ts'
import type { StageWorths } from './stage-worth.ts'
import { type TouchDays, touchDaysOf } from './touch-days.ts'

/** How the product measures: several hops, two hundred replicates, five draws of each placebo. */
const NIGHTLY_WISH: InfluenceWish = { ...INFLUENCE_DEFAULTS, hops: 3, bootstrap: 200, draws: 5 }

/** With fewer outcomes nothing is said of who caused them. */
const OUTCOMES_MIN = 30
/** Accounts of which figures are kept, those with the most credit. */
const ACTORS_SHOWN = 1_000

/** A measurement of one scope, as its tables hold it. */
export interface ScopeMeasured {
  id: string
  topicId: string | null
  state: 'measured' | 'insufficient'
  measuredAt: Date
  from: Date | null
  to: Date | null
  people: number
  touches: number
  outcomes: number
  unlinked: number
  credited: number
  background: number
  low: number
  high: number
  parameters: RunParameters | Record<string, never>
  replicates: Record<string, number[]>
  /** By account. */
  multipliers: Map<string, number>
  figures: WrittenFigure[]
  touchDays: TouchDays[]
  outcomeDays: OutcomeDay[]
  /** Of the topic, or of all topics. */
  worths: StageWorths
  credits: WrittenCredit[]
  /** What the usual rules need of each outcome; null where nothing was measured. */
  journeys: MeasuredJourneys | null
}

export interface ScopeWish {
  topicId: string | null
  now: Date
  random: RandomBytes
  seed: number
  /** Of each activity, the opinion that it voices most typically. */
  opinionOf: ReadonlyMap<string, string>
  /** Of the workspace's days. */
  timeZone: string
  /** What the stages of each topic are worth. */
  worths: StageWorths
}

/** Measures one scope of what was read; the same ground and seed give the same figures. */
export async function measureGround(ground: Ground, wish: ScopeWish): Promise<ScopeMeasured> {
  const scope = scopeInput(ground, wish.topicId)
  const base = baseOf(scope, wish)
  if (scope.happenings.length < OUTCOMES_MIN) return { ...base, state: 'insufficient' }
  const opinions = opinionsOf(ground, scope, wish.opinionOf)
  const asked: InfluenceWish = { ...NIGHTLY_WISH, seed: wish.seed }
  const columns = columnsOf(scope, opinions, ground.communities)
  const names = { opinions: opinions.ids, communities: ground.communities.ids }
  const measured = await measureInfluence(scope.input, asked, cutsOf(columns))
  const { low, high } = measured.interval
  return {
    ...base,
    state: 'measured',
    credited: measured.credited,
    background: measured.background,
    low,
    high,
    parameters: runParameters(ground, scope, measured, asked),
    replicates: byChannel(scope, measured),
    multipliers: multipliersOf(ground, measured),
    figures: figuresOf(ground, scope, measured, columns, names),
    touchDays: touchDaysOf(ground, scope, columns, names, wish.timeZone),
    credits: outcomeCredits(ground, scope, measured, wish),
    journeys: journeysBehind(scope, measured, asked.windowDays),
  }
}

function journeysBehind(
  { input: { outcomes, channels, types } }: ScopeInput,
  { timeline: { start, touches } }: InfluenceMeasured,
  windowDays: number,
): MeasuredJourneys {
  const seen = { start, t: touches.t, channel: touches.channel }
  const window = windowDays * DAY_SECONDS
  return {
    ...journeysOfOutcomes(seen, outcomes, { window, halfLife: window / 2 }),
    ...{ channels, types },
  }
}

function baseOf({ input, happenings, unlinked }: ScopeInput, wish: ScopeWish): ScopeMeasured {
  const times = happenings.map(({ atMs }) => atMs)
  const [first, last] = [times[0], times.at(-1)]
  return {
    id: uuidV7(wish.now.getTime(), wish.random),
    topicId: wish.topicId,
    state: 'insufficient',
    measuredAt: wish.now,
    from: first === undefined ? null : new Date(first),
    to: last === undefined ? null : new Date(last),
    people: input.listed.reduce((sum, one) => sum + one, 0),
    touches: input.touches.t.length,
    outcomes: happenings.length,
    unlinked: unlinked.length,
    outcomeDays: outcomeDaysOf(happenings, unlinked, wish.timeZone),
    ...{ credited: 0, background: happenings.length, low: 0, high: 0 },
    ...{ parameters: {}, replicates: {}, multipliers: new Map(), figures: [], credits: [] },
    journeys: null,
    touchDays: [],
    worths: worthsOf(wish),
  }
}

function worthsOf({ topicId, worths }: ScopeWish): StageWorths {
  if (topicId === null) return worths
  const own = worths.get(topicId)
  return own === undefined ? new Map() : new Map([[topicId, own]])
}

/** Opinions of the touches' posts, numbered. */
function opinionsOf(
  { touches }: Ground,
  { input }: ScopeInput,
  opinionOf: ReadonlyMap<string, string>,
): { of: Int32Array; ids: string[] } {
  const numbers = new Map<string, number>()
  const ids: string[] = []
  const ofActivity = new Int32Array(touches.activities.count).fill(-1)
  for (const [activityId, opinion] of opinionOf) {
    const activity = touches.activities.find(activityId)
    if (activity < 0) continue
    const number = numbers.get(opinion) ?? ids.push(opinion) - 1
    numbers.set(opinion, number)
    ofActivity[activity] = number
  }
  return { of: input.touches.activity.map((one) => ofActivity[one] as number), ids }
}

function columnsOf(
  { input }: ScopeInput,
  opinions: { of: Int32Array; ids: string[] },
  communities: CommunitiesOfPeople,
): CutColumns {
  const { actor, person, channel, level } = input.touches
  const community = (of: Int32Array) => of.map((one) => communities.of[one] ?? -1)
  return {
    actor: { of: actor, reversed: person, size: input.names.length },
    community: {
      ...{ of: community(actor), reversed: community(person), size: communities.ids.length },
    },
    channel: { of: channel, size: input.channels.length },
    level: { of: level, size: input.levels.length },
    opinion: { of: opinions.of, size: opinions.ids.length },
  }
}

function cutsOf({ actor, channel, level, opinion, community }: CutColumns): Cut[] {
  return [
    { name: ALL, of: new Int32Array(channel.of.length) },
    { name: 'channel', of: channel.of },
    { name: 'level', of: level.of },
    { name: 'opinion', of: opinion.of },
    { name: 'community', ...bothWays(community) },
    { name: 'actor', ...bothWays(actor), most: ACTORS_SHOWN },
  ]
}

function bothWays({ of, reversed }: CutColumns['actor']): Pick<Cut, 'of' | 'reversed'> {
  return reversed === undefined ? { of } : { of, reversed }
}

function byChannel({ input }: ScopeInput, { channelReplicates }: InfluenceMeasured) {
  const named = input.channels.map((channel, c) => [channel, channelReplicates[c] ?? []] as const)
  return Object.fromEntries(named.filter(([, credits]) => credits.some((one) => one > 0)))
}

/** Of every account of those who reached somebody before an outcome. */
function multipliersOf(
  { touches: { accounts } }: Ground,
  { study, parameters }: InfluenceMeasured,
): Map<string, number> {
  const isSeen = new Uint8Array(accounts.people.count)
  for (const actor of study.pairs.actors) isSeen[actor] = 1
  const found = new Map<string, number>()
  for (let handle = 0; handle < accounts.handles.count; handle++) {
    const person = accounts.personOf(handle)
    if (person < 0 || isSeen[person] !== 1) continue
    found.set(accounts.handles.idOf(handle), parameters.multiplier[person] as number)
  }
  return found
}
