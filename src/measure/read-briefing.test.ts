import { sql } from 'kysely'
import { describe, expect, it } from 'vitest'
import { seedChannel, seedPerson, seedPost, seedRollUps, seedTopic } from '#test/seed.ts'
import { makeWorkspace } from '#test/workspace.ts'
import { readBriefing } from './index.ts'

/** The day after the last posts, in the workspace's time zone. */
const NOW = new Date('2026-10-31T16:00:00Z')

const day = (daysAgo: number) =>
  new Date(Date.UTC(2026, 9, 31, 3) - daysAgo * 86_400_000).toISOString()

/** Nine calm weeks of two posts a day, then twenty complaints about one topic two days ago. */
async function makeTalk(complaints: number) {
  const workspace = await makeWorkspace()
  const channel = await seedChannel(workspace, 'talk')
  const [kettle, grinder] = [
    await seedTopic(workspace, 'みつばち号'),
    await seedTopic(workspace, 'ひきうす'),
  ]
  const { handleId: by } = await seedPerson(workspace, '花子')
  for (let ago = 0; ago < 63; ago++) {
    await seedPost(workspace, { at: day(ago), by, channel, text: 'みつばち号', topics: [kettle] })
    await seedPost(workspace, { at: day(ago), by, channel, text: 'ひきうす', topics: [grinder] })
  }
  const post = { by, channel, text: '最悪', topics: [kettle] }
  for (let i = 0; i < complaints; i++) {
    const at = new Date(Date.parse(day(2)) + i * 1000).toISOString()
    await seedPost(workspace, { ...post, at, sentiment: 'negative' })
  }
  await seedRollUps(workspace)
  return { workspace, kettle }
}

describe('the briefing', () => {
  it('says which topic got complaints on which day, and what would have been usual', async () => {
    const { workspace, kettle } = await makeTalk(20)
    const briefing = await workspace.run((tx) => readBriefing(tx, {}, NOW))
    expect(briefing).toMatchObject({ from: '2026-10-25', to: '2026-10-31', weeksKnown: 8 })
    expect(briefing.volume).toMatchObject({ count: 34, expected: 14 })
    expect(briefing.findings).toHaveLength(1)
    expect(briefing.findings[0]).toMatchObject({
      ...{ topic: { id: kettle, name: 'みつばち号', kind: 'own' }, watched: 'negative' },
      ...{ from: '2026-10-29', to: '2026-10-29', count: 20, expected: 0, voices: 1 },
    })
    const counted = await workspace.run((tx) =>
      sql<{ posts: number }>`select negative as posts from topic_day
        where topic_id = ${kettle} and day = '2026-10-29' limit 1`.execute(tx),
    )
    expect(counted.rows[0]?.posts).toBe(20)
  })

  it('is calm when nothing happened, and for a topic that nothing happened to', async () => {
    const { workspace, kettle } = await makeTalk(0)
    expect((await workspace.run((tx) => readBriefing(tx, {}, NOW))).findings).toEqual([])
    const one = await workspace.run((tx) =>
      readBriefing(tx, { topic: kettle, to: '2026-10-20' }, NOW),
    )
    expect(one).toMatchObject({ findings: [], volume: { count: 7, expected: 7 }, weeksKnown: 6 })
  })

  it('judges no day that is not over, whatever is asked for', async () => {
    const { workspace } = await makeTalk(0)
    // In Tokyo it is still the 31st, the day of the last posts.
    const noon = new Date('2026-10-31T03:30:00Z')
    const week = { from: '2026-10-24', to: '2026-10-30', volume: { count: 14, expected: 14 } }
    for (const filter of [{}, { to: '2026-10-31' }, { to: '2027-01-01' }]) {
      const briefing = await workspace.run((tx) => readBriefing(tx, filter, noon))
      expect(briefing).toMatchObject({ ...week, findings: [] })
    }
    const early = await workspace.run((tx) => readBriefing(tx, { to: '0001-01-03' }, noon))
    expect(early).toMatchObject({ from: '0001-01-01', weeksKnown: 0, volume: null })
  })

  it('has nothing to say of an empty log', async () => {
    const workspace = await makeWorkspace()
    const briefing = await workspace.run((tx) => readBriefing(tx, {}, NOW))
    expect(briefing).toEqual({
      from: null,
      to: null,
      weeksKnown: 0,
      volume: null,
      voices: null,
      findings: [],
    })
  })
})
