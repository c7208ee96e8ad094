import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { MATCH_WORLDS, makeMatchWorld } from '../../../bench/match-people.ts'
import type { MatchRecord } from './match-record.ts'
import { type MatchedPair, matchRecords } from './match-records.ts'
import { readPlainPhone } from './read-phone.ts'

function match(records: readonly MatchRecord[]) {
  const { pairs, clusters } = matchRecords(records, readPlainPhone)
  return { pairs: [...pairs()], clusters }
}

const verdictOf = (pairs: readonly MatchedPair[], a: string, b: string) =>
  pairs.find((pair) => [pair.a, pair.b].sort().join() === [a, b].sort().join())?.verdict ??
  'different'

describe('few records, where nothing can be learnt', () => {
  test('none, one, and two that say nothing', () => {
    expect(match([])).toEqual({ pairs: [], clusters: [] })
    expect(match([{ id: 'a', name: 'Ann Lee' }])).toEqual({ pairs: [], clusters: [['a']] })
    expect(match([{ id: 'a' }, { id: 'b' }])).toEqual({ pairs: [], clusters: [['a'], ['b']] })
  })

  test('two with the same mailbox and name are one; reasons add up to the weight', () => {
    const { pairs, clusters } = match([
      { id: 'a', name: '田中 太郎', email: 'Taro.Tanaka+shop@gmail.com' },
      { id: 'b', name: 'Taro Tanaka', email: 'tarotanaka@googlemail.com' },
    ])
    expect(clusters).toEqual([['a', 'b']])
    const [pair] = pairs
    expect(pair?.verdict).toBe('same')
    expect(pair?.reasons).toContainEqual(
      expect.objectContaining({ field: 'email', agreement: 'variant' }),
    )
    const sum = pair?.reasons.reduce((total, { weight }) => total + weight, 0) ?? 0
    expect(Math.abs(sum - (pair?.weight ?? 0))).toBeLessThan(0.2)
  })

  test.each([
    ['namesakes', { name: 'John Smith' }, { name: 'John Smith' }],
    [
      'namesakes in one city',
      { name: '田中太郎', location: '東京' },
      { name: '田中太郎', location: '東京' },
    ],
    [
      'a couple',
      { name: 'Ann Miller', address: '4 Mill Lane, Leeds', phone: '+441134960000' },
      { name: 'Bob Miller', address: '4 Mill Lane, Leeds', phone: '+441134960000' },
    ],
    [
      'twins',
      { name: '田中一郎', birth: '1990-04-01', address: '東京都北区1-2-3' },
      { name: '田中二郎', birth: '1990-04-01', address: '東京都北区1-2-3' },
    ],
    [
      'one office',
      { name: 'Ann Lee', email: 'info@example.com' },
      { name: 'Bo Ek', email: 'info@example.com' },
    ],
    [
      'a bot',
      { name: 'Weather Bot', handle: 'kitaweather', platform: 'x', url: 'https://kita.example' },
      {
        name: 'Weather Bot',
        handle: 'kitaweather',
        platform: 'mastodon',
        url: 'https://kita.example',
      },
    ],
  ])('%s are not joined', (_, a, b) => {
    const others = [
      { id: 'c', name: 'Ivo Dahl' },
      { id: 'd', name: '森 花' },
    ]
    expect(match([{ id: 'a', ...a }, { id: 'b', ...b }, ...others]).clusters).toContainEqual(['a'])
  })

  test('pages that link to each other are proof, one link is not', () => {
    const there = {
      name: 'Mio',
      platform: 'github',
      handle: 'mio-k',
      bio: 'https://mio.example/@mio',
    }
    const back = { name: 'みお', platform: 'mastodon', handle: 'mio@mio.example' }
    const both = { ...back, bio: 'also https://github.com/mio-k' }
    expect(
      match([
        { id: 'a', ...there },
        { id: 'b', ...both },
      ]).clusters,
    ).toEqual([['a', 'b']])
    expect(
      match([
        { id: 'a', ...there },
        { id: 'b', ...back },
      ]).clusters,
    ).toEqual([['a'], ['b']])
  })

  test('two accounts on one platform are little against one person', () => {
    const person = { name: 'Chiyo Hasegawa', email: 'chiyo@example.com', platform: 'x' }
    const { clusters } = match([
      { id: 'a', ...person, handle: 'chiyo' },
      { id: 'b', ...person, handle: 'rabbithole' },
    ])
    expect(clusters).toEqual([['a', 'b']])
  })
})

test('a bridge does not join two people who contradict each other', () => {
  const ann = {
    name: 'Ann Berg',
    birth: '1980-01-02',
    email: 'ann@example.com',
    phone: '+4930123456',
  }
  const tom = {
    name: 'Tom Falk',
    birth: '1955-11-30',
    email: 'tom@example.org',
    phone: '+4940987654',
  }
  const bridge = { id: 'x', email: ann.email, phone: tom.phone }
  const { clusters } = match([
    { id: 'a1', ...ann },
    { id: 'a2', ...ann },
    { id: 't1', ...tom },
    { id: 't2', ...tom },
    bridge,
  ])
  const withAnn = clusters.find((cluster) => cluster.includes('a1'))
  expect(withAnn).toContain('a2')
  expect(withAnn).not.toContain('t1')
})

test('records that are all equal, all empty, or of one huge block end soon', () => {
  const equal = Array.from({ length: 3_000 }, (_, at) => ({
    id: `e${at}`,
    name: '田中太郎',
    email: 'a@b.example',
  }))
  expect(match(equal).clusters.flat()).toHaveLength(3_000)
  const empty = Array.from({ length: 3_000 }, (_, at) => ({ id: `n${at}` }))
  expect(match(empty).clusters).toHaveLength(3_000)
  const block = Array.from({ length: 3_000 }, (_, at) => ({
    id: `b${at}`,
    ...{ name: 'John Smith', organisation: 'Acme', location: 'London', handle: `h${at * 7919}` },
  }))
  const compared = matchRecords(block, readPlainPhone).compared
  expect(compared).toBeLessThan(3_000 * 60)
})

describe.each(MATCH_WORLDS)('made-up people: %s', (kind) => {
  test('joins few wrongly, and says how likely it is', () => {
    const { records, personOf } = makeMatchWorld({ kind, people: 800, seed: 5 })
    const { pairs } = match(records)
    const isRight = ({ a, b }: MatchedPair) => personOf.get(a) === personOf.get(b)
    const same = pairs.filter(({ verdict }) => verdict === 'same')
    expect(same.filter(isRight).length).toBeGreaterThanOrEqual(same.length * 0.99)
    const believed = pairs.reduce((sum, { probability }) => sum + probability, 0) / pairs.length
    const right = pairs.filter(isRight).length / pairs.length
    // Rather too careful than too sure.
    expect(believed - right).toBeLessThan(0.05)
    expect(right - believed).toBeLessThan(0.2)
  })
})

test('property: the order of records does not matter', () => {
  const { records } = makeMatchWorld({ kind: 'contacts', people: 30, seed: 3 })
  const inOrder = match(records)
  const orders = fc.shuffledSubarray(records, { minLength: records.length })
  fc.assert(
    fc.property(orders, (shuffled) => {
      expect(match(shuffled)).toEqual(inOrder)
    }),
    { numRuns: 5 },
  )
})

test.each(['social', 'wide'] as const)('threads answer the same, to the bit: %s', (kind) => {
  const { records } = makeMatchWorld({ kind, people: 200, seed: 6 })
  const [one, three] = [1, 3].map((threads) => {
    const { pairs, clusters, estimated } = matchRecords(records, readPlainPhone, threads)
    return { pairs: [...pairs()], clusters, estimated }
  })
  expect(three).toEqual(one)
})

test('a record that has nothing to do with the rest changes little', () => {
  const { records } = makeMatchWorld({ kind: 'contacts', people: 200, seed: 4 })
  const before = match(records)
  const after = match([...records, { id: 'zz', name: 'Zyx Qwv', email: 'zyx@nowhere.example' }])
  const changed = before.pairs.filter(
    ({ a, b, verdict }) => verdictOf(after.pairs, a, b) !== verdict,
  )
  expect(changed.length).toBeLessThanOrEqual(before.pairs.length * 0.02)
})
