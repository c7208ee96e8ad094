import { expect, test } from 'vitest'
import { turnNameOf } from './turn-names.ts'
import { ENGLISH_TURNS } from './turns-en.ts'
import { JAPANESE_TURNS } from './turns-ja.ts'

test('every turn has a name that reads in both languages', () => {
  const names = [...ENGLISH_TURNS, ...JAPANESE_TURNS].map(({ name }) => name)
  expect(names.filter((name) => !/[ぁ-んァ-ヶ一-龠]/.test(turnNameOf(name).ja))).toEqual([])
  expect(turnNameOf('only-shared').ja).toBe('人の投稿を広めただけ')
})
