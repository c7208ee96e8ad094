import type { FastifyRequest } from 'fastify'

/** The names under which the server may be spoken to. */
export interface Site {
  /** The interface that it listens on. */
  host: string
  /** The address that people use, where one is set (behind a proxy). */
  publicUrl?: string
}

/**
 * Whether a changing request comes from a page of ours: browsers say so in Origin and Sec-Fetch-Site
 * (Fetch Metadata), which no page can forge. A request that says nothing is not from a page.
 */
export function isFromOurPage(request: FastifyRequest): boolean {
  const isSaid =
    request.headers.origin !== undefined || request.headers['sec-fetch-site'] !== undefined
  return isSaid && !isFromForeignPage(request)
}

/** Whether the request says that another site's page sent it. */
export function isFromForeignPage({ headers }: FastifyRequest): boolean {
  const site = headers['sec-fetch-site']
  if (site !== undefined && site !== 'same-origin' && site !== 'none') return true
  return headers.origin !== undefined && hostOf(headers.origin) !== headers.host?.toLowerCase()
}

function hostOf(origin: string): string | undefined {
  return URL.canParse(origin) ? new URL(origin).host : undefined
}

/**
 * Whether the server answers to the request's Host. Listening on the loopback only, it answers to the
 * loopback's names: a foreign name that resolves here is DNS rebinding.
 */
export function answersTo(site: Site, host: string | undefined): boolean {
  if (!isLoopback(site.host)) return true
  if (host === undefined || !URL.canParse(`http://${host}`)) return false
  const asked = new URL(`http://${host}`)
  if (site.publicUrl !== undefined && new URL(site.publicUrl).host === asked.host) return true
  return isLoopback(asked.hostname)
}

/** Whether this name or address is the machine itself and nothing else. */
export function isLoopback(host: string): boolean {
  const bare = host.replace(/^\[|\]$/g, '').toLowerCase()
  if (bare === 'localhost' || bare.endsWith('.localhost') || bare === '::1') return true
  return /^127\.\d{1,3}\.\d{1,3}\.\d{1,3}$/.test(bare)
}
