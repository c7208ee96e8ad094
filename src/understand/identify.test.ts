import { describe, expect, it } from 'vitest'
import { exactSignals, normaliseEmail, normaliseLink } from './identify.ts'

describe('exactSignals', () => {
  it('takes what a platform vouches for', () => {
    expect(
      exactSignals({
        platform: 'mastodon',
        externalId: 'https://example.social/users/Alice',
        url: 'https://www.example.social/@Alice/',
        displayName: 'Alice',
        verifiedEmail: 'Alice@EXAMPLE.com',
        verifiedLinks: [
          'https://www.Alice.example/',
          'http://alice.example',
          'javascript:alert(1)',
        ],
      }),
    ).toEqual([
      { kind: 'email', value: 'alice@example.com' },
      { kind: 'link', value: 'alice.example' },
      { kind: 'account', value: 'example.social/@Alice' },
    ])
  })

  it('does not believe a display name, an unverified link or a sender address', () => {
    const signals = exactSignals({
      platform: 'mail',
      externalId: 'boss@example.com',
      username: 'boss@example.com',
      displayName: 'The Boss <boss@example.com>',
      url: 'https://boss.example',
    })
    expect(signals).toEqual([])
  })

  it('believes a mail address that was checked', () => {
    const handle = { platform: 'mail', externalId: 'a@example.com', verifiedEmail: 'A@example.com' }
    expect(exactSignals(handle)).toEqual([{ kind: 'email', value: 'a@example.com' }])
  })
})

describe('normaliseEmail', () => {
  it.each([
    [' A.b+c@Example.COM ', 'a.b+c@example.com'],
    ['太郎@例え.jp', '太郎@xn--r8jz45g.jp'],
    ['ａ@ｅxample.com', 'a@example.com'],
    ['a@b@c.com', null],
    ['a@localhost', null],
    ['a@evil.com/x.example', null],
    ['', null],
  ])('%j is %j', (address, normal) => {
    expect(normaliseEmail(address)).toBe(normal)
  })
})

describe('normaliseLink', () => {
  it.each([
    ['https://Example.com:443/About/?a=1#x', 'example.com/About?a=1'],
    ['http://www.example.com', 'example.com'],
    ['https://example.com:8443/', 'example.com:8443'],
    ['mailto:a@example.com', null],
    ['not a link', null],
  ])('%j is %j', (link, normal) => {
    expect(normaliseLink(link)).toBe(normal)
  })
})
