import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { type Listening, listActivities } from '#listen/index.ts'
import { changeIn } from '#test/change.ts'
import { INPUT_FORMATS, testChannel, testListening } from '#test/listening.ts'
import { testLiveTools } from '#test/live.ts'
import { postPayload } from '#test/live-kinds.ts'
import { makeWorkspace, newId, type TestWorkspace, testDoor } from '#test/workspace.ts'
import { erasePerson } from '#understand/index.ts'
import { LIMITS } from '#vocabulary/index.ts'
import { Spool, type SpoolNews } from './spool.ts'
import type { SpoolRecord } from './spool-frame.ts'
import { type LeftOut, workOff } from './work-off.ts'

const toEnd: (() => unknown)[] = []

afterEach(async () => {
  for (const end of toEnd.splice(0).reverse()) await end()
})

async function openFolder() {
  const folder = mkdtempSync(join(tmpdir(), 'enishi-work-off-'))
  toEnd.push(() => rmSync(folder, { recursive: true, force: true }))
  const news: SpoolNews[] = []
  const open = () => Spool.open({ folder, onNews: (one) => void news.push(one) })
  return { open, spool: await open(), news, folder }
}

function recordOf(ids: { workspaceId: string; channelId: string }, text: string): SpoolRecord {
  const { format, body } = postPayload(newId(), text)
  return { ...ids, format, scope: 'test', receivedAt: new Date(), body: Buffer.from(body) }
}

async function idsOf(ours: TestWorkspace) {
  return { workspaceId: ours.id, channelId: await testChannel(ours) }
}

async function textsOf(ours: TestWorkspace): Promise<string[]> {
  const filter = { kind: 'post' } as const
  const { items } = await ours.run((tx) => listActivities(tx, filter, { limit: 200 }))
  return items.map(({ text }) => text ?? '')
}

/** Works the spool off until `stop`. */
function start(spool: Spool, listening: Listening) {
  const [leftOut, waits]: [LeftOut[], Error[]] = [[], []]
  const controller = new AbortController()
  const parts = {
    ...{ spool, listening, door: testDoor(), formats: INPUT_FORMATS },
    sleep: (_: number, signal: AbortSignal) => testLiveTools().sleep(5, signal),
    onLeftOut: (one: LeftOut) => void leftOut.push(one),
    onWorkedOff: () => undefined,
    onWaiting: (error: Error) => void waits.push(error),
  }
  const working = workOff(parts, controller.signal)
  const stop = async () => {
    controller.abort()
    await working
    await spool.close()
  }
  return { leftOut, waits, stop }
}

/** Statements that the database refuses, with its own words. */
const REFUSED = {
  // A statement that waits for a lock longer than it may.
  '57014': sql`set local statement_timeout = 1; select pg_sleep(10)`,
  // The server that answers is a standby.
  '25006': sql`set transaction read only; update workspace set name = name`,
  // Somebody took away the right to it.
  '42501': sql`set local role enishi_nobody; select from enishi.workspace`,
}

describe('working off', { timeout: 20_000 }, () => {
  it.each(Object.entries(REFUSED))(
    'waits out %s, and leaves nothing out',
    async (code, refused) => {
      const ours = await makeWorkspace()
      const ids = await idsOf(ours)
      const { spool } = await openFolder()
      await spool.append(['一', '二', '三'].map((text) => recordOf(ids, text)))
      const real = await testListening()
      let refusals = 0
      const hear: Listening['hear'] = async (hearing, pool) => {
        if (refusals++ < 5) await ours.run((tx) => refused.execute(tx))
        return real.hear(hearing, pool)
      }
      const { leftOut, waits, stop } = start(spool, { ...real, hear })
      await vi.waitUntil(() => spool.depth().records === 0, 10_000)
      await stop()
      expect(waits.map((error) => (error as { code?: string }).code)).toEqual(Array(5).fill(code))
      expect(leftOut).toEqual([])
      expect((await textsOf(ours)).sort()).toEqual(['一', '三', '二'])
    },
  )

  it('leaves out the one record whose data the database refuses', async () => {
    const ours = await makeWorkspace()
    const ids = await idsOf(ours)
    const { spool } = await openFolder()
    await spool.append(['一', '毒', '三'].map((text) => recordOf(ids, text)))
    const real = await testListening()
    const hear: Listening['hear'] = async (hearing, pool) => {
      const isPoison = hearing.heard.some(({ payload }) => payload?.body.includes('毒'))
      if (isPoison) await ours.run((tx) => sql`select 'a'::integer`.execute(tx))
      return real.hear(hearing, pool)
    }
    const { leftOut, waits, stop } = start(spool, { ...real, hear })
    await vi.waitUntil(() => spool.depth().records === 0, 10_000)
    await stop()
    expect(waits).toEqual([])
    expect(leftOut).toMatchObject([{ ...ids, code: 'not-recorded', records: 1 }])
    expect((await textsOf(ours)).sort()).toEqual(['一', '三'])
  })

  it('goes on when the disk takes its place again', async () => {
    const ours = await makeWorkspace()
    const ids = await idsOf(ours)
    const { spool, news, folder } = await openFolder()
    const blocked = join(folder, 'place.json.new')
    mkdirSync(blocked)
    await spool.append([recordOf(ids, '一')])
    const { stop, leftOut } = start(spool, await testListening())
    await vi.waitUntil(() => news.length > 1, 10_000)
    expect(news[0]).toMatchObject({ kind: 'cannot-write' })
    rmSync(blocked, { recursive: true })
    await vi.waitUntil(() => spool.depth().records === 0, 10_000)
    await stop()
    expect(leftOut).toEqual([])
    expect(await textsOf(ours)).toEqual(['一'])
  })

  it('lets nobody who was erased in from what waits, and leaves nothing of them behind', async () => {
    const ours = await makeWorkspace()
    const ids = await idsOf(ours)
    const { spool, open, folder } = await openFolder()
    const said = (id: string, content: string): SpoolRecord => {
      const actor = { platform: 'shop', handle: 'hanako', name: '消去 花子' }
      const body = Buffer.from(JSON.stringify({ id, type: 'Create', content, actor }))
      return { ...ids, format: 'activities', scope: 'test', receivedAt: new Date(), body }
    }
    const onDisk = () =>
      readdirSync(folder)
        .map((name) => readFileSync(join(folder, name)).toString())
        .join('')
    await spool.append([said('a', '先に言った')])
    const first = start(spool, await testListening())
    await vi.waitFor(async () => expect(await textsOf(ours)).toEqual(['先に言った']), 10_000)
    // Nobody works it off to the last record: that is for when it is calm.
    await first.stop()

    const again = await open()
    await again.append([said('b', '待っている')])
    expect(onDisk()).toContain('待っている')
    const { id } = await ours.run((tx) =>
      tx.selectFrom('person').select('id').executeTakeFirstOrThrow(),
    )
    await ours.run((tx) => erasePerson(tx, id, '消去 花子', changeIn(ours)))
    const second = start(again, await testListening())
    await vi.waitFor(() => expect(onDisk()).not.toMatch(/花子|言った|待っている/), 10_000)
    expect(await textsOf(ours)).toEqual([])
    // What comes afterwards is kept and found as ever, also by the next process.
    await again.append([{ ...recordOf(ids, '別の人の話'), receivedAt: new Date() }])
    await vi.waitFor(async () => expect(await textsOf(ours)).toEqual(['別の人の話']), 10_000)
    await second.stop()
    const last = await open()
    await last.append([recordOf(ids, 'そのあと')])
    const third = start(last, await testListening())
    await vi.waitFor(async () => expect(await textsOf(ours)).toHaveLength(2), 10_000)
    await vi.waitFor(() => expect(last.depth()).toMatchObject({ records: 0 }), 10_000)
    await third.stop()
    const { rows } = await ours.run((tx) =>
      sql<{ n: number }>`select count(*)::integer as n from person`.execute(tx),
    )
    expect(rows).toEqual([{ n: 1 }])
  })

  it('never moves past a turn that was stopped before it was recorded', async () => {
    const ours = await makeWorkspace()
    const ids = await idsOf(ours)
    const { spool, open } = await openFolder()
    // The turn behind is of a workspace that is gone: there is nothing to record in it.
    const gone = { workspaceId: newId(), channelId: newId() }
    const texts = Array.from({ length: LIMITS.batchRecords }, (_, i) => `${i}`)
    await spool.append(texts.map((text) => recordOf(ids, text)))
    await spool.append([recordOf(gone, '彼方')])
    const lost = Object.assign(new Error('connect ECONNREFUSED'), { code: 'ECONNREFUSED' })
    const listening = { ...(await testListening()), hear: () => Promise.reject(lost) }
    const { leftOut, stop } = start(spool, listening)
    await vi.waitUntil(() => leftOut.length > 0, 10_000)
    await stop()
    const again = await open()
    expect(again.depth().records).toBe(LIMITS.batchRecords + 1)
    await again.close()
  })
})
