import { expect, test } from 'vitest'
import { corpusFolder, countHeard, gunzippedLines, hear } from '../testing/corpus.ts'
import { jetstreamFormat } from './receive.ts'

const folder = corpusFolder('bluesky')

test.skipIf(folder === undefined)('every recorded event is accounted for', () => {
  const lines = gunzippedLines(`${folder}/jetstream.jsonl.gz`)
  const heard = lines.map((payload, i) => hear(jetstreamFormat, payload, i + 1))
  const counts = countHeard(heard)
  console.log('jetstream events', counts)

  // Counted apart, with jq, by operation and collection.
  expect(lines).toHaveLength(4114)
  expect(counts).toEqual({ Create: 1843, Like: 1984, Announce: 173, deletion: 114 })

  const keys = new Set<string>()
  const unknown: string[] = []
  for (const one of heard) {
    if (!('arrival' in one)) continue
    const { arrival } = one
    if (arrival.kind === 'activity') keys.add(arrival.externalKey)
    if (arrival.kind === 'deletion' && !keys.has(arrival.externalKey))
      unknown.push(arrival.externalKey)
  }
  expect(keys.size).toBe(4000)
  expect(unknown).toEqual([])
})
