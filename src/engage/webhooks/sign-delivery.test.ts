import { webcrypto } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { signersOf } from '#test/webhooks.ts'
import { randomBytes } from '#test/workspace.ts'
import { drawSecret, signDelivery } from './sign-delivery.ts'

/** The example that the libraries of Standard Webhooks are tested with. */
const EXAMPLE = {
  secret: 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw',
  id: 'msg_p5jXN8AQM9LWM0D4loKWxJek',
  at: new Date(1_614_265_330_000),
  body: '{"test": 2432232314}',
}

describe('the signature of a delivery', () => {
  it('is that of the published example', () => {
    expect(signDelivery(EXAMPLE, EXAMPLE.at, [EXAMPLE.secret])).toEqual({
      'webhook-id': 'msg_p5jXN8AQM9LWM0D4loKWxJek',
      'webhook-timestamp': '1614265330',
      'webhook-signature': 'v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=',
    })
  })

  it('is what another implementation of HMAC computes, of any body', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'grapheme' }), fc.uuid(), async (body, id) => {
        const secret = drawSecret(randomBytes)
        const headers = signDelivery({ id, body }, EXAMPLE.at, [secret])
        const [version, signature = ''] = headers['webhook-signature']?.split(',') ?? []
        expect(version).toBe('v1')
        const bytes = Buffer.from(secret.slice('whsec_'.length), 'base64')
        const algorithm = { name: 'HMAC', hash: 'SHA-256' }
        const key = await webcrypto.subtle.importKey('raw', bytes, algorithm, false, ['verify'])
        const said = Buffer.from(`${id}.1614265330.${body}`)
        const sent = Buffer.from(signature, 'base64')
        expect(await webcrypto.subtle.verify('HMAC', key, sent, said)).toBe(true)
      }),
    )
  })

  it('holds with either secret while one follows the other', () => {
    const [before, after] = [drawSecret(randomBytes), drawSecret(randomBytes)]
    const { id, at, body } = EXAMPLE
    const headers = signDelivery({ id, body }, at, [after, before])
    const sent = { headers, text: body }
    expect(signersOf(sent, [before, after])).toEqual([before, after])
    expect(signersOf(sent, [drawSecret(randomBytes)])).toEqual([])
    expect(signersOf({ headers, text: `${body} ` }, [before, after])).toEqual([])
  })

  it('needs 256 bits that nobody else draws', () => {
    const secret = drawSecret(randomBytes)
    expect(secret).toMatch(/^whsec_[A-Za-z0-9+/]{43}=$/)
    expect(drawSecret(randomBytes)).not.toBe(secret)
  })
})
