import type { z } from 'zod'
import type { ROUTES } from '#http/contract/index.ts'
import type { Problem } from '#http/contract/shapes.ts'

type Routes = typeof ROUTES
type ByKey = {
  [Name in keyof Routes as `${Routes[Name]['method']} ${Routes[Name]['path']}`]: Routes[Name]
}

/** A route as it is called: `GET /people/{id}`. */
export type RouteKey = keyof ByKey

type Input<Part> = Part extends z.ZodType ? z.input<Part> : Part extends 'bytes' ? Blob : never
type Params<Key extends RouteKey> = ByKey[Key] extends { params: infer Part }
  ? { params: Input<Part> }
  : { params?: never }
type Body<Key extends RouteKey> = ByKey[Key] extends { body: infer Part }
  ? { body: Input<Part> }
  : { body?: never }

/** What may stand in the query of a route. */
export type QueryOf<Key extends RouteKey> = ByKey[Key] extends { query: infer Part }
  ? Input<Part>
  : Record<never, never>

export type Asked<Key extends RouteKey> = Params<Key> &
  Body<Key> & { query?: QueryOf<Key>; signal?: AbortSignal }

/** What the route answers. */
export type Answer<Key extends RouteKey> = ByKey[Key]['answer'] extends z.ZodType
  ? z.output<ByKey[Key]['answer']>
  : undefined

/** An item of a route that answers a list. */
export type ItemOf<Key extends RouteKey> =
  Answer<Key> extends { items: (infer Item)[] } ? Item : never

/** A request that was refused (RFC 9457), or that never arrived (`code` is `unreachable`). */
export class ApiProblem extends Error {
  readonly status: number
  readonly code: Problem['code'] | 'unreachable'
  readonly field: string | undefined

  constructor(status: number, code: string, message: string, field?: string) {
    super(message)
    this.name = 'ApiProblem'
    this.status = status
    this.code = code
    this.field = field
  }
}

export interface Wire {
  fetch: typeof fetch
  /** The language in which the server is to say what is wrong. */
  language: () => string
}

export type Call = <Key extends RouteKey>(key: Key, asked: Asked<Key>) => Promise<Answer<Key>>

/** Makes the typed client of /api/v1; what goes over the wire is an argument so that tests need no network. */
export function createClient(wire: Wire): Call {
  return async <Key extends RouteKey>(key: Key, asked: Asked<Key>) => {
    const [method, path] = key.split(' ') as [string, string]
    const address = addressOf(path, asked.params, asked.query)
    const response = await send(wire, address, method, asked.body, asked.signal)
    if (!response.ok) throw await problemOf(response)
    const isEmpty = response.status === 204
    return (isEmpty ? undefined : await response.json()) as Answer<Key>
  }
}

/** The address of a route: parameters filled in, empty ones of the query left out. */
export function addressOf(path: string, params: object = {}, query: object = {}): string {
  const values = new Map(Object.entries(params))
  const filled = path.replace(/\{(\w+)\}/g, (_, name) =>
    encodeURIComponent(String(values.get(name))),
  )
  const search = new URLSearchParams()
  for (const [name, value] of Object.entries(query)) {
    if (value !== undefined && value !== null && value !== '') search.set(name, String(value))
  }
  const asked = search.toString()
  return `/api/v1${filled}${asked === '' ? '' : `?${asked}`}`
}

async function send(
  wire: Wire,
  address: string,
  method: string,
  body: unknown,
  signal: AbortSignal | undefined,
): Promise<Response> {
  const headers: Record<string, string> = {
    accept: 'application/json',
    'accept-language': wire.language(),
  }
  const init: RequestInit = { method, headers, credentials: 'same-origin' }
  if (signal !== undefined) init.signal = signal
  if (body !== undefined) {
    headers['content-type'] = 'application/json'
    init.body = JSON.stringify(body)
  }
  try {
    return await wire.fetch(address, init)
  } catch (cause) {
    if (cause instanceof DOMException && cause.name === 'AbortError') throw cause
    throw new ApiProblem(0, 'unreachable', String(cause))
  }
}

/** Reads what was refused; an answer that isn't a problem (a proxy's page) still says its status. */
export async function problemOf(response: Response): Promise<ApiProblem> {
  const text = await response.text()
  const said = parseObject(text)
  const word = (key: string) => {
    const value = said[key]
    return typeof value === 'string' ? value : undefined
  }
  const message = word('detail') ?? word('title') ?? word('message') ?? `HTTP ${response.status}`
  return new ApiProblem(response.status, word('code') ?? 'fault', message, word('field'))
}

function parseObject(text: string): Record<string, unknown> {
  if (!text.startsWith('{')) return {}
  try {
    return JSON.parse(text) as Record<string, unknown>
  } catch (cause) {
    if (cause instanceof SyntaxError) return {}
    throw cause
  }
}
