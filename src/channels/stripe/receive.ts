import { type JsonObject, knownFields, type ReadRecord } from '#listen/index.ts'
import type {
  IncomingActivity,
  IncomingClaim,
  IncomingHandle,
  IncomingOutcome,
  IncomingProfile,
  IncomingRefund,
} from '#vocabulary/index.ts'
import { mailAddress, mailHandle } from '../file/list-handles.ts'
import { claimOf, claimsOfFields, clickClaim, entriesOf } from '../hooks/said-claims.ts'
import {
  objectOf,
  objectsOf,
  RefusedRecord,
  requiredObject,
  requiredText,
  textOf,
} from '../json-fields.ts'
import { lineFormat } from '../line-format.ts'
import { stripeMoney } from './stripe-money.ts'

/**
 * Events of Stripe (https://docs.stripe.com/api/events), one a line: what customers did. One purchase
 * is told by several events; they meet under the ids of payment, invoice and session.
 */
export const stripeFormat = lineFormat('stripe', readStripeEvent)

const PLATFORM = 'stripe'

type Reader = (object: JsonObject, event: StripeEvent) => ReadRecord

interface StripeEvent {
  id: string
  /** When Stripe says that it happened. */
  at: Date | undefined
}

const READERS: Readonly<Record<string, Reader>> = {
  'checkout.session.completed': readSession,
  'checkout.session.async_payment_succeeded': readSession,
  'invoice.paid': readInvoice,
  'invoice.payment_succeeded': readInvoice,
  'payment_intent.succeeded': readPayment,
  'charge.refunded': readRefunded,
  'refund.created': readRefund,
  'charge.refund.updated': readRefund,
  'refund.updated': readRefund,
  'customer.created': readNewCustomer,
  'customer.updated': (customer) => ({ arrival: profileOf(buyerOf(customer, customer.id, '')) }),
  'customer.subscription.deleted': readChurn,
}

/** Types of events that mean something here; what else Stripe sends is passed over. */
export const STRIPE_EVENTS: readonly string[] = Object.keys(READERS)

const TELLS_ONE_REFUND = new Set(['refund.created', 'refund.updated', 'charge.refund.updated'])

/** Why an event of a type that we know tells nothing; undefined where it does. */
export function whyNothing(event: JsonObject): string | undefined {
  const object = objectOf(objectOf(event.data)?.object) ?? {}
  if (event.type === 'checkout.session.completed' && object.payment_status === 'unpaid') {
    return 'not-paid-yet'
  }
  if (String(event.type).startsWith('checkout.session.') && object.mode === 'setup')
    return 'no-purchase'
  if (event.type === 'payment_intent.succeeded' && isOfInvoice(object)) return 'told-by-invoice'
  // Money that is still on its way back, or stays: what has arrived is told as such.
  if (TELLS_ONE_REFUND.has(String(event.type)) && object.status !== 'succeeded')
    return 'not-paid-back'
  // A trial that begins: what comes of it is told when it is paid.
  const isFree = object.amount_paid === 0 || object.amount_total === 0
  return isFree ? 'nothing-paid' : undefined
}

/** What one event says. Throws RefusedRecord. */
function readStripeEvent(event: JsonObject): ReadRecord {
  const type = requiredText(event.type, 'type')
  const read = Object.hasOwn(READERS, type) ? READERS[type] : undefined
  const why = read === undefined ? type : whyNothing(event)
  if (read === undefined || why !== undefined) {
    throw new RefusedRecord({ reason: 'not-an-activity', field: 'type', detail: why ?? type })
  }
  const object = requiredObject(requiredObject(event.data, 'data').object, 'data.object')
  return read(object, { id: requiredText(event.id, 'id'), at: secondsAt(event.created) })
}

function readSession(session: JsonObject, event: StripeEvent): ReadRecord {
  const details = objectOf(session.customer_details)
  const contact = { ...session, ...details, email: details?.email ?? session.customer_email }
  const keys = [idOf(session.payment_intent), idOf(session.invoice), idOf(session.id)]
  const claims = [
    ...clickClaim(session.client_reference_id),
    ...claimsOfFields(entriesOf(objectOf(session.metadata))),
    ...claimsOfFields(answersOf(session)),
    ...couponsOf(session.discounts),
  ]
  const money = stripeMoney(session.amount_total, session.currency)
  const outcome = { type: 'purchase' as const, ...money, claims }
  return purchaseOf(
    buyerOf(contact, session.customer, keys.find(isKnown) ?? ''),
    keys,
    outcome,
    event,
  )
}

/** What the buyer answered in the shop's own fields of the checkout. */
function answersOf(session: JsonObject): [string, unknown][] {
  return objectsOf(session.custom_fields).map((field) => {
    const answer = objectOf(field.text) ?? objectOf(field.dropdown) ?? objectOf(field.numeric)
    return [textOf(field.key) ?? '', answer?.value]
  })
}

function couponsOf(discounts: unknown): IncomingClaim[] {
  return objectsOf(discounts).flatMap((discount) => {
    const promotion = discount.promotion_code
    // Stripe sends the code itself only where the account asks for it; else its id.
    const code = objectOf(promotion)?.code ?? promotion ?? objectOf(discount.coupon)?.name
    return claimOf('coupon', code) ?? []
  })
}

function readInvoice(invoice: JsonObject, event: StripeEvent): ReadRecord {
  // Since the API version of March 2025 an invoice names its payments in a list, where it is expanded.
  const [payment] = objectsOf(objectOf(invoice.payments)?.data).map((one) => objectOf(one.payment))
  const keys = [
    ...[idOf(invoice.payment_intent) ?? idOf(payment?.payment_intent), idOf(invoice.id)],
    idOf(invoice.charge) ?? idOf(payment?.charge),
  ]
  const [line] = objectsOf(objectOf(invoice.lines)?.data)
  const subscription =
    objectOf(objectOf(invoice.parent)?.subscription_details) ??
    objectOf(invoice.subscription_details)
  const buyer = buyerOf(
    { email: invoice.customer_email, name: invoice.customer_name },
    invoice.customer,
    idOf(invoice.id) ?? '',
  )
  const outcome: IncomingOutcome = knownFields({
    type: invoice.billing_reason === 'subscription_cycle' ? 'renewal' : 'purchase',
    ...stripeMoney(invoice.amount_paid, invoice.currency),
    about: textOf(line?.description),
    claims: [
      ...claimsOfFields(entriesOf(objectOf(invoice.metadata))),
      ...claimsOfFields(entriesOf(objectOf(subscription?.metadata))),
      ...couponsOf(invoice.discounts),
      ...couponsOf(invoice.discount),
    ],
  })
  return purchaseOf(buyer, keys, outcome, event)
}

/** Payments of invoices are told by the invoice, which knows whether it is a renewal. */
function isOfInvoice(payment: JsonObject): boolean {
  const reference = textOf(objectOf(payment.payment_details)?.order_reference)
  if (idOf(payment.invoice) !== undefined || reference?.startsWith('in_')) return true
  return /^Subscription (?:creation|update)$/.test(textOf(payment.description) ?? '')
}

function readPayment(payment: JsonObject, event: StripeEvent): ReadRecord {
  const keys = [idOf(payment.id), idOf(payment.latest_charge)]
  const buyer = buyerOf({ email: payment.receipt_email }, payment.customer, keys[0] ?? '')
  const claims = claimsOfFields(entriesOf(objectOf(payment.metadata)))
  const money = stripeMoney(payment.amount_received ?? payment.amount, payment.currency)
  const outcome = knownFields<IncomingOutcome>({
    type: 'purchase',
    ...money,
    about: textOf(payment.description),
    claims,
  })
  return purchaseOf(buyer, keys, outcome, event)
}

/** All that was paid back of a charge until now. */
function readRefunded(charge: JsonObject, event: StripeEvent): ReadRecord {
  const keys = [idOf(charge.payment_intent), idOf(charge.invoice), idOf(charge.id)].filter(isKnown)
  const money = stripeMoney(charge.amount_refunded, charge.currency)
  if (money === undefined)
    throw new RefusedRecord({ reason: 'bad-field', field: 'amount_refunded' })
  const externalKey = requiredText(charge.id, 'data.object.id')
  return refundOf({ purchaseKeys: keys, externalKey, ...money, refundedAt: event.at })
}

/** One refund by itself; the charge tells their sum. */
function readRefund(refund: JsonObject, event: StripeEvent): ReadRecord {
  const charge = idOf(refund.charge)
  const money = stripeMoney(refund.amount, refund.currency)
  if (money === undefined) throw new RefusedRecord({ reason: 'bad-field', field: 'amount' })
  return refundOf({
    purchaseKeys: [idOf(refund.payment_intent), charge].filter(isKnown),
    externalKey: requiredText(refund.id, 'data.object.id'),
    sumKey: charge,
    ...money,
    refundedAt: secondsAt(refund.created) ?? event.at,
  })
}

type SaidRefund = Pick<
  IncomingRefund,
  'purchaseKeys' | 'externalKey' | 'valueMinor' | 'currency'
> & {
  sumKey?: string | undefined
  refundedAt: Date | undefined
}

function refundOf(said: SaidRefund): ReadRecord {
  return { arrival: knownFields<IncomingRefund>({ kind: 'refund', platform: PLATFORM, ...said }) }
}

function readNewCustomer(customer: JsonObject, event: StripeEvent): ReadRecord {
  const buyer = buyerOf(customer, customer.id, '')
  const claims = claimsOfFields(entriesOf(objectOf(customer.metadata)))
  return told(buyer, `sign-up:${buyer.handle.externalId}`, { type: 'sign-up', claims }, event.at)
}

function readChurn(subscription: JsonObject, event: StripeEvent): ReadRecord {
  const id = requiredText(subscription.id, 'data.object.id')
  const [item] = objectsOf(objectOf(subscription.items)?.data)
  const about = textOf(objectOf(item?.price)?.nickname) ?? textOf(objectOf(item?.plan)?.nickname)
  const outcome = knownFields<IncomingOutcome>({ type: 'churn', about })
  const endedAt = secondsAt(subscription.ended_at) ?? event.at
  return told(buyerOf({}, subscription.customer, id), `churn:${id}`, outcome, endedAt)
}

/** Who bought: the customer where Stripe knows one, else the mail address, else nobody we can name. */
interface Buyer {
  handle: IncomingHandle
  mail: IncomingHandle | undefined
  name: string | undefined
}

function buyerOf(contact: JsonObject, customer: unknown, guestOf: string): Buyer {
  const customerId = idOf(customer)
  const address = mailAddress(textOf(contact.email) ?? '')
  const mail = address === null ? undefined : mailHandle(address)
  const name = textOf(contact.name)
  if (customerId !== undefined)
    return { handle: { platform: PLATFORM, externalId: customerId }, mail, name }
  if (mail !== undefined) return { handle: mail, mail: undefined, name }
  if (guestOf === '') throw new RefusedRecord({ reason: 'missing-field', field: 'customer' })
  return { handle: { platform: PLATFORM, externalId: `guest:${guestOf}` }, mail, name }
}

function profileOf({ handle, mail, name }: Buyer): IncomingProfile {
  return knownFields<IncomingProfile>({
    kind: 'profile',
    handle,
    person: name === undefined ? undefined : { displayName: name },
    alsoHandles: mail === undefined ? undefined : [mail],
  })
}

function purchaseOf(
  buyer: Buyer,
  keys: readonly (string | undefined)[],
  outcome: IncomingOutcome,
  event: StripeEvent,
): ReadRecord {
  const [key, ...others] = keys.filter(isKnown)
  if (key === undefined)
    throw new RefusedRecord({ reason: 'missing-field', field: 'data.object.id' })
  if (outcome.valueMinor === undefined)
    throw new RefusedRecord({ reason: 'bad-field', field: 'amount' })
  return told(buyer, key, outcome, event.at, others)
}

function told(
  buyer: Buyer,
  externalKey: string,
  outcome: IncomingOutcome,
  publishedAt: Date | undefined,
  alsoKnownAs?: string[],
): ReadRecord {
  const arrival = knownFields<IncomingActivity>({
    kind: 'activity',
    operation: 'create',
    type: 'Outcome',
    platform: PLATFORM,
    externalKey,
    alsoKnownAs,
    actor: buyer.handle,
    publishedAt,
    outcome,
  })
  return { arrival, context: [profileOf(buyer)] }
}

/** The id of what is named by it or embedded with it. */
function idOf(value: unknown): string | undefined {
  return textOf(objectOf(value)?.id) ?? textOf(value)
}

function isKnown(key: string | undefined): key is string {
  return key !== undefined
}

function secondsAt(value: unknown): Date | undefined {
  return typeof value === 'number' ? new Date(value * 1000) : undefined
}
