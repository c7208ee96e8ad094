import { hashOn } from './feature-bag.ts'
import { FEATURE_UNITS_MAX } from './text-features.ts'
import { createPieces, cutPieces, PIECE } from './text-pieces.ts'

/** Which words, and which three characters in a row of Japanese, the model has met: a Bloom filter. */
export interface KnownUnits {
  /** A power of two of bits. */
  bits: Uint8Array
}

/** 2^21 bits hold 200,000 units at two bits each with under 4 % taken for known by chance. */
const KNOWN_BITS_LOG = 21

export function createKnownUnits(): KnownUnits {
  return { bits: new Uint8Array(2 ** (KNOWN_BITS_LOG - 3)) }
}

export function learnUnits({ bits }: KnownUnits, folded: string): void {
  const mask = bits.length * 8 - 1
  eachUnit(folded, (hash) => {
    setBit(bits, firstBit(hash) & mask)
    setBit(bits, secondBit(hash) & mask)
  })
}

/** So many units count as known beside those of the text, so that one new name in five words is not strange. */
const TAKEN_FOR_KNOWN = 6

/** The share of a text's units that were never met, 0..1, smoothed for short texts. */
export function shareUnknown({ bits }: KnownUnits, folded: string): number {
  const mask = bits.length * 8 - 1
  let units = 0
  let unknown = 0
  eachUnit(folded, (hash) => {
    units++
    if (!hasBit(bits, firstBit(hash) & mask) || !hasBit(bits, secondBit(hash) & mask)) unknown++
  })
  return unknown / (units + TAKEN_FOR_KNOWN)
}

function firstBit(hash: number): number {
  return hash ^ (hash >>> 16)
}

function secondBit(hash: number): number {
  const other = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d)
  return other ^ (other >>> 13)
}

function setBit(bits: Uint8Array, bit: number): void {
  bits[bit >>> 3] = (bits[bit >>> 3] as number) | (1 << (bit & 7))
}

function hasBit(bits: Uint8Array, bit: number): boolean {
  return (((bits[bit >>> 3] as number) >> (bit & 7)) & 1) === 1
}

const RUN_UNITS = 3
const pieces = createPieces(FEATURE_UNITS_MAX + 2)

function eachUnit(folded: string, visit: (hash: number) => void): void {
  cutPieces(folded.slice(0, FEATURE_UNITS_MAX), pieces)
  for (let at = 0; at < pieces.count; at++) {
    const start = pieces.starts[at] as number
    const end = pieces.ends[at] as number
    if (pieces.kinds[at] === PIECE.word) visit(hashSpan(folded, start, end))
    if (pieces.kinds[at] !== PIECE.run) continue
    for (let from = start; from + RUN_UNITS <= end; from++) {
      visit(hashSpan(folded, from, from + RUN_UNITS))
    }
  }
}

function hashSpan(text: string, start: number, end: number): number {
  let hash = 0x811c9dc5
  for (let at = start; at < end; at++) hash = hashOn(hash, text.charCodeAt(at))
  return hash
}
