import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { createLanguageDetector, type LanguageDetector } from './detect.ts'
import { ngramsFile } from './trained-detector.ts'

let detector: LanguageDetector
beforeAll(async () => {
  detector = await createLanguageDetector(readFileSync(ngramsFile(), 'utf8'))
})

describe('createLanguageDetector', () => {
  it.each([
    ['返品したいのですが、どうすればいいですか', 'ja'],
    ['最高', 'ja'],
    ['新商品発売決定、全国店舗対応', 'ja'],
    ['iPhone 15 Pro の camera がすごい', 'ja'],
    ['ｶﾜｲｲ', 'ja'],
    ['I have been waiting for my order for two weeks', 'en'],
    ['I love watching アニメ every single day with my friends at home', 'en'],
    ['this is fine ¯\\_(ツ)_/¯ whatever happens tomorrow', 'en'],
    ['lol thanks', 'en'],
    ['merci beaucoup', 'fr'],
    ['dank je wel voor alles', 'nl'],
    ['terima kasih banyak', 'ms'],
    ['molto bene grazie', 'it'],
    ['我们今天去买东西，你们来吗', 'zh'],
    ['오늘 날씨가 정말 좋네요', 'ko'],
    ['วันนี้อากาศดีมาก', 'th'],
    ['Καλημέρα σε όλους', 'el'],
    ['Сегодня очень хорошая погода в Москве', 'ru'],
    ['Das Wetter ist heute wirklich sehr schön', 'de'],
    ['No me gusta nada este producto, quiero devolverlo', 'es'],
    ['😀😀😀', 'und'],
    ['12345 !!', 'und'],
    ['', 'und'],
    ['https://example.com/これはリンクです', 'und'],
  ])('takes %j as %s', (text, lang) => {
    expect(detector.detect(text).lang).toBe(lang)
  })

  it('lets the hint decide only where the text does not', () => {
    expect(detector.detect('品質保証', 'zh-CN').lang).toBe('zh')
    expect(detector.detect('品質保証', 'ja').lang).toBe('ja')
    expect(detector.detect('ok', 'fr').lang).toBe('fr')
    expect(detector.detect('これは日本語です', 'en').lang).toBe('ja')
    expect(detector.detect('This is plainly written in English by me', 'ja').lang).toBe('en')
    expect(detector.detect('ok', 'not a tag!').lang).toBe('und')
  })

  it('is not held up by text made of address signs', () => {
    const begun = process.threadCpuUsage()
    for (const piece of ['@', 'a@', 'a.', '@a', 'http://']) detector.detect(piece.repeat(50_000))
    expect(process.threadCpuUsage(begun).user).toBeLessThan(2_000_000)
  })

  it('answers anything with a confidence', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary' }),
        fc.option(fc.string(), { nil: undefined }),
        (text, hint) => {
          const { lang, confidence } = detector.detect(text, hint)
          expect(lang).toMatch(/^[a-z]{2,3}$/)
          expect(confidence).toBeGreaterThanOrEqual(0)
          expect(confidence).toBeLessThanOrEqual(1)
        },
      ),
    )
  })
})
