import fc from 'fast-check'
import { expect, test } from 'vitest'
import { jaroWinkler } from './jaro-winkler.ts'

/** Values published by Winkler (1990, 1999). */
test.each([
  ['MARTHA', 'MARHTA', 0.9611],
  ['DIXON', 'DICKSONX', 0.8133],
  ['DWAYNE', 'DUANE', 0.84],
  ['SHACKLEFORD', 'SHACKELFORD', 0.9818],
  ['DUNNINGHAM', 'CUNNIGHAM', 0.8963],
  ['NICHLESON', 'NICHULSON', 0.9556],
  ['JONES', 'JOHNSON', 0.8324],
  ['MASSEY', 'MASSIE', 0.9333],
  ['ABROMS', 'ABRAMS', 0.9222],
  ['JERALDINE', 'GERALDINE', 0.9259],
])('%s and %s: %d', (a, b, expected) => expect(jaroWinkler(a, b)).toBeCloseTo(expected, 4))

test('nothing is like nothing else', () => {
  expect(jaroWinkler('', '')).toBe(1)
  expect(jaroWinkler('', 'a')).toBe(0)
  expect(jaroWinkler('ab', 'cd')).toBe(0)
})

test('lies between 0 and 1, is symmetric, and 1 for the same string', () => {
  const word = fc.string({ unit: fc.constantFrom(...'abcde山田'), maxLength: 12 })
  fc.assert(
    fc.property(word, word, (a, b) => {
      const likeness = jaroWinkler(a, b)
      expect(likeness).toBeGreaterThanOrEqual(0)
      expect(likeness).toBeLessThanOrEqual(1)
      expect(jaroWinkler(b, a)).toBe(likeness)
      expect(jaroWinkler(a, a)).toBe(1)
      if (likeness === 1) expect(a).toBe(b)
    }),
  )
})

test('a long string does not disturb the next comparison', () => {
  jaroWinkler('x'.repeat(500), 'x'.repeat(400))
  expect(jaroWinkler('MARTHA', 'MARHTA')).toBeCloseTo(0.9611, 4)
})
