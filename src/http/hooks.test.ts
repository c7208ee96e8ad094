import fc from 'fast-check'
import { sql } from 'kysely'
import { beforeAll, describe, expect, it } from 'vitest'
import { addHook, callHook, shopifyHeaders, standardHeaders, stripeHeaders } from '#test/hooks.ts'
import { type Cast, makeCast, startServer, type TestServer } from '#test/server.ts'
import { newId } from '#test/workspace.ts'
import { LIMITS } from '#vocabulary/index.ts'

let web: TestServer
let cast: Cast
let cookie: string

beforeAll(async () => {
  web = await startServer()
  cast = await makeCast()
  cookie = await web.signIn(cast.email.owner)
})

const NOW_S = Math.floor(Date.now() / 1000) - 1_000

interface Told {
  type: string
  platform: string
  handle: string
  value: number | null
  gross: number | null
  about: string | null
}

/** What stands in the log of a channel's outcomes, in an order that is the same each time. */
async function outcomesOf(channelId: string): Promise<Told[]> {
  const { rows } = await web.door.inWorkspace(cast.workspaceId, (tx) =>
    sql<Told>`
      select o.type, a.platform, h.external_id as handle, o.value_minor as value,
        o.gross_minor as gross, o.about
      from outcome o join activity a on a.id = o.activity_id join handle h on h.id = a.handle_id
      where a.channel_id = ${channelId} order by 1, 3, 4`.execute(tx),
  )
  return rows
}

function stripeEvent(type: string, object: object, at = 0): string {
  return JSON.stringify({
    ...{ id: `evt_${newId()}`, type, created: NOW_S + at, livemode: true, data: { object } },
  })
}

/** One of several refunds of a charge. */
function refundOf(charge: { id: string; payment_intent: unknown }, nth: number, amount: number) {
  return {
    ...{ id: `re_${charge.id}_${nth}`, charge: charge.id, payment_intent: charge.payment_intent },
    ...{ amount, currency: 'usd', status: 'succeeded', created: NOW_S + nth },
  }
}

async function tellStripe(path: string, body: string) {
  const answer = await callHook(web, path, body, stripeHeaders(body))
  expect(answer.statusCode, answer.body).toBe(200)
  return answer.json<{ heard: string; why?: string }>()
}

describe('a channel that is told', () => {
  it('keeps its secret to itself', async () => {
    const { id, path } = await addHook(web, cookie, 'stripe', 'whsec_very_secret')
    expect(path).toBe(`/api/v1/hooks/${id}`)
    const shown = await web.ask({ url: `/api/v1/channels/${id}`, headers: { cookie } })
    expect(shown.json()).toMatchObject({
      hook: { hasSecret: true },
      settings: { takesTests: false },
    })
    const { rows } = await web.door.inWorkspace(cast.workspaceId, (tx) =>
      sql<{ sealed: Buffer; settings: string }>`select s.sealed, c.settings from channel_secret s
        join channel c on c.id = s.channel_id where c.id = ${id}`.execute(tx),
    )
    expect(rows).toHaveLength(1)
    expect(
      `${shown.body} ${rows[0]?.settings} ${rows[0]?.sealed.toString('latin1')}`,
    ).not.toContain('very_secret')
  })

  it('believes nobody without the secret, says why on its page, and is well again', async () => {
    const { id, path } = await addHook(web, cookie, 'stripe')
    const body = stripeEvent('customer.created', { id: 'cus_forged', email: 'f@example.com' })
    const forged = [
      {},
      stripeHeaders(body, Date.now(), 'whsec_other'),
      stripeHeaders(`${body} `),
      stripeHeaders(body, Date.now() - 301_000),
    ]
    for (const headers of forged) {
      const answer = await callHook(web, path, body, headers)
      expect(answer.statusCode).toBe(401)
      expect(answer.json()).toMatchObject({ code: 'bad-signature' })
      expect(answer.body).not.toMatch(/secret|old|minutes/i)
    }
    expect(await outcomesOf(id)).toEqual([])
    const shown = await web.ask({ url: `/api/v1/channels/${id}`, headers: { cookie } })
    expect(shown.json()).toMatchObject({
      health: { condition: 'retrying' },
      problem: { code: expect.stringMatching(/bad-signature|too-old/) },
      problems: [{ code: 'too-old' }, { code: 'bad-signature' }],
    })
    expect(await tellStripe(path, body)).toEqual({ heard: 'recorded' })
    const well = await web.ask({ url: `/api/v1/channels/${id}`, headers: { cookie } })
    expect(well.json()).toMatchObject({
      health: { condition: 'listening', taken: 1 },
      problem: null,
    })
  })

  it('takes at most so much, also without a length', async () => {
    const { path } = await addHook(web, cookie, 'webhook')
    const body = 'x'.repeat(LIMITS.hookBytesMax + 1)
    const answer = await callHook(web, path, body, standardHeaders(body))
    expect(answer.statusCode).toBe(413)
  })

  it('that is paused, removed, of another kind or not there takes nothing', async () => {
    const { id, path } = await addHook(web, cookie, 'stripe')
    const body = stripeEvent('customer.created', { id: 'cus_1' })
    const status = async (url: string) =>
      (await callHook(web, url, body, stripeHeaders(body))).statusCode
    const url = `/api/v1/channels/${id}`
    await web.ask({ method: 'PATCH', url, headers: { cookie }, payload: { state: 'paused' } })
    expect(await status(path)).toBe(503)
    await web.ask({ method: 'DELETE', url, headers: { cookie } })
    expect(await status(path)).toBe(404)
    expect(await status(`/api/v1/hooks/${newId()}`)).toBe(404)
  })

  it('without a secret believes nobody', async () => {
    const payload = { kind: 'webhook', name: newId(), settings: {} }
    const url = '/api/v1/channels'
    const made = await web.ask({ method: 'POST', url, headers: { cookie }, payload })
    const { hook } = made.json<{ hook: { path: string; hasSecret: boolean } }>()
    expect(hook.hasSecret).toBe(false)
    const body = '{}'
    expect((await callHook(web, hook.path, body, standardHeaders(body))).statusCode).toBe(401)
  })

  it('refuses a secret that is none, and secrets of kinds without', async () => {
    const url = '/api/v1/channels'
    const post = (payload: object) => web.ask({ method: 'POST', url, headers: { cookie }, payload })
    const weak = await post({ kind: 'webhook', name: newId(), settings: {}, secret: 'password' })
    expect(weak.json()).toMatchObject({ code: 'bad-input', field: 'secret' })
    const settings = { address: 'https://example.com/feed' }
    const feed = await post({ kind: 'feed', name: newId(), settings, secret: 'x' })
    expect(feed.json()).toMatchObject({ code: 'bad-input', field: 'secret' })
  })
})

describe('Stripe', () => {
  it('told twice is heard once, by its id and by its ids', async () => {
    const { id, path } = await addHook(web, cookie, 'stripe')
    const object = { id: `cus_${newId()}`, email: `${newId()}@example.com`, name: 'A B' }
    const body = stripeEvent('customer.created', object)
    expect(await tellStripe(path, body)).toEqual({ heard: 'recorded' })
    expect(await tellStripe(path, body)).toEqual({ heard: 'duplicate' })
    await tellStripe(path, stripeEvent('customer.created', object))
    expect(await outcomesOf(id)).toHaveLength(1)
  })

  it('ends as the same in whatever order events come, however often', {
    timeout: 120_000,
  }, async () => {
    const { id, path } = await addHook(web, cookie, 'stripe')
    await fc.assert(
      fc.asyncProperty(
        fc.shuffledSubarray([0, 1, 2, 3, 4, 5, 6, 7, 8], { minLength: 9 }),
        fc.array(fc.nat({ max: 8 }), { maxLength: 4 }),
        async (order, again) => {
          const tag = newId()
          const [pi, cs, invoice, customer] = ['pi', 'cs', 'in', 'cus'].map(
            (one) => `${one}_${tag}`,
          )
          const charge = { id: `ch_${tag}`, payment_intent: pi, currency: 'usd', customer }
          const renewal = { id: `ch2_${tag}`, invoice, currency: 'jpy', customer }
          const events = [
            stripeEvent('payment_intent.succeeded', {
              ...{ id: pi, amount_received: 1000, currency: 'usd', customer },
            }),
            stripeEvent('checkout.session.completed', {
              ...{ id: cs, payment_intent: pi, payment_status: 'paid', amount_total: 1000 },
              ...{ currency: 'usd', customer, metadata: { coupon: 'HELLO' } },
            }),
            stripeEvent('charge.refunded', { ...charge, amount_refunded: 100 }, 1),
            stripeEvent('charge.refunded', { ...charge, amount_refunded: 250 }, 2),
            stripeEvent('invoice.paid', {
              ...{ id: invoice, amount_paid: 500, currency: 'jpy', customer },
              ...{
                billing_reason: 'subscription_cycle',
                lines: { data: [{ description: 'Pro' }] },
              },
            }),
            stripeEvent('charge.refunded', { ...renewal, amount_refunded: 500 }, 3),
            stripeEvent('customer.subscription.deleted', { id: `sub_${tag}`, customer }, 4),
            // Told one by one as well: no more than their sum.
            stripeEvent('refund.created', refundOf(charge, 1, 100)),
            stripeEvent('refund.created', refundOf(charge, 2, 150)),
          ]
          for (const at of [...order, ...again]) await tellStripe(path, events[at] ?? '')
          const told = (await outcomesOf(id)).filter(({ handle }) => handle === customer)
          const of = { platform: 'stripe', handle: customer }
          expect(told).toEqual([
            { ...of, type: 'churn', value: null, gross: null, about: null },
            { ...of, type: 'purchase', value: 750, gross: 1000, about: null },
            { ...of, type: 'renewal', value: 0, gross: 500, about: 'Pro' },
          ])
        },
      ),
      { numRuns: 12 },
    )
  })

  it('counts refunds one by one or by their sum, whichever is more, and none below zero', async () => {
    const { id, path } = await addHook(web, cookie, 'stripe')
    const tag = newId()
    const [pi, customer] = [`pi_${tag}`, `cus_${tag}`]
    const charge = { id: `ch_${tag}`, payment_intent: pi, currency: 'usd', customer }
    const value = async () => (await outcomesOf(id)).map((one) => [one.value, one.gross])
    // The first before the payment, and one that is still on its way.
    await tellStripe(path, stripeEvent('refund.created', refundOf(charge, 1, 300)))
    const pending = { ...refundOf(charge, 2, 200), status: 'pending' }
    await tellStripe(path, stripeEvent('refund.created', pending))
    const payment = { id: pi, amount_received: 1000, currency: 'usd', customer }
    await tellStripe(path, stripeEvent('payment_intent.succeeded', payment))
    expect(await value()).toEqual([[700, 1000]])
    const arrived = { ...pending, status: 'succeeded' }
    await tellStripe(path, stripeEvent('refund.updated', arrived))
    expect(await value()).toEqual([[500, 1000]])
    const { rows } = await web.door.inWorkspace(cast.workspaceId, (tx) =>
      sql<{ id: string }>`select o.activity_id as id from outcome o
        join activity a on a.id = o.activity_id where a.channel_id = ${id}`.execute(tx),
    )
    const listed = async () => {
      const url = `/api/v1/activities/${rows[0]?.id}`
      return (await web.ask({ method: 'GET', url, headers: { cookie } })).json()
    }
    const refundedAt = new Date((NOW_S + 2) * 1000).toISOString()
    expect(await listed()).toMatchObject({
      outcome: { value: '5.00', refunded: '5.00', refundedAt },
    })
    const { rows: told } = await web.door.asSystem((tx) =>
      sql`select 1 from event where name = 'outcome.refunded'
        and subject_id = ${rows[0]?.id}`.execute(tx),
    )
    expect(told).toHaveLength(1)
    await tellStripe(path, stripeEvent('charge.refunded', { ...charge, amount_refunded: 1200 }))
    expect(await value()).toEqual([[0, 1000]])
  })

  it('told by two calls at once loses neither', { timeout: 60_000 }, async () => {
    const { id, path } = await addHook(web, cookie, 'stripe')
    for (let i = 0; i < 25; i++) {
      const tag = newId()
      const pi = `pi_${tag}`
      const customer = `cus_${tag}`
      const payment = { id: pi, amount_received: 1000, currency: 'usd', customer }
      const charge = { id: `ch_${tag}`, payment_intent: pi, currency: 'usd', amount_refunded: 400 }
      const paid = stripeEvent('payment_intent.succeeded', payment)
      const back = stripeEvent('charge.refunded', charge)
      await Promise.all([paid, back, paid, back].map((body) => tellStripe(path, body)))
    }
    const told = await outcomesOf(id)
    expect(told).toHaveLength(25)
    expect(new Set(told.map(({ value, gross }) => `${value} ${gross}`))).toEqual(
      new Set(['600 1000']),
    )
  })

  it('joins the customer and the mail address to one person', async () => {
    const { path } = await addHook(web, cookie, 'stripe')
    const email = `${newId()}@example.com`
    const customer = `cus_${newId()}`
    await tellStripe(
      path,
      stripeEvent('customer.created', { id: customer, email, name: '山田 花子' }),
    )
    const { rows } = await web.door.inWorkspace(cast.workspaceId, (tx) =>
      sql<{ person: string; name: string }>`
        select hp.person_id as person, p.display_name as name from handle h
        join handle_person hp on hp.handle_id = h.id join person p on p.id = hp.person_id
        where h.external_id in (${email}, ${customer})`.execute(tx),
    )
    expect(rows).toHaveLength(2)
    expect(new Set(rows.map(({ person }) => person)).size).toBe(1)
    expect(rows[0]?.name).toBe('山田 花子')
  })

  it('well signed and unreadable is answered well, and told on the page', async () => {
    const { id, path } = await addHook(web, cookie, 'stripe')
    const body = stripeEvent('customer.created', { id: 7 })
    const answer = await tellStripe(path, body)
    expect(answer).toEqual({ heard: 'recorded', refused: 1 })
    const shown = await web.ask({ url: `/api/v1/channels/${id}`, headers: { cookie } })
    expect(shown.json()).toMatchObject({ problems: [{ code: 'refused-record' }] })
    const noJson = 'x'
    expect((await callHook(web, path, noJson, stripeHeaders(noJson))).statusCode).toBe(400)
  })
})

describe('Shopify', () => {
  const order = (id: number, total_price: string) => ({
    ...{ id, total_price, currency: 'USD', email: `${id}@example.com`, test: false },
    created_at: '2026-01-02T03:04:05Z',
  })

  it('tells refunds one by one, before or after the order', async () => {
    const { id: channelId, path } = await addHook(web, cookie, 'shopify')
    const tell = async (topic: string, data: object) => {
      const body = JSON.stringify(data)
      const answer = await callHook(web, path, body, shopifyHeaders(body, topic, newId()))
      expect(answer.statusCode, answer.body).toBe(200)
    }
    const refund = (id: number, order_id: number, amount: string) => {
      const transactions = [{ kind: 'refund', status: 'success', amount, currency: 'USD' }]
      return { id, order_id, transactions }
    }
    await tell('refunds/create', refund(1, 101, '1.00'))
    await tell('orders/paid', order(101, '10.00'))
    await tell('refunds/create', refund(2, 101, '2.50'))
    await tell('refunds/create', refund(2, 101, '2.50'))
    await tell('orders/cancelled', { ...order(102, '5.00'), cancelled_at: '2026-01-03T00:00:00Z' })
    await tell('orders/paid', order(102, '5.00'))
    await tell('orders/paid', order(103, '7.00'))
    await tell('orders/cancelled', { ...order(103, '7.00'), cancelled_at: '2026-01-03T00:00:00Z' })
    expect((await outcomesOf(channelId)).map(({ value, gross }) => [value, gross])).toEqual([
      [650, 1000],
    ])
  })
})

describe('a system of one’s own', () => {
  const said = (more: object) => ({
    ...{ type: 'purchase', at: '2026-01-02T03:04:05Z', value: 12_000, currency: 'JPY' },
    ...more,
  })

  async function tell(path: string, outcome: object, id?: string) {
    const body = `${JSON.stringify(outcome, null, 3)}\n`
    return callHook(web, path, body, standardHeaders(body, id))
  }

  it('tells one outcome or many, with all that is known of where it came from', async () => {
    const { id, path } = await addHook(web, cookie, 'webhook')
    const friend = `${newId()}@example.com`
    await tell(path, said({ id: 'f', person: { email: friend, name: 'Friend' } }))
    const code = `w${newId().slice(-8)}`
    const answer = await tell(path, {
      outcomes: [
        said({
          ...{
            id: 1,
            person: { email: `${newId()}@example.com`, id: 7, phone: '+81 90-1234-5678' },
          },
          ...{ code, referredBy: { email: friend }, heardFrom: 'ラジオで聞いた' },
        }),
        said({ id: 2, person: { phone: '090-1234-5678' } }),
      ],
    })
    expect(answer.json()).toEqual({ heard: 'recorded', refused: 1 })
    expect(await outcomesOf(id)).toHaveLength(2)
    const listed = await web.ask({ url: '/api/v1/outcomes?type=purchase', headers: { cookie } })
    const { items } = listed.json<{ items: { evidence: { text: string }[] }[] }>()
    const found = items.find(({ evidence }) => evidence.some(({ text }) => text === code))
    expect(found?.evidence).toMatchObject([
      { class: 'coupon', text: code, code: null },
      { class: 'referral', text: friend, person: { name: 'Friend' } },
      { class: 'said', text: 'ラジオで聞いた' },
    ])
  })

  it('takes what names nobody, as nobody’s', async () => {
    const { id, path } = await addHook(web, cookie, 'webhook')
    const answer = await tell(path, {
      outcomes: [said({ id: 1 }), said({ id: 2, person: {} }), said({ id: 3, person: null })],
    })
    expect(answer.json()).toEqual({ heard: 'recorded' })
    expect(await outcomesOf(id)).toHaveLength(3)
  })

  it('is heard once by webhook-id and by its own ids; takes back what never was', async () => {
    const { id, path } = await addHook(web, cookie, 'webhook')
    const person = { handle: { platform: 'x', name: '@somebody' } }
    expect((await tell(path, said({ id: 'a', person }), 'm1')).json()).toEqual({
      heard: 'recorded',
    })
    expect((await tell(path, said({ id: 'b', person }), 'm1')).json()).toEqual({
      heard: 'duplicate',
    })
    await tell(path, said({ id: 'a', person }), 'm2')
    await tell(path, { type: 'refund', id: 'r', of: 'a', value: '2000', currency: 'JPY' })
    expect(await outcomesOf(id)).toMatchObject([{ value: 10_000, gross: 12_000 }])
    await tell(path, { type: 'cancelled', of: 'a' })
    expect(await outcomesOf(id)).toEqual([])
  })
})
