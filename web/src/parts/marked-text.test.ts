import fc from 'fast-check'
import { expect, test } from 'vitest'
import { confidenceWord } from './confidence.ts'
import { isComposing } from './keys.ts'
import { cutAtSpans } from './marked-text.ts'
import { safeUrl } from './outside-link.ts'

test('cuts at offsets, overlaps included', () => {
  const spans = [
    { start: 0, end: 3, id: 'a' },
    { start: 2, end: 5, id: 'b' },
  ]
  const cut = cutAtSpans('abcdefg', spans).map(({ text, marks }) => [
    text,
    marks.map(({ id }) => id).join(''),
  ])
  expect(cut).toEqual([
    ['ab', 'a'],
    ['c', 'ab'],
    ['de', 'b'],
    ['fg', ''],
  ])
})

test('pieces together are the text, whatever the spans say', () => {
  const span = fc.record({
    start: fc.integer({ min: -3, max: 40 }),
    end: fc.integer({ min: -3, max: 40 }),
  })
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), fc.array(span), (text, spans) => {
      const pieces = cutAtSpans(text, spans)
      expect(pieces.map((piece) => piece.text).join('')).toBe(text)
      expect(pieces.every((piece) => piece.text.length > 0)).toBe(true)
    }),
  )
})

test('only http and https may be opened', () => {
  expect(safeUrl('https://example.com/a?b')).toBe('https://example.com/a?b')
  for (const url of [
    'javascript:alert(1)',
    ' JaVaScRiPt:alert(1)',
    'data:text/html,x',
    '/a',
    '',
    null,
  ]) {
    expect(safeUrl(url)).toBeUndefined()
  }
})

test('a key is composing by its flag or, in Safari, by its code', () => {
  expect(isComposing({ isComposing: true, keyCode: 13 })).toBe(true)
  expect(isComposing({ isComposing: false, keyCode: 229 })).toBe(true)
  expect(isComposing({ isComposing: false, keyCode: 13 })).toBe(false)
})

test('confidence in words', () => {
  expect([0.95, 0.6, 0.2].map(confidenceWord)).toEqual(['sure', 'likely', 'unsure'])
})
