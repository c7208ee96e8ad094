import { mkdtempSync, readdirSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { randomBytes } from '#test/workspace.ts'
import { readSecretKey } from './secret-key.ts'

it('makes the key once, for its owner only', () => {
  const data = mkdtempSync(join(tmpdir(), 'enishi-key-'))
  const key = readSecretKey({ data }, randomBytes)
  expect(key).toMatch(/^[\w-]{43}$/)
  expect(readSecretKey({ data }, randomBytes)).toBe(key)
  expect(statSync(join(data, 'secret.key')).mode & 0o777).toBe(0o600)
  expect(readdirSync(data)).toEqual(['secret.key'])
  expect(readSecretKey({ data, secretKey: 'given' }, randomBytes)).toBe('given')
})

it('refuses a key file that lost its content', () => {
  const data = mkdtempSync(join(tmpdir(), 'enishi-key-'))
  writeFileSync(join(data, 'secret.key'), '')
  expect(() => readSecretKey({ data }, randomBytes)).toThrow(/damaged/)
})
