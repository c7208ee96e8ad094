import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterEach, describe, expect, it } from 'vitest'
import type { LiveChannel } from '#listen/index.ts'
import { FakeClock } from '#test/fake-clock.ts'
import { silentOutside } from '#test/live.ts'
import { streamedKind } from '#test/live-kinds.ts'
import { testDoor } from '#test/workspace.ts'
import { HealthBook } from './health-book.ts'
import { Spool } from './spool.ts'
import { backOffMs, runStream } from './stream-runner.ts'

const toEnd: (() => Promise<void>)[] = []

afterEach(async () => {
  for (const end of toEnd.splice(0)) await end()
})

const START = new Date('2026-04-01T00:00:00Z')

const channel: LiveChannel = {
  ...{ workspaceId: 'w', id: 'c', kind: 'test-stream', settings: {}, settingsHash: 'h' },
  ...{ memory: null, succeededAt: null, nextTryAt: null, failuresInRow: 0 },
}

describe('the pause before the next connection', () => {
  it('doubles from one second to five minutes, half of it by chance', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 200 }), fc.nat(255), (attempt, byte) => {
        const whole = Math.min(300_000, 1000 * 2 ** (attempt - 1))
        const pause = backOffMs(attempt, (into) => void into.fill(byte))
        expect(pause).toBeGreaterThanOrEqual(whole / 2)
        expect(pause).toBeLessThanOrEqual(whole)
      }),
    )
    expect(backOffMs(3, (into) => void into.fill(0))).toBe(2_000)
    expect(backOffMs(3, (into) => void into.fill(255))).toBe(4_000)
  })

  it('grows while connections fail, and begins anew behind one that stood for a minute', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'enishi-runner-'))
    const spool = await Spool.open({ folder, onNews: () => undefined })
    toEnd.push(async () => {
      await spool.close()
      rmSync(folder, { recursive: true, force: true })
    })
    const clock = new FakeClock(START)
    const random = (into: Uint8Array) => void into.fill(255)
    const { now, sleep } = clock
    const tools = { outside: silentOutside, now, sleep, random }
    const book = new HealthBook({ door: testDoor(), now, random, onFailure: () => undefined })
    const at: number[] = []
    const kind = streamedKind(async (session) => {
      at.push((now().getTime() - START.getTime()) / 1000)
      if (at.length !== 4) return { code: 'not-reached' }
      session.opened()
      await sleep(90_000, session.signal)
      return { code: 'cut-off' }
    })
    const controller = new AbortController()
    const topics = () => ({ revision: 0, topics: [] })
    const parts = { tools, spool, book, topics, onKept: () => undefined }
    const running = runStream(parts, channel, kind, controller.signal)
    await clock.goTo(new Date(START.getTime() + 101_000), () => false)
    controller.abort()
    await running
    // 1, 2 and 4 s; the fourth stands for 90 s; then 1 s and 2 s.
    expect(at).toEqual([0, 1, 3, 7, 98, 100])
  })
})
