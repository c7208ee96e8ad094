import { sql } from 'kysely'
import type { Transaction } from '#store/door.ts'
import { OWN_WORKSPACE, writeEvent } from '#store/outbox.ts'
import {
  EnishiError,
  LIMITS,
  type RelationCode,
  type RuleCondition,
  uuidV7,
} from '#vocabulary/index.ts'
import type { ChangeInWorkspace } from '../change-organisations.ts'
import { organisationToName } from '../organisation-merges/organisation-root.ts'
import { applyRule, endByRule, type Rule } from './apply-rules.ts'
import { checkKinds } from './kinds.ts'

/** A rule as it is listed. */
export interface ListedRule {
  id: string
  condition: RuleCondition
  withinDays: number | null
  organisationKind: RelationCode | null
  organisation: { id: string; name: string } | null
  kind: RelationCode
  isOn: boolean
  /** How many are it by this rule today. */
  people: number
}

export type RuleInput =
  | { condition: 'bought'; withinDays: number; kind: RelationCode }
  | { condition: 'organisation-is'; organisationKind: RelationCode; kind: RelationCode }
  | { condition: 'own-organisation'; organisation: string; kind: RelationCode }

type RuleRow = Omit<ListedRule, 'organisation'> & {
  organisationId: string | null
  organisationName: string | null
}

/** The rules of the workspace, oldest first. */
export async function listRelationRules(tx: Transaction): Promise<ListedRule[]> {
  const { rows } = await sql<RuleRow>`
    select r.id, r.condition, r.within_days as "withinDays", r.organisation_kind as "organisationKind",
      r.organisation_id as "organisationId", g.name as "organisationName", r.kind, r.is_on as "isOn",
      (select count(*)::integer from relation held where held.rule_id = r.id and held.until is null)
        as people
    from relation_rule r left join organisation g on g.id = r.organisation_id
    where r.removed_at is null order by r.id`.execute(tx)
  return rows.map(({ organisationId: id, organisationName: name, ...row }) => ({
    ...row,
    organisation: id === null || name === null ? null : { id, name },
  }))
}

/** The rules that are on, as they are applied. */
export async function activeRules(tx: Transaction): Promise<Rule[]> {
  return (await listRelationRules(tx)).filter(({ isOn }) => isOn)
}

/**
 * Adds a rule and applies it. Records `relation-rule.added`. Throws `bad-input` for a kind, and
 * `not-found` for an organisation that is not there, `conflict` for too many.
 */
export async function addRelationRule(
  tx: Transaction,
  input: RuleInput,
  change: ChangeInWorkspace,
): Promise<ListedRule> {
  await checkKinds(tx, [input.kind], 'person')
  if (input.condition === 'organisation-is') {
    await checkKinds(tx, [input.organisationKind], 'organisation')
  }
  const ours =
    input.condition === 'own-organisation' ? await organisationToName(tx, input.organisation) : null
  if ((await listRelationRules(tx)).length >= LIMITS.relationRulesMax) throw tooMany()
  const id = uuidV7(change.now.getTime(), change.random)
  await tx
    .insertInto('relation_rule')
    .values({
      ...{ workspace_id: OWN_WORKSPACE, id, condition: input.condition, kind: input.kind },
      within_days: input.condition === 'bought' ? input.withinDays : null,
      organisation_kind: input.condition === 'organisation-is' ? input.organisationKind : null,
      organisation_id: ours,
      created_by: change.authorId,
    })
    .execute()
  const { authorId } = change
  await writeEvent(tx, OWN_WORKSPACE, { name: 'relation-rule.added', subjectId: id, authorId })
  await applyRule(tx, await getRule(tx, id), change)
  return getRule(tx, id)
}

/**
 * Switches a rule on or off, or changes for how long a purchase counts; it is applied at once, and
 * switched off it ends what holds by it. Records `relation-rule.changed`. Throws `not-found`.
 */
export async function patchRelationRule(
  tx: Transaction,
  id: string,
  input: { isOn?: boolean | undefined; withinDays?: number | undefined },
  change: ChangeInWorkspace,
): Promise<ListedRule> {
  const before = await getRule(tx, id)
  const isOn = input.isOn ?? before.isOn
  const withinDays = before.condition === 'bought' ? (input.withinDays ?? before.withinDays) : null
  await tx
    .updateTable('relation_rule')
    .set({ is_on: isOn, within_days: withinDays })
    .where('id', '=', id)
    .execute()
  const { authorId } = change
  const detail = Object.keys(input)
  await writeEvent(tx, OWN_WORKSPACE, {
    ...{ name: 'relation-rule.changed', subjectId: id, detail, authorId },
  })
  if (isOn) await applyRule(tx, await getRule(tx, id), change)
  else await endByRule(tx, id, change.now)
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
