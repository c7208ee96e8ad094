const DAY_MS = 86_400_000
const EPOCH_1900 = Date.UTC(1899, 11, 30)
const EPOCH_1904 = Date.UTC(1904, 0, 1)
/** Excel's 1900 has a 29 February, as Lotus 1-2-3 had: days before it count from one day later. */
const FIRST_TRUE_DAY = 61

/**
 * The date that a serial number shows, as a clock on the wall has it: `2026-11-21`, with a time
 * where there is one, `13:05:00` for a time without a day. What no date can be stays a number.
 */
export function excelDate(serial: number, is1904: boolean): string {
  if (!Number.isFinite(serial) || serial < 0 || serial > 2_958_466) return String(serial)
  const leap = !is1904 && serial >= 1 && serial < FIRST_TRUE_DAY ? DAY_MS : 0
  const epoch = (is1904 ? EPOCH_1904 : EPOCH_1900) + leap
  // Serials carry no more than milliseconds truly; seconds are what people see.
  const timeMs = epoch + Math.round((serial * DAY_MS) / 1000) * 1000
  const [day = '', rest = ''] = new Date(timeMs).toISOString().split('T')
  const time = rest.slice(0, 8)
  if (serial < 1 && !is1904) return time
  return time === '00:00:00' ? day : `${day} ${time}`
}

/** A number as people would write it: at most 15 digits, as Excel counts, without exponent. */
export function excelNumber(text: string): string {
  const number = Number(text)
  if (text.trim() === '' || !Number.isFinite(number)) return text
  if (Number.isSafeInteger(number)) return String(number)
  const rounded = Number(number.toPrecision(15))
  const plain = String(rounded)
  if (!plain.includes('e')) return plain
  return rounded.toLocaleString('en', { useGrouping: false, maximumFractionDigits: 20 })
}
