import { z } from 'zod'
import { CODE_KINDS, LIMITS } from '#vocabulary/index.ts'
import { mayRead, mayWrite, route } from './route.ts'
import * as shapes from './shapes.ts'

const who = z.object({ id: shapes.id, name: z.string() })

const link = z.object({
  id: shapes.id,
  /** The link itself is `/l/{code}` at the address of this server. */
  code: z.string(),
  target: z.string(),
  name: z.string(),
  campaign: z.string().nullable(),
  /** Who hands it out; without a name once they have left. */
  member: z.object({ id: shapes.id, name: z.string().nullable() }).nullable(),
  person: who.nullable(),
  channel: who.nullable(),
  topic: who.nullable(),
  createdAt: shapes.time,
  clicks: z.number().int(),
  /** The last fourteen days with clicks, oldest first, in the workspace's time zone. */
  days: z.array(z.object({ day: shapes.day, clicks: z.number().int() })),
  /** Outcomes that came back with a click of it. */
  outcomes: z.number().int(),
})

const linkFilter = {
  ...shapes.page,
  q: z.string().max(LIMITS.searchQueryCharsMax).optional(),
  campaign: z.string().max(LIMITS.nameCharsMax).optional(),
  member: shapes.id.optional(),
  person: shapes.id.optional(),
}

export const listLinks = route({
  method: 'GET',
  path: '/links',
  summary: 'Short links of ours with their clicks, newest first',
  access: mayRead,
  query: z.object(linkFilter),
  answer: shapes.listOf(link),
  status: 200,
})

const campaign = z.string().trim().max(LIMITS.nameCharsMax).nullable().optional()

const linkInput = {
  target: z.string().trim().min(1).max(LIMITS.urlCharsMax),
  name: z.string().trim().min(1).max(LIMITS.nameCharsMax),
  campaign,
  /** Either a member or a person hands it out. */
  member: shapes.id.nullable().optional(),
  person: shapes.id.nullable().optional(),
  channel: shapes.id.nullable().optional(),
  topic: shapes.id.nullable().optional(),
}

export const postLink = route({
  method: 'POST',
  path: '/links',
  summary: 'Make a short link; without a code it gets one',
  access: mayWrite,
  body: z.object({
    ...linkInput,
    code: z
      .string()
      .trim()
      .regex(/^[A-Za-z0-9_-]{3,64}$/)
      .optional(),
  }),
  answer: link,
  status: 201,
})

export const patchLink = route({
  method: 'PATCH',
  path: '/links/{id}',
  summary: 'Change where a link leads, its name, or whose it is; its code stays',
  access: mayWrite,
  params: shapes.byId,
  body: z.object(linkInput).partial(),
  answer: link,
  status: 200,
})

export const deleteLink = route({
  method: 'DELETE',
  path: '/links/{id}',
  summary: 'Remove a link: it leads nowhere, its clicks stay, its code is not given again',
  access: mayWrite,
  params: shapes.byId,
  answer: 'none',
  status: 204,
})

const code = z.object({
  id: shapes.id,
  text: z.string(),
  kind: z.enum(CODE_KINDS),
  person: who.nullable(),
  campaign: z.string().nullable(),
  createdAt: shapes.time,
  /** Outcomes that carried it. */
  outcomes: z.number().int(),
})

export const listCodes = route({
  method: 'GET',
  path: '/codes',
  summary: 'Coupon and referral codes with the outcomes that carried them, newest first',
  access: mayRead,
  query: z.object({
    ...shapes.page,
    q: z.string().max(LIMITS.searchQueryCharsMax).optional(),
    kind: z.enum(CODE_KINDS).optional(),
    campaign: z.string().max(LIMITS.nameCharsMax).optional(),
    person: shapes.id.optional(),
  }),
  answer: shapes.listOf(code),
  status: 200,
})

const codeInput = {
  text: z.string().trim().min(1).max(LIMITS.codeCharsMax),
  kind: z.enum(CODE_KINDS),
  person: shapes.id.nullable().optional(),
  campaign,
}

export const postCode = route({
  method: 'POST',
  path: '/codes',
  summary: 'Say whose a code is; outcomes that carried it before are found too',
  access: mayWrite,
  body: z.object(codeInput),
  answer: code,
  status: 201,
})

export const patchCode = route({
  method: 'PATCH',
  path: '/codes/{id}',
  summary: 'Change a code or whose it is',
  access: mayWrite,
  params: shapes.byId,
  body: z.object(codeInput).partial(),
  answer: code,
  status: 200,
})

export const deleteCode = route({
  method: 'DELETE',
  path: '/codes/{id}',
  summary: 'Remove a code; outcomes keep what they said',
  access: mayWrite,
  params: shapes.byId,
  answer: 'none',
  status: 204,
})
