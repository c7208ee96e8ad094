import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, expect, test } from 'vitest'
import type { LiveTools, ProbeResult } from '#listen/index.ts'
import { ALICE, postEvent } from '#test/jetstream-events.ts'
import { type JetstreamServer, startJetstream } from '#test/jetstream-server.ts'
import { loopbackOutside } from '#test/loopback-outside.ts'
import { liveTools } from '#test/stream-sessions.ts'
import { blueskyKind } from './live.ts'

const closing: (() => Promise<void>)[] = []
const controls: AbortController[] = []

afterEach(async () => {
  for (const control of controls.splice(0)) control.abort()
  for (const close of closing.splice(0)) await close()
})

async function serve(): Promise<JetstreamServer> {
  const server = await startJetstream([])
  closing.push(server.close)
  return server
}

/** Waits that end when the test says so, and a clock that knows how long they were. */
function ownClock(): { tools: LiveTools; ring: (milliseconds: number) => void } {
  let nowMs = Date.UTC(2026, 0, 1)
  const alarms: { milliseconds: number; ring: () => void }[] = []
  const tools = liveTools(loopbackOutside, () => new Date(nowMs))
  tools.sleep = (milliseconds, signal) =>
    new Promise((resolve) => {
      alarms.push({ milliseconds, ring: resolve })
      signal.addEventListener('abort', () => resolve())
    })
  const ring = (milliseconds: number) => {
    const alarm = alarms.find((one) => one.milliseconds === milliseconds)
    if (alarm === undefined) throw new Error(`nobody waits ${milliseconds} ms`)
    nowMs += milliseconds
    alarm.ring()
  }
  return { tools, ring }
}

const inBoth = (result: ProbeResult) => {
  if (result.kind !== 'problem') throw new Error('it works')
  expect(result.words.ja).not.toBe('')
  expect(result.words.en).not.toBe('')
  return { code: result.code, field: result.field, en: result.words.en, ja: result.words.ja }
}

test('what was heard, and how much of it would be taken', async () => {
  const server = await serve()
  const { tools, ring } = ownClock()
  const settings = blueskyKind.settle({
    address: server.address,
    keywords: ['acme'],
    topics: 'all',
  })
  const probing = blueskyKind.probe(settings, tools)
  await expect.poll(() => server.queries.length).toBe(1)
  for (let i = 0; i < 60; i++) server.happen(postEvent(ALICE, `3k${i}`, i < 3 ? 'acme' : 'nothing'))
  await expect.poll(() => server.sent()).toBe(60)
  await expect.poll(() => tryTo(() => ring(3_000))).toBe(true)
  const result = await probing
  expect(result).toMatchObject({
    kind: 'works',
    notes: [{ en: expect.stringContaining('topics') }],
  })
  if (result.kind !== 'works') return
  expect(result.found.map(({ value }) => value)).toEqual(['20', '3 / 60'])
})

function tryTo(work: () => void): boolean {
  try {
    work()
    return true
  } catch (error) {
    if (error instanceof Error && error.message.startsWith('nobody waits')) return false
    throw error
  }
}

test('a stream without events', async () => {
  const server = await serve()
  const { tools, ring } = ownClock()
  const settings = blueskyKind.settle({ address: server.address, keywords: ['acme'] })
  const probing = blueskyKind.probe(settings, tools)
  await expect.poll(() => tryTo(() => ring(10_000))).toBe(true)
  expect(inBoth(await probing)).toMatchObject({ code: 'silent', field: 'address' })
})

test('something else behind the address', async () => {
  const page = createServer((_request, response) => response.writeHead(200).end('<html>'))
  await new Promise<void>((resolve) => page.listen(0, '127.0.0.1', resolve))
  closing.push(() => new Promise((resolve) => page.close(() => resolve())))
  const address = `ws://127.0.0.1:${(page.address() as AddressInfo).port}`
  const settings = blueskyKind.settle({ address, keywords: ['acme'] })
  const found = inBoth(await blueskyKind.probe(settings, liveTools(loopbackOutside)))
  expect(found).toMatchObject({ code: 'not-reached', field: 'address' })
  expect(found.en).toContain('200')

  const server = await serve()
  const { tools, ring } = ownClock()
  const probing = blueskyKind.probe(
    blueskyKind.settle({ address: server.address, keywords: ['acme'] }),
    tools,
  )
  await expect.poll(() => server.queries.length).toBe(1)
  server.happen('{"hello":"world"}')
  await expect.poll(() => server.sent()).toBe(1)
  await expect.poll(() => tryTo(() => ring(10_000))).toBe(true)
  expect(inBoth(await probing)).toMatchObject({ code: 'not-jetstream' })
})

test.each([
  [{ keywords: ['a'], address: 'ws://10.1.2.3' }, 'refused-address', 'address'],
  [{ keywords: ['a'], address: 'ws://127.0.0.1:9' }, 'not-reached', 'address'],
  [{ accounts: ['a.test'], apiAddress: 'http://127.0.0.1:9' }, 'api-not-reached', 'apiAddress'],
])('%j: %s', async (filledIn, code, field) => {
  const settings = blueskyKind.settle(filledIn)
  expect(inBoth(await blueskyKind.probe(settings, liveTools(loopbackOutside)))).toMatchObject({
    code,
    field,
  })
})

test('a handle that nobody has is named', async () => {
  const tools = liveTools({
    ...loopbackOutside,
    fetchOutside: async (url) => {
      const body = Buffer.from('{"error":"InvalidRequest","message":"Unable to resolve handle"}')
      return { kind: 'answer', status: 400, headers: {}, url, redirects: [], body, wireBytes: 0 }
    },
  })
  const found = inBoth(
    await blueskyKind.probe(blueskyKind.settle({ accounts: ['gone.test'] }), tools),
  )
  expect(found).toMatchObject({ code: 'unknown-handle', field: 'accounts' })
  expect(found.en).toContain('gone.test')
  expect(found.ja).toContain('gone.test')
})
