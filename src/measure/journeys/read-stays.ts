import { sql } from 'kysely'
import type { Transaction } from '#store/door.ts'
import { STAGES, type Stage, type StayEnding } from '#vocabulary/index.ts'
import { SILENCE, TARGETS, type Target } from './chain.ts'
import { actOf, midnight, type StayScope, withStays } from './stay-rows.ts'
import { type StayRow, type Stays, staysOf } from './stays.ts'

/** Stays that ended alike, and the people who made them. */
export interface StayCount {
  topicId: string
  stage: Stage
  /** Null for all endings. */
  ending: StayEnding | null
  isRecent: boolean
  stays: number
  people: number
}

export interface ReadStays {
  /** By topic: those begun since `recentFrom`, and those before. */
  stays: Map<string, { recent: Stays; earlier: Stays }>
  counts: StayCount[]
}

type StayBucket = StayCount & { days: number | null }

/**
 * All stays of the scope, summed up by how long they lasted: whole hours up to four days, then
 * quarters of a day, so that the answer stays small however many stays there are.
 */
export async function readStays(
  tx: Transaction,
  scope: StayScope,
  recentFrom?: string,
): Promise<ReadStays> {
  const isRecent = recentFrom === undefined ? sql`true` : sql`at >= ${midnight(recentFrom)}`
  const { rows } = await sql<StayBucket>`
    ${withStays(scope)}, dated as (select stay.*, ${isRecent} as is_recent from stay)
    select topic_id as "topicId", stage, ending, is_recent as "isRecent",
      case when days < 4 then floor(days * 24) / 24 else floor(days * 4) / 4 end as days,
      count(*)::integer as stays, 0 as people
    from dated group by 1, 2, 3, 4, 5
    union all
    select topic_id, stage, ending, is_recent, null, count(*)::integer,
      count(distinct person_id)::integer
    from dated group by grouping sets (
      (topic_id, stage, is_recent, ending), (topic_id, stage, is_recent))`.execute(tx)
  return {
    stays: new Map(
      scope.topics.map((topicId) => {
        const own = rows.filter((row) => row.topicId === topicId && row.days !== null)
        const part = (wanted: boolean) =>
          staysOf(own.filter((row) => row.isRecent === wanted).map(asRow))
        return [topicId, { recent: part(true), earlier: part(false) }]
      }),
    ),
    counts: rows.filter(({ days }) => days === null),
  }
}

function asRow({ stage, ending, days, stays }: StayBucket): StayRow {
  return stayRowOf({ stage, ending: ending ?? '', days: days ?? 0, stays })
}

/** A bucket of stays as a row of the chain. */
export function stayRowOf(bucket: {
  stage: Stage
  ending: string
  days: number
  stays: number
}): StayRow {
  const { stage, ending, days, stays } = bucket
  const at = TARGETS.indexOf(ending as Target)
  const next = at === -1 || at === SILENCE ? null : (TARGETS[at] as Stage | 'churn')
  return { stage, next, days, stays }
}

/** What outcomes brought in during stays. */
export interface Income {
  currency: string
  /** In minor units, in the order of STAGES. */
  minor: Float64Array
  outcomes: number
}

/**
 * What came in while people stayed, in the currency of most outcomes; null where nothing did. Stays and
 * outcomes are sorted into one line a person, not joined: how many of each there are is guessed badly, and a
 * join of all with all takes minutes.
 */
export async function readIncome(tx: Transaction, scope: StayScope): Promise<Income | null> {
  const { rows } = await sql<{ stage: Stage; currency: string; minor: number; outcomes: number }>`
    ${withStays(scope)}, paid as (
      select said.topic_id, owner.person_id, act.published_at as at, o.currency, o.value_minor
      from outcome o join said on said.about = coalesce(o.about, '')
      ${actOf(sql`o.activity_id`)}
      where o.value_minor is not null and o.type <> 'churn' and act.published_at <= ${scope.now}
    ), happened as (
      select topic_id, person_id, at, stage, days, null::text as currency, null::bigint as value_minor
      from stay
      union all
      select topic_id, person_id, at, null, null, currency, value_minor from paid
    ), counted as (
      select happened.*, count(stage) over (partition by topic_id, person_id
        order by at, (stage is null), days rows unbounded preceding) as stays_before
      from happened
    ), placed as (
      select currency, value_minor, at, max(stage) over own as stage,
        max(case when stage is not null then at end) over own as begun_at, max(days) over own as days
      from counted window own as (partition by topic_id, person_id, stays_before)
    )
    select stage, currency, sum(value_minor)::float8 as minor, count(*)::integer as outcomes
    from placed
    where value_minor is not null and stage is not null
      and at < begun_at + make_interval(secs => days * 86400)
    group by 1, 2`.execute(tx)
  const often = new Map<string, number>()
  for (const { currency, outcomes } of rows) {
    often.set(currency, (often.get(currency) ?? 0) + outcomes)
  }
  const [first] = [...often].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
  if (first === undefined) return null
  const [currency, outcomes] = first
  const minor = new Float64Array(STAGES.length)
  for (const row of rows) {
    if (row.currency === currency) minor[STAGES.indexOf(row.stage)] = row.minor
  }
  return { currency, minor, outcomes }
}
