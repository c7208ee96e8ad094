import { getMigrations } from 'better-auth/db/migration'
import { describe, expect, it } from 'vitest'
import { testDoor } from '#test/workspace.ts'
import { openSignIn } from './sign-in.ts'

describe('the schema of the accounts', () => {
  it('has everything that better-auth asks for', async () => {
    const signIn = openSignIn(testDoor(), { secret: '0123456789abcdefghijklmnopqrstuvwxyz' })
    const missing = await getMigrations(signIn.options)
    expect(missing.toBeCreated).toEqual([])
    expect(missing.toBeAdded).toEqual([])
    expect((await missing.compileMigrations()).replace(/^;$/, '')).toBe('')
  })
})
