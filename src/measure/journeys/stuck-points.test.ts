import { describe, expect, test } from 'vitest'
import { seededChance } from '#vocabulary/index.ts'
import { type StayRow, type Stays, staysOf } from './stays.ts'
import { compareStages, normalQuantile } from './stuck-points.ts'

/** Stays that end after exponential times, watched for 60 days. */
function made(count: number, meanDays: number, seed: number): Stays {
  const chance = seededChance(seed, 'stays')
  return staysOf(
    Array.from({ length: count }, (): StayRow => {
      const days = -meanDays * Math.log(1 - chance())
      const isSeen = days < 60
      return {
        ...{ stage: 'evaluation', next: isSeen ? 'recommendation' : null },
        ...{ days: isSeen ? days : 60, stays: 1 },
      }
    }),
  )
}
const NOBODY = staysOf([])

describe('where people get stuck', () => {
  test('is found where a topic is half as quick as the others, with the planted ratio inside', () => {
    const topics = [60, 30, 30].map((mean, at) => ({
      topicId: `${at}`,
      recent: made(300, mean, at + 1),
      earlier: NOBODY,
    }))
    const found = compareStages(topics, 180)
    const slow = found.filter(({ verdict }) => verdict === 'slow')
    expect(slow.map(({ topicId, stage, to }) => [topicId, stage, to])).toEqual([
      ['0', 'evaluation', null],
      ['0', 'evaluation', 'recommendation'],
    ])
    expect(slow[0]?.ratio).toBeGreaterThan(0.4)
    expect(slow[0]?.ratio).toBeLessThan(0.62)
    expect(slow[0]?.high).toBeGreaterThan(0.5)
    expect(slow[0]?.stay?.days).toBeGreaterThan((slow[0]?.usualStay?.days ?? 99) * 1.4)
    expect(found.filter(({ beside }) => beside === 'earlier').map((one) => one.verdict)).toEqual(
      Array(24).fill('insufficient'),
    )
  })

  test('is what has become slower than before', () => {
    const topic = { topicId: 'a', recent: made(200, 40, 4), earlier: made(400, 15, 5) }
    const [point] = compareStages([topic], 180).filter(({ verdict }) => verdict === 'slow')
    expect(point).toMatchObject({ beside: 'earlier', stage: 'evaluation', stays: 200 })
  })

  test('is nowhere where all are alike: at most one world in twenty has a false one', () => {
    let wrong = 0
    for (let world = 0; world < 100; world++) {
      const topics = [1, 2, 3, 4].map((at) => ({
        topicId: `${at}`,
        recent: made(80, 30, world * 10 + at),
        earlier: made(80, 30, 5_000 + world * 10 + at),
      }))
      const found = compareStages(topics, 180)
      if (found.some(({ verdict }) => verdict === 'slow' || verdict === 'quick')) wrong += 1
    }
    // 5 are expected at most; more than 10 of 100 come with probability 0.011.
    expect(wrong).toBeLessThanOrEqual(10)
  })

  test('is not said of too few', () => {
    const topics = [
      { topicId: 'a', recent: made(10, 1_000, 1), earlier: NOBODY },
      { topicId: 'b', recent: made(300, 10, 2), earlier: NOBODY },
    ]
    const of = compareStages(topics, 180).find(({ topicId }) => topicId === 'a')
    expect(of?.verdict).toBe('insufficient')
  })

  test('nobody of many who leaves is the slowest of all', () => {
    const stuck = staysOf([{ stage: 'evaluation', next: null, days: 90, stays: 100 }])
    const topics = [
      { topicId: 'a', recent: stuck, earlier: NOBODY },
      { topicId: 'b', recent: made(300, 20, 2), earlier: NOBODY },
    ]
    const of = compareStages(topics, 180).find(
      (one) => one.topicId === 'a' && one.verdict === 'slow',
    )
    expect(of).toMatchObject({ ratio: 0, low: 0, left: 0 })
    expect(of?.high).toBeLessThan(0.2)
  })
})

test('quantiles of the normal distribution are those of the tables', () => {
  for (const [share, z] of [
    [0.975, 1.959964],
    [0.995, 2.575829],
    [0.9995, 3.290527],
    [0.5, 0],
  ] as const) {
    expect(normalQuantile(share)).toBeCloseTo(z, 4)
  }
})
