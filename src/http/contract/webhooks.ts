import { z } from 'zod'
import {
  DELIVERY_FAILURES,
  DELIVERY_STATES,
  LIMITS,
  WEBHOOK_KIND_NAMES,
  WEBHOOK_STATES,
} from '#vocabulary/index.ts'
import { mayManage, mayRead, mayWrite, route } from './route.ts'
import * as shapes from './shapes.ts'

const webhookKind = z.enum(WEBHOOK_KIND_NAMES)

const webhook = z.object({
  id: shapes.id,
  name: z.string(),
  /** In full for managers; for others only the server, as the rest may hold a secret. */
  address: z.string(),
  kinds: z.array(webhookKind),
  /** `gone`: it answered 410. `failing`: nothing got through for three days. Both until it is turned on. */
  state: z.enum(WEBHOOK_STATES),
  stateAt: shapes.time,
  /** Until then deliveries carry the signature of the secret before as well. */
  oldSecretUntil: shapes.time.nullable(),
  deliveredAt: shapes.time.nullable(),
  /** Since when no attempt has succeeded. */
  failingSince: shapes.time.nullable(),
  createdAt: shapes.time,
  /** It is being told what changed while it was off. */
  isToldMissed: z.boolean(),
  /** Deliveries of the last thirty days. */
  waiting: z.number().int(),
  delivered: z.number().int(),
  failed: z.number().int(),
})

/** Shown this once. */
const withSecret = webhook.extend({ secret: z.string() })

export const listWebhookKinds = route({
  method: 'GET',
  path: '/webhook-kinds',
  summary: 'The changes that a webhook can be told of, with what each says',
  access: mayRead,
  answer: z.object({
    items: z.array(z.object({ kind: webhookKind, en: z.string(), ja: z.string() })),
  }),
  status: 200,
})

export const listWebhooks = route({
  method: 'GET',
  path: '/webhooks',
  summary: 'Addresses that are told of changes, newest first',
  access: mayRead,
  query: z.object({
    ...shapes.page,
    q: z.string().max(LIMITS.searchQueryCharsMax).optional(),
    state: z.enum(WEBHOOK_STATES).optional(),
  }),
  answer: shapes.listOf(webhook),
  status: 200,
})

const webhookInput = {
  name: z.string().trim().min(1).max(LIMITS.nameCharsMax),
  address: z.string().trim().min(1).max(LIMITS.urlCharsMax),
  kinds: z.array(webhookKind).min(1),
}

export const postWebhook = route({
  method: 'POST',
  path: '/webhooks',
  summary: 'Tell an address of changes from now on; answers the signing secret, this once',
  access: mayManage,
  body: z.object(webhookInput),
  answer: withSecret,
  status: 201,
})

export const getWebhook = route({
  method: 'GET',
  path: '/webhooks/{id}',
  summary: 'One webhook with how its deliveries went, and what it missed while it is off',
  access: mayRead,
  params: shapes.byId,
  answer: webhook.extend({
    /** Changes of its kinds since it was switched off that can still be told; null while it is on. */
    missed: z.object({ changes: z.number().int(), isMore: z.boolean() }).nullable(),
  }),
  status: 200,
})

export const patchWebhook = route({
  method: 'PATCH',
  path: '/webhooks/{id}',
  summary:
    'Change a webhook; `on` sends what still waits, `tellMissed` with it what changed meanwhile',
  access: mayManage,
  params: shapes.byId,
  body: z
    .object({ ...webhookInput, state: z.enum(['on', 'paused']), tellMissed: z.boolean() })
    .partial(),
  answer: webhook,
  status: 200,
})

export const deleteWebhook = route({
  method: 'DELETE',
  path: '/webhooks/{id}',
  summary: 'Remove a webhook with its deliveries',
  access: mayManage,
  params: shapes.byId,
  answer: 'none',
  status: 204,
})

export const postWebhookSecret = route({
  method: 'POST',
  path: '/webhooks/{id}/secret',
  summary: 'Make another secret, shown this once; the old one signs as well for a day',
  access: mayManage,
  params: shapes.byId,
  answer: withSecret,
  status: 201,
})

const delivery = z.object({
  /** The header `webhook-id`: the same however often it is sent. */
  id: shapes.id,
  /** In the order of the changes, from 1 for each webhook. */
  sequence: z.number().int(),
  kind: z.string(),
  subjectId: shapes.id.nullable(),
  occurredAt: shapes.time,
  madeAt: shapes.time,
  state: z.enum(DELIVERY_STATES),
  attempts: z.number().int(),
  /** When it is tried next. */
  dueAt: shapes.time.nullable(),
  attemptedAt: shapes.time.nullable(),
  tookMs: z.number().int().nullable(),
  /** What was answered last; null where nothing was. */
  status: z.number().int().nullable(),
  failure: z.enum(DELIVERY_FAILURES).nullable(),
  /** Its body is gone because somebody in it was erased. */
  isErased: z.boolean(),
})

export const listWebhookDeliveries = route({
  method: 'GET',
  path: '/webhooks/{id}/deliveries',
  summary: 'What a webhook was told in the last thirty days, newest first',
  access: mayRead,
  params: shapes.byId,
  query: z.object({
    ...shapes.page,
    /** In the kind; or the whole id of a delivery or of what it is about, a number, an answer code. */
    q: z.string().max(LIMITS.searchQueryCharsMax).optional(),
    state: z.enum(DELIVERY_STATES).optional(),
    kind: z.string().max(100).optional(),
  }),
  answer: shapes.listOf(delivery),
  status: 200,
})

const byDelivery = z.object({ id: shapes.id, delivery: shapes.id })

export const getWebhookDelivery = route({
  method: 'GET',
  path: '/webhooks/{id}/deliveries/{delivery}',
  summary: 'One delivery with the body that is sent',
  access: mayRead,
  params: byDelivery,
  answer: delivery.extend({ body: z.string().nullable() }),
  status: 200,
})

export const postWebhookTest = route({
  method: 'POST',
  path: '/webhooks/{id}/tests',
  summary: 'Send a test, also to a webhook that is off',
  access: mayWrite,
  params: shapes.byId,
  answer: delivery,
  status: 202,
})

export const postRedelivery = route({
  method: 'POST',
  path: '/webhooks/{id}/deliveries/{delivery}/redeliveries',
  summary: 'Send a delivery again, with the same id and body',
  access: mayWrite,
  params: byDelivery,
  answer: delivery,
  status: 202,
})

export const postRedeliveries = route({
  method: 'POST',
  path: '/webhooks/{id}/redeliveries',
  summary: 'Send all that failed again, and what waits at once',
  access: mayWrite,
  params: shapes.byId,
  answer: z.object({ deliveries: z.number().int() }),
  status: 202,
})
