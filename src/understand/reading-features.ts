import {
  createFeatureMaker,
  FEATURE_UNITS_MAX,
  type FeatureBag,
  foldWithOffsets,
  hashOf,
  hashOn,
} from '#language/index.ts'
import type { SeenText } from './feeling.ts'
import { findQuoted, foldedPlace } from './quoted-text.ts'
import { type FoundSentiment, findSentiment } from './sentiment.ts'
import { votersFor } from './voters.ts'

const addTextFeatures = createFeatureMaker()

/**
 * What a reader looks at in a text: the features of its characters and words, what the lexicon feels,
 * which label functions vote, and its shape. Fills the bag, made a vector of length 1. Answers the
 * text with its folded form, whose units the features' places count. Longer texts are read by their
 * beginning: a decision shows early, and time must stay bounded.
 */
export function addReadingFeatures(bag: FeatureBag, text: string, lang: string): SeenText {
  const head = text.length > FEATURE_UNITS_MAX ? text.slice(0, FEATURE_UNITS_MAX) : text
  const seen: SeenText = { text: head, folded: foldWithOffsets(head) }
  addTextFeatures(bag, seen.folded.text, findQuoted(seen))
  addVotes(bag, seen, lang)
  addFeelings(bag, seen, lang, findSentiment(seen, lang))
  addShape(bag, head, lang)
  bag.normalise()
  return seen
}

const VOTE = hashOf('vote')
const VOTE_WEIGHT = 0.8

function addVotes(bag: FeatureBag, seen: SeenText, lang: string): void {
  const voters = votersFor(lang)
  for (const { index, start, end } of voters.cast(seen.folded.text)) {
    const voter = voters.functions[index]
    if (voter === undefined) continue
    bag.add(hashName(VOTE, `${voter.of} ${voter.votes}`), VOTE_WEIGHT, start, end)
    bag.add(hashName(VOTE, `${lang} ${voter.of} ${voter.name}`), VOTE_WEIGHT, start, end)
  }
}

const FEELING = hashOf('feeling')
/** Half of full strength is reached at a weight of three: one strong word or two plain ones. */
const HALF_STRENGTH = 3
const LEVELS = 4
const LEVEL_WEIGHT = 0.5
const PIECE_WEIGHT = 0.3

/** The lexicon's view: each word of feeling in its place, and what they come to together. */
function addFeelings(bag: FeatureBag, seen: SeenText, lang: string, found: FoundSentiment): void {
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
  ['lines', /\n/g, 3],
  ['emoji', /\p{Extended_Pictographic}/gu, 3],
]

function addShape(bag: FeatureBag, text: string, lang: string): void {
  const add = (name: string) => bag.add(hashName(SHAPE, name), SHAPE_WEIGHT, 0, 0)
  add(`lang ${lang === 'ja' || lang === 'en' ? lang : 'other'}`)
  add(`length ${Math.min(9, Math.round(Math.log2(text.length + 1)))}`)
  for (const [name, pattern, max] of COUNTED) {
    const count = text.match(pattern)?.length ?? 0
    if (count > 0) add(`${name} ${Math.min(max, count)}`)
  }
}

/** The hash of a named feature of a family. */
function hashName(family: number, name: string): number {
  let hash = family
  for (let at = 0; at < name.length; at++) hash = hashOn(hash, name.charCodeAt(at))
  return hash
}
