import { LIMITS } from '#vocabulary/index.ts'

/** How far a cut may move back to spare a grapheme; longer ones (stacked marks) are cut through. */
const GRAPHEME_CHARS_MAX = 64

const graphemes = new Intl.Segmenter('und', { granularity: 'grapheme' })

/**
 * Text that PostgreSQL can hold and every screen can show: no NUL, lone
 * surrogates replaced by U+FFFD, at most `charsMax` UTF-16 units. Everything
 * else, bidi characters and line breaks too, stays as it was written.
 */
export function cleanText(text: string, charsMax: number): string {
  return cutText(text.replaceAll('\0', '').toWellFormed(), charsMax)
}

/**
 * A name, one line of it: as `cleanText`, and without what could make it look
 * like another one (bidi controls, zero-width characters). The joiner inside an
 * emoji sequence stays.
 */
export function cleanName(text: string, charsMax: number = LIMITS.nameCharsMax): string {
  const shown = withoutInvisible(text.replaceAll('\0', '').toWellFormed())
  return withoutInvisible(cutText(shown, charsMax))
}

/** A platform's name in letters, digits and `._-`, width and case folded; empty when nothing of it is left. */
export function cleanPlatform(text: string): string {
  const folded = cleanName(text).normalize('NFKC').toLowerCase()
  return folded.replaceAll(/[^\p{L}\p{N}._-]+/gu, '-').replaceAll(/^-+|-+$/g, '')
}

/**
 * The URL if it is one that may stand in a link: http(s), mailto or at-uri.
 * One too long is dropped rather than cut, because half a URL leads elsewhere.
 */
export function cleanUrl(text: string): string | undefined {
  const url = cleanName(text, Number.POSITIVE_INFINITY)
  if (url.length > LIMITS.urlCharsMax) return undefined
  if (/^at:\/\/[^/\s]/i.test(url)) return url
  return /^(https?:\/\/|mailto:)/i.test(url) && URL.canParse(url) ? url : undefined
}

/** The tag if it has the form of a BCP 47 language tag. */
export function cleanLanguageTag(text: string): string | undefined {
  const tag = text.trim()
  return tag.length <= 35 && /^[a-z]{2,8}([-_][a-z0-9]{1,8})*$/i.test(tag) ? tag : undefined
}

/** At most `charsMax` UTF-16 units, cut before the grapheme that does not fit. */
export function cutText(text: string, charsMax: number): string {
  if (text.length <= charsMax) return text
  const around = text.slice(0, charsMax + GRAPHEME_CHARS_MAX)
  const cut = graphemes.segment(around).containing(charsMax)?.index ?? charsMax
  if (charsMax - cut <= GRAPHEME_CHARS_MAX) return text.slice(0, cut)
  return text.slice(0, isHighSurrogate(text.charCodeAt(charsMax - 1)) ? charsMax - 1 : charsMax)
}

/** Bidi controls, zero-width and other unseen format characters; not ZWJ, which emoji need. */
const INVISIBLE =
  /\u00ad|\u034f|[\u061c\u115f\u1160\u180e\u200b\u200c\u200e\u200f\u202a-\u202e\u2060-\u206f\u3164\ufeff\uffa0]/g
const CONTROLS = /[\p{Cc}\u2028\u2029]+/gu
const JOINER_OUTSIDE_EMOJI =
  /(?<!\p{Extended_Pictographic}[\ufe0f\u{1f3fb}-\u{1f3ff}]?)\u200d|\u200d(?!\p{Extended_Pictographic})/gu

function withoutInvisible(text: string): string {
  const seen = text.replaceAll(INVISIBLE, '').replaceAll(CONTROLS, ' ')
  return seen.replaceAll(JOINER_OUTSIDE_EMOJI, '').trim()
}

function isHighSurrogate(unit: number): boolean {
  return unit >= 0xd800 && unit <= 0xdbff
}
