import { describe, expect, it } from 'vitest'
import { isAllowedAddress, isAllowedHost, parseAllowList } from './allow-list.ts'

function rulesOf(text: string) {
  const parsed = parseAllowList(text)
  if ('fault' in parsed) throw new Error(parsed.fault)
  return parsed.rules
}

describe('the allow-list', () => {
  const rules = rulesOf(
    'Feeds.Internal, 10.0.0.5:8080,[::1]:443, ::2, 例え.jp, 192.168.0.0/16, fd00::/8,',
  )

  it.each([
    ['feeds.internal', 1, true],
    ['10.0.0.5', 8080, true],
    ['10.0.0.5', 80, false],
    ['::1', 443, true],
    ['::1', 80, false],
    ['::2', 9, true],
    ['xn--r8jz45g.jp', 80, true],
    ['sub.feeds.internal', 80, false],
    ['192.168.1.1', 80, false],
  ])('knows %s:%d by name: %s', (host, port, isAllowed) => {
    expect(isAllowedHost(rules, host, port)).toBe(isAllowed)
  })

  it.each([
    ['192.168.255.1', true],
    ['192.169.0.1', false],
    ['::ffff:192.168.0.1', true],
    ['fd12::1', true],
    ['fe80::1', false],
    ['nonsense', false],
  ])('knows %s by its range: %s', (address, isAllowed) => {
    expect(isAllowedAddress(rules, address)).toBe(isAllowed)
  })

  it.each([
    'http://a.example',
    'a b',
    'a:b',
    '10.0.0.0/33',
    'a/8',
    '127.1/8',
    'user@a',
    '[::1',
    'a:99999',
  ])('refuses %s', (entry) => {
    expect(parseAllowList(`ok.example, ${entry}`)).toEqual({ fault: entry })
  })
})
