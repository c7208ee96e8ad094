import type { Transaction } from '#store/door.ts'
import {
  EnishiError,
  type FieldComparison,
  LIMITS,
  type RelationCode,
  type RuleCondition,
  type RuleMatch,
  type Stage,
} from '#vocabulary/index.ts'
import { organisationToName } from '../organisation-merges/organisation-root.ts'
import type { Evidence } from './evidence.ts'
import { checkKinds } from './kinds.ts'
import { foldedWords } from './role-holds.ts'

/** What one condition asks of somebody, as it is kept; what it does not know is null. */
export interface ConditionTerms {
  condition: RuleCondition
  withinDays: number | null
  organisationKind: RelationCode | null
  organisationId: string | null
  tagId: string | null
  fieldId: string | null
  comparison: FieldComparison | null
  value: string | number | boolean | null
  topicId: string | null
  stage: Stage | null
  words: string[] | null
  listId: string | null
}

/** What a rule asks of somebody, and makes of them. */
export interface RuleTerms {
  /** What they become. */
  kind: RelationCode
  match: RuleMatch
  conditions: readonly ConditionTerms[]
}

/** What a rule is made from; without `match` it asks for all of its conditions. */
export interface RuleInput {
  kind: RelationCode
  name?: string | undefined
  match?: RuleMatch | undefined
  conditions: readonly ConditionInput[]
}

/** What one condition of a rule is made from. */
export type ConditionInput =
  | { condition: 'bought'; withinDays: number }
  | { condition: 'organisation-is'; organisationKind: RelationCode }
  | { condition: 'own-organisation'; organisation: string }
  | { condition: 'tagged'; tag: string }
  | {
      condition: 'field'
      field: string
      comparison: FieldComparison
      value: string | number | boolean
    }
  | { condition: 'stage'; topic: string; stage: Stage }
  | { condition: 'role'; words: readonly string[] }
  | { condition: 'listed'; list: string }

/** Somebody whom a rule finds. */
export interface Finding {
  rootId: string
  /** The day of the latest evidence that has one; what a member ended before it begins anew. */
  day: string | null
  since: string | null
  evidence: Evidence
}

/** Tags, custom fields and lists, as the later stage that keeps them answers for them. */
export interface CardLook {
  /** The terms with what is compared as it is kept. Throws `bad-input` for what is not there or unfit. */
  check(tx: Transaction, terms: ConditionTerms): Promise<ConditionTerms>
  /** Who holds such terms today: those whose condition is one of `tagged`, `field`, `listed`. */
  find(tx: Transaction, terms: ConditionTerms): Promise<Finding[]>
}

const NOTHING = {
  ...{ withinDays: null, organisationKind: null, organisationId: null, tagId: null },
  ...{ fieldId: null, comparison: null, value: null, topicId: null, stage: null },
  ...{ words: null, listId: null },
}

/** What is asked, checked. Throws `bad-input`, and `not-found` for an organisation that is not there. */
export async function termsOf(
  tx: Transaction,
  { kind, match = 'all', conditions }: RuleInput,
  cards: CardLook,
): Promise<RuleTerms> {
  await checkKinds(tx, [kind], 'person')
  if (conditions.length === 0 || conditions.length > LIMITS.ruleConditionsMax) throw wrongNumber()
  const checked: ConditionTerms[] = []
  for (const one of conditions) checked.push(await conditionOf(tx, one, cards))
  return { kind, match, conditions: checked }
}

async function conditionOf(
  tx: Transaction,
  input: ConditionInput,
  cards: CardLook,
): Promise<ConditionTerms> {
  const bare: ConditionTerms = { ...NOTHING, condition: input.condition }
  switch (input.condition) {
    case 'bought':
      return { ...bare, withinDays: input.withinDays }
    case 'organisation-is':
      await checkKinds(tx, [input.organisationKind], 'organisation')
      return { ...bare, organisationKind: input.organisationKind }
    case 'own-organisation':
      return { ...bare, organisationId: await organisationToName(tx, input.organisation) }
    case 'tagged':
      return cards.check(tx, { ...bare, tagId: input.tag })
    case 'field': {
      const { field: fieldId, comparison, value } = input
      return cards.check(tx, { ...bare, fieldId, comparison, value })
    }
    case 'stage':
      return { ...bare, topicId: await topicThere(tx, input.topic), stage: input.stage }
    case 'role':
      return { ...bare, words: wordsThere(input.words) }
    case 'listed':
      return cards.check(tx, { ...bare, listId: input.list })
  }
}

function wrongNumber(): EnishiError {
  const most = LIMITS.ruleConditionsMax
  return new EnishiError(
    'bad-input',
    {
      en: `Give a rule one condition at least and ${most} at most.`,
      ja: `ルールの条件は1個から${most}個までにしてください。`,
    },
    { field: 'conditions' },
  )
}

async function topicThere(tx: Transaction, id: string): Promise<string> {
  const topic = await tx
    .selectFrom('topic')
    .select('id')
    .where('id', '=', id)
    .where('deleted_at', 'is', null)
    .executeTakeFirst()
  if (topic !== undefined) return topic.id
  throw new EnishiError(
    'bad-input',
    {
      en: 'There is no such topic. Choose one of the list of topics.',
      ja: 'このトピックは見つかりません。トピックの一覧から選んでください。',
    },
    { field: 'topic' },
  )
}

function wordsThere(words: readonly string[]): string[] {
  const kept = [...new Set(words.map((word) => word.trim()))]
  if (kept.length > 0 && kept.every((word) => foldedWords([word]).length > 0)) return kept
  throw new EnishiError(
    'bad-input',
    {
      en: 'Give words that stand in a role, such as buyer or 部長.',
      ja: '「購買」「部長」のように、役職に含まれる言葉を入力してください。',
    },
    { field: 'words' },
  )
}
