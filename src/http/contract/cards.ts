import { z } from 'zod'
import { FIELD_KINDS, LIMITS, OWNER_RANKS, SUBJECT_KINDS } from '#vocabulary/index.ts'
import { colleague, named, shortText } from './engage-shapes.ts'
import { mayManage, mayRead, mayWrite, route } from './route.ts'
import * as shapes from './shapes.ts'

/** A number (of money in minor units), a text (a day, a choice’s id), yes or no, or ids of choices. */
export const fieldValue = z.union([
  z.string().max(LIMITS.fieldTextCharsMax),
  z.number(),
  z.boolean(),
  z.array(shapes.id).max(LIMITS.choicesPerFieldMax),
])
export type FieldValue = z.infer<typeof fieldValue>

export const customField = z.object({
  id: shapes.id,
  subject: z.enum(SUBJECT_KINDS),
  name: z.string(),
  kind: z.enum(FIELD_KINDS),
  choices: z.array(named),
  /** Of money. */
  currency: z.string().nullable(),
})
export type CustomField = z.infer<typeof customField>

const tagName = z.string().trim().min(1).max(LIMITS.tagCharsMax)

export const card = z.object({
  /** The one asked for; a person that was merged as the root. */
  id: shapes.id,
  owner: colleague.nullable(),
  secondOwner: colleague.nullable(),
  /** Who looked after it and does, newest first. */
  owners: z.array(
    z.object({
      rank: z.enum(OWNER_RANKS),
      member: colleague.nullable(),
      since: shapes.time,
      until: shapes.time.nullable(),
      /** Of the member meanwhile, in order. */
      departments: z.array(named),
    }),
  ),
  tags: z.array(named),
  fields: z.array(customField.extend({ value: fieldValue.nullable() })),
})
export type Card = z.infer<typeof card>

const cardPatch = z.object({
  owner: shapes.id.nullable().optional(),
  secondOwner: shapes.id.nullable().optional(),
  addTags: z.array(shapes.id).max(LIMITS.tagsPerSubjectMax).optional(),
  removeTags: z.array(shapes.id).max(LIMITS.tagsPerSubjectMax).optional(),
  /** Names; tags that are not there yet are made. */
  newTags: z.array(tagName).max(LIMITS.tagsPerSubjectMax).optional(),
  /** By the field’s id; null empties it. */
  fields: z.record(shapes.id, fieldValue.nullable()).optional(),
})

export const getPersonCard = route({
  method: 'GET',
  path: '/people/{id}/card',
  summary: 'What colleagues keep of a person: owners with their history, tags, custom fields',
  access: mayRead,
  params: shapes.byId,
  answer: card,
  status: 200,
})
export const patchPersonCard = route({
  method: 'PATCH',
  path: '/people/{id}/card',
  summary: 'Change owners, tags and custom fields of a person',
  access: mayWrite,
  params: shapes.byId,
  body: cardPatch,
  answer: card,
  status: 200,
})
export const getOrganisationCard = route({
  method: 'GET',
  path: '/organisations/{id}/card',
  summary: 'What colleagues keep of an organisation',
  access: mayRead,
  params: shapes.byId,
  answer: card,
  status: 200,
})
export const patchOrganisationCard = route({
  method: 'PATCH',
  path: '/organisations/{id}/card',
  summary: 'Change owners, tags and custom fields of an organisation',
  access: mayWrite,
  params: shapes.byId,
  body: cardPatch,
  answer: card,
  status: 200,
})
export const getDealCard = route({
  method: 'GET',
  path: '/deals/{id}/card',
  summary: 'What colleagues keep of a deal beside its own fields',
  access: mayRead,
  params: shapes.byId,
  answer: card,
  status: 200,
})
export const patchDealCard = route({
  method: 'PATCH',
  path: '/deals/{id}/card',
  summary: 'Change owners, tags and custom fields of a deal',
  access: mayWrite,
  params: shapes.byId,
  body: cardPatch,
  answer: card,
  status: 200,
})

const tag = named

export const listTags = route({
  method: 'GET',
  path: '/tags',
  summary: 'Tags with how many carry them',
  access: mayRead,
  query: z.object(shapes.page),
  answer: shapes.listOf(
    tag.extend({
      people: z.number().int(),
      organisations: z.number().int(),
      deals: z.number().int(),
    }),
  ),
  status: 200,
})
export const postTag = route({
  method: 'POST',
  path: '/tags',
  summary: 'Add a tag; the one of that name is answered where it is there already',
  access: mayWrite,
  body: z.object({ name: tagName }),
  answer: tag,
  status: 201,
})
export const patchTag = route({
  method: 'PATCH',
  path: '/tags/{id}',
  summary: 'Rename a tag',
  access: mayWrite,
  params: shapes.byId,
  body: z.object({ name: tagName }),
  answer: tag,
  status: 200,
})
export const postTagMerge = route({
  method: 'POST',
  path: '/tags/{id}/merge',
  summary: 'Merge a tag into another; whoever carries it carries the other from then on',
  access: mayManage,
  params: shapes.byId,
  body: z.object({ into: shapes.id }),
  answer: tag,
  status: 200,
})
export const deleteTag = route({
  method: 'DELETE',
  path: '/tags/{id}',
  summary: 'Remove a tag from everywhere',
  access: mayManage,
  params: shapes.byId,
  answer: 'none',
  status: 204,
})

const choices = z
  .array(z.object({ id: shapes.id.optional(), name: shortText }))
  .max(LIMITS.choicesPerFieldMax)
  .optional()

export const listCustomFields = route({
  method: 'GET',
  path: '/custom-fields',
  summary: 'Fields that the workspace added to people, organisations and deals',
  access: mayRead,
  query: z.object({ subject: z.enum(SUBJECT_KINDS).optional() }),
  answer: z.object({ items: z.array(customField) }),
  status: 200,
})
export const postCustomField = route({
  method: 'POST',
  path: '/custom-fields',
  summary: 'Add a field; its kind stays what it is',
  access: mayManage,
  body: z.object({
    subject: z.enum(SUBJECT_KINDS),
    name: shortText,
    kind: z.enum(FIELD_KINDS),
    choices,
    currency: z.string().length(3).optional(),
  }),
  answer: customField,
  status: 201,
})
export const patchCustomField = route({
  method: 'PATCH',
  path: '/custom-fields/{id}',
  summary:
    'Rename a field or change its choices; one that is left out goes from where it was chosen',
  access: mayManage,
  params: shapes.byId,
  body: z.object({ name: shortText.optional(), choices }),
  answer: customField,
  status: 200,
})
export const deleteCustomField = route({
  method: 'DELETE',
  path: '/custom-fields/{id}',
  summary: 'Remove a field with all its values',
  access: mayManage,
  params: shapes.byId,
  answer: 'none',
  status: 204,
})
