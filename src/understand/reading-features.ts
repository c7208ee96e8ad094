import {
  createFeatureMaker,
  FEATURE_UNITS_MAX,
  type FeatureBag,
  foldWithOffsets,
  hashOf,
  hashOn,
  type Span,
} from '#language/index.ts'
import { CONCEPTS } from './concepts/all.ts'
import type { Concept } from './concepts/concept.ts'
import { conceptFinder } from './concepts/concept-finder.ts'
import type { SeenText } from './feeling.ts'
import type { LabelFunction } from './label-functions/label-function.ts'
import { findQuoted, foldedPlace } from './quoted-text.ts'
import { type FoundSentiment, findSentiment } from './sentiment.ts'
import { votersFor } from './voters.ts'

const addTextFeatures = createFeatureMaker()

/** A text with the signs that were heard in it, and where in the bag the two features of each begin. */
export interface SeenFeatures extends SeenText {
  signs: { at: number; sign: LabelFunction }[]
}

/** So many features stand for each sign. */
export const FEATURES_PER_SIGN = 2

/**
 * What a reader looks at in a text: the features of its characters and words, what the lexicon feels,
 * which label functions vote, and its shape. Fills the bag, made a vector of length 1. Answers the
 * text with its folded form, whose units the features' places count. Longer texts are read by their
 * beginning: a decision shows early, and time must stay bounded.
 */
export function addReadingFeatures(bag: FeatureBag, text: string, lang: string): SeenFeatures {
  const head = text.length > FEATURE_UNITS_MAX ? text.slice(0, FEATURE_UNITS_MAX) : text
  const seen: SeenFeatures = { text: head, folded: foldWithOffsets(head), signs: [] }
  const quoted = findQuoted(seen)
  addTextFeatures(bag, seen.folded.text, quoted)
  const signs = new Set<string>()
  addVotes(bag, seen, lang, signs)
  addConcepts(bag, seen, quoted, signs)
  addFeelings(bag, seen, lang, findSentiment(seen, lang), signs)
  addShape(bag, head, lang, signs)
  addPairsOfSigns(bag, signs)
  bag.normalise()
  return seen
}

const VOTE = hashOf('vote')
const VOTE_WEIGHT = 0.8

function addVotes(bag: FeatureBag, seen: SeenFeatures, lang: string, signs: Set<string>): void {
  const voters = votersFor(lang)
  for (const { index, start, end } of voters.cast(seen.folded.text)) {
    const voter = voters.functions[index]
    if (voter === undefined) continue
    signs.add(`vote ${voter.votes}`)
    seen.signs.push({ at: bag.size, sign: voter })
    bag.add(hashName(VOTE, `${voter.of} ${voter.votes}`), VOTE_WEIGHT, start, end)
    bag.add(hashName(VOTE, `${lang} ${voter.of} ${voter.name}`), VOTE_WEIGHT, start, end)
  }
}

const CONCEPT = hashOf('concept')
const QUOTED_CONCEPT = hashOf('quoted concept')
const CONCEPT_WEIGHT = 1.2
const CONCEPT_HASHES = CONCEPTS.map(({ id }) => hashName(CONCEPT, id))
const SIDE_HASHES = new Map([-1, 0, 1].map((side) => [side, hashName(CONCEPT, `side ${side}`)]))

/**
 * The meanings that are named, whatever their wording and language; together they weigh one family.
 * What others are quoted with is no sign of the author's.
 */
function addConcepts(
  bag: FeatureBag,
  seen: SeenText,
  quoted: readonly Span[],
  signs: Set<string>,
): void {
  const from = bag.size
  for (const { index, start, end } of conceptFinder().find(seen.folded.text)) {
    if (quoted.some((span) => start >= span.start && start < span.end)) {
      bag.add((CONCEPT_HASHES[index] as number) ^ QUOTED_CONCEPT, 1, start, end)
      continue
    }
    bag.add(CONCEPT_HASHES[index] as number, 1, start, end)
    const { kind, side } = CONCEPTS[index] as Concept
    if (kind === 'aspect') signs.add('aspect')
    if (kind === 'claim' && side !== 0) signs.add(side > 0 ? 'good claim' : 'bad claim')
    if (kind === 'claim') bag.add(SIDE_HASHES.get(side) as number, 0.5, start, end)
  }
  if (bag.size > from) bag.scale(from, CONCEPT_WEIGHT / Math.sqrt(bag.size - from))
}

const FEELING = hashOf('feeling')
/** Half of full strength is reached at a weight of three: one strong word or two plain ones. */
const HALF_STRENGTH = 3
const LEVELS = 4
const LEVEL_WEIGHT = 0.5
const PIECE_WEIGHT = 0.3

/** The lexicon's view: each word of feeling in its place, and what they come to together. */
function addFeelings(
  bag: FeatureBag,
  seen: SeenText,
  lang: string,
  found: FoundSentiment,
  signs: Set<string>,
): void {
  let good = 0
  let bad = 0
  let last = 0
  let lastStart = -1
  for (const { weight, start, end } of found.feelings) {
    if (weight > 0) good += weight
    else bad -= weight
    if (start > lastStart) {
      last = Math.sign(weight)
      lastStart = start
    }
    const side = weight > 0 ? 'good' : 'bad'
    const strength = Math.min(1, Math.abs(weight) / HALF_STRENGTH)
    const places = [foldedPlace(seen, start), foldedPlace(seen, end)] as const
    bag.add(hashName(FEELING, side), PIECE_WEIGHT * strength, ...places)
  }
  const add = (name: string, value: number) => {
    bag.add(hashName(FEELING, name), value, 0, 0)
    bag.add(hashName(FEELING, `${lang} ${name}`), value, 0, 0)
  }
  add('score', found.score * 1.5)
  add('good in all', good / (good + HALF_STRENGTH))
  add('bad in all', bad / (bad + HALF_STRENGTH))
  add(`last ${last}`, LEVEL_WEIGHT)
  if (good > 1 && bad > 1) add('both', LEVEL_WEIGHT)
  add(`level ${Math.round(found.score * LEVELS)}`, LEVEL_WEIGHT)
  signs.add(`level ${Math.round(found.score * 2)}`)
}

const SHAPE = hashOf('shape')
const SHAPE_WEIGHT = 0.5
const COUNTED: readonly (readonly [name: string, pattern: RegExp, max: number])[] = [
  ['asked', /[?？]/g, 2],
  ['asked at the end', /[?？][^\p{L}\p{N}]*$/gu, 1],
  ['exclaimed', /[!！]/g, 3],
  ['shouted', /\b[A-Z]{3,}\b/g, 3],
  ['tagged', /[#＃]/g, 4],
  ['trailing off', /…|\.\.\.|。。/g, 2],
  ['priced', /[¥￥$€£]\s?\d|\d\s?円|\d+% ?off/gi, 2],
  ['linked', /https?:\/\//g, 2],
  ['to somebody', /^@/g, 1],
  ['of oneself', /\b(?:i|my|me|we|our)\b|俺|私|僕|うち|自分/gi, 2],
  ['lines', /\n/g, 3],
  ['emoji', /\p{Extended_Pictographic}/gu, 3],
]

function addShape(bag: FeatureBag, text: string, lang: string, signs: Set<string>): void {
  const add = (name: string) => bag.add(hashName(SHAPE, name), SHAPE_WEIGHT, 0, 0)
  add(`lang ${lang === 'ja' || lang === 'en' ? lang : 'other'}`)
  add(`length ${Math.min(9, Math.round(Math.log2(text.length + 1)))}`)
  for (const [name, pattern, max] of COUNTED) {
    const count = text.match(pattern)?.length ?? 0
    if (count === 0) continue
    add(`${name} ${Math.min(max, count)}`)
    signs.add(name)
  }
}

const PAIR = hashOf('pair of signs')
const PAIRS_WEIGHT = 1

/** What a sum of single signs cannot say: bad words AND a product are a complaint, bad words alone a bad day. */
function addPairsOfSigns(bag: FeatureBag, signs: ReadonlySet<string>): void {
  const from = bag.size
  const sorted = [...signs].sort()
  for (const [at, sign] of sorted.entries()) {
    const first = hashName(PAIR, sign)
    for (const other of sorted.slice(at + 1)) bag.add(hashName(first, other), 1, 0, 0)
  }
  if (bag.size > from) bag.scale(from, PAIRS_WEIGHT / Math.sqrt(bag.size - from))
}

/** The hash of a named feature of a family. */
function hashName(family: number, name: string): number {
  let hash = family
  for (let at = 0; at < name.length; at++) hash = hashOn(hash, name.charCodeAt(at))
  return hash
}
