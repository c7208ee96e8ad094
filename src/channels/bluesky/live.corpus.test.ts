import { expect, test } from 'vitest'
import { hearPayloads } from '#test/heard-payloads.ts'
import { importBytes } from '#test/import-text.ts'
import { ALICE, accountEvent } from '#test/jetstream-events.ts'
import { startJetstream } from '#test/jetstream-server.ts'
import { testChannel, testListening } from '#test/listening.ts'
import { logState } from '#test/log-state.ts'
import { loopbackOutside } from '#test/loopback-outside.ts'
import { Crash, emptyStreamLog, liveTools, runStream } from '#test/stream-sessions.ts'
import { makeWorkspace } from '#test/workspace.ts'
import { corpusFolder, gunzippedLines } from '../testing/corpus.ts'
import { createEventFilter } from './event-filter.ts'
import { blueskyKind } from './live.ts'
import { readMemory, writeMemory } from './live-memory.ts'
import { settleBluesky } from './live-settings.ts'

const folder = corpusFolder('bluesky')

/**
 * They were recorded within half a second; spread over a few minutes, a rewind is a part of them. At
 * their end stands an event that is always taken, so that the test knows when all were heard.
 */
function spreadOut(recorded: string[]): string[] {
  const startUs = JSON.parse(recorded[0] ?? '').time_us
  const lines = [...recorded, accountEvent(ALICE, 'deleted')]
  return lines.map((line, i) => line.replace(/"time_us":\d+/, `"time_us":${startUs + i * 50_000}`))
}

const later = () => new Date('2026-12-01T00:00:00Z')

test
  .skipIf(folder === undefined)
  .each([
    { keywords: ['refund'] },
    { keywords: ['feedback', 'shipping'], replies: false },
    { keywords: ['lazy dog', 'keeps'], engagement: false },
  ])('recorded events at full speed, with cuts: %j is heard as it is read', async (wanted) => {
  const lines = spreadOut(gunzippedLines(`${folder}/jetstream.jsonl.gz`))
  let state = 7
  const random = () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return state / 2 ** 32
  }
  const server = await startJetstream(lines, (n) =>
    n < 8 ? { after: Math.floor(random() * 1200), kind: n % 3 === 0 ? 'close' : 'cut' } : undefined,
  )
  const lastUs = JSON.parse(lines.at(-1) ?? '').time_us
  const firstUs = JSON.parse(lines[0] ?? '').time_us
  let handedOver = 0
  const log = await runStream({
    kind: blueskyKind,
    settings: blueskyKind.settle({ address: server.address, ...wanted }),
    tools: liveTools(loopbackOutside, later),
    log: emptyStreamLog(writeMemory({ ...readMemory(null), cursorUs: firstUs })),
    isDone: ({ memory }) => (readMemory(memory).cursorUs ?? 0) >= lastUs,
    sessionsMax: 60,
    beforeSafe: async () => {
      handedOver += 1
      if (handedOver % 5 === 3 && handedOver < 20) throw new Crash('before it was safe')
    },
  })
  await server.close()
  const topics = { revision: 0, topics: [] }
  const settings = settleBluesky(wanted)
  const filter = createEventFilter(settings, readMemory(null), () => topics)
  const taken = lines.filter((line) => filter.judge(line)?.isTaken)
  console.log(`${JSON.stringify(wanted)}: ${taken.length} of ${lines.length} taken,`, {
    connections: server.queries.length,
    heard: log.counts.events,
  })
  expect(taken.length).toBeGreaterThan(100)
  expect(new Set(log.payloads.map(({ body }) => body))).toEqual(new Set(taken))
  expect(log.gaps).toEqual([])
  expect(server.queries.length).toBeGreaterThan(3)

  const listening = await testListening()
  const [live, file] = [await makeWorkspace(), await makeWorkspace()]
  await hearPayloads(listening, live, await testChannel(live), log.payloads)
  await importBytes(listening, file, 'jetstream', Buffer.from(`${taken.join('\n')}\n`))
  expect(await logState(live)).toEqual(await logState(file))
})
