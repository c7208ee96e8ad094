import { expect, it } from 'vitest'
import { seedChannel } from '#test/seed.ts'
import { makeWorkspace, randomBytes } from '#test/workspace.ts'
import { type HealthReport, recordHealth } from './record-health.ts'

const BEGUN_MS = Date.UTC(2026, 10, 1)
const HOUR_MS = 3_600_000

function report(channelId: string, gaps: HealthReport['gaps']): HealthReport {
  const counts = { requests: 0, bytes: 0, unchanged: 0, events: 0, taken: 0 }
  return { channelId, settingsHash: '', counts, problems: [], gaps }
}

it('keeps the newest fifty gaps of each channel', async () => {
  const workspace = await makeWorkspace()
  const [flapping, calm] = [
    await seedChannel(workspace, 'flapping'),
    await seedChannel(workspace, 'calm'),
  ]
  const gap = (hour: number) => {
    const since = new Date(BEGUN_MS + hour * HOUR_MS)
    return { since, until: new Date(since.getTime() + 60_000), reason: 'not-listening' as const }
  }
  const record = (atHour: number, reports: HealthReport[]) => {
    const now = new Date(BEGUN_MS + atHour * HOUR_MS)
    return workspace.run((tx) => recordHealth(tx, workspace.id, reports, now, randomBytes))
  }
  const hours = (from: number, to: number) => Array.from({ length: to - from }, (_, i) => from + i)
  await record(40, [report(flapping, hours(0, 40).map(gap)), report(calm, [gap(0)])])
  await record(60, [report(flapping, hours(40, 60).map(gap))])
  const kept = async (channelId: string) => {
    const rows = await workspace.run((tx) =>
      tx
        .selectFrom('channel_gap')
        .select('since')
        .where('channel_id', '=', channelId)
        .orderBy('id')
        .execute(),
    )
    return rows.map(({ since }) => (since.getTime() - BEGUN_MS) / HOUR_MS)
  }
  expect(await kept(flapping)).toEqual(hours(10, 60))
  expect(await kept(calm)).toEqual([0])
})
