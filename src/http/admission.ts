import type { FastifyReply, FastifyRequest } from 'fastify'
import { findMembership } from '#store/accounts.ts'
import { findApiKey } from '#store/api-keys.ts'
import type { Door } from '#store/door.ts'
import {
  EnishiError,
  type InterfaceLanguage,
  ROLES,
  type Role,
  SCOPES,
  type Scope,
} from '#vocabulary/index.ts'
import type { Access } from './contract/route.ts'
import type { Caller } from './handler.ts'
import { isFromOurPage } from './origin.ts'
import {
  foreignOrigin,
  keysNotTaken,
  notSignedIn,
  roleTooLow,
  scopeTooLow,
  wrongKey,
} from './refusals.ts'
import type { SignIn } from './sign-in.ts'

/** What admission asks. */
export interface Gate {
  door: Door
  signIn: SignIn
  now: () => Date
}

type MemberAccess = Extract<Access, { who: 'member' }>

const CHANGING = new Set(['POST', 'PUT', 'PATCH', 'DELETE'])

/**
 * Lets a request to a route in or refuses it: with an API key when it presents one, else with the
 * session of its cookie. Answers who calls; null where anybody may. A change by cookie must come
 * from our own page.
 */
export async function admit(
  gate: Gate,
  access: Access,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<Caller | null> {
  if (access.who === 'public') return null
  const { authorization } = request.headers
  if (authorization !== undefined) return admitKey(gate, access, authorization)
  return admitMember(gate, access, request, reply)
}

async function admitKey(gate: Gate, access: MemberAccess, header: string): Promise<Caller> {
  const token = /^Bearer +(\S+) *$/i.exec(header)?.[1]
  const key = token === undefined ? null : await findApiKey(gate.door, token, gate.now)
  if (key === null) throw wrongKey()
  if (access.scope === null) throw keysNotTaken()
  if (!reaches(SCOPES, key.scope, access.scope)) throw scopeTooLow(access.scope)
  const { workspaceId, userId, scope } = key
  return { workspaceId, userId, role: null, scope, credential: { kind: 'key', id: key.id } }
}

async function admitMember(
  gate: Gate,
  access: MemberAccess,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<Caller> {
  const session = await findSession(gate.signIn, request, reply)
  if (session === null) throw notSignedIn()
  const { userId } = session
  if (CHANGING.has(request.method) && !isFromOurPage(request)) throw foreignOrigin()
  const membership = await findMembership(gate.door, userId)
  if (membership === null) throw noMembership()
  request.language = membership.language
  if (!reaches(ROLES, membership.role, access.role)) throw roleTooLow(access.role)
  const { workspaceId, role } = membership
  return { workspaceId, userId, role, scope: null, credential: { kind: 'session', id: session.id } }
}

/** The session of the cookie; a session that better-auth prolongs gets its new cookie. */
async function findSession(
  signIn: SignIn,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<{ id: string; userId: string } | null> {
  const { cookie } = request.headers
  if (cookie === undefined) return null
  const headers = new Headers({ cookie })
  const found = await signIn.api.getSession({ headers, returnHeaders: true })
  for (const set of found.headers.getSetCookie()) reply.header('set-cookie', set)
  const session = found.response?.session
  return session === undefined ? null : { id: session.id, userId: session.userId }
}

/** Whether what is held ranks as high as what is needed; the lists run from most to least. */
function reaches<Rank extends Role | Scope>(ranks: readonly Rank[], held: Rank, needed: Rank) {
  return ranks.indexOf(held) <= ranks.indexOf(needed)
}

function noMembership(): EnishiError {
  return new EnishiError('forbidden', {
    en: 'You are no longer a member of a workspace. Ask an owner to add you again.',
    ja: 'どのワークスペースのメンバーでもなくなっています。所有者に追加を依頼してください。',
  })
}

declare module 'fastify' {
  interface FastifyRequest {
    /** Who calls, once admitted. */
    caller: Caller | null
    /** The language in which the caller is answered. */
    language: InterfaceLanguage
  }
}
