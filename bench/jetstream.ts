/**
 * Events of Bluesky's stream a second, and the ratio to bare JSON.parse of the same events in the
 * same run:
 *
 *   node bench/jetstream.ts --recorded FILE [--events 100000] [--keyword "lazy dog"]
 *
 * FILE holds recorded Jetstream events, one a line, gzipped; they are repeated under other keys and
 * times. They are parsed; filtered in this process; sent by a WebSocket server in a thread of its
 * own at full speed, filtered and handed on; and what was taken is worked off into a fresh embedded
 * PostgreSQL (fsync on).
 */
import { once } from 'node:events'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { Worker } from 'node:worker_threads'
import { gunzipSync } from 'node:zlib'
import { openListeningHere, systemRandom } from '#app/listening.ts'
import { createEventFilter } from '#channels/bluesky/event-filter.ts'
import { blueskyKind } from '#channels/bluesky/live.ts'
import { readMemory, writeMemory } from '#channels/bluesky/live-memory.ts'
import { settleBluesky } from '#channels/bluesky/live-settings.ts'
import { ensureChannel, type LivePayload } from '#listen/index.ts'
import { openDatabase } from '#store/database.ts'
import { hearPayloads } from '#test/heard-payloads.ts'
import { loopbackOutside } from '#test/loopback-outside.ts'
import { emptyStreamLog, liveTools, runStream } from '#test/stream-sessions.ts'
import { uuidV7 } from '#vocabulary/index.ts'
import { describeMachine } from './measure.ts'
import { repeatEvents } from './repeat-events.ts'

const { values } = parseArgs({
  options: {
    recorded: { type: 'string' },
    events: { type: 'string', default: '100000' },
    keyword: { type: 'string', default: 'lazy dog' },
  },
})
if (values.recorded === undefined) throw new Error('--recorded FILE is needed')
const recorded = gunzipSync(readFileSync(values.recorded)).toString('utf8').trim().split('\n')
const lines = repeatEvents(recorded, Number(values.events))
const say = (words: string) => process.stdout.write(`${words}\n`)

say(`${describeMachine()}; ${lines.length} events, keyword "${values.keyword}"`)
// The first turn of each warms up.
const parsed = [parseAll(), parseAll()].at(-1) ?? 0
say(`bare JSON.parse:             ${perSecond(parsed)}`)
const filtered = [filterAll(), filterAll()].at(-1) ?? 0
say(`filtered in this process:    ${perSecond(filtered)}  ratio ${(filtered / parsed).toFixed(2)}`)
const heard = await hearAll()
say(
  `filtered from a WebSocket:   ${perSecond(heard.rate)}  ratio ${(heard.rate / parsed).toFixed(2)}  (aim: 20,000/s); ${heard.payloads.length} taken`,
)
const stored = await storeAll(heard.payloads)
say(`stored of what was taken:    ${perSecond(stored)}  (aim: 2,000/s)`)

function perSecond(rate: number): string {
  return `${Math.round(rate).toLocaleString('en')}/s`
}

function rateSince(startedAt: number, count = lines.length): number {
  return (count * 1000) / (performance.now() - startedAt)
}

function parseAll(): number {
  const startedAt = performance.now()
  let commits = 0
  for (const line of lines) if (JSON.parse(line).kind === 'commit') commits += 1
  if (commits !== lines.length) throw new Error('all recorded events are commits')
  return rateSince(startedAt)
}

function filterAll(): number {
  const settings = settleBluesky({ keywords: [values.keyword] })
  const noTopics = { revision: 0, topics: [] }
  const filter = createEventFilter(settings, readMemory(null), () => noTopics)
  const startedAt = performance.now()
  for (const line of lines) filter.judge(line)
  return rateSince(startedAt)
}

async function hearAll(): Promise<{ rate: number; payloads: LivePayload[] }> {
  const order = { recorded: values.recorded, events: lines.length }
  const worker = new Worker(new URL('./jetstream-thread.ts', import.meta.url), {
    workerData: order,
  })
  const [address] = await once(worker, 'message')
  const timeOf = (line: string | undefined) => Number(JSON.parse(line ?? '').time_us)
  const lastUs = timeOf(lines.at(-1))
  const memory = writeMemory({ ...readMemory(null), cursorUs: timeOf(lines[0]) })
  const startedAt = performance.now()
  const log = await runStream({
    kind: blueskyKind,
    settings: blueskyKind.settle({ address, keywords: [values.keyword] }),
    tools: liveTools(loopbackOutside, () => new Date(lastUs / 1000)),
    log: emptyStreamLog(memory),
    isDone: ({ counts }) => counts.events >= lines.length,
  })
  const rate = rateSince(startedAt, log.counts.events)
  await worker.terminate()
  return { rate, payloads: log.payloads }
}

async function storeAll(payloads: LivePayload[]): Promise<number> {
  const folder = mkdtempSync(join(tmpdir(), 'enishi-jetstream-'))
  const database = await openDatabase({ folder })
  try {
    const { door } = database
    const id = uuidV7(Date.now(), systemRandom)
    const workspace = { id, slug: 'bench', name: 'Bench', language: 'ja', time_zone: 'Asia/Tokyo' }
    await door.asSystem((tx) =>
      tx
        .insertInto('workspace')
        .values({ ...workspace, language: 'ja' })
        .execute(),
    )
    const channel = { kind: 'bluesky', name: 'bench' }
    const channelId = await door.inWorkspace(id, (tx) =>
      ensureChannel(tx, id, channel, new Date(), systemRandom),
    )
    const listening = await openListeningHere(door)
    const startedAt = performance.now()
    await hearPayloads(listening, { id }, channelId, payloads)
    return rateSince(startedAt, payloads.length)
  } finally {
    await database.close()
    rmSync(folder, { recursive: true, force: true })
  }
}
