import { type FeatureBag, type LinearModel, weightAt } from '#language/index.ts'
import type { Evidence, Explanation, TopicMention } from '#vocabulary/index.ts'
import { ruleNameOf } from './label-functions/rule-names.ts'
import { FEATURES_PER_SIGN, type SeenFeatures } from './reading-features.ts'
import type { Push } from './turns/turn.ts'
import { turnNameOf } from './turns/turn-names.ts'

/** One output of the model to be explained: what it is evidence of, and for which label. */
export interface Explained {
  of: Explanation['of']
  label?: string
  /** What a unit of each of the model's margins is worth for the answer. */
  worth: Float64Array
  /** The answer where all margins are nothing. */
  nothing: number
  /** What turns add to the answer. */
  pushed: readonly Push[]
}

const PIECES_MAX = 12
const WEIGHT_MIN = 0.01

/** What an answer is made of, and the strongest pieces of it. */
export interface ExplainedOutput {
  explanation: Explanation
  evidence: Evidence[]
}

/**
 * Why an answer is as it is. A linear model's margins are the sums of its features' contributions
 * (weight × value), and the answer is the sum of the margins times their worth, so these are exact:
 * signs (label functions) and turns are told by name; each other feature is spread evenly over the characters it
 * was made of, topics are one piece each, and neighbours of one sign are put together (whole words
 * where words have spaces). What is too weak to be listed is `rest`, what has no place (the shape of
 * the text, the lexicon's sum) `whole`; with the bias they sum up to the score. Strongest first. `bag`
 * must still hold the features of `seen`.
 */
export function explainOutput(
  model: LinearModel,
  bag: FeatureBag,
  seen: SeenFeatures,
  explained: Explained,
  mentions: readonly TopicMention[] = [],
): ExplainedOutput {
  const { of, label, worth, nothing, pushed } = explained
  const shares = shareOut(model, bag, seen, worth)
  const turns = pushed.map(pieceOfTurn)
  const pieces = [...turns, ...shares.signs, ...piecesOf(seen, shares.units, mentions)]
  const shown = strongest(pieces)
  const sum = (some: readonly Piece[]) => some.reduce((all, { weight }) => all + weight, 0)
  const bias = nothing + worthOfBias(model, worth)
  const rest = sum(pieces) - sum(shown)
  const score = bias + shares.whole + sum(pieces)
  const named = { of, ...(label === undefined ? {} : { label }) }
  return {
    explanation: { ...named, score, bias, whole: shares.whole, rest },
    evidence: shown.map((piece) => ({ ...named, ...asWritten(seen, piece) })),
  }
}

function strongest(pieces: readonly Piece[]): Piece[] {
  return pieces
    .filter(({ weight }) => Math.abs(weight) >= WEIGHT_MIN)
    .sort((a, b) => Math.abs(b.weight) - Math.abs(a.weight))
    .slice(0, PIECES_MAX)
}

function worthOfBias({ bias }: LinearModel, worth: Float64Array): number {
  return worth.reduce((sum, much, output) => sum + much * (bias[output] as number), 0)
}

interface Piece {
  start: number
  end: number
  weight: number
  rule?: NonNullable<Evidence['rule']>
  topicId?: string
}

/** A turn of phrase is told by name, as a sign is. */
function pieceOfTurn({ name, push, start, end }: Push): Piece {
  return { start, end, weight: push, rule: { ...turnNameOf(name), votes: 'turn' } }
}

/** What each feature adds to the answer, by where it belongs. */
interface Shares {
  /** To each unit of the folded text. */
  units: Float64Array
  signs: Piece[]
  /** What has no place. */
  whole: number
}

function shareOut(
  model: LinearModel,
  bag: FeatureBag,
  seen: SeenFeatures,
  worth: Float64Array,
): Shares {
  const shares: Shares = { units: new Float64Array(seen.folded.text.length), signs: [], whole: 0 }
  const added = (at: number) =>
    (bag.values[at] as number) * weightOf(model, bag.buckets[at] as number, worth)
  const ofSigns = new Set<number>()
  for (const { at, sign } of seen.signs) {
    let weight = 0
    for (let of = 0; of < FEATURES_PER_SIGN; of++) {
      ofSigns.add(at + of)
      weight += added(at + of)
    }
    const rule = { ...ruleNameOf(sign), votes: sign.votes }
    shares.signs.push({
      start: bag.starts[at] as number,
      end: bag.ends[at] as number,
      weight,
      rule,
    })
  }
  for (let at = 0; at < bag.size; at++) {
    if (ofSigns.has(at)) continue
    const [start, end] = [bag.starts[at] as number, bag.ends[at] as number]
    if (end <= start) shares.whole += added(at)
    else addEvenly(shares.units, start, end, added(at))
  }
  return shares
}

/** A piece of a text as it was written, and what it adds. */
export interface WeighedPiece {
  text: string
  start: number
  end: number
  weight: number
}

/** The pieces of a text that add most, or take most away; `units`: what each folded unit adds. */
export function strongestPieces(seen: SeenFeatures, units: Float64Array): WeighedPiece[] {
  return strongest(piecesOf(seen, units, [])).map((piece) => {
    const { offsets } = seen.folded
    const [start, end] = [offsets[piece.start] as number, offsets[piece.end] as number]
    const weight = Math.round(piece.weight * 1000) / 1000
    return { text: seen.text.slice(start, end), start, end, weight }
  })
}

/** What each unit of the folded text adds, where a feature of a bucket adds its weight times its value. */
export function shareOverUnits(
  bag: FeatureBag,
  seen: SeenFeatures,
  weightOfBucket: (bucket: number) => number,
): Float64Array {
  const units = new Float64Array(seen.folded.text.length)
  for (let at = 0; at < bag.size; at++) {
    const [start, end] = [bag.starts[at] as number, bag.ends[at] as number]
    if (end <= start) continue
    const much = (bag.values[at] as number) * weightOfBucket(bag.buckets[at] as number)
    addEvenly(units, start, end, much)
  }
  return units
}

function addEvenly(units: Float64Array, start: number, end: number, much: number): void {
  const share = much / (end - start)
  for (let unit = start; unit < end; unit++) units[unit] = (units[unit] as number) + share
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

const SPACED_WORD = /[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}\p{N}'’-]+|[^\s]/gu

/**
 * Topics, then what is between them: words where they have spaces, else characters, of which
 * neighbours of one sign side by side are one. Every unit is in one piece.
 */
function piecesOf(
  seen: SeenFeatures,
  units: Float64Array,
  mentions: readonly TopicMention[],
): Piece[] {
  const pieces: Piece[] = []
  let from = 0
  for (const topic of placesOf(seen, mentions)) {
    if (topic.start < from) continue
    pieces.push(...wordsOf(seen.folded.text, units, from, topic.start))
    pieces.push({ ...topic, weight: sumOf(units, topic.start, topic.end) })
    from = topic.end
  }
  pieces.push(...wordsOf(seen.folded.text, units, from, units.length))
  return pieces
}

/** Where topics stand in the folded text, in order. */
function placesOf(
  { folded }: SeenFeatures,
  mentions: readonly TopicMention[],
): { start: number; end: number; topicId: string }[] {
  const unitAt = (place: number) => {
    const unit = folded.offsets.findIndex((offset) => offset >= place)
    return unit === -1 ? folded.text.length : Math.min(unit, folded.text.length)
  }
  return mentions
    .map(({ topicId, start, end }) => ({ topicId, start: unitAt(start), end: unitAt(end) }))
    .filter(({ start, end }) => end > start)
    .sort((a, b) => a.start - b.start || b.end - a.end)
}

function wordsOf(folded: string, units: Float64Array, from: number, to: number): Piece[] {
  const pieces: (Piece & { isWord: boolean })[] = []
  let last = from
  for (const match of folded.slice(from, to).matchAll(SPACED_WORD)) {
    const start = from + match.index
    const end = start + match[0].length
    // What a feature lays on the space before a word goes with the word.
    const weight = sumOf(units, last, end)
    last = end
    const isWord = end - start > 1
    const before = pieces.at(-1)
    if (before !== undefined && !isWord && !before.isWord && joins(before, start, weight)) {
      before.end = end
      before.weight += weight
    } else pieces.push({ start, end, weight, isWord })
  }
  if (last < to) pieces.push({ start: last, end: to, weight: sumOf(units, last, to), isWord: true })
  return pieces.map(({ isWord: _, ...piece }) => piece)
}

function joins(before: Piece, start: number, weight: number): boolean {
  return before.end === start && Math.sign(before.weight) === Math.sign(weight)
}

function sumOf(units: Float64Array, start: number, end: number): number {
  let sum = 0
  for (let unit = start; unit < end; unit++) sum += units[unit] as number
  return sum
}

function asWritten(
  seen: SeenFeatures,
  { start, end, ...piece }: Piece,
): Omit<Evidence, 'of' | 'label'> {
  const from = seen.folded.offsets[start] as number
  const to = seen.folded.offsets[end] as number
  return { text: seen.text.slice(from, to), start: from, end: to, ...piece }
}
