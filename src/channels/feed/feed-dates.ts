/** Names of the months in English, in Greek as feeds wrote it, and in Hungarian. */
const MONTHS = numbered([
  [1, 'jan ιαν január'],
  [2, 'feb φεβ február februári'],
  [3, 'mar μάρ μαρ μάώ μαώ március'],
  [4, 'apr απρ április'],
  [5, 'may μάι μαϊ μαι május máujus'],
  [6, 'jun ιούν ιον június'],
  [7, 'jul ιούλ ιολ július'],
  [8, 'aug αύγ αυγ augusztus'],
  [9, 'sep σεπ szeptember'],
  [10, 'oct οκτ október'],
  [11, 'nov νοέ νοε november'],
  [12, 'dec δεκ december'],
])

/** Hours that zone names of RFC 822 and common usage are ahead of UTC. */
const ZONES = numbered([
  [0, 'z ut utc gmt wet'],
  [1, 'bst cet met west n'],
  [2, 'cest eet'],
  [3, 'msk eest'],
  [5.5, 'ist'],
  [8, 'hkt sgt'],
  [9, 'jst kst'],
  [10, 'aest'],
  [12, 'nzst y'],
  [-1, 'a'],
  [-3, 'adt'],
  [-4, 'ast at edt'],
  [-5, 'est et cdt'],
  [-6, 'cst ct mdt'],
  [-7, 'mst mt pdt'],
  [-8, 'pst pt'],
  [-12, 'm'],
])

function numbered(rows: [number, string][]): ReadonlyMap<string, number> {
  return new Map(rows.flatMap(([n, names]) => names.split(' ').map((name) => [name, n] as const)))
}

/** What a date says, before the calendar is asked. Month and day from 1. */
interface DateParts {
  year: number
  month?: number
  day?: number
  /** Day of the year, from 1. */
  dayOfYear?: number
  hour?: number
  minute?: number
  second?: number
  /** Minutes ahead of UTC; absent when the date names no zone. */
  offset?: number
}

const READERS: ((text: string) => DateParts | undefined)[] = [
  readIso,
  readRfc822,
  readAsctime,
  readKorean,
  readHungarian,
]

/**
 * The instant that a feed's date means: RFC 822 with its usual mistakes, W3CDTF and
 * ISO 8601, asctime, and Korean, Greek and Hungarian forms. A date without a zone
 * is read in `timeZone` (IANA; UTC unless said). Undefined when it is no date.
 */
export function dateOf(text: string, timeZone = 'UTC'): Date | undefined {
  const trimmed = text.trim()
  if (trimmed.length < 4 || trimmed.length > 100) return undefined
  for (const read of READERS) {
    const parts = read(trimmed)
    const date = parts && instantOf(parts, timeZone)
    if (date !== undefined) return date
  }
  return undefined
}

function instantOf(parts: DateParts, timeZone: string): Date | undefined {
  const { month = 1, hour = 0, minute = 0, second = 0 } = parts
  const day = parts.dayOfYear ?? parts.day ?? 1
  const dayMax = parts.dayOfYear === undefined ? 31 : 366
  if (month < 1 || month > 12 || day < 1 || day > dayMax || hour > 24 || minute > 59 || second > 61)
    return undefined
  const date = new Date(0)
  date.setUTCFullYear(parts.year, parts.dayOfYear === undefined ? month - 1 : 0, day)
  date.setUTCHours(hour, minute, second)
  const offset = parts.offset ?? offsetIn(timeZone, date)
  const instant = new Date(date.getTime() - offset * 60_000)
  return Number.isNaN(instant.getTime()) ? undefined : instant
}

/** Minutes that the zone's clocks are ahead of UTC around that time; 0 for a zone unknown. */
function offsetIn(timeZone: string, near: Date): number {
  if (timeZone === 'UTC') return 0
  const shown = new Intl.DateTimeFormat('en', { timeZone, timeZoneName: 'longOffset' })
    .formatToParts(near)
    .find((part) => part.type === 'timeZoneName')?.value
  return offsetOf(shown?.replace('GMT', '') ?? '') ?? 0
}

function offsetOf(zone: string): number | undefined {
  const numeric = /^([+-])\s*(\d{1,2}):?(\d{2})?/.exec(zone)
  if (numeric === null) {
    const hours = ZONES.get(zone.toLowerCase())
    return hours === undefined ? undefined : hours * 60
  }
  const minutes = Number(numeric[2]) * 60 + Number(numeric[3] ?? 0)
  return numeric[1] === '-' ? -minutes : minutes
}

const ISO =
  /^(\d{4}|-?\d{2})(?:-?(\d{2})(?:-?(\d{2}))?|-?(\d{3}))?(?:[T\s]+(\d{1,2})(?::?(\d{2})(?::?(\d{2})(?:[.,]\d*)?)?)?\s*([A-Za-z]{1,5}|[+-]\s*\d{1,2}(?::?\d{2})?)?)?$/

/** W3CDTF, ISO 8601 with two-digit years and ordinal days, and "2004-07-08 23:56:58.0" of databases. */
function readIso(text: string): DateParts | undefined {
  const found = ISO.exec(text)
  if (found === null) return undefined
  const [, year = '', month, day, ordinal, hour, minute, second, zone] = found
  return {
    year: yearOf(year.replace('-', '')),
    ...partsOf({ month, day, dayOfYear: ordinal, hour, minute, second }),
    ...zoneOf(zone),
  }
}

/** "Thu, 01 Jan 2004 19:48:21 GMT", day and month in either order, any part of the time missing. */
function readRfc822(text: string): DateParts | undefined {
  const words = text
    .toLowerCase()
    .replace(/^[^\d\s,]+(?:,\s*|\.?\s+)(?=\S)/u, (day) => (monthOf(day) ? day : ''))
  const found =
    /^(?:(\d{1,2})[\s-]+([^\d\s,.-]+)\.?|([^\d\s,.-]+)\.?\s+(\d{1,2}),?)[\s-]+(\d{2,4})(?:\s+(.*))?$/u.exec(
      words.trim(),
    )
  if (found === null) return undefined
  const month = monthOf(found[2] ?? found[3] ?? '')
  if (month === undefined) return undefined
  const time = readTime(found[6] ?? '')
  const day = Number(found[1] ?? found[4])
  return time && { year: yearOf(found[5] ?? ''), month, day, ...time }
}

/** "Sun Jan  4 16:29:06 2004", with an optional zone before the year. */
function readAsctime(text: string): DateParts | undefined {
  const found =
    /^\S+\s+([a-z]{3})[a-z]*\s+(\d{1,2})\s+([\d:]+)\s+(?:([a-z]{1,5}|[+-]\d{4})\s+)?(\d{4})$/i.exec(
      text,
    )
  const month = monthOf(found?.[1] ?? '')
  const time = readTime(`${found?.[3] ?? ''} ${found?.[4] ?? ''}`)
  if (found === null || month === undefined || time === undefined) return undefined
  return { year: Number(found[5]), month, day: Number(found[2]), ...time }
}

/** "2004년 05월 28일  01:31:15" and "2004-05-25 오후 11:23:17", both in Korean time. */
function readKorean(text: string): DateParts | undefined {
  const found =
    /^(\d{4})(?:년|-)\s*(\d{1,2})(?:월|-)\s*(\d{1,2})일?\s+(오전|오후)?\s*(\d{1,2}):(\d{2}):(\d{2})/.exec(
      text,
    )
  if (found === null) return undefined
  const [, year, month, day, half, hour, minute, second] = found.map((part) => part ?? '')
  const later = half === '오후' && Number(hour) < 12 ? 12 : 0
  const parts = partsOf({ month, day, hour, minute, second })
  return { year: Number(year), ...parts, hour: Number(hour) + later, offset: 540 }
}

/** "2004-július-13T9:15-05:00". */
function readHungarian(text: string): DateParts | undefined {
  const found = /^(\d{4})-(\p{L}+)-(\d{1,2})T(\d{1,2}):(\d{2})(.*)$/u.exec(text)
  const month = MONTHS.get(found?.[2]?.toLowerCase() ?? '')
  if (found === null || month === undefined) return undefined
  const [, year, , day, hour, minute, zone] = found
  return { year: Number(year), month, ...partsOf({ day, hour, minute }), ...zoneOf(zone) }
}

function readTime(text: string): Partial<DateParts> | undefined {
  const found = /^(\d{1,2})(?::?(\d{2}))?(?::?(\d{2}))?(?:[.,]\d+)?\s*(.*)$/.exec(text.trim())
  if (found === null) return text.trim() === '' ? {} : zoneOf(text.trim())
  const [, hour, minute, second, zone] = found
  const zoneWord = zone?.replace(/^(?:gmt|utc|etc\/gmt)(?=[+-])/, '').split(/[\s(]/)[0]
  return { ...partsOf({ hour, minute, second }), ...zoneOf(zoneWord) }
}

function monthOf(word: string): number | undefined {
  const name = word.trim().replace(/[,.]$/, '').toLowerCase()
  return MONTHS.get(name) ?? MONTHS.get(name.slice(0, 4)) ?? MONTHS.get(name.slice(0, 3))
}

/** Two-digit years are of the years 1969 to 2068, as POSIX has it. */
function yearOf(digits: string): number {
  const year = Number(digits)
  if (digits.length >= 3) return year
  return year < 69 ? 2000 + year : 1900 + year
}

function zoneOf(zone: string | undefined): { offset?: number } {
  const offset = zone === undefined || zone === '' ? undefined : offsetOf(zone)
  return offset === undefined ? {} : { offset }
}

function partsOf(texts: Record<string, string | undefined>): Partial<DateParts> {
  return Object.fromEntries(
    Object.entries(texts).flatMap(([name, text]) =>
      text === undefined || text === '' ? [] : [[name, Number(text)]],
    ),
  )
}
