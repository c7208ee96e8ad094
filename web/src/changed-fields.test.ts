import { expect, test } from 'vitest'
import { changedFields } from './changed-fields.ts'

interface Form {
  name: string
  days: number | null
  tags: string[]
}

test('only what was changed in the form is sent', () => {
  const filled: Form = { name: '縁', days: 30, tags: ['a'] }
  expect(changedFields<Form>(filled, { ...filled, tags: ['a'] })).toEqual({})
  expect(changedFields<Form>(filled, { ...filled, days: null })).toEqual({ days: null })
  expect(changedFields<Form>(filled, { ...filled, tags: ['a', 'b'] })).toEqual({ tags: ['a', 'b'] })
})

test('what the form was filled with and does not ask about is left out', () => {
  expect(changedFields<{ name: string }>({ name: 'a', ...{ other: 1 } }, { name: 'b' })).toEqual({
    name: 'b',
  })
})
