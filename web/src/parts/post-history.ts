import { INTENTS } from '../filters.ts'
import type { CorrectedPart, Correction, EarlierReading, ReadingPart } from '../terms.ts'

type Judgement = EarlierReading['said']

/** A part that one reading says otherwise than the one before it. */
export interface Difference {
  part: CorrectedPart
  from: string
  to: string
}

/** What happened to the reading of a post. */
export type HistoryEntry =
  | { kind: 'corrected'; at: string; correction: Correction }
  | { kind: 'read'; at: string; reading: EarlierReading }
  /** The same text read by another model, or its new text read after an edit. */
  | {
      kind: 'read-again'
      at: string
      reading: EarlierReading
      fromModel: string
      isEdit: boolean
      differences: Difference[]
    }

const PARTS: ReadingPart[] = ['sentiment', 'stage', 'stance', ...INTENTS, 'toxicity']

function labelIn(said: Judgement, part: ReadingPart): string {
  if (part === 'sentiment' || part === 'stage' || part === 'stance') return said[part]
  const holds = part === 'toxicity' ? said.toxicity : said.intents.includes(part)
  return holds ? 'yes' : 'no'
}

/** The parts of which two judgements say something else. */
export function differencesOf(before: Judgement, after: Judgement): Difference[] {
  return PARTS.flatMap((part) => {
    const [from, to] = [labelIn(before, part), labelIn(after, part)]
    return from === to ? [] : [{ part, from, to }]
  })
}

/** Corrections and readings as one story, newest first; each reading against the one before it. */
export function historyOf(
  corrections: readonly Correction[],
  readings: readonly EarlierReading[],
): HistoryEntry[] {
  const inOrder = [...readings].sort((a, b) => (a.readAt < b.readAt ? -1 : 1))
  const read = inOrder.map((reading, i): HistoryEntry => {
    const before = inOrder[i - 1]
    const at = reading.readAt
    if (before === undefined) return { kind: 'read', at, reading }
    return {
      ...{ kind: 'read-again', at, reading, fromModel: before.model },
      isEdit: before.revision !== reading.revision,
      differences: differencesOf(before.said, reading.said),
    }
  })
  const corrected = corrections.map(
    (correction): HistoryEntry => ({ kind: 'corrected', at: correction.at, correction }),
  )
  return [...read, ...corrected].sort((a, b) => (Date.parse(a.at) < Date.parse(b.at) ? 1 : -1))
}

/** Whether a correction was replaced by a later one of the same part, rather than taken back. */
export function isReplaced(correction: Correction, all: readonly Correction[]): boolean {
  return all.some(({ part, at }) => part === correction.part && at === correction.undoneAt)
}
