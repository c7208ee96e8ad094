/** What a generated list comes to when it is imported into an empty workspace. */
interface ListSize {
  people: number
  /** Rows about somebody whom an earlier row is about. */
  repeated: number
  /** Rows with an address that is none. */
  bad: number
  /** Where these stand in the file; the header is line 1. */
  badLines: number[]
}

/** Every fiftieth row is bad, 2 %; every fiftieth, elsewhere, repeats the row before it. */
const EVERY = 50
const REPEATED_AT = 25

const FAMILIES = [
  ...[
    '佐藤',
    '鈴木',
    '高橋',
    '田中',
    '伊藤',
    '渡辺',
    '山本',
    '中村',
    '小林',
    '加藤',
    '吉田',
    '山田',
  ],
  ...['佐々木', '山口', '松本', '井上', '木村', '林', '斎藤', '清水', '山崎', '森', '池田', '橋本'],
  ...[
    '阿部',
    '石川',
    '山下',
    '中島',
    '石井',
    '小川',
    '前田',
    '岡田',
    '長谷川',
    '藤田',
    '後藤',
    '近藤',
  ],
]
const FIRST_SIGNS = [
  '花',
  '太',
  '健',
  '結',
  '陽',
  '悠',
  '美',
  '直',
  '和',
  '智',
  '真',
  '優',
  '拓',
  '彩',
]
const LAST_SIGNS = [
  '子',
  '郎',
  '一',
  '衣',
  '菜',
  '真',
  '咲',
  '樹',
  '也',
  '香',
  '美',
  '人',
  '介',
  '奈',
]
const PLACES = ['北', '南', '東', '西', '中央', '港', '緑', '旭']
const TRADES = ['商店', '工業', '電機', '運輸', '食品', '建設', '印刷', '薬品']

const isBad = (row: number) => row % EVERY === 0
const isRepeated = (row: number) => row % EVERY === REPEATED_AT && row > 1

/** What so many rows hold. */
export function sizeOf(rows: number): ListSize {
  const size: ListSize = { people: 0, repeated: 0, bad: 0, badLines: [] }
  for (let row = 1; row <= rows; row++) {
    if (isBad(row)) {
      size.bad += 1
      size.badLines.push(row + 1)
    } else if (isRepeated(row)) size.repeated += 1
    else size.people += 1
  }
  return size
}

function pick(from: readonly string[], at: number): string {
  return from[at % from.length] ?? ''
}

/** No two of the same name belong to the same organisation. */
function rowOf(row: number): string {
  const of = isRepeated(row) ? row - 1 : row
  const names = FAMILIES.length * FIRST_SIGNS.length * LAST_SIGNS.length
  const family = pick(FAMILIES, of)
  const given = `${pick(FIRST_SIGNS, Math.floor(of / FAMILIES.length))}${pick(LAST_SIGNS, Math.floor(of / (FAMILIES.length * FIRST_SIGNS.length)))}`
  const company = (Math.floor(of / names) * 977 + (of % 977)) % 20_000
  const trade = pick(TRADES, Math.floor(company / PLACES.length))
  const organisation = `${pick(PLACES, company)}${trade}${company}株式会社`
  const address = isBad(row) ? `${family}あっと例.jp` : `p${of}@example.jp`
  return `${family},${given},${organisation},課長,${address},C-${of}\n`
}

/** A list of contacts as a CRM writes it, made as it is read. */
export function* listOfPeople(rows: number): Generator<Buffer, void, undefined> {
  let text = '姓,名,会社名,役職,メール,顧客番号\n'
  for (let row = 1; row <= rows; row++) {
    text += rowOf(row)
    if (text.length < 64 * 1024) continue
    yield Buffer.from(text)
    text = ''
  }
  yield Buffer.from(text)
}
