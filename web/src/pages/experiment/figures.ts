import type { InterfaceLanguage } from '../../terms.ts'

const LOCALES: Record<InterfaceLanguage, string> = { ja: 'ja-JP', en: 'en-GB' }

/** A change of a share, in points with its sign: +3.2. */
export function formatPoints(change: number, language: InterfaceLanguage): string {
  return signed(change * 100, language, 1)
}

/** How large a change of a share is, in points: 3.2. */
export function formatSize(change: number, language: InterfaceLanguage): string {
  return new Intl.NumberFormat(LOCALES[language], {
    ...{ minimumFractionDigits: 1, maximumFractionDigits: 1 },
  }).format(change * 100)
}

/** A lift with its sign: +20%. */
export function formatLift(lift: number, language: InterfaceLanguage): string {
  return `${signed(lift * 100, language, 0)}%`
}

/** A share of a share with two decimals; it may be below nothing and above one. */
export function formatRho(rho: number, language: InterfaceLanguage): string {
  return new Intl.NumberFormat(LOCALES[language], {
    ...{ minimumFractionDigits: 2, maximumFractionDigits: 2 },
  }).format(rho)
}

function signed(value: number, language: InterfaceLanguage, digits: number): string {
  return new Intl.NumberFormat(LOCALES[language], {
    ...{ minimumFractionDigits: digits, maximumFractionDigits: digits },
    signDisplay: 'exceptZero',
  }).format(value)
}

/** A tenth of a point: less is nothing. */
const SPAN_MIN = 0.001

/** Where values stand on a line from `low` to `high`, `width` wide; round ends that hold all of them and nothing. */
export function scaleOf(values: readonly number[], width: number) {
  const [least, most] = [Math.min(0, ...values), Math.max(0, ...values)]
  const span = Math.max(most - least, SPAN_MIN)
  const step = stepOf(span)
  const [low, high] = [Math.floor(least / step) * step, Math.ceil(most / step) * step || step]
  const place = (value: number) => ((value - low) / (high - low)) * width
  const count = Math.round((high - low) / step)
  const ticks = Array.from({ length: count + 1 }, (_, i) => Number((low + i * step).toFixed(10)))
  return { place, ticks }
}

/** 1, 2 or 5 times a power of ten, so that there are about five steps. */
function stepOf(span: number): number {
  const rough = span / 5
  const power = 10 ** Math.floor(Math.log10(rough))
  const factor = [1, 2, 5, 10].find((one) => one * power >= rough) ?? 10
  return factor * power
}
