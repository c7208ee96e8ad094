import { createHmac } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { shopifyKind } from './live.ts'
import { shopifyFormat } from './receive.ts'

const now = new Date('2026-01-01T00:00:00Z')

function read(topic: string, data: object) {
  const context = { arrivedAt: now, scope: 'x', timeZone: 'UTC' }
  return shopifyFormat.read({ line: 1, payload: JSON.stringify({ topic, data }) }, context)
}

/** Written after https://shopify.dev/docs/api/admin-rest/latest/resources/order. */
const ORDER = {
  ...{ id: 820982911946154500, email: 'Jon@example.com', total_price: '403.00', currency: 'USD' },
  ...{ created_at: '2021-12-31T19:00:00-05:00', processed_at: null, test: false },
  customer: { id: 115310627314723950, first_name: 'John', last_name: 'Smith' },
  line_items: [{ title: 'IPod Nano' }, { title: 'Cable' }],
  discount_codes: [{ code: 'WELCOME', amount: '10.00', type: 'fixed_amount' }],
  note_attributes: [
    { name: 'How did you hear about us?', value: '友人から' },
    { name: 'colour', value: 'red' },
  ],
  landing_site: `/products/ipod?enishi_click=ck_${'b'.repeat(22)}&utm_source=x`,
}

describe('webhooks of Shopify', () => {
  it('tell orders with amounts as they are written, never by way of floating point', () => {
    const order = { ...ORDER, id: 820982911946154, customer: { ...ORDER.customer, id: 1 } }
    expect(read('orders/paid', order)).toMatchObject({
      arrival: {
        ...{ platform: 'shopify', externalKey: 'order:820982911946154' },
        publishedAt: new Date('2022-01-01T00:00:00Z'),
        outcome: {
          ...{ type: 'purchase', valueMinor: 40_300, currency: 'USD', about: 'IPod Nano +1' },
          claims: [
            { class: 'coupon', text: 'WELCOME' },
            { class: 'said', text: '友人から' },
            { class: 'click', text: `ck_${'b'.repeat(22)}` },
          ],
        },
      },
      context: [
        {
          handle: { platform: 'shopify', externalId: '1' },
          person: { displayName: 'John Smith' },
          alsoHandles: [{ platform: 'mail', externalId: 'jon@example.com' }],
        },
      ],
    })
  })

  it.each([
    ['0.29', 'USD', 29],
    ['1.005', 'KWD', 1005],
    ['1200.00', 'JPY', 1200],
    ['90071992547409.91', 'USD', 9_007_199_254_740_991],
  ])('%s %s', (total_price, currency, valueMinor) => {
    const order = { ...ORDER, id: 1, customer: null, total_price, currency }
    expect(read('orders/paid', order)).toMatchObject({ arrival: { outcome: { valueMinor } } })
  })

  it('refuse ids and amounts that are not exact', () => {
    expect(read('orders/paid', ORDER)).toMatchObject({
      refusal: { reason: 'bad-field', field: 'data.id' },
    })
    for (const total_price of [4.5, '4.555', 'x', null]) {
      const order = { ...ORDER, id: 1, customer: null, total_price }
      expect(read('orders/paid', order)).toMatchObject({ refusal: { field: 'data.total_price' } })
    }
  })

  it('name Japanese people family first', () => {
    const customer = { id: 7, first_name: '花子', last_name: '山田', email: 'h@example.jp' }
    expect(read('customers/create', customer)).toMatchObject({
      arrival: { outcome: { type: 'sign-up' }, externalKey: 'sign-up:7' },
      context: [{ person: { displayName: '山田 花子' } }],
    })
  })

  it('sum what went back in a refund', () => {
    const transactions = [
      { kind: 'refund', status: 'success', amount: '1.10', currency: 'USD' },
      { kind: 'refund', status: 'success', amount: '2.20', currency: 'USD' },
      { kind: 'refund', status: 'failure', amount: '9.00', currency: 'USD' },
      { kind: 'sale', status: 'success', amount: '9.00', currency: 'USD' },
    ]
    expect(read('refunds/create', { id: 5, order_id: 3, transactions })).toEqual({
      arrival: {
        ...{ kind: 'refund', platform: 'shopify', purchaseKeys: ['order:3'] },
        ...{ externalKey: 'refund:5', valueMinor: 330, currency: 'USD' },
      },
    })
  })
})

describe('X-Shopify-Hmac-SHA256', () => {
  const body = Buffer.from('{ "id" : 1,\n "name":"株式会社ﾃｽﾄ é 😀" }\n')
  function receive(sent: Buffer, hmac: string, topic = 'orders/paid') {
    const headers = {
      ...{ 'x-shopify-hmac-sha256': hmac, 'x-shopify-topic': topic, 'x-shopify-event-id': 'e' },
    }
    const call = { body: sent, settings: {}, secret: 'hush', channelId: 'c', now }
    return shopifyKind.receive({ ...call, headers })
  }
  const hmac = createHmac('sha256', 'hush').update(body).digest('base64')

  it('is over the bytes as they came', () => {
    expect(receive(body, hmac)).toMatchObject({ kind: 'heard', eventKey: 'orders/paid e' })
    const written = Buffer.from(JSON.stringify(JSON.parse(body.toString())))
    expect(receive(written, hmac)).toMatchObject({ kind: 'refused', code: 'bad-signature' })
    for (const wrong of ['', hmac.slice(1), hmac.toLowerCase(), 'AAAA']) {
      expect(receive(body, wrong)).toMatchObject({ kind: 'refused', code: 'bad-signature' })
    }
  })

  it('of an event under two topics is two events', () => {
    expect(receive(body, hmac, 'customers/create')).toMatchObject({
      eventKey: 'customers/create e',
    })
    expect(receive(body, hmac, 'carts/update')).toEqual({ kind: 'ignored', why: 'other-event' })
  })
})
