import { randomUUID } from 'node:crypto'
import helmet from '@fastify/helmet'
import rateLimit from '@fastify/rate-limit'
import {
  type FastifyError,
  type FastifyInstance,
  type FastifyRequest,
  fastify,
  type RouteOptions,
} from 'fastify'
import { databaseUnreachable } from '#store/door.ts'
import { EnishiError, LIMITS } from '#vocabulary/index.ts'
import { addApiRoutes } from './api-routes.ts'
import { addAuthRoutes } from './auth-routes.ts'
import type { Handlers, HttpContext } from './handler.ts'
import { addHealthRoutes } from './health-routes.ts'
import { addLinkRoutes } from './link-routes.ts'
import type { Metrics } from './metrics.ts'
import { answersTo, type Site } from './origin.ts'
import { faultOf, languageOf, problemOf } from './problems.ts'
import {
  bodyTooLarge,
  foreignHost,
  noSuchPath,
  notJson,
  tooManyRequests,
  wrongMediaType,
} from './refusals.ts'
import type { SignIn } from './sign-in.ts'
import { addWebFiles, asksForPage, sendPage } from './web-files.ts'

/** What the HTTP server is put together from. */
export interface ServerParts {
  context: HttpContext
  handlers: Handlers
  signIn: SignIn
  metrics: Metrics
  site: Site
  /** The built page; absent, only the API is served. */
  webFolder?: string
  /** Answers only whoever watches the process: it does not have the role `web`. */
  isForWatchersOnly?: boolean
  /** Writes one line of the log. */
  log: (line: Record<string, unknown>) => void
  requestsPerMinuteMax?: number
  /** Sees every route as it is registered; for the access test. */
  onRoute?: (route: RouteOptions) => void
}

const REQUESTS_PER_MINUTE_MAX = 3_000

/** Puts the HTTP server together; it does not listen yet. */
export async function buildServer(parts: ServerParts): Promise<FastifyInstance> {
  const server = fastify({
    bodyLimit: LIMITS.requestBytesMax,
    // Behind a proxy on this machine, the caller's address is what the proxy says.
    trustProxy: parts.site.publicUrl === undefined ? false : 'loopback',
    exposeHeadRoutes: false,
    forceCloseConnections: 'idle',
    routerOptions: { maxParamLength: 200 },
  })
  if (parts.onRoute !== undefined) server.addHook('onRoute', parts.onRoute)
  // Streams would hold the server open for ever.
  server.addHook('preClose', () => parts.context.hub.close())
  await guard(server, parts)
  answerErrors(server, parts)
  const { context, signIn, handlers, metrics } = parts
  const gate = { door: context.door, now: context.now, signIn }
  addHealthRoutes(server, { door: context.door, metrics })
  if (parts.isForWatchersOnly === true) return server
  const onSignedOut = () =>
    context.hub.recheck().catch((error: Error) => {
      // The next heart-beat looks again; whoever signed out is signed out.
      parts.log({ level: 'warn', at: 'stream', error: error.message })
    })
  await server.register((scope) => addAuthRoutes(scope, { signIn, now: context.now, onSignedOut }))
  await server.register((scope) => addApiRoutes(scope, { gate, context, handlers }))
  addLinkRoutes(server, { context, log: parts.log })
  const { webFolder } = parts
  const hasPage = webFolder !== undefined && (await addWebFiles(server, webFolder))
  server.setNotFoundHandler((request, reply) => {
    if (hasPage && asksForPage(request)) return sendPage(reply)
    throw noSuchPath()
  })
  return server
}

/** What stands before every route: the name asked for, limits, headers, counts. */
async function guard(server: FastifyInstance, parts: ServerParts): Promise<void> {
  server.decorateRequest('caller', null)
  server.decorateRequest('language', 'en')
  server.addHook('onRequest', async (request, reply) => {
    request.language = languageOf(request.headers['accept-language'])
    if (request.url.startsWith('/api/')) reply.header('cache-control', 'no-store')
    if (!answersTo(parts.site, request.headers.host)) {
      throw foreignHost(request.headers.host ?? '')
    }
  })
  server.addHook('onResponse', async (request, reply) => {
    const route = request.routeOptions.config.routeName ?? 'web'
    // How long somebody watched is no time of an answer.
    if (route === 'getStream' && reply.statusCode === 200) return
    parts.metrics.observe(route, request.method, reply.statusCode, reply.elapsedTime / 1000)
  })
  await server.register(helmet, securityHeaders(parts.site))
  await server.register(rateLimit, {
    max: parts.requestsPerMinuteMax ?? REQUESTS_PER_MINUTE_MAX,
    timeWindow: 60_000,
    // Who has hung up already has no address any more; nobody reads the answer either.
    keyGenerator: ({ ip }: { ip: string | undefined }) => ip ?? 'gone',
    errorResponseBuilder: tooManyRequests,
    addHeadersOnExceeding: noHeaders,
    addHeaders: { ...noHeaders, 'retry-after': true },
  })
}

const noHeaders = {
  'x-ratelimit-limit': false,
  'x-ratelimit-remaining': false,
  'x-ratelimit-reset': false,
}

function securityHeaders(site: Site) {
  return {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        'default-src': ["'self'"],
        'script-src': ["'self'"],
        'style-src': ["'self'"],
        'img-src': ["'self'", 'data:'],
        'connect-src': ["'self'"],
        'font-src': ["'self'"],
        'object-src': ["'none'"],
        'base-uri': ["'none'"],
        'frame-ancestors': ["'none'"],
        'form-action': ["'self'"],
      },
    },
    referrerPolicy: { policy: 'no-referrer' as const },
    frameguard: { action: 'deny' as const },
    hsts: site.publicUrl?.startsWith('https:') === true,
  }
}

/** Everything thrown ends here: refusals as problems, the rest as faults whose words stay in the log. */
function answerErrors(server: FastifyInstance, parts: ServerParts): void {
  server.setErrorHandler<FastifyError>((thrown, request, reply) => {
    const refusal = refusalOf(thrown)
    const error = refusal ?? faultOf(logFault(thrown, request, parts.log))
    const problem = problemOf(error, request.language)
    if (problem.status === 429 && !reply.hasHeader('retry-after')) reply.header('retry-after', 1)
    if (problem.status === 401) reply.header('www-authenticate', 'Bearer realm="enishi"')
    return reply
      .code(problem.status)
      .type('application/problem+json; charset=utf-8')
      .send(JSON.stringify(problem))
  })
}

function logFault(thrown: Error, request: FastifyRequest, log: ServerParts['log']): string {
  const errorId = randomUUID()
  const route = request.routeOptions.config.routeName ?? 'web'
  log({ level: 'error', errorId, route, method: request.method, error: thrown.stack })
  return errorId
}

/** What is an expected refusal; undefined for a fault of ours. */
function refusalOf(thrown: FastifyError): EnishiError | undefined {
  if (thrown instanceof EnishiError) return thrown.code === 'fault' ? undefined : thrown
  const code = thrown.code ?? ''
  if (code === 'FST_ERR_CTP_BODY_TOO_LARGE') return bodyTooLarge(LIMITS.requestBytesMax)
  if (code === 'FST_ERR_CTP_INVALID_MEDIA_TYPE') return wrongMediaType()
  if (code === QUERY_CANCELED) return tooSlow()
  if (isLostConnection(thrown)) return databaseUnreachable(thrown)
  if (thrown.statusCode !== undefined && thrown.statusCode < 500) return notJson(thrown.message)
  return undefined
}

const QUERY_CANCELED = '57014'

/** PostgreSQL is shutting down, starting or gone (class 57P and 08), or the socket broke. */
function isLostConnection(thrown: Error & { code?: string; syscall?: string }): boolean {
  const { code = '', message, syscall } = thrown
  if (/^(57P0[123]|08...)$/.test(code) || /^Connection terminated/.test(message)) return true
  return syscall === 'connect' || code === 'ECONNRESET'
}

function tooSlow(): EnishiError {
  return new EnishiError('too-busy', {
    en: 'This takes too long at the moment. Narrow it down, or try again later.',
    ja: '処理に時間がかかりすぎています。条件を絞るか、しばらくしてからお試しください。',
  })
}
