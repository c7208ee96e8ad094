import type { InterfaceLanguage, NumberStyle } from './terms.ts'

const LOCALES: Record<InterfaceLanguage, string> = { ja: 'ja-JP', en: 'en-GB' }

/** Intl formatters are costly to make and lists ask for the same ones over and over. */
const made = new Map<string, Intl.NumberFormat | Intl.DateTimeFormat>()

function numbers(language: InterfaceLanguage, options: Intl.NumberFormatOptions) {
  const key = `n${language}${JSON.stringify(options)}`
  const known = made.get(key)
  if (known instanceof Intl.NumberFormat) return known
  const format = new Intl.NumberFormat(LOCALES[language], options)
  made.set(key, format)
  return format
}

function dates(language: InterfaceLanguage, options: Intl.DateTimeFormatOptions) {
  const key = `d${language}${JSON.stringify(options)}`
  const known = made.get(key)
  if (known instanceof Intl.DateTimeFormat) return known
  const format = new Intl.DateTimeFormat(LOCALES[language], options)
  made.set(key, format)
  return format
}

/** How the workspace writes numbers; set where the session is known, before any page is drawn. */
let numberStyle: NumberStyle = 'grouped'

export function writeNumbersAs(style: NumberStyle): void {
  numberStyle = style
}

/** A whole number; on Japanese pages of a workspace that wants it so, by 万 and 億. */
export function formatCount(count: number, language: InterfaceLanguage): string {
  if (language === 'ja' && numberStyle === 'myriad') return formatMyriads(count)
  return numbers(language, { maximumFractionDigits: 0 }).format(count)
}

/** An amount of money (a plain decimal in the currency's own unit) as the language writes it. */
export function formatMoney(value: string, currency: string, language: InterfaceLanguage): string {
  if (currency === 'JPY' && language === 'ja') return `${formatCount(Number(value), 'ja')}円`
  return numbers(language, { style: 'currency', currency }).format(Number(value))
}

const MYRIADS = [
  { unit: '兆', size: 1e12 },
  { unit: '億', size: 1e8 },
  { unit: '万', size: 1e4 },
] as const

/** 12345678 as 1,234万5,678; parts that are zero are left out. */
function formatMyriads(count: number): string {
  const plain = numbers('ja', { maximumFractionDigits: 0 })
  let rest = Math.abs(Math.round(count))
  if (rest < 1e4) return plain.format(Math.round(count))
  let text = count < 0 ? '-' : ''
  for (const { unit, size } of MYRIADS) {
    const part = Math.floor(rest / size)
    if (part > 0) text += `${plain.format(part)}${unit}`
    rest -= part * size
  }
  return rest > 0 ? text + plain.format(rest) : text
}

/** A share of 0..1 as a percentage without decimals; small but not zero reads "<1%". */
export function formatShare(share: number, language: InterfaceLanguage): string {
  if (share > 0 && share < 0.01) return language === 'ja' ? '1%未満' : '<1%'
  return numbers(language, { style: 'percent', maximumFractionDigits: 0 }).format(share)
}

/** A share of 0..1 that must read neither as nothing nor as all while it is not: "<1%", ">99%". */
export function formatPart(share: number, language: InterfaceLanguage): string {
  if (share <= 0.99 || share >= 1) return formatShare(share, language)
  return language === 'ja' ? '99%超' : '>99%'
}

/** A sum of parts of outcomes: one decimal, so that small parts are no zeros. */
export function formatParts(outcomes: number, language: InterfaceLanguage): string {
  if (Math.abs(outcomes) >= 10_000) return formatCount(Math.round(outcomes), language)
  const digits = { minimumFractionDigits: 1, maximumFractionDigits: 1 }
  return numbers(language, digits).format(outcomes)
}

const UNITS = ['byte', 'kilobyte', 'megabyte', 'gigabyte', 'terabyte'] as const

export function formatBytes(bytes: number, language: InterfaceLanguage): string {
  const power = bytes < 1 ? 0 : Math.min(Math.floor(Math.log10(bytes) / 3), UNITS.length - 1)
  const unit = UNITS[power] ?? 'byte'
  const options = { style: 'unit', unit, unitDisplay: 'short', maximumFractionDigits: 1 } as const
  return numbers(language, options).format(bytes / 1000 ** power)
}

/** An instant (RFC 3339) as day and minute in the workspace's time zone. */
export function formatTime(time: string, timeZone: string, language: InterfaceLanguage): string {
  const options = { dateStyle: 'medium', timeStyle: 'short', timeZone } as const
  return dates(language, options).format(new Date(time))
}

/** The day (YYYY-MM-DD) on which an instant falls in the workspace's time zone. */
export function dayOf(time: Date, timeZone: string): string {
  const options = { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' } as const
  const parts = new Intl.DateTimeFormat('en-US', options).formatToParts(time)
  const part = (type: string) => parts.find((p) => p.type === type)?.value ?? ''
  return `${part('year')}-${part('month')}-${part('day')}`
}

/** A calendar day (YYYY-MM-DD); it has no time zone, so it is written as it stands. */
export function formatDay(day: string, language: InterfaceLanguage): string {
  const options = { dateStyle: 'medium', timeZone: 'UTC' } as const
  return dates(language, options).format(new Date(`${day}T00:00:00Z`))
}

/** A calendar day as an axis shows it: month and day. */
export function formatShortDay(day: string, language: InterfaceLanguage): string {
  const options = { month: 'numeric', day: 'numeric', timeZone: 'UTC' } as const
  return dates(language, options).format(new Date(`${day}T00:00:00Z`))
}

/** Two calendar days as a span: 2026/11/01～2026/11/28. */
export function formatSpan(from: string, to: string, language: InterfaceLanguage): string {
  const format = dates(language, { dateStyle: 'medium', timeZone: 'UTC' })
  return format.formatRange(new Date(`${from}T00:00:00Z`), new Date(`${to}T00:00:00Z`))
}

/** A BCP 47 tag as the language's name; a tag that nobody knows stays as it is. */
export function formatLanguage(tag: string, language: InterfaceLanguage): string {
  try {
    return new Intl.DisplayNames([LOCALES[language]], { type: 'language' }).of(tag) ?? tag
  } catch (cause) {
    if (cause instanceof RangeError) return tag
    throw cause
  }
}

const LONGER = [
  { unit: 'day', ms: 86_400_000 },
  { unit: 'hour', ms: 3_600_000 },
  { unit: 'minute', ms: 60_000 },
  { unit: 'second', ms: 1_000 },
] as const

/** A length of time in the largest unit that it fills: 0.4 s, 12 min, 3 days. */
export function formatDuration(ms: number, language: InterfaceLanguage): string {
  const { unit, ms: size } = LONGER.find((one) => ms >= one.ms) ?? { unit: 'second', ms: 1_000 }
  const maximumFractionDigits = ms < 10_000 ? 1 : 0
  const options = { style: 'unit', unit, unitDisplay: 'short', maximumFractionDigits } as const
  return numbers(language, options).format(ms / size)
}
