import { expect, test } from 'vitest'
import { moveName } from './move-name.ts'

test('moves have names in both languages', () => {
  expect(moveName('none-discovery', 'ja')).toBe('初めて→発見')
  expect(moveName('satisfaction-satisfaction', 'en')).toBe(
    'Satisfaction → Satisfaction (changed sides)',
  )
})
