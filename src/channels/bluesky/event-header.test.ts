import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { ALICE, followEvent, postEvent, postUri, reactionEvent } from '#test/jetstream-events.ts'
import { namesAny, postTextOf, readHeader, subjectDidOf } from './event-header.ts'

const headerOf = (text: string) => {
  const header = readHeader(text)
  if (header === undefined) throw new Error(`no event: ${text}`)
  return header
}

describe('headers', () => {
  const fixture = new URL('./fixtures/events.jsonl', import.meta.url)
  const lines = readFileSync(fixture, 'utf8').trim().split('\n')

  test.each(lines)('read without parsing as with it: %s', (line) => {
    const compact = JSON.stringify(JSON.parse(line))
    const { did, time_us, kind, commit } = JSON.parse(line)
    const expected = {
      ...{ did, timeUs: time_us, kind, text: compact },
      operation: commit?.operation ?? '',
      collection: commit?.collection ?? '',
      rkey: commit?.rkey ?? '',
    }
    expect(readHeader(compact)).toEqual(expected)
    // With white space, as the fixture is written, it takes the way of parsing.
    expect(line).not.toBe(compact)
    expect(readHeader(line)).toEqual(expected)
  })

  test('fields in another order', () => {
    const { did, ...rest } = JSON.parse(postEvent(ALICE, '3k', 'a'))
    expect(readHeader(JSON.stringify({ ...rest, did }))).toMatchObject({ did: ALICE, rkey: '3k' })
  })

  test.each([
    '',
    'null',
    '[]',
    '{"did":"did:plc:a"',
    '{"did":"did:plc:a","kind":"commit","time_us":"1"}',
    '{"did":"did:plc:a","time_us":1}',
    '{"kind":"commit","time_us":1}',
  ])('%s is no event', (text) => expect(readHeader(text)).toBeUndefined())
})

describe('texts', () => {
  const texts = fc.oneof(
    fc.string({ unit: 'grapheme' }),
    fc.string(),
    fc.constantFrom('"text":"', '\\"text\\":\\"', '\\', '"', '\\\\"', '\u2028', 'a\nb'),
  )

  test('are what parsing finds, whatever stands in and around them', () => {
    fc.assert(
      fc.property(texts, texts, fc.boolean(), (text, other, isFirst) => {
        const image = { images: [{ alt: other, caption: { text: other } }] }
        const record = isFirst ? { embed: image, text } : { text, embed: { alt: other } }
        const line = postEvent(ALICE, '3k', '', {}).replace('"text":""', () =>
          JSON.stringify(record).slice(1, -1),
        )
        expect(postTextOf(headerOf(line))).toBe(text)
      }),
      { numRuns: 500 },
    )
  })

  test('are empty where there is none', () => {
    const line = postEvent(ALICE, '3k', 'a').replace('"text":"a"', '"words":"a"')
    expect(postTextOf(headerOf(line))).toBe('')
  })
})

test('every at-uri that is a value is asked for, none that only stands in a text', () => {
  const named: string[] = []
  const note = (uri: string) => {
    named.push(uri)
    return false
  }
  const reply = { parent: { uri: 'at://p/c/1', cid: 'x' }, root: { cid: 'y', uri: 'at://r/c/2' } }
  const embed = { $type: 'app.bsky.embed.record', record: { cid: 'z', uri: 'at://q/c/3' } }
  expect(
    namesAny(headerOf(postEvent(ALICE, '3k', 'see "at://t/c/4', { reply, embed })), note),
  ).toBe(false)
  expect(named).toEqual(['at://p/c/1', 'at://r/c/2', 'at://q/c/3'])
  const like = reactionEvent(ALICE, 'like', '3l', postUri(ALICE, '3k'))
  expect(namesAny(headerOf(like), (uri) => uri === postUri(ALICE, '3k'))).toBe(true)
  // PHP and others escape slashes.
  expect(
    namesAny(headerOf(like.replaceAll('/', '\\/')), (uri) => uri === postUri(ALICE, '3k')),
  ).toBe(true)
  expect(namesAny(headerOf(like), () => false)).toBe(false)
})

test('whom a follow is of', () => {
  expect(subjectDidOf(headerOf(followEvent(ALICE, '3f', 'did:web:b.test')))).toBe('did:web:b.test')
  expect(subjectDidOf(headerOf(postEvent(ALICE, '3k', 'a')))).toBe('')
})
