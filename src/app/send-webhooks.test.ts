import { sql } from 'kysely'
import { describe, expect, it } from 'vitest'
import {
  addDeal,
  addTask,
  addWebhook,
  deleteTask,
  getWebhook,
  listDeliveries,
  patchWebhook,
  redeliver,
  redeliverAll,
  renewSecret,
  sendTest,
} from '#engage/index.ts'
import { createOutside } from '#outside/outside.ts'
import type { Outside } from '#outside/ports.ts'
import type { Bell } from '#store/bell.ts'
import type { Door } from '#store/door.ts'
import { createSeal } from '#store/seal.ts'
import { changeIn } from '#test/change.ts'
import { hear, testChannel, testListening } from '#test/listening.ts'
import { loopbackOutside } from '#test/loopback-tools.ts'
import { freshDatabase } from '#test/server.ts'
import { type Receiver, signersOf, startReceiver } from '#test/webhooks.ts'
import { newId, randomBytes, type TestWorkspace } from '#test/workspace.ts'
import { erasePerson } from '#understand/index.ts'
import type { IncomingActivity, WebhookKind } from '#vocabulary/index.ts'
import { sendWebhooks } from './send-webhooks.ts'

const MINUTE_MS = 60_000
const HOUR_MS = 60 * MINUTE_MS
const seal = createSeal('the secret of a test installation, long', randomBytes)

/** A database of its own, since events of all workspaces are followed, and a clock that stands still. */
class World {
  readonly door: Door
  readonly workspace: TestWorkspace
  readonly receiver: Receiver
  now = new Date()

  constructor(door: Door, workspace: TestWorkspace, receiver: Receiver) {
    this.door = door
    this.workspace = workspace
    this.receiver = receiver
  }

  get change() {
    return { ...changeIn(this.workspace), now: this.now, seal }
  }

  /** Makes a webhook to the receiver; answers its id and secret. */
  async hook(kinds: WebhookKind[], path = '/hook', origin = this.receiver.origin) {
    const address = `${origin}${path}`
    return this.workspace.run((tx) => addWebhook(tx, { name: 'CRM', address, kinds }, this.change))
  }

  task(title: string) {
    return this.workspace.run((tx) => addTask(tx, { title }, this.change))
  }

  wait(ms: number): void {
    this.now = new Date(this.now.getTime() + ms)
  }

  /** What the background does until nothing is left to do now: it writes, then it sends. */
  async work(outside: Pick<Outside, 'fetchOutside'> = loopbackOutside): Promise<string[]> {
    await settle(this.door)
    return [...(await this.round(outside)), ...(await this.round(outside))]
  }

  async round(outside: Pick<Outside, 'fetchOutside'>): Promise<string[]> {
    const lines: string[] = []
    const stopping = new AbortController()
    const parts = {
      ...{ door: this.door, bell: bellOfOneRound(stopping), outside, seal },
      chance: { now: () => this.now, random: randomBytes },
      log: (line: Record<string, unknown>) => void lines.push(JSON.stringify(line)),
    }
    await sendWebhooks(parts, stopping.signal)
    return lines
  }

  deliveries(webhookId: string) {
    return this.workspace.run(async (tx) => {
      const page = { limit: 200 }
      return (await listDeliveries(tx, webhookId, page, this.now)).items
    })
  }
}

/** Everybody who follows it has one round; then it ends. */
function bellOfOneRound(stopping: AbortController): Bell {
  let resting = 0
  let followers = 0
  const follow = () => {
    followers += 1
    let waits = 0
    const wait = async () => {
      waits += 1
      if (waits === 1) return
      resting += 1
      if (resting === followers) stopping.abort()
      const { signal } = stopping
      if (!signal.aborted) {
        await new Promise((resolve) => signal.addEventListener('abort', resolve, { once: true }))
      }
    }
    return { wait, end: () => undefined }
  }
  return { follow, ring: () => undefined, close: async () => undefined }
}

/** Until nothing is written that may not be read yet; other databases share the transactions. */
async function settle(door: Door): Promise<void> {
  const waiting = async () => {
    const { rows } = await door.asSystem((tx) =>
      sql`select 1 from event where xid >= pg_snapshot_xmin(pg_current_snapshot())`.execute(tx),
    )
    return rows.length
  }
  await expect.poll(waiting, { timeout: 20_000 }).toBe(0)
}

async function makeWorld(): Promise<World> {
  const door = await freshDatabase()
  const receiver = await startReceiver()
  return new World(door, await anotherWorkspace(door), receiver)
}

async function anotherWorkspace(door: Door): Promise<TestWorkspace> {
  const id = newId()
  const slug = `w-${id.slice(24)}`
  await door.asSystem((tx) =>
    tx
      .insertInto('workspace')
      .values({ id, slug, name: 'W', language: 'ja', time_zone: 'Asia/Tokyo' })
      .execute(),
  )
  return { id, slug, door, run: (work) => door.inWorkspace(id, work) }
}

const MORI = { platform: 'shop', externalId: 'mori', displayName: '森永あかね' }

function act(key: string, more: Partial<IncomingActivity>): IncomingActivity {
  return {
    ...({ kind: 'activity', operation: 'create', type: 'Create' } as const),
    ...{ platform: 'shop', externalKey: key, actor: MORI, publishedAt: new Date() },
    ...more,
  }
}

/** Somebody of whom something was heard, and what they bought. */
async function hearMori({ door, workspace }: World): Promise<string> {
  const channel = await testChannel(workspace)
  const outcome = { type: 'purchase', valueMinor: 1250, currency: 'USD', about: 'Yurari' } as const
  const acts = [act('p1', { content: { text: 'いい' } }), act('o1', { type: 'Outcome', outcome })]
  await hear(await testListening(door), workspace, channel, acts)
  const { id } = await workspace.run((tx) =>
    tx.selectFrom('person').select('id').executeTakeFirstOrThrow(),
  )
  return id
}

describe('what is told', () => {
  it('is signed so that whoever has the secret can check it, numbered, small, and of what was asked for', async () => {
    const world = await makeWorld()
    await world.task('before anybody asked')
    const { id, secret } = await world.hook(['task.added', 'task.removed'])
    const other = await world.hook(['task.removed'], '/other')
    const first = await world.task('call them')
    await world.workspace.run((tx) => deleteTask(tx, first.id, world.change))
    expect(await world.work()).toEqual([])
    const heard = world.receiver.heard.filter(({ path }) => path === '/hook')
    expect(heard.map(({ body }) => [body.type, body.sequence])).toEqual([
      ['task.added', 1],
      ['task.removed', 2],
    ])
    const [one] = heard
    expect(one?.body).toMatchObject({ workspace: world.workspace.id, data: { id: first.id } })
    expect(one?.body.id).toBe(one?.headers['webhook-id'])
    expect(one?.headers['content-type']).toBe('application/json')
    expect(one?.headers['webhook-timestamp']).toBe(String(Math.floor(world.now.getTime() / 1000)))
    expect(heard.map((each) => signersOf(each, [secret, other.secret]))).toEqual([
      [secret],
      [secret],
    ])
    expect(world.receiver.heard.filter(({ path }) => path === '/other')).toHaveLength(1)
    const [, delivered] = await world.deliveries(id)
    expect(delivered).toMatchObject({ state: 'delivered', attempts: 1, status: 204, failure: null })
  })

  it('holds the public fields of person, deal and outcome as the API names them', async () => {
    const world = await makeWorld()
    await world.hook(['person.changed', 'deal.added', 'deal.moved', 'outcome.recorded'])
    const person = await hearMori(world)
    const listening = await testListening(world.door)
    const hearing = { ...world.change, hear: listening.hearIn }
    const deal = await world.workspace.run((tx) =>
      addDeal(
        tx,
        { name: '導入', valueMinor: 120_000, currency: 'JPY', people: [{ person, role: 'user' }] },
        hearing,
      ),
    )
    expect(deal.id).toBeDefined()
    await world.work()
    const said = world.receiver.heard.map(({ body }) => body)
    expect(said.map(({ type }) => type)).toEqual(['outcome.recorded', 'deal.added'])
    expect(said[0].data).toMatchObject({
      ...{ type: 'purchase', value: '12.50', currency: 'USD', about: 'Yurari' },
      person: { id: person },
    })
    expect(said[1].data).toMatchObject({
      ...{ id: deal.id, name: '導入', value: '120000', currency: 'JPY', state: 'open' },
      people: [{ id: person, name: '森永あかね' }],
    })
    expect(said[1].data).not.toHaveProperty('ownProbability')
  })

  it('is of the own workspace and of nobody else', async () => {
    const world = await makeWorld()
    await world.hook(['task.added'])
    const theirs = await anotherWorkspace(world.door)
    await theirs.run((tx) => addTask(tx, { title: 'theirs' }, changeIn(theirs)))
    await world.work()
    expect(world.receiver.heard).toEqual([])
    const seen = await theirs.run((tx) =>
      sql`select id from webhook union all select id from webhook_delivery`.execute(tx),
    )
    expect(seen.rows).toEqual([])
  })

  it('carries both signatures for a day after the secret was changed, then the new one', async () => {
    const world = await makeWorld()
    const { id, secret: old } = await world.hook(['task.added'])
    const { secret, oldSecretUntil } = await world.workspace.run((tx) =>
      renewSecret(tx, id, world.change),
    )
    expect(oldSecretUntil).toBe(new Date(world.now.getTime() + 24 * HOUR_MS).toISOString())
    await world.task('one')
    await world.work()
    world.wait(24 * HOUR_MS)
    await world.task('two')
    await world.work()
    const signers = world.receiver.heard.map((each) => signersOf(each, [old, secret]))
    expect(signers).toEqual([[old, secret], [secret]])
    const stored = await world.workspace.run((tx) =>
      sql<{ all: string }>`select row_to_json(webhook)::text as all from webhook`.execute(tx),
    )
    expect(stored.rows[0]?.all).not.toContain(secret.slice(6))
  })
})

describe('an address that does not take it', () => {
  it('is tried again with the same id and body until it does', async () => {
    const world = await makeWorld()
    const { id, secret } = await world.hook(['task.added'])
    world.receiver.answer = { status: 500 }
    await world.task('one')
    await world.work()
    expect((await world.deliveries(id))[0]).toMatchObject({ state: 'waiting', status: 500 })
    await world.work()
    expect(world.receiver.heard).toHaveLength(1)
    world.receiver.answer = { status: 200 }
    world.wait(10_000)
    await world.work()
    const [first, second] = world.receiver.heard
    expect(second?.text).toBe(first?.text)
    expect(second?.headers['webhook-id']).toBe(first?.headers['webhook-id'])
    expect(second?.headers['webhook-signature']).not.toBe(first?.headers['webhook-signature'])
    expect(signersOf(second as never, [secret])).toEqual([secret])
    expect((await world.deliveries(id))[0]).toMatchObject({ state: 'delivered', attempts: 2 })
  })

  it('is switched off at 410', async () => {
    const world = await makeWorld()
    const { id } = await world.hook(['task.added'])
    world.receiver.answer = { status: 410 }
    await world.task('one')
    await world.work()
    await world.task('two')
    await world.work()
    expect(world.receiver.heard).toHaveLength(1)
    const webhook = await world.workspace.run((tx) => getWebhook(tx, id, world.now))
    expect(webhook).toMatchObject({ state: 'gone', failed: 1, waiting: 0 })
    const { rows } = await world.workspace.run((tx) =>
      sql`select detail from event where name = 'webhook.switched-off'`.execute(tx),
    )
    expect(rows).toEqual([{ detail: ['because=gone'] }])
  })

  it('does not lead elsewhere by a redirect', async () => {
    const world = await makeWorld()
    const { id } = await world.hook(['task.added'])
    world.receiver.answer = { status: 307, headers: { location: '/elsewhere' } }
    await world.task('one')
    await world.work()
    expect(world.receiver.heard.map(({ path }) => path)).toEqual(['/hook'])
    expect((await world.deliveries(id))[0]).toMatchObject({
      ...{ state: 'waiting', failure: 'redirected', status: null },
    })
  })

  it('is not called in a private network unless the installation allows it', async () => {
    const world = await makeWorld()
    const { id } = await world.hook(['task.added'])
    const strict = createOutside({ now: () => world.now })
    await world.task('one')
    await world.work(strict)
    await strict.close()
    expect(world.receiver.connections()).toBe(0)
    expect((await world.deliveries(id))[0]).toMatchObject({ failure: 'refused', attempts: 1 })
  })

  it('keeps nobody else waiting while it is silent or refuses', async () => {
    const world = await makeWorld()
    const [silent, closed] = [await startReceiver(), await startReceiver()]
    silent.answer = { status: 'silence' }
    await closed.close()
    const slow = await world.hook(['task.added'], '/hook', silent.origin)
    const refused = await world.hook(['task.added'], '/hook', closed.origin)
    await world.hook(['task.added'])
    await world.task('one')
    const impatient: Pick<Outside, 'fetchOutside'> = {
      fetchOutside: (url, request) =>
        loopbackOutside.fetchOutside(url, { ...request, millisecondsMax: 700 }),
    }
    await world.work(impatient)
    expect(world.receiver.heard).toHaveLength(1)
    expect((await world.deliveries(slow.id))[0]).toMatchObject({ failure: 'timed-out' })
    expect((await world.deliveries(refused.id))[0]).toMatchObject({ failure: 'not-reached' })
  })

  it('is switched off after three days, and sent what failed once it is turned on again', async () => {
    const world = await makeWorld()
    const { id } = await world.hook(['task.added'])
    world.receiver.answer = { status: 503 }
    await world.task('one')
    await world.work()
    for (let days = 0; days < 12; days++) {
      world.wait(25 * HOUR_MS)
      await world.work()
    }
    const off = await world.workspace.run((tx) => getWebhook(tx, id, world.now))
    expect(off.state).toBe('failing')
    const tried = world.receiver.heard.length
    world.wait(25 * HOUR_MS)
    await world.work()
    expect(world.receiver.heard).toHaveLength(tried)
    await world.task('while it was off')
    world.receiver.answer = { status: 200 }
    await world.workspace.run((tx) => patchWebhook(tx, id, { state: 'on' }, world.change))
    await world.workspace.run((tx) => redeliverAll(tx, id, world.change))
    await world.task('two')
    await world.work()
    const states = (await world.deliveries(id)).map(({ sequence, state }) => [sequence, state])
    expect(states).toEqual([
      [2, 'delivered'],
      [1, 'delivered'],
    ])
  })
})

describe('a process that dies', () => {
  it('before it wrote, before it sent, or before it noted the answer loses nothing', async () => {
    const world = await makeWorld()
    const { id } = await world.hook(['task.added'])
    await world.task('one')
    await settle(world.door)
    const dying: Pick<Outside, 'fetchOutside'> = {
      fetchOutside: async () => {
        throw new Error('killed')
      },
    }
    await world.work(dying)
    expect(world.receiver.heard).toEqual([])
    expect((await world.deliveries(id))[0]).toMatchObject({ state: 'waiting', attempts: 0 })
    const dyingAfter: Pick<Outside, 'fetchOutside'> = {
      fetchOutside: async (url, request) => {
        await loopbackOutside.fetchOutside(url, request)
        throw new Error('killed')
      },
    }
    world.wait(MINUTE_MS + 1)
    await world.work(dyingAfter)
    expect(world.receiver.heard).toHaveLength(1)
    world.wait(MINUTE_MS + 1)
    await world.work()
    expect(world.receiver.heard).toHaveLength(2)
    const ids = world.receiver.heard.map(({ headers }) => headers['webhook-id'])
    expect(new Set(ids).size).toBe(1)
    expect((await world.deliveries(id))[0]).toMatchObject({ state: 'delivered' })
  })

  it('between writing deliveries and storing its place writes none twice', async () => {
    const world = await makeWorld()
    const { id } = await world.hook(['task.added'])
    await world.task('one')
    await world.work()
    await world.door.asSystem((tx) =>
      sql`update event_consumer set xid = '0', id = 0 where name = 'webhooks'`.execute(tx),
    )
    await world.work()
    expect(await world.deliveries(id)).toHaveLength(1)
    expect(world.receiver.heard).toHaveLength(1)
  })
})

describe('what a member asks for', () => {
  it('is a test, also of a webhook that is paused, and a delivery again', async () => {
    const world = await makeWorld()
    const { id, secret } = await world.hook(['task.added'])
    await world.workspace.run((tx) => patchWebhook(tx, id, { state: 'paused' }, world.change))
    const test = await world.workspace.run((tx) => sendTest(tx, id, world.change))
    await world.task('not told')
    await world.work()
    expect(world.receiver.heard.map(({ body }) => body.type)).toEqual(['webhook.test'])
    expect(world.receiver.heard.map((one) => signersOf(one, [secret]))).toEqual([[secret]])
    await world.workspace.run((tx) => redeliver(tx, id, test.id, world.change))
    await world.work()
    expect(world.receiver.heard).toHaveLength(2)
    expect((await world.deliveries(id))[0]).toMatchObject({ state: 'delivered', attempts: 2 })
  })
})

describe('an erased person', () => {
  it('is in no delivery any more, neither sent nor waiting, and the receiver is told', async () => {
    const world = await makeWorld()
    const { id } = await world.hook(['outcome.recorded', 'person.erased', 'deal.added'])
    const person = await hearMori(world)
    await world.work()
    world.receiver.answer = { status: 500 }
    const listening = await testListening(world.door)
    const hearing = { ...world.change, hear: listening.hearIn }
    await world.workspace.run((tx) =>
      addDeal(tx, { name: '森永あかね様 導入', people: [{ person, role: 'user' }] }, hearing),
    )
    await world.work()
    const states = async () => (await world.deliveries(id)).map(({ state }) => state)
    expect(await states()).toEqual(['waiting', 'delivered'])
    await world.workspace.run((tx) => erasePerson(tx, person, '森永あかね', world.change))
    expect(await states()).toEqual(['erased', 'delivered'])
    const stored = await world.workspace.run((tx) =>
      sql<{ all: string }>`select coalesce(string_agg(row_to_json(d)::text, ''), '') as all
        from webhook_delivery d`.execute(tx),
    )
    expect(stored.rows[0]?.all).not.toContain(person)
    expect(stored.rows[0]?.all).not.toContain('森永')
    world.receiver.answer = { status: 200 }
    const before = world.receiver.heard.length
    world.wait(HOUR_MS)
    await world.work()
    const after = world.receiver.heard.slice(before).map(({ body }) => body)
    expect(after).toMatchObject([{ type: 'person.erased', data: { id: person } }])
    const [newest, erased] = await world.deliveries(id)
    expect(newest?.state).toBe('delivered')
    await expect(
      world.workspace.run((tx) => redeliver(tx, id, erased?.id ?? '', world.change)),
    ).rejects.toThrow(/erased/)
  })
})

describe('old deliveries', () => {
  it('are gone after thirty days', async () => {
    const world = await makeWorld()
    const { id } = await world.hook(['task.added'])
    await world.task('one')
    await world.work()
    world.wait(29 * 24 * HOUR_MS)
    await world.work()
    expect(await world.deliveries(id)).toHaveLength(1)
    world.wait(2 * 24 * HOUR_MS)
    await world.work()
    expect(await world.deliveries(id)).toEqual([])
  })
})
