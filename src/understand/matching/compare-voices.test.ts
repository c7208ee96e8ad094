import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { seededChance } from '#vocabulary/index.ts'
import { compareVoices, type Usual, usualAmong, type Voice, voiceOf } from './compare-voices.ts'
import { HABITS_COUNT, habitsIn } from './writing-habits.ts'

const NOTHING = new Map<string, number>()
const NO_TASTE = { shares: NOTHING, strength: 2 }
const usualOf = (habits: Usual['habits']) => ({
  other: { habits, emoji: NO_TASTE, subjects: NO_TASTE, words: NO_TASTE },
})
const voice = (posts: number, shown: number, more: Partial<Voice> = {}): Voice => ({
  ...{ script: 'other', posts, habits: [shown] },
  ...{ emoji: NOTHING, subjects: NOTHING, words: NOTHING, ...more },
})

/** The chance of seeing these posts in this order when rates are spread so, by adding up over rates. */
function chanceOf(shown: number, posts: number, [a, b]: readonly [number, number]): number {
  const steps = 20_000
  let [above, below] = [0, 0]
  for (let step = 0; step < steps; step++) {
    const rate = (step + 0.5) / steps
    const density = rate ** (a - 1) * (1 - rate) ** (b - 1)
    above += density * rate ** shown * (1 - rate) ** (posts - shown)
    below += density
  }
  return above / below
}

describe('two voices', () => {
  test('are weighed by the chance of their counts under one rate against two', () => {
    const spread = [2, 3] as const
    for (const [k, n, l, m] of [
      [3, 4, 5, 6],
      [0, 5, 6, 6],
      [1, 1, 1, 1],
    ] as const) {
      const exact = Math.log(
        chanceOf(k + l, n + m, spread) / (chanceOf(k, n, spread) * chanceOf(l, m, spread)),
      )
      const { writing = 0 } = compareVoices(voice(n, k), voice(m, l), usualOf([spread]))
      // So much of it is believed.
      expect(writing).toBeCloseTo(0.55 * exact, 3)
    }
  })

  test('say nothing where nobody knows what is usual, or in two scripts', () => {
    expect(compareVoices(voice(9, 9), voice(9, 9), {})).toEqual({})
    const kana = voice(9, 9, { script: 'kana' })
    expect(compareVoices(kana, voice(9, 9), usualOf([[1, 1]]))).toEqual({})
  })

  test('who shares a rare subject is likelier one person than who shares a frequent one', () => {
    const usual = {
      other: {
        ...{ habits: [], emoji: NO_TASTE, words: NO_TASTE },
        subjects: {
          strength: 2,
          shares: new Map([
            ['#coffee', 0.3],
            ['#bonsai', 0.001],
          ]),
        },
      },
    }
    const about = (subject: string) => voice(4, 0, { subjects: new Map([[subject, 3]]) })
    const told = (one: string, other: string) =>
      compareVoices(about(one), about(other), usual).interests ?? 0
    expect(told('#bonsai', '#bonsai')).toBeGreaterThan(told('#coffee', '#coffee') + 1)
    expect(told('#coffee', '#coffee')).toBeGreaterThan(0)
    expect(told('#bonsai', '#coffee')).toBeLessThan(0)
  })

  test('property: symmetric, and never beyond six nats', () => {
    const counted = fc.tuple(fc.nat(60), fc.nat(60)).map(([a, b]) => voice(Math.max(a, b), a))
    const spread = fc.tuple(fc.double({ min: 0.01, max: 50 }), fc.double({ min: 0.01, max: 50 }))
    const finite = spread.filter((pair) => pair.every(Number.isFinite))
    fc.assert(
      fc.property(counted, counted, finite, (a, b, one) => {
        const usual = usualOf([one])
        const there = compareVoices(a, b, usual)
        expect(compareVoices(b, a, usual).writing).toBeCloseTo(there.writing ?? 0, 9)
        expect(Math.abs(there.writing ?? 0)).toBeLessThanOrEqual(6)
      }),
    )
  })
})

/** People of whom each shows each habit now and then, always or never, with posts on two accounts. */
function makePeople(count: number, seed: number): [Voice, Voice][] {
  const chance = seededChance(seed, 'voices')
  return Array.from({ length: count }, () => {
    const rates = Array.from({ length: HABITS_COUNT }, () => chance() ** 3)
    const account = (): Voice => {
      const posts = 2 + Math.floor(chance() * 10)
      const habits = rates.map(
        (rate) => Array.from({ length: posts }, () => chance()).filter((at) => at < rate).length,
      )
      return voice(posts, 0, { habits })
    }
    return [account(), account()]
  })
}

test('what is usual is learned, and strangers are seldom taken for one author', () => {
  const people = makePeople(300, 4)
  const usual = usualAmong(people.map(([first]) => first))
  const told = (a: Voice | undefined, b: Voice | undefined) =>
    a === undefined || b === undefined ? 0 : (compareVoices(a, b, usual).writing ?? 0)
  const same = people.map(([a, b]) => told(a, b))
  const strangers = people.map(([a], at) => told(a, people[(at + 1) % people.length]?.[1]))
  const share = (list: number[], from: number) =>
    list.filter((nats) => nats >= from).length / list.length
  expect(share(same, 2)).toBeGreaterThan(0.5)
  // Two nats are a chance of e^-2 at the most among strangers.
  expect(share(strangers, 2)).toBeLessThan(Math.exp(-2))
  expect(share(strangers, 4)).toBeLessThan(Math.exp(-4))
})

test('too few who write show nothing usual', () => {
  const first = makePeople(39, 1).map(([one]) => one)
  expect(usualAmong(first)).toEqual({})
  const silent = Array.from({ length: 80 }, () => voice(2, 1))
  expect(usualAmong(silent)).toEqual({})
})

test('words that some use and most do not tell what somebody writes about', () => {
  const chance = seededChance(3, 'words')
  const worlds = [
    '焚き火 キャンプ 薪割り 山頂',
    '哺乳瓶 保育園 寝返り 子育て',
    '自作 キーボード 半導体 配線',
  ]
  const author = (world: number) => {
    const words = (worlds[world] ?? '').split(' ')
    const texts = Array.from(
      { length: 6 },
      () => `${words[Math.floor(chance() * 4)]}のことをまた書いた`,
    )
    return voiceOf(texts, NOTHING)
  }
  const authors = Array.from({ length: 90 }, (_, at) => author(at % 3))
  const usual = usualAmong(authors.flatMap((one) => one ?? []))
  const told = (a: Voice | undefined, b: Voice | undefined) =>
    a === undefined || b === undefined ? 0 : (compareVoices(a, b, usual).interests ?? 0)
  expect(usual.kana?.words.shares.has('キャンプ')).toBe(true)
  expect(told(author(0), author(0))).toBeGreaterThan(0.2)
  expect(told(author(0), author(1))).toBeLessThan(-0.2)
})

describe('what an account writes', () => {
  test('is counted by post', () => {
    expect(voiceOf([], NOTHING)).toBeUndefined()
    const told = voiceOf(
      ['豆を買いました。☕ #今日の一杯', 'ねむい笑', 'また来ます。☕☕'],
      new Map([['t', 2]]),
    )
    expect(told).toMatchObject({ script: 'kana', posts: 3 })
    expect(Object.fromEntries(told?.emoji ?? [])).toEqual({ '☕': 3 })
    expect(Object.fromEntries(told?.subjects ?? [])).toEqual({ '#今日の一杯': 1, t: 2 })
    expect([...(told?.words.keys() ?? [])]).toEqual([])
    // Full stops stand before emoji and tags, too.
    expect(told?.habits[0]).toBe(2)
  })

  test('habits show in either language', () => {
    const differing = (one: string, other: string) => {
      const [a, b] = [habitsIn(one), habitsIn(other)]
      return a.filter((shown, at) => shown !== b[at]).length
    }
    expect(differing('届きました。とても静かです。', '届いた\n静かすぎてやばい笑')).toBeGreaterThan(
      3,
    )
    expect(differing("It's quiet, and I like it.", 'quiet af lol ngl')).toBeGreaterThan(3)
    expect(differing('とても静かです。', 'すごく便利です。')).toBe(0)
  })
})
