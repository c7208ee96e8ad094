import { expect, test } from 'vitest'
import { guessLanguage } from './language.tsx'

test('what was chosen here before wins, then the browser, then English', () => {
  expect(guessLanguage('en', ['ja-JP'])).toBe('en')
  expect(guessLanguage(null, ['fr', 'ja-JP', 'en'])).toBe('ja')
  expect(guessLanguage('fr', ['en-US', 'ja'])).toBe('en')
  expect(guessLanguage(null, ['de'])).toBe('en')
})
