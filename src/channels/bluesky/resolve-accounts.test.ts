import { expect, test } from 'vitest'
import type { Outside } from '#outside/ports.ts'
import { BOB, CAROL, postEvent } from '#test/jetstream-events.ts'
import { startJetstream } from '#test/jetstream-server.ts'
import { loopbackOutside, loopbackTools } from '#test/loopback-tools.ts'
import { emptyStreamLog, runStream } from '#test/stream-sessions.ts'
import { blueskyKind } from './live.ts'
import { readMemory, writeMemory } from './live-memory.ts'

const settingsAt = (address: string, more: object) =>
  blueskyKind.settle({ address, keywords: ['acme'], ...more })
/** From before all that is told. */
const early = writeMemory({ ...readMemory(null), cursorUs: 1 })

/** A server that knows some handles, and one that it fails at. */
function directory(known: Record<string, string>, failsAt = '') {
  const asked: string[] = []
  const api: Outside = {
    ...loopbackOutside,
    fetchOutside: async (url) => {
      const handle = new URL(url).searchParams.get('handle') ?? ''
      asked.push(handle)
      if (handle === failsAt) return { kind: 'failure', failure: 'timed-out' }
      const did = known[handle]
      const body = Buffer.from(JSON.stringify(did === undefined ? { error: 'x' } : { did }))
      const status = did === undefined ? 400 : 200
      return { kind: 'answer', status, headers: {}, url, redirects: [], body, wireBytes: 0 }
    },
  }
  return { asked, api }
}

test('what was found of handles stays when another cannot be looked up', async () => {
  const settings = blueskyKind.settle({ accounts: ['bob.test', 'carol.test'] })
  const { asked, api } = directory({ 'bob.test': BOB }, 'carol.test')
  const log = await runStream({
    ...{ kind: blueskyKind, settings, tools: loopbackTools({ outside: api }) },
    ...{ log: emptyStreamLog(), isDone: () => false, sessionsMax: 3 },
  })
  expect(log.problems.map((problem) => problem?.code)).toEqual(Array(3).fill('api-not-reached'))
  expect(asked).toEqual(['bob.test', 'carol.test', 'carol.test', 'carol.test'])
  expect(readMemory(log.memory).didOfHandle).toEqual(new Map([['bob.test', BOB]]))
})

test('a handle that is nobody’s is told once, and makes nobody deaf', async () => {
  const lines = [postEvent(BOB, '3b', 'hello'), postEvent(CAROL, '3c', 'acme')]
  const server = await startJetstream(lines)
  const { api } = directory({ 'bob.test': BOB })
  const hear = async (more: object, sessionsMax: number) =>
    runStream({
      ...{ kind: blueskyKind, settings: settingsAt(server.address, more) },
      ...{ tools: loopbackTools({ outside: api }), log: emptyStreamLog(early), sessionsMax },
      isDone: (log) => log.payloads.length > 1,
    })
  const accounts = ['gone.test', 'bob.test', 'lost.test']
  const log = await hear({ accounts }, 3)
  const told = { code: 'unknown-handle', detail: 'gone.test, lost.test', isLasting: true }
  expect(log.problems).toEqual([told, undefined])
  expect(log.payloads.map(({ body }) => body)).toEqual(lines)
  // Nobody else is listened for: the stream of everybody is not asked for.
  const nobody = await hear({ accounts: ['gone.test'], keywords: [] }, 3)
  expect(nobody.problems.map((problem) => problem?.code)).toEqual(Array(3).fill(told.code))
  expect(nobody.opened).toBe(0)
  await server.close()
})
