import type { z } from 'zod'
import type { Role, Scope } from '#vocabulary/index.ts'

/**
 * Who may call a route. `public`: anybody. `member`: a signed-in member of the workspace with at
 * least this role, or an API key with at least this scope (`null`: no key may).
 */
export type Access = { who: 'public' } | { who: 'member'; role: Role; scope: Scope | null }

export interface Route {
  method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
  /** Under /api/v1, parameters as `{name}`. */
  path: string
  summary: string
  access: Access
  params?: z.ZodObject
  query?: z.ZodObject
  /** Headers that mean something here, in lower case. */
  headers?: z.ZodObject
  /** `bytes`: the raw body is streamed. */
  body?: z.ZodType | 'bytes'
  /** The most that a raw body may hold; as an upload where left out. */
  bytesMax?: number
  /** `file`: a download; `events`: server-sent events, for as long as both sides stay. */
  answer: z.ZodType | 'file' | 'events' | 'none'
  status: 200 | 201 | 202 | 204
}

/** Declares a route; the declaration is what types, validation, OpenAPI and the access test derive from. */
export function route<const R extends Route>(declared: R): R {
  return declared
}

export const mayRead = { who: 'member', role: 'viewer', scope: 'read' } as const
export const mayWrite = { who: 'member', role: 'member', scope: 'write' } as const
export const mayManage = { who: 'member', role: 'manager', scope: 'admin' } as const
export const anybody = { who: 'public' } as const
