import { hashOn } from './feature-bag.ts'
import { foldText } from './fold.ts'
import { isHan, isKana } from './scripts.ts'
import { createPieces, cutPieces, PIECE, type Pieces } from './text-pieces.ts'

/**
 * Near-duplicates by MinHash: the share of equal places of two signatures estimates how much their
 * sets of character n-grams overlap (A. Z. Broder: "On the resemblance and containment of
 * documents", SEQUENCES 1997); bands of places find the pairs worth comparing (J. Leskovec,
 * A. Rajaraman, J. Ullman: "Mining of Massive Datasets", 3.4).
 */
export const MIN_HASH = {
  places: 64,
  bands: 16,
  /** Places that must agree: an estimated overlap of five in eight. */
  agreeingMin: 40,
  /** Fewer n-grams say too little: two people who both write "too expensive!" copy nobody. */
  gramsMin: 20,
} as const

const PLACES = MIN_HASH.places
const GRAM_SPACED = 5
const GRAM_UNSPACED = 3

/** What is compared: the folded text without links, mentions and signs, one space between words. */
export function bareText(text: string): string {
  const folded = foldText(text)
  const pieces = cutPieces(folded, piecesFor(folded.length))
  let bare = ''
  for (let at = 0; at < pieces.count; at++) {
    const kind = pieces.kinds[at]
    if (kind !== PIECE.word && kind !== PIECE.run) continue
    bare += `${bare === '' ? '' : ' '}${folded.slice(pieces.starts[at], pieces.ends[at])}`
  }
  return bare
}

let spare: Pieces = createPieces(1_024)

function piecesFor(units: number): Pieces {
  if (spare.kinds.length < units) spare = createPieces(units * 2)
  return spare
}

/**
 * The n-grams by which texts are compared, as hashes, each once: 3 characters where the text is
 * Japanese or Chinese, 5 elsewhere. `bare` is what {@link bareText} answers.
 */
export function gramsOf(bare: string): Set<number> {
  const grams = new Set<number>()
  const size = isUnspaced(bare) ? GRAM_UNSPACED : GRAM_SPACED
  for (let at = 0; at + size <= bare.length; at++) grams.add(gramHash(bare, at, at + size))
  return grams
}

function gramHash(text: string, from: number, to: number): number {
  let hash = 0x811c9dc5
  for (let at = from; at < to; at++) hash = hashOn(hash, text.charCodeAt(at))
  return hash
}

/** A fifth of kana and han is enough: Japanese posts are full of Latin names. */
function isUnspaced(bare: string): boolean {
  let unspaced = 0
  for (let at = 0; at < bare.length; at++) {
    const unit = bare.charCodeAt(at)
    if (isKana(unit) || isHan(unit)) unspaced++
  }
  return unspaced * 5 >= bare.length
}

/** Odd multipliers and offsets of the 64 permutations, from a fixed xorshift. */
const STEPS = fixedNumbers(0x9e3779b9)
const OFFSETS = fixedNumbers(0x85ebca6b)

function fixedNumbers(seed: number): Int32Array {
  let state = seed | 0
  return Int32Array.from({ length: PLACES }, () => {
    state ^= state << 13
    state ^= state >>> 17
    state ^= state << 5
    return state | 1
  })
}

/** The 64 smallest values of the set under 64 permutations; null when it holds too little to tell. */
export function signatureOf(grams: ReadonlySet<number>): Uint32Array | null {
  if (grams.size < MIN_HASH.gramsMin) return null
  const signature = new Uint32Array(PLACES).fill(0xffffffff)
  for (const gram of grams) {
    const mixed = mix(gram)
    for (let place = 0; place < PLACES; place++) {
      const value = (Math.imul(mixed, STEPS[place] as number) + (OFFSETS[place] as number)) >>> 0
      if (value < (signature[place] as number)) signature[place] = value
    }
  }
  return signature
}

function mix(hash: number): number {
  let mixed = hash ^ (hash >>> 16)
  mixed = Math.imul(mixed, 0x85ebca6b)
  mixed ^= mixed >>> 13
  mixed = Math.imul(mixed, 0xc2b2ae35)
  return mixed ^ (mixed >>> 16)
}

/** How many of the 64 places agree. */
export function agreeingPlaces(a: Uint32Array, b: Uint32Array): number {
  let agreeing = 0
  for (let place = 0; place < PLACES; place++) if (a[place] === b[place]) agreeing++
  return agreeing
}
