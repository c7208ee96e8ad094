import { describe, expect, test } from 'vitest'
import { simulateWorld } from '../index.ts'
import { DAY_MS, rhythmAt } from '../time.ts'
import type { Actor } from '../world.ts'
import { DEED_RULES, DEEDS, dailyRate, incidentHeat, isOpen, wordsChance } from './mechanism.ts'

const world = simulateWorld({ seed: 1, people: 50, days: 100 })
const { events, products } = world
const [yurari, karilit] = products
const quietMs = world.startsAtMs + 10.5 * DAY_MS
const actor = world.actors.find(({ role, planted }) => role === 'public' && !planted) as Actor
const word = { level: 'recommends', channel: 'forum', influence: 1 } as const

test('people move in the one cycle', () => {
  const moves = DEEDS.map((deed) => DEED_RULES[deed])
    .filter(({ from, to }) => from !== to)
    .map(({ from, to }) => [from, to])
  for (const [from = 0, to = 0] of moves) expect(to).toBe(from === 4 ? 1 : from + 1)
  expect(new Set(moves.map(([from]) => from))).toEqual(new Set([0, 1, 2, 3, 4]))
})

describe('the chance that a word causes a deed', () => {
  if (yurari === undefined || karilit === undefined) throw new Error('no products')
  const chanceOf = (change: object, atMs = quietMs) =>
    wordsChance('evaluate', actor, yurari, { ...word, ...change }, atMs, events)

  test('is theta r pull mu(t)', () => {
    const rate = dailyRate('evaluate', actor, yurari, quietMs, events)
    expect(rate).toBe(DEED_RULES.evaluate.perDay * actor.eagerness)
    const rhythm = rhythmAt(quietMs, actor.utcOffsetHours)
    expect(chanceOf({})).toBeCloseTo(40 * 1 * 1.8 * rate * rhythm, 12)
  })

  test('grows with influence, channel and level; without influence there is none', () => {
    expect(chanceOf({ influence: 2 })).toBeCloseTo(2 * chanceOf({}), 12)
    expect(chanceOf({ influence: 0 })).toBe(0)
    expect(chanceOf({ channel: 'x' })).toBeLessThan(chanceOf({ channel: 'forum' }))
    expect(chanceOf({ level: 'knows' })).toBeLessThan(chanceOf({ level: 'bought' }))
    expect(chanceOf({ level: 'advises-against' })).toBeLessThan(chanceOf({ level: 'knows' }))
  })

  test('advice against sells nothing, and makes customers leave', () => {
    const against = { ...word, level: 'advises-against' } as const
    expect(wordsChance('buy', actor, yurari, against, quietMs, events)).toBe(0)
    expect(wordsChance('churn', actor, yurari, word, quietMs, events)).toBe(0)
    expect(wordsChance('churn', actor, yurari, against, quietMs, events)).toBeGreaterThan(0)
  })

  test('what happens to everybody moves the background and with it the caused', () => {
    const inCampaign = events.campaign.fromMs + DAY_MS
    const rate = (atMs: number) => dailyRate('discover', actor, yurari, atMs, events)
    expect(rate(inCampaign)).toBe(4 * rate(quietMs))
    expect(dailyRate('settle', actor, yurari, inCampaign, events)).toBe(
      dailyRate('settle', actor, yurari, quietMs, events),
    )
    expect(incidentHeat(yurari, events.incident.fromMs, events)).toBe(1)
    expect(incidentHeat(yurari, events.incident.untilMs, events)).toBe(0)
    expect(incidentHeat(karilit, events.incident.fromMs, events)).toBe(0)
  })
})

test.each([
  ['discover', 0, 0, 0, true],
  ['discover', 1, 0, 0, false],
  ['refer', 3, 1, 13 * DAY_MS, false],
  ['refer', 3, 1, 14 * DAY_MS, true],
  ['refer', 3, -1, 99 * DAY_MS, false],
  ['renew', 4, 0, 27 * DAY_MS, false],
  ['renew', 4, 0, 28 * DAY_MS, true],
  ['churn', 4, -1, 0, true],
  ['churn', 4, 1, 0, false],
] as const)('%s at %i in mood %i after %i ms: %s', (deed, standing, mood, sinceMs, isPossible) => {
  expect(isOpen(deed, standing, mood, sinceMs)).toBe(isPossible)
})
