import type { LiveKind } from '#listen/index.ts'
import { blueskyKind } from './bluesky/live.ts'
import { feedKind } from './feed/live.ts'
import { shopifyKind } from './shopify/live.ts'
import { stripeKind } from './stripe/live.ts'
import { webhookKind } from './webhook/live.ts'

/** Every kind of place that can be listened to as people speak: one line a kind. */
export const LIVE_KINDS: readonly LiveKind[] = [
  feedKind,
  blueskyKind,
  stripeKind,
  shopifyKind,
  webhookKind,
]
