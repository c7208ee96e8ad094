import { COLUMN_NAMES, type NamesOfColumns } from './column-names.ts'
import { foldName } from './fold-name.ts'
import { columnsOfExport } from './known-exports.ts'
import { parseDate } from './parse-date.ts'
import {
  type Column,
  type ColumnMapping,
  fieldColumn,
  TABLE_COLUMNS,
  type TableFormat,
} from './table-columns.ts'

/**
 * Guesses which column of a table holds what: as the product that wrote it names them where its header
 * tells, else first from the names in its header
 * (Japanese and English; width, case, spaces and underscores don't count), then,
 * for text, date, URL and mail address, from the sample rows. Each column is
 * given one meaning at most.
 */
export function guessColumns(
  header: string[],
  sample: string[][],
  format: TableFormat = 'posts-csv',
): ColumnMapping {
  const mapping: ColumnMapping = {}
  const taken = new Set<number>()
  const give = (meaning: Column, at: number): void => {
    const name = header[at]
    if (mapping[meaning] !== undefined || taken.has(at) || name === undefined) return
    mapping[meaning] = name
    taken.add(at)
  }
  const known = Object.entries(columnsOfExport(header, format)) as [Column, string][]
  for (const [meaning, name] of known) give(meaning, header.indexOf(name))
  for (const { meaning, at } of rankedByName(header, format)) give(meaning, at)
  for (const meaning of VALUE_TESTS[format].keys()) {
    if (mapping[meaning] === undefined)
      give(meaning, likeliest(VALUE_TESTS[format], meaning, header, sample, taken))
  }
  return mapping
}

/** What the columns hold that are named exactly after it. */
export function namedColumns(header: readonly string[], format: TableFormat): ReadonlySet<Column> {
  const names: NamesOfColumns = COLUMN_NAMES[format]
  const folded = new Set(header.map((name) => foldName(name.slice(0, 200))))
  const held = TABLE_COLUMNS[format].filter((meaning: Column) =>
    names[meaning]?.some((name) => folded.has(name)),
  )
  return new Set(held)
}

/**
 * The mapping with the fields that a workspace added, where the header has a column of exactly that
 * name. It gives way only to a meaning of ours that is named exactly so too and by no common word. Width, case, spaces and
 * underscores don't count.
 */
export function withFieldColumns(
  mapping: ColumnMapping,
  header: readonly string[],
  format: TableFormat,
  fields: readonly { id: string; name: string }[],
): ColumnMapping {
  const names: NamesOfColumns = COLUMN_NAMES[format]
  const widened: ColumnMapping = { ...mapping }
  for (const { id, name } of fields) {
    const found = header.find((one) => foldName(one.slice(0, 200)) === foldName(name))
    if (found === undefined) continue
    const holder = (Object.keys(widened) as Column[]).find((key) => widened[key] === found)
    const isNamedSo = holder !== undefined && names[holder]?.includes(foldName(found)) !== false
    if (isNamedSo && !COMMON_WORDS.has(holder)) continue
    if (holder !== undefined) delete widened[holder]
    widened[fieldColumn(id)] = found
  }
  return widened
}

/** Meanings by words that anybody may give to a field: whoever added 備考 means that by 備考. */
const COMMON_WORDS: ReadonlySet<Column> = new Set<Column>([
  ...(['secondOwner', 'tags', 'note', 'relationSince', 'relationUntil'] as const),
])

interface NameMatch {
  meaning: Column
  at: number
  score: number
}

const EXACT = 1000

/** Long headers are questions of a survey; such names only contain things by accident. */
const NAME_CHARS_MAX = 24
/** Columns beyond are looked at by exact name only. */
const LOOSE_COLUMNS_MAX = 500

function rankedByName(header: string[], format: TableFormat): NameMatch[] {
  const matches: NameMatch[] = []
  const names: NamesOfColumns = COLUMN_NAMES[format]
  header.forEach((name, at) => {
    const folded = foldName(name.slice(0, 200))
    for (const meaning of TABLE_COLUMNS[format]) {
      const score = nameScore(folded, meaning, names[meaning] ?? [], at < LOOSE_COLUMNS_MAX)
      if (score > 0) matches.push({ meaning, at, score })
    }
  })
  return matches.sort((a, b) => b.score - a.score || a.at - b.at)
}

function nameScore(
  folded: string,
  meaning: Column,
  names: readonly string[],
  isLoose: boolean,
): number {
  const exact = names.indexOf(folded)
  if (exact !== -1) return EXACT - exact
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
/** `TEL部門` is a number to call. */
const CALLED = /^(tel|fax|電話)|(電話|コード|code)$/
const DATED = /(日|日時|時刻|date|time|at)$/

/** Meanings that are neither keys nor dates nor kinds of anything. */
const PLAIN: ReadonlySet<Column> = new Set([
  ...(['text', 'title', 'author', 'platform', 'name', 'family', 'given', 'reading'] as const),
  ...(['organisation', 'department', 'role', 'about', 'relation', 'handle', 'contact'] as const),
  ...(['stage', 'owner', 'secondOwner', 'tags'] as const),
])

const NOTED = /(メモ|備考|ノート|notes?)$/
const FIGURE_OF_NOTES = /^(content|number|num|last|最終)/
const DAYED = /(日|date|since|until)$/
const SECOND = /^(副|サブ|第二|第2|補助|second|backup|co)/

/** What is about a call, or another way to reach somebody, is no number. */
const ENDS_IN_NUMBER = /(電話|携帯|tel|phone|mobile|cell|番号|number|no)\d?$/

function isAboutSomethingElse(folded: string, meaning: Column): boolean {
  if (meaning === 'phone' || meaning === 'mobile') {
    return !ENDS_IN_NUMBER.test(folded) || /fax|ファックス|ファクス/.test(folded)
  }
  // Kinds and categories are what these two are.
  if (meaning === 'type' || meaning === 'relation') return KEYED.test(folded) || DATED.test(folded)
  // `内容` and `content` are much else: a note is what is named a note.
  if (meaning === 'note') return !NOTED.test(folded) || FIGURE_OF_NOTES.test(folded)
  if (meaning === 'relationSince' || meaning === 'relationUntil') return !DAYED.test(folded)
  if (meaning === 'owner' && SECOND.test(folded)) return true
  if (ABOUT.test(folded)) return true
  if (meaning === 'department' && CALLED.test(folded)) return true
  return PLAIN.has(meaning) && (KEYED.test(folded) || DATED.test(folded))
}

/** Meanings that the values alone can show, in the order in which columns are given away. */
type ValueTests = ReadonlyMap<Column, (value: string) => boolean>

const isUrl = (value: string) => /^https?:\/\/\S+$/i.test(value)
const isEmail = (value: string) => /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(value)
const isWrittenDate = (value: string) => /\D/.test(value.trim()) && isDate(value)

const VALUE_TESTS: Record<TableFormat, ValueTests> = {
  'posts-csv': new Map<Column, (value: string) => boolean>([
    ['url', isUrl],
    ['email', isEmail],
    ['publishedAt', isWrittenDate],
    ['text', (value) => value.length >= 2 && !/^[\d\s.,:/%+-]+$/.test(value) && !isUrl(value)],
  ]),
  'people-csv': new Map<Column, (value: string) => boolean>([['email', isEmail]]),
  'organisations-csv': new Map<Column, (value: string) => boolean>([['url', isUrl]]),
  'deals-csv': new Map<Column, (value: string) => boolean>([['email', isEmail]]),
  'outcomes-csv': new Map<Column, (value: string) => boolean>([
    ['email', isEmail],
    ['at', isWrittenDate],
  ]),
}

function isDate(value: string): boolean {
  return (
    parseDate(value, { timeZone: 'UTC', dayOrder: 'month-first' }) !== undefined &&
    !/^[\d.]+$/.test(value)
  )
}

/** The free column whose values pass the meaning's test, or -1; for text, the longest. */
function likeliest(
  tests: ValueTests,
  meaning: Column,
  header: string[],
  sample: string[][],
  taken: Set<number>,
): number {
  const test = tests.get(meaning)
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
