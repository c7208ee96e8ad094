import type { AgentClass } from '#vocabulary/index.ts'

/** Programs that fetch a page to show or to index it: nobody has clicked. */
const MACHINES =
  /bot\b|bot[/;_-]|crawl|spider|slurp|preview|unfurl|embed|facebookexternalhit|facebookcatalog|line-poker|whatsapp|skypeuri|cardyb|iframely|mastodon\/|pleroma|misskey|akkoma|lemmy|headless|phantomjs|lighthouse|pagespeed|google-(?:read|safety|inspection)|mediapartners|feedfetcher|flipboard|vkshare|validator|monitor|uptime|pingdom|curl\/|wget\/|python-|aiohttp|httpx|okhttp|axios|node-fetch|undici|go-http|java\/|libwww|ruby|perl|php|scrapy|safelinks|barracuda|proofpoint|mimecast|urlscan|symantec|scanner/i

/** Browsers that look ahead: the page may never be seen. */
const LOOKING_AHEAD = /prefetch|prerender|preview/i

/**
 * The class of device that follows a link; undefined where no person has clicked: link previews,
 * crawlers, mail scanners, browsers that fetch ahead, and whoever does not say.
 */
export function agentClassOf(
  userAgent: string | undefined,
  purpose: string | undefined,
): AgentClass | undefined {
  if (userAgent === undefined || userAgent.trim() === '' || MACHINES.test(userAgent))
    return undefined
  if (purpose !== undefined && LOOKING_AHEAD.test(purpose)) return undefined
  if (/ipad|tablet|silk\/|android(?!.*mobile)/i.test(userAgent)) return 'tablet'
  if (/mobi|iphone|ipod|android/i.test(userAgent)) return 'phone'
  return /windows|macintosh|x11|linux|cros/i.test(userAgent) ? 'desktop' : 'other'
}
