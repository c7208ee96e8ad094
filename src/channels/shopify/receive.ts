import { type JsonObject, knownFields, type ReadRecord } from '#listen/index.ts'
import {
  type IncomingActivity,
  type IncomingClaim,
  type IncomingDeletion,
  type IncomingHandle,
  type IncomingOutcome,
  type IncomingProfile,
  type IncomingRefund,
  minorOfDecimal,
} from '#vocabulary/index.ts'
import { mailAddress, mailHandle } from '../file/list-handles.ts'
import { claimOf, claimsOfFields, claimsOfUrl } from '../hooks/said-claims.ts'
import {
  dateAt,
  excerptOf,
  objectOf,
  objectsOf,
  RefusedRecord,
  requiredObject,
  requiredText,
  textOf,
} from '../json-fields.ts'
import { lineFormat } from '../line-format.ts'

/**
 * Webhooks of Shopify (https://shopify.dev/docs/api/webhooks), one a line, with the topic that Shopify
 * sends as a header: `{"topic": "orders/paid", "data": {…}}`.
 */
export const shopifyFormat = lineFormat('shopify', readShopifyEvent)

const PLATFORM = 'shopify'

const READERS: Readonly<Record<string, (data: JsonObject) => ReadRecord>> = {
  'orders/paid': readOrder,
  'orders/cancelled': readCancelled,
  'refunds/create': readRefund,
  'customers/create': readNewCustomer,
}

export const SHOPIFY_TOPICS: readonly string[] = Object.keys(READERS)

/** What one event says. Throws RefusedRecord. */
function readShopifyEvent(event: JsonObject): ReadRecord {
  const topic = requiredText(event.topic, 'topic')
  const read = Object.hasOwn(READERS, topic) ? READERS[topic] : undefined
  if (read !== undefined) return read(requiredObject(event.data, 'data'))
  throw new RefusedRecord({ reason: 'not-an-activity', field: 'topic', detail: topic })
}

function readOrder(order: JsonObject): ReadRecord {
  const id = numberOf(order.id, 'data.id')
  const [item, ...more] = objectsOf(order.line_items)
  const title = textOf(item?.title)
  const outcome = knownFields<IncomingOutcome>({
    type: 'purchase',
    ...moneyOf(order.total_price, order.currency, 'data.total_price'),
    about: title === undefined || more.length === 0 ? title : `${title} +${more.length}`,
    claims: claimsOfOrder(order),
  })
  const paidAt =
    dateAt(order.processed_at, 'data.processed_at') ?? dateAt(order.created_at, 'data.created_at')
  return told(buyerOf(order, id), orderKey(id), outcome, paidAt)
}

function claimsOfOrder(order: JsonObject): IncomingClaim[] {
  const notes = objectsOf(order.note_attributes)
  return [
    ...objectsOf(order.discount_codes).flatMap(({ code }) => claimOf('coupon', code) ?? []),
    ...claimsOfFields(notes.map(({ name, value }) => [textOf(name) ?? '', value] as const)),
    ...claimsOfUrl(order.landing_site),
  ]
}

function readCancelled(order: JsonObject): ReadRecord {
  const externalKey = orderKey(numberOf(order.id, 'data.id'))
  const deletedAt = dateAt(order.cancelled_at, 'data.cancelled_at')
  return {
    arrival: knownFields<IncomingDeletion>({
      kind: 'deletion',
      platform: PLATFORM,
      externalKey,
      deletedAt,
    }),
  }
}

/** What was paid back in this refund: its transactions that went through. */
function readRefund(refund: JsonObject): ReadRecord {
  const paidBack = objectsOf(refund.transactions).filter(
    ({ kind, status }) => kind === 'refund' && (status === 'success' || status === undefined),
  )
  const amounts = paidBack.map((one) =>
    moneyOf(one.amount, one.currency, 'data.transactions.amount'),
  )
  const [first] = amounts
  if (first === undefined) {
    throw new RefusedRecord({ reason: 'missing-field', field: 'data.transactions' })
  }
  const valueMinor = amounts.reduce((sum, one) => sum + one.valueMinor, 0)
  return {
    arrival: knownFields<IncomingRefund>({
      kind: 'refund',
      platform: PLATFORM,
      purchaseKeys: [orderKey(numberOf(refund.order_id, 'data.order_id'))],
      externalKey: `refund:${numberOf(refund.id, 'data.id')}`,
      valueMinor,
      currency: first.currency,
      refundedAt:
        dateAt(refund.processed_at, 'data.processed_at') ??
        dateAt(refund.created_at, 'data.created_at'),
    }),
  }
}

function readNewCustomer(customer: JsonObject): ReadRecord {
  const id = numberOf(customer.id, 'data.id')
  const buyer = buyerOf({ customer }, id)
  const createdAt = dateAt(customer.created_at, 'data.created_at')
  return told(buyer, `sign-up:${id}`, { type: 'sign-up' }, createdAt)
}

interface Buyer {
  handle: IncomingHandle
  mail: IncomingHandle | undefined
  name: string | undefined
}

function buyerOf(order: JsonObject, guestOf: string): Buyer {
  const customer = objectOf(order.customer)
  const [email] = [order.email, order.contact_email, customer?.email].flatMap(
    (one) => textOf(one) ?? [],
  )
  const address = mailAddress(email ?? '')
  const mail = address === null ? undefined : mailHandle(address)
  const name = nameOf(customer)
  if (customer?.id !== undefined && customer.id !== null) {
    const externalId = numberOf(customer.id, 'data.customer.id')
    return { handle: { platform: PLATFORM, externalId }, mail, name }
  }
  if (mail !== undefined) return { handle: mail, mail: undefined, name }
  return { handle: { platform: PLATFORM, externalId: `guest:${guestOf}` }, mail, name }
}

/** Shopify has no order of names of its own: Japanese ones are written family first. */
function nameOf(customer: JsonObject | undefined): string | undefined {
  const [first, last] = [textOf(customer?.first_name), textOf(customer?.last_name)]
  const isJapanese = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}]/u.test(`${first}${last}`)
  const parts = isJapanese ? [last, first] : [first, last]
  return textOf(parts.filter((part) => part !== undefined).join(' '))
}

function told(
  buyer: Buyer,
  externalKey: string,
  outcome: IncomingOutcome,
  publishedAt: Date | undefined,
): ReadRecord {
  const { handle, mail, name } = buyer
  const profile = knownFields<IncomingProfile>({
    kind: 'profile',
    handle,
    person: name === undefined ? undefined : { displayName: name },
    alsoHandles: mail === undefined ? undefined : [mail],
  })
  const arrival = knownFields<IncomingActivity>({
    ...{ kind: 'activity', operation: 'create', type: 'Outcome', platform: PLATFORM },
    ...{ externalKey, actor: handle, publishedAt, outcome },
  })
  return { arrival, context: [profile] }
}

function orderKey(id: string): string {
  return `order:${id}`
}

/** Ids are numbers; beyond 2^53 they would not be exact. */
function numberOf(value: unknown, field: string): string {
  if (typeof value === 'number' && Number.isSafeInteger(value)) return String(value)
  if (typeof value === 'string' && /^\d{1,20}$/.test(value)) return value
  throw new RefusedRecord({ reason: value === undefined ? 'missing-field' : 'bad-field', field })
}

function moneyOf(
  amount: unknown,
  currency: unknown,
  field: string,
): { valueMinor: number; currency: string } {
  const code = textOf(currency)?.toUpperCase() ?? ''
  const valueMinor = typeof amount === 'string' ? minorOfDecimal(amount, code) : undefined
  if (valueMinor !== undefined) return { valueMinor, currency: code }
  throw new RefusedRecord({ reason: 'bad-field', field, detail: excerptOf(amount) })
}
