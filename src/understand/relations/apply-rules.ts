import { sql } from 'kysely'
import type { Transaction } from '#store/door.ts'
import type { ChangeInWorkspace } from '../change-organisations.ts'
import { isUsedPerson } from '../privacy/stopped.ts'
import type { Evidence } from './evidence.ts'
import { findingsOf, type Looking } from './findings.ts'
import { recordRelations } from './record-relations.ts'
import type { CardLook, Finding, RuleTerms } from './rule-terms.ts'
import { todayIn } from './today.ts'

/** A rule as it is applied. */
export interface Rule extends RuleTerms {
  id: string
}

/** What a rule would do today. */
export interface RulePreview {
  /** How many would be it by the rule. */
  people: number
  /** How many hold its conditions; of the others a member, an import or another rule has said. */
  matching: number
  /** Of a rule that there is: how many would cease to be what they are by it. */
  ending: number
  examples: { person: { id: string; name: string }; evidence: Evidence }[]
}

/**
 * Begins what a rule finds and ends what it no longer does; only rows of the rule itself end. Nobody
 * becomes twice what they are, by whomever; and what a member has ended stays ended until there is
 * newer evidence. Answers how many began and ended.
 */
export async function applyRule(
  tx: Transaction,
  rule: Rule,
  { workspaceId, now, random }: ChangeInWorkspace,
  cards: CardLook,
): Promise<{ begun: number; ended: number }> {
  const { found, standing, begin } = await judge(tx, rule, { now, cards })
  const today = await todayIn(tx, now)
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

interface Judged {
  found: ReadonlyMap<string, Finding>
  standing: Standing[]
  /** Of those found whoever becomes it. */
  begin: Finding[]
}

async function judge(tx: Transaction, terms: RuleTerms, looking: Looking): Promise<Judged> {
  const found = await findingsOf(tx, terms, looking)
  const standing = await readStanding(tx, terms)
  const entries = Map.groupBy(standing, ({ rootId }) => rootId)
  const begin = [...found.values()].filter((finding) =>
    mayBegin(finding, entries.get(finding.rootId) ?? []),
  )
  return { found, standing, begin }
}

const EXAMPLES_MAX = 5

/**
 * What a rule of these terms would say now, with some of those of whom it says it; `ruleId` where they
 * are to be the terms of that rule. Changes nothing.
 */
export async function previewTerms(
  tx: Transaction,
  { terms, ruleId }: { terms: RuleTerms; ruleId?: string | undefined },
  looking: Looking,
): Promise<RulePreview> {
  const { found, standing, begin } = await judge(tx, terms, looking)
  const held = ruleId === undefined ? [] : await heldBy(tx, ruleId)
  const isHeld = new Set(held.map(({ id }) => id))
  const kept = standing.flatMap(({ id, rootId }) =>
    isHeld.has(id) ? (found.get(rootId) ?? []) : [],
  )
  const all = [...begin, ...kept]
  return {
    ...{ people: all.length, matching: found.size, ending: held.length - kept.length },
    examples: await namesOf(tx, all),
  }
}

/** What holds by a rule. */
async function heldBy(tx: Transaction, ruleId: string): Promise<{ id: string }[]> {
  const { rows } = await sql<{ id: string }>`
    select id from relation where rule_id = ${ruleId}::uuid and until is null`.execute(tx)
  return rows
}

async function namesOf(
  tx: Transaction,
  findings: readonly Finding[],
): Promise<RulePreview['examples']> {
  const { rows } = await sql<{ id: string; name: string }>`
    select p.id, p.display_name as name from person p
    where p.id = any(${findings.map(({ rootId }) => rootId)}::uuid[]) and ${isUsedPerson(sql`p.id`)}
    order by p.display_name, p.id limit ${sql.lit(EXAMPLES_MAX)}`.execute(tx)
  const evidence = new Map(findings.map((one) => [one.rootId, one.evidence]))
  return rows.map((person) => ({ person, evidence: evidence.get(person.id) ?? {} }))
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
async function readStanding(tx: Transaction, { kind }: RuleTerms): Promise<Standing[]> {
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
