import { oneOf, withoutEmpty, wordsOf } from '../../filters.ts'
import type { DeliveryState } from './delivery-words.ts'
import type { WebhookState } from './words.ts'

export const STATES: WebhookState[] = ['on', 'paused', 'gone', 'failing']
export const DELIVERY_STATES: DeliveryState[] = ['waiting', 'delivered', 'failed', 'erased']

/** Reads what Webhooks is searched and filtered for out of the URL. */
export function readWebhooksSearch(search: Record<string, unknown>) {
  return withoutEmpty({ q: wordsOf(search.q, 200), state: oneOf(STATES, search.state) })
}

/** Reads which deliveries of a webhook are looked at. */
export function readDeliveriesSearch(search: Record<string, unknown>) {
  return withoutEmpty({
    q: wordsOf(search.q, 200),
    state: oneOf(DELIVERY_STATES, search.state),
    kind: wordsOf(search.kind, 100),
  })
}
