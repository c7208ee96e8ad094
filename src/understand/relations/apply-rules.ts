import { type RawBuilder, sql } from 'kysely'
import { peopleOfOrganisation } from '#listen/index.ts'
import type { Transaction } from '#store/door.ts'
import { type RelationCode, type RuleCondition, uuidV7Floor } from '#vocabulary/index.ts'
import type { ChangeInWorkspace } from '../change-organisations.ts'
import { EVIDENCE_ACTIVITIES_MAX, type Evidence } from './evidence.ts'
import { recordRelations } from './record-relations.ts'
import { todayIn } from './today.ts'

/** A rule as it is applied. */
export interface Rule {
  id: string
  condition: RuleCondition
  withinDays: number | null
  organisationKind: RelationCode | null
  organisation: { id: string; name: string } | null
  kind: RelationCode
}

/** Somebody whom a rule finds. */
interface Finding {
  rootId: string
  /** The day of the latest evidence that has one; what a member ended before it begins anew. */
  day: string | null
  since: string | null
  evidence: Evidence
}

const DAY_MS = 86_400_000

/**
 * Begins what a rule finds and ends what it no longer does; only rows of the rule itself end. Nobody
 * becomes twice what they are, by whomever; and what a member has ended stays ended until there is
 * newer evidence. Answers how many began and ended.
 */
export async function applyRule(
  tx: Transaction,
  rule: Rule,
  { workspaceId, now, random }: ChangeInWorkspace,
): Promise<{ begun: number; ended: number }> {
  const found = await findingsOf(tx, rule, now)
  const standing = await readStanding(tx, rule)
  const today = await todayIn(tx, now)
  const entries = Map.groupBy(standing, ({ rootId }) => rootId)
  const begin = [...found.values()].filter((finding) =>
    mayBegin(finding, entries.get(finding.rootId) ?? []),
  )
  const relations = begin.map(({ rootId, since, evidence }) => ({
    ...{ of: { personId: rootId }, kind: rule.kind, source: 'rule' as const, ruleId: rule.id },
    ...{ since: since ?? today, evidence: JSON.stringify(evidence) },
  }))
  const news = await recordRelations(tx, { workspaceId, at: now, random }, relations)
  const over = standing.filter(
    ({ ruleId, until, rootId }) => ruleId === rule.id && until === null && !found.has(rootId),
  )
  await endRows(
    tx,
    over.map(({ id }) => id),
    today,
  )
  return { begun: news.length, ended: over.length }
}

/** Ends all that holds by a rule. */
export async function endByRule(tx: Transaction, ruleId: string, now: Date): Promise<void> {
  const today = await todayIn(tx, now)
  await sql`update relation set until = greatest(${today}::date, since)
    where rule_id = ${ruleId}::uuid and until is null`.execute(tx)
}

async function endRows(tx: Transaction, ids: readonly string[], today: string): Promise<void> {
  if (ids.length === 0) return
  await sql`update relation set until = greatest(${today}::date, since)
    where id = any(${ids}::uuid[])`.execute(tx)
}

interface Standing {
  id: string
  rootId: string
  ruleId: string | null
  until: string | null
  isEndedByMember: boolean
}

/** All entries of the rule's kind. */
async function readStanding(tx: Transaction, { kind }: Rule): Promise<Standing[]> {
  const { rows } = await sql<Standing>`
    select r.id, case when p.merged_into is null then p.id else p.merged_into end as "rootId",
      r.rule_id as "ruleId", r.until::text as until, r.ended_by is not null as "isEndedByMember"
    from relation r
    cross join lateral (select * from person where person.id = r.person_id offset 0) p
    where r.kind = ${kind} and r.person_id is not null`.execute(tx)
  return rows
}

/** `entries`: of the same person and kind. */
function mayBegin({ day }: Finding, entries: readonly Standing[]): boolean {
  return entries.every(
    ({ until, isEndedByMember }) =>
      until !== null && (!isEndedByMember || (day !== null && day > until)),
  )
}

async function findingsOf(tx: Transaction, rule: Rule, now: Date): Promise<Map<string, Finding>> {
  const findings = await FIND[rule.condition](tx, rule, now)
  return new Map(findings.map((finding) => [finding.rootId, finding]))
}

const FIND: Record<RuleCondition, (tx: Transaction, rule: Rule, now: Date) => Promise<Finding[]>> =
  {
    bought: findBuyers,
    'organisation-is': findMembers,
    'own-organisation': findOwn,
  }

interface BuyerRow {
  rootId: string
  activities: string[]
  count: number
  first: string
  last: string
}

/** Who bought or renewed within the days. */
async function findBuyers(tx: Transaction, rule: Rule, now: Date): Promise<Finding[]> {
  const floor = uuidV7Floor(now.getTime() - (rule.withinDays ?? 0) * DAY_MS)
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
async function findMembers(tx: Transaction, { organisationKind }: Rule): Promise<Finding[]> {
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

/** Who belongs to us, or has a verified address at our domain. */
async function findOwn(tx: Transaction, { organisation }: Rule): Promise<Finding[]> {
  if (organisation === null) return []
  const members = await readMembers(tx, sql`(select ${organisation.id}::uuid as id)`)
  const { rows } = await sql<{ rootId: string; domain: string }>`
    select hp.person_id as "rootId", g.domain from organisation g
    join handle_signal s on s.workspace_id = g.workspace_id and s.kind = 'email'
      and split_part(s.value, '@', 2) = g.domain
    cross join lateral (select * from handle_person where handle_person.handle_id = s.handle_id offset 0) hp
    where g.id = ${organisation.id}::uuid and g.domain is not null`.execute(tx)
  const addressed = rows.map(({ rootId, domain }) => ({
    ...{ rootId, day: null, since: null },
    evidence: { domain, organisation },
  }))
  return [...addressed, ...members]
}
