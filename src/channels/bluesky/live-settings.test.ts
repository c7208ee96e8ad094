import { describe, expect, test } from 'vitest'
import { EnishiError } from '#vocabulary/index.ts'
import { blueskyKind } from './live.ts'
import { settleBluesky } from './live-settings.ts'

const fieldOf = (filledIn: Record<string, unknown>) => {
  try {
    settleBluesky(filledIn)
  } catch (error) {
    if (error instanceof EnishiError && error.code === 'bad-input') return error.place.field
    throw error
  }
  return undefined
}

test('what is left out gets its default, and settling twice changes nothing', () => {
  const settled = settleBluesky({ keywords: [' 返品 ', '', '返品', 'acme'] })
  expect(settled).toEqual({
    address: 'wss://jetstream2.us-east.bsky.network/subscribe',
    keywords: ['返品', 'acme'],
    topics: [],
    accounts: [],
    languages: [],
    replies: true,
    engagement: true,
    apiAddress: 'https://public.api.bsky.app',
  })
  expect(blueskyKind.settle({ ...settled })).toEqual(settled)
})

test('accounts are read from handles, pages and DIDs', () => {
  const did = 'did:plc:z72i7hdynmk6r22z27h6tvur'
  const accounts = ['@Alice.bsky.social', 'https://bsky.app/profile/bob.test', did]
  expect(settleBluesky({ accounts }).accounts).toEqual(['alice.bsky.social', 'bob.test', did])
})

describe('addresses', () => {
  test.each([
    ['ws://127.0.0.1:6008', 'ws://127.0.0.1:6008/subscribe'],
    ['wss://Jet.example/subscribe', 'wss://jet.example/subscribe'],
    [' wss://jet.example/a/b ', 'wss://jet.example/a/b'],
  ])('%s', (address, kept) => {
    expect(settleBluesky({ address, keywords: ['a'] }).address).toBe(kept)
  })
})

test.each<[Record<string, unknown>, string]>([
  [{}, 'keywords'],
  [{ keywords: 'a' }, 'keywords'],
  [{ keywords: ['x'.repeat(101)] }, 'keywords'],
  [{ keywords: Array.from({ length: 501 }, (_, i) => `k${i}`) }, 'keywords'],
  [{ topics: ['not an id'] }, 'topics'],
  [{ accounts: ['alice'] }, 'accounts'],
  [{ accounts: ['did:key:abc'] }, 'accounts'],
  [{ keywords: ['a'], languages: ['Japanese'] }, 'languages'],
  [{ keywords: ['a'], engagement: 'yes' }, 'engagement'],
  [{ keywords: ['a'], address: 'https://jet.example' }, 'address'],
  [{ keywords: ['a'], address: 'wss://u:p@jet.example' }, 'address'],
  [{ keywords: ['a'], address: 'wss://jet.example/?cursor=1' }, 'address'],
  [{ keywords: ['a'], apiAddress: 'ftp://x' }, 'apiAddress'],
])('%j is refused at %s', (filledIn, field) => expect(fieldOf(filledIn)).toBe(field))

test('every field of the form is settled, with the default that it shows', () => {
  const settled = blueskyKind.settle({ keywords: ['a'] })
  for (const field of blueskyKind.fields) {
    expect(settled).toHaveProperty(field.name)
    if (field.default !== undefined) expect(settled[field.name]).toEqual(field.default)
  }
  expect(blueskyKind.fields).toHaveLength(Object.keys(settled).length)
})
