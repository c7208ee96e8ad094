import { createHmac } from 'node:crypto'
import type { RandomBytes } from '#vocabulary/index.ts'

const SECRET_BYTES = 32
const PREFIX = 'whsec_'

/** A new signing secret in the form of Standard Webhooks: 256 bits in base64 behind `whsec_`. */
export function drawSecret(random: RandomBytes): string {
  const bytes = new Uint8Array(SECRET_BYTES)
  random(bytes)
  return PREFIX + Buffer.from(bytes).toString('base64')
}

/**
 * The headers of Standard Webhooks 1.0 for one attempt: HMAC-SHA256 (RFC 2104) over `id.seconds.body`,
 * one signature of version 1 a secret, the newest first. Ids are UUIDs, so no `.` can move into them.
 */
export function signDelivery(
  { id, body }: { id: string; body: string },
  at: Date,
  secrets: readonly string[],
): Record<string, string> {
  const seconds = String(Math.floor(at.getTime() / 1000))
  const signatures = secrets.map((secret) => {
    const key = Buffer.from(secret.slice(PREFIX.length), 'base64')
    const signed = createHmac('sha256', key).update(`${id}.${seconds}.${body}`)
    return `v1,${signed.digest('base64')}`
  })
  return {
    'webhook-id': id,
    'webhook-timestamp': seconds,
    'webhook-signature': signatures.join(' '),
  }
}
