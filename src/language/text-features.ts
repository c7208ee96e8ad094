import { type FeatureBag, hashOf, hashOn } from './feature-bag.ts'
import { createPieces, cutPieces, isDigit, PIECE, type Pieces } from './text-pieces.ts'

/** A stretch of a folded text, in code units. */
export interface Span {
  start: number
  end: number
}

/** How strongly each family speaks; the features of a family share its weight (each has weight / √count). */
const FAMILY_WEIGHT = {
  words: 1.6,
  pairs: 1,
  triples: 0.7,
  letters: 1.3,
  runs: 2.2,
  tail: 0.8,
  signs: 0.8,
}

const FAMILY = {
  word: hashOf('word'),
  negated: hashOf('negated'),
  pair: hashOf('pair'),
  first: hashOf('first'),
  triple: hashOf('triple'),
  tail: hashOf('tail'),
  letters: hashOf('letters'),
  run: hashOf('run'),
  sign: hashOf('sign'),
}
/** Mixed into every feature of quoted text, so that others' words are not the author's. */
const QUOTED = hashOf('quoted')

/** More than this decides nothing and costs time; the beginning and the end of a text say most. */
export const FEATURE_UNITS_MAX = 4_000

/**
 * Makes the features of texts that need no dictionary: of words (scripts with spaces) single ones,
 * negated ones within three words of a negation, pairs, and 3 to 5 letters inside; of Japanese,
 * Chinese and Korean runs 1 to 5 characters; signs, links, mentions. Repeated letters count twice at
 * most (sooo = soo, ！！！ = ！！), digits are one. Features of what stands in `quoted` are others'.
 *
 * One maker keeps its room from text to text: it is not to be shared between threads.
 */
export function createFeatureMaker(): (
  bag: FeatureBag,
  folded: string,
  quoted: readonly Span[],
) => void {
  const pieces = createPieces(FEATURE_UNITS_MAX + 2)
  return (bag, folded, quoted) => {
    const seen: SeenPieces = { folded, pieces: cutPieces(folded, pieces), quoted }
    addFamily(bag, FAMILY_WEIGHT.words, seen, addWords)
    addFamily(bag, FAMILY_WEIGHT.pairs, seen, addPairs)
    addFamily(bag, FAMILY_WEIGHT.triples, seen, addTriples)
    addFamily(bag, FAMILY_WEIGHT.letters, seen, addLetters)
    addFamily(bag, FAMILY_WEIGHT.runs, seen, addRuns)
    addFamily(bag, FAMILY_WEIGHT.tail, seen, addTail)
    addFamily(bag, FAMILY_WEIGHT.signs, seen, addSigns)
  }
}

interface SeenPieces {
  folded: string
  pieces: Pieces
  quoted: readonly Span[]
}

function addFamily(
  bag: FeatureBag,
  weight: number,
  seen: SeenPieces,
  add: (bag: FeatureBag, seen: SeenPieces) => void,
): void {
  const from = bag.size
  add(bag, seen)
  if (bag.size > from) bag.scale(from, weight / Math.sqrt(bag.size - from))
}

/** The seed of a family's hashes at a place: another where the text is quoted. */
function seedAt(family: number, quoted: readonly Span[], at: number): number {
  for (const span of quoted) if (at >= span.start && at < span.end) return family ^ QUOTED
  return family
}

const DIGIT = 0x30

/** Hash of the units [start, end): digits alike, the third of a kind in a row left out. */
function hashPiece(seed: number, text: string, start: number, end: number): number {
  let hash = seed
  let before = 0
  let beforeThat = 0
  for (let at = start; at < end; at++) {
    const unit = plainUnit(text.charCodeAt(at))
    if (unit === before && unit === beforeThat) continue
    hash = hashOn(hash, unit)
    beforeThat = before
    before = unit
  }
  return hash
}

function plainUnit(unit: number): number {
  if (isDigit(unit)) return DIGIT
  return unit === 0x2019 ? 0x27 : unit
}

const NEGATIONS = new Set(
  `not no never none nothing nobody nowhere neither nor without hardly barely scarcely cannot cant
  can't don't dont doesn't doesnt didn't didnt won't wont wouldn't wouldnt isn't isnt aren't arent
  wasn't wasnt weren't werent haven't havent hasn't hasnt hadn't hadnt shouldn't shouldnt couldn't
  couldnt ain't aint`.split(/\s+/),
)
const NEGATION_REACH = 3
const NEGATION_LETTERS_MAX = 9

function isNegation(text: string, start: number, end: number): boolean {
  return end - start <= NEGATION_LETTERS_MAX && NEGATIONS.has(text.slice(start, end))
}

function addWords(bag: FeatureBag, { folded, pieces, quoted }: SeenPieces): void {
  let negatedFor = 0
  for (let at = 0; at < pieces.count; at++) {
    const start = pieces.starts[at] as number
    const end = pieces.ends[at] as number
    if (pieces.kinds[at] !== PIECE.word) {
      negatedFor = 0
      continue
    }
    const family = negatedFor > 0 ? FAMILY.negated : FAMILY.word
    bag.add(hashPiece(seedAt(family, quoted, start), folded, start, end), 1, start, end)
    negatedFor = isNegation(folded, start, end) ? NEGATION_REACH : negatedFor - 1
  }
}

/** Neighbouring words, and the first of the text by themselves: how a post begins tells what it wants. */
function addPairs(bag: FeatureBag, { folded, pieces, quoted }: SeenPieces): void {
  let before = -1
  for (let at = 0; at < pieces.count; at++) {
    if (pieces.kinds[at] !== PIECE.word) {
      before = -1
      continue
    }
    const start = pieces.starts[at] as number
    const end = pieces.ends[at] as number
    const from = before < 0 ? start : (pieces.starts[before] as number)
    const seed = seedAt(before < 0 ? FAMILY.first : FAMILY.pair, quoted, start)
    bag.add(hashPiece(seed, folded, from, end), 1, from, end)
    before = at
  }
}

/** Three words in a row, and the outer two with any word between: would have ordered, not so good. */
function addTriples(bag: FeatureBag, { folded, pieces, quoted }: SeenPieces): void {
  for (let at = 2; at < pieces.count; at++) {
    if (!isWordAt(pieces, at - 2) || !isWordAt(pieces, at - 1) || !isWordAt(pieces, at)) continue
    const start = pieces.starts[at - 2] as number
    const end = pieces.ends[at] as number
    const seed = seedAt(FAMILY.triple, quoted, start)
    bag.add(hashPiece(seed, folded, start, end), 1, start, end)
    const first = hashPiece(seed, folded, start, pieces.ends[at - 2] as number)
    const outer = hashPiece(hashOn(first, EDGE), folded, pieces.starts[at] as number, end)
    bag.add(outer, 1, start, end)
  }
}

function isWordAt(pieces: Pieces, at: number): boolean {
  return pieces.kinds[at] === PIECE.word
}

/** What turns a text: what follows weighs more than what came before. */
const TURN =
  /\b(?:but|however|though|although|yet|now|until|sadly|unfortunately|except)\b|けど|けれど|のに|ものの|でも|しかし|ですが|ますが|だが|が、|今は|ただ/g
const SENTENCE_END = /[.!?]\s+(?=\S)|[。!?](?=[^。!?\s\w/])/g
const TAIL_UNITS_MAX = 160
const TAIL_GRAM_MAX = 4

/** The words after the last turn, or of the last sentence: people say last what they mean. */
function addTail(bag: FeatureBag, { folded, pieces, quoted }: SeenPieces): void {
  const from = tailStart(folded)
  for (let at = 0; at < pieces.count; at++) {
    const start = Math.max(from, pieces.starts[at] as number)
    const end = pieces.ends[at] as number
    if (start >= end) continue
    const seed = seedAt(FAMILY.tail, quoted, start)
    if (pieces.kinds[at] === PIECE.run) addGrams(bag, folded, start, end, seed, 2, TAIL_GRAM_MAX)
    else if (pieces.kinds[at] === PIECE.word) {
      bag.add(hashPiece(seed, folded, start, end), 1, start, end)
    }
  }
}

function tailStart(folded: string): number {
  const nearest = Math.max(0, folded.length - TAIL_UNITS_MAX)
  return Math.max(nearest, lastEnd(folded, TURN) || lastEnd(folded, SENTENCE_END))
}

/** Where the last match ends; 0 where there is none, or nothing after it. */
function lastEnd(text: string, pattern: RegExp): number {
  let end = 0
  for (const match of text.matchAll(pattern)) {
    const to = match.index + match[0].length
    if (to < text.length - 1) end = to
  }
  return end
}

const EDGE = 0x5e
const LETTERS_MIN = 3
const LETTERS_MAX = 5

function addLetters(bag: FeatureBag, { folded, pieces, quoted }: SeenPieces): void {
  for (let at = 0; at < pieces.count; at++) {
    if (pieces.kinds[at] !== PIECE.word) continue
    const start = pieces.starts[at] as number
    const end = pieces.ends[at] as number
    if (end - start < LETTERS_MIN) continue
    const seed = seedAt(FAMILY.letters, quoted, start)
    addGrams(bag, folded, start, end, seed, LETTERS_MIN, LETTERS_MAX)
  }
}

const RUN_GRAM_MAX = 5

function addRuns(bag: FeatureBag, { folded, pieces, quoted }: SeenPieces): void {
  for (let at = 0; at < pieces.count; at++) {
    if (pieces.kinds[at] !== PIECE.run) continue
    const start = pieces.starts[at] as number
    const end = pieces.ends[at] as number
    if (quoted.length === 0) addGrams(bag, folded, start, end, FAMILY.run, 1, RUN_GRAM_MAX)
    else addRunPieces(bag, folded, start, end, quoted)
  }
}

/** A run is cut where a quotation begins or ends, so that no feature is half ours. */
function addRunPieces(
  bag: FeatureBag,
  folded: string,
  start: number,
  end: number,
  quoted: readonly Span[],
): void {
  for (let from = start; from < end; ) {
    const seed = seedAt(FAMILY.run, quoted, from)
    let to = from + 1
    while (to < end && seedAt(FAMILY.run, quoted, to) === seed) to++
    addGrams(bag, folded, from, to, seed, 1, RUN_GRAM_MAX)
    from = to
  }
}

/**
 * Every gram of `min` to `max` units of [start, end) with an edge mark on either side. Repetitions
 * beyond two are passed over, so a gram may span more units than it has.
 */
function addGrams(
  bag: FeatureBag,
  text: string,
  start: number,
  end: number,
  seed: number,
  min: number,
  max: number,
): void {
  for (let from = start - 1; from < end; from++) {
    if (from > start + 1 && isThirdInRow(text, from, start)) continue
    let hash = seed
    let units = 0
    for (let at = from; at <= end && units < max; at++) {
      if (at > start + 1 && at < end && isThirdInRow(text, at, start)) continue
      hash = hashOn(hash, at < start || at === end ? EDGE : plainUnit(text.charCodeAt(at)))
      units++
      const isEdgeAlone = units === 1 && (at < start || at === end)
      if (units < min || isEdgeAlone) continue
      bag.add(hash, 1, Math.max(from, start), Math.min(at + 1, end))
    }
  }
}

function isThirdInRow(text: string, at: number, start: number): boolean {
  if (at < start + 2) return false
  const unit = text.charCodeAt(at)
  return unit === text.charCodeAt(at - 1) && unit === text.charCodeAt(at - 2)
}

const LINK = hashOf('link')
const MENTION = hashOf('mention')
const MENTION_FIRST = hashOf('mention-first')

function addSigns(bag: FeatureBag, { folded, pieces }: SeenPieces): void {
  for (let at = 0; at < pieces.count; at++) {
    const kind = pieces.kinds[at]
    const start = pieces.starts[at] as number
    const end = pieces.ends[at] as number
    if (kind === PIECE.link) bag.add(LINK, 1, start, end)
    else if (kind === PIECE.mention) bag.add(at === 0 ? MENTION_FIRST : MENTION, 1, start, end)
    else if (kind === PIECE.sign) bag.add(hashPiece(FAMILY.sign, folded, start, end), 1, start, end)
  }
}
