import { isIP } from 'node:net'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ssrfAddresses } from '#test/ssrf-forms.ts'
import { isPublicAddress } from './address-rules.ts'

describe('isPublicAddress', () => {
  it.each(ssrfAddresses)('refuses %s', (address) => {
    expect(isIP(address)).not.toBe(0)
    expect(isPublicAddress(address)).toBe(false)
  })

  it.each([
    ...['1.1.1.1', '8.8.8.8', '9.255.255.255', '11.0.0.0', '100.63.255.255', '100.128.0.0'],
    ...['126.255.255.255', '128.0.0.0', '169.253.255.255', '172.15.255.255', '172.32.0.0'],
    ...['192.167.255.255', '192.169.0.0', '198.17.255.255', '198.20.0.0', '223.255.255.255'],
    ...['2606:4700::1111', '2a00:1450::1', '2001:200::1', '2001:4860::8888', '2400::1'],
    // NAT64 and mapped forms are worth what they carry: 8.8.8.8.
    ...['64:ff9b::808:808', '::ffff:8.8.8.8'],
  ])('lets %s through', (address) => {
    expect(isPublicAddress(address)).toBe(true)
  })

  it('agrees for every IPv4 address with the ranges of the registry, written as numbers', () => {
    const number = (text: string) => text.split('.').reduce((sum, part) => sum * 256 + +part, 0)
    const ranges = (
      '0.0.0.0/8 10.0.0.0/8 100.64.0.0/10 127.0.0.0/8 168.63.129.16/32 169.254.0.0/16 172.16.0.0/12 ' +
      '192.0.0.0/24 192.0.2.0/24 192.31.196.0/24 192.52.193.0/24 192.88.99.0/24 192.168.0.0/16 ' +
      '192.175.48.0/24 198.18.0.0/15 198.51.100.0/24 203.0.113.0/24 224.0.0.0/3'
    )
      .split(' ')
      .map((range) => {
        const [base = '', bits] = range.split('/')
        return [number(base), number(base) + 2 ** (32 - Number(bits)) - 1] as const
      })
    const near = fc
      .constantFrom(...ranges.flat())
      .chain((edge) =>
        fc
          .integer({ min: -2, max: 2 })
          .map((step) => Math.min(2 ** 32 - 1, Math.max(0, edge + step))),
      )
    fc.assert(
      fc.property(fc.oneof(near, fc.integer({ min: 0, max: 2 ** 32 - 1 })), (value) => {
        const address = [24, 16, 8, 0].map((bits) => Math.floor(value / 2 ** bits) % 256).join('.')
        const isSpecial = ranges.some(([from, to]) => value >= from && value <= to)
        expect(isPublicAddress(address)).toBe(!isSpecial)
      }),
      { numRuns: 3000 },
    )
  })

  it.each(['', 'a', '127.1', '0x7f.0.0.1', '1.1.1.1 ', '[::1]', 'fe80::1%eth0'])(
    'takes %j for no public address',
    (text) => {
      expect(isPublicAddress(text)).toBe(false)
    },
  )
})
