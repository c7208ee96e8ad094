import { isIP } from 'node:net'
import ipaddr from 'ipaddr.js'

/** A host, or a range of addresses, that may be called although it isn't public. */
export type AllowRule =
  | { kind: 'host'; host: string; port: number | undefined }
  | { kind: 'range'; address: string; prefixBits: number }

/**
 * Reads a list such as `feeds.internal, 10.0.0.5:8080, [::1]:9000, 192.168.0.0/16`.
 * Answers the first entry that is none of these as `fault`.
 */
export function parseAllowList(text: string): { rules: AllowRule[] } | { fault: string } {
  const rules: AllowRule[] = []
  for (const entry of text.split(',').map((part) => part.trim())) {
    if (entry === '') continue
    const rule = entry.includes('/') ? rangeOf(entry) : hostOf(entry)
    if (rule === undefined) return { fault: entry }
    rules.push(rule)
  }
  return { rules }
}

function rangeOf(entry: string): AllowRule | undefined {
  if (!ipaddr.isValidCIDR(entry)) return undefined
  const [address, prefixBits] = ipaddr.parseCIDR(entry)
  return isIP(entry.split('/')[0] ?? '') === 0
    ? undefined
    : { kind: 'range', address: address.toString(), prefixBits }
}

function hostOf(entry: string): AllowRule | undefined {
  const bare = isIP(entry) === 6 ? `[${entry}]` : entry
  if (/[/@?#\\\s]/.test(bare) || !URL.canParse(`http://${bare}`)) return undefined
  const { hostname } = new URL(`http://${bare}`)
  // An URL leaves its scheme's own port out, so that it's read from what was written.
  const written = /:(\d{1,5})$/.exec(bare.replace(/^\[[^\]]*\]/, 'v6'))?.[1]
  return {
    kind: 'host',
    host: hostKey(hostname),
    port: written === undefined ? undefined : Number(written),
  }
}

/** A host as rules compare it: no brackets, no dot of the root. */
export function hostKey(hostname: string): string {
  return hostname
    .toLowerCase()
    .replace(/^\[|\]$/g, '')
    .replace(/\.$/, '')
}

/** Whether the host with this port was allowed by name. */
export function isAllowedHost(rules: readonly AllowRule[], host: string, port: number): boolean {
  return rules.some(
    (rule) =>
      rule.kind === 'host' && rule.host === host && (rule.port === undefined || rule.port === port),
  )
}

/** Whether the address lies in a range that was allowed. */
export function isAllowedAddress(rules: readonly AllowRule[], ip: string): boolean {
  if (isIP(ip) === 0) return false
  const address = ipaddr.process(ip)
  return rules.some((rule) => {
    if (rule.kind !== 'range') return false
    const base = ipaddr.parse(rule.address)
    return base.kind() === address.kind() && address.match(base, rule.prefixBits)
  })
}
