import fc from 'fast-check'
import { sql } from 'kysely'
import { describe, expect, it } from 'vitest'
import { changeChannel } from '#listen/index.ts'
import type { Transaction } from '#store/door.ts'
import { writeEvent } from '#store/outbox.ts'
import { hear, testChannel, testListening } from '#test/listening.ts'
import { freshDatabase } from '#test/server.ts'
import { makeWorkspace, newId, randomBytes, type TestWorkspace, testDoor } from '#test/workspace.ts'
import {
  applyTopics,
  changeWorkspace,
  checkDerived,
  countAnew,
  dropExpired,
  rebuildDerived,
} from '#understand/index.ts'
import { type Arrival, type IncomingActivity, LIMITS } from '#vocabulary/index.ts'
import { enqueueDaily } from './daily.ts'

const NOW = new Date('2026-11-01T00:00:00Z')
const chance = { now: () => NOW, random: randomBytes }
const DAY_MS = 86_400_000

function post(key: number, daysAgo: number, by = 'hanako'): IncomingActivity {
  return {
    kind: 'activity',
    operation: 'create',
    type: 'Create',
    platform: 'shop',
    externalKey: `p${key}`,
    actor: { platform: 'shop', externalId: by },
    publishedAt: new Date(NOW.getTime() - daysAgo * DAY_MS + key * 1000),
    content: { text: key % 2 === 0 ? 'みつばち号を買った' : 'みつばち号おすすめ' },
  }
}

async function open(door = testDoor()) {
  const workspace = await makeWorkspace('ja', door)
  const channelId = await testChannel(workspace)
  const listening = await testListening(door)
  await workspace.run((tx) =>
    tx
      .insertInto('topic')
      .values({
        workspace_id: workspace.id,
        id: newId(),
        name: 'みつばち号',
        kind: 'own',
        applied_at: null,
      })
      .execute(),
  )
  await applyTopics(door, workspace.id)
  const hearAll = (arrivals: Arrival[]) => hear(listening, workspace, channelId, arrivals)
  return { workspace, channelId, hearAll }
}

const change = (workspace: TestWorkspace, what: Parameters<typeof changeWorkspace>[1]) =>
  workspace.run((tx) =>
    changeWorkspace(tx, what, { authorId: null, now: NOW, random: randomBytes }),
  )

const keysIn = (workspace: TestWorkspace) =>
  workspace.run(async (tx) =>
    (await tx.selectFrom('activity').select('external_key').execute())
      .map((row) => row.external_key)
      .sort(),
  )

describe('retention', () => {
  it('drops exactly what is older, with all that it counted for, whatever the ages (property)', async () => {
    const ages = fc.array(fc.integer({ min: 0, max: 40 }), { minLength: 1, maxLength: 12 })
    const property = fc.asyncProperty(ages, fc.integer({ min: 1, max: 40 }), async (days, kept) => {
      const { workspace, hearAll } = await open()
      await hearAll(days.map((ago, key) => post(key, ago + 0.5, ago % 3 === 0 ? 'taro' : 'hanako')))
      await change(workspace, { retentionDays: kept })
      await dropExpired(testDoor(), workspace.id, chance)
      const stay = days.flatMap((ago, key) => (ago + 0.5 > kept ? [] : [`p${key}`])).sort()
      expect(await keysIn(workspace)).toEqual(stay)
      expect(await workspace.run(checkDerived)).toEqual([])
    })
    await fc.assert(property, { numRuns: 8 })
  })

  it('does not let what it dropped come back, and asks each channel first', async () => {
    const { workspace, channelId, hearAll } = await open()
    await hearAll([post(1, 20), post(2, 5)])
    await change(workspace, { retentionDays: 10 })
    await workspace.run((tx) =>
      tx.updateTable('channel').set({ retention_days: 30 }).where('id', '=', channelId).execute(),
    )
    expect(await dropExpired(testDoor(), workspace.id, chance)).toBe(0)
    await workspace.run((tx) =>
      tx.updateTable('channel').set({ retention_days: null }).where('id', '=', channelId).execute(),
    )
    expect(await dropExpired(testDoor(), workspace.id, chance)).toBe(1)
    expect(await hearAll([post(1, 20)])).toMatchObject({ new: 0, duplicate: 1 })
    expect(await keysIn(workspace)).toEqual(['p2'])
  })

  it('keeps everything when asked to keep it for longer than time was counted', async () => {
    const { workspace, hearAll } = await open()
    await hearAll([post(1, 20), post(2, 5)])
    await change(workspace, { retentionDays: LIMITS.retentionDaysMax })
    expect(await dropExpired(testDoor(), workspace.id, chance)).toBe(0)
    expect(await keysIn(workspace)).toEqual(['p1', 'p2'])
  })

  it('of a channel is put in line at once when it changes, and only then', async () => {
    const { workspace, channelId } = await open()
    const by = { authorId: null, now: NOW, random: randomBytes }
    const changed = async (what: Parameters<typeof changeChannel>[2]) => {
      await workspace.run((tx) => changeChannel(tx, channelId, what, by))
      return (await workspace.run(jobsOf)).length
    }
    const jobsOf = (tx: Transaction) =>
      tx.selectFrom('job').select('id').where('kind', '=', 'drop-expired').execute()
    expect(await changed({ lawfulBasis: '同意' })).toBe(0)
    expect(await changed({ retentionDays: 30 })).toBe(1)
    expect(await changed({ retentionDays: 30 })).toBe(1)
    expect(await changed({ retentionDays: null })).toBe(2)
  })

  it('is put in line at once when it is set, and once a day from then on', async () => {
    const door = await freshDatabase()
    const { workspace } = await open(door)
    const waiting = () =>
      workspace.run(async (tx) => {
        const jobs = await tx.selectFrom('job').select('kind').execute()
        return jobs.filter(({ kind }) => kind === 'drop-expired').length
      })
    await change(workspace, { retentionDays: 10 })
    expect(await waiting()).toBe(1)
    const daily = (now: Date) => {
      const unexpected = () => expect.unreachable()
      return enqueueDaily(door, { now: () => now, random: randomBytes }, unexpected)
    }
    await daily(new Date())
    expect(await waiting()).toBe(1)
    const tomorrow = new Date(Date.now() + DAY_MS)
    await daily(tomorrow)
    expect(await waiting()).toBe(2)
  })

  it('is put in line in the other workspaces where one fails', async () => {
    const door = await freshDatabase()
    for (const { workspace } of [await open(door), await open(door)]) {
      await workspace.run((tx) => tx.updateTable('workspace').set({ retention_days: 9 }).execute())
    }
    const troubles: string[] = []
    let calls = 0
    const random = (into: Uint8Array) => {
      calls += 1
      if (calls === 1) throw new Error('no chance')
      randomBytes(into)
    }
    const enqueued = await enqueueDaily(door, { now: () => new Date(), random }, (error) =>
      troubles.push(error.message),
    )
    expect(troubles).toEqual(['no chance'])
    expect(enqueued).toBeGreaterThan(0)
  })
})

describe('another time zone', () => {
  it('counts every day anew', async () => {
    const { workspace, hearAll } = await open()
    await hearAll([post(1, 3), post(2, 2), post(3, 1.9)])
    const settled = await change(workspace, { timeZone: 'America/New_York' })
    expect(settled).toMatchObject({ timeZone: 'America/New_York', isCountingAnew: true })
    expect(await workspace.run(checkDerived)).not.toEqual([])
    await countAnew(testDoor(), workspace.id)
    expect(await workspace.run(checkDerived)).toEqual([])
    const unknown = change(workspace, { timeZone: 'Mars/Olympus' })
    await expect(unknown).rejects.toMatchObject({ code: 'bad-input', place: { field: 'timeZone' } })
  })

  it('keeps nobody else from writing while days are counted', async () => {
    const { workspace } = await open()
    await workspace.run(async (counting) => {
      await rebuildDerived(counting, workspace.id)
      await workspace.run(async (tx) => {
        await sql`set local lock_timeout = '5s'`.execute(tx)
        await writeEvent(tx, workspace.id, { name: 'test.told' })
      })
    })
  })

  it('says by name which settings changed, and nothing when none did', async () => {
    const { workspace } = await open()
    await change(workspace, { nameOrder: 'given-first', fiscalYearStartMonth: 1 })
    await change(workspace, { nameOrder: 'given-first' })
    const events = await workspace.run((tx) =>
      tx
        .selectFrom('event')
        .select(['name', 'detail'])
        .where('name', '=', 'workspace.changed')
        .execute(),
    )
    expect(events).toEqual([
      { name: 'workspace.changed', detail: ['fiscalYearStartMonth', 'nameOrder'] },
    ])
  })
})
