import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import type { LiveChannel, PollResult, PollTurn } from '#listen/index.ts'
import { FakeClock } from '#test/fake-clock.ts'
import { silentOutside } from '#test/live.ts'
import { noCounts, polledKind, postPayload } from '#test/live-kinds.ts'
import { HealthBook, type HealthNote } from './health-book.ts'
import { PollSchedule } from './poll-schedule.ts'
import { Spool } from './spool.ts'

const START = new Date('2026-04-01T00:00:00Z')
const HOUR_MS = 3_600_000

const open: { folder: string; spool: Spool }[] = []

afterEach(async () => {
  for (const { folder, spool } of open.splice(0)) {
    await spool.close()
    rmSync(folder, { recursive: true, force: true })
  }
})

/** Keeps what is noted instead of writing it. */
class NotedBook extends HealthBook {
  readonly notes: [string, HealthNote][] = []

  constructor() {
    const nothing = () => undefined
    super({
      ...{ now: () => START, random: nothing, onFailure: nothing },
      door: {} as ConstructorParameters<typeof HealthBook>[0]['door'],
    })
  }

  override note(channel: LiveChannel, note: HealthNote): void {
    this.notes.push([channel.id, note])
  }
}

async function stage(poll: (turn: PollTurn) => Promise<PollResult>, concurrencyMax = 16) {
  const folder = mkdtempSync(join(tmpdir(), 'enishi-polls-'))
  const spool = await Spool.open({ folder, onNews: () => undefined })
  open.push({ folder, spool })
  const clock = new FakeClock(START)
  const tools = {
    ...{ outside: silentOutside, now: clock.now, sleep: clock.sleep },
    random: (into: Uint8Array) => void into.fill(128),
  }
  const book = new NotedBook()
  let busy = 0
  const kind = polledKind(async (turn) => {
    busy += 1
    return poll(turn).finally(() => {
      // What follows a look (spool, notes) is part of it.
      setImmediate(() => {
        busy -= 1
      })
    })
  })
  const schedule = new PollSchedule({ spool, book, tools, concurrencyMax, onKept: () => undefined })
  const controller = new AbortController()
  const add = (id: string, url: string, given: Partial<LiveChannel> = {}) => {
    const channel: LiveChannel = {
      ...{ workspaceId: 'w', id, kind: kind.kind, settings: { url }, settingsHash: id },
      ...{ memory: null, succeededAt: null, nextTryAt: null, failuresInRow: 0, ...given },
    }
    schedule.set(channel, kind)
  }
  const running = schedule.run(controller.signal)
  const stop = () => {
    controller.abort()
    return running
  }
  const isBusy = () => busy > 0
  const goTo = (hours: number) => clock.goTo(new Date(START.getTime() + hours * HOUR_MS), isBusy)
  return { spool, schedule, book, clock, add, stop, goTo }
}

const answer = (given: Partial<PollResult> = {}): PollResult => ({
  ...{ memory: null, payloads: [], nextInMs: HOUR_MS, counts: noCounts },
  ...given,
})

describe('the schedule of looks', () => {
  it('looks at each channel when it is due, and hands on what is remembered', async () => {
    const seen: [unknown, string | null, string][] = []
    const { add, goTo, stop, clock } = await stage(async ({ settings, memory }) => {
      seen.push([settings.url, memory, clock.now().toISOString().slice(11, 16)])
      return answer({ memory: `${memory ?? ''}x` })
    })
    add('a', 'http://a.example/')
    add('b', 'http://b.example/', { nextTryAt: new Date(START.getTime() + HOUR_MS / 2) })
    await goTo(2.6)
    await stop()
    expect(seen).toEqual([
      ['http://a.example/', null, '00:00'],
      ['http://b.example/', null, '00:30'],
      ['http://a.example/', 'x', '01:00'],
      ['http://b.example/', 'x', '01:30'],
      ['http://a.example/', 'xx', '02:00'],
      ['http://b.example/', 'xx', '02:30'],
    ])
  })

  it('never looks twice at once at one host, nor at more places than it may', async () => {
    const atOnce = new Map<string, number>()
    let most = 0
    let mostAtHost = 0
    const { add, goTo, stop } = await stage(async ({ settings }) => {
      const host = new URL(String(settings.url)).host
      atOnce.set(host, (atOnce.get(host) ?? 0) + 1)
      mostAtHost = Math.max(mostAtHost, atOnce.get(host) ?? 0)
      most = Math.max(
        most,
        [...atOnce.values()].reduce((sum, count) => sum + count, 0),
      )
      for (let i = 0; i < 3; i++) await new Promise((resolve) => setImmediate(resolve))
      atOnce.set(host, (atOnce.get(host) ?? 0) - 1)
      return answer()
    }, 5)
    for (let i = 0; i < 60; i++) add(`c${i}`, `http://h${i % 12}.example/${i}`)
    await goTo(0.5)
    await stop()
    expect({ most, mostAtHost }).toEqual({ most: 5, mostAtHost: 1 })
  })

  it('notes what to remember only when what was heard is in the spool', async () => {
    const { add, goTo, stop, spool, book } = await stage(async () =>
      answer({ memory: 'etag', payloads: [postPayload('p', 'よい', START)] }),
    )
    const order: string[] = []
    const append = spool.append.bind(spool)
    spool.append = async (records) => {
      await append(records)
      order.push(`safe ${records.length}`)
    }
    const note = book.note.bind(book)
    book.note = (channel, noted) => {
      if (noted.memory !== undefined) order.push(`remember ${noted.memory}`)
      note(channel, noted)
    }
    add('a', 'http://a.example/')
    await goTo(0.5)
    await stop()
    expect(order).toEqual(['safe 1', 'remember etag'])
    expect(spool.depth().records).toBe(1)
  })

  it('tells failures: retrying at first, failing after five or where waiting mends nothing', async () => {
    const results = [
      answer({ problem: { code: 'not-reached' } }),
      answer({ problem: { code: 'gone', isLasting: true } }),
      ...Array.from({ length: 3 }, () => answer({ problem: { code: 'timed-out' } })),
      answer(),
    ]
    const { add, goTo, stop, book } = await stage(async ({ failuresInRow }) => {
      expect(failuresInRow).toBe(6 - results.length)
      return results.shift() ?? answer()
    })
    add('a', 'http://a.example/')
    await goTo(5.5)
    await stop()
    const conditions = book.notes.flatMap(([, { condition }]) => condition ?? [])
    const expected = ['retrying', 'failing', 'retrying', 'retrying', 'failing', 'listening']
    expect(conditions).toEqual(expected)
  })

  it('goes on where a kind throws, and calls it our fault', async () => {
    let looks = 0
    const { add, goTo, stop, book } = await stage(async () => {
      looks += 1
      if (looks === 1) throw new TypeError('oops')
      return answer()
    })
    add('a', 'http://a.example/')
    await goTo(1)
    await stop()
    expect(book.notes[0]?.[1].problems).toMatchObject([
      { code: 'fault', detail: 'TypeError: oops' },
    ])
    expect(looks).toBe(2)
  })

  it('looks at once when asked, and at nothing that was removed', async () => {
    const seen: unknown[] = []
    const { add, goTo, stop, schedule } = await stage(async ({ settings }) => {
      seen.push(settings.url)
      return answer({ nextInMs: 24 * HOUR_MS })
    })
    add('a', 'http://a.example/')
    add('b', 'http://b.example/')
    await goTo(1)
    schedule.lookNow('a')
    schedule.remove('b')
    await goTo(30)
    await stop()
    expect(seen).toEqual([
      ...['http://a.example/', 'http://b.example/'],
      ...['http://a.example/', 'http://a.example/'],
    ])
  })

  it('takes 2,000 feeds through a day', async () => {
    let looks = 0
    const { add, goTo, stop } = await stage(async () => {
      looks += 1
      return answer()
    })
    for (let i = 0; i < 2_000; i++) add(`c${i}`, `http://h${i}.example/`)
    const startedAt = performance.now()
    await goTo(23.5)
    await stop()
    const seconds = (performance.now() - startedAt) / 1000
    console.info(`${looks} looks of a day at 2,000 feeds: ${seconds.toFixed(1)} s`)
    expect(looks).toBe(48_000)
    expect(seconds).toBeLessThan(60)
  }, 90_000)
})
