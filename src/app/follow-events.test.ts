import { sql } from 'kysely'
import { beforeAll, describe, expect, inject, it } from 'vitest'
import { openBell } from '#store/bell.ts'
import type { Door } from '#store/door.ts'
import { areEventsWaiting } from '#store/event-log.ts'
import { writeEvent } from '#store/outbox.ts'
import { openConsumer } from '#store/take-events.ts'
import { notingWaits } from '#test/bells.ts'
import { type FollowedServer, post, startFollowed } from '#test/followed.ts'
import { newId, randomBytes } from '#test/workspace.ts'
import type { Arrival } from '#vocabulary/index.ts'
import { followEvents } from './follow-events.ts'

const MINUTE_MS = 60_000
const DAY_MS = 24 * 60 * MINUTE_MS

let door: Door
let follow: FollowedServer['follow']
let open: FollowedServer['open']
let settle: FollowedServer['settle']
/** What the alerts take for now. */
let now = new Date()

beforeAll(async () => {
  const followed = await startFollowed(() => now)
  door = followed.door
  follow = followed.follow
  open = followed.open
  settle = followed.settle
})

describe('saved searches', () => {
  it('count what is new for each member until they look', async () => {
    const { ask, save, searches, hear } = await open()
    const id = await save('member', { name: '返品', filter: { q: '返品' }, isShared: true })
    await hear(post('返品したい'), post('届いた'), post('返品の方法は?'))
    await hear(post('また返品'))
    await follow()
    const ofMember = await searches('member')
    expect(ofMember).toMatchObject([
      { id, unseen: 3, isOwn: true, filter: { q: '返品', kind: 'post' } },
    ])
    expect((await ask('member', 'POST', `/saved-searches/${id}/seen`, {})).status).toBe(204)
    expect(await searches('member')).toMatchObject([{ unseen: 0 }])
    expect(await searches('viewer')).toMatchObject([{ unseen: 3, isOwn: false, mayChange: false }])
    await hear(post('返品返品'))
    await follow()
    expect(await searches('member')).toMatchObject([{ unseen: 1 }])
    await ask('member', 'PATCH', `/saved-searches/${id}`, { filter: { q: '届いた' } })
    expect(await searches('viewer')).toMatchObject([{ unseen: 0 }])
  })

  it('are their owner’s, and managers’ where they are shared', async () => {
    const { ask, save, searches } = await open()
    const own = await save('member', { name: 'own', filter: {} })
    const shared = await save('member', { name: 'shared', filter: {}, isShared: true })
    expect((await searches('manager')).map(({ id }: { id: string }) => id)).toEqual([shared])
    const path = (id: string) => `/saved-searches/${id}`
    expect((await ask('manager', 'PATCH', path(own), { name: 'x' })).status).toBe(404)
    expect((await ask('viewer', 'PATCH', path(shared), { name: 'x' })).status).toBe(403)
    expect((await ask('viewer', 'DELETE', path(shared))).status).toBe(403)
    expect((await ask('manager', 'PATCH', path(shared), { name: 'renamed' })).body).toMatchObject({
      name: 'renamed',
      filter: { kind: 'post' },
      mayChange: true,
    })
    const refused = await ask('viewer', 'POST', '/saved-searches', {
      name: 'x',
      filter: {},
      isShared: true,
    })
    expect(refused).toMatchObject({ status: 403, body: { field: 'isShared' } })
    expect((await ask('manager', 'DELETE', path(shared))).status).toBe(204)
    expect((await ask('member', 'DELETE', path(own))).status).toBe(204)
    expect(await searches('member')).toEqual([])
  })

  it('may be unshared by a manager, who then sees them no more', async () => {
    const { ask, save, searches } = await open()
    const id = await save('member', { name: 'shared', filter: {}, isShared: true })
    const unshared = await ask('manager', 'PATCH', `/saved-searches/${id}`, { isShared: false })
    expect(unshared).toMatchObject({
      status: 200,
      body: { id, isShared: false, isOwn: false, mayChange: false },
    })
    expect(await searches('manager')).toEqual([])
    expect(await searches('member')).toMatchObject([{ id, isShared: false }])
  })

  it('are refused with a move of no topic', async () => {
    const { ask, save } = await open()
    const filter = { move: 'none-discovery' }
    const refused = { status: 400, body: { field: 'topic' } }
    expect(await ask('member', 'POST', '/saved-searches', { name: 'x', filter })).toMatchObject(
      refused,
    )
    const id = await save('member', { name: 'x', filter: {} })
    expect(await ask('member', 'PATCH', `/saved-searches/${id}`, { filter })).toMatchObject(refused)
  })

  it('hold each filter of GET /activities as the list does', async () => {
    const { cast, ask, save, searches, hear } = await open()
    const { workspaceId } = cast
    await hear(post('前からある投稿'))
    const { body } = await ask('member', 'GET', '/activities')
    const { actor, channel } = body.items[0]
    const today = new Date().toISOString()
    const filters: Record<string, string>[] = [
      {},
      { q: '最悪' },
      { q: '"ひどく最悪"' },
      { person: actor.personId },
      { channel: channel.id },
      { channel: newId() },
      { sentiment: 'negative' },
      { sentiment: 'positive' },
      { lang: 'ja' },
      { lang: 'en', q: 'broke' },
      { kind: 'all' },
      { from: today },
      { to: '2020-01-01' },
      { stage: 'satisfaction' },
    ]
    for (const [i, filter] of filters.entries()) await save('member', { name: `${i}`, filter })
    const before = new Set((await listed(ask, { kind: 'all' })).map(({ id }) => id))
    await hear(
      post('ひどく最悪。壊れたので返品した'),
      post('It broke on the first day, terrible'),
      post('とても最高。買ってよかった、おすすめ'),
      { ...post('いいね'), type: 'Like' } as Arrival,
    )
    await follow()
    const counts = (await searches('member')).map(({ unseen }: { unseen: number }) => unseen)
    for (const [i, filter] of filters.entries()) {
      const shown = (await listed(ask, filter)).filter(({ id }) => !before.has(id))
      expect([filter, counts[i]]).toEqual([filter, shown.length])
    }
    expect(Math.max(...counts)).toBe(4)
    expect(workspaceId).not.toBe('')
  })
})

type Ask = Awaited<ReturnType<FollowedServer['open']>>['ask']

async function listed(ask: Ask, filter: Record<string, string>): Promise<{ id: string }[]> {
  const { body } = await ask('member', 'GET', `/activities?${new URLSearchParams(filter)}`)
  return body.items
}

describe('alerts', () => {
  it('come once in ten minutes for each new post, with the count', async () => {
    const { ask, save, alerts, hear } = await open()
    const id = await save('member', { name: '返品', filter: { q: '返品' }, alert: 'each' })
    now = new Date()
    await hear(post('返品1'), post('返品2'))
    await follow()
    now = new Date(now.getTime() + 5 * MINUTE_MS)
    await hear(post('返品3'))
    await follow()
    const first = await alerts('member')
    expect(first).toMatchObject({ unseen: 1, items: [{ kind: 'each', searchId: id, posts: 3 }] })
    const newest = await ask('member', 'GET', `/activities/${first.items[0].newestActivityId}`)
    expect(newest.body.text).toBe('返品3')
    now = new Date(now.getTime() + 6 * MINUTE_MS)
    await hear(post('返品4'))
    await follow()
    const second = await alerts('member')
    expect(second).toMatchObject({ unseen: 2, items: [{ posts: 1 }, { posts: 3 }] })
    expect(await alerts('manager')).toMatchObject({ unseen: 0, items: [] })
    const upTo = second.items[0].id
    expect((await ask('member', 'POST', '/alerts/seen', { upTo })).status).toBe(204)
    const earlier = second.items[1].id
    await ask('member', 'POST', '/alerts/seen', { upTo: earlier })
    expect(await alerts('member')).toMatchObject({
      unseen: 0,
      items: [{ isSeen: true }, { isSeen: true }],
    })
  })

  it('are not rung for what happened long ago', async () => {
    const { save, alerts, searches, hear } = await open()
    await save('member', { name: '返品', filter: { q: '返品' }, alert: 'each' })
    await hear(post('返品、去年の話', new Date(Date.now() - 300 * DAY_MS)))
    await follow()
    expect(await alerts('member')).toMatchObject({ unseen: 0, items: [] })
    expect(await searches('member')).toMatchObject([{ unseen: 0 }])
  })

  it('tell of a surge against the same weekday, once a day', async () => {
    const { cast, save, alerts, hear } = await open()
    now = new Date()
    const past = (week: number) => new Date(now.getTime() - week * 7 * DAY_MS - 60 * MINUTE_MS)
    const weeks = Array.from({ length: 9 }, (_, week) => week + 1)
    await hear(...weeks.flatMap((week) => [post('返品', past(week)), post('返品', past(week))]))
    await save('member', { name: '返品', filter: { q: '返品' }, alert: 'surge' })
    await hear(post('返品'), post('返品'))
    await follow()
    expect(await alerts('member')).toMatchObject({ items: [] })
    await hear(...Array.from({ length: 20 }, () => post('返品')))
    await follow()
    expect(await alerts('member')).toMatchObject({ items: [] })
    now = new Date(now.getTime() + 11 * MINUTE_MS)
    await hear(post('返品'))
    await follow()
    expect(await alerts('member')).toMatchObject({
      items: [{ kind: 'surge', posts: 23, expected: 2 }],
    })
    now = new Date(now.getTime() + 11 * MINUTE_MS)
    await hear(post('返品'))
    await follow()
    expect((await alerts('member')).items).toHaveLength(1)
    expect(cast.workspaceId).not.toBe('')
  })
})

describe('what was left to look at', () => {
  /** A search that finds its posts, and one that fails; what surges is due for both. */
  async function openBusy() {
    const opened = await open()
    const { cast, save, hear } = opened
    now = new Date()
    const past = (week: number) => new Date(now.getTime() - week * 7 * DAY_MS - 60 * MINUTE_MS)
    await hear(...Array.from({ length: 9 }, (_, week) => post('返品', past(week + 1))))
    const faulty = await save('member', { name: 'faulty', filter: {}, alert: 'surge' })
    await door.inWorkspace(cast.workspaceId, (tx) =>
      tx
        .updateTable('saved_search')
        .set({ filter: '{"move":"none-discovery"}', is_surge_due: true })
        .where('id', '=', faulty)
        .execute(),
    )
    const sound = await save('member', { name: '返品', filter: { q: '返品' }, alert: 'surge' })
    const rare = await save('member', { name: 'まれ', filter: { q: 'まれ' }, alert: 'surge' })
    return { ...opened, faulty, sound, rare }
  }

  it('is looked at when the process starts again; a search that fails keeps none back', async () => {
    const { cast, hear, alerts, faulty, sound, rare } = await openBusy()
    await hear(...Array.from({ length: 20 }, () => post('返品')))
    await hear(...Array.from({ length: 4 }, () => post('まれ')))
    const due = (among: string[]) =>
      door.inWorkspace(cast.workspaceId, async (tx) => {
        const rows = await tx
          .selectFrom('saved_search')
          .select('id')
          .where('is_surge_due', '=', true)
          .where('id', 'in', among)
          .orderBy('id')
          .execute()
        return rows.map(({ id }) => id)
      })
    // Looked at a minute ago, so that the first process has to leave it.
    await door.inWorkspace(cast.workspaceId, (tx) =>
      tx
        .updateTable('saved_search')
        .set({ surge_checked_at: new Date(now.getTime() - MINUTE_MS) })
        .where('id', '=', sound)
        .execute(),
    )
    const lines = await follow()
    // Once where it was matched, once where it was to be looked at.
    expect(lines.filter((line) => line.includes(faulty)).length).toBeGreaterThan(1)
    expect(await due([faulty, rare, sound])).toEqual([sound])
    expect(await alerts('member')).toMatchObject({ items: [] })
    now = new Date(now.getTime() + 11 * MINUTE_MS)
    expect(await follow()).toEqual([])
    expect(await due([faulty, rare, sound])).toEqual([])
    expect(await alerts('member')).toMatchObject({
      items: [{ kind: 'surge', searchId: sound, posts: 20, expected: 1 }],
    })
  })
})

describe('what cannot be digested', () => {
  it('is parked with its reason after three tries, and what stands behind it goes on', async () => {
    const { cast, save, alerts, hear } = await open()
    const { workspaceId } = cast
    await save('member', { name: '返品', filter: { q: '返品' }, alert: 'each' })
    now = new Date()
    const detail = [
      'new=1',
      `from=${newId()}`,
      'to=ffffffff-ffff-ffff-ffff-fffffffffffg',
      `at=${now.toISOString()}`,
    ]
    await door.inWorkspace(workspaceId, (tx) =>
      writeEvent(tx, workspaceId, { name: 'activities.heard', detail }),
    )
    await hear(post('返品'))
    const lines = await follow()
    expect(lines).toHaveLength(1)
    expect(lines[0]).toContain('invalid input syntax for type uuid')
    const parked = await door.asSystem((tx) => tx.selectFrom('event_parked').selectAll().execute())
    expect(parked).toMatchObject([{ consumer: 'alerts' }])
    expect(parked[0]?.reason).toContain('invalid input syntax')
    expect(await alerts('member')).toMatchObject({ items: [{ posts: 1 }] })
  })

  it('is tried again where only the database was away', async () => {
    const { cast } = await open()
    const lost = Object.assign(new Error('gone'), { code: '57P01' })
    let fails = 5
    const taken: string[] = []
    const consumer = openConsumer(
      door,
      `test-${newId()}`,
      async (event) => {
        if (event.workspaceId !== cast.workspaceId) return
        if (fails-- > 0) throw lost
        taken.push(event.name)
      },
      () => expect.unreachable(),
    )
    await settle()
    let refusals = 0
    for (;;) {
      const count = await consumer.takeNext().catch(() => -1)
      if (count === 0) break
      if (count === -1) refusals += 1
    }
    expect(refusals).toBe(5)
    expect(taken).toContain('workspace.opened')
  })
})

describe('beside the work', () => {
  it('is followed by the bell', { timeout: 120_000 }, async () => {
    const { save, alerts, hear } = await open()
    await save('member', { name: '返品', filter: { q: '返品' }, alert: 'each' })
    const end = await followBeside()
    await hear(post('返品'))
    await expect.poll(async () => (await alerts('member')).items.length, SOON).toBe(1)
    await end()
  })

  it('is seen once a transaction that began earlier has ended, of which nobody tells', {
    timeout: 120_000,
  }, async () => {
    const { save, alerts, hear } = await open()
    await save('member', { name: '返品', filter: { q: '返品' }, alert: 'each' })
    const waits: number[] = []
    const end = await followBeside(waits)
    const [began, mayEnd] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()]
    const earlier = door.asSystem(async (tx) => {
      await sql`select pg_current_xact_id()`.execute(tx)
      began.resolve()
      await mayEnd.promise
    })
    await began.promise
    await hear(post('返品'))
    expect(await areEventsWaiting(door)).toBe(true)
    // It looked, could not see it, and does not wait for a call.
    await expect.poll(() => waits.at(-1), SOON).toBe(250)
    expect((await alerts('member')).items).toEqual([])
    mayEnd.resolve()
    await earlier
    await expect.poll(async () => (await alerts('member')).items.length, SOON).toBe(1)
    await end()
  })
})

// A test of another file may hold every event back for a while: its transaction is one of the same server.
// Below the half minute in which somebody looks anyway.
const SOON = { timeout: 28_000, interval: 50 }

/** Follows events as the process does, noting how long it would wait; answers how to end it. */
async function followBeside(waits: number[] = []): Promise<() => Promise<void>> {
  const name = await door.asSystem(async (tx) => {
    const { rows } = await sql<{ name: string }>`select current_database() as name`.execute(tx)
    return rows[0]?.name ?? ''
  })
  const url = new URL(inject('databaseUrl'))
  url.pathname = `/${name}`
  const bell = await openBell({ connectionString: url.href })
  const stopping = new AbortController()
  const chance = { now: () => new Date(), random: randomBytes }
  const parts = { door, bell: notingWaits(bell, waits), chance, log: () => undefined }
  const following = followEvents(parts, stopping.signal)
  return async () => {
    stopping.abort()
    await following
    await bell.close()
  }
}
