import { COLUMN_NAMES } from './column-names.ts'
import { type ColumnMapping, POST_COLUMNS, type PostColumn } from './input-format.ts'
import { parseDate } from './parse-date.ts'

/**
 * Guesses which column of a table holds what, first from the names in its header
 * (Japanese and English; width, case, spaces and underscores don't count), then,
 * for text, date, URL and mail address, from the sample rows. Each column is
 * given one meaning at most.
 */
export function guessColumns(header: string[], sample: string[][]): ColumnMapping {
  const mapping: ColumnMapping = {}
  const taken = new Set<number>()
  const give = (meaning: PostColumn, at: number): void => {
    const name = header[at]
    if (mapping[meaning] !== undefined || taken.has(at) || name === undefined) return
    mapping[meaning] = name
    taken.add(at)
  }
  for (const { meaning, at } of rankedByName(header)) give(meaning, at)
  for (const meaning of VALUE_TESTS.keys()) {
    if (mapping[meaning] === undefined) give(meaning, likeliest(meaning, header, sample, taken))
  }
  return mapping
}

/** A header name without what does not count: width, case, spaces, punctuation, notes in brackets. */
function foldName(name: string): string {
  const folded = name.normalize('NFKC').toLowerCase()
  const bare = folded.replace(/[(【[〔].*?[)】\]〕]/g, '')
  return (bare.trim() === '' ? folded : bare).replace(/[\s_\-.:;/・、。*#?!"'()[\]【】]/g, '')
}

interface NameMatch {
  meaning: PostColumn
  at: number
  score: number
}

const EXACT = 1000
const MEANING_OF = new Map(
  POST_COLUMNS.flatMap((meaning) =>
    COLUMN_NAMES[meaning].map((name) => [`${meaning}:${name}`, true]),
  ),
)

/** Long headers are questions of a survey; such names only contain things by accident. */
const NAME_CHARS_MAX = 24
/** Columns beyond are looked at by exact name only. */
const LOOSE_COLUMNS_MAX = 500

function rankedByName(header: string[]): NameMatch[] {
  const matches: NameMatch[] = []
  header.forEach((name, at) => {
    const folded = foldName(name.slice(0, 200))
    for (const meaning of POST_COLUMNS) {
      const score = nameScore(folded, meaning, at < LOOSE_COLUMNS_MAX)
      if (score > 0) matches.push({ meaning, at, score })
    }
  })
  return matches.sort((a, b) => b.score - a.score || a.at - b.at)
}

function nameScore(folded: string, meaning: PostColumn, isLoose: boolean): number {
  const names = COLUMN_NAMES[meaning]
  if (MEANING_OF.has(`${meaning}:${folded}`)) return EXACT - names.indexOf(folded)
  if (!isLoose || folded.length > NAME_CHARS_MAX || isAboutSomethingElse(folded, meaning)) return 0
  let best = 0
  for (const name of names) {
    if (!isTelling(name) || !folded.includes(name)) continue
    // The end of a name says what it is: `投稿者のコメント` is a comment.
    best = Math.max(best, name.length * 4 + (folded.endsWith(name) ? 40 : 0))
  }
  return best
}

/** Enough of a word to be looked for inside others. */
function isTelling(name: string): boolean {
  return /^[\x20-\x7e]+$/.test(name) ? name.length >= 4 : name.length >= 2
}

/** Counts, scores and labels about a text are not the text. */
const ABOUT =
  /(数|件数|率|点|評価|スコア|ランク|順位|(?<!ac)count|score|rating|rank|length|num|total|type|種別|区分|カテゴリ|category|sentiment|フラグ|flag)$/
const KEYED = /(id|番号|url|uri|リンク|link)$/
const DATED = /(日|日時|時刻|date|time|at)$/

function isAboutSomethingElse(folded: string, meaning: PostColumn): boolean {
  if (ABOUT.test(folded)) return true
  const isPlain =
    meaning === 'text' || meaning === 'title' || meaning === 'author' || meaning === 'platform'
  return isPlain && (KEYED.test(folded) || DATED.test(folded))
}

/** Meanings that the values alone can show, in the order in which columns are given away. */
const VALUE_TESTS = new Map<PostColumn, (value: string) => boolean>([
  ['url', (value) => /^https?:\/\/\S+$/i.test(value)],
  ['email', (value) => /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(value)],
  ['publishedAt', (value) => /\D/.test(value.trim()) && isDate(value)],
  [
    'text',
    (value) => value.length >= 2 && !/^[\d\s.,:/%+-]+$/.test(value) && !/^https?:\/\//i.test(value),
  ],
])

function isDate(value: string): boolean {
  return (
    parseDate(value, { timeZone: 'UTC', dayOrder: 'month-first' }) !== undefined &&
    !/^[\d.]+$/.test(value)
  )
}

/** The free column whose values pass the meaning's test, or -1; for text, the longest. */
function likeliest(
  meaning: PostColumn,
  header: string[],
  sample: string[][],
  taken: Set<number>,
): number {
  const test = VALUE_TESTS.get(meaning)
  let best = { at: -1, length: 0 }
  const columns = Math.min(header.length, LOOSE_COLUMNS_MAX)
  for (let at = 0; at < columns && test !== undefined; at++) {
    if (taken.has(at)) continue
    const values = sample.map((row) => row[at] ?? '').filter((value) => value.trim() !== '')
    const passing = values.filter(test)
    if (values.length === 0 || passing.length < values.length * 0.8) continue
    if (meaning !== 'text') return at
    const length = values.reduce((sum, value) => sum + value.length, 0) / values.length
    if (length > best.length) best = { at, length }
  }
  return best.at
}
