import { sql } from 'kysely'
import { beforeAll, describe, expect, it } from 'vitest'
import {
  addDeal,
  addTask,
  deleteTask,
  getWebhook,
  patchWebhook,
  redeliver,
  redeliverAll,
  renewSecret,
  sendTest,
} from '#engage/index.ts'
import { createOutside } from '#outside/outside.ts'
import type { Outside } from '#outside/ports.ts'
import { changeIn } from '#test/change.ts'
import { testListening } from '#test/listening.ts'
import { loopbackOutside } from '#test/loopback-tools.ts'
import { settle } from '#test/settle.ts'
import { anotherWorkspace, hearMori, makeWorld } from '#test/webhook-world.ts'
import { signersOf, startReceiver } from '#test/webhooks.ts'
import { erasePerson } from '#understand/index.ts'

const MINUTE_MS = 60_000
const HOUR_MS = 60 * MINUTE_MS

// What reads texts is loaded once; the first to ask would wait for it.
beforeAll(async () => void (await testListening()))

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
    expect(said[0]?.data).toMatchObject({
      ...{ type: 'purchase', value: '12.50', currency: 'USD', about: 'Yurari' },
      person: { id: person },
    })
    expect(said[1]?.data).toMatchObject({
      ...{ id: deal.id, name: '導入', value: '120000', currency: 'JPY', state: 'open' },
      people: [{ id: person, name: '森永あかね' }],
    })
    expect(said[1]?.data).not.toHaveProperty('ownProbability')
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

describe('an erasure while deliveries are written', () => {
  it('is waited for, and nothing of them is written', async () => {
    const world = await makeWorld()
    const { id } = await world.hook(['deal.added'])
    const person = await hearMori(world)
    const listening = await testListening(world.door)
    const hearing = { ...world.change, hear: listening.hearIn }
    const deal = { name: '森永あかね様 導入', people: [{ person, role: 'user' as const }] }
    await world.workspace.run((tx) => addDeal(tx, deal, hearing))
    await settle(world.door)
    const [erased, mayEnd] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()]
    const erasing = world.workspace.run(async (tx) => {
      await erasePerson(tx, person, '森永あかね', world.change)
      erased.resolve()
      await mayEnd.promise
    })
    await erased.promise
    const writing = world.round(loopbackOutside)
    const isHeldOrWritten = async () => {
      const { rows } = await world.workspace.run((tx) =>
        sql`select 1 from pg_locks l join pg_database d on d.oid = l.database or l.database is null
          where not l.granted and d.datname = current_database()`.execute(tx),
      )
      return rows.length > 0 || (await world.deliveries(id)).length > 0
    }
    await expect.poll(isHeldOrWritten, { timeout: 20_000, interval: 20 }).toBe(true)
    mayEnd.resolve()
    await Promise.all([erasing, writing])
    const { rows } = await world.workspace.run((tx) =>
      sql<{ body: string }>`select body from webhook_delivery`.execute(tx),
    )
    expect(rows).toHaveLength(1)
    expect(rows[0]?.body).not.toContain('森永')
    expect(rows[0]?.body).not.toContain(person)
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
