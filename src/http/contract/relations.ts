import { z } from 'zod'
import { RELATION_SOURCES } from '#vocabulary/index.ts'
import { evidence, member } from './relation-parts.ts'
import { mayRead, mayWrite, route } from './route.ts'
import * as shapes from './shapes.ts'

const relation = z.object({
  id: shapes.id,
  kind: shapes.relationCode,
  since: shapes.day.nullable(),
  /** The day on which it ended; null while it holds. */
  until: shapes.day.nullable(),
  source: z.enum(RELATION_SOURCES),
  /** Of `rule`: which one, with its name where it has one. */
  rule: z.object({ id: shapes.id, name: z.string().nullable() }).nullable(),
  /** Who entered or confirmed it. */
  confirmedBy: member,
  evidence: evidence.nullable(),
  enteredAt: shapes.time,
})

const relationList = z.object({ items: z.array(relation) })
const byIdAndRelation = z.object({ id: shapes.id, relation: shapes.id })
const newRelation = z.object({
  kind: shapes.relationCode,
  /** Neither may lie in the future. */
  since: shapes.day.optional(),
  until: shapes.day.optional(),
})
const relationDates = z.object({
  since: shapes.day.nullable().optional(),
  /** Null: it holds again. */
  until: shapes.day.nullable().optional(),
})

export const listPersonRelations = route({
  method: 'GET',
  path: '/people/{id}/relations',
  summary:
    'What a person is and was to us, with dates, source and evidence; what holds today first',
  access: mayRead,
  params: shapes.byId,
  answer: relationList,
  status: 200,
})

export const postPersonRelation = route({
  method: 'POST',
  path: '/people/{id}/relations',
  summary: 'Say what a person is, or was, to us',
  access: mayWrite,
  params: shapes.byId,
  body: newRelation,
  answer: relation,
  status: 201,
})

export const patchPersonRelation = route({
  method: 'PATCH',
  path: '/people/{id}/relations/{relation}',
  summary: 'Correct the dates of what a person is to us, or end it',
  access: mayWrite,
  params: byIdAndRelation,
  body: relationDates,
  answer: relation,
  status: 200,
})

export const deletePersonRelation = route({
  method: 'DELETE',
  path: '/people/{id}/relations/{relation}',
  summary: 'Remove what was entered by mistake; to keep the history, end it instead',
  access: mayWrite,
  params: byIdAndRelation,
  answer: 'none',
  status: 204,
})

export const listOrganisationRelations = route({
  method: 'GET',
  path: '/organisations/{id}/relations',
  summary: 'What an organisation is and was to us',
  access: mayRead,
  params: shapes.byId,
  answer: relationList,
  status: 200,
})

export const postOrganisationRelation = route({
  method: 'POST',
  path: '/organisations/{id}/relations',
  summary: 'Say what an organisation is, or was, to us',
  access: mayWrite,
  params: shapes.byId,
  body: newRelation,
  answer: relation,
  status: 201,
})

export const patchOrganisationRelation = route({
  method: 'PATCH',
  path: '/organisations/{id}/relations/{relation}',
  summary: 'Correct the dates of what an organisation is to us, or end it',
  access: mayWrite,
  params: byIdAndRelation,
  body: relationDates,
  answer: relation,
  status: 200,
})

export const deleteOrganisationRelation = route({
  method: 'DELETE',
  path: '/organisations/{id}/relations/{relation}',
  summary: 'Remove what was entered by mistake',
  access: mayWrite,
  params: byIdAndRelation,
  answer: 'none',
  status: 204,
})
