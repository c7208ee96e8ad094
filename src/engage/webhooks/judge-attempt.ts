import type { OutsideFailure } from '#outside/ports.ts'
import type { DeliveryFailure } from '#vocabulary/index.ts'

const SECOND_MS = 1_000
const MINUTE_MS = 60 * SECOND_MS
const HOUR_MS = 60 * MINUTE_MS

/** What is waited before each further attempt, as Standard Webhooks 1.0 gives for an example: 75.6 hours in all. */
export const DELAYS_MS: readonly number[] = [
  ...[5 * SECOND_MS, 5 * MINUTE_MS, 30 * MINUTE_MS, 2 * HOUR_MS, 5 * HOUR_MS, 10 * HOUR_MS],
  ...[14 * HOUR_MS, 20 * HOUR_MS, 24 * HOUR_MS],
]
/** Each delay is up to this share longer, so that what failed together does not come back together. */
const JITTER_SHARE = 0.2
/** What a receiver asks for by Retry-After counts up to this. */
const ASKED_MS_MAX = 24 * HOUR_MS
/** Nothing got through for so long: the address is given up. */
export const GIVE_UP_MS = 72 * HOUR_MS
/** The address as a whole is left alone after a failure, twice as long after each further one. */
const HOLD_MS = SECOND_MS
const HOLD_MS_MAX = 5 * MINUTE_MS

/** What came of one attempt. */
export type Attempt =
  | { kind: 'answered'; status: number; retryAfter: string | undefined }
  | { kind: 'failed'; failure: DeliveryFailure }

/** What follows for the delivery: delivered, tried again after a while, or over. */
export type Verdict =
  | { kind: 'delivered' }
  | { kind: 'again'; afterMs: number }
  | { kind: 'over' }
  /** The address wants no more, ever. */
  | { kind: 'gone' }

/**
 * Judges an attempt. `tries`: how many were made with this one since it was asked for; `draw`: a number
 * in [0, 1) for the jitter. Any 2xx is success, 410 the end of the webhook, all else a failure.
 */
export function judgeAttempt(attempt: Attempt, tries: number, now: Date, draw: number): Verdict {
  if (attempt.kind === 'answered') {
    if (attempt.status >= 200 && attempt.status < 300) return { kind: 'delivered' }
    if (attempt.status === 410) return { kind: 'gone' }
  }
  const delayMs = DELAYS_MS[tries - 1]
  if (delayMs === undefined) return { kind: 'over' }
  const jittered = delayMs * (1 + draw * JITTER_SHARE)
  return { kind: 'again', afterMs: Math.round(Math.max(jittered, askedMs(attempt, now))) }
}

/** How long the address is left alone after so many failures in a row, in milliseconds. */
export function holdMs(attempt: Attempt, failures: number, now: Date): number {
  const growing = Math.min(HOLD_MS * 2 ** Math.min(failures - 1, 20), HOLD_MS_MAX)
  return Math.max(growing, Math.min(askedMs(attempt, now), HOUR_MS))
}

/** Retry-After (RFC 9110, 10.2.3) in milliseconds; 0 where it asks for nothing that can be read. */
function askedMs(attempt: Attempt, now: Date): number {
  const text = attempt.kind === 'answered' ? (attempt.retryAfter?.trim() ?? '') : ''
  if (/^\d{1,9}$/.test(text)) return Math.min(Number(text) * SECOND_MS, ASKED_MS_MAX)
  const at = /^[A-Z][a-z]{2}, /.test(text) ? Date.parse(text) : Number.NaN
  return Number.isNaN(at) ? 0 : Math.min(Math.max(at - now.getTime(), 0), ASKED_MS_MAX)
}

/** The failure of the way out, in the few words that matter here. */
export function failureOfOutside(failure: OutsideFailure): DeliveryFailure {
  if (failure === 'bad-url' || failure.startsWith('refused-')) return 'refused'
  if (failure === 'too-many-redirects' || failure === 'redirect-refused') return 'redirected'
  if (failure === 'not-resolved' || failure === 'not-reached' || failure === 'tls') {
    return 'not-reached'
  }
  return failure === 'timed-out' ? 'timed-out' : 'bad-answer'
}
