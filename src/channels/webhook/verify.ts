import { hmacSha256, isOfNow, matchesAny } from '../hooks/signature.ts'

/**
 * Whether the headers of Standard Webhooks
 * (https://github.com/standard-webhooks/standard-webhooks/blob/main/spec/standard-webhooks.md) are of
 * this body, secret and time: `v1,` and the base64 of HMAC-SHA256 over `id.timestamp.body`, several
 * separated by blanks, under a key that is the base64 behind `whsec_`.
 */
export function verifyStandard(
  sent: { id: string; timestamp: string; signature: string },
  body: Buffer,
  secret: string,
  now: Date,
): 'ok' | 'bad-signature' | 'too-old' {
  const { id, timestamp, signature } = sent
  if (id === '' || id.includes('.')) return 'bad-signature'
  const signatures = signature.split(' ').flatMap((one) => {
    const [version, base64 = ''] = one.split(',')
    return version === 'v1' ? [Buffer.from(base64, 'base64')] : []
  })
  const expected = hmacSha256(keyOf(secret), `${id}.${timestamp}.`, body)
  if (!matchesAny(expected, signatures)) return 'bad-signature'
  return isOfNow(timestamp, now) ? 'ok' : 'too-old'
}

function keyOf(secret: string): Buffer {
  return Buffer.from(secret.replace(/^whsec_/, ''), 'base64')
}

/** Whether a secret is one: 24 to 64 bytes in base64, as the specification asks. */
export function isStandardSecret(secret: string): boolean {
  const base64 = secret.replace(/^whsec_/, '')
  if (!/^[A-Za-z0-9+/]+={0,2}$/.test(base64)) return false
  const { length } = Buffer.from(base64, 'base64')
  return length >= 24 && length <= 64
}
