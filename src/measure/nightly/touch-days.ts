import { ACTOR_LEVELS } from '#vocabulary/index.ts'
import { dayFinder } from './day-finder.ts'
import type { CutColumns, FigureCut, KeyNames } from './figures.ts'
import type { Ground, ScopeInput } from './scope-input.ts'

/** How often touches of one line reached somebody, by day of the workspace, the earliest first. */
export interface TouchDays {
  cut: Exclude<FigureCut, 'type'>
  key: string
  days: string[]
  touches: number[]
  /** Of the cut `actor`: the account itself, because who owns it may change. */
  handleId: string | null
}

/** Touches of a scope by line and day. Of people by account: accounts of one person are brought together later. */
export function touchDaysOf(
  { touches: { accounts, actorHandle } }: Ground,
  { input, row }: ScopeInput,
  columns: CutColumns,
  names: KeyNames,
  timeZone: string,
): TouchDays[] {
  const dayOf = dayFinder(timeZone)
  const days: string[] = []
  const numbers = new Map<string, number>()
  const day = Int32Array.from(input.touches.t, (t) => {
    const name = dayOf(t * 1000)
    const known = numbers.get(name) ?? days.push(name) - 1
    numbers.set(name, known)
    return known
  })
  const handle = row.map((one) => actorHandle[one] as number)
  const told = (
    cut: TouchDays['cut'],
    of: Int32Array,
    size: number,
    name: (key: number) => string,
  ): TouchDays[] =>
    countByDay(of, size, day, days.length).map(({ key, counts }) => ({
      ...{ cut, key: name(key), handleId: cut === 'actor' ? name(key) : null },
      ...sorted(counts.map(({ day, touches }) => ({ day: days[day] as string, touches }))),
    }))
  return [
    ...told('actor', handle, accounts.handles.count, (key) => accounts.handles.idOf(key)),
    ...told('channel', columns.channel.of, columns.channel.size, (k) => input.channels[k] ?? ''),
    ...told('level', columns.level.of, columns.level.size, (key) => ACTOR_LEVELS[key] ?? 'unknown'),
    ...told('opinion', columns.opinion.of, columns.opinion.size, (k) => names.opinions[k] ?? ''),
    ...told('community', columns.community.of, columns.community.size, (key) => {
      return names.communities[key] ?? ''
    }),
  ]
}

interface KeyDays {
  key: number
  counts: { day: number; touches: number }[]
}

/** Rows by key (counting sort), then each key's days; keys without a row are left out. */
function countByDay(of: Int32Array, size: number, day: Int32Array, days: number): KeyDays[] {
  const start = new Int32Array(size + 1)
  for (const key of of) if (key >= 0) start[key + 1] = (start[key + 1] as number) + 1
  for (let key = 0; key < size; key++) {
    start[key + 1] = (start[key + 1] as number) + (start[key] as number)
  }
  const free = start.slice(0, size)
  const dayOfRow = new Int32Array(start[size] as number)
  of.forEach((key, i) => {
    if (key < 0) return
    const place = free[key] as number
    dayOfRow[place] = day[i] as number
    free[key] = place + 1
  })
  const found: KeyDays[] = []
  const count = new Int32Array(days)
  for (let key = 0; key < size; key++) {
    const rows = dayOfRow.subarray(start[key], start[key + 1])
    if (rows.length === 0) continue
    for (const one of rows) count[one] = (count[one] as number) + 1
    const counts: KeyDays['counts'] = []
    for (const one of rows) {
      const touches = count[one] as number
      if (touches > 0) counts.push({ day: one, touches })
      count[one] = 0
    }
    found.push({ key, counts })
  }
  return found
}

function sorted(counts: { day: string; touches: number }[]): Pick<TouchDays, 'days' | 'touches'> {
  counts.sort((a, b) => (a.day < b.day ? -1 : 1))
  return { days: counts.map(({ day }) => day), touches: counts.map(({ touches }) => touches) }
}
