import { isIP } from 'node:net'
import ipaddr from 'ipaddr.js'

/** Global unicast, the only part of IPv6 that IANA has handed out (RFC 4291, 2.4). */
const GLOBAL_UNICAST: [ipaddr.IPv6, number] = [ipaddr.IPv6.parse('2000::'), 3]

/** Addresses that are public by their number and internal by their use. */
const INTERNAL_V4: readonly string[] = [
  // Azure's wire server: metadata and credentials of the machine.
  '168.63.129.16',
]

/**
 * Whether an IP address (as `net.isIP` accepts it) is one of the open internet.
 * Everything else is refused: private, loopback, link-local, shared (RFC 6598),
 * multicast, reserved, documentation and benchmarking ranges (IANA's special-purpose
 * registries), and IPv6 forms that carry an IPv4 address. Those are judged by
 * what they carry where it is the only thing they say (IPv4-mapped, RFC 4291; NAT64's
 * well-known prefix, RFC 6052, which DNS64 answers with on networks without IPv4) and
 * refused outright otherwise (6to4, Teredo, ISATAP, IPv4-compatible, local NAT64).
 */
export function isPublicAddress(ip: string): boolean {
  if (isIP(ip) === 0) return false
  const address = ipaddr.parse(ip)
  return address instanceof ipaddr.IPv6 ? isPublicV6(address) : isPublicV4(address)
}

function isPublicV4(address: ipaddr.IPv4): boolean {
  return address.range() === 'unicast' && !INTERNAL_V4.includes(address.toString())
}

function isPublicV6(address: ipaddr.IPv6): boolean {
  const embedded = embeddedV4(address)
  if (embedded !== undefined) return isPublicV4(embedded)
  return (
    address.zoneId === undefined &&
    address.match(GLOBAL_UNICAST) &&
    address.range() === 'unicast' &&
    !isIsatap(address)
  )
}

/** The IPv4 address that an IPv4-mapped or well-known NAT64 address stands for. */
function embeddedV4({ parts }: ipaddr.IPv6): ipaddr.IPv4 | undefined {
  const [a, b, c, d, e, f, high = 0, low = 0] = parts
  const isMapped = !a && !b && !c && !d && !e && f === 0xffff
  const isNat64 = a === 0x64 && b === 0xff9b && !c && !d && !e && !f
  if (!isMapped && !isNat64) return undefined
  return new ipaddr.IPv4([high >> 8, high & 255, low >> 8, low & 255])
}

/** `…:0:5efe:a.b.c.d` and `…:200:5efe:a.b.c.d` under any prefix (RFC 5214, 6.1). */
function isIsatap({ parts }: ipaddr.IPv6): boolean {
  return ((parts[4] ?? 0) & 0xfdff) === 0 && parts[5] === 0x5efe
}
