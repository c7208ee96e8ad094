import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { afterEach, describe, expect, inject, it, vi } from 'vitest'
import { INPUT_FORMATS } from '#channels/registry.ts'
import { addChannel, askToLook, type LiveKind, type StreamSession } from '#listen/index.ts'
import type { Door } from '#store/door.ts'
import { LOCKS } from '#store/locks.ts'
import { LiveListening } from '#stream/live-listening.ts'
import { Spool } from '#stream/spool.ts'
import { testListening } from '#test/listening.ts'
import { testLiveTools } from '#test/live.ts'
import { noCounts, polledKind, streamedKind, untilEnd } from '#test/live-kinds.ts'
import { makeWorkspace, randomBytes, type TestWorkspace, testDoor } from '#test/workspace.ts'
import { watchLive } from './live-watch.ts'

const toEnd: (() => Promise<unknown>)[] = []

afterEach(async () => {
  for (const end of toEnd.splice(0)) await end()
})

const author = () => ({ authorId: null, now: new Date(), random: randomBytes })

/** A process that listens, or waits for its turn to. */
async function startProcess(kinds: LiveKind[], door = testDoor()) {
  const folder = mkdtempSync(join(tmpdir(), 'enishi-watch-'))
  const turns: boolean[] = []
  const failures: string[] = []
  const live = new LiveListening({
    ...{ door, kinds, formats: INPUT_FORMATS, listening: await testListening(door) },
    tools: testLiveTools(),
    spool: await Spool.open({ folder: join(folder, 'spool'), onNews: () => undefined }),
    onFailure: () => undefined,
  })
  const controller = new AbortController()
  const connection = { connectionString: inject('databaseUrl') }
  const onTurn = (isOurs: boolean) => void turns.push(isOurs)
  const onFailure = (what: string, error: Error) => void failures.push(`${what}: ${error.message}`)
  const parts = { door, connection, live, onFailure, onTurn }
  const watching = watchLive(parts, controller.signal)
  let ended: Promise<void> | undefined
  const stop = () => {
    controller.abort()
    ended ??= watching
      .then(() => live.stop())
      .then(() => rmSync(folder, { recursive: true, force: true }))
    return ended
  }
  toEnd.push(stop)
  return { turns, failures, stop, live }
}

/** Of a name of its own: whoever watches sees the channels of every workspace, other tests' too. */
function countingKind(name: string) {
  const looks: unknown[] = []
  const kind = polledKind(async ({ settings }) => {
    looks.push(settings.url)
    return { memory: null, payloads: [], nextInMs: 3_600_000, counts: noCounts }
  })
  return { kind: { ...kind, kind: name }, looks }
}

function add(ours: TestWorkspace, kind: string, name: string) {
  const settings = { url: `http://${name}.example/` }
  return ours.run((tx) => addChannel(tx, { kind, name, settings }, author()))
}

describe('watching over live listening', { timeout: 60_000 }, () => {
  it('takes up channels as members add them, and looks when asked', async () => {
    const ours = await makeWorkspace()
    const { kind, looks } = countingKind('watch-1')
    const { turns } = await startProcess([kind])
    await vi.waitUntil(() => turns.length === 1, 20_000)
    const id = await add(ours, 'watch-1', 'one')
    await vi.waitUntil(() => looks.length === 1, 20_000)
    await ours.run((tx) => askToLook(tx, id, author()))
    await vi.waitUntil(() => looks.length === 2, 20_000)
    expect(looks).toEqual(['http://one.example/', 'http://one.example/'])
  })

  it('lets one process listen at a time, and the next when that one is gone', async () => {
    const ours = await makeWorkspace()
    await add(ours, 'watch-2', 'shared')
    const [first, second] = [countingKind('watch-2'), countingKind('watch-2')]
    const one = await startProcess([first.kind])
    await vi.waitUntil(() => first.looks.length === 1, 20_000)
    const other = await startProcess([second.kind])
    await vi.waitUntil(() => other.turns.length === 1, 20_000)
    expect(other.turns).toEqual([false])
    await one.stop()
    await add(ours, 'watch-2', 'later')
    await vi.waitUntil(() => second.looks.length === 1, 20_000)
    // The shared one was looked at a moment ago, which the next process knows.
    expect(second.looks).toEqual(['http://later.example/'])
    expect(other.turns).toEqual([false, true])
    expect(first.looks).toHaveLength(1)
  })

  it('finds its way back when its connection was cut, without missing a change', async () => {
    const ours = await makeWorkspace()
    const { kind, looks } = countingKind('watch-3')
    const { turns } = await startProcess([kind])
    await vi.waitUntil(() => turns.length === 1, 20_000)
    expect(await cutListeners()).toBe(1)
    await add(ours, 'watch-3', 'after the cut')
    await vi.waitUntil(() => looks.length === 1, 20_000)
    expect(turns).toEqual([true])
  })

  it('lets the next begin only when it has ended listening itself', async () => {
    const ours = await makeWorkspace()
    await add(ours, 'watch-4', 'slow to end')
    let session: StreamSession | undefined
    const { promise: handedOver, resolve: handOver } = Promise.withResolvers<void>()
    toEnd.push(async () => handOver())
    const kind = streamedKind(async (opened) => {
      session = opened
      opened.opened()
      await untilEnd(opened)
      // What it has yet is put into the spool.
      await handedOver
      return undefined
    })
    const { stop } = await startProcess([{ ...kind, kind: 'watch-4' }])
    await vi.waitUntil(() => session !== undefined, 20_000)
    const stopped = stop()
    await vi.waitUntil(() => session?.signal.aborted, 20_000)
    expect(await listeners()).toBe(1)
    handOver()
    await stopped
  })

  it('goes on for everybody else where one workspace cannot be read, and tries that again', async () => {
    const [bad, ours] = [await makeWorkspace(), await makeWorkspace()]
    await add(bad, 'watch-5', 'of the bad')
    await add(ours, 'watch-5', 'at the start')
    let isBad = true
    const real = testDoor()
    const door: Door = {
      ...real,
      inWorkspace: (id, ...given) =>
        isBad && id === bad.id
          ? Promise.reject(new Error('cannot be read'))
          : real.inWorkspace(id, ...given),
    }
    const { kind, looks } = countingKind('watch-5')
    const { failures } = await startProcess([kind], door)
    await vi.waitUntil(() => looks.length === 1, 20_000)
    await add(bad, 'watch-5', 'of the bad too')
    await add(ours, 'watch-5', 'later')
    await vi.waitUntil(() => looks.length === 2, 20_000)
    expect(looks).toEqual(['http://at the start.example/', 'http://later.example/'])
    expect(failures).toContain('workspace: cannot be read')
    isBad = false
    await vi.waitUntil(() => looks.length === 4, 20_000)
  })
})

/** Processes that hold the listener's lock. */
async function listeners(): Promise<number> {
  const client = new pg.Client(inject('databaseUrl'))
  await client.connect()
  const { rows } = await client.query(
    `select from pg_locks where locktype = 'advisory' and granted and objid = $1`,
    [LOCKS.listener],
  )
  await client.end()
  return rows.length
}

/** Cuts the connections that hold the listener's lock, as a restart of the database would. */
async function cutListeners(): Promise<number> {
  const client = new pg.Client(inject('databaseUrl'))
  await client.connect()
  const { rows } = await client.query<{ cut: boolean }>(
    `select pg_terminate_backend(pid) as cut from pg_locks
     where locktype = 'advisory' and granted and objid = $1`,
    [LOCKS.listener],
  )
  await client.end()
  return rows.filter(({ cut }) => cut).length
}
