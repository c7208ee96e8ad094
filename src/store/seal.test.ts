import fc from 'fast-check'
import { expect, it } from 'vitest'
import { randomBytes } from '#test/workspace.ts'
import { createSeal } from './seal.ts'

const seal = createSeal('a secret of the installation, 32 long', randomBytes)

it('gives back what it sealed, for the same purpose alone', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), fc.string(), (secret, purpose) => {
      const sealed = seal.close(secret, purpose)
      expect(seal.open(sealed, purpose)).toBe(secret)
      expect(seal.open(sealed, `${purpose} `)).toBeUndefined()
    }),
  )
})

it('opens nothing that was changed, cut or sealed under another secret', () => {
  const sealed = seal.close('sk-abcdef', 'w')
  expect(sealed.toString('latin1')).not.toContain('sk-abcdef')
  expect(seal.close('sk-abcdef', 'w').equals(sealed)).toBe(false)
  for (let at = 0; at < sealed.length; at++) {
    const changed = Buffer.from(sealed)
    changed.writeUInt8((sealed[at] as number) ^ 1, at)
    expect(seal.open(changed, 'w')).toBeUndefined()
    expect(seal.open(sealed.subarray(0, at), 'w')).toBeUndefined()
  }
  const other = createSeal('another secret of the installation', randomBytes)
  expect(other.open(sealed, 'w')).toBeUndefined()
})
