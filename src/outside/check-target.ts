import { lookup as lookupOfSystem } from 'node:dns/promises'
import { isIP } from 'node:net'
import { isPublicAddress } from './address-rules.ts'
import { type AllowRule, hostKey, isAllowedAddress, isAllowedHost } from './allow-list.ts'
import { type OutsideFault, shownUrl } from './outside-fault.ts'
import type { OutsideFailure } from './ports.ts'

/** An address that a name stands for. */
export interface ResolvedAddress {
  address: string
  family: 4 | 6
}

/** All addresses of a host name; throws where there is none. */
export type Lookup = (hostname: string) => Promise<ResolvedAddress[]>

/** The system's resolver (getaddrinfo), in the order that it prefers. */
export const systemLookup: Lookup = async (hostname) => {
  const found = await lookupOfSystem(hostname, { all: true, verbatim: true })
  return found.map(({ address, family }) => ({ address, family: family === 6 ? 6 : 4 }))
}

export type WebScheme = 'http:' | 'https:' | 'ws:' | 'wss:'

/** Ports of other protocols that HTTP must not be spoken to (WHATWG Fetch, "port blocking"). */
const BLOCKED_PORTS = new Set(
  (
    '0 1 7 9 11 13 15 17 19 20 21 22 23 25 37 42 43 53 69 77 79 87 95 101 102 103 104 109 110 111 ' +
    '113 115 117 119 123 135 137 139 143 161 179 389 427 465 512 513 514 515 526 530 531 532 540 ' +
    '548 554 556 563 587 601 636 989 990 993 995 1719 1720 1723 2049 3659 4045 4190 5060 5061 6000 ' +
    '6566 6665 6666 6667 6668 6669 6679 6697 10080'
  )
    .split(' ')
    .map(Number),
)

/**
 * What can be judged of an address before anything is asked: form, scheme,
 * credentials, port. The WHATWG parser has by then turned octal, decimal,
 * hexadecimal and short IPv4, full-width digits and IDN into their one form.
 */
export function checkUrl(
  text: string,
  schemes: readonly WebScheme[],
  allow: readonly AllowRule[],
): URL | OutsideFault {
  const url = URL.parse(text)
  if (url === null || url.hostname === '') {
    const isOtherScheme = url !== null && !schemes.some((scheme) => scheme === url.protocol)
    return { code: isOtherScheme ? 'refused-scheme' : 'bad-url', url: text.slice(0, 200) }
  }
  const refuse = (code: OutsideFailure): OutsideFault => ({ code, url: shownUrl(url) })
  if (!schemes.some((scheme) => scheme === url.protocol)) return refuse('refused-scheme')
  if (url.username !== '' || url.password !== '') return refuse('refused-credentials')
  const isNamed = isAllowedHost(allow, hostKey(url.hostname), portOf(url))
  if (BLOCKED_PORTS.has(portOf(url)) && !isNamed) return refuse('refused-port')
  return url
}

/**
 * Finds out which addresses a checked URL's host has, once. Answers them only if
 * every single one may be called: a name with one private address among public
 * ones is how rebinding works. The caller connects to these and asks no more.
 */
export async function checkHost(
  url: Pick<URL, 'hostname' | 'protocol' | 'port'> & { href: string },
  allow: readonly AllowRule[],
  lookup: Lookup,
): Promise<ResolvedAddress[] | OutsideFault> {
  const host = hostKey(url.hostname)
  const isNamed = isAllowedHost(allow, host, portOf(url))
  const refuse = (code: OutsideFailure, detail: string): OutsideFault => {
    return { code, url: shownUrl(url.href), detail }
  }
  // Names that mean this machine everywhere (RFC 6761, 6.3) aren't even asked for.
  if (!isNamed && /(^|\.)localhost$/.test(host)) return refuse('refused-address', host)
  const addresses = await addressesOf(host, lookup)
  if (typeof addresses === 'string') return refuse('not-resolved', addresses)
  const refused = addresses.find(
    ({ address }) => !(isNamed || isPublicAddress(address) || isAllowedAddress(allow, address)),
  )
  return refused === undefined ? addresses : refuse('refused-address', host)
}

/** The addresses, or the resolver's error code. */
async function addressesOf(host: string, lookup: Lookup): Promise<ResolvedAddress[] | string> {
  const family = isIP(host)
  if (family === 4 || family === 6) return [{ address: host, family }]
  try {
    const found = await lookup(host)
    return found.length === 0 ? 'ENODATA' : found
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined
    if (typeof code !== 'string') throw error
    return code
  }
}

function portOf(url: Pick<URL, 'port' | 'protocol'>): number {
  if (url.port !== '') return Number(url.port)
  return url.protocol === 'https:' || url.protocol === 'wss:' ? 443 : 80
}
