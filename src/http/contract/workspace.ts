import { z } from 'zod'
import { LIMITS, NAME_ORDERS, NUMBER_STYLES, ROLES, SCOPES } from '#vocabulary/index.ts'
import { anybody, mayManage, route } from './route.ts'
import * as shapes from './shapes.ts'

export const getSetup = route({
  method: 'GET',
  path: '/setup',
  summary: 'Whether the first workspace is still to be made',
  access: anybody,
  answer: z.object({ isNeeded: z.boolean() }),
  status: 200,
})

export const postSetup = route({
  method: 'POST',
  path: '/setup',
  summary:
    'Make the first workspace and its owner; needs the one-time token that the start printed',
  access: anybody,
  body: z.object({
    token: z.string().max(200),
    workspace: z.string().trim().min(1).max(LIMITS.nameCharsMax),
    name: z.string().trim().min(1).max(LIMITS.nameCharsMax),
    email: z.email().max(320),
    password: z.string().min(LIMITS.passwordCharsMin).max(LIMITS.passwordCharsMax),
    language: shapes.language,
    timeZone: z.string().max(100),
  }),
  answer: z.object({ workspaceId: shapes.id }),
  status: 201,
})

export const session = z.object({
  member: z.object({
    id: shapes.id,
    name: z.string(),
    email: z.string(),
    language: shapes.language,
  }),
  role: z.enum(ROLES),
  workspace: z.object({
    id: shapes.id,
    slug: z.string(),
    name: z.string(),
    language: shapes.language,
    timeZone: z.string(),
    fiscalYearStartMonth: z.number().int(),
    nameOrder: z.enum(NAME_ORDERS),
    numberStyle: z.enum(NUMBER_STYLES),
  }),
})
export type Session = z.infer<typeof session>

export const getSession = route({
  method: 'GET',
  path: '/session',
  summary: 'Who is signed in, where and as what',
  access: { who: 'member', role: 'viewer', scope: null },
  answer: session,
  status: 200,
})

export const patchSession = route({
  method: 'PATCH',
  path: '/session',
  summary: "Choose one's own language",
  access: { who: 'member', role: 'viewer', scope: null },
  body: z.object({ language: shapes.language }),
  answer: session,
  status: 200,
})

export const apiKey = z.object({
  id: shapes.id,
  name: z.string(),
  scope: z.enum(SCOPES),
  createdAt: shapes.time,
  lastUsedAt: shapes.time.nullable(),
})
export type ApiKey = z.infer<typeof apiKey>

export const listApiKeys = route({
  method: 'GET',
  path: '/api-keys',
  summary: 'API keys; their secrets are shown only once',
  access: mayManage,
  query: z.object(shapes.page),
  answer: shapes.listOf(apiKey),
  status: 200,
})

export const postApiKey = route({
  method: 'POST',
  path: '/api-keys',
  summary: 'Make an API key',
  access: mayManage,
  body: z.object({ name: z.string().trim().min(1).max(200), scope: z.enum(SCOPES) }),
  answer: apiKey.extend({ key: z.string() }),
  status: 201,
})

export const deleteApiKey = route({
  method: 'DELETE',
  path: '/api-keys/{id}',
  summary: 'Revoke an API key',
  access: mayManage,
  params: shapes.byId,
  answer: 'none',
  status: 204,
})

export const getOpenApi = route({
  method: 'GET',
  path: '/openapi.json',
  summary: 'This contract as OpenAPI 3.1',
  access: anybody,
  answer: z.record(z.string(), z.unknown()),
  status: 200,
})
