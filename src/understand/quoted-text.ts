import type { Span } from '#language/index.ts'
import type { SeenText } from './feeling.ts'

const MAY_QUOTE = /[>＞「『“"«]|\bRT @|\bQT\b/
/** Shorter ones are names and emphasis (「神」アプリ), the author's own. */
const QUOTE_UNITS_MIN = 8

/** A quoted line, and a repost from its mark on: whole texts of others. */
const OTHERS_TEXT = [/^[ \t　]*[>＞].*$/gm, /\bRT @.*/gs]
/** Speech in quotation marks. */
const SPEECH = new RegExp(
  `「[^」]{${QUOTE_UNITS_MIN},}」|『[^』]{${QUOTE_UNITS_MIN},}』|“[^”]{${QUOTE_UNITS_MIN},}”|"[^"\n]{${QUOTE_UNITS_MIN},}"|«[^»]{${QUOTE_UNITS_MIN},}»`,
  'g',
)

/**
 * Where a text repeats what others said, in units of the folded text: quoted lines, reposts, speech
 * in quotation marks. A text that is quoted as a whole has nothing else to say, so it stays the
 * author's: a review in quotation marks is a review.
 */
export function findQuoted(seen: SeenText): Span[] {
  if (!MAY_QUOTE.test(seen.text)) return []
  const spans = [...OTHERS_TEXT, SPEECH].flatMap((pattern) =>
    Array.from(seen.text.matchAll(pattern), (match) => ({
      start: foldedPlace(seen, match.index),
      end: foldedPlace(seen, match.index + match[0].length),
    })),
  )
  const quoted = spans.reduce((sum, span) => sum + span.end - span.start, 0)
  return quoted * 10 > seen.folded.text.length * 9 ? [] : spans
}

/** Where a place of the written text is in the folded one. */
export function foldedPlace({ folded }: SeenText, place: number): number {
  let low = 0
  let high = folded.offsets.length - 1
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((folded.offsets[middle] as number) < place) low = middle + 1
    else high = middle
  }
  return low
}
