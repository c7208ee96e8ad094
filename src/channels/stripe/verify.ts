import { hmacSha256, isOfNow, matchesAny } from '../hooks/signature.ts'

export type Verdict = 'ok' | 'bad-signature' | 'too-old'

/**
 * Whether a `Stripe-Signature` (`t=…,v1=…[,v1=…]`) is of this body, secret and time: HMAC-SHA256 over
 * `t.body`, at most five minutes old (https://docs.stripe.com/webhooks#verify-manually). Other
 * schemes than v1 are passed over, so that nobody can ask for a weaker one.
 */
export function verifyStripe(header: string, body: Buffer, secret: string, now: Date): Verdict {
  const parts = header.split(',').map((part) => {
    const at = part.indexOf('=')
    return [part.slice(0, Math.max(at, 0)).trim(), part.slice(at + 1).trim()] as const
  })
  const time = parts.find(([name]) => name === 't')?.[1] ?? ''
  const signatures = parts.filter(([name]) => name === 'v1')
  const sent = signatures.map(([, hex]) =>
    Buffer.from(/^[0-9a-f]{64}$/i.test(hex) ? hex : '', 'hex'),
  )
  const expected = hmacSha256(secret, `${time}.`, body)
  if (!matchesAny(expected, sent)) return 'bad-signature'
  return isOfNow(time, now) ? 'ok' : 'too-old'
}
