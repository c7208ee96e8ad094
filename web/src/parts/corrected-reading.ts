import type { Asked } from '../api.ts'
import { INTENTS } from '../filters.ts'
import type {
  CorrectedPart,
  Intent,
  Reading,
  ReadingPart,
  Sentiment,
  StageOrNone,
  Stance,
} from '../terms.ts'

/** What a member says of a post: only the parts that are corrected. */
export type ReadingChange = Omit<Asked<'PUT /activities/{id}/reading'>['body'], 'origin'>

/** The label that a reading gives to a part, also where it would rather leave it open; `yes` or `no` where it holds or doesn't. */
export function labelOfPart(part: CorrectedPart, reading: Reading): string {
  if (part === 'sentiment' || part === 'stage' || part === 'stance') return reading[part]
  if (part === 'other') return reading.isOther ? 'yes' : 'no'
  const holds = part === 'toxicity' ? reading.isToxic : reading.intents.includes(part)
  return holds ? 'yes' : 'no'
}

/** The change that gives one part a label, as `labelOfPart` names it. */
export function changeTo(part: CorrectedPart, label: string): ReadingChange {
  if (part === 'sentiment') return { sentiment: label as Sentiment }
  if (part === 'stage') return { stage: label as StageOrNone }
  if (part === 'stance') return { stance: label as Stance }
  if (part === 'other') return { other: label === 'yes' }
  return part === 'toxicity'
    ? { toxicity: label === 'yes' }
    : { intents: { [part]: label === 'yes' } }
}

/** The parts that a change names. */
export function partsOf({ intents = {}, ...rest }: ReadingChange): CorrectedPart[] {
  const said = (of: object) =>
    Object.entries(of).flatMap(([part, value]) => (value === undefined ? [] : [part]))
  return [...said(rest), ...said(intents)] as CorrectedPart[]
}

/** The reading as it will be once the change is written, so that nobody waits to see it. */
export function correctedReading(
  reading: Reading,
  change: ReadingChange,
  by: NonNullable<Reading['correctedBy']>,
): Reading {
  const parts = partsOf(change)
  const { sentiment, stage, stance, toxicity, intents = {} } = change
  const holds = (intent: Intent) => intents[intent] ?? reading.intents.includes(intent)
  return {
    ...reading,
    sentiment: sentiment ?? reading.sentiment,
    sentimentConfidence: sentiment === undefined ? reading.sentimentConfidence : 1,
    stage: stage ?? reading.stage,
    stageConfidence: stage === undefined ? reading.stageConfidence : 1,
    stance: stance ?? reading.stance,
    stanceConfidence: stance === undefined ? reading.stanceConfidence : 1,
    isToxic: toxicity ?? reading.isToxic,
    intents: INTENTS.filter(holds),
    isOther: otherAfter(reading, change),
    unsure: reading.unsure.filter((part) => !parts.includes(part)),
    saidBy: { ...reading.saidBy, ...Object.fromEntries(parts.map((part) => [part, 'member'])) },
    correctedBy: by,
  }
}

/** What a member says holds; else what is named now is something else no longer. */
function otherAfter(reading: Reading, { other, stage, intents = {} }: ReadingChange): boolean {
  if (other !== undefined) return other
  if (reading.saidBy.other === 'member') return reading.isOther
  const isNamed = Object.values(intents).includes(true) || (stage ?? 'none') !== 'none'
  return reading.isOther && !isNamed
}

/**
 * Gives an activity another reading wherever an answer holds it: in a list, in pages of lists, or as
 * the answer itself. What does not hold it is the same object as before.
 */
export function withReading<Data>(data: Data, id: string, reading: Reading): Data {
  return changed(data, id, reading) as Data
}

function changed(data: unknown, id: string, reading: Reading): unknown {
  if (Array.isArray(data)) {
    const next = data.map((one) => changed(one, id, reading))
    return next.some((one, i) => one !== data[i]) ? next : data
  }
  if (typeof data !== 'object' || data === null) return data
  // An activity holds no other activity.
  if ('reading' in data) return 'id' in data && data.id === id ? { ...data, reading } : data
  const entries = Object.entries(data)
  const next = entries.map(([key, value]) => [key, changed(value, id, reading)] as const)
  return next.some(([, value], i) => value !== entries[i]?.[1]) ? Object.fromEntries(next) : data
}

/** Parts in the order in which they are shown. */
const PARTS: ReadingPart[] = ['sentiment', 'stage', 'stance', ...INTENTS, 'toxicity']

export function openParts({ unsure }: Reading): ReadingPart[] {
  return PARTS.filter((part) => unsure.includes(part))
}

/** Intents that are neither said to hold nor left open. */
export function otherIntents({ intents, unsure }: Reading): Intent[] {
  return INTENTS.filter((intent) => !intents.includes(intent) && !unsure.includes(intent))
}
