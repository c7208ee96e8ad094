import { z } from 'zod'
import { LIMITS, RELATION_SUBJECTS, RULE_CONDITIONS } from '#vocabulary/index.ts'
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

const rule = z.object({
  id: shapes.id,
  condition: z.enum(RULE_CONDITIONS),
  /** Of `bought`: how long a purchase or renewal counts. */
  withinDays: count.nullable(),
  /** Of `organisation-is`: what the organisation is to us. */
  organisationKind: shapes.relationCode.nullable(),
  /** Of `own-organisation`: ourselves. */
  organisation: z.object({ id: shapes.id, name: z.string() }).nullable(),
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

export const postRelationRule = route({
  method: 'POST',
  path: '/relation-rules',
  summary: 'Add a rule; it begins and ends relations at once, and from then on every day',
  access: mayManage,
  body: z.discriminatedUnion('condition', [
    z.object({ condition: z.literal('bought'), withinDays, kind: shapes.relationCode }),
    z.object({
      condition: z.literal('organisation-is'),
      organisationKind: shapes.relationCode,
      kind: shapes.relationCode,
    }),
    z.object({
      condition: z.literal('own-organisation'),
      organisation: shapes.id,
      kind: shapes.relationCode.default('employee'),
    }),
  ]),
  answer: rule,
  status: 201,
})

export const patchRelationRule = route({
  method: 'PATCH',
  path: '/relation-rules/{id}',
  summary: 'Switch a rule on or off, or change for how long a purchase counts',
  access: mayManage,
  params: shapes.byId,
  body: z.object({ isOn: z.boolean(), withinDays }).partial(),
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
