import type { Answer } from '../api.ts'
import type { Reading } from '../terms.ts'
import type { Span } from './marked-text.ts'

type Evidence = Answer<'GET /activities/{id}'>['evidence'][number]
/** A part of a reading, or what stands beside it. */
export type Explained = Evidence['of']

/** A piece of the text that speaks for what was read, or against it. */
export interface Highlight extends Span {
  isFor: boolean
  isStrong: boolean
}

/**
 * The parts of a reading of which the text itself can show the evidence: what was decided, what
 * holds, and what was left open; sentiment and stage first.
 */
export function explainedParts(reading: Reading | null, evidence: Evidence[]): Explained[] {
  if (reading === null) return []
  const { intents, isToxic, unsure } = reading
  const holding: Explained[] = [...intents, ...(isToxic ? (['toxicity'] as const) : [])]
  const parts = new Set<Explained>(['sentiment', 'stage', 'stance', ...holding, ...unsure])
  return [...parts].filter((part) => highlightsOf(part, reading, evidence).length > 0)
}

/** Half as strong as the strongest piece, or more, is strong. */
const STRONG_FROM = 0.5

/** The pieces that moved this part of the reading; places in title and text joined by a line break. */
export function highlightsOf(
  part: Explained,
  reading: Reading,
  evidence: readonly Evidence[],
): Highlight[] {
  const label = labelOf(part, reading)
  const placed = evidence.flatMap((piece) => {
    const { start, end } = piece
    if (piece.of !== part || start === undefined || end === undefined) return []
    const weight = weightFor(piece, label)
    return weight === 0 ? [] : [{ start, end, weight }]
  })
  const largest = Math.max(...placed.map(({ weight }) => Math.abs(weight)))
  return placed.map(({ start, end, weight }) => ({
    ...{ start, end, isFor: weight > 0 },
    isStrong: Math.abs(weight) >= STRONG_FROM * largest,
  }))
}

/** The label that a part was given; undefined where the part itself is what holds. */
export function labelOf(part: Explained, reading: Reading): string | undefined {
  return part === 'sentiment' || part === 'stage' || part === 'stance' ? reading[part] : undefined
}

/**
 * What speaks for another label speaks against the one that was chosen; what speaks against another
 * leaves it open which one is meant.
 */
function weightFor({ label, weight }: Evidence, chosen: string | undefined): number {
  if (label === undefined || chosen === undefined || label === chosen) return weight
  return Math.min(0, -weight)
}

/** The highlights of one half of title and text: `from` is where it begins in the two joined. */
export function within(highlights: readonly Highlight[], from: number): Highlight[] {
  return highlights.map((one) => ({ ...one, start: one.start - from, end: one.end - from }))
}
