import { expect, test } from 'vitest'
import { type Chance, seededChance } from '#vocabulary/index.ts'
import { orderByActor } from './actor-events.ts'
import { actorPushesOf } from './actor-pushes.ts'
import {
  addChainCredit,
  type ChainGround,
  chainOf,
  moveMultipliers,
  moveThetas,
  weighAnew,
} from './chain.ts'
import { gammaOf } from './draws.ts'
import { MULTIPLIERS } from './multipliers.ts'

const EVENTS = 24
const MEMBERS = 4
/** Two actors; the first reaches cases more often than chance would have it. */
const REACH = [0.7, 0.3]

function groundOf(chance: Chance): ChainGround {
  const rows: { actor: number; event: number; member: number; push: number }[] = []
  const members = EVENTS * MEMBERS
  const start = new Int32Array(members + 1)
  for (let m = 0; m < members; m++) {
    const isCase = m % MEMBERS === 0
    for (const actor of [0, 1]) {
      if (chance() > (isCase ? (REACH[actor] ?? 0) : 0.3)) continue
      rows.push({ actor, event: Math.floor(m / MEMBERS), member: m, push: 0.2 + chance() })
    }
    start[m + 1] = rows.length
  }
  const ints = (of: (row: (typeof rows)[number]) => number) => Int32Array.from(rows, of)
  const exposures = {
    ...{
      start,
      touch: ints(() => 0),
      feature: ints(() => 0),
      ageDays: new Float64Array(rows.length),
    },
    ...{ actor: ints(({ actor }) => actor), event: ints(({ event }) => event) },
    member: ints(({ member }) => member),
  }
  return {
    exposures,
    sets: {
      t: new Float64Array(EVENTS),
      type: new Int32Array(EVENTS),
      outcome: Int32Array.from({ length: EVENTS }, (_, e) => e),
      start: Int32Array.from({ length: EVENTS + 1 }, (_, e) => e * MEMBERS),
      people: Int32Array.from({ length: members }, (_, m) => m),
      ...{ widened: 0, alone: 0 },
    },
    order: orderByActor(exposures, 2),
    push: Float32Array.from(rows, ({ push }) => push),
    mark: new Float64Array(0),
    features: 1,
  }
}

const STEP = 0.05

/** Credit and multipliers by summing over every pair of multipliers and a fine grid of theta. */
function slowly({ exposures, push, sets }: ChainGround) {
  const sums = { weight: 0, credit: 0, first: 0, second: 0 }
  const grid = MULTIPLIERS.length
  const usual = sets.people.length / push.reduce((sum, one) => sum + one, 0)
  for (let g = 0; g < grid; g++) {
    for (let h = 0; h < grid; h++) {
      const r = [MULTIPLIERS[g] as number, MULTIPLIERS[h] as number]
      // A tenth of the prior is fixed; the rest is drawn evenly with one actor's worth.
      const [one, other] = [g, h].map((at) => (at === 0 ? 0.5 : 0.5 / (grid - 1))) as [
        number,
        number,
      ]
      const both = (1 / grid) * (1 / grid + (g === h ? 1 : 0)) * 0.5
      const prior = 0.01 * one * other + (0.09 * (one + other)) / grid + 0.81 * both
      for (let at = Math.log(1e-6) + STEP / 2; at < Math.log(100); at += STEP) {
        const theta = Math.exp(at) * usual
        const lift = new Float64Array(sets.people.length).fill(1)
        push.forEach((one, x) => {
          const m = exposures.member[x] as number
          lift[m] = (lift[m] as number) + theta * one * (r[exposures.actor[x] as number] as number)
        })
        // theta^(-1/2) d theta on a grid of logarithms.
        let weight = prior * Math.sqrt(theta)
        let credit = 0
        for (let e = 0; e < EVENTS; e++) {
          const own = lift.subarray(e * MEMBERS, (e + 1) * MEMBERS)
          weight *= ((own[0] as number) / own.reduce((sum, one) => sum + one, 0)) * MEMBERS
          credit += 1 - 1 / (own[0] as number)
        }
        sums.weight += weight
        sums.credit += weight * credit
        sums.first += weight * (r[0] as number)
        sums.second += weight * (r[1] as number)
      }
    }
  }
  const { weight, credit, first, second } = sums
  return { credit: credit / weight, first: first / weight, second: second / weight }
}

test('a chain goes where the sum over all multipliers and thetas says', { timeout: 60_000 }, () => {
  const chance = seededChance(3, 'chain')
  const ground = groundOf(chance)
  const chain = chainOf(ground, Float64Array.of(1), 2)
  weighAnew(chain, ground, new Float64Array(0))
  const credit = new Float64Array(1)
  const mean = [0, 0]
  const [burn, kept] = [500, 40_000]
  for (let sweep = 0; sweep < burn + kept; sweep++) {
    moveMultipliers(chain, chance, (actor, chances) => {
      if (sweep < burn) return
      const own = chances.reduce((sum, one, g) => sum + one * (MULTIPLIERS[g] as number), 0)
      mean[actor] = (mean[actor] as number) + own / kept
    })
    moveThetas(chain, chance, sweep < burn)
    if (sweep >= burn) addChainCredit(chain, credit)
  }
  const exact = slowly(ground)
  expect(Math.abs((credit[0] as number) / kept / exact.credit - 1)).toBeLessThan(0.03)
  expect(Math.abs((mean[0] as number) / exact.first - 1)).toBeLessThan(0.08)
  expect(Math.abs((mean[1] as number) / exact.second - 1)).toBeLessThan(0.08)
  // Sums that are kept along are those made from scratch.
  const { lift, liftOfAll } = chain
  const [before, ofAll] = [lift.slice(), liftOfAll.slice()]
  weighAnew(chain, ground, new Float64Array(0))
  lift.forEach((one, e) => void expect(one).toBeCloseTo(before[e] as number, 6))
  liftOfAll.forEach((one, e) => void expect(one).toBeCloseTo(ofAll[e] as number, 6))
})

test('pushes of an actor are summed by event and feature', () => {
  const ground = groundOf(seededChance(4, 'pushes'))
  const feature = ground.exposures.feature.map((_, x) => x % 2)
  const exposures = { ...ground.exposures, feature }
  const weight = Float64Array.from(ground.sets.people, (m) => 1 + (m % 3))
  const found = actorPushesOf(ground.sets, exposures, ground.order, ground.push, weight)
  const rows = new Set<string>()
  for (const [i, actor] of found.actors.entries()) {
    for (let row = found.start[i] ?? 0; row < (found.start[i + 1] ?? 0); row++) {
      const [e, k] = [found.event[row] ?? -1, found.feature[row] ?? -1]
      rows.add(`${actor} ${e} ${k}`)
      let [ofCase, ofAll] = [0, 0]
      ground.push.forEach((push, x) => {
        if (exposures.actor[x] !== actor || exposures.event[x] !== e || feature[x] !== k) return
        const m = exposures.member[x] ?? -1
        ofAll += push * (weight[m] ?? 0)
        if (m % MEMBERS === 0) ofCase += push
      })
      expect(found.ofCase[row]).toBeCloseTo(ofCase, 9)
      expect(found.ofAll[row]).toBeCloseTo(ofAll, 9)
    }
  }
  expect(rows.size).toBe(found.event.length)
})

test.each([0.08, 1, 7])('gamma of shape %f has its mean and variance', (shape) => {
  const chance = seededChance(5, 'gamma')
  const drawn = Array.from({ length: 40_000 }, () => gammaOf(chance, shape))
  const mean = drawn.reduce((sum, one) => sum + one, 0) / drawn.length
  const variance = drawn.reduce((sum, one) => sum + (one - mean) ** 2, 0) / drawn.length
  expect(Math.abs(mean / shape - 1)).toBeLessThan(0.06)
  expect(Math.abs(variance / shape - 1)).toBeLessThan(0.15)
})
