import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { createReader, loadBaseModel, loadLanguageDetector } from '#understand/index.ts'
import { INTENTS } from '#vocabulary/index.ts'
import { cohensKappa, readAgreement } from '../training/agreement.ts'
import { judgeContrasts } from '../training/contrasts.ts'
import { readSeedCorpus } from '../training/examples.ts'
import type { Figures } from '../training/figures.ts'
import { INDUSTRIES } from '../training/folds.ts'
import { judgePairs } from '../training/pairs.ts'

const models = new URL('../models/', import.meta.url)
const figures: {
  model: string
  sha256: string
  posts: number
  byLanguage: Figures[]
  quantised: Figures[]
  byIndustry: Figures[]
} = JSON.parse(readFileSync(new URL('figures.json', models), 'utf8'))

describe('the figures of the model that ships', () => {
  it('are those of the file beside them, trained on the corpus as it is', () => {
    const file = readFileSync(new URL('base.bin.br', models))
    expect(createHash('sha256').update(file).digest('hex')).toBe(figures.sha256)
    expect(loadBaseModel().name).toBe(figures.model)
    expect(readSeedCorpus()).toHaveLength(figures.posts)
  })

  it.each(figures.byLanguage)(
    '$group: on industries never learnt from, no worse than aimed at',
    ({ choices, binary }) => {
      expect(choices.sentiment.macroF1).toBeGreaterThanOrEqual(75)
      expect(choices.stage.macroF1).toBeGreaterThanOrEqual(65)
      for (const intent of INTENTS)
        expect([intent, binary[intent].f1 >= 65]).toEqual([intent, true])
      for (const intent of [
        'question',
        'complaint',
        'purchase',
        'recommendation_sought',
        'recommendation_given',
      ] as const) {
        expect([intent, binary[intent].f1 >= 75]).toEqual([intent, true])
      }
      for (const { calibrationError } of Object.values(choices))
        expect(calibrationError).toBeLessThan(5)
      for (const { calibrationError } of Object.values(binary))
        expect(calibrationError).toBeLessThan(5)
    },
  )

  it('lose under half a point by weights of one byte', () => {
    for (const [at, { choices }] of figures.byLanguage.entries()) {
      for (const head of ['sentiment', 'stage'] as const) {
        const small = figures.quantised[at]?.choices[head].macroF1 ?? 0
        expect(choices[head].macroF1 - small).toBeLessThan(0.5)
      }
    }
  })

  it('cover every industry in both languages', () => {
    const groups = figures.byIndustry.map(({ group }) => group).sort()
    const all = ['en', 'ja'].flatMap((lang) => INDUSTRIES.map((industry) => `${lang} ${industry}`))
    expect(groups).toEqual(all.sort())
  })
})

describe('the seed corpus', () => {
  it('has 3,000 posts a language and more, none twice, with 15 industries', () => {
    const corpus = readSeedCorpus()
    for (const lang of ['en', 'ja']) {
      const posts = corpus.filter((post) => post.lang === lang)
      expect(posts.length).toBeGreaterThan(3_000)
      expect(new Set(posts.map(({ text }) => text)).size).toBe(posts.length)
      const sources = new Set(posts.map(({ source }) => source))
      for (const industry of INDUSTRIES) expect(sources).toContain(industry)
    }
    expect(new Set(corpus.map(({ id }) => id)).size).toBe(corpus.length)
  })

  it('is labelled twice for a quarter, and the labels agree', () => {
    const corpus = readSeedCorpus()
    for (const { lang, posts, parts } of readAgreement(corpus)) {
      const all = corpus.filter((post) => post.lang === lang).length
      expect(posts / all).toBeGreaterThanOrEqual(0.25)
      for (const { kappa } of Object.values(parts)) expect(kappa).toBeGreaterThan(0.8)
    }
  })
})

it("Cohen's kappa is that of his example", () => {
  // 50 people judged by two: both yes 20, both no 15, yes/no 5, no/yes 10: kappa 0.4.
  const pairs = [
    ...Array.from({ length: 20 }, () => ['yes', 'yes'] as const),
    ...Array.from({ length: 5 }, () => ['yes', 'no'] as const),
    ...Array.from({ length: 10 }, () => ['no', 'yes'] as const),
    ...Array.from({ length: 15 }, () => ['no', 'no'] as const),
  ]
  expect(cohensKappa(pairs).kappa).toBeCloseTo(0.4, 12)
})

/**
 * The aim is 85 in 100; these floors stand a little below what is reached, so that it cannot fall unseen.
 * The third sets alone are of pairs that no turn was written from.
 */
const PAIRS_REACHED = [
  { lang: 'en', set: 'first', pairs: 200, right: 0.96 },
  { lang: 'en', set: 'second', pairs: 200, right: 0.95 },
  { lang: 'en', set: 'third', pairs: 100, right: 0.62 },
  { lang: 'ja', set: 'first', pairs: 200, right: 0.94 },
  { lang: 'ja', set: 'second', pairs: 200, right: 0.93 },
  { lang: 'ja', set: 'third', pairs: 100, right: 0.6 },
] as const

describe('minimal pairs', () => {
  it.each(PAIRS_REACHED)('$lang, $set set: no worse than before', async (reached) => {
    const reader = createReader(await loadLanguageDetector(), loadBaseModel())
    const pairs = judgePairs(reader, reached.lang, reached.set)
    expect(pairs.length).toBeGreaterThanOrEqual(reached.pairs)
    const right = pairs.filter(({ isRight }) => isRight).length / pairs.length
    expect(right).toBeGreaterThanOrEqual(reached.right)
  })
})

describe('what the reader leaves open', () => {
  it('leaves open every yes that is hardly likelier than a no, and every no likewise', async () => {
    const reader = createReader(await loadLanguageDetector(), loadBaseModel())
    let [opened, closed] = [0, 0]
    for (const { text, lang } of readSeedCorpus().filter((_, at) => at % 40 === 0)) {
      const { asserted, intents, unsure } = reader.read(text, { lang })
      for (const intent of INTENTS) {
        const said = asserted.includes(intent) ? intents[intent] : 1 - intents[intent]
        expect(unsure.includes(intent), `${intent} ${said} of ${text}`).toBe(said < 0.6)
        if (!asserted.includes(intent)) continue
        if (said < 0.4) opened++
        else if (said >= 0.6) closed++
      }
    }
    expect(opened).toBeGreaterThan(0)
    expect(closed).toBeGreaterThan(opened)
  })
})

/** Nothing learns from contrasts; floors a little below what is reached, as of the pairs. */
it.each([
  { lang: 'en', contrasts: 600, right: 0.45 },
  { lang: 'ja', contrasts: 700, right: 0.57 },
])('contrasts, $lang: no worse than before', async (reached) => {
  const reader = createReader(await loadLanguageDetector(), loadBaseModel())
  const figures = judgeContrasts(reader, reached.lang)
  const right = figures.reduce((sum, one) => sum + one.right, 0)
  const all = figures.reduce((sum, one) => sum + one.of, 0)
  expect(all).toBeGreaterThanOrEqual(reached.contrasts)
  expect(right / all).toBeGreaterThanOrEqual(reached.right)
})
