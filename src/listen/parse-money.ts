import { isKnownCurrency } from '#vocabulary/index.ts'

/** An amount as a cell says it. */
export interface Money {
  /** A plain decimal: `-12000.50`. */
  decimal: string
  /** ISO 4217, where the cell says it. */
  currency: string | undefined
}

/** The mark where the amount begins or ends with it. */
function atEnds(mark: string): RegExp {
  return new RegExp(`^(?:${mark})|(?:${mark})$`, 'i')
}

/** Signs and words of currencies. $ is the dollar that most mean by it, ¥ the yen. */
const CURRENCIES: readonly (readonly [RegExp, string])[] = [
  [atEnds('us\\$|米ドル'), 'USD'],
  [atEnds('a\\$|豪ドル'), 'AUD'],
  [atEnds('c\\$|カナダドル'), 'CAD'],
  [atEnds('nt\\$|台湾ドル'), 'TWD'],
  [atEnds('hk\\$|香港ドル'), 'HKD'],
  [atEnds('元|人民元|rmb'), 'CNY'],
  [atEnds('ウォン|₩'), 'KRW'],
  [atEnds('ユーロ|€'), 'EUR'],
  [atEnds('英?ポンド|£'), 'GBP'],
  [atEnds('ドル|\\$'), 'USD'],
  [atEnds('円|[¥\\\\]|yen'), 'JPY'],
]

/** 万 and 億 with what is before them; the last part may have neither. */
const MYRIADS = /^(?:([\d,.]+)兆)?(?:([\d,.]+)億)?(?:([\d,.]+)万)?(?:([\d,.]+)千)?([\d,.]+)?$/
const MYRIAD_ZEROS = [12, 8, 4, 3, 0] as const

/** What may stand around an amount, and says nothing of how much it is. */
const NOTES =
  /^(?:\(税(?:込み?|抜き?|別)\)|税(?:込み?|抜き?|別)|※)|(?:\(税(?:込み?|抜き?|別)\)|税(?:込み?|抜き?|別)|※)$/
/** For how long, for how many: `12,000円/月`. */
const PER =
  /\/(?:[かヶケヵ]?月|年|日|週|時間|人|名|社|件|個|本|回|台|枚|席|mo(?:nth)?|y(?:ea)?r|week|day|hour|user|seat)$/i

/** An amount while what stands at its ends is taken off. */
interface Stripped {
  rest: string
  /** The code, where there is one. */
  code?: string
  marks: Set<string>
  signs: string[]
  isInParentheses: boolean
}

/**
 * What `¥12,000`, `12,000円`, `1.2万`, `3億2,000万円`, `USD 12.50`, `-1.234,50 €`, `12,000円/月` or
 * `(1,200)` (bookkeepers' minus) say, or undefined for what is no amount: a span, a date, a share.
 */
export function parseMoney(text: string): Money | undefined {
  if (text.length > 60) return undefined
  const folded = text.normalize('NFKC').replaceAll('−', '-').replace(/^'/, '').trim()
  if (hasOddSpace(folded)) return undefined
  const amount: Stripped = {
    ...{ rest: folded.replace(/[\s_]/g, ''), marks: new Set<string>() },
    ...{ signs: [], isInParentheses: false },
  }
  while (stripEnd(amount));
  const { rest, code, marks, signs, isInParentheses } = amount
  const decimal = decimalOf(rest)
  if (decimal === undefined || signs.length > 1 || marks.size > 1) return undefined
  const isNegative = isInParentheses || (signs.length === 1 && signs[0] !== '+')
  return { decimal: isNegative ? `-${decimal}` : decimal, currency: code ?? [...marks][0] }
}

/** Between digits a space groups them by three; elsewhere there are two numbers. */
function hasOddSpace(text: string): boolean {
  return /\d[\s_]+(?!\d{3}(?!\d))\d/.test(text) || /\d{4}[\s_]+\d/.test(text)
}

/** Takes one thing off either end; false where nothing is left to take off. */
function stripEnd(amount: Stripped): boolean {
  return (
    stripCode(amount) ||
    stripMark(amount) ||
    stripSign(amount) ||
    takeOff(amount, NOTES) ||
    takeOff(amount, PER)
  )
}

function takeOff(amount: Stripped, what: RegExp): boolean {
  const before = amount.rest
  amount.rest = before.replace(what, '')
  return amount.rest !== before
}

function stripCode(amount: Stripped): boolean {
  const match = /^([A-Z]{3})(?=[-+▲△\d.(¥$€£\\])|(?<=[\d.)兆億万千])([A-Z]{3})$/i.exec(amount.rest)
  const code = (match?.[1] ?? match?.[2])?.toUpperCase()
  if (match === null || code === undefined || !isKnownCurrency(code)) return false
  if (amount.code !== undefined && amount.code !== code) return false
  amount.code = code
  amount.rest = match.index === 0 ? amount.rest.slice(3) : amount.rest.slice(0, -3)
  return true
}

function stripMark(amount: Stripped): boolean {
  const marked = CURRENCIES.find(([mark]) => takeOff(amount, mark))
  if (marked !== undefined) amount.marks.add(marked[1])
  return marked !== undefined
}

function stripSign(amount: Stripped): boolean {
  const { rest } = amount
  if (rest.startsWith('(') && rest.endsWith(')') && !amount.isInParentheses) {
    amount.isInParentheses = true
    amount.rest = rest.slice(1, -1)
    return true
  }
  const sign = /^[-+▲△]|-$/.exec(rest)?.[0]
  if (sign === undefined) return false
  amount.signs.push(sign)
  return takeOff(amount, /^[-+▲△]|-$/)
}

function decimalOf(digits: string): string | undefined {
  const match = MYRIADS.exec(digits)
  if (digits === '' || match === null) return undefined
  const isMyriad = /[兆億万千]/.test(digits)
  if (!isMyriad) return plainDecimal(digits)
  const parts = MYRIAD_ZEROS.map((zeros, i) => {
    const part = match[i + 1]
    return part === undefined ? '0' : shifted(plainDecimal(part), zeros)
  })
  if (parts.some((part) => part === undefined)) return undefined
  return sumOf(parts as string[])
}

/** Commas and points by what they can mean: the last of two kinds is the decimal sign. */
function plainDecimal(text: string): string | undefined {
  const decimal = decimalSign(text)
  const grouping = decimal === '.' ? ',' : '.'
  const [whole = '', fraction = '', ...more] = decimal === undefined ? [text] : text.split(decimal)
  if (more.length > 0 || !isGrouped(whole, decimal === undefined ? /[,.]/ : grouping))
    return undefined
  const digits = whole.replace(/[,.]/g, '')
  if (!/^\d*$/.test(fraction) || (digits === '' && fraction === '')) return undefined
  const plain = digits.replace(/^0+(?=\d)/, '') || '0'
  return fraction === '' ? plain : `${plain}.${fraction}`
}

function decimalSign(text: string): ',' | '.' | undefined {
  const [comma, point] = [text.lastIndexOf(','), text.lastIndexOf('.')]
  if (comma !== -1 && point !== -1) return comma > point ? ',' : '.'
  if (point !== -1) return text.indexOf('.') === point ? '.' : undefined
  // `12,50` is a decimal, `12,500` and `1,2500` (never written so) are not.
  if (comma !== -1 && text.indexOf(',') === comma && /,\d{1,2}$/.test(text)) return ','
  return undefined
}

function isGrouped(whole: string, sign: string | RegExp): boolean {
  const groups = whole.split(sign)
  if (groups.length === 1) return /^\d*$/.test(whole)
  return groups.every((group, i) => (i === 0 ? /^\d{1,3}$/ : /^\d{3}$/).test(group))
}

function shifted(decimal: string | undefined, zeros: number): string | undefined {
  if (decimal === undefined) return undefined
  const [whole = '', fraction = ''] = decimal.split('.')
  const padded = fraction.padEnd(zeros, '0')
  const rest = padded.slice(zeros)
  const moved = `${whole}${padded.slice(0, zeros)}`.replace(/^0+(?=\d)/, '')
  return rest === '' ? moved : `${moved}.${rest}`
}

function sumOf(decimals: string[]): string {
  const scale = Math.max(...decimals.map((one) => one.split('.')[1]?.length ?? 0))
  const sum = decimals.reduce((total, one) => total + BigInt(shifted(one, scale) ?? '0'), 0n)
  const digits = String(sum).padStart(scale + 1, '0')
  return scale === 0 ? digits : `${digits.slice(0, -scale)}.${digits.slice(-scale)}`
}
