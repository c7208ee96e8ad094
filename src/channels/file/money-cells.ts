import { type ColumnMapping, parseMoney } from '#listen/index.ts'
import {
  currencyExponent,
  isKnownCurrency,
  minorOfDecimal,
  type Refusal,
} from '#vocabulary/index.ts'
import { RefusedRecord } from '../json-fields.ts'
import { fieldOf } from './table-format.ts'

interface MoneyCells {
  value?: string
  currency?: string
}

/**
 * The amount in the currency's minor unit. The currency is that of its own column, of the cell, or of
 * the name of the column. Throws RefusedRecord for what is no amount, or of no known currency.
 */
export function moneyOfCells(
  cells: MoneyCells,
  columns: ColumnMapping,
): { valueMinor?: number; currency?: string } {
  if (cells.value === undefined) return {}
  const field = fieldOf(columns, 'value')
  const money = parseMoney(cells.value)
  if (money === undefined) throw refused('bad-field', field, cells.value)
  const currency = currencyOf(cells, columns) ?? money.currency ?? currencyOfHeader(field)
  if (currency === undefined) throw refused('missing-field', fieldOf(columns, 'currency'))
  const valueMinor = minorOfDecimal(money.decimal, currency)
  // In most of Europe 1.500 is fifteen hundred: guessing would be wrong by a factor of 1,000.
  const isUnclear = /^-?\d{1,3}\.\d{3}$/.test(money.decimal) && currencyExponent(currency) < 3
  if (valueMinor === undefined || isUnclear) throw refused('bad-field', field, cells.value)
  return { valueMinor, currency }
}

const CURRENCY_WORDS: Record<string, string> = {
  円: 'JPY',
  日本円: 'JPY',
  '¥': 'JPY',
  ドル: 'USD',
  米ドル: 'USD',
  $: 'USD',
  ユーロ: 'EUR',
  '€': 'EUR',
  '£': 'GBP',
  ポンド: 'GBP',
  元: 'CNY',
  ウォン: 'KRW',
}

function currencyOf({ currency }: MoneyCells, columns: ColumnMapping): string | undefined {
  if (currency === undefined) return undefined
  const folded = currency.normalize('NFKC').trim()
  const word = Object.hasOwn(CURRENCY_WORDS, folded) ? CURRENCY_WORDS[folded] : undefined
  const code = word ?? folded.toUpperCase()
  if (isKnownCurrency(code)) return code
  throw refused('bad-field', fieldOf(columns, 'currency'), currency)
}

/** 「金額(円)」 says it; a header in Japanese that says nothing means yen. */
function currencyOfHeader(name: string): string | undefined {
  const code = /\b([A-Z]{3})\b/.exec(name.normalize('NFKC').toUpperCase())?.[1]
  if (code !== undefined && isKnownCurrency(code)) return code
  const word = Object.keys(CURRENCY_WORDS).find((one) => name.normalize('NFKC').includes(one))
  if (word !== undefined) return CURRENCY_WORDS[word]
  return /[\p{sc=Han}\p{sc=Katakana}\p{sc=Hiragana}]/u.test(name) ? 'JPY' : undefined
}

function refused(reason: Refusal['reason'], field: string, detail?: string): RefusedRecord {
  return new RefusedRecord(
    detail === undefined ? { reason, field } : { reason, field, detail: detail.slice(0, 100) },
  )
}
