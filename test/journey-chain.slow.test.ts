import { beforeAll, describe, expect, it } from 'vitest'
import { chainOf, type StayRow, staysOf, valueOfStages } from '#measure/index.ts'
import { simulateWorld, type World } from '#simulation/index.ts'
import { STAGES, type Stage } from '#vocabulary/index.ts'

const DAY_MS = 86_400_000
const HORIZON_DAYS = 40

/** A stay as it truly was; `endsAt` is null for one that the end of the world cut short. */
interface TrueStay {
  stage: Stage
  next: Stage | null
  beganAt: number
  endsAt: number | null
}

function trueStays({ truth }: World): TrueStay[] {
  const open = new Map<string, TrueStay>()
  const all: TrueStay[] = []
  for (const one of truth) {
    if (one.kind !== 'move') continue
    const key = `${one.person} ${one.topic}`
    const atMs = Date.parse(one.at)
    const before = open.get(key)
    if (before !== undefined) Object.assign(before, { next: one.to, endsAt: atMs })
    const stay: TrueStay = { stage: one.to, next: null, beganAt: atMs, endsAt: null }
    open.set(key, stay)
    all.push(stay)
  }
  return all
}

/** What is known of a stay at an instant. */
function seenAt(stay: TrueStay, nowMs: number): StayRow {
  const isOver = stay.endsAt !== null && stay.endsAt <= nowMs
  const until = isOver ? (stay.endsAt ?? nowMs) : nowMs
  return {
    ...{ stage: stay.stage, next: isOver ? stay.next : null },
    ...{ days: (until - stay.beganAt) / DAY_MS, stays: 1 },
  }
}

describe('the chain of a simulated world', () => {
  let stays: TrueStay[]
  let endsAtMs: number
  beforeAll(() => {
    const world = simulateWorld({ seed: 3, people: 2_000, days: 180 })
    stays = trueStays(world)
    endsAtMs = world.options.endsAtMs
  })

  it('says at half time where people will have gone, which plain counting does not', () => {
    const nowMs = endsAtMs - 90 * DAY_MS
    const begun = stays.filter(({ beganAt }) => beganAt < nowMs)
    const chain = chainOf(staysOf(begun.map((stay) => seenAt(stay, nowMs))), HORIZON_DAYS)
    const plain: number[] = []
    const errors: number[] = []
    for (const [at, stage] of STAGES.entries()) {
      const own = begun.filter((stay) => stay.stage === stage)
      expect(own.length).toBeGreaterThan(50)
      for (const [column, to] of STAGES.entries()) {
        const went = own.filter(
          (stay) => stay.next === to && (stay.endsAt ?? 0) - stay.beganAt <= HORIZON_DAYS * DAY_MS,
        ).length
        const seen = own.filter(
          (stay) => stay.next === to && (stay.endsAt ?? Number.POSITIVE_INFINITY) <= nowMs,
        ).length
        const said = chain.next[at]?.[column] ?? 0
        const margin = 3.5 * Math.sqrt((said * (1 - said)) / own.length) + 5 / own.length
        expect([stage, to, Math.abs(said - went / own.length) <= margin]).toEqual([stage, to, true])
        if (went > 20) {
          errors.push(Math.abs(said - went / own.length))
          plain.push(Math.abs(seen / own.length - went / own.length))
        }
      }
    }
    const mean = (all: number[]) => all.reduce((sum, one) => sum + one, 0) / all.length
    expect(errors.length).toBeGreaterThan(2)
    expect(mean(errors)).toBeLessThan(mean(plain))
    console.info(
      `chain: wrong by ${mean(errors).toFixed(3)} on average, plain counts by ${mean(plain).toFixed(3)}`,
    )
  })

  it('goes round as the world does: each stage leads only to the next, and value grows on the way', () => {
    const chain = chainOf(staysOf(stays.map((stay) => seenAt(stay, endsAtMs))), HORIZON_DAYS)
    for (const at of STAGES.keys()) {
      const onward = chain.next[at]?.[(at + 1) % STAGES.length] ?? 0
      for (const to of STAGES.keys()) {
        if (to !== (at + 1) % STAGES.length) expect(chain.next[at]?.[to]).toBeLessThan(onward)
      }
    }
    const { values } = valueOfStages(chain, null)
    expect(values.discovery).toBeLessThan(values.evaluation)
    expect(values.evaluation).toBeLessThan(values.recommendation)
    expect(values.recommendation).toBeLessThan(values.satisfaction)
  })
})
