import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ASSIGNED, at, buy, later, seedMany, start } from '#test/experiment-world.ts'
import { seedChannel } from '#test/seed.ts'
import { makeWorkspace } from '#test/workspace.ts'
import { type InfluenceOutcome, seededChance } from '#vocabulary/index.ts'
import { assignIn, reckonExperiments, recordEngagements } from '../experiments/index.ts'
import { calibrate, calibrateChannels, ESTIMATED } from './calibration.ts'

const placebos = null
const line = {
  credit: 30,
  low: 20,
  high: 42,
  live: 3,
  placebo: 2,
  placebos,
  outcomes: 40,
  enough: true,
}
const sure = { label: 'calibrated', factor: 0.5, low: 0.5, high: 0.5, ground: null } as const

describe('calibrated credit', () => {
  it('is scaled where the factor is sure, and as wide as both where it is not', () => {
    expect(calibrate(line, sure)).toEqual({
      ...{
        credit: 15,
        low: 10,
        high: 21,
        live: 1.5,
        placebo: 1,
        placebos,
        outcomes: 40,
        enough: true,
      },
    })
    const vague = calibrate(line, { ...sure, low: 0.1, high: 0.9 })
    expect(vague.credit).toBe(15)
    expect(vague.low).toBeCloseTo(15 - Math.hypot(5, 12), 10)
    expect(vague.high).toBeCloseTo(15 + Math.hypot(6, 12), 10)
  })

  it('is no longer enough where next to nothing of it holds, and its placebo comes along', () => {
    const nothing = calibrate(line, { ...sure, factor: 0.02, low: 0, high: 0.1 })
    expect(nothing).toMatchObject({ low: 0, enough: false })
    expect(nothing.placebo).toBeCloseTo(0.04, 10)
    expect(calibrate({ ...line, enough: false }, sure).enough).toBe(false)
    // What no experiment speaks of stays as it is, whatever it rests on.
    expect(calibrate({ ...line, low: 0 }, ESTIMATED)).toEqual({ ...line, low: 0 })
  })

  it('holds its value and never falls below nothing', () => {
    const numbers = fc.tuple(...Array.from({ length: 3 }, () => fc.nat(1_000)))
    const ordered = numbers.map((all) => all.toSorted((a, b) => a - b))
    fc.assert(
      fc.property(ordered, ordered, (credits, factors) => {
        const [low = 0, credit = 0, high = 0] = credits
        const [least = 0, factor = 0, most = 0] = factors.map((one) => one / 1_000)
        const found = calibrate(
          { ...line, credit, low, high, live: 0 },
          { ...sure, factor, low: least, high: most },
        )
        expect(found.low).toBeGreaterThanOrEqual(0)
        expect(found.low).toBeLessThanOrEqual(found.credit + 1e-9)
        expect(found.high).toBeGreaterThanOrEqual(found.credit - 1e-9)
      }),
    )
  })
})

describe('channels', () => {
  it('are calibrated by experiments, and estimated without one', async () => {
    const workspace = await makeWorkspace()
    const [tried, untried] = [await seedChannel(workspace, 'a'), await seedChannel(workspace, 'b')]
    const experiment = await start(workspace)
    const chance = seededChance(5, 'calibration')
    const people = await seedMany(workspace, 800, 4)
    const [engaged, buyers]: [string[], string[]] = [[], []]
    for (let i = 0; i < people.length; i += 200) {
      const asked = { people: people.slice(i, i + 200), channelId: tried }
      const given = await workspace.run((tx) =>
        assignIn(tx, experiment, asked, at(workspace, ASSIGNED)),
      )
      for (const { personId, decision } of given) {
        const isEngaged = decision === 'engage' && chance() < 0.5
        if (isEngaged) engaged.push(personId)
        if (chance() < (isEngaged ? 0.7 : 0.2)) buyers.push(personId)
      }
    }
    await workspace.run((tx) =>
      recordEngagements(
        tx,
        experiment,
        { people: engaged, channelId: tried },
        at(workspace, later(1)),
      ),
    )
    await buy(workspace, tried, buyers, later(2))
    await reckonExperiments(workspace.door, workspace.id, later(40))
    const asked = { topicId: null, from: null, to: null }
    const calibration = (type: InfluenceOutcome | null) =>
      workspace.run((tx) => calibrateChannels(tx, { ...asked, type }))
    const of = await calibration('purchase')
    expect(of(untried)).toEqual(ESTIMATED)
    expect((await calibration('churn'))(tried)).toEqual(ESTIMATED)
    expect((await calibration(null))(tried)).toEqual(ESTIMATED)
    const found = of(tried)
    expect(found.label).toBe('calibrated')
    expect(found.ground).toMatchObject({ experiments: 1, people: 800, to: null })
    // Nothing confounds here: all of it holds.
    expect(found.low).toBeLessThan(1)
    expect(found.high).toBeGreaterThan(1)
  })
})
