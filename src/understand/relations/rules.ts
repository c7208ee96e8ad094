import { type RawBuilder, sql } from 'kysely'
import type { Transaction } from '#store/door.ts'
import { OWN_WORKSPACE, writeEvent } from '#store/outbox.ts'
import { EnishiError, LIMITS, uuidV7 } from '#vocabulary/index.ts'
import type { ChangeInWorkspace } from '../change-organisations.ts'
import { applyRule, endByRule, previewTerms, type Rule, type RulePreview } from './apply-rules.ts'
import {
  type CardLook,
  type ConditionTerms,
  type RuleInput,
  type RuleTerms,
  termsOf,
} from './rule-terms.ts'

interface Named {
  id: string
  name: string
}

type TargetId = 'organisationId' | 'tagId' | 'fieldId' | 'topicId' | 'listId'

/** A condition of a rule as it is listed. */
export interface ListedCondition extends Omit<ConditionTerms, TargetId> {
  /** What it looks at; null also for what has been removed since. */
  organisation: Named | null
  tag: Named | null
  field: Named | null
  topic: Named | null
  list: Named | null
  /** Of a field of choices: the name of the choice. */
  choice: string | null
}

/** A rule as it is listed. */
export interface ListedRule extends Omit<RuleTerms, 'conditions'> {
  id: string
  /** What members call it. */
  name: string | null
  conditions: ListedCondition[]
  isOn: boolean
  /** How many are it by this rule today. */
  people: number
}

const TERMS = sql`c.condition, c.within_days as "withinDays",
  c.organisation_kind as "organisationKind", c.comparison, c.value, c.stage, c.words`

/** The rows as a JSON array, in the order of the rule. */
const inOrder = (rows: RawBuilder<unknown>) =>
  sql`(select coalesce(json_agg(to_jsonb(one) - 'position' order by one.position), '[]') from (${rows}) one)`

const LISTED = inOrder(sql`
  select c.position, ${TERMS},
    case when g.id is not null then json_build_object('id', g.id, 'name', g.name) end as organisation,
    case when tag.id is not null then json_build_object('id', tag.id, 'name', tag.name) end as tag,
    case when f.id is not null then json_build_object('id', f.id, 'name', f.name) end as field,
    case when t.id is not null then json_build_object('id', t.id, 'name', t.name) end as topic,
    case when l.id is not null then json_build_object('id', l.id, 'name', l.name) end as list,
    (select one ->> 'name' from jsonb_array_elements(f.choices) one
      where one ->> 'id' = c.value #>> '{}') as choice
  from relation_rule_condition c left join organisation g on g.id = c.organisation_id
  left join tag on tag.id = c.tag_id
  left join custom_field f on f.id = c.field_id
  left join topic t on t.id = c.topic_id and t.deleted_at is null
  left join list l on l.id = c.list_id and l.is_shared
  where c.rule_id = r.id`)

/** The rules of the workspace, oldest first. */
export async function listRelationRules(tx: Transaction): Promise<ListedRule[]> {
  const { rows } = await sql<ListedRule>`
    select r.id, r.name, r.kind, r.match, ${LISTED} as conditions, r.is_on as "isOn",
      (select count(*)::integer from relation held where held.rule_id = r.id and held.until is null)
        as people
    from relation_rule r where r.removed_at is null order by r.id`.execute(tx)
  return rows
}

const APPLIED = inOrder(sql`
  select c.position, ${TERMS}, c.organisation_id as "organisationId", c.tag_id as "tagId",
    c.field_id as "fieldId", c.topic_id as "topicId", c.list_id as "listId"
  from relation_rule_condition c where c.rule_id = r.id`)

/** The rules that are on, as they are applied. */
export async function activeRules(tx: Transaction): Promise<Rule[]> {
  const { rows } = await sql<Rule>`
    select r.id, r.kind, r.match, ${APPLIED} as conditions
    from relation_rule r where r.removed_at is null and r.is_on order by r.id`.execute(tx)
  return rows
}

/**
 * Adds a rule and applies it. Records `relation-rule.added`. Throws `bad-input` for a kind, tag, field,
 * topic or list, and `not-found` for an organisation that is not there, `conflict` for too many.
 */
export async function addRelationRule(
  tx: Transaction,
  input: RuleInput,
  change: ChangeInWorkspace,
  cards: CardLook,
): Promise<ListedRule> {
  const terms = await termsOf(tx, input, cards)
  if ((await listRelationRules(tx)).length >= LIMITS.relationRulesMax) throw tooMany()
  const id = uuidV7(change.now.getTime(), change.random)
  await tx
    .insertInto('relation_rule')
    .values({
      ...{ workspace_id: OWN_WORKSPACE, id, created_by: change.authorId, kind: terms.kind },
      ...{ match: terms.match, name: input.name ?? null },
    })
    .execute()
  await insertConditions(tx, id, terms, change)
  const { authorId } = change
  await writeEvent(tx, OWN_WORKSPACE, { name: 'relation-rule.added', subjectId: id, authorId })
  await applyRule(tx, { ...terms, id }, change, cards)
  return getRule(tx, id)
}

async function insertConditions(
  tx: Transaction,
  ruleId: string,
  { conditions }: RuleTerms,
  { now, random }: ChangeInWorkspace,
): Promise<void> {
  const rows = conditions.map((terms, position) => ({
    ...{
      workspace_id: OWN_WORKSPACE,
      id: uuidV7(now.getTime(), random),
      rule_id: ruleId,
      position,
    },
    ...columnsOf(terms),
  }))
  await tx.insertInto('relation_rule_condition').values(rows).execute()
}

function columnsOf(terms: ConditionTerms) {
  return {
    ...{ condition: terms.condition, within_days: terms.withinDays },
    ...{ organisation_kind: terms.organisationKind, organisation_id: terms.organisationId },
    ...{ tag_id: terms.tagId, field_id: terms.fieldId, comparison: terms.comparison },
    ...{ value: terms.value === null ? null : JSON.stringify(terms.value) },
    ...{ topic_id: terms.topicId, stage: terms.stage },
    ...{ words: terms.words, list_id: terms.listId },
  }
}

/**
 * Whom a rule would find, before it is saved; with `rule` what changing that one to it would do. Throws
 * as `addRelationRule` does, but for too many; `not-found` for a rule that is not there.
 */
export async function previewRelationRule(
  tx: Transaction,
  { rule: ruleId, ...input }: RuleInput & { rule?: string | undefined },
  now: Date,
  cards: CardLook,
): Promise<RulePreview> {
  if (ruleId !== undefined) await getRule(tx, ruleId)
  return previewTerms(tx, { terms: await termsOf(tx, input, cards), ruleId }, { now, cards })
}

/** What may be changed of a rule: its terms only as a whole. */
export interface RulePatch {
  isOn?: boolean | undefined
  /** Null takes the name away. */
  name?: string | null | undefined
  terms?: Omit<RuleInput, 'name'> | undefined
}

/**
 * Switches a rule on or off, names it, or changes what it asks for and makes of people; it is applied
 * at once. Switched off it ends what holds by it, and changed in what it makes of people what it made of
 * them until now. Records `relation-rule.changed`. Throws `not-found`, and for terms as
 * `addRelationRule` does.
 */
export async function patchRelationRule(
  tx: Transaction,
  id: string,
  { isOn, name, terms: input }: RulePatch,
  change: ChangeInWorkspace,
  cards: CardLook,
): Promise<ListedRule> {
  const before = await getRule(tx, id)
  const terms = input === undefined ? undefined : await termsOf(tx, input, cards)
  if (terms !== undefined) await replaceTerms(tx, before, terms, change)
  await tx
    .updateTable('relation_rule')
    .set({ is_on: isOn ?? before.isOn, name: name === undefined ? before.name : name })
    .where('id', '=', id)
    .execute()
  const { authorId } = change
  const given = { isOn, name, terms }
  const detail = (Object.keys(given) as (keyof typeof given)[]).filter(
    (key) => given[key] !== undefined,
  )
  await writeEvent(tx, OWN_WORKSPACE, {
    ...{ name: 'relation-rule.changed', subjectId: id, detail, authorId },
  })
  const rule = (await activeRules(tx)).find((one) => one.id === id)
  if (rule === undefined) await endByRule(tx, id, change.now)
  else await applyRule(tx, rule, change, cards)
  return getRule(tx, id)
}

async function replaceTerms(
  tx: Transaction,
  before: ListedRule,
  terms: RuleTerms,
  change: ChangeInWorkspace,
): Promise<void> {
  if (terms.kind !== before.kind) await endByRule(tx, before.id, change.now)
  const { kind, match } = terms
  await tx.updateTable('relation_rule').set({ kind, match }).where('id', '=', before.id).execute()
  await tx.deleteFrom('relation_rule_condition').where('rule_id', '=', before.id).execute()
  await insertConditions(tx, before.id, terms, change)
}

/** Removes a rule; what holds by it ends today. Records `relation-rule.removed`. Throws `not-found`. */
export async function removeRelationRule(
  tx: Transaction,
  id: string,
  { authorId, now }: ChangeInWorkspace,
): Promise<void> {
  await getRule(tx, id)
  await endByRule(tx, id, now)
  await tx
    .updateTable('relation_rule')
    .set({ removed_at: now, is_on: false })
    .where('id', '=', id)
    .execute()
  await writeEvent(tx, OWN_WORKSPACE, { name: 'relation-rule.removed', subjectId: id, authorId })
}

async function getRule(tx: Transaction, id: string): Promise<ListedRule> {
  const rule = (await listRelationRules(tx)).find((one) => one.id === id)
  if (rule !== undefined) return rule
  throw new EnishiError(
    'not-found',
    {
      en: 'There is no such rule. Look at the list of rules.',
      ja: 'このルールは見つかりません。ルールの一覧を確認してください。',
    },
    { field: 'id' },
  )
}

function tooMany(): EnishiError {
  return new EnishiError('conflict', {
    en: `A workspace may have ${LIMITS.relationRulesMax} rules. Remove one that is not needed.`,
    ja: `ルールは${LIMITS.relationRulesMax}個までです。不要なものを削除してください。`,
  })
}
