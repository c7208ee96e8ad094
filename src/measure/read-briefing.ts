import { sql } from 'kysely'
import type { Judged } from '#graph/index.ts'
import type { Transaction } from '#store/door.ts'
import { countVoicesIn, readBounds } from '#understand/index.ts'
import { addDays, daysBetween, NIL_UUID, type TopicKind } from '#vocabulary/index.ts'
import {
  DAYS_KNOWN,
  type Finding,
  findUnusual,
  judgeLastWeek,
  type Series,
  WATCHED,
  type Watched,
} from './unusual.ts'

/** What somebody should know first: what is unusual in the week that ends with `to`. */
export interface Briefing {
  /** The week that is judged; null while there is no post. */
  from: string | null
  to: string | null
  /** Whole weeks of log before it, at most eight; below four nothing can be called unusual. */
  weeksKnown: number
  /** All posts of the week against what is usual; null with too few weeks. */
  volume: Judged | null
  /** Who spoke in the week; null where that is not counted. */
  voices: number | null
  findings: BriefingFinding[]
}

export interface BriefingFinding extends Judged {
  topic: { id: string; name: string; kind: TopicKind } | null
  watched: Watched
  voices: number | null
  from: string
  to: string
}

export interface BriefingFilter {
  /** The last day of the week; by default the last one with posts. Never later than yesterday. */
  to?: string | undefined
  channel?: string | undefined
  topic?: string | undefined
}

/** Topics that are watched: our own and competitors' first, then those that are there longest. */
const TOPICS_MAX = 200
const FINDINGS_MAX = 5

/**
 * Reads the roll-ups of nine weeks and says what stands out. A day that isn't over is not judged:
 * half of it would pass for a fall.
 */
export async function readBriefing(
  tx: Transaction,
  filter: BriefingFilter,
  now: Date,
): Promise<Briefing> {
  const channel = filter.channel ?? NIL_UUID
  const { firstDay, lastDay, today } = await readBounds(tx, now, channel)
  if (firstDay === null || lastDay === null) {
    return { from: null, to: null, weeksKnown: 0, volume: null, voices: null, findings: [] }
  }
  const yesterday = addDays(today, -1)
  const [to = yesterday] = [filter.to ?? lastDay, yesterday].sort()
  const weeksKnown = weeksBetween(firstDay, addDays(to, -6))
  const all = await readSeries(tx, channel, to, filter.topic)
  const main = all.find((one) => one.topic?.id === filter.topic) ?? all[0]
  const found = findUnusual(
    all.map(({ series }) => series),
    weeksKnown,
  )
  const findings: BriefingFinding[] = []
  for (const one of found.slice(0, FINDINGS_MAX)) {
    const finding = describe(one, all, to)
    findings.push({ ...finding, voices: await voicesIn(tx, finding, filter.channel) })
  }
  return {
    from: addDays(to, -6),
    to,
    weeksKnown,
    volume: main === undefined ? null : judgeLastWeek(main.series, 'posts', weeksKnown),
    voices: await countVoicesIn(tx, { ...filter, from: addDays(to, -6), to }),
    findings,
  }
}

interface Watching {
  topic: { id: string; name: string; kind: TopicKind } | null
  series: Series
}

/** How many spoke in the posts that a finding counts. */
function voicesIn(
  tx: Transaction,
  { topic, watched, from, to }: Described,
  channel: string | undefined,
): Promise<number | null> {
  const slice = { from, to, channel, topic: topic?.id }
  if (watched === 'posts') return countVoicesIn(tx, slice)
  if (watched === 'negative' || watched === 'positive') {
    return countVoicesIn(tx, { ...slice, sentiment: watched })
  }
  return countVoicesIn(tx, { ...slice, stage: watched })
}

type Described = Omit<BriefingFinding, 'voices'>

function describe(finding: Finding, all: readonly Watching[], to: string): Described {
  const { topicId, daysAgoFrom, daysAgoTo, ...judged } = finding
  const topic = all.find(({ series }) => series.topicId === topicId)?.topic ?? null
  return { ...judged, topic, from: addDays(to, -daysAgoFrom), to: addDays(to, -daysAgoTo) }
}

function weeksBetween(first: string, from: string): number {
  const weeks = Math.floor(daysBetween(first, from) / 7)
  return Math.max(0, Math.min(weeks, DAYS_KNOWN / 7 - 1))
}

type DayRow = Record<Watched, number> & {
  id: string
  name: string | null
  kind: TopicKind | null
  day: string | null
}

/** All posts first (unless one topic is asked for), then topics. */
async function readSeries(
  tx: Transaction,
  channel: string,
  to: string,
  topic: string | undefined,
): Promise<Watching[]> {
  const from = addDays(to, 1 - DAYS_KNOWN)
  const counts = sql.join(WATCHED.map((name) => sql`d.${sql.ref(name)}`))
  const wanted = topic === undefined ? sql`true` : sql`t.id = ${topic}::uuid`
  const total = topic === undefined ? sql`true` : sql`false`
  const { rows } = await sql<DayRow>`
    select w.id, w.name, w.kind, d.day, ${counts}
    from (
      (select ${NIL_UUID}::uuid as id, null::text as name, null::text as kind, 0 as place where ${total})
      union all
      (select t.id, t.name, t.kind, case when t.kind in ('own', 'competitor') then 1 else 2 end
        from topic t where t.deleted_at is null and t.applied_at is not null and ${wanted}
        order by 4, t.id limit ${TOPICS_MAX})
    ) w
    left join lateral (
      select day, ${sql.join(WATCHED.map((name) => sql.ref(name)))} from topic_day
      where channel_id = ${channel}::uuid and topic_id = w.id
        and day >= ${from}::date and day <= ${to}::date
    ) d on true
    order by w.place, w.id
  `.execute(tx)
  return gather(rows, from)
}

function gather(rows: readonly DayRow[], from: string): Watching[] {
  const found = new Map<string, Watching>()
  for (const row of rows) {
    const { series } = found.get(row.id) ?? begin(found, row)
    if (row.day === null) continue
    const at = daysBetween(from, row.day)
    for (const name of WATCHED) series.counts[name][at] = row[name]
  }
  return [...found.values()]
}

function begin(found: Map<string, Watching>, { id, name, kind }: DayRow): Watching {
  const counts = Object.fromEntries(
    WATCHED.map((watched) => [watched, new Float64Array(DAYS_KNOWN)]),
  ) as Series['counts']
  const topic = name === null || kind === null ? null : { id, name, kind }
  const watching = { topic, series: { topicId: topic?.id ?? null, counts } }
  found.set(id, watching)
  return watching
}
