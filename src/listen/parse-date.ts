/** Which of day and month comes first in dates like 4/5/2026, where that is known. */
export type DayOrder = 'day-first' | 'month-first'

export interface DateReading {
  /** IANA time zone for dates that name no offset. */
  timeZone: string
  dayOrder?: DayOrder
}

/** A date and time as a clock on the wall shows it. */
interface WallTime {
  year: number
  month: number
  day: number
  hour: number
  minute: number
  second: number
  ms: number
}

/**
 * The instant that a written date means, or undefined where it is no date, not a
 * day of the calendar, or one that could be read two ways (4/5/2026 without an
 * order). Understood: ISO 8601 and RFC 3339, 2026/11/21 13:05, 20261121130500,
 * 2026年11月21日 午後1時5分, 令和8年11月21日 and R8.11.21, 11/21/2026 1:05 PM,
 * Nov 21, 2026, RFC 5322 dates, Unix seconds and milliseconds (from 1990), and
 * the serial days of Excel (1900 system). Dates without a time are midnight.
 */
export function parseDate(text: string, reading: DateReading): Date | undefined {
  // Nothing that is a date is longer; patterns need not look at whole texts.
  if (text.length > 100) return undefined
  const clean = tidy(text)
  if (/^\d+(\.\d+)?$/.test(clean)) return ofNumber(clean, reading.timeZone)
  for (const form of FORMS) {
    const match = form.pattern.exec(clean)
    if (match === null) continue
    const day = form.day(match.groups ?? {}, reading.dayOrder)
    const time = day && clockOf(clean.slice(match[0].length).trim())
    if (day !== undefined && time !== undefined) return instantOf({ ...day, ...time }, reading)
  }
  return undefined
}

/** Which order a column's dates like 21/11/2026 are in; undefined where nothing or both is shown. */
export function dayOrderOf(values: Iterable<string>): DayOrder | undefined {
  let dayFirst = 0
  let monthFirst = 0
  for (const value of values) {
    const match = /^(\d{1,2})[/.-](\d{1,2})[/.-]\d{4}/.exec(tidy(value.slice(0, 100)))
    if (match === null) continue
    if (Number(match[1]) > 12) dayFirst += 1
    if (Number(match[2]) > 12) monthFirst += 1
  }
  if (dayFirst === monthFirst) return undefined
  return dayFirst > monthFirst ? 'day-first' : 'month-first'
}

/** The instant of a time on the wall of a zone: in a gap the later, in an overlap the earlier, as Temporal's 'compatible'. */
export function instantInZone(wallMs: number, timeZone: string): Date {
  const before = offsetMs(wallMs - DAY_MS, timeZone)
  const after = offsetMs(wallMs + DAY_MS, timeZone)
  for (const offset of [Math.max(before, after), Math.min(before, after)]) {
    if (offsetMs(wallMs - offset, timeZone) === offset) return new Date(wallMs - offset)
  }
  return new Date(wallMs - before)
}

const DAY_MS = 86_400_000

function tidy(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/\s*\((?:[日月火水木金土]曜?日?|祝|[A-Za-z]{3,9})\)/g, ' ')
    .replace(/^(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*\.?,?\s+/i, '')
    .replace(/\s+/g, ' ')
    .trim()
}

type Groups = Record<string, string | undefined>
type Day = Pick<WallTime, 'year' | 'month' | 'day'>

interface Form {
  pattern: RegExp
  day: (groups: Groups, order: DayOrder | undefined) => Day | undefined
}

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']
const MONTH = '(?<m>jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\\.?'

/** The year before the first of each era. */
const ERAS: Record<string, number> = {
  令和: 2018,
  r: 2018,
  平成: 1988,
  h: 1988,
  昭和: 1925,
  s: 1925,
}

const FORMS: Form[] = [
  { pattern: /^(?<y>\d{4})年(?<m>\d{1,2})月(?<d>\d{1,2})日/, day: plainDay },
  { pattern: /^(?<y>\d{4})([-/.])(?<m>\d{1,2})\2(?<d>\d{1,2})(?!\d)/, day: plainDay },
  {
    pattern: /^(?<e>令和|平成|昭和) ?(?<y>元|\d{1,2})年(?<m>\d{1,2})月(?<d>\d{1,2})日/,
    day: eraDay,
  },
  {
    pattern:
      /^(?<e>令和|平成|昭和|[RHS]) ?(?<y>元|\d{1,2})([-/.])(?<m>\d{1,2})\3(?<d>\d{1,2})(?!\d)/i,
    day: eraDay,
  },
  { pattern: /^(?<a>\d{1,2})([-/.])(?<b>\d{1,2})\2(?<y>\d{4})(?!\d)/, day: orderedDay },
  {
    pattern: new RegExp(`^${MONTH} (?<d>\\d{1,2})(?:st|nd|rd|th)?,? (?<y>\\d{4})\\b`, 'i'),
    day: namedDay,
  },
  {
    pattern: new RegExp(
      `^(?<d>\\d{1,2})(?:st|nd|rd|th)?[ -]${MONTH}[ ,-]{1,2}(?<y>\\d{4})\\b`,
      'i',
    ),
    day: namedDay,
  },
]

function plainDay({ y, m, d }: Groups): Day {
  return { year: Number(y), month: Number(m), day: Number(d) }
}

function eraDay({ e = '', y, m, d }: Groups): Day {
  const inEra = y === '元' ? 1 : Number(y)
  return { year: (ERAS[e.toLowerCase()] ?? 0) + inEra, month: Number(m), day: Number(d) }
}

function namedDay({ y, m = '', d }: Groups): Day {
  const month = MONTHS.indexOf(m.slice(0, 3).toLowerCase()) + 1
  return { year: Number(y), month, day: Number(d) }
}

function orderedDay({ a, b, y }: Groups, order: DayOrder | undefined): Day | undefined {
  const [first, second] = [Number(a), Number(b)]
  const found = first > 12 ? 'day-first' : second > 12 ? 'month-first' : order
  if (found === undefined && first !== second) return undefined
  const [month, day] = found === 'day-first' ? [second, first] : [first, second]
  return { year: Number(y), month, day }
}

interface Clock extends Pick<WallTime, 'hour' | 'minute' | 'second' | 'ms'> {
  /** Minutes east of UTC, where the text says. */
  offsetMinutes?: number
}

const HALF = '(?<half>午前|午後|[ap]\\.?m\\.?)?'
/** Zones that go by name: those of RFC 5322 (4.3), and Japan's. */
const ZONE_MINUTES: Record<string, number> = {
  z: 0,
  ut: 0,
  utc: 0,
  gmt: 0,
  jst: 540,
  est: -300,
  edt: -240,
  cst: -360,
  cdt: -300,
  mst: -420,
  mdt: -360,
  pst: -480,
  pdt: -420,
}
const CLOCK = new RegExp(
  `^(?:T ?|,? ?(?:at )?)${HALF} ?(?<h>\\d{1,2})(?:[:時](?:(?<min>\\d{1,2})(?:[:分](?:(?<s>\\d{1,2})(?:[.,](?<f>\\d{1,9}))?秒?)?)?)?)?` +
    ' ?(?<late>[ap]\\.?m\\.?)? ?(?<zone>.*)$',
  'i',
)
const ZONE =
  /^(?:(?<name>[a-z]{1,4})|(?:utc|gmt)?(?<sign>[+-])(?<h>\d{2}):?(?<m>\d{2})?)(?: \([^)]*\))?$/i

function clockOf(rest: string): Clock | undefined {
  if (rest === '') return { hour: 0, minute: 0, second: 0, ms: 0 }
  const found = CLOCK.exec(rest)?.groups
  if (found === undefined || !/[:時]|[ap]\.?m/i.test(rest)) return undefined
  const offset = offsetOf(found.zone ?? '')
  if (offset === 'unknown') return undefined
  const clock: Clock = {
    hour: hourOf(Number(found.h), found.half ?? found.late),
    minute: Number(found.min ?? 0),
    second: Number(found.s ?? 0),
    ms: Math.floor(Number(`0.${found.f ?? 0}`) * 1000 + 1e-6),
  }
  return offset === undefined ? clock : { ...clock, offsetMinutes: offset }
}

function hourOf(hour: number, half: string | undefined): number {
  if (half === undefined) return hour
  const isAfternoon = half === '午後' || half.toLowerCase().startsWith('p')
  if (hour > 12) return hour
  return (hour % 12) + (isAfternoon ? 12 : 0)
}

function offsetOf(zone: string): number | undefined | 'unknown' {
  if (zone === '') return undefined
  const found = ZONE.exec(zone)?.groups
  if (found === undefined) return 'unknown'
  if (found.name !== undefined) return ZONE_MINUTES[found.name.toLowerCase()] ?? 'unknown'
  const minutes = Number(found.h) * 60 + Number(found.m ?? 0)
  return found.sign === '-' ? -minutes : minutes
}

function instantOf(at: WallTime & Clock, { timeZone }: DateReading): Date | undefined {
  const wall = wallMs(at)
  if (wall === undefined) return undefined
  if (at.offsetMinutes === undefined) return instantInZone(wall, timeZone)
  return new Date(wall - at.offsetMinutes * 60_000)
}

/** The wall time as if it were UTC; undefined where the calendar or the clock has no such time. */
function wallMs(at: WallTime): number | undefined {
  // 24:00 is the end of the day (ISO 8601), second 60 a leap second.
  const isEndOfDay = at.hour === 24 && at.minute === 0 && at.second === 0
  if ((at.hour > 23 && !isEndOfDay) || at.minute > 59 || at.second > 60) return undefined
  const day = new Date(0)
  day.setUTCFullYear(at.year, at.month - 1, at.day)
  if (day.getUTCMonth() !== at.month - 1 || day.getUTCDate() !== at.day) return undefined
  return day.getTime() + ((at.hour * 60 + at.minute) * 60 + at.second) * 1000 + at.ms
}

/** 1990 to 2100, so that row numbers and prices are no instants. */
const UNIX_SECONDS = { min: 631_152_000, max: 4_102_444_800 }
/** 1954 to 2119 in days of Excel. */
const EXCEL_DAYS = { min: 20_000, max: 80_000 }
const EXCEL_DAYS_1970 = 25_569

function ofNumber(text: string, timeZone: string): Date | undefined {
  const compact = /^(\d{4})(\d\d)(\d\d)(?:(\d\d)(\d\d)(\d\d)?)?$/.exec(text)
  if (compact !== null && text.length !== 12) {
    const day = { year: Number(compact[1]), month: Number(compact[2]), day: Number(compact[3]) }
    const [hour, minute, second] = [compact[4], compact[5], compact[6]].map((part) =>
      Number(part ?? 0),
    )
    const clock = { hour: hour ?? 0, minute: minute ?? 0, second: second ?? 0, ms: 0 }
    return instantOf({ ...day, ...clock }, { timeZone })
  }
  const value = Number(text)
  if (value >= UNIX_SECONDS.min && value <= UNIX_SECONDS.max) return new Date(value * 1000)
  if (value >= UNIX_SECONDS.min * 1000 && value <= UNIX_SECONDS.max * 1000) return new Date(value)
  if (value < EXCEL_DAYS.min || value > EXCEL_DAYS.max) return undefined
  // A day's fraction is rounded to seconds: 0.545138889 is 13:05:00.
  const seconds = Math.round((value - EXCEL_DAYS_1970) * 86_400)
  return instantInZone(seconds * 1000, timeZone)
}

const formats = new Map<string, Intl.DateTimeFormat>()

function formatOf(timeZone: string): Intl.DateTimeFormat {
  const known = formats.get(timeZone)
  if (known !== undefined) return known
  const format = new Intl.DateTimeFormat('en-US', {
    timeZone,
    hourCycle: 'h23',
    era: 'short',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  })
  formats.set(timeZone, format)
  return format
}

/** How far the zone is east of UTC at an instant. */
function offsetMs(instantMs: number, timeZone: string): number {
  const part: Record<string, string> = {}
  for (const { type, value } of formatOf(timeZone).formatToParts(instantMs)) part[type] = value
  const year = part.era === 'BC' ? 1 - Number(part.year) : Number(part.year)
  const wall = new Date(0)
  wall.setUTCFullYear(year, Number(part.month) - 1, Number(part.day))
  wall.setUTCHours(Number(part.hour), Number(part.minute), Number(part.second))
  return wall.getTime() - Math.floor(instantMs / 1000) * 1000
}
