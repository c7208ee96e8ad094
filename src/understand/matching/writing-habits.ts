/** What of a post shows the hand of its author, whatever it is about. */
interface Handwriting {
  /** As it was posted. */
  text: string
  /** Without hashtags and emoji. */
  bare: string
  /** Columns that it takes: a full-width character takes two. */
  columns: number
}

export const HASHTAG = /[#＃][\p{L}\p{N}_ー]+/gu
export const EMOJI = /\p{Extended_Pictographic}/gu

const LONG_COLUMNS = 140
const SHORT_COLUMNS = 50

function endsWith(pattern: RegExp): (post: Handwriting) => boolean {
  return ({ bare }) => pattern.test(bare)
}

/**
 * What people do or leave in most of what they write, for years: full stops, line breaks, how they
 * end a sentence, laughter, emoji. Function words, punctuation and endings tell authors apart best
 * and depend least on the subject (Stamatatos 2009); here those that are found in short posts, in
 * Japanese and in scripts with capitals. One that a language doesn't know says nothing there.
 */
const HABITS: readonly ((post: Handwriting) => boolean)[] = [
  endsWith(/[。.]$/u),
  endsWith(/\n/u),
  endsWith(/\u3000/u),
  endsWith(/[!！]/u),
  endsWith(/[?？]$/u),
  endsWith(/…|\.\.\.|・・・/u),
  endsWith(/[〜～]/u),
  endsWith(/[(（]/u),
  endsWith(/[,、]/u),
  ({ text }) => /\p{Extended_Pictographic}/u.test(text),
  ({ text }) => /[#＃][\p{L}\p{N}_ー]/u.test(text),
  ({ columns }) => columns > LONG_COLUMNS,
  ({ columns }) => columns < SHORT_COLUMNS,
  // Laughter, in writing.
  endsWith(/(?:笑|[wｗ]+|草)(?:[。\n\u3000]|$)|\b(?:lol|lmao|haha\w*)\b/iu),
  // Polite and plain ends of sentences, those of the west of Japan, and those of the young.
  endsWith(
    /(?:です|ます|でした|ました|ません|ください|でしょう)(?:ね|よ|よね|か|が|けど|ので)?(?:[。、！？!?\n\u3000]|$)/u,
  ),
  endsWith(/(?:だ|だった|である|ない|した|する)(?:[。\n\u3000]|$)/u),
  endsWith(/[ねよなわ](?:[。！!〜～\n\u3000]|$)/u),
  endsWith(/やん|やで|ねん|へん|やわ|せや|やけど|ほんま|あかん/u),
  endsWith(/まじ|マジ|やば|ヤバ|じゃん|わろ|それな|めっちゃ/u),
  endsWith(/^\p{Ll}/u),
  endsWith(/\b\p{L}+['’](?:s|t|re|ve|ll|d|m)\b/iu),
  endsWith(/\b(?:gonna|wanna|ngl|tbh|u|ur|fr|idk|imo|rn|kinda)\b/iu),
]

export const HABITS_COUNT = HABITS.length

/** Which of the habits a post shows, as 0 or 1. */
export function habitsIn(text: string): number[] {
  const bare = text.replace(HASHTAG, '').replace(/\p{Extended_Pictographic}|\u200d|\ufe0f/gu, '')
  const post = { text, bare: bare.trim(), columns: columnsOf(text) }
  return HABITS.map((shows) => (shows(post) ? 1 : 0))
}

function columnsOf(text: string): number {
  return text.length + (text.match(/[\u3000-\u9fff\uff00-\uff60]/gu)?.length ?? 0)
}

const WORD =
  /[\p{Script=Katakana}ー]{3,}|\p{Script=Han}{2,}|[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Hangul}]{5,}/gu

/** Words of a post that may tell what it is about, each once: those that are long or written in kanji. */
export function wordsIn(text: string): string[] {
  const words = text.replace(HASHTAG, '').toLowerCase().match(WORD) ?? []
  return [...new Set(words)]
}
