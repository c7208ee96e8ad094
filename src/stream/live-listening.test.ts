import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, describe, expect, it, vi } from 'vitest'
import {
  addChannel,
  changeChannel,
  getChannel,
  type Listening,
  type LiveKind,
  listActivities,
  type StreamSession,
} from '#listen/index.ts'
import type { Door } from '#store/door.ts'
import { INPUT_FORMATS, testListening } from '#test/listening.ts'
import { testLiveTools } from '#test/live.ts'
import { noCounts, polledKind, postPayload, streamedKind, untilEnd } from '#test/live-kinds.ts'
import { makeWorkspace, newId, randomBytes, type TestWorkspace, testDoor } from '#test/workspace.ts'
import { LiveListening } from './live-listening.ts'
import { Spool } from './spool.ts'

const toEnd: (() => unknown)[] = []

afterEach(async () => {
  for (const end of toEnd.splice(0).reverse()) await end()
})

const author = () => ({ authorId: null, now: new Date(), random: randomBytes })

function addTo(ours: TestWorkspace, kind: LiveKind, name = newId()): Promise<string> {
  const settings = { url: `http://${name}.example/` }
  return ours.run((tx) => addChannel(tx, { kind: kind.kind, name, settings }, author()))
}

async function start(
  ours: TestWorkspace,
  kinds: LiveKind[],
  given: { door?: Door; listening?: Listening; folder?: string; bytesMax?: number } = {},
) {
  const folder = given.folder ?? mkdtempSync(join(tmpdir(), 'enishi-live-'))
  const door = given.door ?? testDoor()
  const listening = given.listening ?? (await testListening(door))
  const failures: string[] = []
  const live = new LiveListening({
    ...{ door, kinds, formats: INPUT_FORMATS, listening, tools: testLiveTools() },
    spool: await Spool.open({
      ...{ folder: join(folder, 'spool'), onNews: () => undefined },
      ...(given.bytesMax === undefined ? {} : { bytesMax: given.bytesMax }),
    }),
    onFailure: (what, error) => void failures.push(`${what}: ${error.message}`),
  })
  let isStopped = false
  const stop = async () => {
    if (!isStopped) await live.stop()
    isStopped = true
  }
  toEnd.push(async () => {
    await stop()
    rmSync(folder, { recursive: true, force: true })
  })
  await live.begin([ours.id])
  return { live, stop, folder, failures }
}

async function textsOf(ours: TestWorkspace): Promise<string[]> {
  const filter = { kind: 'post' } as const
  const { items } = await ours.run((tx) => listActivities(tx, filter, { limit: 200 }))
  return items.map(({ text }) => text ?? '')
}

const full = (ours: TestWorkspace, id: string) => ours.run((tx) => getChannel(tx, id, new Date()))

describe('live listening', () => {
  it('brings what a polled channel heard into the log, with its health', async () => {
    const ours = await makeWorkspace()
    const published = new Date(Date.now() - 60_000)
    const kind = polledKind(async () => ({
      ...{
        memory: 'seen',
        nextInMs: 3_600_000,
        payloads: [postPayload('p1', '春が来た', published)],
      },
      counts: { ...noCounts, requests: 1, bytes: 100, events: 1, taken: 1 },
      gap: { since: new Date(0), until: published, reason: 'feed-overran' },
    }))
    const id = await addTo(ours, kind)
    const { live } = await start(ours, [kind])
    await vi.waitUntil(async () => (await textsOf(ours)).length === 1, 10_000)
    expect(await textsOf(ours)).toEqual(['春が来た'])
    await vi.waitUntil(async () => (await full(ours, id)).health?.condition === 'listening', 10_000)
    const { health, gaps } = await full(ours, id)
    expect(health).toMatchObject({ requests: 1, bytes: 100, events: 1, taken: 1, failuresInRow: 0 })
    expect(health?.lastPublishedAt).toBe(published.toISOString())
    expect(gaps).toMatchObject([{ reason: 'feed-overran', until: published.toISOString() }])
    const events = await ours.run((tx) =>
      tx.selectFrom('event').select(['name', 'detail']).where('subject_id', '=', id).execute(),
    )
    expect(events).toContainEqual({ name: 'channel.condition-changed', detail: ['listening'] })
    await vi.waitUntil(() => live.figures().spool.records === 0, 10_000)
    expect(live.figures()).toMatchObject({ workedOff: 1, kinds: [{ kind: kind.kind, records: 1 }] })
  })

  it('hands a stream its cursor after a restart, and loses nothing between', async () => {
    const ours = await makeWorkspace()
    const sessions: (string | null)[] = []
    let next = 0
    const kind = streamedKind(async (session: StreamSession) => {
      sessions.push(session.memory)
      session.opened()
      const from = Number(session.memory ?? 0)
      for (next = from; next < from + 3; next++) {
        await session.take([postPayload(`s${next}`, `声 ${next}`)], String(next + 1))
      }
      await untilEnd(session)
      return undefined
    })
    const id = await addTo(ours, kind)
    const first = await start(ours, [kind])
    await vi.waitUntil(() => next === 3, 10_000)
    await first.stop()
    const second = await start(ours, [kind], { folder: first.folder })
    await vi.waitUntil(async () => (await textsOf(ours)).length === 6, 10_000)
    expect(sessions).toEqual([null, '3'])
    expect((await full(ours, id)).gaps).toEqual([])
    await second.stop()
    const memory = await ours.run((tx) =>
      tx
        .selectFrom('channel_health')
        .select('memory')
        .where('channel_id', '=', id)
        .executeTakeFirstOrThrow(),
    )
    expect(memory.memory).toBe('6')
  })

  it('notes a gap where a stream cannot go on, and connects again after it broke', async () => {
    const ours = await makeWorkspace()
    let connections = 0
    const kind = streamedKind(async (session) => {
      connections += 1
      session.opened()
      if (connections > 1) await untilEnd(session)
      return { code: 'cut-off', detail: '1006' }
    }, 'none')
    const id = await addTo(ours, kind)
    const { stop } = await start(ours, [kind])
    await vi.waitUntil(() => connections === 2, 10_000)
    await stop()
    const { gaps, problems } = await full(ours, id)
    expect(gaps).toMatchObject([{ reason: 'not-listening' }])
    expect(problems).toMatchObject([{ code: 'cut-off', detail: '1006' }])
  })

  it('follows what members change: settings, pause, topics', async () => {
    const ours = await makeWorkspace()
    const urls: unknown[] = []
    const open: StreamSession[] = []
    const kind = streamedKind(async (session) => {
      urls.push(session.settings.url)
      open.push(session)
      session.opened()
      await untilEnd(session)
      return undefined
    })
    const id = await addTo(ours, kind, 'one')
    const { live } = await start(ours, [kind])
    await vi.waitUntil(() => open.length === 1, 10_000)
    const before = open[0]?.topics()
    await ours.run((tx) => tx.updateTable('workspace').set({ topics_revision: 7 }).execute())
    await live.refresh(ours.id)
    expect(open[0]?.topics()).not.toBe(before)
    expect(open[0]?.topics().revision).toBe(7)
    expect(open).toHaveLength(1)
    const change = (given: Parameters<typeof changeChannel>[2]) =>
      ours.run((tx) => changeChannel(tx, id, given, author()))
    await change({ settings: { url: 'http://two.example/' } })
    await live.refresh(ours.id)
    await vi.waitUntil(() => open.length === 2, 10_000)
    expect(open[0]?.signal.aborted).toBe(true)
    await change({ state: 'paused' })
    await live.refresh(ours.id)
    expect(open[1]?.signal.aborted).toBe(true)
    expect(urls).toEqual(['http://one.example/', 'http://two.example/'])
  })

  it('keeps nothing to remember that was found under other settings', async () => {
    const ours = await makeWorkspace()
    let answerLook: (() => void) | undefined
    const kind = polledKind(async ({ settings }) => {
      await new Promise<void>((resolve) => {
        answerLook = resolve
      })
      return { memory: `of ${settings.url}`, payloads: [], nextInMs: 3_600_000, counts: noCounts }
    })
    const id = await addTo(ours, kind, 'old')
    const { live, stop } = await start(ours, [kind])
    await vi.waitUntil(() => answerLook !== undefined, 10_000)
    const settings = { url: 'http://new.example/' }
    await ours.run((tx) => changeChannel(tx, id, { settings }, author()))
    answerLook?.()
    // A look that a stop comes before is not noted at all.
    await vi.waitUntil(() => live.figures().kinds.length === 1, 10_000)
    await stop()
    const row = await ours.run((tx) =>
      tx.selectFrom('channel_health').selectAll().where('channel_id', '=', id).executeTakeFirst(),
    )
    expect(row).toMatchObject({ memory: null, condition: 'untried', tried_at: expect.any(Date) })
  })

  it('leaves out what cannot be read or recorded, says why, and goes on', async () => {
    const ours = await makeWorkspace()
    const real = await testListening()
    const poisoned: Listening = {
      ...real,
      hear: (hearing, pool) => {
        const isPoison = hearing.heard.some(({ payload }) => payload?.body.includes('毒'))
        return isPoison ? Promise.reject(new Error('poison')) : real.hear(hearing, pool)
      },
    }
    const good = Array.from({ length: 9 }, (_, i) => postPayload(`g${i}`, `よい ${i}`))
    const junk = { format: 'activities', body: '{"id":1}', scope: 'test' } as const
    const kind = polledKind(async () => ({
      ...{ memory: null, nextInMs: 3_600_000, counts: noCounts },
      payloads: [...good.slice(0, 5), postPayload('bad', '毒'), junk, junk, ...good.slice(5)],
    }))
    const id = await addTo(ours, kind)
    const { live, stop } = await start(ours, [kind], { listening: poisoned })
    await vi.waitUntil(() => live.figures().workedOff === 12, 10_000)
    expect(await textsOf(ours)).toHaveLength(9)
    await stop()
    const { problems } = await full(ours, id)
    expect(problems.map(({ code }) => code).sort()).toEqual(['not-recorded', 'refused-record'])
    expect(problems.map(({ detail }) => detail).sort()).toEqual([
      expect.stringMatching(/ ×2$/),
      'poison ×1',
    ])
  })

  it('goes on listening while the database is away, and works off when it is back', async () => {
    const ours = await makeWorkspace()
    const real = testDoor()
    let isAway = false
    const away = () =>
      Promise.reject(Object.assign(new Error('connect ECONNREFUSED'), { code: 'ECONNREFUSED' }))
    const door: Door = {
      ...real,
      inWorkspace: (...given) => (isAway ? away() : real.inWorkspace(...given)),
    }
    let session: StreamSession | undefined
    const kind = streamedKind(async (opened) => {
      session = opened
      opened.opened()
      await untilEnd(opened)
      return undefined
    })
    await addTo(ours, kind)
    const { live, failures } = await start(ours, [kind], { door })
    await vi.waitUntil(() => session !== undefined, 10_000)
    isAway = true
    for (let i = 0; i < 20; i++) await session?.take([postPayload(`w${i}`, `待つ ${i}`)], `${i}`)
    await vi.waitUntil(() => failures.some((one) => one.startsWith('database')), 10_000)
    expect(live.figures().spool.records).toBe(20)
    isAway = false
    await vi.waitUntil(async () => (await textsOf(ours)).length === 20, 10_000)
  })

  it('ends in time, also where the spool is full and the database away', async () => {
    const ours = await makeWorkspace()
    const real = testDoor()
    let isAway = false
    const lost = Object.assign(new Error('connect ECONNREFUSED'), { code: 'ECONNREFUSED' })
    const door: Door = {
      ...real,
      inWorkspace: (...given) => (isAway ? Promise.reject(lost) : real.inWorkspace(...given)),
    }
    let safe = 0
    const kind = streamedKind(async (session) => {
      session.opened()
      isAway = true
      for (;;) {
        await session.take([postPayload(`f${safe}`, '満'.repeat(1_000))], `${safe}`)
        safe += 1
      }
    })
    await addTo(ours, kind)
    const { live, stop, folder } = await start(ours, [kind], { door, bytesMax: 100_000 })
    await vi.waitUntil(() => live.figures().spool.bytes > 90_000, 10_000)
    await stop()
    expect(safe).toBeGreaterThan(20)
    isAway = false
    const again = await start(ours, [], { folder })
    await vi.waitUntil(() => again.live.figures().workedOff === safe, 10_000)
    expect(await textsOf(ours)).toHaveLength(safe)
  })

  it('keeps the last fifty problems of a channel', async () => {
    const ours = await makeWorkspace()
    let looks = 0
    const kind = polledKind(async () => {
      looks += 1
      const problem = { code: 'timed-out', detail: String(looks) }
      return { memory: null, payloads: [], nextInMs: 3_600_000, counts: noCounts, problem }
    })
    const id = await addTo(ours, kind)
    const { live, stop } = await start(ours, [kind])
    while (looks < 60) {
      live.lookNow(id)
      await new Promise((resolve) => setImmediate(resolve))
    }
    await stop()
    const { problems, health } = await full(ours, id)
    expect(problems).toHaveLength(50)
    expect(Number(problems[0]?.detail)).toBe(looks)
    expect(health).toMatchObject({ condition: 'failing', failuresInRow: looks })
  })
})
