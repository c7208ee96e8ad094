import fc from 'fast-check'
import { expect, test } from 'vitest'
import { RecentKeys } from './recent-keys.ts'

const steps = fc.array(fc.tuple(fc.boolean(), fc.constantFrom(...'abcdefgh')), { maxLength: 60 })

/** Oldest first; the slow way. */
function walkSlowly(walk: [boolean, string][], max: number): string[] {
  return walk.reduce<string[]>((held, [isAdded, key]) => {
    if (!isAdded && !held.includes(key)) return held
    return [...held.filter((one) => one !== key), key].slice(-max)
  }, [])
}

test('holds the keys met last, and says so of no other', () => {
  fc.assert(
    fc.property(steps, fc.integer({ min: 1, max: 5 }), (walk, max) => {
      const keys = new RecentKeys(max)
      for (const [isAdded, key] of walk) {
        if (isAdded) keys.add(key)
        else keys.meets(key)
      }
      const held = walkSlowly(walk, max)
      expect(keys.size).toBe(held.length)
      // Asked oldest first, asking changes no order.
      expect([...'abcdefgh'].filter((key) => keys.meets(key)).sort()).toEqual([...held].sort())
    }),
  )
})

test('packed and read again, the newest are there in their order', () => {
  const keys = new RecentKeys(10)
  for (const key of 'abcdef') keys.add(key)
  keys.meets('b')
  const again = new RecentKeys(2, keys.pack(3))
  expect([...'abcdef'].filter((key) => again.meets(key))).toEqual(['b', 'f'])
  expect(new RecentKeys(5, 'not base64 %%').size).toBeLessThan(2)
  expect(new RecentKeys(5, keys.pack(0)).size).toBe(0)
})

test('100,000 at-uris are told apart', () => {
  const keys = new RecentKeys(100_000)
  for (let i = 0; i < 100_000; i++) keys.add(`at://did:plc:a${i % 300}/app.bsky.feed.post/3k${i}`)
  expect(keys.size).toBe(100_000)
  let strangers = 0
  for (let i = 0; i < 100_000; i++) {
    if (keys.meets(`at://did:plc:b${i % 300}/app.bsky.feed.post/3k${i}`)) strangers += 1
  }
  expect(strangers).toBe(0)
  expect(keys.pack(8_192)).toHaveLength(65_536)
})
