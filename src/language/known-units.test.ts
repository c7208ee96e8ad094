import fc from 'fast-check'
import { expect, it } from 'vitest'
import { foldText } from './fold.ts'
import { createKnownUnits, learnUnits, shareUnknown } from './known-units.ts'

it('knows every text that it learnt', () => {
  fc.assert(
    fc.property(
      fc.array(fc.string({ unit: 'grapheme', maxLength: 60 }), { maxLength: 20 }),
      (texts) => {
        const known = createKnownUnits()
        for (const text of texts) learnUnits(known, foldText(text))
        for (const text of texts) expect(shareUnknown(known, foldText(text))).toBe(0)
      },
    ),
  )
})

it('finds texts in other words unknown, the more the longer they are', () => {
  const known = createKnownUnits()
  learnUnits(known, foldText('the battery lasts all day 電池がよくもつ'))
  expect(shareUnknown(known, foldText('quarterly zebra telemetry'))).toBeCloseTo(3 / 9, 12)
  expect(shareUnknown(known, foldText('古民家再生の申請窓口'))).toBeCloseTo(8 / 14, 12)
  expect(shareUnknown(known, foldText('the battery exploded'))).toBeCloseTo(1 / 9, 12)
})

it('takes few strangers for known after 150,000 units', () => {
  const known = createKnownUnits()
  for (let at = 0; at < 150_000; at++) learnUnits(known, `w${at.toString(36)}x`)
  let taken = 0
  for (let at = 0; at < 10_000; at++) taken += 1 - 7 * shareUnknown(known, `q${at.toString(36)}z`)
  expect(taken / 10_000).toBeLessThan(0.04)
})
