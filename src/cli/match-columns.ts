import { readFileSync } from 'node:fs'
import { readHeader, readTable } from '#channels/file/table.ts'
import type { SplitRecord } from '#listen/input.ts'
import { EnishiError } from '#vocabulary/index.ts'

/** Keys of a record of `enishi match` that a column may hold. */
const MATCH_KEYS = [
  ...(['id', 'platform', 'handle', 'name', 'email', 'phone', 'url', 'organisation'] as const),
  ...(['location', 'bio', 'birth', 'address', 'lang', 'kind', 'avatar'] as const),
] as const
type MatchKey = (typeof MATCH_KEYS)[number]

/** Where the cells of a table go: key, or `more.<name>`, with the columns that make it up, in order. */
type MatchColumns = ReadonlyMap<string, readonly string[]>

/** Names that say by themselves what a column holds. */
const KNOWN_NAMES: Partial<Record<MatchKey, RegExp>> = {
  id: /^(?:id|rec_?id|record_?id|unique_?id|no|番号)$/i,
  platform: /^(?:platform|sns|媒体)$/i,
  handle: /^(?:handle|user_?name|account|screen_?name|アカウント|ハンドル)$/i,
  name: /^(?:name|full_?name|display_?name|氏名|名前|お名前)$/i,
  email: /^(?:e-?mail|mail|e-?mail_?address|メールアドレス|メール)$/i,
  phone: /^(?:phone|tel|telephone|mobile|phone_?number|電話|電話番号|携帯電話)$/i,
  url: /^(?:url|website|web|homepage|link)$/i,
  organisation: /^(?:organi[sz]ation|company|employer|会社名?|所属|勤務先)$/i,
  location: /^(?:location|city|都市|地域)$/i,
  bio: /^(?:bio|description|profile|自己紹介)$/i,
  birth: /^(?:birth|birthday|birth_?date|dob|date_?of_?birth|生年月日|誕生日)$/i,
  address: /^(?:address|full_?address|住所)$/i,
  lang: /^(?:lang|language|言語)$/i,
}

/**
 * Records of a CSV file as lines of JSON. With a mapping only its columns are read; without one,
 * columns go where their names say, and under `more` else. A record without id has its line's number.
 */
export async function* recordsOfTable(
  bytes: AsyncIterable<Uint8Array>,
  file: string,
  mapping: string | undefined,
): AsyncGenerator<SplitRecord, void, undefined> {
  let columns: MatchColumns | undefined
  let header: string[] = []
  for await (const row of readTable(bytes)) {
    if (columns === undefined) {
      header = readHeader(row)
      columns = mapping === undefined ? guessed(header) : readMapping(mapping, header, file)
    } else if ('refusal' in row) yield row
    else yield { line: row.line, payload: JSON.stringify(recordOf(columns, header, row)) }
  }
}

function recordOf(
  columns: MatchColumns,
  header: readonly string[],
  { line, cells }: { line: number; cells: readonly string[] },
): object {
  const record: Record<string, string> = { id: String(line) }
  const more: Record<string, string> = {}
  for (const [key, names] of columns) {
    const values = names.map((name) => cells[header.indexOf(name)]?.trim() ?? '')
    const value = values.filter((one) => one !== '').join(' ')
    if (value === '') continue
    if (key.startsWith('more.')) more[key.slice('more.'.length)] = value
    else record[key] = value
  }
  return Object.keys(more).length === 0 ? record : { ...record, more }
}

function guessed(header: readonly string[]): MatchColumns {
  const columns = new Map<string, string[]>()
  for (const name of header) {
    const key = MATCH_KEYS.find((one) => KNOWN_NAMES[one]?.test(name) === true)
    if (key === undefined || columns.has(key)) columns.set(`more.${name}`, [name])
    else columns.set(key, [name])
  }
  return columns
}

/**
 * A mapping in either direction: `{"name": ["given_name", "surname"]}` from keys to columns, or
 * `{"given_name": "name", "surname": "name"}` from columns to keys. Several columns make one value,
 * in their order in the file. Throws `bad-input` where it fits no column.
 */
function readMapping(mapping: string, header: readonly string[], file: string): MatchColumns {
  const columns = new Map<string, string[]>()
  for (const [one, other] of entriesOf(mapping)) {
    for (const value of other) {
      const isByKey = isKey(one) && header.includes(value)
      if (!isByKey && !(header.includes(one) && isKey(value))) {
        throw badMapping(mapping, `${one}: ${value}`, header, file)
      }
      const [key, column] = isByKey ? [one, value] : [value, one]
      columns.set(key, [...(columns.get(key) ?? []), column])
    }
  }
  return columns
}

function isKey(name: string): boolean {
  return MATCH_KEYS.some((key) => key === name) || /^more\../.test(name)
}

/** The entries of a mapping file; `"more": {"postcode": "PLZ"}` counts as `"more.postcode": "PLZ"`. */
function entriesOf(mapping: string): [string, string[]][] {
  const entries: [string, string[]][] = []
  for (const [key, value] of Object.entries(parsedMapping(mapping))) {
    if (key === 'more' && isPlainObject(value)) {
      for (const [name, column] of Object.entries(value)) {
        entries.push([`more.${name}`, textsOf(column, mapping, name)])
      }
    } else if (key === 'more' && Array.isArray(value)) {
      for (const name of textsOf(value, mapping, key)) entries.push([`more.${name}`, [name]])
    } else entries.push([key, textsOf(value, mapping, key)])
  }
  return entries
}

function parsedMapping(mapping: string): Record<string, unknown> {
  let value: unknown
  try {
    value = JSON.parse(readFileSync(mapping, 'utf8'))
  } catch (cause) {
    throw badMapping(mapping, (cause as Error).message, [], mapping)
  }
  if (!isPlainObject(value)) throw badMapping(mapping, 'not an object', [], mapping)
  return value
}

function isPlainObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function textsOf(value: unknown, mapping: string, key: string): string[] {
  const list: unknown[] = Array.isArray(value) ? value : [value]
  return list.map((one) => {
    if (typeof one === 'string') return one
    throw badMapping(mapping, `${key}: ${JSON.stringify(one)}`, [], mapping)
  })
}

function badMapping(mapping: string, detail: string, header: readonly string[], file: string) {
  const keys = `${MATCH_KEYS.join(', ')}, more.*`
  const there = header.length === 0 ? '' : ` (${file}: ${header.join(', ')})`
  return new EnishiError(
    'bad-input',
    {
      en: `The mapping of columns does not fit: ${detail}. Expected: a JSON object from ${keys} to names of columns${there}.`,
      ja: `列の対応が合いません: ${detail}。${keys} から列の名前への JSON オブジェクトで書いてください${there}。`,
    },
    { file: mapping },
  )
}
