import { type RawBuilder, sql } from 'kysely'
import { peopleOfOrganisation } from '#listen/index.ts'
import type { Transaction } from '#store/door.ts'
import { type RuleCondition, uuidV7Floor } from '#vocabulary/index.ts'
import { combineFindings } from './combine-findings.ts'
import { EVIDENCE_ACTIVITIES_MAX } from './evidence.ts'
import { foldedWords, roleHolds } from './role-holds.ts'
import type { CardLook, ConditionTerms, Finding, RuleTerms } from './rule-terms.ts'

const DAY_MS = 86_400_000

/** When and through what is looked. */
export interface Looking {
  now: Date
  cards: CardLook
}

type Find = (tx: Transaction, terms: ConditionTerms, looking: Looking) => Promise<Finding[]>

/** Whom the terms find today, by root. */
export async function findingsOf(
  tx: Transaction,
  { match, conditions }: RuleTerms,
  looking: Looking,
): Promise<ReadonlyMap<string, Finding>> {
  const found: Map<string, Finding>[] = []
  for (const terms of conditions) {
    const findings = await FIND[terms.condition](tx, terms, looking)
    // Whoever must hold all of them is nobody now, whatever the others find.
    if (match === 'all' && findings.length === 0) return new Map()
    found.push(new Map(findings.map((finding) => [finding.rootId, finding])))
  }
  return combineFindings(match, found)
}

const findByCard: Find = (tx, terms, { cards }) => cards.find(tx, terms)

const FIND: Record<RuleCondition, Find> = {
  bought: findBuyers,
  'organisation-is': findMembers,
  'own-organisation': findOwn,
  tagged: findByCard,
  field: findByCard,
  stage: findStanding,
  role: findRoles,
  listed: findByCard,
}

interface BuyerRow {
  rootId: string
  activities: string[]
  count: number
  first: string
  last: string
}

/** Who bought or renewed within the days. */
async function findBuyers(
  tx: Transaction,
  { withinDays }: ConditionTerms,
  { now }: Looking,
): Promise<Finding[]> {
  const floor = uuidV7Floor(now.getTime() - (withinDays ?? 0) * DAY_MS)
  const { rows } = await sql<BuyerRow>`
    select hp.person_id as "rootId", count(*)::integer as count,
      (array_agg(a.id order by a.id desc))[1:${sql.lit(EVIDENCE_ACTIVITIES_MAX)}] as activities,
      min((a.published_at at time zone w.time_zone)::date)::text as first,
      max((a.published_at at time zone w.time_zone)::date)::text as last
    from outcome o
    cross join lateral (select * from activity where activity.id = o.activity_id offset 0) a
    cross join lateral (select * from handle_person where handle_person.handle_id = a.handle_id offset 0) hp
    join workspace w on w.id = a.workspace_id
    where o.type in ('purchase', 'renewal') and o.activity_id >= ${floor}::uuid and a.deleted_at is null
    group by hp.person_id`.execute(tx)
  return rows.map(({ rootId, activities, count, first, last }) => ({
    ...{ rootId, day: last, since: first },
    evidence: { activities, count },
  }))
}

interface MemberRow {
  rootId: string
  id: string
  name: string
}

/** Who belongs to, or speaks for, an organisation that is that to us. */
async function findMembers(
  tx: Transaction,
  { organisationKind }: ConditionTerms,
): Promise<Finding[]> {
  return readMembers(
    tx,
    sql`(select distinct organisation_id as id from relation
      where kind = ${organisationKind} and until is null and organisation_id is not null)`,
  )
}

async function readMembers(
  tx: Transaction,
  organisations: RawBuilder<unknown>,
): Promise<Finding[]> {
  const { rows } = await sql<MemberRow>`
    select root.id as "rootId", g.id, g.name from ${organisations} wanted
    join organisation g on g.id = wanted.id
    cross join lateral (${peopleOfOrganisation(sql`wanted.id`)}) root order by g.id`.execute(tx)
  return rows.map(({ rootId, id, name }) => ({
    ...{ rootId, day: null, since: null },
    evidence: { in: 'affiliation', organisation: { id, name } },
  }))
}

interface OwnRow extends MemberRow {
  domain: string
}

/** Who belongs to us, or has a verified address at our domain. */
async function findOwn(tx: Transaction, { organisationId }: ConditionTerms): Promise<Finding[]> {
  if (organisationId === null) return []
  const members = await readMembers(tx, sql`(select ${organisationId}::uuid as id)`)
  const { rows } = await sql<OwnRow>`
    select hp.person_id as "rootId", g.id, g.name, g.domain from organisation g
    join handle_signal s on s.workspace_id = g.workspace_id and s.kind = 'email'
      and split_part(s.value, '@', 2) = g.domain
    cross join lateral (select * from handle_person where handle_person.handle_id = s.handle_id offset 0) hp
    where g.id = ${organisationId}::uuid and g.domain is not null`.execute(tx)
  const addressed = rows.map(({ rootId, id, name, domain }) => ({
    ...{ rootId, day: null, since: null },
    evidence: { domain, organisation: { id, name } },
  }))
  return [...addressed, ...members]
}

interface StandingRow {
  rootId: string
  activityId: string
  topic: string
  day: string
}

/**
 * Who was last seen at the stage of the topic. Of several merged persons the one whose post is the
 * latest tells where they stand.
 */
async function findStanding(
  tx: Transaction,
  { topicId, stage }: ConditionTerms,
): Promise<Finding[]> {
  const { rows } = await sql<StandingRow>`
    select latest.root as "rootId", latest.activity_id as "activityId", t.name as topic,
      (a.published_at at time zone w.time_zone)::date::text as day
    from (
      select distinct on (r.root) r.root, j.stage, j.activity_id from journey_stage j
      cross join lateral (
        select case when p.merged_into is null then p.id else p.merged_into end as root
        from person p where p.id = j.person_id offset 0) r
      where j.topic_id = ${topicId}::uuid order by r.root, j.activity_id desc
    ) latest
    join topic t on t.id = ${topicId}::uuid and t.deleted_at is null
    cross join lateral (select * from activity where activity.id = latest.activity_id offset 0) a
    join workspace w on w.id = a.workspace_id
    where latest.stage = ${stage}`.execute(tx)
  return rows.map(({ rootId, activityId, topic, day }) => ({
    ...{ rootId, day, since: day },
    evidence: { activities: [activityId], topics: [topic], stage: stage ?? undefined },
  }))
}

interface RoleRow extends MemberRow {
  role: string
  since: string | null
  day: string
}

/** Whose role at an organisation today holds one of the words. */
async function findRoles(tx: Transaction, { words }: ConditionTerms): Promise<Finding[]> {
  const { rows } = await sql<RoleRow>`
    select case when p.merged_into is null then p.id else p.merged_into end as "rootId", g.id, g.name,
      f.role, f.since::text as since,
      coalesce(f.since, (f.created_at at time zone w.time_zone)::date)::text as day
    from affiliation f
    cross join lateral (select * from organisation where organisation.id = f.organisation_id offset 0) g
    cross join lateral (select * from person where person.id = f.person_id offset 0) p
    join workspace w on w.id = f.workspace_id
    where f.role is not null and (f.until is null or f.until >= current_date)
      and (f.since is null or f.since <= current_date)
    order by day, f.id`.execute(tx)
  const folded = foldedWords(words ?? [])
  return rows
    .filter(({ role }) => roleHolds(role, folded))
    .map(({ rootId, id, name, role, since, day }) => ({
      ...{ rootId, day, since },
      evidence: { words: [role], in: 'affiliation', organisation: { id, name } },
    }))
}
