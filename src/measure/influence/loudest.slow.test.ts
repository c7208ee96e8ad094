import { expect, test } from 'vitest'
import { growCrowdWorld } from '#test/crowd-worlds.ts'
import { rankCorrelation } from '#test/rank-correlation.ts'
import { INFLUENCE_DEFAULTS, measureInfluence } from './measure-influence.ts'

/** Seeds that were not looked at when the marks of loud actors were chosen. */
const SEEDS = [41, 42]

test.each(SEEDS)('crowds of loud accounts say nothing for them, in world %i', async (seed) => {
  const { input, truth } = growCrowdWorld({ seed })
  const { byActor } = await measureInfluence(input, { ...INFLUENCE_DEFAULTS, bootstrap: 0 })
  const credit = new Float64Array(truth.byActor.length)
  for (const one of byActor) credit[one.actor] = one.credit
  const first = byActor.slice(0, 50).map(({ actor }) => actor)
  const [own, last] = [credit, lastTouches(input)].map((one) => rankCorrelation(one, truth.byActor))
  console.log(`rank correlation ${own?.toFixed(3)}, last touch ${last?.toFixed(3)}`)
  for (const loud of truth.loud) expect(first).not.toContain(loud)
  expect(first.slice(0, 3)).toContain(truth.quiet)
  expect(own).toBeGreaterThan(last ?? 1)
})

/** Every outcome to whoever reached somebody last, within a week. */
function lastTouches({ touches, outcomes }: ReturnType<typeof growCrowdWorld>['input']) {
  const credit = new Float64Array(250)
  const last = new Map<number, number>()
  let next = 0
  outcomes.t.forEach((t, o) => {
    for (; next < touches.t.length && (touches.t[next] ?? 0) < t; next++) {
      last.set(touches.person[next] ?? -1, next)
    }
    const row = last.get(outcomes.person[o] ?? -1)
    if (row === undefined || (touches.t[row] ?? 0) < t - 7 * 86_400) return
    const actor = touches.actor[row] ?? -1
    credit[actor] = (credit[actor] ?? 0) + 1
  })
  return credit
}
