import { afterEach, describe, expect, test } from 'vitest'
import type { Outside } from '#outside/ports.ts'
import { hearPayloads } from '#test/heard-payloads.ts'
import { importBytes } from '#test/import-text.ts'
import {
  ALICE,
  accountEvent,
  BOB,
  CAROL,
  deleteEvent,
  editEvent,
  identityEvent,
  nextUs,
  postEvent,
  postUri,
  reactionEvent,
} from '#test/jetstream-events.ts'
import { type Fault, type JetstreamServer, startJetstream } from '#test/jetstream-server.ts'
import { testChannel, testListening } from '#test/listening.ts'
import { logState } from '#test/log-state.ts'
import { loopbackOutside, loopbackTools } from '#test/loopback-tools.ts'
import { Crash, emptyStreamLog, runStream, type StreamLog } from '#test/stream-sessions.ts'
import { makeWorkspace } from '#test/workspace.ts'
import { createEventFilter } from './event-filter.ts'
import { blueskyKind } from './live.ts'
import { readMemory, writeMemory } from './live-memory.ts'
import { settleBluesky } from './live-settings.ts'

const servers: JetstreamServer[] = []

afterEach(async () => {
  for (const server of servers.splice(0)) await server.close()
})

async function serve(lines: string[], faultOf?: (n: number) => Fault | undefined) {
  const server = await startJetstream(lines, faultOf)
  servers.push(server)
  return server
}

/** Numbers in [0, 1), the same for the same seed. */
function seeded(seed: number): () => number {
  let state = seed
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return state / 2 ** 32
  }
}

/** A lively afternoon: every fourth post is about acme; answers, reactions, edits, deletions of all. */
function afternoon(posts: number): string[] {
  const dids = [ALICE, BOB, CAROL]
  const lines: string[] = []
  for (let i = 0; i < posts; i++) {
    const [did, other] = [dids[i % 3] ?? ALICE, dids[(i + 1) % 3] ?? BOB]
    const uri = postUri(did, `3p${i}`)
    lines.push(postEvent(did, `3p${i}`, i % 4 === 0 ? `acme ${i} を返品した` : `nothing ${i}`))
    if (i % 2 === 0) lines.push(reactionEvent(other, 'like', `3l${i}`, uri))
    if (i % 8 === 0)
      lines.push(postEvent(other, `3r${i}`, 'yes', { reply: { root: { uri }, parent: { uri } } }))
    if (i % 12 === 0) lines.push(reactionEvent(other, 'repost', `3s${i}`, uri))
    if (i % 16 === 0) lines.push(editEvent(did, `3p${i}`, `second thoughts ${i}`))
    if (i % 24 === 0) lines.push(deleteEvent(did, 'feed.post', `3p${i}`))
    if (i % 10 === 0) lines.push(deleteEvent(other, 'feed.like', `3l${i}`))
  }
  lines.push(identityEvent(BOB, 'bob.test'), accountEvent(CAROL, 'deleted'))
  return lines
}

const settingsFor = (server: JetstreamServer, more: object = {}) =>
  blueskyKind.settle({ address: server.address, keywords: ['acme'], ...more })

/** What should be taken of the lines, heard once and in order. */
function takenOf(lines: string[], settings = settleBluesky({ keywords: ['acme'] })): string[] {
  const topics = { revision: 0, topics: [] }
  const filter = createEventFilter(settings, readMemory(null), () => topics)
  return lines.filter((line) => filter.judge(line)?.isTaken)
}

const bodiesOf = (log: StreamLog) => log.payloads.map(({ body }) => String(body))
const from = (lines: string[], us = JSON.parse(lines[0] ?? '').time_us) =>
  emptyStreamLog(writeMemory({ ...readMemory(null), cursorUs: us }))
const lastOf = (lines: string[]) => JSON.parse(lines.at(-1) ?? '').time_us
const hasHeardAll = (lines: string[]) => (log: StreamLog) =>
  log.memory !== null && (readMemory(log.memory).cursorUs ?? 0) >= lastOf(lines)

function hearAll(
  server: JetstreamServer,
  lines: string[],
  more: Partial<Parameters<typeof runStream>[0]> = {},
) {
  return runStream({
    ...{ kind: blueskyKind, settings: settingsFor(server), tools: loopbackTools() },
    ...{ log: from(lines), isDone: hasHeardAll(lines), sessionsMax: 60 },
    ...more,
  })
}

test.each([1, 2, 3])(
  'cut at random moments (seed %i), the log is that of the file',
  async (seed) => {
    const lines = afternoon(400)
    const random = seeded(seed)
    const last = seed % 2 === 0 ? 'binary' : 'malformed'
    const server = await serve(lines, (n) => {
      if (n > 6) return undefined
      return {
        after: Math.floor(random() * 250),
        kind: n === 6 ? last : n % 2 === 0 ? 'cut' : 'close',
      }
    })
    let handedOver = 0
    const log = await hearAll(server, lines, {
      beforeSafe: async () => {
        handedOver += 1
        if (handedOver % 4 === 2 && handedOver < 12) throw new Crash('before it was safe')
      },
    })
    const taken = takenOf(lines)
    expect(taken.length).toBeGreaterThan(300)
    expect(
      new Set(
        bodiesOf(log).filter((body) => body.startsWith('{"did":"did:plc:') && body.endsWith('}')),
      ),
    ).toEqual(new Set(taken))
    expect(log.counts.taken).toBeGreaterThan(taken.length)
    expect(log.gaps).toEqual([])
    expect(server.queries.length).toBeGreaterThan(5)

    const listening = await testListening()
    const [live, file] = [await makeWorkspace(), await makeWorkspace()]
    const tally = await hearPayloads(listening, live, await testChannel(live), log.payloads)
    expect(tally.duplicate).toBeGreaterThan(0)
    const bytes = Buffer.from(`${taken.join('\n')}\n`)
    const once = (await importBytes(listening, file, 'jetstream', bytes)).tally
    expect(tally.new).toBe(once.new)
    expect(await logState(live)).toEqual(await logState(file))
  },
)

describe('what a connection brings beside events', () => {
  test('what is no event is handed on to be refused, and a server that sends nothing else is none', async () => {
    const lines = afternoon(40)
    const server = await serve(lines, (n) =>
      n === 0 ? { after: 5, kind: 'malformed' } : undefined,
    )
    const log = await hearAll(server, lines)
    expect(bodiesOf(log).filter((body) => !lines.includes(body))).toEqual([
      '{"did":"did:plc:broken","time_us":',
      'no event at all',
    ])
    const foreign = await serve([])
    const running = runStream({
      ...{ kind: blueskyKind, settings: settingsFor(foreign), tools: loopbackTools() },
      ...{ log: emptyStreamLog(), isDone: () => false, sessionsMax: 1 },
    })
    await expect.poll(() => foreign.queries.length).toBe(1)
    for (let i = 0; i < 200; i++) foreign.happen(`{"seq":${i},"time_us":${nextUs()}}`)
    const told = await running
    expect(told.problems).toEqual([{ code: 'not-jetstream' }])
    expect(told.payloads).toHaveLength(20)
    expect(told.counts.events).toBe(100)
  })

  test('a message too large to be heard is stepped over, and said to be', async () => {
    const lines = afternoon(200)
    const stuckAt = Math.floor(lines.length / 2)
    const stuckUs = JSON.parse(lines[stuckAt] ?? '').time_us
    const huge = JSON.parse(postEvent(ALICE, '3h', 'acme '.repeat(600_000)))
    const held = lines.toSpliced(stuckAt, 0, JSON.stringify({ ...huge, time_us: stuckUs - 1 }))
    const server = await serve(held)
    const log = await hearAll(server, lines)
    expect(log.problems.map((problem) => problem?.code)).toContain('too-large')
    expect(log.gaps).toHaveLength(1)
    const [gap] = log.gaps
    expect(gap?.reason).toBe('not-listening')
    expect(gap?.since.getTime()).toBe(JSON.parse(lines[stuckAt - 1] ?? '').time_us / 1000)
    // A second at the first step; events come ten a second.
    const missed = lines.filter((line) => {
      const ms = JSON.parse(line).time_us / 1000
      return ms > Number(gap?.since) && ms < Number(gap?.until)
    })
    expect(missed.length).toBeGreaterThan(0)
    expect(missed.length).toBeLessThanOrEqual(10)
    expect(new Set(bodiesOf(log))).toEqual(
      new Set(takenOf(lines.filter((line) => !missed.includes(line)))),
    )
  })

  test('silence ends the connection; the next goes on', async () => {
    const lines = afternoon(60)
    const server = await serve(lines, (n) => (n === 0 ? { after: 30, kind: 'silence' } : undefined))
    const asked: unknown[] = []
    const impatient: Outside = {
      ...loopbackOutside,
      openSocket: (url, options) => {
        asked.push(options?.idleMillisecondsMax)
        return loopbackOutside.openSocket(url, { ...options, idleMillisecondsMax: 300 })
      },
    }
    const log = await hearAll(server, lines, { tools: loopbackTools({ outside: impatient }) })
    expect(asked).toEqual([60_000, 60_000])
    expect(log.problems).toEqual([{ code: 'silent' }, undefined])
    expect(new Set(bodiesOf(log))).toEqual(new Set(takenOf(lines)))
  })

  test.each([
    [1000, undefined],
    [1001, undefined],
    [1012, undefined],
    [1008, { code: 'closed', detail: '1008 as the test wants' }],
    [1011, { code: 'closed', detail: '1011 as the test wants' }],
  ])('closed with %i', async (code, problem) => {
    const lines = afternoon(40)
    const server = await serve(lines, (n) =>
      n === 0 ? { after: 20, kind: 'close', code } : undefined,
    )
    const log = await hearAll(server, lines)
    expect(log.problems[0]).toEqual(problem)
    expect(new Set(bodiesOf(log))).toEqual(new Set(takenOf(lines)))
  })
})

describe('gaps', () => {
  test('the server has forgotten what we heard last: what lies between is said exactly', async () => {
    const lines = afternoon(200)
    const server = await serve(lines)
    const log = await hearAll(server, lines.slice(0, 100))
    expect(log.gaps).toEqual([])
    const heardUs = readMemory(log.memory).cursorUs ?? 0
    const later = afternoon(100)
    for (const line of later) server.happen(line)
    const oldest = JSON.parse(later[50] ?? '').time_us
    server.holdFrom(oldest)
    const after = await hearAll(server, later, { log: emptyStreamLog(log.memory) })
    expect(after.gaps).toEqual([
      { since: new Date(heardUs / 1000), until: new Date(oldest / 1000), reason: 'cursor-too-old' },
    ])
  })

  test('another server that holds it: no gap; one that does not: a gap', async () => {
    const lines = afternoon(100)
    const first = await serve(lines)
    const log = await hearAll(first, lines)
    const later = afternoon(50)
    const second = await serve([...lines, ...later])
    const fresh = () => emptyStreamLog(log.memory)
    const there = await hearAll(second, later, { log: fresh() })
    expect(there.gaps).toEqual([])
    expect(Number(second.queries[0]?.get('cursor'))).toBe(lastOf(lines) - 60_000_000)
    const third = await serve(later)
    const elsewhere = await hearAll(third, later, { log: fresh() })
    expect(elsewhere.gaps.map(({ reason }) => reason)).toEqual(['switched'])
  })

  test('a time far ahead of ours moves no cursor', async () => {
    const lines = afternoon(40)
    const wild = JSON.stringify({ ...JSON.parse(postEvent(ALICE, '3w', 'acme')), time_us: 9e15 })
    const server = await serve(lines.toSpliced(20, 0, wild))
    const log = await hearAll(server, lines)
    expect(readMemory(log.memory).cursorUs).toBe(lastOf(lines))
    expect(bodiesOf(log)).toContain(wild)
  })
})

test('the spool is the brake: while it is full, the server is not read on', async () => {
  const lines = Array.from({ length: 6000 }, (_, i) =>
    postEvent(ALICE, `3b${i}`, `acme ${'x'.repeat(3000)}`),
  )
  const server = await serve(lines)
  const gate = Promise.withResolvers<void>()
  let waiting = 0
  const running = hearAll(server, lines, {
    beforeSafe: async () => {
      waiting += 1
      await gate.promise
    },
  })
  await expect.poll(() => waiting).toBe(1)
  // Until what is on its way has come to rest in the buffers of both sides.
  let before = -1
  await expect
    .poll(
      () => {
        const isResting = before === server.sent()
        before = server.sent()
        return isResting
      },
      { interval: 300 },
    )
    .toBe(true)
  expect(server.sent()).toBeLessThan(5000)
  gate.resolve()
  expect((await running).payloads).toHaveLength(lines.length)
})

describe('before the connection', () => {
  const tried = async (settings: object, outside = loopbackOutside) => {
    const log = await runStream({
      ...{
        kind: blueskyKind,
        settings: blueskyKind.settle({ ...settings }),
        tools: loopbackTools({ outside }),
      },
      ...{ log: emptyStreamLog(), isDone: () => false, sessionsMax: 1 },
    })
    expect(log.opened).toBe(0)
    return log.problems[0]
  }

  test('what refuses it is told; what waiting does not mend is lasting', async () => {
    const server = await serve([])
    const elsewhere = server.address.replace('/subscribe', '/elsewhere')
    expect(await tried({ keywords: ['a'], address: elsewhere })).toMatchObject({
      code: 'not-a-websocket',
    })
    expect(await tried({ keywords: ['a'], address: 'ws://10.0.0.1/subscribe' })).toMatchObject({
      code: 'refused-address',
      isLasting: true,
    })
  })

  test('handles are resolved once and stay the same account', async () => {
    const server = await serve([postEvent(BOB, '3b', 'hello'), postEvent(CAROL, '3c', 'hello')])
    const asked: string[] = []
    const api: Outside = {
      ...loopbackOutside,
      fetchOutside: async (url) => {
        asked.push(url)
        const isKnown = url.endsWith('handle=bob.test')
        const body = Buffer.from(
          JSON.stringify(isKnown ? { did: BOB } : { error: 'InvalidRequest' }),
        )
        const status = isKnown ? 200 : 400
        return { kind: 'answer', status, headers: {}, url, redirects: [], body, wireBytes: 0 }
      },
    }
    const at = { apiAddress: 'https://api.test', address: server.address }
    expect(await tried({ ...at, accounts: ['bob.test', 'gone.test'] }, api)).toEqual({
      code: 'unknown-handle',
      detail: 'gone.test',
      isLasting: true,
    })
    asked.length = 0
    const log = emptyStreamLog(writeMemory({ ...readMemory(null), cursorUs: 1 }))
    const run = {
      ...{ kind: blueskyKind, settings: blueskyKind.settle({ ...at, accounts: ['bob.test'] }) },
      ...{ tools: loopbackTools({ outside: api }), log },
    }
    await runStream({ ...run, isDone: () => log.payloads.length > 0 })
    await runStream({ ...run, isDone: () => log.payloads.length > 1 })
    expect(asked).toEqual([
      'https://api.test/xrpc/com.atproto.identity.resolveHandle?handle=bob.test',
    ])
    expect(log.payloads.map(({ body }) => JSON.parse(String(body)).did)).toEqual([BOB, BOB])
  })

  test('a server of handles that does not answer is waited for', async () => {
    const problem = await tried({ accounts: ['bob.test'], apiAddress: 'http://127.0.0.1:9' })
    expect(problem).toMatchObject({ code: 'api-not-reached' })
    expect(problem?.isLasting).toBeUndefined()
  })
})
