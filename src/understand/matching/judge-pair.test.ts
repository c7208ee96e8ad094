import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { makeMatchWorld } from '../../../bench/match-people.ts'
import { blockingKeys } from './blocking-keys.ts'
import { type Frequencies, frequencyKeys, judgePair, SOCIAL_PARAMETERS } from './judge-pair.ts'
import type { MatchRecord, PairSignals } from './match-record.ts'
import { readPlainPhone } from './read-phone.ts'

const NOBODY_ELSE: Frequencies = { people: 100_000, frequencyOf: () => 0 }

function judge(
  a: Omit<MatchRecord, 'id'>,
  b: Omit<MatchRecord, 'id'>,
  signals?: PairSignals,
  frequencies = NOBODY_ELSE,
) {
  return judgePair({ id: 'a', ...a }, { id: 'b', ...b }, SOCIAL_PARAMETERS, frequencies, signals)
}

const weightOf = (judged: ReturnType<typeof judge>, field: string) =>
  judged.reasons.find((reason) => reason.field === field)?.weight ?? 0

describe('one pair, without a table to learn from', () => {
  test('a rare handle on another platform says more than a frequent one', () => {
    const x = { platform: 'x', handle: 'quillonaut' }
    const rare = judge(x, { platform: 'github', handle: 'Quillonaut' })
    const frequent = judge(
      x,
      { platform: 'github', handle: 'Quillonaut' },
      {},
      {
        people: 100_000,
        frequencyOf: (field, value) => (field === 'handle' && value === 'quillonaut' ? 0.01 : 0),
      },
    )
    const short = judge({ platform: 'x', handle: 'ken' }, { platform: 'github', handle: 'ken' })
    expect(weightOf(rare, 'handle')).toBeGreaterThan(weightOf(frequent, 'handle') + 2)
    expect(weightOf(rare, 'handle')).toBeGreaterThan(weightOf(short, 'handle') + 2)
    expect(short.verdict).toBe('different')
  })

  test('verified links are proof; the same name in two scripts with the same rare handle is one person', () => {
    const page = {
      platform: 'mastodon',
      handle: 'nao@social.example',
      verifiedLinks: ['https://github.com/naolin'],
    }
    expect(judge(page, { platform: 'github', handle: 'naolin' }).verdict).toBe('same')
    const ja = {
      platform: 'x',
      handle: 'umineko77',
      name: '髙橋 直樹',
      organisation: '株式会社うみ',
    }
    const en = {
      platform: 'github',
      handle: 'umineko77',
      name: 'Naoki Takahashi',
      organisation: 'うみ',
    }
    expect(judge(ja, en).verdict).toBe('same')
  })

  test('a nickname and what few say of themselves are looked at, not joined', () => {
    const few: Frequencies = { people: 500, frequencyOf: () => 7e-4 }
    const one = { platform: 'x', handle: 'yumi_inoue', name: 'もちこ', bio: 'おうち喫茶の記録' }
    const other = { ...one, platform: 'bluesky', handle: 'kazuya_suzuki.example' }
    expect(judge(one, other, {}, few).verdict).toBe('review')
  })

  test('handles of two of one family are looked at by somebody, however alike the rest is', () => {
    const one = {
      platform: 'x',
      handle: 'mai_miyazaki578',
      name: 'もちこ',
      bio: 'おうち喫茶の記録',
    }
    const voice = { interests: 6, writing: 2.9 }
    const judgeWith = (handle: string) =>
      judge(one, { ...one, platform: 'mastodon', handle }, voice)
    expect(judgeWith('takuya_miyazaki2997@s.example').verdict).toBe('review')
    expect(judgeWith('mai_miyazaki2997@s.example').verdict).toBe('same')
  })

  test('of two with one name, caring for much the same supports where a bio adds nothing to it', () => {
    const one = { platform: 'x', handle: 'quillonaut', name: '宮崎 真衣' }
    const other = { platform: 'forum', handle: 'berrypatch', name: '宮崎 真衣' }
    const judgeWith = (signals: PairSignals, bio?: string) =>
      judge(bio ? { ...one, bio } : one, bio ? { ...other, bio } : other, signals).verdict
    expect(judgeWith({ interests: 6 })).toBe('same')
    expect(judgeWith({ interests: 2.9, writing: 1.4 })).toBe('review')
    expect(judgeWith({ interests: 3, writing: -2.2 }, 'おうち喫茶の記録')).toBe('review')
  })

  test('a handle that is the name itself adds little to the name', () => {
    const named = judge(
      { platform: 'x', handle: 'naoki_takahashi', name: 'Naoki Takahashi' },
      { platform: 'github', handle: 'naokitakahashi', name: 'Naoki Takahashi' },
    )
    expect(weightOf(named, 'handle')).toBeLessThanOrEqual(2.5)
    expect(named.verdict).not.toBe('same')
  })

  test('hours, posts and avatar count', () => {
    const night = Array.from({ length: 24 }, (_, hour) => (hour < 6 ? 20 : 1))
    const day = Array.from({ length: 24 }, (_, hour) => (hour > 8 && hour < 18 ? 20 : 0))
    const plain = { platform: 'x', handle: 'aaa1', name: 'Mia Holm', avatar: 'f00d' }
    const other = { platform: 'y', handle: 'bbb2', name: 'Mia Holm', avatar: 'f00d' }
    const apart = judge({ ...plain, hours: night }, { ...other, hours: day })
    const alike = judge(
      { ...plain, hours: night },
      { ...other, hours: night },
      { postsShared: 0.6 },
    )
    expect(weightOf(apart, 'hours')).toBeLessThan(0)
    expect(weightOf(alike, 'hours')).toBeGreaterThan(0)
    expect(weightOf(alike, 'posts')).toBeGreaterThan(4)
    expect(weightOf(alike, 'avatar')).toBeGreaterThan(4)
    expect(alike.verdict).toBe('same')
  })

  describe('pictures', () => {
    const mia = (avatar: string) => ({ platform: 'x', handle: 'aaa1', name: 'Mia Holm', avatar })
    const too = (avatar: string) => ({ ...mia(avatar), platform: 'y', handle: 'bbb2' })
    const agreementOf = (judged: ReturnType<typeof judge>) =>
      judged.reasons.find(({ field }) => field === 'avatar')?.agreement
    const HASH = '8f3c52a907e1d46b'

    test.each([
      ['the same hash', HASH, 'exact'],
      ['in capitals', HASH.toUpperCase(), 'exact'],
      ['4 bits apart', '8f3c52a907e1d464', 'exact'],
      ['5 bits apart', '8f3c52a907e1d474', 'close'],
      ['10 bits apart', '703c52a907e1d468', 'close'],
      ['11 bits apart', '703c52a907e1d477', 'different'],
    ] as const)('by hashes: %s', (_how, other, agreement) => {
      const judged = judge(mia(HASH), too(other))
      expect(agreementOf(judged)).toBe(agreement)
      if (agreement === 'different') expect(weightOf(judged, 'avatar')).toBeLessThan(0)
      else expect(weightOf(judged, 'avatar')).toBeGreaterThan(3)
    })

    test('say nothing where only one is known by its hash', () => {
      expect(agreementOf(judge(mia(HASH), too('https://a.example/b.png')))).toBeUndefined()
    })

    test('that many have say nothing; rare ones say more', () => {
      const shared = (share: number) => ({
        people: 100_000,
        frequencyOf: (field: string) => (field === 'avatar' ? share : 0),
      })
      const weightAt = (share: number) =>
        weightOf(judge(mia(HASH), too(HASH), {}, shared(share)), 'avatar')
      expect(weightAt(0)).toBeGreaterThan(weightAt(0.01))
      expect(weightAt(0.3)).toBeLessThan(0.1)
    })

    test('with a name bring a pair to the queue, and never join it: both are taken by impostors', () => {
      const judged = judge(mia(HASH), too(HASH))
      expect(judged.verdict).toBe('review')
      expect(judged.probability).toBeGreaterThan(0.9)
    })

    test('are found by a quarter of the hash', () => {
      const keys = new Set(blockingKeys({ id: 'a', avatar: HASH }, readPlainPhone))
      const near = blockingKeys({ id: 'b', avatar: '8f3c52a90741d46b' }, readPlainPhone)
      const far = blockingKeys({ id: 'c', avatar: '0f3d52a807e0d46a' }, readPlainPhone)
      expect(near.filter((key) => keys.has(key))).toHaveLength(3)
      expect(far.filter((key) => keys.has(key))).toHaveLength(0)
    })
  })

  test('organisations, bots and shared accounts are nobody', () => {
    const shop = {
      platform: 'x',
      handle: 'kissa_umi',
      name: '喫茶うみ公式',
      kind: 'organisation' as const,
    }
    const other = {
      platform: 'github',
      handle: 'kissa_umi',
      name: '喫茶うみ公式',
      email: 'info@umi.example',
    }
    expect(judge(shop, other).verdict).not.toBe('same')
    const owner = judge(shop, { platform: 'github', handle: 'kissa_umi', name: '海野 花' })
    expect(owner.reasons).toContainEqual({ field: 'kind', agreement: 'conflict', weight: -8 })
  })
})

test('property: symmetric, and a chance between 0 and 1', () => {
  const { records } = makeMatchWorld({ kind: 'social', people: 60, seed: 9 })
  fc.assert(
    fc.property(fc.constantFrom(...records), fc.constantFrom(...records), (a, b) => {
      const there = judgePair(a, b, SOCIAL_PARAMETERS, NOBODY_ELSE)
      const back = judgePair(b, a, SOCIAL_PARAMETERS, NOBODY_ELSE)
      expect(there).toEqual(back)
      expect(there.probability).toBeGreaterThanOrEqual(0)
      expect(there.probability).toBeLessThanOrEqual(1)
    }),
    { numRuns: 200 },
  )
})

test('records of one person mostly share a key; frequencies are asked for by what is shared', () => {
  const { records, personOf } = makeMatchWorld({ kind: 'social', people: 200, seed: 2 })
  let pairs = 0
  let met = 0
  for (const [at, a] of records.entries()) {
    for (const b of records.slice(at + 1)) {
      if (personOf.get(a.id) !== personOf.get(b.id)) continue
      pairs++
      const keys = new Set(blockingKeys(a, readPlainPhone))
      if (blockingKeys(b, readPlainPhone).some((key) => keys.has(key))) met++
    }
  }
  expect(met / pairs).toBeGreaterThan(0.95)
  const keys = frequencyKeys({
    id: '1',
    platform: 'x',
    handle: '@Ann_Lee',
    email: 'A.Nn+x@gmail.com',
  })
  expect(keys).toMatchObject({ handle: 'annlee', email: 'ann@gmail.com' })
})
