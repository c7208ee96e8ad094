import type { ReasonField } from '#vocabulary/index.ts'
import { editsUpTo2 } from './edits.ts'
import { type FieldComparison, indexOf, level } from './field-comparison.ts'
import type { MatchRecord } from './match-record.ts'

/** First years of the Japanese eras, less one. */
const ERAS: Record<string, number> = {
  ...{ 明治: 1867, 大正: 1911, 昭和: 1925, 平成: 1988, 令和: 2018 },
  ...{ m: 1867, t: 1911, s: 1925, h: 1988, r: 2018 },
}
const ERA = /^(明治|大正|昭和|平成|令和|[mtshr])\s*(\d{1,2}|元)\D+(\d{1,2})\D+(\d{1,2})\D*$/
const YEAR_FIRST = /^(\d{4})\D+(\d{1,2})\D+(\d{1,2})(?:\D.*)?$/
const YEAR_LAST = /^(\d{1,2})\D+(\d{1,2})\D+(\d{4})$/
const COMPACT = /^(\d{4})(\d{2})(\d{2})$/
const YEAR = /^(\d{4})年?$/

/**
 * A date as `YYYYMMDD`, or `YYYY` where only the year is said; undefined for what is none. Days
 * before months are taken for what they are only where they can be nothing else; the comparison
 * knows that the two may be swapped. Impossible dates stay: they are slips of the pen.
 */
export function readDate(text: string): string | undefined {
  const plain = text.normalize('NFKC').trim().toLowerCase()
  const era = ERA.exec(plain)
  if (era !== null) {
    const [, name = '', year = '', month = '', day = ''] = era
    return written((ERAS[name] ?? 0) + (year === '元' ? 1 : Number(year)), month, day)
  }
  const [, first, second, third] = COMPACT.exec(plain) ?? YEAR_FIRST.exec(plain) ?? []
  if (first !== undefined) return written(Number(first), second ?? '', third ?? '')
  const [, one, two, last] = YEAR_LAST.exec(plain) ?? []
  if (last !== undefined && one !== undefined && two !== undefined) {
    return Number(two) > 12 ? written(Number(last), one, two) : written(Number(last), two, one)
  }
  return YEAR.exec(plain)?.[1]
}

function written(year: number, month: string, day: string): string {
  return `${String(year).padStart(4, '0')}${month.padStart(2, '0')}${day.padStart(2, '0')}`
}

/** Whether a column is one of dates: nine in ten values are possible ones. */
export function isDateColumn(values: Iterable<string>): boolean {
  let dates = 0
  let all = 0
  for (const value of values) {
    all++
    if (isPossible(readDate(value))) dates++
  }
  return all >= 5 && dates >= all * 0.8
}

function isPossible(date: string | undefined): boolean {
  if (date === undefined || date.length !== 8) return false
  const year = Number(date.slice(0, 4))
  const month = Number(date.slice(4, 6))
  const day = Number(date.slice(6))
  return year >= 1850 && year <= 2100 && month >= 1 && month <= 12 && day >= 1 && day <= 31
}

const LEVELS = [
  level('exact', 0.84, 3e-5, 0.5),
  level('swapped', 0.02, 3e-5),
  level('close', 0.08, 7e-4),
  level('part', 0.02, 5e-3),
  level('year', 0.01, 0.014),
  level('different', 0.03, 0.98),
]
const [EXACT, SWAPPED, CLOSE, PART, SAME_YEAR, DIFFERENT] = [
  ...[0, indexOf(LEVELS, 'swapped'), indexOf(LEVELS, 'close')],
  ...[indexOf(LEVELS, 'part'), indexOf(LEVELS, 'year'), indexOf(LEVELS, 'different')],
] as [number, number, number, number, number, number]

function compareDates(a: string, b: string): number {
  const inYear = differing(a, b, 0, 4)
  if (a.length !== 8 || b.length !== 8) return inYear > 0 ? DIFFERENT : SAME_YEAR
  const inMonth = differing(a, b, 4, 6)
  const inDay = differing(a, b, 6, 8)
  const places = inYear + inMonth + inDay
  if (places === 0) return EXACT
  if (inYear === 0 && areSwapped(a, b)) return SWAPPED
  // In two texts of one length a slip is one character, or two neighbours.
  if (places <= 2 && editsUpTo2(a, b) === 1) return CLOSE
  if (Number(inYear === 0) + Number(inMonth === 0) + Number(inDay === 0) === 2) return PART
  return inYear === 0 ? SAME_YEAR : DIFFERENT
}

/** Places at which two texts differ, from one place to before another. */
function differing(a: string, b: string, from: number, to: number): number {
  let places = 0
  for (let at = from; at < to; at++) if (a.charCodeAt(at) !== b.charCodeAt(at)) places++
  return places
}

/** The month of one is the day of the other. */
function areSwapped(a: string, b: string): boolean {
  for (let at = 4; at < 8; at++) if (a.charCodeAt(at) !== b.charCodeAt(at ^ 2)) return false
  return true
}

/** Birth, or any column of dates. */
export function dateComparison(
  field: ReasonField,
  read: (record: MatchRecord) => string | undefined,
): FieldComparison<string> {
  return {
    field,
    levels: LEVELS,
    textOf: (record) => {
      const text = read(record)
      return text === undefined ? undefined : readDate(text)
    },
    prepare: (text) => text,
    compare: compareDates,
    frequencyMin: () => 1e-5,
  }
}
