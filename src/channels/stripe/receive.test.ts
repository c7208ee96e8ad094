import { createHmac } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import type { PushCall } from '#listen/index.ts'
import { stripeKind } from './live.ts'
import { stripeFormat } from './receive.ts'
import { stripeMoney } from './stripe-money.ts'

const AT = 1_760_000_000
const context = { arrivedAt: new Date(AT * 1000), scope: 'x', timeZone: 'UTC' }

function read(type: string, object: object) {
  const event = { id: 'evt_1', type, created: AT, livemode: true, data: { object } }
  return stripeFormat.read({ line: 1, payload: JSON.stringify(event) }, context)
}

describe('amounts of Stripe', () => {
  it.each([
    [1099, 'usd', 1099, 'USD'],
    [500, 'jpy', 500, 'JPY'],
    [500, 'krw', 500, 'KRW'],
    [5120, 'kwd', 5120, 'KWD'],
    // Two digits at Stripe, none here.
    [50_000, 'isk', 500, 'ISK'],
    [0, 'eur', 0, 'EUR'],
  ])('%d %s', (amount, currency, valueMinor, code) => {
    expect(stripeMoney(amount, currency)).toEqual({ valueMinor, currency: code })
  })

  it('are whole numbers of a currency that exists', () => {
    for (const [amount, currency] of [
      [1.5, 'usd'],
      ['5', 'usd'],
      [1, 'zzz'],
      [1, null],
      [1e20, 'usd'],
    ]) {
      expect(stripeMoney(amount, currency)).toBeUndefined()
    }
  })
})

describe('events of Stripe', () => {
  it('tell a renewal by the reason of the invoice', () => {
    const invoice = {
      ...{ id: 'in_1', amount_paid: 1200, currency: 'jpy', customer: 'cus_1' },
      ...{ customer_email: 'Hanako@Example.com', customer_name: '山田 花子' },
      lines: { data: [{ description: '1 × Pro' }] },
    }
    const told = (billing_reason: string) => read('invoice.paid', { ...invoice, billing_reason })
    expect(told('subscription_cycle')).toMatchObject({
      arrival: {
        ...{ type: 'Outcome', platform: 'stripe', externalKey: 'in_1' },
        actor: { platform: 'stripe', externalId: 'cus_1' },
        outcome: { type: 'renewal', valueMinor: 1200, currency: 'JPY', about: '1 × Pro' },
      },
      context: [
        {
          person: { displayName: '山田 花子' },
          alsoHandles: [{ platform: 'mail', externalId: 'hanako@example.com' }],
        },
      ],
    })
    expect(told('subscription_create')).toMatchObject({
      arrival: { outcome: { type: 'purchase' } },
    })
  })

  it('name the payment of a renewal where an invoice lists it', () => {
    const payment = { type: 'payment_intent', payment_intent: 'pi_9' }
    const invoice = {
      ...{ id: 'in_9', amount_paid: 900, currency: 'usd', customer: 'cus_9' },
      ...{ billing_reason: 'subscription_cycle', payments: { data: [{ payment }] } },
    }
    expect(read('invoice.paid', invoice)).toMatchObject({
      arrival: { externalKey: 'pi_9', alsoKnownAs: ['in_9'], outcome: { type: 'renewal' } },
    })
  })

  it('vouch for no address', () => {
    const customer = { id: 'cus_1', email: 'a@example.com' }
    expect(JSON.stringify(read('customer.created', customer))).not.toContain('verifiedEmail')
  })

  it('carry claims in metadata, answers, coupons and the reference', () => {
    const click = `ck_${'a'.repeat(22)}`
    const session = {
      ...{ id: 'cs_1', payment_intent: 'pi_1', amount_total: 900, currency: 'usd', customer: null },
      ...{ client_reference_id: click, customer_details: { email: 'a@example.com', name: null } },
      metadata: { referred_by: 'friend@example.com', unrelated: 'x' },
      custom_fields: [{ key: 'howdidyouhearaboutus', type: 'text', text: { value: 'ラジオ' } }],
      discounts: [{ coupon: null, promotion_code: { id: 'promo_1', code: 'FALL20' } }],
    }
    expect(read('checkout.session.completed', session)).toMatchObject({
      arrival: {
        externalKey: 'pi_1',
        alsoKnownAs: ['cs_1'],
        actor: { platform: 'mail', externalId: 'a@example.com' },
        outcome: {
          claims: [
            { class: 'click', text: click },
            {
              class: 'referral',
              text: 'friend@example.com',
              by: { platform: 'mail', externalId: 'friend@example.com' },
            },
            { class: 'said', text: 'ラジオ' },
            { class: 'coupon', text: 'FALL20' },
          ],
        },
      },
    })
  })

  it.each([
    [
      'payment_intent.succeeded',
      { id: 'pi_1', invoice: 'in_1', amount_received: 5, currency: 'usd' },
    ],
    ['payment_intent.succeeded', { id: 'pi_1', description: 'Subscription update', amount: 5 }],
    ['checkout.session.completed', { id: 'cs_1', payment_status: 'unpaid' }],
    ['invoice.paid', { id: 'in_1', amount_paid: 0, currency: 'usd' }],
    ['checkout.session.completed', { id: 'cs_1', payment_status: 'paid', amount_total: 0 }],
    ['plan.created', { id: 'plan_1' }],
  ])('of type %s may tell nothing', (type, object) => {
    expect(read(type, object)).toMatchObject({ refusal: { reason: 'not-an-activity' } })
  })
})

describe('the kind stripe', () => {
  function receive(event: object, settings = stripeKind.settle({})) {
    const body = Buffer.from(JSON.stringify(event))
    const v1 = createHmac('sha256', 's').update(`${AT}.`).update(body).digest('hex')
    const call: PushCall = {
      ...{ body, settings, secret: 's', channelId: 'c', now: context.arrivedAt },
      headers: { 'stripe-signature': `t=${AT},v1=${v1}` },
    }
    return stripeKind.receive(call)
  }

  it('passes over test mode unless it is asked for', () => {
    const data = { object: { id: 'cus_1' } }
    const event = { id: 'evt_1', type: 'customer.created', livemode: false, data }
    expect(receive(event)).toEqual({ kind: 'ignored', why: 'test-mode' })
    expect(receive(event, stripeKind.settle({ takesTests: true }))).toMatchObject({
      ...{ kind: 'heard', eventKey: 'evt_1' },
    })
    expect(receive({ ...event, livemode: true })).toMatchObject({ kind: 'heard' })
  })

  it('passes over events of which nothing is known', () => {
    expect(receive({ id: 'evt_1', type: 'toString', livemode: true })).toEqual({
      kind: 'ignored',
      why: 'other-event',
    })
  })
})
