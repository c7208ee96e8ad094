import fc from 'fast-check'
import { expect, test } from 'vitest'
import { parseJsonLine } from './parse-json-line.ts'

test('bytes and text, with a byte order mark or without', () => {
  expect(parseJsonLine('{"a":"あ"}')).toEqual({ object: { a: 'あ' } })
  expect(parseJsonLine('\ufeff{"a":1}')).toEqual({ object: { a: 1 } })
  expect(parseJsonLine(Buffer.from('\ufeff{"a":"あ"}\r'))).toEqual({ object: { a: 'あ' } })
})

test('bytes that are no UTF-8 become replacement characters', () => {
  const line = Buffer.concat([Buffer.from('{"a":"'), Buffer.from([0x83, 0x7b]), Buffer.from('"}')])
  expect(parseJsonLine(line)).toEqual({ object: { a: '\ufffd{' } })
})

test.each([
  ['{"a":1', /position 6/],
  ['{"a":hello}', /hello/],
  ['', /end/],
  ['{"a":"\u0001"}', /position 6/],
])('%j is refused as not JSON, saying where', (line, where) => {
  expect(parseJsonLine(line)).toMatchObject({
    refusal: { reason: 'not-json', detail: expect.stringMatching(where) },
  })
})

test.each([
  ['[1]', 'array'],
  ['null', 'null'],
  ['42', 'number'],
  ['"text"', 'string'],
])('%s is refused as not an object', (line, detail) => {
  expect(parseJsonLine(line)).toEqual({ refusal: { reason: 'not-an-object', detail } })
})

test('a million levels are no danger', () => {
  const levels = 1_000_000
  const deep = `{"a":${'['.repeat(levels)}${']'.repeat(levels)}}`
  const read = parseJsonLine(deep)
  expect('object' in read && Object.keys(read.object)).toEqual(['a'])
  expect(parseJsonLine('['.repeat(levels))).toMatchObject({ refusal: { reason: 'not-json' } })
  expect(parseJsonLine('{"a":'.repeat(levels))).toMatchObject({ refusal: { reason: 'not-json' } })
})

test('agrees with JSON.parse on objects and never throws', () => {
  fc.assert(
    fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (value) => {
      const json = JSON.stringify(value)
      expect(parseJsonLine(json)).toEqual({ object: JSON.parse(json) })
    }),
  )
  fc.assert(
    fc.property(fc.uint8Array(), (bytes) => {
      expect(Object.keys(parseJsonLine(bytes))).toHaveLength(1)
    }),
  )
})
