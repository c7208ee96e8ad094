import { sql } from 'kysely'
import { describe, expect, it } from 'vitest'
import type { Transaction } from '#store/door.ts'
import { ASSIGNED, at, buy, DAY_MS, later, seedMany, start } from '#test/experiment-world.ts'
import { seedChannel, seedPerson, seedPost, seedTopic } from '#test/seed.ts'
import { makeWorkspace, newId, type TestWorkspace } from '#test/workspace.ts'
import { seededChance } from '#vocabulary/index.ts'
import { assignIn, recordEngagements } from './assign-engagement.ts'
import { calibrationOf, type Period, type SameAsked } from './findings.ts'
import { type ArmAsked, type ListedSubject, listArm } from './list-arm.ts'
import { askPower } from './observed-pace.ts'
import { type ChannelResult, readResults } from './read-results.ts'
import { reckonExperiments } from './reckon-experiments.ts'

/** As the server asks for it. */
const slowly =
  ({ door, id }: TestWorkspace) =>
  <Answer>(work: (tx: Transaction) => Promise<Answer>) =>
    door.inWorkspace(id, work, 'background')

/** Every figure of the arms opens exactly the people it counts, page after page. */
async function expectListed(
  slow: ReturnType<typeof slowly>,
  experiment: string,
  results: readonly (ChannelResult | null)[],
): Promise<void> {
  const list = async (asked: ArmAsked) => {
    const found: ListedSubject[] = []
    for (let cursor: string | undefined; ; ) {
      const page = { limit: 200, cursor }
      const { items, next } = await slow((tx) => listArm(tx, experiment, asked, page, later(20)))
      found.push(...items)
      if (next === null) return found
      cursor = next
    }
  }
  for (const result of results) {
    const channel = result?.channel?.id
    for (const [arm, counts] of [
      ['engage', result?.engage],
      ['hold-out', result?.holdOut],
    ] as const) {
      const people = await list({ arm, channel })
      expect(people).toHaveLength(counts?.people ?? -1)
      expect(new Set(people.map(({ person }) => person.id)).size).toBe(people.length)
      expect(people.every((one) => one.arm === arm && !one.isWaiting)).toBe(true)
      const hit = await list({ arm, channel, only: 'hit' })
      expect(hit).toEqual(people.filter(({ hits }) => hits.length > 0))
      expect(hit).toHaveLength(counts?.hits ?? -1)
      expect(await list({ arm, channel, only: 'engaged' })).toHaveLength(
        counts?.engagedPeople ?? -1,
      )
      const [first] = hit
      const at = Date.parse(first?.hits[0]?.at ?? '')
      expect(at).toBeGreaterThan(Date.parse(first?.assignedAt ?? ''))
      const { rows } = await slow((tx) =>
        sql<{
          type: string
        }>`select type from outcome where activity_id = ${first?.hits[0]?.id}`.execute(tx),
      )
      expect(rows).toEqual([{ type: 'purchase' }])
    }
  }
  expect(await list({ only: 'waiting' })).toEqual([])
}

async function expectWaiting(
  slow: ReturnType<typeof slowly>,
  experiment: string,
  channel: string,
): Promise<void> {
  const asked = { only: 'waiting', channel } as const
  const { items } = await slow((tx) => listArm(tx, experiment, asked, { limit: 3 }, later(10)))
  expect(items.map(({ isWaiting }) => isWaiting)).toEqual([true, true, true])
}

/** Reckoned once, then read: not counted anew at each look, and of nothing that was not tried. */
async function expectCalibration(
  workspace: TestWorkspace,
  [good, idle]: [string, string],
  found: [ChannelResult | undefined, ChannelResult | undefined],
): Promise<void> {
  const slow = slowly(workspace)
  const [a, b] = found
  const { door, id } = workspace
  const purchase = { outcome: 'purchase', topicId: null } as const
  const everyTime = { from: null, to: null }
  const calibration = (asked: SameAsked = purchase, period: Period = everyTime) =>
    slow((tx) => calibrationOf(tx, asked, period))
  expect((await calibration()).size).toBe(0)
  await reckonExperiments(door, id, later(20))
  const calibrated = await calibration()
  expect([...calibrated.keys()].sort()).toEqual([good, idle].sort())
  expect(calibrated.get(good)).toMatchObject({ experiments: 1, from: ASSIGNED, to: null })
  expect(calibrated.get(good)?.people).toBe(1_500)
  expect(calibrated.get(good)?.rho).toBeCloseTo(a?.pooledRho?.rho ?? 9, 10)
  const drawn = (calibrated.get(good)?.rho ?? 0) - (calibrated.get(idle)?.rho ?? 0)
  expect(drawn).toBeLessThan((a?.rho?.value ?? 0) - (b?.rho?.value ?? 0))
  // Of no topic in particular, and of purchases: of anything else it does not speak.
  const other = await seedTopic(workspace, 'elsewhere')
  expect((await calibration({ outcome: 'purchase', topicId: other })).size).toBe(0)
  expect((await calibration({ outcome: 'sign-up', topicId: null })).size).toBe(0)
  expect((await calibration(purchase, { from: null, to: later(-1) })).size).toBe(0)
  expect((await calibration(purchase, { from: later(30), to: null })).size).toBe(2)
}

describe('results', () => {
  it('find a planted lift by channel, and how much of the observed one holds', async () => {
    const workspace = await makeWorkspace()
    const { run } = workspace
    const slow = slowly(workspace)
    const [good, idle] = [
      await seedChannel(workspace, 'a good'),
      await seedChannel(workspace, 'b idle'),
    ]
    const experiment = await start(workspace)
    const chance = seededChance(3, 'results')
    const buyers: string[] = []
    for (const [channelId, effect] of [
      [good, 0.3],
      [idle, 0],
    ] as const) {
      const people = await seedMany(workspace, 1_500, effect * 10)
      const given = []
      for (let i = 0; i < people.length; i += 200) {
        const asked = { people: people.slice(i, i + 200), channelId }
        const some = await run((tx) => assignIn(tx, experiment, asked, at(workspace, ASSIGNED)))
        given.push(...some)
      }
      const engaged: string[] = []
      for (const { personId, decision } of given) {
        const isKeen = chance() < 0.5
        const isEngaged = decision === 'engage' && chance() < (isKeen ? 0.8 : 0.2)
        if (isEngaged) engaged.push(personId)
        if (chance() < 0.1 + (isKeen ? 0.2 : 0) + (isEngaged ? effect : 0)) buyers.push(personId)
      }
      const count = await run((tx) =>
        recordEngagements(tx, experiment, { people: engaged, channelId }, at(workspace, later(1))),
      )
      expect(count).toEqual({ recorded: engaged.length, heldOut: 0, outside: 0 })
    }
    await buy(workspace, good, buyers, later(3))
    // Twice counts once, and strangers not at all.
    await buy(workspace, good, buyers.slice(0, 50), later(4))
    await buy(workspace, good, await seedMany(workspace, 20, 9), later(3))
    const early = await slow((tx) => readResults(tx, experiment, later(10)))
    expect(early.all).toMatchObject({ waiting: 3_000, gap: 'few-people' })
    await expectWaiting(slow, experiment, good)
    const { all, channels } = await slow((tx) => readResults(tx, experiment, later(20)))
    const [a, b] = channels
    expect(channels.map(({ channel }) => channel?.name)).toEqual(['a good', 'b idle'])
    expect((all?.engage.people ?? 0) + (all?.holdOut.people ?? 0)).toBe(3_000)
    expect((all?.engage.hits ?? 0) + (all?.holdOut.hits ?? 0)).toBe(buyers.length)
    await expectListed(slow, experiment, [all, ...channels])
    // 0.3 for the half that was engaged.
    expect(a?.difference?.low).toBeGreaterThan(0)
    expect(a?.perEngaged?.low).toBeLessThan(0.3)
    expect(a?.perEngaged?.high).toBeGreaterThan(0.3)
    expect(b?.difference?.low).toBeLessThan(0)
    expect(b?.difference?.high).toBeGreaterThan(0)
    // Without the draw one would have seen 0.6 x 0.2 that is not there.
    expect(b?.observed?.low).toBeGreaterThan(0)
    expect(a?.rho?.value).toBeGreaterThan(b?.rho?.value ?? 9)
    expect(b?.rho?.low).toBeLessThan(0.05)

    await expectCalibration(workspace, [good, idle], [a, b])
  }, 60_000)

  it('count moves of the journey, turns against us, and going to a competitor', async () => {
    const outcomes = [
      ['stage:recommendation', 1],
      ['stage:rejection', 1],
      ['stage:evaluation', 0],
      ['to-competitor', 1],
    ] as const
    for (const [outcome, hits] of outcomes) {
      const workspace = await makeWorkspace()
      const channel = await seedChannel(workspace, 'board')
      const [ours, theirs] = [
        await seedTopic(workspace, 'ours'),
        await seedTopic(workspace, 'theirs'),
      ]
      await workspace.run((tx) =>
        tx.updateTable('topic').set({ kind: 'competitor' }).where('id', '=', theirs).execute(),
      )
      const experiment = await start(workspace, { outcome })
      const { personId, handleId } = await seedPerson(workspace, 'mover')
      const asked = { people: [personId], channelId: channel }
      await workspace.run((tx) => assignIn(tx, experiment, asked, at(workspace, ASSIGNED)))
      const move = async (topic: string, day: number, to: string, stance: string) => {
        const post = { at: later(day).toISOString(), by: handleId, channel, text: 'hm' }
        const activity = await seedPost(workspace, post)
        await workspace.run((tx) =>
          sql`insert into journey_move (workspace_id, person_id, topic_id, activity_id, from_stage,
              to_stage, stance, round, at)
            values (${workspace.id}, ${personId}, ${topic},
              ${activity}, 'none', ${to}, ${stance}, 1, ${later(day)})`.execute(tx),
        )
      }
      await move(ours, -2, 'evaluation', 'none')
      await move(ours, 3, 'recommendation', 'for')
      await move(ours, 5, 'satisfaction', 'against')
      // Against the competitor's is no going over, as it is none in a measurement.
      await move(theirs, 4, 'evaluation', 'against')
      await move(theirs, 6, 'evaluation', 'none')
      if (outcome === 'stage:evaluation') {
        await workspace.run((tx) =>
          tx.deleteFrom('journey_move').where('topic_id', '=', theirs).execute(),
        )
      }
      const { all } = await workspace.run((tx) => readResults(tx, experiment, later(20)))
      expect((all?.engage.hits ?? 0) + (all?.holdOut.hits ?? 0), outcome).toBe(hits)
    }
  })
})

describe('the plan', () => {
  it('goes by what the log shows: people a week, and how often it happens', async () => {
    const workspace = await makeWorkspace()
    const channel = await seedChannel(workspace, 'board')
    const topic = await seedTopic(workspace, 'ours')
    const now = later(14)
    const people = []
    for (let i = 0; i < 40; i++) {
      const one = await seedPerson(workspace, `p${i}`)
      const when = new Date(ASSIGNED.getTime() - (1 + (i % 50)) * DAY_MS)
      await seedPost(workspace, {
        ...{ at: when.toISOString(), by: one.handleId, channel, text: 'ours', topics: [topic] },
      })
      people.push({ ...one, when })
    }
    for (const { personId, when } of people.slice(0, 10)) {
      await buy(workspace, channel, [personId], new Date(when.getTime() + 2 * DAY_MS))
    }
    const asked = {
      outcome: 'purchase',
      ...{ horizonDays: 14, lift: 0.2, holdoutShare: 0.1 },
      ...{ engagedShare: 1, power: 0.8 },
    } as const
    const found = await workspace.run((tx) => askPower(tx, asked, now))
    expect(found.observed).toEqual({ people: 40, hits: 10, baseRate: 0.25, peopleAWeek: 5 })
    expect(found.plan.verdict).toBe('too-long')
    const more = await workspace.run((tx) => askPower(tx, { ...asked, peopleAWeek: 2_000 }, now))
    expect(more.plan).toMatchObject({ verdict: 'feasible', weeks: 5 })
    const weeksOf = more.lifts.map(({ lift }) => lift)
    expect(weeksOf).toEqual(weeksOf.toSorted((a, b) => (b ?? 9) - (a ?? 9)))
    const nowhere = await workspace.run((tx) =>
      askPower(tx, { ...asked, channels: [newId()] }, now),
    )
    expect(nowhere.plan).toEqual({ verdict: 'nothing-happens' })
  })
})
