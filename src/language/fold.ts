import { isHiragana, isKatakana } from './scripts.ts'

/** A folded text and where each of its code units came from. */
export interface FoldedText {
  text: string
  /**
   * For each folded UTF-16 code unit the offset, in the original, of the character it came from;
   * one more entry at the end holds the original's length. Never decreases.
   */
  offsets: Int32Array
}

/**
 * The one folding that search, topics and names compare by: NFKC (so full and half width are one),
 * lower case, katakana as hiragana, detached 濁点 and 半濁点 composed, zero-width and other format
 * characters dropped, dashes unified (between two kana they are a mistyped ー), runs of white space
 * as one space. Lone surrogates become U+FFFD and control characters go, so that every folded text
 * can be stored.
 *
 * Folding works on clusters (a character and the marks that follow it), which is what makes
 * `foldWithOffsets` agree with it.
 */
export function foldText(text: string): string {
  return isPlainAscii(text) ? foldAscii(text) : fold(text, null)
}

/** The folded text with the way back into the original; `foldWithOffsets(x).text === foldText(x)`. */
export function foldWithOffsets(text: string): FoldedText {
  const offsets = new OffsetList(text.length + 1)
  const folded = fold(text, offsets)
  offsets.push(text.length)
  return { text: folded, offsets: offsets.done() }
}

const NOT_PLAIN_ASCII = /[^\t\n\v\f\r -~]/
const ASCII_SPACE_RUN = /[\t\n\v\f\r]+ *| {2,}/

function isPlainAscii(text: string): boolean {
  return !NOT_PLAIN_ASCII.test(text)
}

function foldAscii(text: string): string {
  const lower = text.toLowerCase()
  return ASCII_SPACE_RUN.test(lower) ? lower.replace(/[\t\n\v\f\r ]+/g, ' ') : lower
}

function fold(text: string, offsets: OffsetList | null): string {
  let folded = ''
  let endsInSpace = false
  for (let at = 0; at < text.length; ) {
    const end = clusterEnd(text, at)
    const piece = foldClusterAt(text, at, end, folded)
    for (let i = 0; i < piece.length; i++) {
      const isSpace = piece.charCodeAt(i) === 0x20
      if (isSpace && endsInSpace) continue
      folded += piece[i]
      offsets?.push(at)
      endsInSpace = isSpace
    }
    at = end
  }
  return folded
}

function foldClusterAt(text: string, at: number, end: number, before: string): string {
  const unit = text.charCodeAt(at)
  if (end === at + 1) {
    return isDash(unit) ? foldDash(before, text.charCodeAt(end)) : foldUnit(unit)
  }
  return foldCluster(text.slice(at, end))
}

/** Folded forms of single code units, filled as they are met. */
const foldedUnits: (string | undefined)[] = new Array(0x10000)

function foldUnit(unit: number): string {
  let known = foldedUnits[unit]
  if (known === undefined) {
    known = foldCluster(String.fromCharCode(unit))
    foldedUnits[unit] = known
  }
  return known
}

const DROPPED =
  /\p{Cf}|\p{Cc}|[\uFE00-\uFE0F]|[\u{E0100}-\u{E01EF}]|[\u115F\u1160\u3164\uFFA0]|\u034F/gu
const SPACES = /[\s\u0085]+/gu

function foldCluster(cluster: string): string {
  return cluster
    .toWellFormed()
    .replace(SPACES, ' ')
    .replace(DROPPED, '')
    .replaceAll('\u309b', '\u3099')
    .replaceAll('\u309c', '\u309a')
    .normalize('NFKC')
    .toLowerCase()
    .normalize('NFKC')
    .replace(/[\u30a1-\u30f6\u30fd\u30fe]/g, hiraganaOf)
    .replaceAll('ς', 'σ')
    .replaceAll('〜', '~')
    .replace(/[\u2010-\u2015\u2212]/g, '-')
    .replace(SPACES, ' ')
}

function hiraganaOf(katakana: string): string {
  return String.fromCharCode(katakana.charCodeAt(0) - 0x60)
}

/** ‐ ‑ ‒ – — ― − － : on Japanese keyboards all of them stand in for ー now and then. */
function isDash(unit: number): boolean {
  return (unit >= 0x2010 && unit <= 0x2015) || unit === 0x2212 || unit === 0xff0d
}

function foldDash(before: string, next: number): string {
  const last = before.charCodeAt(before.length - 1)
  return isHiragana(last) && (isHiragana(next) || isKatakana(next)) ? 'ー' : '-'
}

/** End of the character at `at` with everything after it that may compose with it or vanish into it. */
function clusterEnd(text: string, at: number): number {
  let end = characterEnd(text, at)
  while (end < text.length && joinsBackwards(text, end)) end = characterEnd(text, end)
  return end
}

function characterEnd(text: string, at: number): number {
  const unit = text.charCodeAt(at)
  if (unit < 0xd800 || unit > 0xdbff) return at + 1
  const next = text.charCodeAt(at + 1)
  return next >= 0xdc00 && next <= 0xdfff ? at + 2 : at + 1
}

/** Marks, format characters, detached voicing marks, and jamo (which compose although they are no marks). */
const JOINS =
  /^[\p{M}\p{Cf}\u309b\u309c\uff9e\uff9f\u115f-\u11ff\ud7b0-\ud7ff\u3131-\u318e\uffa0-\uffdc]$/u
const UNKNOWN = 0
const STANDS = 1
const ATTACHES = 2
const joining = new Uint8Array(0x10000)

function joinsBackwards(text: string, at: number): boolean {
  const unit = text.charCodeAt(at)
  if (unit < 0x300 && unit !== 0xad) return false
  if (unit >= 0xd800 && unit <= 0xdfff) return pairJoins(text, at)
  if (joining[unit] === UNKNOWN) {
    joining[unit] = JOINS.test(String.fromCharCode(unit)) ? ATTACHES : STANDS
  }
  return joining[unit] === ATTACHES
}

function pairJoins(text: string, at: number): boolean {
  const point = text.codePointAt(at) ?? 0
  // Emoji and rare ideographs are by far the most frequent pairs, and none of them is a mark.
  if (point >= 0x1f000 && point < 0xe0000) return false
  return JOINS.test(String.fromCodePoint(point))
}

/** A growing list of offsets; folding may lengthen a text (㍿ becomes four characters). */
class OffsetList {
  #values: Int32Array
  #length = 0

  constructor(expected: number) {
    this.#values = new Int32Array(expected)
  }

  push(value: number): void {
    if (this.#length === this.#values.length) {
      const wider = new Int32Array(this.#length * 2 + 16)
      wider.set(this.#values)
      this.#values = wider
    }
    this.#values[this.#length++] = value
  }

  done(): Int32Array {
    return this.#values.subarray(0, this.#length)
  }
}
