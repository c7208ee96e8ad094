import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { isUnhurried, REFRESHED_BY, refreshedBy } from './refresh-table.ts'

test.each([
  ['activities.heard', 'GET /activities'],
  ['import.done', 'GET /imports/{id}'],
  ['topic.applied', 'GET /topics'],
  ['alert.raised', 'GET /alerts'],
  ['organisation.changed', 'GET /organisations/{id}'],
  ['activities.heard', 'GET /organisations/{id}'],
  ['activities.expired', 'GET /activities/{id}'],
  ['world.grown', 'GET /world'],
  ['outcome.refunded', 'GET /deals/{id}'],
])('%s makes %s old', (event, route) => {
  expect(refreshedBy(event)).toContain(route)
})

test('what nobody told it of makes everything old', () => {
  expect(refreshedBy('weather.changed')).toBe('all')
  expect(refreshedBy('constructor.name')).toBe('all')
  expect(refreshedBy('')).toBe('all')
})

test('a post that is open is asked again only where posts were edited or deleted', () => {
  const heard = (...detail: string[]) => refreshedBy('activities.heard', detail)
  expect(heard('new=3', 'updated=0', 'deleted=0')).not.toContain('GET /activities/{id}')
  expect(heard('new=3', 'updated=1', 'deleted=0')).toContain('GET /activities/{id}')
  expect(heard('new=0', 'updated=0', 'deleted=12')).toContain('GET /activities/{id}')
})

test('of what a batch makes old only the newest posts, a channel and an import are asked for at once', () => {
  const routes = refreshedBy('activities.heard')
  expect(routes).not.toBe('all')
  const atOnce = routes === 'all' ? [] : routes.filter((route) => !isUnhurried(route))
  expect(atOnce).toEqual([
    'GET /activities',
    'GET /channels/{id}',
    'GET /imports',
    'GET /imports/{id}',
  ])
})

const SRC = join(import.meta.dirname, '../../../src')
/** How events are written: `name: 'topic.applied'`, `tell(tx, 'topic.added', ...)` and the like. */
const WRITTEN =
  /(?:\bname: |\b(?:tell|recordAccountEvent)\([^'`)]*)['`](?<noun>[a-z-]+)\.(?:[a-z-]+|\$\{\w+\})['`]/g

test('the table knows the noun of every event that is written', () => {
  const files = readdirSync(SRC, { recursive: true, encoding: 'utf8' })
  const sources = files.filter((file) => /(?<!\.test)\.ts$/.test(file))
  const nouns = new Set(
    sources.flatMap((file) =>
      [...readFileSync(join(SRC, file), 'utf8').matchAll(WRITTEN)].map(
        ({ groups }) => groups?.noun,
      ),
    ),
  )
  expect([...nouns].sort()).toEqual(
    [...new Set(Object.keys(REFRESHED_BY).map((name) => name.replace(/\..*/, '')))].sort(),
  )
})
