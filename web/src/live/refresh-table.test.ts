import { expect, test } from 'vitest'
import { ROUTES } from '#http/contract/index.ts'
import { refreshedBy } from './refresh-table.ts'

const EVENTS = [
  'activities.heard',
  'import.done',
  'topic.applied',
  'person.changed',
  'alert.raised',
]

test.each(EVENTS)('%s names routes that are asked with GET', (event) => {
  const known = Object.values(ROUTES).map(({ method, path }) => `${method} ${path}`)
  const named = refreshedBy(event)
  expect(named).not.toBe('all')
  expect(known).toEqual(expect.arrayContaining([...named]))
  expect([...named].every((route) => route.startsWith('GET '))).toBe(true)
})

test('what nobody told it of makes everything old', () => {
  expect(refreshedBy('weather.changed')).toBe('all')
  expect(refreshedBy('constructor.name')).toBe('all')
  expect(refreshedBy('')).toBe('all')
})
