import { expect, it } from 'vitest'
import { EMPTY, personOf, saysAnything, severalOf } from './draft.ts'

it('reads several contact details in one field, however they are separated', () => {
  expect(severalOf(' a@example.com、b@example.com, ;\n')).toEqual([
    'a@example.com',
    'b@example.com',
  ])
})

it('leaves out what was not said', () => {
  expect(personOf({ ...EMPTY, familyName: ' 佐藤 ', role: '部長' })).toEqual({
    ...{ familyName: '佐藤', emails: [], phones: [], accounts: [] },
  })
  expect(saysAnything({ ...EMPTY, organisation: '株式会社青海' })).toBe(false)
})
