/**
 * The text with what is plainly somebody else's blanked, of the same length: lines that begin with
 * `>` (RFC 3676, 4.5) and everything from `RT @` on. Curly apostrophes become straight ones.
 *
 * Where line breaks were folded into spaces, a `>` at the beginning or after the end of a sentence
 * opens a quoted line, which lasts to the end of its sentence (or, after kana or kanji, to the next space).
 * `>>12` addresses somebody and quotes nothing.
 */
export function ownWords(folded: string): string {
  let text = folded
  if (text.includes('’')) text = text.replaceAll('’', "'")
  if (text.includes('>')) {
    text = text.replace(text.includes('\n') ? QUOTED_LINE : QUOTED_SENTENCE, blank)
  }
  return text.includes('rt @') ? text.replace(SHARED, blank) : text
}

const QUOTED_LINE = /(?<=^|\n) ?>(?![>0-9_<])[^\n]*/g
const QUOTED_SENTENCE =
  /(?<=^ ?|[.!?。…]['")」]? ?)>(?![>0-9_<]).*?(?:$|[.!?。](?= |$)|[ぁ-ヿ㐀-鿿](?= ))/g
const SHARED = /(?<![a-z0-9&+]|[&+] |and )rt @[\s\S]*/

function blank(others: string): string {
  return '\n'.repeat(others.length)
}
