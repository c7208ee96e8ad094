import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { corpusFolder, countHeard, type Heard, hear } from '../testing/corpus.ts'
import { activitystreamsFormat } from './receive.ts'

const folder = corpusFolder('activitystreams/w3c/test')
const CONTEXT = { arrivedAt: new Date('2026-12-01T00:00:00Z'), scope: 'corpus', timeZone: 'UTC' }

async function hearDocument(bytes: Buffer): Promise<Heard[]> {
  async function* whole() {
    yield bytes
  }
  const heard: Heard[] = []
  for await (const record of activitystreamsFormat.split(whole(), CONTEXT)) {
    heard.push(
      'refusal' in record ? record : hear(activitystreamsFormat, record.payload, record.line),
    )
  }
  return heard
}

test.skipIf(folder === undefined)('every W3C document is accounted for', async () => {
  const names = readdirSync(folder ?? '', { recursive: true, encoding: 'utf8' })
  const documents = names.filter((name) => name.endsWith('.json')).sort()
  const became = new Map<string, Heard[]>()
  for (const name of documents) {
    became.set(name, await hearDocument(readFileSync(join(folder ?? '', name))))
  }
  const all = [...became.values()].flat()
  const taken = [...became].filter(([, heard]) => heard.some((one) => 'arrival' in one))
  console.log(
    'W3C documents',
    documents.length,
    'records',
    all.length,
    'taken',
    taken.length,
    countHeard(all),
  )
  expect(
    [...became].filter(([name, heard]) => heard.length === 0 && name !== 'empty.json'),
  ).toEqual([])
  expect(taken.filter(([name]) => name.startsWith('fail/')).map(([name]) => name)).toEqual([])
  // Of 233 documents most are fragments: posts by nobody, activities without id or actor.
  expect(taken).toHaveLength(30)
  for (const one of all) {
    if ('refusal' in one) expect(one.refusal.field ?? one.refusal.detail).toBeTruthy()
  }
})
