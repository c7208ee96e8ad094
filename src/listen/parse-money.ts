import { isKnownCurrency } from '#vocabulary/index.ts'

/** An amount as a cell says it. */
export interface Money {
  /** A plain decimal: `-12000.50`. */
  decimal: string
  /** ISO 4217, where the cell says it. */
  currency: string | undefined
}

/** Signs and words of currencies. $ is the dollar that most mean by it, ¥ the yen. */
const CURRENCIES: readonly (readonly [RegExp, string])[] = [
  [/us\$|米ドル/i, 'USD'],
  [/a\$|豪ドル/i, 'AUD'],
  [/c\$|カナダドル/i, 'CAD'],
  [/nt\$|台湾ドル/i, 'TWD'],
  [/hk\$|香港ドル/i, 'HKD'],
  [/元|人民元|rmb/i, 'CNY'],
  [/ウォン|₩/, 'KRW'],
  [/ユーロ|€/, 'EUR'],
  [/英?ポンド|£/, 'GBP'],
  [/ドル|\$/, 'USD'],
  [/円|[¥\\]|yen/i, 'JPY'],
]

/** 万 and 億 with what is before them; the last part may have neither. */
const MYRIADS = /^(?:([\d,.]+)兆)?(?:([\d,.]+)億)?(?:([\d,.]+)万)?(?:([\d,.]+)千)?([\d,.]+)?$/
const MYRIAD_ZEROS = [12, 8, 4, 3, 0] as const

/**
 * What `¥12,000`, `12,000円`, `1.2万`, `3億2,000万円`, `USD 12.50`, `-1.234,50 €` or `(1,200)`
 * (bookkeepers' minus) say, or undefined for what is no amount.
 */
export function parseMoney(text: string): Money | undefined {
  if (text.length > 60) return undefined
  const folded = text.normalize('NFKC').replaceAll('−', '-').replace(/[\s_]/g, '').replace(/^'/, '')
  const code = /^-?([A-Z]{3})(?=[-\d.(¥$€£])|(?<=[\d.)])([A-Z]{3})$/i.exec(folded)
  const named = (code?.[1] ?? code?.[2])?.toUpperCase()
  if (named !== undefined && !isKnownCurrency(named)) return undefined
  const withoutCode = code === null ? folded : folded.replace(code[1] ?? code[2] ?? '', '')
  const marked = CURRENCIES.find(([mark]) => mark.test(withoutCode))
  const bare = withoutMarks(withoutCode)
  const isNegative = /^\(.*\)$/.test(bare) || /^[-▲△]/.test(bare) || /-$/.test(bare)
  const digits = bare.replace(/[-▲△()+]/g, '')
  const decimal = decimalOf(digits)
  if (decimal === undefined) return undefined
  return { decimal: isNegative ? `-${decimal}` : decimal, currency: named ?? marked?.[1] }
}

function withoutMarks(text: string): string {
  return CURRENCIES.reduce((rest, [mark]) => rest.replace(mark, ''), text).replace(
    /[/※税込抜]/g,
    '',
  )
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
