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
  const shares = shareOverUnits(model, bag, seen.folded.text.length, explained)
  const pieces = piecesOf(seen.folded.text, shares)
  return pieces
    .filter(({ weight }) => Math.abs(weight) >= WEIGHT_MIN)
    .sort((a, b) => Math.abs(b.weight) - Math.abs(a.weight))
    .slice(0, PIECES_MAX)
    .map((piece) => evidenceOf(seen, piece, explained))
}

/** What each unit of the folded text adds to the answer. */
function shareOverUnits(
  model: LinearModel,
  bag: FeatureBag,
  units: number,
  { worth, pushed }: Explained,
): Float64Array {
  const shares = new Float64Array(units)
  for (const { push, start, end } of pushed) spread(shares, push, start, end)
  for (let at = 0; at < bag.size; at++) {
    const start = bag.starts[at] as number
    const end = bag.ends[at] as number
    if (end <= start) continue
    const adds = (bag.values[at] as number) * weightOf(model, bag.buckets[at] as number, worth)
    spread(shares, adds, start, end)
  }
  return shares
}

function spread(shares: Float64Array, adds: number, start: number, end: number): void {
  const share = adds / (end - start)
  for (let unit = start; unit < end; unit++) shares[unit] = (shares[unit] as number) + share
}

/** What a bucket adds to the answer through all margins. */
function weightOf(model: LinearModel, bucket: number, worth: Float64Array): number {
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

function evidenceOf(
  seen: SeenText,
  { start, end, weight }: Piece,
  { of, label }: Explained,
): Evidence {
  const from = seen.folded.offsets[start] as number
  const to = seen.folded.offsets[end] as number
  return {
    of,
    ...(label === undefined ? {} : { label }),
    text: seen.text.slice(from, to),
    start: from,
    end: to,
    weight: Math.round(weight * 1000) / 1000,
  }
}
