import { expect, it } from 'vitest'
import { phoneCountryOf, readPhone } from './matching/index.ts'
import { numberOf, phoneHandle } from './phone-handles.ts'

it('takes mobiles for one person’s and lines for what colleagues share', () => {
  const mobile = phoneHandle('+819012345678', 'a')
  expect(mobile).toEqual(phoneHandle('+819012345678', 'b'))
  const [a, b] = [phoneHandle('+81312345678', 'a'), phoneHandle('+81312345678', 'b')]
  expect(a.externalId).not.toBe(b.externalId)
  expect([a, b].map(numberOf)).toEqual(['+81312345678', '+81312345678'])
  expect(phoneHandle('+447911123456', 'a')).toEqual(phoneHandle('+447911123456', 'b'))
  expect(phoneHandle('+442079460958', 'a').username).toBe('+442079460958')
  expect(numberOf({ platform: 'x', externalId: '+81312345678' })).toBeUndefined()
})

it('reads numbers as they are written in the workspace’s country', () => {
  expect(phoneCountryOf('Asia/Tokyo', 'en')).toBe('JP')
  expect(phoneCountryOf('Europe/London', 'ja')).toBe('GB')
  expect([phoneCountryOf('UTC', 'ja'), phoneCountryOf('UTC', 'en')]).toEqual(['JP', 'US'])
  expect(readPhone('０３ー１２３４ー５６７８ 内線１２', 'JP')).toBe('+81312345678')
  expect(readPhone('(212) 555-0123 ext. 4', 'US')).toBe('+12125550123')
  expect(readPhone('020 7946 0958', 'GB')).toBe('+442079460958')
  expect(readPhone('+81 (0)90-1234-5678', 'US')).toBe('+819012345678')
  expect(readPhone('110', 'JP')).toBeUndefined()
  expect(readPhone('なし', 'JP')).toBeUndefined()
})
