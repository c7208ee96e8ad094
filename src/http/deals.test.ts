import fc from 'fast-check'
import { sql } from 'kysely'
import { beforeAll, describe, expect, it } from 'vitest'
import { hear, testChannel, testListening } from '#test/listening.ts'
import { type SeededPerson, seedPerson } from '#test/seed.ts'
import { type Cast, makeCast, startServer, type TestServer } from '#test/server.ts'
import { newId, type TestWorkspace } from '#test/workspace.ts'
import type { IncomingRefund } from '#vocabulary/index.ts'
import type { ROUTES } from './contract/index.ts'
import type { Answer } from './handler.ts'

type Deal = Answer<(typeof ROUTES)['getDeal']> & { field?: string }
type Pipeline = Answer<(typeof ROUTES)['postPipeline']>
type Sums = Answer<(typeof ROUTES)['getPipelineSums']>
type List<Item> = { items: Item[]; next: string | null }
type Outcome = { outcome: { valueMinor: number | null; currency: string | null; about: string } }

let web: TestServer
let cast: Cast
let workspace: TestWorkspace
let cookie: string
let hanako: SeededPerson

beforeAll(async () => {
  web = await startServer()
  cast = await makeCast()
  cookie = await web.signIn(cast.email.member)
  const { workspaceId: id, slug } = cast
  workspace = { id, slug, door: web.door, run: (work) => web.door.inWorkspace(id, work) }
  hanako = await seedPerson(workspace, '山田 花子')
})

async function ask<Body>(method: 'GET' | 'POST' | 'PATCH' | 'DELETE', path: string, body?: object) {
  const request = { method, url: `/api/v1${path}`, headers: { cookie } }
  const answer = await web.ask(body === undefined ? request : { ...request, payload: body })
  return { status: answer.statusCode, body: (answer.body && answer.json()) as Body }
}

async function make(body: object): Promise<Deal> {
  const answer = await ask<Deal>('POST', '/deals', { name: '名刺管理の更新', ...body })
  expect(answer.status).toBe(201)
  return answer.body
}

async function change(id: string, body: object): Promise<Deal> {
  const answer = await ask<Deal>('PATCH', `/deals/${id}`, body)
  expect(answer.status).toBe(200)
  return answer.body
}

async function outcomesOf({ personId }: SeededPerson): Promise<Outcome['outcome'][]> {
  const { body } = await ask<List<Outcome>>('GET', `/outcomes?person=${personId}`)
  return body.items.map(({ outcome }) => outcome).filter((outcome) => outcome !== null)
}

async function eventsOf(id: string): Promise<string[]> {
  const rows = await workspace.run((tx) =>
    tx.selectFrom('event').select('name').where('subject_id', '=', id).orderBy('id').execute(),
  )
  return rows.map(({ name }) => name)
}

describe('deals over HTTP', () => {
  it('begin in the pipeline that is usual in the workspace’s language', async () => {
    const deal = await make({ people: [{ person: hanako.personId, role: 'decision-maker' }] })
    expect(deal).toMatchObject({
      pipeline: { name: '商談' },
      stage: { name: '引き合い', probability: 10 },
      ...{ state: 'open', probability: 10, valueMinor: null },
      people: [{ name: '山田 花子', role: 'decision-maker', isMain: true }],
      moves: [{ from: null, to: { state: 'open' }, author: { name: 'member' } }],
    })
    const { body } = await ask<List<Pipeline>>('GET', '/pipelines')
    expect(body.items).toHaveLength(1)
    expect(await eventsOf(deal.id)).toEqual(['deal.added'])
  })

  it('are added once by the key that their author gives them', async () => {
    const first = await make({ key: 'sf-001', name: 'once' })
    const again = await make({ key: 'sf-001', name: 'twice' })
    expect(again).toMatchObject({ id: first.id, name: 'once' })
    const both = await Promise.all([make({ key: 'sf-002' }), make({ key: 'sf-002' })])
    expect(both[0].id).toBe(both[1].id)
  })

  it('keep every move with author and time, and the same stage said again is none', async () => {
    const deal = await make({})
    const { body } = await ask<List<Pipeline>>('GET', '/pipelines')
    const third = body.items[0]?.stages[2]?.id ?? ''
    await change(deal.id, { stage: third })
    const moved = await change(deal.id, { stage: third })
    expect(moved.moves).toMatchObject([
      { from: { stage: { name: '引き合い' } }, to: { stage: { name: '提案' } } },
      { from: null },
    ])
    expect(moved.probability).toBe(50)
    const own = await change(deal.id, { ownProbability: 65 })
    expect(own).toMatchObject({ probability: 65, ownProbability: 65 })
    expect(await eventsOf(deal.id)).toEqual([
      ...['deal.added', 'deal.changed', 'deal.moved', 'deal.changed'],
    ])
  })

  it('refuse money without a currency, strangers as owners, and stages of nobody', async () => {
    const refused = async (body: object) =>
      (await ask<Deal>('POST', '/deals', { name: 'x', ...body })).body.field
    expect(await refused({ valueMinor: 1 })).toBe('currency')
    expect(await refused({ valueMinor: 1, currency: 'XQX' })).toBe('currency')
    expect(await refused({ owner: newId() })).toBe('owner')
    expect(await refused({ stage: newId() })).toBe('stage')
    expect(await refused({ pipeline: newId() })).toBe('pipeline')
    expect(await refused({ organisation: newId() })).toBe('organisation')
    expect(await refused({ people: [{ person: newId() }] })).toBe('people')
  })
})

describe('a deal won', () => {
  it('is one purchase of its main person, follows edits, and is taken back when reopened', async () => {
    const buyer = await seedPerson(workspace, '買田 多郎')
    const people = [{ person: buyer.personId }]
    const deal = await make({ name: '展示会パック', people, valueMinor: 500_000, currency: 'JPY' })
    expect(await outcomesOf(buyer)).toEqual([])
    const won = await change(deal.id, { state: 'won' })
    expect(won).toMatchObject({ state: 'won', probability: 100, outcomeNote: 'recorded' })
    const { body: path } = await ask<{ uncredited: object }>(
      'GET',
      `/influence/paths/${won.outcomeId}`,
    )
    const expected = { reason: 'nothing-else-known', outcome: { type: 'purchase' }, touches: [] }
    expect(path.uncredited).toMatchObject(expected)
    await change(deal.id, { state: 'won' })
    const bought = { type: 'purchase', currency: 'JPY', about: '展示会パック' }
    expect(await outcomesOf(buyer)).toMatchObject([{ ...bought, valueMinor: 500_000 }])
    await change(deal.id, { valueMinor: 480_000 })
    expect(await outcomesOf(buyer)).toMatchObject([{ ...bought, valueMinor: 480_000 }])
    await change(deal.id, { state: 'open' })
    expect(await outcomesOf(buyer)).toEqual([])
    await change(deal.id, { state: 'won' })
    expect(await outcomesOf(buyer)).toMatchObject([{ ...bought, valueMinor: 480_000 }])
    expect(await eventsOf(deal.id)).toEqual(
      expect.arrayContaining(['deal.won', 'deal.reopened', 'deal.changed']),
    )
    expect((await ask('DELETE', `/deals/${deal.id}`)).status).toBe(204)
    expect(await outcomesOf(buyer)).toEqual([])
  })

  it('says what was paid back of it, as the log has it', async () => {
    const buyer = await seedPerson(workspace, '返品 太郎')
    const people = [{ person: buyer.personId }]
    const deal = await make({ people, valueMinor: 500_000, currency: 'JPY' })
    expect(deal.outcome).toBeNull()
    const won = await change(deal.id, { state: 'won' })
    expect(won.outcome).toMatchObject({ value: '500000', refunded: null, refundedAt: null })
    const refundedAt = new Date('2026-02-03T00:00:00Z')
    const refund: IncomingRefund = {
      kind: 'refund',
      ...{ platform: 'enishi', purchaseKeys: [`deal:${deal.id}:1`] },
      ...{ externalKey: `refund:${deal.id}`, valueMinor: 120_000, currency: 'JPY', refundedAt },
    }
    const channel = await testChannel(workspace)
    await hear(await testListening(web.door), workspace, channel, [refund])
    const { body } = await ask<Deal>('GET', `/deals/${deal.id}`)
    expect(body.outcome).toMatchObject({
      ...{ value: '380000', refunded: '120000', refundedAt: refundedAt.toISOString() },
    })
    expect(body.value).toBe('500000')
    const open = await change(deal.id, { state: 'open' })
    expect(open).toMatchObject({ outcomeId: null, outcome: null })
  })

  it('goes over to another main person, and stays nobody’s without one', async () => {
    const [one, other] = [await seedPerson(workspace, '一'), await seedPerson(workspace, '二')]
    const deal = await make({ people: [{ person: one.personId }], state: 'won' })
    expect(await outcomesOf(one)).toHaveLength(1)
    const people = [{ person: one.personId }, { person: other.personId, isMain: true }]
    await change(deal.id, { people })
    expect([await outcomesOf(one), await outcomesOf(other)]).toEqual([[], [expect.anything()]])
    const bare = await change(deal.id, { people: [] })
    expect(bare.outcomeNote).toBe('no-person')
    expect(await outcomesOf(other)).toEqual([])
  })

  it('once, though two members win it at the same moment', async () => {
    const buyer = await seedPerson(workspace, '同時')
    const deal = await make({ people: [{ person: buyer.personId }] })
    const both = [change(deal.id, { state: 'won' }), change(deal.id, { state: 'won' })]
    await Promise.all(both)
    expect(await outcomesOf(buyer)).toHaveLength(1)
  })

  it('lost, it has a reason that goes when it is reopened', async () => {
    const deal = await make({})
    const lost = { state: 'lost', lostReason: 'price', lostText: '他社が1割安い' }
    expect(await change(deal.id, lost)).toMatchObject({ ...lost, probability: 0 })
    expect(await change(deal.id, { state: 'open' })).toMatchObject({
      ...{ state: 'open', lostReason: null, lostText: null, closedAt: null, probability: 10 },
    })
  })
})

describe('sums of a pipeline', () => {
  it('equal those of the deals one by one, whatever moves', { timeout: 120_000 }, async () => {
    const { body: pipeline } = await ask<Pipeline>('POST', '/pipelines', {
      name: 'sums',
      stages: [1, 33, 67, 100].map((probability) => ({ name: `${probability}%`, probability })),
    })
    const deals: string[] = []
    for (let i = 0; i < 6; i++) deals.push((await make({ pipeline: pipeline.id })).id)
    const step = fc.record({
      deal: fc.nat(5),
      stage: fc.nat(3),
      state: fc.constantFrom('open', 'won', 'lost'),
      valueMinor: fc.oneof(fc.constant(null), fc.integer({ min: 0, max: 10 ** 15 })),
      currency: fc.constantFrom('JPY', 'USD', 'KWD'),
      ownProbability: fc.option(fc.integer({ min: 0, max: 100 })),
    })
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 6 }), async (steps) => {
        for (const { deal, stage, ...said } of steps) {
          await change(deals[deal] ?? '', { stage: pipeline.stages[stage]?.id, ...said })
        }
        const sums = await ask<Sums>('GET', `/pipelines/${pipeline.id}/sums`)
        const listed = await ask<List<Deal>>('GET', `/deals?pipeline=${pipeline.id}&limit=200`)
        expect(sums.body.items.sort(byPlace)).toEqual(slowSums(listed.body.items).sort(byPlace))
      }),
      { numRuns: 15 },
    )
  })
})

type SumsItem = Sums['items'][number]

function byPlace(a: SumsItem, b: SumsItem): number {
  return `${a.stageId} ${a.state}` < `${b.stageId} ${b.state}` ? -1 : 1
}

/** The slow reference: one deal after the other, in whole numbers. */
function slowSums(deals: readonly Deal[]): SumsItem[] {
  const places = Map.groupBy(deals, ({ stage, state }) =>
    state === 'open' ? `${stage.id} open` : `null ${state}`,
  )
  return [...places.values()].map((own) => {
    const [first] = own as [Deal]
    const valued = own.filter(({ currency }) => currency !== null)
    const currencies = [...Map.groupBy(valued, ({ currency }) => currency ?? '')].sort()
    return {
      stageId: first.state === 'open' ? first.stage.id : null,
      state: first.state,
      deals: own.length,
      byCurrency: currencies.map(([currency, of]) => sumOf(currency, of)),
    }
  })
}

function sumOf(currency: string, deals: readonly Deal[]): SumsItem['byCurrency'][number] {
  const add = (of: (deal: Deal) => bigint) => deals.reduce((sum, deal) => sum + of(deal), 0n)
  const value = add(({ valueMinor }) => BigInt(valueMinor ?? 0))
  const hundredfold = add(({ valueMinor, probability }) => {
    return BigInt(valueMinor ?? 0) * BigInt(probability)
  })
  const weightedMinor = String((hundredfold + 50n) / 100n)
  return { currency, deals: deals.length, valueMinor: String(value), weightedMinor }
}

describe('lists of deals', () => {
  it('come page by page in every order, and none is lost or told twice', async () => {
    const { body: pipeline } = await ask<Pipeline>('POST', '/pipelines', { name: 'pages' })
    for (let i = 0; i < 7; i++) {
      const closesOn = i % 3 === 0 ? null : `2027-0${1 + (i % 2)}-01`
      const value = i % 2 === 0 ? {} : { valueMinor: 100 * (i % 4), currency: 'EUR' }
      await make({ pipeline: pipeline.id, name: `d${i % 4}`, closesOn, ...value })
    }
    for (const sort of ['closes', 'changed', 'value', 'name']) {
      const path = `/deals?pipeline=${pipeline.id}&sort=${sort}`
      const whole = await ask<List<Deal>>('GET', path)
      const paged: Deal[] = []
      for (let next: string | null = ''; next !== null; ) {
        const cursor: string = next === '' ? '' : `&cursor=${next}`
        const page = await ask<List<Deal>>('GET', `${path}&limit=2${cursor}`)
        paged.push(...page.body.items)
        next = page.body.next
      }
      expect(paged.map(({ id }) => id)).toEqual(whole.body.items.map(({ id }) => id))
      expect(new Set(paged.map(({ id }) => id)).size).toBe(7)
    }
    const foreign = await ask<List<Deal>>('GET', `/deals?sort=name&limit=1`)
    const misused = await ask('GET', `/deals?sort=value&cursor=${foreign.body.next}`)
    expect(misused.status).toBe(400)
  })

  it('are found by what they are called, by organisation and by people, whatever the width', async () => {
    const organisation = await ask<{ id: string }>('POST', '/organisations', {
      name: '株式会社ミナミ商店',
    })
    const someone = await seedPerson(workspace, '探田 見つ子')
    const deal = await make({
      ...{ name: 'Ｗｅｂ予約システム', organisation: organisation.body.id },
      people: [{ person: someone.personId }],
    })
    for (const q of ['web予約', 'ﾐﾅﾐ', '探田', 'みなみ 予約']) {
      const found = await ask<List<Deal>>('GET', `/deals?q=${encodeURIComponent(q)}`)
      expect([q, found.body.items.map(({ id }) => id)]).toEqual([q, [deal.id]])
    }
  })
})

describe('pipelines', () => {
  it('change as a whole, and a stage with open deals stays', async () => {
    const { body } = await ask<Pipeline>('POST', '/pipelines', { name: 'change' })
    const [first, second] = body.stages
    const deal = await make({ pipeline: body.id })
    const path = `/pipelines/${body.id}`
    const fewer = { stages: [{ ...second, name: 'only', probability: 40 }] }
    expect((await ask('PATCH', path, fewer)).status).toBe(409)
    await change(deal.id, { stage: second?.id })
    const changed = await ask<Pipeline>('PATCH', path, fewer)
    expect(changed.body.stages).toEqual([{ id: second?.id, name: 'only', probability: 40 }])
    // The move still names the stage that went.
    const moves = (await ask<Deal>('GET', `/deals/${deal.id}`)).body.moves
    expect(moves[0]?.from?.stage?.name).toBe(first?.name)
    expect((await ask('POST', '/pipelines', { name: 'ＣＨＡＮＧＥ' })).status).toBe(409)
  })
})

describe('people of a deal', () => {
  it('are found at the root after a merge, and by themselves after an unmerge', async () => {
    const [root, other] = [await seedPerson(workspace, '根'), await seedPerson(workspace, '枝')]
    const deal = await make({ people: [{ person: other.personId, role: 'user' }] })
    const merge = (into: string | null) =>
      workspace.run((tx) =>
        sql`update person set merged_into = ${into}::uuid where id = ${other.personId}::uuid`.execute(
          tx,
        ),
      )
    await merge(root.personId)
    expect((await ask<Deal>('GET', `/deals/${deal.id}`)).body.people).toMatchObject([
      { id: root.personId, name: '根', role: 'user' },
    ])
    const found = await ask<List<Deal>>('GET', `/deals?person=${root.personId}`)
    expect(found.body.items.map(({ id }) => id)).toEqual([deal.id])
    // Said again by the root, the row stays with whom it was named.
    await change(deal.id, { people: [{ person: root.personId, role: 'champion' }] })
    await merge(null)
    expect((await ask<Deal>('GET', `/deals/${deal.id}`)).body.people).toMatchObject([
      { id: other.personId, role: 'champion' },
    ])
  })
})
