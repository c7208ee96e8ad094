import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { EnishiError, LIMITS } from '#vocabulary/index.ts'
import { Attempts } from './attempts.ts'
import { takeJsonOnly } from './json-body.ts'
import { isFromForeignPage, isFromOurPage } from './origin.ts'
import { foreignOrigin, tooManyAttempts } from './refusals.ts'
import { CALLER_ADDRESS_HEADER, type SignIn } from './sign-in.ts'
import { validate } from './validate.ts'

const MINUTE_MS = 60_000
const BODY_BYTES_MAX = 16 * 1024

const credentials = z.object({
  email: z.string().max(320),
  password: z.string().max(1000),
  rememberMe: z.boolean().optional(),
})
const passwords = z.object({
  currentPassword: z.string().max(1000),
  newPassword: z.string().max(1000),
})

interface Limits {
  byAddress: Attempts
  byEmail: Attempts
}

/**
 * The four endpoints of better-auth that are needed, under /api/auth; all others stay shut. Failed
 * passwords are limited to 5 in 5 minutes from an address and 10 in 15 minutes for an e-mail.
 */
export async function addAuthRoutes(
  server: FastifyInstance,
  parts: { signIn: SignIn; now: () => Date; onSignedOut: () => Promise<void> },
): Promise<void> {
  const limits = {
    byAddress: new Attempts({ failuresMax: 5, windowMs: 5 * MINUTE_MS }, parts.now),
    byEmail: new Attempts({ failuresMax: 10, windowMs: 15 * MINUTE_MS }, parts.now),
  }
  const { signIn } = parts
  const options = { bodyLimit: BODY_BYTES_MAX, config: { routeName: 'auth' as const } }
  takeJsonOnly(server)
  server.addHook('onRequest', refuseForeignPages)
  server.get('/api/auth/get-session', options, async (request, reply) =>
    pass(reply, await ask(signIn, request)),
  )
  server.post('/api/auth/sign-out', options, async (request, reply) => {
    const response = await ask(signIn, request, {})
    await parts.onSignedOut()
    return pass(reply, response)
  })
  server.post('/api/auth/sign-in/email', options, async (request, reply) => {
    const body = validate(credentials, request.body)
    const attempt = () => ask(signIn, request, body)
    return pass(
      reply,
      await limited(limits, request, reply, body.email.trim().toLowerCase(), attempt),
    )
  })
  server.post('/api/auth/change-password', options, async (request, reply) => {
    const body = validate(passwords, request.body)
    // Whatever the page asks: a changed password ends every other session.
    const attempt = () => ask(signIn, request, { ...body, revokeOtherSessions: true })
    const session = await signIn.api.getSession({ headers: headersOf(request) })
    const email = session?.user.email ?? ''
    const response = await limited(limits, request, reply, email, attempt)
    await parts.onSignedOut()
    return pass(reply, response)
  })
}

async function refuseForeignPages(request: FastifyRequest): Promise<void> {
  if (request.method === 'GET') return
  if (isFromForeignPage(request)) throw foreignOrigin()
  if (request.headers.cookie !== undefined && !isFromOurPage(request)) throw foreignOrigin()
}

/** Makes an attempt at a password, unless too many failed before; only failures count. */
async function limited(
  limits: Limits,
  request: FastifyRequest,
  reply: FastifyReply,
  email: string,
  attempt: () => Promise<Response>,
): Promise<Response> {
  // Refused attempts from one address don't count against the e-mail: that would lock its owner out.
  const waitMs = limits.byAddress.begin(request.ip) || limits.byEmail.begin(email)
  if (waitMs > 0) {
    reply.header('retry-after', Math.ceil(waitMs / 1000))
    throw tooManyAttempts(Math.ceil(waitMs / MINUTE_MS))
  }
  const response = await attempt()
  if (response.ok) {
    limits.byAddress.takeBack(request.ip)
    limits.byEmail.takeBack(email)
  }
  return response
}

function ask(signIn: SignIn, request: FastifyRequest, body?: object): Promise<Response> {
  const headers = headersOf(request)
  const url = `http://${request.headers.host}${request.url}`
  if (body === undefined) return signIn.handler(new Request(url, { headers }))
  headers.set('content-type', 'application/json')
  const init = { method: 'POST', headers, body: JSON.stringify(body) }
  return signIn.handler(new Request(url, init))
}

/** Only these headers reach better-auth; the caller's address is ours to say. */
function headersOf(request: FastifyRequest): Headers {
  const headers = new Headers({ [CALLER_ADDRESS_HEADER]: request.ip })
  for (const name of ['cookie', 'origin', 'user-agent'] as const) {
    const value = request.headers[name]
    if (value !== undefined) headers.set(name, value)
  }
  return headers
}

/** Hands better-auth's answer on; a refusal becomes a problem like any other. */
async function pass(reply: FastifyReply, response: Response): Promise<FastifyReply> {
  for (const cookie of response.headers.getSetCookie()) reply.header('set-cookie', cookie)
  const text = await response.text()
  if (!response.ok) throw refusalOf(response.status, text)
  return reply.type('application/json; charset=utf-8').send(withoutTokens(text))
}

/** The session's token belongs into the cookie, where no script reads it. */
function withoutTokens(json: string): string {
  const drop = (key: string, value: unknown) => (key === 'token' ? undefined : value)
  return JSON.stringify(JSON.parse(json, drop))
}

/** Better-auth's refusals that people meet, in our words. */
const REFUSALS: Record<string, () => EnishiError> = {
  INVALID_EMAIL_OR_PASSWORD: () =>
    new EnishiError('not-signed-in', {
      en: 'E-mail address or password is wrong.',
      ja: 'メールアドレスまたはパスワードが違います。',
    }),
  INVALID_EMAIL: () =>
    badField('email', 'This is not an e-mail address.', 'メールアドレスの形式ではありません。'),
  INVALID_PASSWORD: () =>
    badField('currentPassword', 'The current password is wrong.', '現在のパスワードが違います。'),
  PASSWORD_TOO_SHORT: () =>
    badField(
      'newPassword',
      `The password needs at least ${LIMITS.passwordCharsMin} characters.`,
      `パスワードは${LIMITS.passwordCharsMin}文字以上にしてください。`,
    ),
  PASSWORD_TOO_LONG: () =>
    badField(
      'newPassword',
      `The password may have at most ${LIMITS.passwordCharsMax} characters.`,
      `パスワードは${LIMITS.passwordCharsMax}文字以下にしてください。`,
    ),
  UNAUTHORIZED: () =>
    new EnishiError('not-signed-in', { en: 'Sign in first.', ja: '先にサインインしてください。' }),
}

function refusalOf(status: number, text: string): EnishiError {
  const { code } = readCode(text)
  const known = code === undefined ? undefined : REFUSALS[code]
  if (known !== undefined) return known()
  const words = { en: `Refused: ${code}`, ja: `拒否されました: ${code}` }
  if (status === 403) return foreignOrigin()
  return new EnishiError(status < 500 ? 'bad-input' : 'fault', words)
}

function readCode(text: string): { code?: string } {
  return text.startsWith('{') ? (JSON.parse(text) as { code?: string }) : {}
}

function badField(field: string, en: string, ja: string): EnishiError {
  return new EnishiError('bad-input', { en, ja }, { field })
}
