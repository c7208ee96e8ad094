import { randomFillSync } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, it } from 'vitest'
import { feedKind } from '#channels/feed/live.ts'
import { settleFeed } from '#channels/feed/live-settings.ts'
import type { LiveChannel, LiveTools, PolledKind } from '#listen/index.ts'
import { createOutside } from '#outside/outside.ts'
import { HealthBook } from '#stream/health-book.ts'
import { PollSchedule } from '#stream/poll-schedule.ts'
import { Spool } from '#stream/spool.ts'
import { rssOf } from '#test/feed-site.ts'
import { startLocal } from '#test/local-server.ts'

const FEEDS = 2_000
const HOURS = 24
const START = Date.UTC(2026, 2, 1)
const MINUTE_MS = 60_000
/** Entries that a feed shows. */
const WINDOW = 20
const TEXT = 'きのう届いた椅子を組み立てた。説明書は一枚、ねじは八本。'.repeat(8)

const folder = mkdtempSync(join(tmpdir(), 'enishi-poll-day-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** A clock that goes on by the minute: whoever is due within it wakes together. */
class MinuteClock {
  #now = START
  readonly #sleepers = new Set<{ at: number; wake: () => void }>()
  readonly now = () => new Date(this.#now)
  readonly sleep: LiveTools['sleep'] = (milliseconds, signal) =>
    new Promise((resolve) => {
      const sleeper = { at: this.#now + milliseconds, wake: () => this.#wake(sleeper, resolve) }
      this.#sleepers.add(sleeper)
      if (signal.aborted) sleeper.wake()
      else signal.addEventListener('abort', sleeper.wake, { once: true })
    })

  goOn(): void {
    this.#now += MINUTE_MS
    for (const sleeper of [...this.#sleepers]) if (sleeper.at <= this.#now) sleeper.wake()
  }

  #wake(sleeper: { at: number; wake: () => void }, resolve: () => void): void {
    this.#sleepers.delete(sleeper)
    resolve()
  }
}

/** Entries that a feed publishes a day: most little, some much, some nothing. */
const perDay = (feed: number) => [1, 1, 1, 2, 2, 4, 4, 8, 40, 0][feed % 10] ?? 0
/** How many it has published at a time; every feed begins with a few. */
const published = (feed: number, at: number) =>
  3 + Math.floor(((at - START) / (24 * 60 * MINUTE_MS)) * perDay(feed) + (feed % 7) / 7)

it(`listens to ${FEEDS} feeds for ${HOURS} hours`, async () => {
  const clock = new MinuteClock()
  let answers = 0
  const server = await startLocal(({ headers }, response) => {
    const feed = Number(/feed-(\d+)/.exec(headers.host ?? '')?.[1])
    const count = published(feed, clock.now().getTime())
    const etag = `W/"${count}"`
    answers += 1
    // One answer in fifty is a fault; one feed in five knows no conditions.
    if (answers % 50 === 0) response.writeHead(500).end()
    else if (headers['if-none-match'] === etag) response.writeHead(304, { etag }).end()
    else {
      const ids = Array.from({ length: Math.min(WINDOW, count) }, (_, at) => count - at)
      const entries = ids.map((id) => ({ id: `${feed}-${id}`, title: `記事 ${id}`, text: TEXT }))
      response.writeHead(200, feed % 5 === 0 ? {} : { etag }).end(rssOf(entries))
    }
  })
  const outside = createOutside({
    allow: [{ kind: 'range', address: '127.0.0.0', prefixBits: 8 }],
    lookup: async () => [{ address: '127.0.0.1', family: 4 }],
    now: clock.now,
  })
  const tools: LiveTools = {
    ...{ outside, now: clock.now, sleep: clock.sleep },
    random: (into) => void randomFillSync(into),
  }
  const sums = {
    looks: 0,
    requests: 0,
    bytes: 0,
    unchanged: 0,
    events: 0,
    taken: 0,
    problems: 0,
    gaps: 0,
  }
  const heard = new Map<string, number>()
  const lastGood = new Map<string, number>()
  let busy = 0
  const kind: PolledKind = {
    ...feedKind,
    poll: async (turn) => {
      busy += 1
      const askedAt = clock.now().getTime()
      const result = await feedKind.poll(turn)
      for (const [name, value] of Object.entries(result.counts))
        sums[name as keyof typeof result.counts] += value
      sums.looks += 1
      if (result.problem === undefined) lastGood.set(String(turn.settings.address), askedAt)
      else sums.problems += 1
      if (result.gap !== undefined) sums.gaps += 1
      for (const { body } of result.payloads) {
        const { id } = JSON.parse(body.toString()).entry
        heard.set(id, (heard.get(id) ?? 0) + 1)
      }
      return result
    },
  }
  const spool = await Spool.open({ folder, onNews: () => undefined })
  const book = new (class extends HealthBook {
    override note(): void {
      return
    }
  })({
    ...{ now: clock.now, random: tools.random, onFailure: () => undefined },
    door: {} as ConstructorParameters<typeof HealthBook>[0]['door'],
  })
  const looked = () => {
    busy -= 1
  }
  const schedule = new PollSchedule({ spool, book, tools, onKept: () => looked() })
  const addressOf = (feed: number) => `http://feed-${feed}.example:${server.port}/`
  for (let feed = 0; feed < FEEDS; feed++) {
    const settings = { ...settleFeed({ address: addressOf(feed) }) }
    const channel: LiveChannel = {
      ...{ workspaceId: 'w', id: `${feed}`, kind: 'feed', settings, settingsHash: `${feed}` },
      ...{ memory: null, succeededAt: null, nextTryAt: null, failuresInRow: 0 },
    }
    schedule.set(channel, kind)
  }
  const controller = new AbortController()
  const start = performance.now()
  const startCpu = process.cpuUsage()
  const running = schedule.run(controller.signal)
  for (let minute = 0; minute < HOURS * 60; minute++) {
    let still = 0
    while (still < 3) {
      await new Promise((resolve) => setImmediate(resolve))
      still = busy > 0 ? 0 : still + 1
    }
    clock.goOn()
  }
  while (busy > 0) await new Promise((resolve) => setImmediate(resolve))
  const seconds = (performance.now() - start) / 1000
  const { user, system } = process.cpuUsage(startCpu)
  const cpuSeconds = (user + system) / 1e6
  controller.abort()
  await running
  await spool.close()
  await outside.close()
  process.stdout.write(
    `${FEEDS} feeds, ${HOURS} h in ${seconds.toFixed(1)} s (${cpuSeconds.toFixed(1)} s of processor): ${JSON.stringify(sums)}, ` +
      `${((100 * sums.unchanged) / sums.requests).toFixed(0)} % unchanged, ` +
      `${(sums.bytes / sums.requests).toFixed(0)} bytes a request\n`,
  )
  for (let feed = 0; feed < FEEDS; feed++) {
    const at = lastGood.get(addressOf(feed)) ?? 0
    const count = published(feed, at)
    const ids = Array.from({ length: count }, (_, index) => `${feed}-${index + 1}`)
    expect(ids.filter((id) => heard.get(id) !== 1)).toEqual([])
  }
  const inAll = [...Array(FEEDS).keys()].map((feed) =>
    published(feed, lastGood.get(addressOf(feed)) ?? 0),
  )
  expect(heard.size).toBe(inAll.reduce((sum, count) => sum + count, 0))
  expect(sums.gaps).toBe(0)
  expect(sums.problems).toBeGreaterThan(0)
})
