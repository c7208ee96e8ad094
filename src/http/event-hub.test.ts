import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { createApiKey, revokeApiKey } from '#store/api-keys.ts'
import { type Bell, openBell } from '#store/bell.ts'
import type { Door } from '#store/door.ts'
import { writeEvent } from '#store/outbox.ts'
import { notingWaits } from '#test/bells.ts'
import { makeCast } from '#test/server.ts'
import { OTHERS_DONE, settle } from '#test/settle.ts'
import { StreamReader } from '#test/stream.ts'
import { randomBytes, testDoor } from '#test/workspace.ts'
import { LIMITS } from '#vocabulary/index.ts'
import { EventHub, type Guest } from './event-hub.ts'

const SOON = { timeout: 10_000, interval: 10 }
/** The longest that the hub waits while it knows of something hidden. */
const LOOK_AGAIN_MS_MAX = 500
const chance = { now: () => new Date(), random: randomBytes }

let bell: Bell
/** Hears the calls of another database, where nobody calls. */
let deaf: Bell

beforeAll(async () => {
  const url = new URL(inject('databaseUrl'))
  bell = await openBell({ connectionString: url.href })
  url.pathname = '/postgres'
  deaf = await openBell({ connectionString: url.href })
})

afterAll(() => Promise.all([bell.close(), deaf.close()]))

const open = (hub: EventHub, guest: Guest, after?: string) => {
  const stream = hub.open(guest, after)
  if (stream === 'full') throw new Error('full')
  return stream
}

const makeHub = (followed = bell, door = testDoor()) =>
  new EventHub({ door, bell: followed, now: () => new Date(), log: () => undefined })

const write = (workspaceId: string, name: string) =>
  testDoor().inWorkspace(workspaceId, (tx) => writeEvent(tx, workspaceId, { name }))

async function guestOf(workspaceId: string): Promise<Guest> {
  const wanted = { workspaceId, name: 'read', scope: 'read' as const, userId: null }
  const { id } = await createApiKey(testDoor(), chance, wanted)
  return { workspaceId, role: null, scope: 'read', owner: id, credential: { kind: 'key', id } }
}

/** A workspace of whose making no stream hears any more, and who watches it. */
async function settled(): Promise<{ workspaceId: string; guest: Guest }> {
  const { workspaceId } = await makeCast()
  const guest = await guestOf(workspaceId)
  await settle(testDoor(), workspaceId)
  return { workspaceId, guest }
}

const isReady = (reader: StreamReader) => expect.poll(() => reader.names[0], SOON).toBe('ready')
const heardBy = (reader: StreamReader) => expect.poll(() => reader.names.slice(1), OTHERS_DONE)

/** Begins a transaction that will tell nobody of its end; answers how to end it. */
async function beginSilently(workspaceId: string): Promise<() => Promise<void>> {
  const [begun, mayEnd] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()]
  const silent = testDoor().inWorkspace(workspaceId, async (tx) => {
    await sql`select pg_current_xact_id()`.execute(tx)
    begun.resolve()
    await mayEnd.promise
  })
  await Promise.race([begun.promise, silent])
  return () => {
    mayEnd.resolve()
    return silent
  }
}

describe('the hub', { timeout: 180_000 }, () => {
  it('loses and doubles nothing with six writers, slow transactions and a reader that comes and goes', async () => {
    const { workspaceId, guest } = await settled()
    const hub = makeHub()
    let reader = new StreamReader(open(hub, guest))
    // What is committed before its place is none of its business.
    await isReady(reader)
    const EACH = 40
    const writing = Promise.all(
      Array.from({ length: 6 }, async (_, writer) => {
        for (let i = 0; i < EACH; i++) {
          await testDoor().inWorkspace(workspaceId, async (tx) => {
            await writeEvent(tx, workspaceId, { name: `${writer}-${i}` })
            // Holds the horizon back while others commit behind it.
            if (i % 6 === writer) await sql`select pg_sleep(0.03)`.execute(tx)
          })
        }
      }),
    )
    const broken = new Promise<never>((_, fail) => writing.catch(fail))
    const ledger: string[] = []
    let after: string | undefined
    let visits = 0
    while (ledger.length < 6 * EACH) {
      if (visits > 0) reader = new StreamReader(open(hub, guest, after))
      const now = reader
      // `ready`, then one to nine events, or what is left of all.
      const wanted = 1 + Math.min(1 + (visits % 9), 6 * EACH - ledger.length)
      const isDone = () => now.heard.length >= wanted
      await Promise.race([expect.poll(isDone, OTHERS_DONE).toBe(true), broken])
      now.stop()
      const changes = now.heard.filter(({ event }) => event !== 'ready')
      expect(changes.map(({ event }) => event)).not.toContain('reset')
      ledger.push(...changes.map(({ event }) => event))
      after = changes.at(-1)?.id ?? after
      visits += 1
    }
    await writing
    await hub.close()
    expect(visits).toBeGreaterThan(5)
    expect(ledger).toHaveLength(6 * EACH)
    for (let writer = 0; writer < 6; writer++) {
      const own = ledger.filter((name) => name.startsWith(`${writer}-`))
      expect(own).toEqual(Array.from({ length: EACH }, (_, i) => `${writer}-${i}`))
    }
  })

  it('finds the end of a transaction that tells nobody', async () => {
    const { workspaceId, guest } = await settled()
    const hub = makeHub()
    const reader = new StreamReader(open(hub, guest))
    await isReady(reader)
    const end = await beginSilently(workspaceId)
    await write(workspaceId, 'behind')
    expect(reader.names).toEqual(['ready'])
    await end()
    await heardBy(reader).toEqual(['behind'])
    await hub.close()
  })

  it('finds what was called out before its first stream came and is hidden still', async () => {
    const { workspaceId, guest } = await settled()
    const end = await beginSilently(workspaceId)
    await write(workspaceId, 'behind')
    const waits: number[] = []
    // Its call has passed, and nothing more is called out.
    const hub = makeHub(notingWaits(deaf, waits))
    const reader = new StreamReader(open(hub, guest))
    await isReady(reader)
    await expect.poll(() => waits.at(-1), SOON).toBeLessThanOrEqual(LOOK_AGAIN_MS_MAX)
    expect(reader.names).toEqual(['ready'])
    await end()
    await heardBy(reader).toEqual(['behind'])
    await hub.close()
  })

  it('cuts off who reads too slowly, and misses nothing out when they resume', async () => {
    const { workspaceId, guest } = await settled()
    const hub = makeHub()
    const slow = open(hub, guest)
    const first = slow.setEncoding('utf8')
    let text = ''
    await expect.poll(() => (text += first.read() ?? ''), SOON).toContain('event: ready')
    const place = /event: ready\nid: (\S+)/.exec(text)?.[1] ?? ''
    const COUNT = LIMITS.streamEventsWaitingMax + 900
    for (let i = 0; i < COUNT; i += 100) {
      await testDoor().inWorkspace(workspaceId, (tx) =>
        sql`insert into event (workspace_id, name, detail) select ${workspaceId}::uuid, 'filling',
          array[repeat('x', 100)] from generate_series(1, 100)`.execute(tx),
      )
    }
    bell.ring()
    await expect.poll(() => slow.destroyed, SOON).toBe(true)
    expect(hub.lines()).toContain('enishi_streams_cut_off_total 1')
    expect(hub.lines()).toContain('enishi_streams 0')
    const again = new StreamReader(open(hub, guest, place))
    await heardBy(again).toEqual(['reset'])
    await hub.close()
  })

  it('gives nothing of what was missed to a key that is no longer one', async () => {
    const { workspaceId, guest } = await settled()
    const hub = makeHub()
    const before = new StreamReader(open(hub, guest))
    await expect.poll(() => before.names, SOON).toEqual(['ready'])
    before.stop()
    await write(workspaceId, 'secret')
    const { id } = guest.credential
    await revokeApiKey(testDoor(), { workspaceId, id, userId: null, now: new Date() })
    const late = new StreamReader(open(hub, guest, before.lastId))
    await expect.poll(() => late.isEnded, SOON).toBe(true)
    expect(late.names).toEqual(['signed-out'])
    await hub.close()
  })

  it('opens no more streams than are allowed, and frees those that leave', async () => {
    const { guest } = await settled()
    const hub = makeHub()
    const all = Array.from({ length: LIMITS.streamsPerMemberMax }, () => open(hub, guest))
    expect(hub.open(guest)).toBe('full')
    all[0]?.destroy()
    await expect.poll(() => hub.lines(), SOON).toContain(`enishi_streams ${all.length - 1}\n`)
    open(hub, guest).resume()
    await hub.close()
    for (const one of all) one.resume()
    await expect.poll(() => all.every((one) => one.destroyed), SOON).toBe(true)
    expect(hub.open(guest)).toBe('full')
  })

  it('tells 300 streams of one event in one round', async () => {
    const { workspaceId } = await settled()
    let looks = 0
    const door = testDoor()
    const asAccounts: Door['asAccounts'] = (work) => {
      looks += 1
      return door.asAccounts(work)
    }
    const hub = makeHub(bell, { ...door, asAccounts })
    const before = process.memoryUsage()
    const all: StreamReader[] = []
    for (let i = 0; i < 30; i++) {
      const guest = await guestOf(workspaceId)
      for (let n = 0; n < 10; n++) all.push(new StreamReader(open(hub, guest)))
    }
    await expect.poll(() => all.every(({ names }) => names[0] === 'ready'), SOON).toBe(true)
    looks = 0
    const startedAt = performance.now()
    await write(workspaceId, 'for-all')
    const isWithAll = () => all.every(({ names }) => names.at(-1) === 'for-all')
    await expect.poll(isWithAll, { ...OTHERS_DONE, interval: 1 }).toBe(true)
    const tookMs = performance.now() - startedAt
    const mib = ({ rss }: { rss: number }) => `${Math.round(rss / 2 ** 20)} MiB`
    console.info(
      `300 streams: one event with all after ${tookMs.toFixed(0)} ms; ` +
        `memory ${mib(before)} before, ${mib(process.memoryUsage())} with them`,
    )
    // One look at all standings, and perhaps that of a heart-beat.
    expect(looks).toBeLessThanOrEqual(2)
    await hub.close()
  })
})
