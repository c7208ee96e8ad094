import type { Transaction } from '#store/door.ts'
import { type LeftOutReason, STAGES } from '#vocabulary/index.ts'
import type { Run } from '../touches/people-of-handles.ts'
import { readTouches, type TouchesRead } from '../touches/read-touches.ts'
import { type CalibratedForPlan, calibratedShareOf, calibrateForPlan } from './calibrate-plan.ts'
import { chooseInThread } from './choose-in-thread.ts'
import type { ChosenPerson, PlanChoice, PlanInput } from './choose-plan.ts'
import { type Links, linksOf } from './links.ts'
import { type CandidateFacts, mayEngage } from './may-engage.ts'
import type { KeptChosen, KeptReason, PlanAnswer, PlanAsked, PlanFigures } from './plan-shapes.ts'
import { CANDIDATES_AT_ONCE, readCandidates } from './read-candidates.ts'
import { type MeasuredForPlan, readMeasured } from './read-measured.ts'
import { type PeopleOfPlan, readPeopleOfPlan } from './read-people.ts'
import { readValues, type ValuesOfPlan } from './read-values.ts'
import { type PlanReason, reasonsFor } from './reasons.ts'

const DAY_MS = 86_400_000
const SEED = 1

/** Where a plan is made. */
export interface PlanPlace {
  /** Transactions of the workspace, one after another. */
  run: Run
  workspaceId: string
  now: Date
}

/**
 * Answers whom to engage next: reads the newest measurement, who reached whom in the days looked back
 * on and who may be engaged, and chooses. Writes nothing. The same data gives the same answer.
 */
export async function answerPlan(asked: PlanAsked, place: PlanPlace): Promise<PlanAnswer> {
  const { run, workspaceId } = place
  const scopeId = asked.topicId ?? workspaceId
  const measured = await run((tx) => readMeasured(tx, scopeId, asked.outcome))
  if ('lack' in measured) return measured
  const calibrated = await run((tx) => calibrateForPlan(tx, asked, measured))
  if (![...calibrated.theta.values()].some((one) => one > 0)) return { lack: 'no-effect' }
  const touches = await readTouches(run, spanOf(asked, calibrated))
  const { accounts } = touches
  const people = await run((tx) => readPeopleOfPlan(tx, { ...asked, ...calibrated, accounts }))
  const links = linksFor(asked, calibrated, touches, people)
  if (links.actor.length === 0) return { lack: 'no-touches' }
  const values = await run((tx) => valuesFor(tx, asked, scopeId, touches))
  if (values === null && asked.goal === 'value') return { lack: 'no-value' }
  const candidates = await judgeCandidates(links, asked, touches, place)
  if (candidates.size === 0) return { lack: 'nobody-left', leftOut: candidates.leftOut }
  const ground = { asked, measured: calibrated, touches, people, links, values, candidates }
  const input = inputOf(ground)
  return toldOf(ground, input, await chooseInThread(input))
}

/** The days before the end of what was measured. */
function spanOf({ limits }: PlanAsked, { to }: MeasuredForPlan) {
  return {
    from: new Date(to.getTime() - limits.lookbackDays * DAY_MS),
    to: new Date(to.getTime() + 1),
  }
}

function linksFor(
  { topicId, limits }: PlanAsked,
  measured: MeasuredForPlan,
  touches: TouchesRead,
  { settled, multiplier }: PeopleOfPlan,
): Links {
  const channels = touches.channels.count
  const { tauDays, shape, windowDays, backgroundPerDay } = measured
  return linksOf({
    ...{ people: touches.accounts.people.count, channels, touches: ofTopic(touches, topicId) },
    ...{ lookbackDays: limits.lookbackDays, horizonDays: limits.days },
    theta: Float64Array.from({ length: channels }, (_, c) =>
      Math.max(0, measured.theta.get(touches.channels.idOf(c)) ?? 0),
    ),
    ...{ tauDays, shape, windowDays, multiplier, backgroundPerDay, settled },
  })
}

/** Touches by what is about the topic; all of them where none is asked for. */
function ofTopic(touches: TouchesRead, topicId: string | null) {
  const { actor, person, channel, activity, topicStart, topicOf } = touches
  if (topicId === null) return { actor, person, channel }
  const topic = touches.topics.find(topicId)
  const isAbout = (one: number) =>
    topic >= 0 && topicOf.subarray(topicStart[one], topicStart[one + 1]).includes(topic)
  const rows = Int32Array.from(activity.keys()).filter((row) => isAbout(activity[row] as number))
  const pick = (column: Int32Array) => rows.map((row) => column[row] as number)
  return { actor: pick(actor), person: pick(person), channel: pick(channel) }
}

async function valuesFor(
  tx: Transaction,
  { goal, outcome }: PlanAsked,
  scopeId: string,
  { accounts }: TouchesRead,
): Promise<ValuesOfPlan | null> {
  return goal === 'count' ? null : readValues(tx, { scopeId, outcome, accounts })
}

/** Who may be chosen, with what is known of them, by the number of the person. */
interface Candidates {
  size: number
  speakers: number
  facts: Map<number, CandidateFacts & { way: KeptChosen['way']; handleId: string }>
  leftOut: PlanFigures['leftOut']
}

/** Judges everybody whose words reach somebody. */
async function judgeCandidates(
  links: Links,
  { limits, costs }: PlanAsked,
  { accounts }: TouchesRead,
  { run, now }: PlanPlace,
): Promise<Candidates> {
  const speakers = [...new Set(links.actor)]
  const facts: Candidates['facts'] = new Map()
  const counts = new Map<LeftOutReason, number>()
  for (let from = 0; from < speakers.length; from += CANDIDATES_AT_ONCE) {
    const some = speakers.slice(from, from + CANDIDATES_AT_ONCE)
    const roots = some.map((person) => accounts.people.idOf(person))
    const known = await run((tx) => readCandidates(tx, roots, now))
    known.forEach((one, i) => {
      const cost = costs.get(roots[i] as string) ?? limits.usualCost
      const may = mayEngage({ ...one, cost }, limits, limits.cost ?? undefined)
      if (may.leftOut !== null) counts.set(may.leftOut, (counts.get(may.leftOut) ?? 0) + 1)
      else facts.set(some[i] as number, { ...one, cost, way: may.way, handleId: may.handleId })
    })
  }
  const leftOut = [...counts].map(([reason, people]) => ({ reason, people }))
  leftOut.sort((a, b) => b.people - a.people || (a.reason < b.reason ? -1 : 1))
  return { size: facts.size, speakers: speakers.length, facts, leftOut }
}

interface Ground {
  asked: PlanAsked
  measured: CalibratedForPlan
  touches: TouchesRead
  people: PeopleOfPlan
  links: Links
  values: ValuesOfPlan | null
  candidates: Candidates
}

function inputOf(ground: Ground): PlanInput {
  const { asked, measured, touches, people, links, values, candidates } = ground
  const costs = new Float64Array(links.people).fill(Number.POSITIVE_INFINITY)
  for (const [person, { cost }] of candidates.facts) costs[person] = cost
  const known = people.communities.length
  return {
    ...{ links, followers: people.followers, credit: people.credit, seed: SEED },
    limits: {
      ...{ people: asked.limits.people, costs, budget: asked.limits.cost ?? undefined },
      groups: Uint32Array.from(people.community, (one, v) => (one < 0 ? known + v : one)),
      perGroupMax: perCommunityMax(asked, people) ?? asked.limits.people,
    },
    values: values?.values,
    ratios: ratiosOf(measured, touches),
    ...{ widening: measured.widening, sway: measured.sway },
  }
}

/** Null where there is no limit, or no community is known. */
function perCommunityMax({ limits }: PlanAsked, { communities }: PeopleOfPlan): number | null {
  if (limits.communityShareMax >= 1 || communities.length === 0) return null
  return Math.max(1, Math.floor(limits.communityShareMax * limits.people))
}

/** Replicates as rows; channels that were not measured stay as they are. */
function ratiosOf({ ratios }: MeasuredForPlan, { channels }: TouchesRead): Float64Array {
  const replicates = Math.max(0, ...[...ratios.values()].map(({ length }) => length))
  const rows = new Float64Array(replicates * channels.count).fill(1)
  for (let c = 0; c < channels.count; c++) {
    ratios.get(channels.idOf(c))?.forEach((ratio, b) => {
      rows[b * channels.count + c] = ratio
    })
  }
  return rows
}

function toldOf(ground: Ground, { limits }: PlanInput, choice: PlanChoice): PlanAnswer {
  const { asked, measured, touches, people, links, values, candidates } = ground
  const { from, to } = spanOf(asked, measured)
  const reached = new Set(links.person).size
  return {
    lack: null,
    figures: {
      ...{ expected: choice.expected, guarantee: choice.guarantee, reached },
      calibratedShare: calibratedShareOf(links, (c) =>
        measured.isCalibrated(touches.channels.idOf(c)),
      ),
      anyway: measured.backgroundPerDay * asked.limits.days * reached,
      value: values === null ? null : { currency: values.currency, mean: values.mean },
      comparators: choice.comparators.map(({ by, people: theirs, expected }) => ({
        ...{ by, people: theirs.length, expected },
      })),
      ...{ leftOut: candidates.leftOut, speakers: candidates.speakers },
      ...{ candidates: candidates.size, from: from.toISOString(), to: to.toISOString() },
      perCommunityMax: limits.perGroupMax < limits.people ? perCommunityMax(asked, people) : null,
    },
    chosen: choice.chosen.flatMap((one) => keptChosen(one, ground)),
  }
}

function keptChosen({ person, ...figures }: ChosenPerson, ground: Ground): KeptChosen[] {
  const { candidates, people, links } = ground
  const facts = candidates.facts.get(person)
  if (facts === undefined) return []
  const reasons = reasonsFor(person, { ...people, links }, facts.daysSinceContact)
  return [
    {
      ...{ handleId: facts.handleId, way: facts.way, ...figures },
      communityId: people.communities[people.community[person] as number] ?? null,
      reasons: reasons.map((reason) => keptReason(reason, people.communities)),
    },
  ]
}

function keptReason(reason: PlanReason, communities: readonly string[]): KeptReason {
  const idOf = (number: number | null) => (number === null ? null : (communities[number] ?? null))
  if (reason.kind === 'moves') {
    const { kind, people, expected, community, stage } = reason
    const name = stage === null ? null : (STAGES[stage] ?? null)
    return { kind, people, expected, communityId: idOf(community), stage: name }
  }
  if (reason.kind === 'bridges') {
    const [first, second] = reason.communities
    const communityIds: [string, string] = [idOf(first) ?? '', idOf(second) ?? '']
    return { kind: 'bridges', communityIds, shares: reason.shares }
  }
  return reason
}
