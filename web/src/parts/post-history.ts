import { INTENTS } from '../filters.ts'
import type {
  CorrectedPart,
  Correction,
  EarlierReading,
  ReadingMove,
  ReadingPart,
} from '../terms.ts'

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
      /** The change of the model that moved it, where one did. */
      run?: string
    }
  /** Shown otherwise since another model read it; nobody had judged it, so no reading was kept. */
  | { kind: 'moved'; at: string; move: ReadingMove }

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

/** A reading and the move that it made are written in one go, with clocks read one after the other. */
const SAME_MOMENT_MS = 60_000

function isOf(move: ReadingMove, reading: EarlierReading): boolean {
  const apartMs = Math.abs(Date.parse(move.at) - Date.parse(reading.readAt))
  return move.revision === reading.revision && apartMs < SAME_MOMENT_MS
}

/** Corrections, readings and moves as one story, newest first; each reading against the one before it. */
export function historyOf(
  corrections: readonly Correction[],
  readings: readonly EarlierReading[],
  moves: readonly ReadingMove[] = [],
): HistoryEntry[] {
  const inOrder = [...readings].sort((a, b) => (a.readAt < b.readAt ? -1 : 1))
  const read = inOrder.map((reading, i): HistoryEntry => {
    const before = inOrder[i - 1]
    const at = reading.readAt
    if (before === undefined) return { kind: 'read', at, reading }
    const move = moves.find((one) => isOf(one, reading))
    return {
      ...(move === undefined ? {} : { run: move.run }),
      ...{ kind: 'read-again', at, reading, fromModel: before.model },
      isEdit: before.revision !== reading.revision,
      differences: differencesOf(before.said, reading.said),
    }
  })
  const corrected = corrections.map(
    (correction): HistoryEntry => ({ kind: 'corrected', at: correction.at, correction }),
  )
  const told = new Set(read.flatMap((entry) => (entry.kind === 'read-again' ? entry.run : [])))
  const moved = moves
    .filter(({ run }) => !told.has(run))
    .map((move): HistoryEntry => ({ kind: 'moved', at: move.at, move }))
  return [...read, ...moved, ...corrected].sort((a, b) =>
    Date.parse(a.at) < Date.parse(b.at) ? 1 : -1,
  )
}

/** Whether a correction was replaced by a later one of the same part, rather than taken back. */
export function isReplaced(correction: Correction, all: readonly Correction[]): boolean {
  return all.some(({ part, at }) => part === correction.part && at === correction.undoneAt)
}
