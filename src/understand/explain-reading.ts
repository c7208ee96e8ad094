import { type FeatureBag, type LinearModel, weightAt } from '#language/index.ts'
import type { Evidence } from '#vocabulary/index.ts'
import type { SeenText } from './feeling.ts'
import type { Push } from './turns/turn.ts'

/** One output of the model to be explained: what it is evidence of, and for which label. */
export interface Explained {
  of: Evidence['of']
  label?: string
  /** What a unit of each of the model's margins is worth for the answer. */
  worth: Float64Array
  /** What turns add to the answer, each spread over what it was found in. */
  pushed: readonly Push[]
}

const PIECES_MAX = 12
const WEIGHT_MIN = 0.01

/**
 * Why an answer is as it is. A linear model's margins are the sums of its features' contributions
 * (weight × value), and the answer is the sum of the margins times their worth, so these are exact:
 * each is spread evenly over the characters that its feature was made of, and neighbours of one sign
 * are put together (whole words where words have spaces).
 * What has no place (the shape of the text, the lexicon's sum) is left out of the list, not of the
 * reading. Strongest first. `bag` must still hold the features of `seen`.
 */
export function explainOutput(
  model: LinearModel,
  bag: FeatureBag,
  seen: SeenText,
  explained: Explained,
): Evidence[] {
  const { of, label, worth, pushed } = explained
  const weight = (bucket: number) => weightOf(model, bucket, worth)
  const shares = shareOverUnits(bag, seen, weight, pushed)
  return strongestPieces(seen, shares).map((piece) => {
    return { of, ...(label === undefined ? {} : { label }), ...piece }
  })
}

/** A piece of a text as it was written, and what it adds. */
export interface WeighedPiece {
  text: string
  start: number
  end: number
  weight: number
}

/** The pieces of a text that add most, or take most away; `shares`: what each folded unit adds. */
export function strongestPieces(seen: SeenText, shares: Float64Array): WeighedPiece[] {
  return piecesOf(seen.folded.text, shares)
    .filter(({ weight }) => Math.abs(weight) >= WEIGHT_MIN)
    .sort((a, b) => Math.abs(b.weight) - Math.abs(a.weight))
    .slice(0, PIECES_MAX)
    .map((piece) => asWritten(seen, piece))
}

/**
 * What each unit of the folded text adds, where a feature of a bucket adds its weight times its value,
 * and what turns push there.
 */
export function shareOverUnits(
  bag: FeatureBag,
  seen: SeenText,
  weightOfBucket: (bucket: number) => number,
  pushed: readonly Push[] = [],
): Float64Array {
  const shares = new Float64Array(seen.folded.text.length)
  for (const { push, start, end } of pushed) spread(shares, push, start, end)
  for (let at = 0; at < bag.size; at++) {
    const start = bag.starts[at] as number
    const end = bag.ends[at] as number
    if (end <= start) continue
    const adds = (bag.values[at] as number) * weightOfBucket(bag.buckets[at] as number)
    spread(shares, adds, start, end)
  }
  return shares
}

function spread(shares: Float64Array, adds: number, start: number, end: number): void {
  const share = adds / (end - start)
  for (let unit = start; unit < end; unit++) shares[unit] = (shares[unit] as number) + share
}

/** What a bucket adds to the answer through all margins. */
export function weightOf(model: LinearModel, bucket: number, worth: Float64Array): number {
  let sum = 0
  for (let output = 0; output < worth.length; output++) {
    const much = worth[output] as number
    if (much !== 0) sum += much * weightAt(model, bucket, output)
  }
  return sum
}

interface Piece {
  start: number
  end: number
  weight: number
}

const SPACED_WORD = /[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}\p{N}'’-]+|[^\s]/gu

/** Words where they have spaces, else characters; then neighbours of one sign side by side are one. */
function piecesOf(folded: string, shares: Float64Array): Piece[] {
  const pieces: (Piece & { isWord: boolean })[] = []
  for (const match of folded.matchAll(SPACED_WORD)) {
    const start = match.index
    const end = start + match[0].length
    let weight = 0
    for (let unit = start; unit < end; unit++) weight += shares[unit] as number
    const isWord = end - start > 1
    const before = pieces.at(-1)
    if (before !== undefined && !isWord && !before.isWord && joins(before, start, weight)) {
      before.end = end
      before.weight += weight
    } else pieces.push({ start, end, weight, isWord })
  }
  return pieces
}

function joins(before: Piece, start: number, weight: number): boolean {
  return before.end === start && Math.sign(before.weight) === Math.sign(weight)
}

function asWritten(seen: SeenText, { start, end, weight }: Piece): WeighedPiece {
  const from = seen.folded.offsets[start] as number
  const to = seen.folded.offsets[end] as number
  const text = seen.text.slice(from, to)
  return { text, start: from, end: to, weight: Math.round(weight * 1000) / 1000 }
}
