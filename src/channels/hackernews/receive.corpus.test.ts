import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { corpusFolder, countHeard, hear } from '../testing/corpus.ts'
import { hackernewsFormat } from './receive.ts'

const folder = corpusFolder('hackernews')

test.skipIf(folder === undefined)('every example of the documentation is accounted for', () => {
  const lines = readFileSync(`${folder}/doc-examples.jsonl`, 'utf8').trim().split('\n')
  const payloads = lines.map((line) => JSON.stringify(JSON.parse(line).json))
  const counts = countHeard(payloads.map((payload, i) => hear(hackernewsFormat, payload, i + 1)))
  console.log('hackernews', payloads.length, counts)
  // Two stories, a comment, a job, a poll; its option; a user; the list of what changed.
  expect(counts).toEqual({
    Create: 5,
    profile: 1,
    'refused not-an-activity type pollopt': 1,
    'refused missing-field id': 1,
  })
})
