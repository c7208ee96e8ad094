import { createHmac } from 'node:crypto'
import type { LightMyRequestResponse } from 'fastify'
import type { TestServer } from './server.ts'
import { newId } from './workspace.ts'

export const SIGNING = 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw'

/** Adds a channel that is told, and answers its id and the address that is called. */
export async function addHook(
  web: TestServer,
  cookie: string,
  kind: string,
  secret: string | undefined = SIGNING,
): Promise<{ id: string; path: string }> {
  const payload = { kind, name: `${kind} ${newId()}`, settings: {}, secret }
  const url = '/api/v1/channels'
  const answer = await web.ask({ method: 'POST', url, headers: { cookie }, payload })
  if (answer.statusCode !== 201) throw new Error(answer.body)
  const { id, hook } = answer.json<{ id: string; hook: { path: string } }>()
  return { id, path: hook.path }
}

/** Calls as a sender does: no cookie, no origin, the body as its bytes are. */
export function callHook(
  web: TestServer,
  path: string,
  body: string | Buffer,
  headers: Record<string, string>,
): Promise<LightMyRequestResponse> {
  return web.server.inject({
    ...{ method: 'POST', url: path, payload: body },
    headers: { host: '127.0.0.1:3000', 'content-type': 'application/json', ...headers },
  })
}

export function stripeHeaders(body: string, at = Date.now(), secret = SIGNING) {
  const t = Math.floor(at / 1000)
  const v1 = createHmac('sha256', secret).update(`${t}.${body}`).digest('hex')
  return { 'stripe-signature': `t=${t},v1=${v1}` }
}

export function shopifyHeaders(body: string, topic: string, eventId: string) {
  const hmac = createHmac('sha256', SIGNING).update(body).digest('base64')
  return {
    ...{ 'x-shopify-hmac-sha256': hmac, 'x-shopify-topic': topic, 'x-shopify-event-id': eventId },
  }
}

/** As the guide shows it to whoever signs in a system of their own. */
export function standardHeaders(body: string, id: string = newId()) {
  return standardHeadersWith(SIGNING, body, id)
}

export function standardHeadersWith(secret: string, body: string, id: string = newId()) {
  const timestamp = String(Math.floor(Date.now() / 1000))
  const key = Buffer.from(secret.slice('whsec_'.length), 'base64')
  const sum = createHmac('sha256', key).update(`${id}.${timestamp}.${body}`).digest('base64')
  return { 'webhook-id': id, 'webhook-timestamp': timestamp, 'webhook-signature': `v1,${sum}` }
}
