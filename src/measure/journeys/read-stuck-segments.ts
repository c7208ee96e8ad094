import { sql } from 'kysely'
import type { Transaction } from '#store/door.ts'
import { getTopic, readBounds } from '#understand/index.ts'
import { addDays, type SegmentKind, STAGES, type Stage, type TopicKind } from '#vocabulary/index.ts'
import { namesOfSegments } from './names-of-segments.ts'
import { stayRowOf } from './read-stays.ts'
import { bySurety, RECENT_DAYS, saysTheSame } from './read-stuck.ts'
import { peopleBySegment } from './segment.ts'
import { HORIZON_DAYS, midnight, scopeOf, withStays } from './stay-rows.ts'
import { type StayRow, staysOf } from './stays.ts'
import { type ComparedPoint, comparePairs } from './stuck-points.ts'

export interface SegmentPoint extends Omit<ComparedPoint, 'topicId'> {
  /** As GET /journeys/stays takes it, and what it is called where that is no word of the interface. */
  segment: { kind: SegmentKind; value: string; name: string | null }
  /** Of the stays, those that go on today. */
  ongoing: number
}

export interface StuckSegments {
  topic: { id: string; name: string; kind: TopicKind }
  recentFrom: string
  since: string | null
  /** Segments that were compared: those with most stays. */
  segments: number
  points: SegmentPoint[]
  usual: number
  insufficient: number
}

/** Segments that are compared: those with most stays. */
const SEGMENTS_MAX = 20

interface Bucket {
  /** Null: everybody. */
  value: string | null
  stage: Stage
  ending: string
  days: number
  stays: number
}

/**
 * Where the people of a segment stay longer and leave less than everybody else at the same stage of the
 * same topic, for every segment of a kind; stays begun lately. O(n log n) in the moves read. Throws
 * `not-found` for a topic that is none.
 */
export async function readStuckSegments(
  tx: Transaction,
  { topic: topicId, by }: { topic: string; by: SegmentKind },
  now: Date,
): Promise<StuckSegments> {
  const { id, name, kind } = await getTopic(tx, topicId)
  const { today } = await readBounds(tx, now)
  const recentFrom = addDays(today, -RECENT_DAYS)
  const scope = await scopeOf(tx, { topics: [id], from: recentFrom }, now)
  const { rows } = await sql<Bucket>`
    ${withStays(scope)}, member as materialized (${peopleBySegment(by, id)}),
    lately as materialized (select stage, ending, person_id, topic_id,
        case when days < 4 then floor(days * 24) / 24 else floor(days * 4) / 4 end as days
      from stay where at >= ${midnight(recentFrom)})
    select null as value, stage, ending, days, count(*)::integer as stays from lately group by 2, 3, 4
    union all
    select value, stage, ending, days, count(*)::integer
    from lately join member using (topic_id, person_id) group by 1, 2, 3, 4`.execute(tx)
  const all = rows.filter(({ value }) => value === null)
  const apart = Map.groupBy(
    rows.filter(({ value }) => value !== null),
    ({ value }) => value ?? '',
  )
  const sizes = [...apart].map(([value, own]) => [value, sumOf(own)] as const)
  sizes.sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
  const compared = comparePairs(
    sizes.slice(0, SEGMENTS_MAX).map(([value]) => ({
      topic: { topicId: value, recent: staysOf((apart.get(value) ?? []).map(asRow)) },
      others: staysOf(without(all, apart.get(value) ?? []).map(asRow)),
      beside: 'others' as const,
    })),
    HORIZON_DAYS,
  )
  const names = await namesOfSegments(tx, by, [...apart.keys()])
  const points = compared
    .filter(({ verdict }) => verdict === 'slow' || verdict === 'quick')
    .filter((point, _, some) => !some.some((other) => saysTheSame(point, other)))
    .sort(bySurety)
    .map(({ topicId: value, ...point }) => {
      const here = (apart.get(value) ?? []).filter(({ stage }) => stage === point.stage)
      const ongoing = sumOf(here.filter(({ ending }) => ending === 'ongoing'))
      const segment = { kind: by, value, name: names.get(value) ?? null }
      return { ...point, segment, ongoing }
    })
  const count = (verdict: ComparedPoint['verdict']) =>
    compared.filter((one) => one.verdict === verdict).length
  return {
    ...{ topic: { id, name, kind }, recentFrom, since: scope.since, points },
    segments: Math.min(sizes.length, SEGMENTS_MAX),
    ...{ usual: count('usual'), insufficient: count('insufficient') },
  }
}

const sumOf = (some: readonly Bucket[]) => some.reduce((sum, { stays }) => sum + stays, 0)

function asRow({ stage, ending, days, stays }: Bucket): StayRow {
  return stayRowOf({ stage, ending, days, stays })
}

/** Everybody's stays without those of some. */
function without(all: readonly Bucket[], some: readonly Bucket[]): Bucket[] {
  const keyOf = ({ stage, ending, days }: Bucket) => `${STAGES.indexOf(stage)} ${ending} ${days}`
  const taken = new Map(some.map((one) => [keyOf(one), one.stays]))
  return all
    .map((one) => ({ ...one, stays: one.stays - (taken.get(keyOf(one)) ?? 0) }))
    .filter(({ stays }) => stays > 0)
}
