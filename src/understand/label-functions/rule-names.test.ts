import { expect, test } from 'vitest'
import { ENGLISH_LABEL_FUNCTIONS, JAPANESE_LABEL_FUNCTIONS } from './all.ts'
import { ruleNameOf } from './rule-names.ts'

const ALL = [...JAPANESE_LABEL_FUNCTIONS, ...ENGLISH_LABEL_FUNCTIONS]

test('every sign has a name that reads in both languages', () => {
  const nameless = ALL.filter((sign) => !/[ぁ-んァ-ヶ一-龠]/.test(ruleNameOf(sign).ja))
  expect(nameless.map(({ name }) => name)).toEqual([])
  for (const sign of ALL) expect(ruleNameOf(sign).en).toMatch(/^[a-z][a-z -]+$/)
})
