import { type RawBuilder, sql } from 'kysely'
import type { Transaction } from '#store/door.ts'
import type { InfluenceCut, InfluenceOutcome } from '#vocabulary/index.ts'
import type { Scope, Span } from './scope.ts'

/** Which outcomes of a scope are added up. */
export interface OutcomesWanted extends Span {
  scope: Scope
  type: InfluenceOutcome | null
  /** Only those that came since the measurement. */
  isLive?: boolean
}

/** All outcomes of a scope. */
export function allOf(scope: Scope): OutcomesWanted {
  return { scope, type: null, since: null, before: null }
}

/** The condition on outcomes `c`. */
function wantedOutcomes({
  scope,
  type,
  since,
  before,
  isLive,
}: OutcomesWanted): RawBuilder<unknown> {
  const conditions = [sql`c.scope_id = ${scope.id}::uuid`]
  if (type !== null) conditions.push(sql`c.type = ${type}`)
  if (since !== null) conditions.push(sql`c.at >= ${since}`)
  if (before !== null) conditions.push(sql`c.at < ${before}`)
  if (isLive === true) conditions.push(sql`c.is_live`)
  return sql.join(conditions, sql` and `)
}

const SHARES = sql`outcome_credit c
  join credit_share s on s.workspace_id = c.workspace_id and s.scope_id = c.scope_id
    and s.outcome_id = c.outcome_id and s.type = c.type`

/** As a measurement has it: of a scope's opinions the one that a post voices most typically. */
export const OPINION_OF_SHARE = sql`
  select p.shown_id from opinion_post p
  join opinion w on w.workspace_id = p.workspace_id and w.id = p.shown_id
  where p.workspace_id = s.workspace_id and p.activity_id = s.activity_id
    and (w.topic_id = s.scope_id or s.scope_id = s.workspace_id)
  order by p.typical desc, p.shown_id limit 1`

/** What a cut sums by: of people the account, which is brought to its person afterwards. */
interface KeyColumn {
  key: RawBuilder<unknown>
  from: RawBuilder<unknown>
  /** What the list of keys is compared as. */
  array: RawBuilder<unknown>
}

/** The community of whoever spoke: the one that they are tied to most. */
export const COMMUNITY_OF_SHARE = sql`
  select m.community_id from community_member m
  join community g on g.workspace_id = m.workspace_id and g.id = m.community_id
  where m.workspace_id = s.workspace_id and m.handle_id = s.actor_handle_id and g.ended_at is null
  order by m.strength desc, m.community_id limit 1`

const KEYS: Record<InfluenceCut, KeyColumn> = {
  actor: { key: sql`s.actor_handle_id`, from: SHARES, array: sql`uuid[]` },
  channel: { key: sql`s.channel_id`, from: SHARES, array: sql`uuid[]` },
  type: { key: sql`c.type`, from: SHARES, array: sql`text[]` },
  level: { key: sql`s.level`, from: SHARES, array: sql`text[]` },
  opinion: {
    key: sql`o.shown_id`,
    from: sql`${SHARES} cross join lateral (${OPINION_OF_SHARE} offset 0) o`,
    array: sql`uuid[]`,
  },
  community: {
    key: sql`o.community_id`,
    from: sql`${SHARES} cross join lateral (${COMMUNITY_OF_SHARE} offset 0) o`,
    array: sql`uuid[]`,
  },
}
export type SummedCut = InfluenceCut

/** A line as the shares add up to it. */
export interface KeySum {
  key: string
  credit: number
  outcomes: number
}

/** More lines than anybody pages through: the largest of them are looked at. */
export const LINES_MAX = 5_000

/** The largest lines of a cut, most credit first; people still by account. */
export async function sumByKey(
  tx: Transaction,
  by: SummedCut,
  wanted: OutcomesWanted,
): Promise<KeySum[]> {
  const { key, from } = KEYS[by]
  const { rows } = await sql<KeySum>`
    select ${key}::text as key, sum(s.share) as credit, count(distinct c.outcome_id) as outcomes
    from ${from} where ${wantedOutcomes(wanted)}
    group by ${key} order by 2 desc, 1 limit ${LINES_MAX}`.execute(tx)
  return rows
}

/** Shares of some keys, added up by outcome and channel. */
export interface SharePart {
  outcomeId: string
  handleId: string
  key: string
  channelId: string
  share: number
}

export async function partsOfKeys(
  tx: Transaction,
  by: SummedCut,
  keys: readonly string[],
  wanted: OutcomesWanted,
): Promise<SharePart[]> {
  const { key, from, array } = KEYS[by]
  const { rows } = await sql<SharePart>`
    select c.outcome_id as "outcomeId", c.handle_id as "handleId", ${key}::text as key,
      s.channel_id as "channelId", sum(s.share) as share
    from ${from} where ${wantedOutcomes(wanted)} and ${key} = any(${[...keys]}::${array})
    group by 1, 2, 3, 4 order by 1, 3, 4`.execute(tx)
  return rows
}

/** All shares by outcome and channel. */
export async function partsOfOutcomes(
  tx: Transaction,
  wanted: OutcomesWanted,
): Promise<(SharePart & { type: InfluenceOutcome })[]> {
  const { rows } = await sql<SharePart & { type: InfluenceOutcome }>`
    select c.outcome_id as "outcomeId", c.handle_id as "handleId", c.type, c.type as key,
      s.channel_id as "channelId", sum(s.share) as share
    from ${SHARES} where ${wantedOutcomes(wanted)} group by 1, 2, 3, 5 order by 1, 3, 5`.execute(tx)
  return rows
}

/** Outcomes of a type and what of them would have happened anyway. */
export interface TypeSum {
  type: InfluenceOutcome
  outcomes: number
  background: number
}

export async function sumOutcomes(tx: Transaction, wanted: OutcomesWanted): Promise<TypeSum[]> {
  const { rows } = await sql<TypeSum>`
    select c.type, count(*) as outcomes, sum(c.background) as background
    from outcome_credit c where ${wantedOutcomes(wanted)} group by 1 order by 1`.execute(tx)
  return rows
}

/**
 * Credit in money by key: shares times what was paid (`paid`), or times what a move is worth (`moves`).
 * Without a currency: credit of which nobody can say.
 */
export interface KeyMoney {
  key: string
  of: 'paid' | 'moves'
  currency: string | null
  minor: number
  credit: number
}

const IS_PAID = sql`(c.value_minor is not null and c.currency is not null)`

/** Money of some keys, and their credit that is in no money. One pass over their shares. */
export async function moneyOfKeys(
  tx: Transaction,
  by: SummedCut,
  keys: readonly string[],
  wanted: OutcomesWanted,
): Promise<KeyMoney[]> {
  const { key, from, array } = KEYS[by]
  const { rows } = await sql<KeyMoney>`
    select ${key}::text as key, case when ${IS_PAID} then 'paid' else 'moves' end as of,
      case when ${IS_PAID} then c.currency else c.worth_currency end as currency,
      coalesce(sum(s.share * case when ${IS_PAID} then c.value_minor else c.worth_minor end), 0)
        as minor,
      sum(s.share) as credit
    from ${from} where ${wantedOutcomes(wanted)} and ${key} = any(${[...keys]}::${array})
    group by 1, 2, 3 order by 1, 2, 3`.execute(tx)
  return rows
}

/**
 * The same by type of outcome. What is no background of an outcome is the sum of its shares, so that none
 * of these has to be read: a summary is asked for often, and while a measurement is being written.
 */
export async function moneyOfTypes(tx: Transaction, wanted: OutcomesWanted): Promise<KeyMoney[]> {
  const { rows } = await sql<KeyMoney>`
    select c.type as key, case when ${IS_PAID} then 'paid' else 'moves' end as of,
      case when ${IS_PAID} then c.currency else c.worth_currency end as currency,
      coalesce(sum((1 - c.background) *
        case when ${IS_PAID} then c.value_minor else c.worth_minor end), 0) as minor,
      sum(1 - c.background) as credit
    from outcome_credit c where ${wantedOutcomes(wanted)} and c.background < 1
    group by 1, 2, 3 order by 1, 2, 3`.execute(tx)
  return rows
}

/** A share of an outcome that says what it brought in. */
export interface MoneyPart extends SharePart {
  of: KeyMoney['of']
  currency: string
  /** Of the whole outcome, in the minor unit. */
  worth: number
}

const CURRENCY = sql`case when ${IS_PAID} then c.currency else c.worth_currency end`
const WORTH = sql`(case when ${IS_PAID} then c.value_minor else c.worth_minor end)::float8`

/** Shares of some keys in outcomes that say what they brought in, added up by outcome and channel. */
export async function moneyPartsOfKeys(
  tx: Transaction,
  by: SummedCut,
  keys: readonly string[],
  wanted: OutcomesWanted,
): Promise<MoneyPart[]> {
  const { key, from, array } = KEYS[by]
  const { rows } = await sql<MoneyPart>`
    select c.outcome_id as "outcomeId", c.handle_id as "handleId", ${key}::text as key,
      s.channel_id as "channelId", case when ${IS_PAID} then 'paid' else 'moves' end as of,
      ${CURRENCY} as currency, ${WORTH} as worth, sum(s.share) as share
    from ${from} where ${wantedOutcomes(wanted)} and ${key} = any(${[...keys]}::${array})
      and ${CURRENCY} is not null
    group by 1, 2, 3, 4, 5, 6, 7 order by 1, 3, 4`.execute(tx)
  return rows
}

/** What is credited of outcomes that say what they brought in; no share is read, and no channel told. */
export async function moneyPartsOfOutcomes(
  tx: Transaction,
  wanted: OutcomesWanted,
): Promise<MoneyPart[]> {
  const { rows } = await sql<MoneyPart>`
    select c.outcome_id as "outcomeId", c.handle_id as "handleId", c.type as key, '' as "channelId",
      case when ${IS_PAID} then 'paid' else 'moves' end as of, ${CURRENCY} as currency,
      ${WORTH} as worth, 1 - c.background as share
    from outcome_credit c where ${wantedOutcomes(wanted)} and c.background < 1
      and ${CURRENCY} is not null
    order by 1, 3`.execute(tx)
  return rows
}
