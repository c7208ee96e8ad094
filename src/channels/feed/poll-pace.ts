const MINUTE_MS = 60_000
const DAY_MS = 24 * 60 * MINUTE_MS
/** A publisher that asks for a longer rest is looked at this often all the same. */
const REST_MAX_MS = DAY_MS
const BACK_OFF_FIRST_MS = 5 * MINUTE_MS
const BACK_OFF_MAX_MS = DAY_MS
/** A server's wish after 429 or 503 is kept up to here. */
const RETRY_AFTER_MAX_MS = 7 * DAY_MS
/** Share of the waiting time that chance decides, so that feeds spread over time. */
const JITTER = 0.2

export interface PaceBounds {
  minutesMin: number
  minutesMax: number
}

/** Where a new channel begins between its bounds. */
export function firstInterval({ minutesMin, minutesMax }: PaceBounds): number {
  return within(30, minutesMin, minutesMax) * MINUTE_MS
}

/** The interval after a look: halved where there was news, half as long again where there was none. */
export function nextInterval(intervalMs: number, hadNews: boolean, bounds: PaceBounds): number {
  const wanted = hadNews ? intervalMs / 2 : intervalMs * 1.5
  return within(wanted, bounds.minutesMin * MINUTE_MS, bounds.minutesMax * MINUTE_MS)
}

/**
 * When to look again: the interval, never sooner than the publisher asks (RSS `ttl`,
 * `sy:updatePeriod`, `max-age`; up to a day), later by up to a fifth. `chance` is of [0, 1).
 */
export function restAfter(
  intervalMs: number,
  wishes: { restMinutes?: number | undefined; maxAgeSeconds?: number | undefined },
  chance: number,
): number {
  const wishedMs = Math.max(
    (wishes.restMinutes ?? 0) * MINUTE_MS,
    (wishes.maxAgeSeconds ?? 0) * 1000,
  )
  return Math.round(Math.max(intervalMs, Math.min(wishedMs, REST_MAX_MS)) * (1 + JITTER * chance))
}

/**
 * When to try again after failures: 5 minutes doubled each time up to a day, no sooner than
 * the shortest interval and than the server asks. `failuresInRow` counts the earlier ones.
 */
export function restAfterFailure(
  failuresInRow: number,
  bounds: PaceBounds,
  retryAfterMs: number | undefined,
  chance: number,
): number {
  const doubled = BACK_OFF_FIRST_MS * 2 ** Math.min(failuresInRow, 20)
  const backOff = within(doubled, bounds.minutesMin * MINUTE_MS, BACK_OFF_MAX_MS)
  const jittered = Math.min(backOff * (1 + JITTER * chance), BACK_OFF_MAX_MS)
  return Math.round(Math.max(jittered, Math.min(retryAfterMs ?? 0, RETRY_AFTER_MAX_MS)))
}

/** The rest that `Retry-After` asks for: seconds or a date (RFC 9110, 10.2.3). */
export function retryAfterMs(header: string | undefined, now: Date): number | undefined {
  const text = header?.trim()
  if (text === undefined || text === '') return undefined
  if (/^\d+$/.test(text)) return Number(text) * 1000
  const at = Date.parse(text)
  return Number.isNaN(at) ? undefined : Math.max(0, at - now.getTime())
}

/** `max-age` of Cache-Control less the age that the answer had already (RFC 9111, 4.2). */
export function maxAgeSeconds(headers: Readonly<Record<string, string>>): number | undefined {
  const found = /(?:^|[\s,])max-age="?(\d{1,10})/i.exec(headers['cache-control'] ?? '')?.[1]
  if (found === undefined) return undefined
  return Math.max(0, Number(found) - (Number(headers.age) || 0))
}

function within(value: number, min: number, max: number): number {
  return Math.min(Math.max(value, min), max)
}
