import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { corpusFolder, countHeard, hear } from '../testing/corpus.ts'
import { activitiesFormat } from './activities.ts'

const folder = corpusFolder('activitystreams/w3c/test')

test.skipIf(folder === undefined)('every W3C document is accounted for', () => {
  const names = readdirSync(folder ?? '', { recursive: true, encoding: 'utf8' })
  const documents = names.filter((name) => name.endsWith('.json')).sort()
  const heard = documents.map((name, i) => ({
    name,
    became: hear(activitiesFormat, readFileSync(join(folder ?? '', name)), i + 1),
  }))
  const counts = countHeard(heard.map(({ became }) => became))
  const accepted = heard.filter(({ became }) => 'arrival' in became)
  console.log('W3C documents', documents.length, 'accepted', accepted.length, counts)

  // Most are fragments: posts by nobody (46), activities without id (29) or whose actor has
  // none (22), collections and things that nobody did. None of those that must fail is taken.
  expect(documents).toHaveLength(233)
  expect(accepted.map(({ name, became }) => [name, ...Object.keys(countHeard([became]))])).toEqual([
    ['core-ex1-jsonld.json', 'Create'],
    ['core-ex12-jsonld.json', 'profile'],
    ['core-ex13-jsonld.json', 'profile'],
    ['core-ex14-jsonld.json', 'profile'],
    ['core-ex15-jsonld.json', 'profile'],
    ['core-ex19-jsonld.json', 'Like'],
    ['core-ex20-jsonld.json', 'Like'],
    ['core-ex4-jsonld.json', 'Create'],
    ['vocabulary-ex187-jsonld.json', 'Offer'],
  ])
  for (const { became } of heard) {
    if ('refusal' in became) expect(became.refusal.field ?? became.refusal.detail).toBeTruthy()
  }
})
