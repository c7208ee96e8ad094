import type { z } from 'zod'
import type { Listening, LiveTools, Understanding } from '#listen/index.ts'
import type { Door } from '#store/door.ts'
import type { RandomBytes, Role, Scope } from '#vocabulary/index.ts'
import type { ROUTES, RouteName } from './contract/index.ts'
import type { Route } from './contract/route.ts'

/** Who calls, once admitted. A route for anybody has no caller. */
export interface Caller {
  workspaceId: string
  /** The member, or for a key the member who made it (null when gone). */
  userId: string | null
  /** A member's role; null for an API key. */
  role: Role | null
  /** An API key's scope; null for a member. */
  scope: Scope | null
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
}

type Parsed<Schema> = Schema extends z.ZodType ? z.output<Schema> : undefined

/** One admitted, validated call of a route. */
export interface Call<R extends Route> {
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
    : undefined

export type Handler<R extends Route> = (call: Call<R>) => Promise<Answer<R>>

/** The handlers of one noun; together they cover ROUTES, or it doesn't compile. */
export type Handlers<Names extends RouteName = RouteName> = {
  [Name in Names]: Handler<(typeof ROUTES)[Name]>
}
