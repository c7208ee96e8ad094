import { describe, expect, it } from 'vitest'
import { foldedWords, roleHolds } from './role-holds.ts'

describe('a role', () => {
  it.each([
    ['購買部長', '部長', true],
    ['CTO', 'cto', true],
    ['ＣＴＯ室', 'CTO', true],
    ['Director', 'CTO', false],
    ['Director, acting CTO', 'CTO', true],
    ['Senior Buyer', 'buyer', true],
    ['Buyers’ guide editor', 'buyer', false],
    ['ﾏﾈｰｼﾞｬｰ', 'マネージャー', true],
    ['営業', '部長', false],
  ])('%s holds %s: %s', (role, word, holds) => {
    expect(roleHolds(role, foldedWords([word]))).toBe(holds)
  })

  it('holds nothing where no word is asked for', () => {
    expect(roleHolds('部長', foldedWords([' ']))).toBe(false)
  })
})
