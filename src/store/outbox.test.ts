import { sql } from 'kysely'
import { beforeEach, describe, expect, it } from 'vitest'
import { makeWorkspace, newId, testDoor } from '#test/workspace.ts'
import { consumeEvents, type OutboxEvent, parkEvent, writeEvent } from './outbox.ts'

/** Other tests write events too: a consumer of a test looks at its own workspace only. */
async function seenBy(consumer: string, workspaceId: string, events: OutboxEvent[]): Promise<void> {
  for (;;) {
    const taken = await consumeEvents(testDoor(), consumer, async (event) => {
      if (event.workspaceId === workspaceId) events.push(event)
    })
    if (taken === 0) return
  }
}

describe('the outbox', () => {
  let consumer: string
  beforeEach(() => {
    consumer = `test-${newId()}`
  })

  it('hands events on once, in order, with their change', async () => {
    const { id, run } = await makeWorkspace()
    await run(async (tx) => {
      await writeEvent(tx, id, { name: 'one', detail: ['new=1'] })
      await writeEvent(tx, id, { name: 'two', subjectId: id })
    })
    const events: OutboxEvent[] = []
    await eventually(async () => {
      await seenBy(consumer, id, events)
      expect(events.map((event) => event.name)).toEqual(['one', 'two'])
    })
    expect(events[0]).toMatchObject({ workspaceId: id, detail: ['new=1'], authorId: null })
    await seenBy(consumer, id, events)
    expect(events).toHaveLength(2)
  })

  it('writes no event for a change that is rolled back', async () => {
    const { id, run } = await makeWorkspace()
    const failed = run(async (tx) => {
      await writeEvent(tx, id, { name: 'never' })
      throw new Error('changed my mind')
    })
    await expect(failed).rejects.toThrow('changed my mind')
    const { rows } = await run((tx) => sql`select 1 from event`.execute(tx))
    expect(rows).toEqual([])
  })

  it('does not skip what commits late under an early number', async () => {
    const { id, run } = await makeWorkspace()
    const events: OutboxEvent[] = []
    let release: () => void = () => undefined
    const held = new Promise<void>((resolve) => {
      release = resolve
    })
    let written: () => void = () => undefined
    const early = new Promise<void>((resolve) => {
      written = resolve
    })
    const slow = run(async (tx) => {
      await writeEvent(tx, id, { name: 'early' })
      written()
      await held
    })
    await early
    await run((tx) => writeEvent(tx, id, { name: 'late' }))
    await seenBy(consumer, id, events)
    expect(events).toEqual([])
    release()
    await slow
    await eventually(async () => {
      await seenBy(consumer, id, events)
      expect(events.map((event) => event.name)).toEqual(['early', 'late'])
    })
  })

  it('goes past a parked event and keeps its reason', async () => {
    const { id, run } = await makeWorkspace()
    await run((tx) => writeEvent(tx, id, { name: 'poison' }))
    await run((tx) => writeEvent(tx, id, { name: 'fine' }))
    const seen: string[] = []
    let poison: OutboxEvent | undefined
    const take = () =>
      consumeEvents(testDoor(), consumer, async (event) => {
        if (event.workspaceId !== id) return
        if (event.name === 'poison') {
          poison = event
          throw new Error('cannot digest')
        }
        seen.push(event.name)
      })
    await eventually(async () => {
      await take().catch((error: Error) => error)
      expect(poison).toBeDefined()
    })
    expect(seen).toEqual([])
    await parkEvent(testDoor(), consumer, poison as OutboxEvent, 'cannot digest')
    await eventually(async () => {
      await take()
      expect(seen).toEqual(['fine'])
    })
    const parked = await testDoor().asSystem((tx) =>
      tx.selectFrom('event_parked').select('reason').where('consumer', '=', consumer).execute(),
    )
    expect(parked).toEqual([{ reason: 'cannot digest' }])
  })

  it('loses and doubles nothing with six writers and consumers that die in the middle', async () => {
    const { id, run } = await makeWorkspace()
    const EACH = 60
    const writers = Array.from({ length: 6 }, async (_, writer) => {
      for (let i = 0; i < EACH; i++) {
        await run(async (tx) => {
          await writeEvent(tx, id, { name: `${writer}-${i}` })
          if (i % 7 === writer) await sql`select pg_sleep(0.005)`.execute(tx)
        })
      }
    })
    const ledger: string[] = []
    let deaths = 0
    const consume = async () => {
      const taken: string[] = []
      const count = await consumeEvents(
        testDoor(),
        consumer,
        async (event) => {
          if (event.workspaceId === id) taken.push(event.name)
          // Dies with the transaction open: neither effect nor position may stay.
          if (taken.length === 5 && deaths < 40 && deaths++ % 2 === 0) throw new Error('killed')
        },
        37,
      ).catch((error: Error) => {
        if (error.message !== 'killed') throw error
        return -1
      })
      if (count > 0) ledger.push(...taken)
      return count
    }
    const isWritten = Promise.all(writers).then(() => true)
    let done = false
    void isWritten.then(() => {
      done = true
    })
    while (!done) await Promise.all([consume(), consume()])
    await isWritten
    await eventually(async () => {
      while ((await consume()) !== 0);
      expect(ledger).toHaveLength(6 * EACH)
    })
    expect(new Set(ledger).size).toBe(6 * EACH)
    expect(deaths).toBeGreaterThan(0)
    for (let writer = 0; writer < 6; writer++) {
      const own = ledger.filter((name) => name.startsWith(`${writer}-`))
      expect(own).toEqual(Array.from({ length: EACH }, (_, i) => `${writer}-${i}`))
    }
  }, 60_000)
})

/** Other tests' transactions may hold the horizon back for a moment. */
async function eventually(check: () => Promise<void>): Promise<void> {
  for (let tries = 0; ; tries++) {
    try {
      await check()
      return
    } catch (error) {
      if (tries >= 200) throw error
      await testDoor().asSystem((tx) => sql`select pg_sleep(0.02)`.execute(tx))
    }
  }
}
