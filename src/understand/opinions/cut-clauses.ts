import { foldWithOffsets } from '#language/index.ts'
import { findQuoted } from '../quoted-text.ts'

/** A stretch of a post that says or asks one thing. */
export interface Clause {
  /** As written, without links, mentions, hashtags and what others are quoted with. */
  text: string
  /** Where it stands in the post, in UTF-16 code units. */
  start: number
  end: number
  isQuestion: boolean
}

/** 「それどこの？」と聞かれる: the sentence goes on behind what is quoted in it. */
const QUOTE_GOES_ON = /^(?:と|って|て|っ|とか|みたいな)/u

const CLAUSES_MAX = 24
const READ_UNITS_MAX = 4_000

/**
 * Cuts a post into clauses: at full stops, line ends and the "but" of either language, since what
 * stands before and after it are two opinions. Links, mentions, hashtags and quoted words of others
 * are blanked first: whoever quotes claims nothing. Of a long post the first 24 clauses.
 */
export function cutClauses(text: string): Clause[] {
  const own = blankForeign(text.slice(0, READ_UNITS_MAX))
  const clauses: Clause[] = []
  let from = 0
  for (const { index, 0: border } of own.matchAll(BORDER)) {
    if (/[」』）)”]$/.test(border) && QUOTE_GOES_ON.test(own.slice(index + border.length))) continue
    addClause(clauses, own, from, index, border)
    from = index + border.length
  }
  addClause(clauses, own, from, own.length, '')
  return clauses.slice(0, CLAUSES_MAX)
}

/**
 * Ends of sentences (a full stop only before white space or the end, so that 3.5 stays whole), the
 * spaces that stand for them between Japanese words, and
 * 〜けど、 〜が、 〜ものの, but, however, although.
 */
const BORDER =
  /[。．！？!?…\n]+[」』）)"”]*|[.;](?=\s|$)|(?<=けれども?|けど|ですが|ますが|たが|だが|いが|ものの|やけど|のに)、|、(?=でも|だが|しかし|ただ)|(?:,\s*|\s+)(?:but|however|although|though|yet)\b,?|\s[-–—]\s|(?<=[\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Han}ー])[ \u3000]+(?=[\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Han}])/giu

function addClause(clauses: Clause[], own: string, from: number, to: number, border: string): void {
  const raw = own.slice(from, to)
  const text = raw.replace(/\s+/gu, ' ').trim()
  if (!/[\p{L}]{2}|[\p{sc=Han}]/u.test(text)) return
  const start = from + (raw.length - raw.trimStart().length)
  const isQuestion = /[?？]/u.test(border) || asksWithoutMark(text)
  clauses.push({ text, start, end: start + raw.trim().length, isQuestion })
}

/** か at the end, どこ〜の, かどうか, かな, でしょう and the like; in English a clause that begins as questions do. */
const ASKS_JA =
  /(?:(?:る|ない|可能?|対応|必要)か|(?:どこ|いつ|どれ|どの|どんな|どう|なぜ|なんで|いくら|誰|何)(?!.?で?も|か)[^。]{0,16}(?:の|ん|んだろう?|んやろ|だろう?)|かどうか[^。]{0,20}|(?:です|ます|ません|でしょう|だろう|ました|でした)か(?:ね|な)?|かな|かしら|やろか|教えて(?:ください|ほしい|くれ|下さい)?[^。]{0,12}|知りたい|いませんか|ませんかね?)$/u
const ASKS_EN =
  /^(?:(?:so|and|also|hi|hey|question|ok|okay)[:,]?\s+)*(?:(?:is|are|was|does|do|did|can|could|would|should|will|has|have)\s+(?:it|this|that|there|they|you|i|we|any|anyone|anybody|someone|the|my|your|these|those)\b|(?:anyone|anybody|any one)\s+(?:know|knows|else|using|tried|got)|(?:how|what|which|where|when|why|who)\s+(?:is|are|do|does|did|can|could|would|should|will|long|much|many|often|about)\b|does\s+\S+\s|is\s+\S+\s+(?:any|really|actually|worth|still)\b|wondering (?:if|whether|how)|asking (?:about|for))/iu

/** What stands behind the words of a sentence: emoji, laughter. */
const TRAILING =
  /(?:[\s〜～]|\p{Extended_Pictographic}|\p{Emoji_Modifier}|\u{fe0f}|\u{200d}|笑|(?<!\p{L})w+|(?<=[\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Han}])[wｗ]+|[(（]笑[)）])+$/u

/** Whether it asks by how it is put, mark or none. */
export function asksWithoutMark(text: string): boolean {
  const bare = text.replace(TRAILING, '')
  return ASKS_JA.test(bare) || ASKS_EN.test(bare)
}

/** What is not the author's own words, as blanks of the same length, so that places stay true. */
function blankForeign(text: string): string {
  const unquoted = blankQuoted(text)
  return NO_WORDS.reduce((left, pattern) => left.replace(pattern, blank), unquoted)
}

function blankQuoted(text: string): string {
  const folded = foldWithOffsets(text)
  let own = text
  for (const { start, end } of findQuoted({ text, folded })) {
    const [from, to] = [folded.offsets[start] ?? 0, folded.offsets[end] ?? text.length]
    own = `${own.slice(0, from)}${' '.repeat(to - from)}${own.slice(to)}`
  }
  return own
}

/** Links, mentions, hashtags. */
const NO_WORDS: readonly RegExp[] = [
  /https?:\/\/[^\s\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}]+|www\.\S+/gu,
  /@[\w.@-]+/gu,
  /[#＃][\p{L}\p{N}_ー]+/gu,
]

function blank(found: string): string {
  return ' '.repeat(found.length)
}
