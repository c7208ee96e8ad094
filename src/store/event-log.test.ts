import fc from 'fast-check'
import { sql } from 'kysely'
import { beforeAll, describe, expect, it } from 'vitest'
import { freshDatabase } from '#test/server.ts'
import { newId } from '#test/workspace.ts'
import type { Door } from './door.ts'
import {
  dropPassingEvents,
  isAfter,
  readEventsAfter,
  readHorizon,
  readMissedEvents,
  readPosition,
  writePosition,
} from './event-log.ts'
import { consumeEvents, writeEvent } from './outbox.ts'

const NOW = new Date()
const LATER = new Date(NOW.getTime() + 8 * 86_400_000)
const START = { xid: '0', id: 0 }

/** A database of its own: what is dropped here is dropped for all. */
let door: Door
let ours: string

beforeAll(async () => {
  door = await freshDatabase()
  ours = await addWorkspace()
})

async function addWorkspace(): Promise<string> {
  const id = newId()
  const row = { id, slug: id, name: 'x', language: 'ja' as const, time_zone: 'UTC' }
  await door.asSystem((tx) => tx.insertInto('workspace').values(row).execute())
  return id
}

const write = (name: string, workspaceId = ours) =>
  door.inWorkspace(workspaceId, (tx) => writeEvent(tx, workspaceId, { name }))

/** Other databases of the server share its transactions: the horizon may lag for a moment. */
async function settled(): Promise<void> {
  const { xid } = await door.asSystem(async (tx) => {
    const { rows } = await sql<{ xid: string }>`select pg_current_xact_id()::text as xid`.execute(
      tx,
    )
    return rows[0] as { xid: string }
  })
  const horizon = async () => isAfter(await readHorizon(door), { xid, id: 0 })
  await expect.poll(horizon, { timeout: 20_000 }).toBe(true)
}

describe('a position', () => {
  it('is read as it was written, and nothing else is', () => {
    const position = fc.record({
      xid: fc.bigInt({ min: 0n, max: 2n ** 64n - 1n }).map(String),
      id: fc.integer({ min: 0, max: Number.MAX_SAFE_INTEGER }),
    })
    fc.assert(
      fc.property(position, (p) => {
        expect(readPosition(writePosition(p))).toEqual(p)
      }),
    )
    for (const text of [
      '',
      '1',
      'a-b',
      '-1-2',
      '1-2-3',
      '18446744073709551616-1',
      ' 1-2',
      '1-2 ',
    ]) {
      expect([text, readPosition(text)]).toEqual([text, undefined])
    }
  })

  it('is ordered by transaction, then by number', () => {
    expect(isAfter({ xid: '10', id: 1 }, { xid: '9', id: 5 })).toBe(true)
    expect(isAfter({ xid: '9', id: 6 }, { xid: '9', id: 5 })).toBe(true)
    expect(isAfter({ xid: '9', id: 5 }, { xid: '9', id: 5 })).toBe(false)
  })
})

describe('what was missed', () => {
  it('is what this workspace wrote behind the place, in order', async () => {
    const theirs = await addWorkspace()
    const start = await readHorizon(door)
    for (const name of ['a', 'b', 'c']) await write(name)
    await write('foreign', theirs)
    await settled()
    const missed = await readMissedEvents(door, ours, start, 10)
    if (missed.kind === 'reset') throw new Error('reset')
    expect(missed.events.map(({ name }) => name)).toEqual(['a', 'b', 'c'])
    const second = missed.events[1] ?? START
    const rest = await readMissedEvents(door, ours, second, 10)
    expect(rest).toMatchObject({ kind: 'events', events: [{ name: 'c' }] })
    expect(await readMissedEvents(door, ours, start, 2)).toMatchObject({ kind: 'reset' })
  })

  it('cannot be told from a place that this database never had', async () => {
    const { xid } = await readHorizon(door)
    const ahead = { xid: String(BigInt(xid) + 1_000_000n), id: 0 }
    expect(await readMissedEvents(door, ours, ahead, 10)).toMatchObject({ kind: 'reset' })
  })

  it('says that something is written which may not be read yet', async () => {
    const start = await readHorizon(door)
    const { promise: held, resolve: release } = Promise.withResolvers<void>()
    const { promise: begun, resolve: begin } = Promise.withResolvers<void>()
    const slow = door.inWorkspace(ours, async (tx) => {
      await writeEvent(tx, ours, { name: 'slow' })
      begin()
      await held
    })
    await begun
    await write('quick')
    const during = await readEventsAfter(door, start, 10)
    expect(during).toEqual({ events: [], isWaiting: true })
    release()
    await slow
    await settled()
    const { events } = await readEventsAfter(door, start, 10)
    expect(events.map(({ name }) => name)).toEqual(['slow', 'quick'])
  })
})

describe('dropping what passes', () => {
  it('keeps a week, keeps what members did, and waits for every consumer', async () => {
    const start = await readHorizon(door)
    for (const name of ['activities.heard', 'topic.added', 'activities.heard']) await write(name)
    await settled()
    const names = async () =>
      (await readEventsAfter(door, start, 50)).events.map(({ name }) => name)
    while ((await dropPassingEvents(door, NOW)) > 0);
    expect(await names()).toHaveLength(3)
    await consumeEvents(door, 'lagging', async () => undefined, 1)
    while ((await dropPassingEvents(door, LATER)) > 0);
    expect(await names()).toHaveLength(3)
    expect(await readMissedEvents(door, ours, start, 50)).toMatchObject({ kind: 'events' })
    while ((await consumeEvents(door, 'lagging', async () => undefined)) > 0);
    while ((await dropPassingEvents(door, LATER, 2)) > 0);
    expect(await names()).toEqual(['topic.added'])
    expect(await readMissedEvents(door, ours, start, 50)).toMatchObject({ kind: 'reset' })
    const now = await readHorizon(door)
    expect(await readMissedEvents(door, ours, now, 50)).toEqual({ kind: 'events', events: [] })
  })

  it('may take nothing else, whoever asks', async () => {
    await write('topic.added')
    await door.asSystem((tx) => sql`delete from event where name = 'topic.added'`.execute(tx))
    const left = await door.inWorkspace(ours, (tx) =>
      sql`select 1 from event where name = 'topic.added'`.execute(tx),
    )
    expect(left.rows.length).toBeGreaterThan(0)
  })
})
