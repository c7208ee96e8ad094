import { isHan, isHangul, isKana } from './scripts.ts'

/** What a piece of a folded text is. */
export const PIECE = { word: 0, run: 1, link: 2, mention: 3, sign: 4 } as const

/** The pieces of a text side by side in typed arrays, reused from text to text. */
export interface Pieces {
  kinds: Uint8Array
  starts: Uint32Array
  ends: Uint32Array
  count: number
}

export function createPieces(unitsMax: number): Pieces {
  return {
    kinds: new Uint8Array(unitsMax),
    starts: new Uint32Array(unitsMax),
    ends: new Uint32Array(unitsMax),
    count: 0,
  }
}

/**
 * Cuts a folded text into words (scripts with spaces), runs (Japanese, Chinese, Korean with the
 * punctuation and digits in between, since endings like か? carry meaning), links, mentions and
 * single signs. White space belongs to none. Linear in the text's length.
 */
export function cutPieces(folded: string, into: Pieces): Pieces {
  into.count = 0
  for (let at = 0; at < folded.length; ) at = cutPiece(folded, at, into)
  return into
}

function cutPiece(text: string, at: number, into: Pieces): number {
  const unit = text.charCodeAt(at)
  if (unit === 0x20) return at + 1
  if (unit === 0x40) return note(into, PIECE.mention, at, mentionEnd(text, at))
  if (startsLink(text, at, unit)) return note(into, PIECE.link, at, visibleEnd(text, at))
  if (isUnspaced(unit)) return note(into, PIECE.run, at, runEnd(text, at))
  if (isWordUnit(unit)) return note(into, PIECE.word, at, wordEnd(text, at))
  return note(into, PIECE.sign, at, signEnd(text, at, unit))
}

function note(into: Pieces, kind: number, start: number, end: number): number {
  const at = into.count++
  into.kinds[at] = kind
  into.starts[at] = start
  into.ends[at] = end
  return end
}

function isUnspaced(unit: number): boolean {
  return unit >= 0x1100 && (isKana(unit) || isHan(unit) || isHangul(unit))
}

const LETTER = /[\p{L}\p{N}\p{M}]/u

function isWordUnit(unit: number): boolean {
  if (unit < 0x80) return isAsciiLetter(unit) || isDigit(unit)
  if (unit >= 0x2000 && unit <= 0x303f) return false
  if (unit >= 0xd800 && unit <= 0xdfff) return false
  return LETTER.test(String.fromCharCode(unit))
}

function isAsciiLetter(unit: number): boolean {
  return unit >= 0x61 && unit <= 0x7a
}

export function isDigit(unit: number): boolean {
  return unit >= 0x30 && unit <= 0x39
}

/** `'`, `’` and `-` join within a word: don't, e-mail. */
function isJoiner(unit: number): boolean {
  return unit === 0x27 || unit === 0x2019 || unit === 0x2d
}

function wordEnd(text: string, from: number): number {
  let at = from
  while (at < text.length) {
    const unit = text.charCodeAt(at)
    if (isUnspaced(unit)) break
    if (isWordUnit(unit)) at++
    else if (isJoiner(unit) && at > from && isWordUnit(text.charCodeAt(at + 1))) at++
    else break
  }
  return at
}

/** A run goes on over punctuation, digits and signs, up to white space, a Latin word, @ or a link. */
function runEnd(text: string, from: number): number {
  let at = from
  while (at < text.length) {
    const unit = text.charCodeAt(at)
    if (unit === 0x20 || unit === 0x40) break
    if (!isUnspaced(unit) && !isDigit(unit) && isWordUnit(unit)) break
    at++
  }
  return at
}

function startsLink(text: string, at: number, unit: number): boolean {
  if (unit === 0x68) return text.startsWith('http://', at) || text.startsWith('https://', at)
  return unit === 0x77 && text.startsWith('www.', at)
}

/** Japanese goes straight on after a link, so a link also ends where kana or han begin. */
function visibleEnd(text: string, from: number): number {
  let at = from
  while (at < text.length && text.charCodeAt(at) !== 0x20 && !isUnspaced(text.charCodeAt(at))) at++
  return at
}

function mentionEnd(text: string, from: number): number {
  let at = from + 1
  while (at < text.length) {
    const unit = text.charCodeAt(at)
    const isHandleUnit = unit === 0x5f || unit === 0x2e || unit === 0x2d || unit === 0x40
    if (!isHandleUnit && !(unit < 0x80 && isWordUnit(unit))) break
    at++
  }
  return at
}

function signEnd(text: string, at: number, unit: number): number {
  const isPair = unit >= 0xd800 && unit <= 0xdbff && at + 1 < text.length
  return at + (isPair ? 2 : 1)
}
