import { createHmac, timingSafeEqual } from 'node:crypto'

/** So far the time in a signature may be from ours, as Stripe and Standard Webhooks have it. */
const TOLERANCE_MS = 300_000

export function hmacSha256(key: string | Buffer, ...parts: (string | Buffer)[]): Buffer {
  const hmac = createHmac('sha256', key)
  for (const part of parts) hmac.update(part)
  return hmac.digest()
}

/** Signatures looked at of one call: a rotation has two. */
const SIGNATURES_MAX = 10

/**
 * Whether one of the signatures that were sent is the one expected. Takes as long for a wrong one as
 * for a right one, and looks at the first ten.
 */
export function matchesAny(expected: Buffer, sent: readonly Buffer[]): boolean {
  let isSame = false
  for (const one of sent.slice(0, SIGNATURES_MAX)) {
    if (one.length === expected.length && timingSafeEqual(one, expected)) isSame = true
  }
  return isSame
}

/** Whether the Unix seconds of a signature are of now. */
export function isOfNow(seconds: string, now: Date): boolean {
  if (!/^\d{1,12}$/.test(seconds)) return false
  return Math.abs(now.getTime() - Number(seconds) * 1000) <= TOLERANCE_MS
}
