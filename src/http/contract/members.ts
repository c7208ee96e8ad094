import { z } from 'zod'
import { LIMITS, ROLES } from '#vocabulary/index.ts'
import { named } from './engage-shapes.ts'
import { anybody, mayManage, mayRead, route } from './route.ts'
import * as shapes from './shapes.ts'

const name = z.string().trim().min(1).max(LIMITS.nameCharsMax)
const role = z.enum(ROLES)

const member = z.object({
  id: shapes.id,
  name: z.string(),
  email: z.string(),
  role,
  joinedAt: shapes.time,
  lastSeenAt: shapes.time.nullable(),
  /** Of today. */
  departments: z.array(named.extend({ title: z.string().nullable() })),
})

export const listMembers = route({
  method: 'GET',
  path: '/members',
  summary: 'Who signs in to this workspace, and as what',
  access: mayRead,
  query: z.object(shapes.page),
  answer: shapes.listOf(member),
  status: 200,
})

export const patchMember = route({
  method: 'PATCH',
  path: '/members/{id}',
  summary: 'Give a member another role',
  access: mayManage,
  params: shapes.byId,
  body: z.object({ role }),
  answer: 'none',
  status: 204,
})

export const deleteMember = route({
  method: 'DELETE',
  path: '/members/{id}',
  summary: 'Take a member out; they are signed out at once',
  access: mayManage,
  params: shapes.byId,
  answer: 'none',
  status: 204,
})

const invitation = z.object({
  id: shapes.id,
  email: z.string(),
  name: z.string(),
  role,
  createdAt: shapes.time,
  expiresAt: shapes.time,
})

export const listInvitations = route({
  method: 'GET',
  path: '/invitations',
  summary: 'Invitations that nobody has taken yet',
  access: mayManage,
  query: z.object(shapes.page),
  answer: shapes.listOf(invitation),
  status: 200,
})

export const postInvitation = route({
  method: 'POST',
  path: '/invitations',
  summary: 'Invite somebody; the token for the link /join#TOKEN is shown only now',
  access: { who: 'member', role: 'manager', scope: null },
  body: z.object({ email: z.email().max(320), name: name.optional(), role }),
  answer: invitation.extend({ token: z.string() }),
  status: 201,
})

export const deleteInvitation = route({
  method: 'DELETE',
  path: '/invitations/{id}',
  summary: 'Withdraw an invitation',
  access: mayManage,
  params: shapes.byId,
  answer: 'none',
  status: 204,
})

const token = z.string().max(100)

export const postJoinLook = route({
  method: 'POST',
  path: '/join/look',
  summary: 'What an invitation is for; the token travels in the body, never in an address',
  access: anybody,
  body: z.object({ token }),
  answer: z.object({ workspace: z.string(), email: z.string(), name: z.string(), role }),
  status: 200,
})

export const postJoin = route({
  method: 'POST',
  path: '/join',
  summary: 'Take an invitation: makes the account and the membership',
  access: anybody,
  body: z.object({
    token,
    name,
    password: z.string().min(LIMITS.passwordCharsMin).max(LIMITS.passwordCharsMax),
    language: shapes.language,
  }),
  answer: z.object({ email: z.string() }),
  status: 201,
})
