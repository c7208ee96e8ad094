import { sql } from 'kysely'
import type { Transaction } from '#store/door.ts'
import { OWN_WORKSPACE, writeEvent } from '#store/outbox.ts'
import { EnishiError, LIMITS, uuidV7 } from '#vocabulary/index.ts'
import type { ChangeInWorkspace } from '../change-organisations.ts'
import { applyRule, endByRule, previewTerms, type Rule, type RulePreview } from './apply-rules.ts'
import { type CardLook, type RuleInput, type RuleTerms, termsOf } from './rule-terms.ts'

interface Named {
  id: string
  name: string
}

type TargetId = 'organisationId' | 'tagId' | 'fieldId' | 'topicId' | 'listId'

/** A rule as it is listed. */
export interface ListedRule extends Omit<RuleTerms, TargetId> {
  id: string
  /** What members call it. */
  name: string | null
  /** What it looks at; null also for what has been removed since. */
  organisation: Named | null
  tag: Named | null
  field: Named | null
  topic: Named | null
  list: Named | null
  /** Of a field of choices: the name of the choice. */
  choice: string | null
  isOn: boolean
  /** How many are it by this rule today. */
  people: number
}

const TERMS = sql`r.condition, r.kind, r.within_days as "withinDays",
  r.organisation_kind as "organisationKind", r.comparison, r.value, r.stage, r.words`

/** The rules of the workspace, oldest first. */
export async function listRelationRules(tx: Transaction): Promise<ListedRule[]> {
  const { rows } = await sql<ListedRule>`
    select r.id, r.name, ${TERMS}, r.is_on as "isOn",
      case when g.id is not null then json_build_object('id', g.id, 'name', g.name) end as organisation,
      case when tag.id is not null then json_build_object('id', tag.id, 'name', tag.name) end as tag,
      case when f.id is not null then json_build_object('id', f.id, 'name', f.name) end as field,
      case when t.id is not null then json_build_object('id', t.id, 'name', t.name) end as topic,
      case when l.id is not null then json_build_object('id', l.id, 'name', l.name) end as list,
      (select one ->> 'name' from jsonb_array_elements(f.choices) one
        where one ->> 'id' = r.value #>> '{}') as choice,
      (select count(*)::integer from relation held where held.rule_id = r.id and held.until is null)
        as people
    from relation_rule r left join organisation g on g.id = r.organisation_id
    left join tag on tag.id = r.tag_id
    left join custom_field f on f.id = r.field_id
    left join topic t on t.id = r.topic_id and t.deleted_at is null
    left join list l on l.id = r.list_id and l.is_shared
    where r.removed_at is null order by r.id`.execute(tx)
  return rows
}

/** The rules that are on, as they are applied. */
export async function activeRules(tx: Transaction): Promise<Rule[]> {
  const { rows } = await sql<Rule>`
    select r.id, ${TERMS}, r.organisation_id as "organisationId", r.tag_id as "tagId",
      r.field_id as "fieldId", r.topic_id as "topicId", r.list_id as "listId"
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
      ...{ workspace_id: OWN_WORKSPACE, id, created_by: change.authorId, ...columnsOf(terms) },
      name: input.name ?? null,
    })
    .execute()
  const { authorId } = change
  await writeEvent(tx, OWN_WORKSPACE, { name: 'relation-rule.added', subjectId: id, authorId })
  await applyRule(tx, { ...terms, id }, change, cards)
  return getRule(tx, id)
}

function columnsOf(terms: RuleTerms) {
  return {
    ...{ condition: terms.condition, kind: terms.kind, within_days: terms.withinDays },
    ...{ organisation_kind: terms.organisationKind, organisation_id: terms.organisationId },
    ...{ tag_id: terms.tagId, field_id: terms.fieldId, comparison: terms.comparison },
    ...{ value: terms.value === null ? null : JSON.stringify(terms.value) },
    ...{ topic_id: terms.topicId, stage: terms.stage },
    ...{ words: terms.words, list_id: terms.listId },
  }
}

/** Whom a rule would find, before it is saved. Throws as `addRelationRule` does, but for too many. */
export async function previewRelationRule(
  tx: Transaction,
  input: RuleInput,
  now: Date,
  cards: CardLook,
): Promise<RulePreview> {
  return previewTerms(tx, await termsOf(tx, input, cards), { now, cards })
}

/**
 * Switches a rule on or off, names it, or changes for how long a purchase counts; it is applied at
 * once, and switched off it ends what holds by it. Records `relation-rule.changed`. Throws `not-found`.
 */
export async function patchRelationRule(
  tx: Transaction,
  id: string,
  input: {
    isOn?: boolean | undefined
    withinDays?: number | undefined
    name?: string | undefined
  },
  change: ChangeInWorkspace,
  cards: CardLook,
): Promise<ListedRule> {
  const before = await getRule(tx, id)
  const isOn = input.isOn ?? before.isOn
  const withinDays = before.condition === 'bought' ? (input.withinDays ?? before.withinDays) : null
  await tx
    .updateTable('relation_rule')
    .set({ is_on: isOn, within_days: withinDays, name: input.name ?? before.name })
    .where('id', '=', id)
    .execute()
  const { authorId } = change
  const detail = Object.keys(input)
  await writeEvent(tx, OWN_WORKSPACE, {
    ...{ name: 'relation-rule.changed', subjectId: id, detail, authorId },
  })
  const rule = (await activeRules(tx)).find((one) => one.id === id)
  if (rule === undefined) await endByRule(tx, id, change.now)
  else await applyRule(tx, rule, change, cards)
  return getRule(tx, id)
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
