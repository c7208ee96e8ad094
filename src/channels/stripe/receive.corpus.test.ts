import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { checkArrival } from '#listen/index.ts'
import { stripeFormat } from './receive.ts'

const FILE = '../shared/data/channels/stripe/fixtures3.json'
const isThere = existsSync(FILE)
if (!isThere) console.info(`skipped: ${FILE} is not there`)

const arrivedAt = new Date('2026-01-01T00:00:00Z')

/** Objects as Stripe's own mock server answers them, put into events. */
describe.skipIf(!isThere)('objects of Stripe', () => {
  const { resources } = isThere
    ? (JSON.parse(readFileSync(FILE, 'utf8')) as { resources: Record<string, object> })
    : { resources: {} }

  function read(type: string, object: object | undefined) {
    const event = { id: 'evt_1', type, created: 1_700_000_000, data: { object } }
    const context = { arrivedAt, scope: 'x', timeZone: 'UTC' }
    return stripeFormat.read({ line: 1, payload: JSON.stringify(event) }, context)
  }

  it.each([
    ['customer.created', 'customer', 'sign-up', {}],
    ['customer.subscription.deleted', 'subscription', 'churn', {}],
    ['invoice.paid', 'invoice', 'purchase', { amount_paid: 1000 }],
    ['payment_intent.succeeded', 'payment_intent', 'purchase', { amount_received: 1099 }],
    [
      'checkout.session.completed',
      'checkout.session',
      'purchase',
      { payment_status: 'paid', amount_total: 1099, currency: 'usd' },
    ],
  ])('%s', (type, resource, outcome, changed) => {
    const answer = read(type, { ...resources[resource], ...changed })
    expect(answer).toMatchObject({ arrival: { outcome: { type: outcome } } })
    if ('arrival' in answer)
      expect(checkArrival(answer.arrival, arrivedAt)).toHaveProperty('arrival')
  })

  it('charge.refunded', () => {
    const answer = read('charge.refunded', { ...resources.charge, amount_refunded: 40 })
    expect(answer).toMatchObject({ arrival: { kind: 'refund', valueMinor: 40, currency: 'USD' } })
  })

  it('any object in any event is read or refused, and never throws', () => {
    const types = ['checkout.session.completed', 'invoice.paid', 'payment_intent.succeeded']
    let read_ = 0
    for (const type of [...types, 'charge.refunded', 'customer.created', 'customer.updated']) {
      for (const object of Object.values(resources)) {
        expect(Object.keys(read(type, object))[0]).toMatch(/^(arrival|refusal)$/)
        read_ += 1
      }
    }
    expect(read_).toBeGreaterThan(500)
  })
})
