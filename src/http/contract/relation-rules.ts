import { z } from 'zod'
import {
  FIELD_COMPARISONS,
  LIMITS,
  RELATION_SUBJECTS,
  RULE_CONDITIONS,
  RULE_MATCHES,
} from '#vocabulary/index.ts'
import { evidence } from './relation-parts.ts'
import { mayManage, mayRead, route } from './route.ts'
import * as shapes from './shapes.ts'

const count = z.number().int()
const relationName = z.string().trim().min(1).max(100)

const relationKind = z.object({
  /** What `kind` is wherever such a relation stands. */
  id: shapes.id,
  nameJa: z.string(),
  nameEn: z.string(),
  appliesTo: z.enum(RELATION_SUBJECTS),
})

const kindInput = {
  nameJa: relationName,
  nameEn: relationName,
  appliesTo: z.enum(RELATION_SUBJECTS),
}

export const listRelationKinds = route({
  method: 'GET',
  path: '/relation-kinds',
  summary: 'The kinds of relation that this workspace added to the built-in ones',
  access: mayRead,
  answer: z.object({ items: z.array(relationKind) }),
  status: 200,
})

export const postRelationKind = route({
  method: 'POST',
  path: '/relation-kinds',
  summary: 'Add a kind of relation',
  access: mayManage,
  body: z.object({ ...kindInput, appliesTo: z.enum(RELATION_SUBJECTS).default('both') }),
  answer: relationKind,
  status: 201,
})

export const patchRelationKind = route({
  method: 'PATCH',
  path: '/relation-kinds/{id}',
  summary: 'Rename a kind of relation, or say of whom it may be said',
  access: mayManage,
  params: shapes.byId,
  body: z.object(kindInput).partial(),
  answer: relationKind,
  status: 200,
})

export const deleteRelationKind = route({
  method: 'DELETE',
  path: '/relation-kinds/{id}',
  summary: 'Remove a kind of relation that nobody is or was',
  access: mayManage,
  params: shapes.byId,
  answer: 'none',
  status: 204,
})

const named = z.object({ id: shapes.id, name: z.string() }).nullable()
const comparison = z.enum(FIELD_COMPARISONS)
const fieldValue = z.union([
  z.string().trim().min(1).max(LIMITS.fieldTextCharsMax),
  z.number(),
  z.boolean(),
])

const condition = z.object({
  condition: z.enum(RULE_CONDITIONS),
  /** Of `bought`: how long a purchase or renewal counts. */
  withinDays: count.nullable(),
  /** Of `organisation-is`: what the organisation is to us. */
  organisationKind: shapes.relationCode.nullable(),
  /** Of `own-organisation`: ourselves. */
  organisation: named,
  /** Of `tagged`; as all below, null also where it has been removed since: then the rule finds nobody. */
  tag: named,
  /** Of `field`: a custom field of people, how its value is compared, and with what. */
  field: named,
  comparison: comparison.nullable(),
  value: fieldValue.nullable(),
  /** Of a field of choices: the name of the choice. */
  choice: z.string().nullable(),
  /** Of `stage`: the stage of the topic at which they were last seen. */
  topic: named,
  stage: shapes.stage.nullable(),
  /** Of `role`: one of them stands in the role at an organisation. */
  words: z.array(z.string()).nullable(),
  /** Of `listed`: a shared list of people. */
  list: named,
})

const match = z.enum(RULE_MATCHES)

const rule = z.object({
  id: shapes.id,
  /** What members call it; shown wherever it says something. */
  name: z.string().nullable(),
  /** Whether it asks for all of its conditions or for any of them. */
  match,
  conditions: z.array(condition),
  /** What those become whom the rule finds. */
  kind: shapes.relationCode,
  isOn: z.boolean(),
  /** How many are it by this rule today. */
  people: count,
})

const withinDays = z.number().int().min(1).max(LIMITS.retentionDaysMax)

export const listRelationRules = route({
  method: 'GET',
  path: '/relation-rules',
  summary: 'The rules by which people become something to us',
  access: mayRead,
  answer: z.object({ items: z.array(rule) }),
  status: 200,
})

const newCondition = z.discriminatedUnion('condition', [
  z.object({ condition: z.literal('bought'), withinDays }),
  z.object({
    condition: z.literal('organisation-is'),
    organisationKind: shapes.relationCode,
  }),
  z.object({ condition: z.literal('own-organisation'), organisation: shapes.id }),
  z.object({ condition: z.literal('tagged'), tag: shapes.id }),
  z.object({
    condition: z.literal('field'),
    field: shapes.id,
    /** Texts and addresses: is, contains; numbers and amounts: is, at-least; days: is, on-or-after. */
    comparison,
    /** As the field keeps it; of choices the id of one. */
    value: fieldValue,
  }),
  z.object({
    condition: z.literal('stage'),
    topic: shapes.id,
    stage: shapes.stage,
  }),
  z.object({
    condition: z.literal('role'),
    words: z.array(z.string().trim().min(1).max(100)).min(1).max(LIMITS.ruleWordsMax),
  }),
  z.object({ condition: z.literal('listed'), list: shapes.id }),
])

const terms = {
  kind: shapes.relationCode,
  match: match.default('all'),
  conditions: z.array(newCondition).min(1).max(LIMITS.ruleConditionsMax),
}

const newRule = z.object({ ...terms, name: relationName.optional() })

export const postRelationRule = route({
  method: 'POST',
  path: '/relation-rules',
  summary: 'Add a rule; it begins and ends relations at once, and from then on as things change',
  access: mayManage,
  body: newRule,
  answer: rule,
  status: 201,
})

export const previewRelationRule = route({
  method: 'POST',
  path: '/relation-rules/preview',
  summary: 'Whom a rule would find now, before it is added or changed; changes nothing',
  access: mayManage,
  /** `rule`: the one that is to be changed to this. */
  body: newRule.extend({ rule: shapes.id.optional() }),
  answer: z.object({
    /** How many would be it by the rule. */
    people: count,
    /** How many hold its conditions; the others are it already, or a member has ended it. */
    matching: count,
    /** Of a rule that there is: how many would cease to be what they are by it. */
    ending: count,
    examples: z.array(
      z.object({ person: z.object({ id: shapes.id, name: z.string() }), evidence }),
    ),
  }),
  status: 200,
})

export const patchRelationRule = route({
  method: 'PATCH',
  path: '/relation-rules/{id}',
  summary: 'Switch a rule on or off, name it, or change what it asks for and makes of people',
  access: mayManage,
  params: shapes.byId,
  /** `name`: null takes it away. `terms`: what it asks for, as a whole. */
  body: z
    .object({ isOn: z.boolean(), name: relationName.nullable(), terms: z.object(terms) })
    .partial(),
  answer: rule,
  status: 200,
})

export const deleteRelationRule = route({
  method: 'DELETE',
  path: '/relation-rules/{id}',
  summary: 'Remove a rule; what holds by it ends today',
  access: mayManage,
  params: shapes.byId,
  answer: 'none',
  status: 204,
})
