import { readFileSync } from 'node:fs'
import { eld } from 'eld/small'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createTrainedDetector, ngramsFile } from './trained-detector.ts'

const detector = await createTrainedDetector(readFileSync(ngramsFile(), 'utf8'))

/** What eld itself says, in the form of ours. */
function saidByEld(text: string) {
  const result = eld.detect(text)
  const { language } = result
  const { en, [language]: own } = result.getScores()
  return { language, isReliable: result.isReliable(), en, own }
}

function saidByUs(text: string) {
  const { language, isReliable, scoreOf } = detector.detect(text)
  return { language, isReliable, en: scoreOf('en'), own: scoreOf(language) }
}

const SENTENCES = [
  '',
  ' ',
  '!?',
  'a',
  'ok',
  'The parcel came a week late and nobody answers.',
  'Don’t they test this?! `code` it\'s "quoted" …',
  'Das Paket kam zu spät, aber der Service war freundlich.',
  'El paquete llegó tarde y nadie contesta.',
  'Paczka przyszła za późno, żółć i gęś.',
  'Посылка пришла поздно, никто не отвечает.',
  'Το πακέτο άργησε πολύ.',
  'הידד, החבילה הגיעה',
  'पार्सल देर से आया',
  'बहुत 👍🏽 अच्छा \u{20000} \ud83d',
  'パーセルが遅れた。最悪',
  `${'unbreakable'.repeat(9)} ${'unbreakable'.repeat(12)} ${'unbreakable'.repeat(9)}`,
  'long words and many of them '.repeat(60),
  'ü'.repeat(2_000),
]

describe('the trained detector', () => {
  it.each(SENTENCES)('says of %j what eld says', (text) => {
    expect(saidByUs(text)).toEqual(saidByEld(text))
  })

  it('says of any text what eld says', () => {
    const word = fc.constantFrom(...SENTENCES.join(' ').slice(0, 2_000).split(' '))
    const mixed = fc.oneof(word, fc.string({ unit: 'binary', maxLength: 12 }))
    const text = fc.array(mixed, { maxLength: 40 }).map((words) => words.join(' '))
    fc.assert(
      fc.property(text, (one) => {
        expect(saidByUs(one)).toEqual(saidByEld(one))
      }),
      { numRuns: 1_000 },
    )
  })

  it('refuses n-grams that are written otherwise', async () => {
    await expect(createTrainedDetector('export const ngramsData = {}')).rejects.toThrow(/n-grams/)
  })
})
