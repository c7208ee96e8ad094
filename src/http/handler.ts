import type { Readable } from 'node:stream'
import type { z } from 'zod'
import type { Listening, LiveTools, Understanding } from '#listen/index.ts'
import type { Door } from '#store/door.ts'
import type { Seal } from '#store/seal.ts'
import type { Credential } from '#store/standing.ts'
import type { BaseReader, ExplainMove } from '#understand/index.ts'
import type { RandomBytes, Role, Scope } from '#vocabulary/index.ts'
import type { ROUTES, RouteName } from './contract/index.ts'
import type { Route } from './contract/route.ts'
import type { EventHub } from './event-hub.ts'

/** Who calls, once admitted. A route for anybody has no caller. */
export interface Caller {
  workspaceId: string
  /** The member, or for a key the member who made it (null when gone). */
  userId: string | null
  /** A member's role; null for an API key. */
  role: Role | null
  /** An API key's scope; null for a member. */
  scope: Scope | null
  /** What the caller came in with, for what outlives the request. */
  credential?: Credential
}

/** Whether somebody may do what only managers may: a member by role, a key by scope. */
export function manages({ role, scope }: Pick<Caller, 'role' | 'scope'>): boolean {
  return role === 'owner' || role === 'manager' || scope === 'admin'
}

/** What handlers work with. The composition root fills it. */
export interface HttpContext {
  door: Door
  now: () => Date
  random: RandomBytes
  /** The data folder; uploads stand in it. */
  dataFolder: string
  listening: Listening
  /** What settings of a channel are tried with. */
  liveTools: LiveTools
  /** Reads a post again, for the evidence. */
  understanding: Understanding
  /** Off the HTTP thread. */
  explainMove: ExplainMove
  /** Keeps the keys of other systems unreadable. */
  seal: Seal
  /** What reads without corrections. */
  base: BaseReader
  /** Streams of live updates. */
  hub: EventHub
}

type Parsed<Schema> = Schema extends z.ZodType ? z.output<Schema> : undefined

/** One admitted, validated call of a route. */
export type Call<R extends Route> = CallParts<R> &
  (R['headers'] extends z.ZodType ? { headers: Parsed<R['headers']> } : unknown)

interface CallParts<R extends Route> {
  params: Parsed<R['params']>
  query: Parsed<R['query']>
  body: R['body'] extends 'bytes' ? AsyncIterable<Uint8Array> : Parsed<R['body']>
  caller: R['access'] extends { who: 'public' } ? null : Caller
  context: HttpContext
}

/** A file to download. */
export interface FileAnswer {
  fileName: string
  mediaType: string
  content: AsyncIterable<string | Uint8Array>
}

export type Answer<R extends Route> = R['answer'] extends z.ZodType
  ? z.input<R['answer']>
  : R['answer'] extends 'file'
    ? FileAnswer
    : R['answer'] extends 'events'
      ? Readable
      : undefined

export type Handler<R extends Route> = (call: Call<R>) => Promise<Answer<R>>

/** The handlers of one noun; together they cover ROUTES, or it doesn't compile. */
export type Handlers<Names extends RouteName = RouteName> = {
  [Name in Names]: Handler<(typeof ROUTES)[Name]>
}
