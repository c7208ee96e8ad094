import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ARMS } from '#vocabulary/index.ts'
import { type Hit, type Subject, tallyArms } from './tally-arms.ts'

const DAY_MS = 86_400_000
const day = (n: number) => new Date(n * DAY_MS)
const subject = (more: Partial<Subject>): Subject => ({
  ...{ rootId: 'a', handleId: 'h', channelId: 'x', arm: 'engage', assignedAt: day(0) },
  ...{ engagedAt: null, engagedBy: null, ...more },
})
const counted = { horizonDays: 7, now: day(100) }

describe('the tally of the arms', () => {
  it('counts a person once in a channel and once in all, whatever accounts they have', () => {
    const subjects = [
      subject({ channelId: 'x', engagedAt: day(1) }),
      subject({ channelId: 'x', handleId: 'i', assignedAt: day(2) }),
      subject({ channelId: 'y', handleId: 'i', assignedAt: day(20) }),
      subject({ rootId: 'b', handleId: 'j', arm: 'hold-out' }),
    ]
    const hits = [1, 2, 3].map((n): Hit => ({ rootId: 'a', at: day(n) }))
    const { arms } = tallyArms(subjects, hits, counted)
    const [all, x, y] = [null, 'x', 'y'].map((id) => arms.find(({ channelId }) => channelId === id))
    const both = { people: 1, hits: 1, engagedPeople: 1, engagedHits: 1 }
    expect(all).toMatchObject({ engage: both, holdOut: { people: 1, hits: 0 }, waiting: 0 })
    expect(x).toMatchObject({ engage: both, holdOut: { people: 1 } })
    // Before they were met there it does not count there.
    expect(y).toMatchObject({ engage: { people: 1, hits: 0, engagedPeople: 0 } })
  })

  it('counts from just after the assignment to the end of the horizon, and nobody whose horizon runs', () => {
    const hitAt = (ms: number) =>
      tallyArms([subject({})], [{ rootId: 'a', at: new Date(ms) }], counted).arms[0]?.engage.hits
    expect([0, 1, 7 * DAY_MS, 7 * DAY_MS + 1].map(hitAt)).toEqual([0, 1, 1, 0])
    const early = tallyArms([subject({})], [], { horizonDays: 7, now: day(6) })
    expect(early.arms[0]).toMatchObject({ waiting: 1, engage: { people: 0 } })
  })

  it('keeps people that were merged in the arm of the first assignment, and says how many', () => {
    const merged = [
      subject({ arm: 'engage', assignedAt: day(3), handleId: 'g' }),
      subject({ arm: 'hold-out', assignedAt: day(1) }),
    ]
    const { arms, bothArms } = tallyArms(merged, [], counted)
    expect(bothArms).toBe(1)
    expect(arms[0]).toMatchObject({ engage: { people: 0 }, holdOut: { people: 1 } })
  })

  it('loses nobody and makes nobody up', () => {
    const some = fc.record({
      rootId: fc.constantFrom('a', 'b', 'c', 'd'),
      handleId: fc.uuid(),
      channelId: fc.constantFrom('x', 'y'),
      arm: fc.constantFrom(...ARMS),
      assignedAt: fc.integer({ min: 0, max: 120 }).map(day),
      engagedAt: fc.option(fc.integer({ min: 0, max: 120 }).map(day)),
      engagedBy: fc.constant(null),
    })
    const hits = fc.array(
      fc.record({ rootId: fc.constantFrom('a', 'b', 'z'), at: fc.nat(120).map(day) }),
    )
    fc.assert(
      fc.property(fc.array(some), hits, (subjects, happened) => {
        const { arms } = tallyArms(subjects, happened, counted)
        for (const { channelId, engage, holdOut, waiting } of arms) {
          const met = subjects.filter((one) => channelId === null || one.channelId === channelId)
          const people = new Set(met.map((one) => one.rootId)).size
          expect(engage.people + holdOut.people + waiting).toBe(people)
          for (const arm of [engage, holdOut]) {
            expect(arm.engagedHits).toBeLessThanOrEqual(Math.min(arm.hits, arm.engagedPeople))
            expect(Math.max(arm.hits, arm.engagedPeople)).toBeLessThanOrEqual(arm.people)
          }
        }
      }),
    )
  })
})
