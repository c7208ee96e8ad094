import fc from 'fast-check'
import { expect, test } from 'vitest'
import { packTexts, textIn } from './packed-texts.ts'

test('every text comes out as it went in, half of a pair of surrogates, too', () => {
  const unit = fc.constantFrom('', 'a', 'é', 'ÿ', 'Ā', '縁', '🌸', '\ud83c', '\udf38', '\0')
  const text = fc.array(unit, { maxLength: 6 }).map((units) => units.join(''))
  fc.assert(
    fc.property(fc.array(text), (texts) => {
      const packed = packTexts(texts)
      expect(texts.map((_, at) => textIn(packed, at))).toEqual(texts)
    }),
  )
})
