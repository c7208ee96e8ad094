import { type OutsideFault, shownUrl } from './outside-fault.ts'

/** One request on the way: the first, or one that a redirect led to. */
export interface Hop {
  url: string
  method: string
  /** By lower-case name. */
  headers: Readonly<Record<string, string>>
  body: string | Uint8Array | undefined
}

/** The statuses that say that the new address holds from now on (RFC 9110, 15.4). */
export const PERMANENT_REDIRECTS: readonly number[] = [301, 308]

const REDIRECTS = [301, 302, 303, 307, 308]

/** What another origin may be told: nothing that could be a secret of the first. */
const HEADERS_FOR_ANYONE = new Set(
  'accept accept-encoding accept-language content-type if-modified-since if-none-match user-agent'.split(
    ' ',
  ),
)

/**
 * Where an answer leads on: the next request, the reason why it isn't followed,
 * or undefined where the answer is no redirect. Methods change as in WHATWG
 * Fetch, "HTTP-redirect fetch". From https to http is refused: what was asked
 * for in private isn't asked for again in the open.
 */
export function hopAfter(
  hop: Hop,
  status: number,
  location: string | undefined,
): Hop | OutsideFault | undefined {
  if (!REDIRECTS.includes(status) || location === undefined) return undefined
  const from = new URL(hop.url)
  const to = URL.parse(location, from.href)
  const refused = (detail: string): OutsideFault => {
    return { code: 'redirect-refused', url: shownUrl(from), detail: detail.slice(0, 200) }
  }
  if (to === null) return refused(location)
  if (from.protocol === 'https:' && to.protocol === 'http:') return refused(shownUrl(to))
  to.hash = ''
  return { url: to.href, ...carriedOn(hop, status, from.origin === to.origin) }
}

function carriedOn(hop: Hop, status: number, isSameOrigin: boolean): Omit<Hop, 'url'> {
  const becomesGet =
    (status === 303 && hop.method !== 'HEAD') ||
    ((status === 301 || status === 302) && hop.method === 'POST')
  const kept = Object.entries(hop.headers).filter(
    ([name]) =>
      (isSameOrigin || HEADERS_FOR_ANYONE.has(name)) &&
      !(becomesGet && name.startsWith('content-')),
  )
  return {
    method: becomesGet ? 'GET' : hop.method,
    headers: Object.fromEntries(kept),
    body: becomesGet ? undefined : hop.body,
  }
}
