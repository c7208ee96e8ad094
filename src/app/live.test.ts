import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, describe, expect, inject, it, vi } from 'vitest'
import { liveLines } from '#http/live-lines.ts'
import { testListening } from '#test/listening.ts'
import { freshDatabase } from '#test/server.ts'
import { listenInThread } from './live.ts'

const toEnd: (() => unknown)[] = []

afterEach(async () => {
  for (const end of toEnd.splice(0).reverse()) await end()
})

describe('the thread of live listening', () => {
  it('is started again when it dies, which is told, and ends when it is told to', async () => {
    const dataFolder = mkdtempSync(join(tmpdir(), 'enishi-thread-'))
    toEnd.push(() => rmSync(dataFolder, { recursive: true, force: true }))
    // Where the spool should be stands a file: the thread dies of it.
    writeFileSync(join(dataFolder, 'spool'), '')
    const said: string[] = []
    const { meter } = await testListening(await freshDatabase())
    const live = listenInThread(
      { connection: { connectionString: inject('databaseUrl') }, dataFolder },
      { meter, say: ({ en }) => void said.push(en), log: () => undefined },
    )
    let isStopped = false
    toEnd.push(() => isStopped || live.stop())
    await vi.waitUntil(() => said.length > 0, 20_000)
    expect(said[0]).toMatch(/^The listening thread ended \(.*EEXIST.*\); it starts again in 0\.5 s/)
    expect(liveLines(live.figures())).toBe('')
    rmSync(join(dataFolder, 'spool'))
    await vi.waitUntil(() => live.figures() !== undefined, 20_000)
    expect(liveLines(live.figures())).toContain('enishi_spool_records 0\n')
    await live.stop()
    isStopped = true
  }, 60_000)
})
