import { expect, it } from 'vitest'
import { checkedPerson } from './check-person.ts'

it.each([
  ['2024-02-29', '2024-02-29'],
  ['0001-01-01', '0001-01-01'],
  ['2026-02-30', undefined],
  ['0000-06-01', undefined],
  ['1.4.2024', undefined],
])('takes %s for the day %s', (since, day) => {
  const person = checkedPerson({ organisation: { name: 'A', since } })
  expect(person.organisation?.since).toBe(day)
})
