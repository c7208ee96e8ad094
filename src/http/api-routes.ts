import { Readable } from 'node:stream'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { EnishiError, LIMITS } from '#vocabulary/index.ts'
import { admit, type Gate } from './admission.ts'
import { ROUTES, type RouteName } from './contract/index.ts'
import type { Route } from './contract/route.ts'
import type { Call, FileAnswer, Handler, Handlers, HttpContext } from './handler.ts'
import { takeJsonOnly } from './json-body.ts'
import { noteLook } from './looks.ts'
import { isFromForeignPage } from './origin.ts'
import { bodyTooLarge, foreignOrigin } from './refusals.ts'
import { validate } from './validate.ts'

const PREFIX = '/api/v1'

declare module 'fastify' {
  interface FastifyContextConfig {
    /** The route's name in the contract, or a fixed word for what stands outside of it. */
    routeName?: RouteName | 'auth' | 'health' | 'link' | 'web'
  }
}

/** Registers every route of the contract: admission, then validation, then its handler. */
export async function addApiRoutes(
  server: FastifyInstance,
  parts: { gate: Gate; context: HttpContext; handlers: Handlers },
): Promise<void> {
  const all = Object.entries(ROUTES) as [RouteName, Route][]
  const streamed = all.filter(([, route]) => route.body === 'bytes')
  const others = all.filter(([, route]) => route.body !== 'bytes')
  const add = (scope: FastifyInstance, [name, route]: [RouteName, Route]) => {
    const handler = parts.handlers[name] as unknown as Handler<Route>
    addRoute(scope, name, route, { ...parts, handler })
  }
  await server.register(async (scope) => {
    takeJsonOnly(scope)
    for (const one of others) add(scope, one)
  })
  await server.register(async (scope) => {
    takeBytes(scope)
    for (const one of streamed) add(scope, one)
  })
}

/** Any content type; the body stays a stream. */
function takeBytes(server: FastifyInstance): void {
  server.removeAllContentTypeParsers()
  server.addContentTypeParser('*', (_request, payload, done) => done(null, payload))
}

function addRoute(
  server: FastifyInstance,
  name: RouteName,
  route: Route,
  parts: { gate: Gate; context: HttpContext; handler: Handler<Route> },
): void {
  server.route({
    method: route.method,
    url: PREFIX + route.path.replace(/\{(\w+)\}/g, ':$1'),
    config: { routeName: name },
    bodyLimit: bytesMaxOf(route),
    onRequest: async (request, reply) => {
      if (request.method !== 'GET' && isFromForeignPage(request)) throw foreignOrigin()
      request.caller = await admit(parts.gate, route.access, request, reply)
    },
    handler: async (request, reply) => {
      const call = callOf(route, request, parts.context)
      const answer = await parts.handler(call)
      await noteLook(name, call, answer)
      return sendAnswer(reply, route, answer)
    },
  })
}

function callOf(route: Route, request: FastifyRequest, context: HttpContext): Call<Route> {
  const read = (schema: z.ZodType | undefined, value: unknown) =>
    schema === undefined ? undefined : validate(schema, value)
  const call = {
    params: read(route.params, request.params),
    query: read(route.query, request.query),
    headers: read(route.headers, request.headers),
    body:
      route.body === 'bytes' ? bytesOf(request, bytesMaxOf(route)) : read(route.body, request.body),
    caller: request.caller,
    context,
  }
  return call as Call<Route>
}

function bytesMaxOf({ body, bytesMax }: Route): number {
  return bytesMax ?? (body === 'bytes' ? LIMITS.uploadBytesMax : LIMITS.requestBytesMax)
}

/** The raw body, cut off with `too-large` where it exceeds the limit. */
async function* bytesOf(request: FastifyRequest, bytesMax: number): AsyncGenerator<Uint8Array> {
  if (Number(request.headers['content-length'] ?? 0) > bytesMax) throw bodyTooLarge(bytesMax)
  let bytes = 0
  for await (const chunk of (request.body ?? []) as AsyncIterable<Uint8Array>) {
    bytes += chunk.byteLength
    if (bytes > bytesMax) throw bodyTooLarge(bytesMax)
    yield chunk
  }
}

function sendAnswer(reply: FastifyReply, route: Route, answer: unknown): FastifyReply {
  reply.code(route.status)
  if (route.answer === 'none') return reply.send()
  if (route.answer === 'file') return sendFile(reply, answer as FileAnswer)
  if (route.answer === 'events') return sendEvents(reply, answer as Readable)
  return reply
    .type('application/json; charset=utf-8')
    .send(JSON.stringify(keepDeclared(route.answer, answer)))
}

/** Only what the contract declares leaves the house; an answer that breaks it is a fault of ours. */
function keepDeclared(schema: z.ZodType, answer: unknown): unknown {
  const kept = schema.safeParse(answer)
  if (kept.success) return kept.data
  const words = z.prettifyError(kept.error)
  throw new EnishiError('fault', {
    en: `An answer breaks the contract: ${words}`,
    ja: `応答が仕様と一致しません: ${words}`,
  })
}

function sendFile(reply: FastifyReply, file: FileAnswer): FastifyReply {
  const plain = file.fileName.replace(/[^\w.-]/g, '_')
  const full = encodeURIComponent(file.fileName).replace(
    /['()*]/g,
    (c) => `%${c.charCodeAt(0).toString(16)}`,
  )
  return reply
    .type(file.mediaType)
    .header('content-disposition', `attachment; filename="${plain}"; filename*=UTF-8''${full}`)
    .send(Readable.from(file.content))
}

/** A stream of events (WHATWG HTML, 9.2); proxies are told not to gather it up. */
function sendEvents(reply: FastifyReply, events: Readable): FastifyReply {
  return reply
    .type('text/event-stream; charset=utf-8')
    .header('cache-control', 'no-store')
    .header('x-accel-buffering', 'no')
    .send(events)
}
