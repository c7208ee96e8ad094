import { createHmac } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { verifyStripe } from '../stripe/verify.ts'
import { isStandardSecret, verifyStandard } from '../webhook/verify.ts'

// Odd spaces, characters of two and four bytes: a body that does not survive being parsed and written.
const ODD = Buffer.from('{ "id" : "evt_1",\n  "name":"株式会社ﾃｽﾄ é 😀" }\n')
const SECRET = 'whsec_test_secret'
const AT = 1_492_774_577
const now = new Date(AT * 1000)

function signStripe(body: Buffer, at = AT, secret = SECRET): string {
  return createHmac('sha256', secret).update(`${at}.`).update(body).digest('hex')
}

describe('Stripe-Signature', () => {
  it('is taken as another implementation of HMAC (Python hmac) writes it', () => {
    const v1 = '60edeeb06c3a700283af97566b48164e2c712f6252f566e9c27af389d2dad296'
    expect(signStripe(ODD)).toBe(v1)
    expect(verifyStripe(`t=${AT},v1=${v1}`, ODD, SECRET, now)).toBe('ok')
  })

  it('is taken from several, as during a rotation, and by v1 only', () => {
    const right = signStripe(ODD)
    const wrong = '0'.repeat(64)
    const verify = (header: string) => verifyStripe(header, ODD, SECRET, now)
    expect(verify(`t=${AT},v1=${wrong},v1=${right},v0=${wrong}`)).toBe('ok')
    expect(verify(`t=${AT}, v1=${right}`)).toBe('ok')
    for (const header of ['', ',', `v1=${right}`, `t=${AT},v0=${right}`, `t=${AT}`, `t=,v1=`]) {
      expect(verify(header)).toBe('bad-signature')
    }
  })

  it('holds for five minutes either way', () => {
    const header = `t=${AT},v1=${signStripe(ODD)}`
    const after = (seconds: number) =>
      verifyStripe(header, ODD, SECRET, new Date((AT + seconds) * 1000))
    expect([-300, 0, 300].map(after)).toEqual(['ok', 'ok', 'ok'])
    expect([-301, 301, 1e9].map(after)).toEqual(['too-old', 'too-old', 'too-old'])
    const odd = createHmac('sha256', SECRET).update('soon.').update(ODD).digest('hex')
    expect(verifyStripe(`t=soon,v1=${odd}`, ODD, SECRET, now)).toBe('too-old')
  })

  it('falls with any bit of the body, the secret or the time', () => {
    fc.assert(
      fc.property(
        fc.uint8Array({ minLength: 1, maxLength: 300 }),
        fc.nat(),
        fc.integer({ min: 0, max: 7 }),
        (bytes, place, bit) => {
          const body = Buffer.from(bytes)
          const header = `t=${AT},v1=${signStripe(body)}`
          expect(verifyStripe(header, body, SECRET, now)).toBe('ok')
          const other = Buffer.from(bytes)
          const at = place % other.length
          other[at] = (other[at] ?? 0) ^ (1 << bit)
          expect(verifyStripe(header, other, SECRET, now)).toBe('bad-signature')
          expect(verifyStripe(header, body, `${SECRET}x`, now)).toBe('bad-signature')
          const later = header.replace(String(AT), String(AT + 1))
          expect(verifyStripe(later, body, SECRET, now)).toBe('bad-signature')
        },
      ),
    )
  })

  it('never throws for what stands in a header', () => {
    fc.assert(
      fc.property(fc.string(), (header) => {
        expect(verifyStripe(header, ODD, SECRET, now)).toBe('bad-signature')
      }),
    )
  })
})

/** The example that the libraries of Standard Webhooks are tested with. */
const VECTOR = {
  secret: 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw',
  id: 'msg_p5jXN8AQM9LWM0D4loKWxJek',
  timestamp: '1614265330',
  body: Buffer.from('{"test": 2432232314}'),
  signature: 'v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=',
}

describe('Standard Webhooks', () => {
  const { secret, body, ...sent } = VECTOR
  const then = new Date(Number(VECTOR.timestamp) * 1000)

  it('takes the published example', () => {
    expect(verifyStandard(sent, body, secret, then)).toBe('ok')
    expect(verifyStandard(sent, body, secret.slice(6), then)).toBe('ok')
  })

  it('takes one of several signatures, of version 1 only', () => {
    const verify = (signature: string) => verifyStandard({ ...sent, signature }, body, secret, then)
    const wrong = `v1,${Buffer.alloc(32).toString('base64')}`
    expect(verify(`${wrong} ${sent.signature}`)).toBe('ok')
    expect(verify(sent.signature.replace('v1', 'v2'))).toBe('bad-signature')
    expect(verify(wrong)).toBe('bad-signature')
    expect(verify('')).toBe('bad-signature')
  })

  it('falls with another id, time or body, and with age', () => {
    const verify = (other: Partial<typeof sent>, text = body, at = then) =>
      verifyStandard({ ...sent, ...other }, text, secret, at)
    expect(verify({ id: 'msg_other' })).toBe('bad-signature')
    expect(verify({ id: '' })).toBe('bad-signature')
    expect(verify({ timestamp: '1614265331' })).toBe('bad-signature')
    expect(verify({}, Buffer.from('{"test":2432232314}'))).toBe('bad-signature')
    expect(verify({}, body, new Date(then.getTime() + 301_000))).toBe('too-old')
    expect(verify({}, body, new Date(then.getTime() - 301_000))).toBe('too-old')
  })

  it('lets no part of the id move into the time', () => {
    const key = Buffer.from(secret.slice(6), 'base64')
    const signature = `v1,${createHmac('sha256', key).update('a.1.2.').update(body).digest('base64')}`
    const moved = { id: 'a.1', timestamp: '2', signature }
    expect(verifyStandard(moved, body, secret, new Date(2_000))).toBe('bad-signature')
  })

  it('knows what may be a secret', () => {
    expect(isStandardSecret(secret)).toBe(true)
    for (const no of ['', 'whsec_', 'whsec_c2hvcnQ=', 'pass word', 'ä'.repeat(40)]) {
      expect(isStandardSecret(no)).toBe(false)
    }
  })
})
