import { z } from 'zod'
import { LIMITS } from '#vocabulary/index.ts'
import { anybody, route } from './route.ts'
import * as shapes from './shapes.ts'

const header = z.string().max(2_000).optional()

export const postHook = route({
  method: 'POST',
  path: '/hooks/{channel}',
  summary:
    'Tell an outcome, signed as the kind of the channel asks; for Stripe, Shopify, own systems',
  access: anybody,
  params: z.object({ channel: shapes.id }),
  headers: z.object({
    'stripe-signature': header,
    'x-shopify-hmac-sha256': header,
    'x-shopify-topic': header,
    'x-shopify-event-id': header,
    'x-shopify-webhook-id': header,
    'webhook-id': header,
    'webhook-timestamp': header,
    'webhook-signature': header,
  }),
  body: 'bytes',
  bytesMax: LIMITS.hookBytesMax,
  answer: z.object({
    /** `recorded`: it is in the log; `duplicate`: it was; `ignored`: it says nothing for us. */
    heard: z.enum(['recorded', 'duplicate', 'ignored']),
    /** Why it was ignored. */
    why: z.string().optional(),
    /** How many outcomes could not be read; the channel page says why. */
    refused: z.number().int().optional(),
  }),
  status: 200,
})
