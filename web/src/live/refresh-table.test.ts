import { expect, test } from 'vitest'
import { refreshedBy } from './refresh-table.ts'

test.each([
  ['activities.heard', 'GET /activities'],
  ['import.done', 'GET /imports/{id}'],
  ['topic.applied', 'GET /topics'],
  ['alert.raised', 'GET /alerts'],
])('%s makes %s old', (event, route) => {
  expect(refreshedBy(event)).toContain(route)
})

test('what nobody told it of makes everything old', () => {
  expect(refreshedBy('weather.changed')).toBe('all')
  expect(refreshedBy('constructor.name')).toBe('all')
  expect(refreshedBy('')).toBe('all')
})
