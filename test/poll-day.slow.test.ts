import { randomFillSync } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, it } from 'vitest'
import { feedKind } from '#channels/feed/live.ts'
import { settleFeed } from '#channels/feed/live-settings.ts'
import type { LiveChannel, LiveTools, PolledKind, PollResult } from '#listen/index.ts'
import { createOutside } from '#outside/outside.ts'
import { HealthBook } from '#stream/health-book.ts'
import { PollSchedule } from '#stream/poll-schedule.ts'
import { Spool } from '#stream/spool.ts'
import { rssOf } from '#test/feed-site.ts'
import { startLocal } from '#test/local-server.ts'

const FEEDS = 2_000
const HOURS = 24
/** Of processor, all threads together: what else the machine does counts little. Slower machines may be given longer. */
const SECONDS_MAX = Number(process.env.ENISHI_POLL_DAY_SECONDS ?? 60)
const START = Date.UTC(2026, 2, 1)
const MINUTE_MS = 60_000
/** Entries that a feed shows. */
const WINDOW = 20
const TEXT = 'きのう届いた椅子を組み立てた。説明書は一枚、ねじは八本。'.repeat(8)

const folder = mkdtempSync(join(tmpdir(), 'enishi-poll-day-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** A clock that goes on by the minute: whoever is due within it wakes together, so that looks overlap as they do. */
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

/** All feeds on one server, by the host's name. One answer in fifty is a fault; one feed in five knows no conditions. */
function startFeeds(clock: MinuteClock) {
  let answers = 0
  return startLocal(({ headers }, response) => {
    const feed = Number(/feed-(\d+)/.exec(headers.host ?? '')?.[1])
    const count = published(feed, clock.now().getTime())
    const etag = `W/"${count}"`
    answers += 1
    if (answers % 50 === 0) response.writeHead(500).end()
    else if (headers['if-none-match'] === etag) response.writeHead(304, { etag }).end()
    else {
      const ids = Array.from({ length: Math.min(WINDOW, count) }, (_, at) => count - at)
      const entries = ids.map((id) => ({ id: `${feed}-${id}`, title: `記事 ${id}`, text: TEXT }))
      response.writeHead(200, feed % 5 === 0 ? {} : { etag }).end(rssOf(entries))
    }
  })
}

/** What was heard and counted over the day. */
class Day {
  readonly sums = {
    looks: 0,
    requests: 0,
    bytes: 0,
    unchanged: 0,
    events: 0,
    taken: 0,
    problems: 0,
    gaps: 0,
  }
  /** How often each entry was handed on. */
  readonly heard = new Map<string, number>()
  /** By address, when it was last looked at without a problem. */
  readonly lastGood = new Map<string, number>()
  /** Looks that have begun and aren't kept yet. */
  busy = 0

  /** The kind of feeds, listened in on. */
  kind(clock: MinuteClock): PolledKind {
    const poll: PolledKind['poll'] = async (turn) => {
      this.busy += 1
      const askedAt = clock.now().getTime()
      const result = await feedKind.poll(turn)
      if (result.problem === undefined) this.lastGood.set(String(turn.settings.address), askedAt)
      this.#note(result)
      return result
    }
    return { ...feedKind, poll }
  }

  #note({ counts, problem, gap, payloads }: PollResult): void {
    for (const [name, value] of Object.entries(counts))
      this.sums[name as keyof typeof counts] += value
    this.sums.looks += 1
    if (problem !== undefined) this.sums.problems += 1
    if (gap !== undefined) this.sums.gaps += 1
    for (const { body } of payloads) {
      const { id } = JSON.parse(body.toString()).entry
      this.heard.set(id, (this.heard.get(id) ?? 0) + 1)
    }
  }
}

/** Keeps no book: there is no database. */
class NoBook extends HealthBook {
  override note(): void {
    return
  }
}

/** The engine's own schedule and spool. */
async function openSchedule(day: Day, tools: LiveTools) {
  const spool = await Spool.open({ folder, onNews: () => undefined })
  const door = {} as ConstructorParameters<typeof HealthBook>[0]['door']
  const book = new NoBook({
    door,
    now: tools.now,
    random: tools.random,
    onFailure: () => undefined,
  })
  const onKept = () => {
    day.busy -= 1
  }
  return { spool, schedule: new PollSchedule({ spool, book, tools, onKept }) }
}

function channelOf(feed: number, address: string): LiveChannel {
  const settings = { ...settleFeed({ address }) }
  return {
    ...{ workspaceId: 'w', id: `${feed}`, kind: 'feed', settings, settingsHash: `${feed}` },
    ...{ memory: null, succeededAt: null, nextTryAt: null, failuresInRow: 0 },
  }
}

/** Goes on minute by minute, each when nothing of the one before is under way any more. */
async function passTheDay(clock: MinuteClock, day: Day): Promise<void> {
  for (let minute = 0; minute <= HOURS * 60; minute++) {
    let still = 0
    while (still < 3) {
      await new Promise((resolve) => setImmediate(resolve))
      still = day.busy > 0 ? 0 : still + 1
    }
    if (minute < HOURS * 60) clock.goOn()
  }
}

it(`listens to ${FEEDS} feeds for ${HOURS} hours`, async () => {
  const clock = new MinuteClock()
  const day = new Day()
  const server = await startFeeds(clock)
  const outside = createOutside({
    allow: [{ kind: 'range', address: '127.0.0.0', prefixBits: 8 }],
    lookup: async () => [{ address: '127.0.0.1', family: 4 }],
    now: clock.now,
  })
  const random: LiveTools['random'] = (into) => void randomFillSync(into)
  const tools = { outside, now: clock.now, sleep: clock.sleep, random }
  const { spool, schedule } = await openSchedule(day, tools)
  const addressOf = (feed: number) => `http://feed-${feed}.example:${server.port}/`
  const kind = day.kind(clock)
  for (let feed = 0; feed < FEEDS; feed++) schedule.set(channelOf(feed, addressOf(feed)), kind)

  const controller = new AbortController()
  const start = { at: performance.now(), processor: process.cpuUsage() }
  const running = schedule.run(controller.signal)
  await passTheDay(clock, day)
  const seconds = (performance.now() - start.at) / 1000
  const { user, system } = process.cpuUsage(start.processor)
  const processorSeconds = (user + system) / 1e6
  controller.abort()
  await running
  await spool.close()
  await outside.close()

  const { sums, heard, lastGood } = day
  process.stdout.write(
    `${FEEDS} feeds, ${HOURS} h in ${seconds.toFixed(1)} s (${processorSeconds.toFixed(1)} s of processor): ` +
      `${JSON.stringify(sums)}, ${((100 * sums.unchanged) / sums.requests).toFixed(0)} % unchanged, ` +
      `${(sums.bytes / sums.requests).toFixed(0)} bytes a request\n`,
  )
  const expected = Array.from({ length: FEEDS }, (_, feed) => {
    const count = published(feed, lastGood.get(addressOf(feed)) ?? 0)
    return Array.from({ length: count }, (_entry, at) => `${feed}-${at + 1}`)
  }).flat()
  expect(expected.filter((id) => heard.get(id) !== 1)).toEqual([])
  expect(heard.size).toBe(expected.length)
  expect(sums.gaps).toBe(0)
  expect(sums.problems).toBeGreaterThan(0)
  expect(sums.unchanged).toBeGreaterThan(sums.requests / 2)
  expect(processorSeconds).toBeLessThan(SECONDS_MAX)
})
