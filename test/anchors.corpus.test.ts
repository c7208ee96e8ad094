import { readFileSync } from 'node:fs'
import { parse } from 'csv-parse/sync'
import { describe, expect, it } from 'vitest'
import { loadLanguageDetector } from '#understand/index.ts'
import { readSeedCorpus } from '../training/examples.ts'
import { GIVEN_SETS, hasGivenSets, readRated } from '../training/given-sets.ts'
import { type LabelledText, learnLabels } from '../training/label-texts.ts'
import { correlation, mean } from '../training/measure.ts'
import { trainRated } from '../training/rated.ts'

/** The engine on published tasks; each floor is what the groundwork measured or what is aimed at. */
describe.skipIf(!hasGivenSets())(`the engine on the given sets in ${GIVEN_SETS}`, () => {
  it('tells 77 banking intents apart: accuracy 90, the mean of four eighths of the training part', () => {
    const rows: string[][] = parse(readFileSync(`${GIVEN_SETS}/banking77/train.csv`), {
      from_line: 2,
    })
    const all = rows.map(([text = '', label = '']) => ({ text, label }))
    const accuracies = [0, 1, 3, 5].map((eighth) => {
      const held = all.filter((_, at) => at % 8 === eighth)
      const train = all.filter((_, at) => at % 8 !== eighth)
      const say = learnLabels(train, { cost: 2, positiveCost: 3 })
      return shareRight(held, say(held.map(({ text }) => text)))
    })
    console.info(`banking77: accuracy ${accuracies.map(percent).join(', ')}`)
    expect(mean(accuracies)).toBeGreaterThanOrEqual(0.9)
  }, 300_000)

  it('tells 150 intents apart and what is none of them, at one threshold', () => {
    const { train, val, oos_train, oos_val } = readClinc()
    // What is out of scope is shown by examples: the set's hundred, and posts about anything else.
    const others = readSeedCorpus()
      .filter(({ lang }, at) => lang === 'en' && at % 5 === 0)
      .map(({ text }) => ({ text, label: 'oos' }))
    const oos = Array.from({ length: 5 }, () => oos_train).flat()
    const say = learnLabels([...train, ...oos, ...others])
    const inScope = say(val.map(({ text }) => text))
    const outside = say(oos_val.map(({ text }) => text))
    const answers = (said: { label: string; margin: number }) =>
      said.label !== 'oos' && said.margin > OUT_OF_SCOPE_BELOW
    const right = inScope.filter((said, at) => answers(said) && said.label === val[at]?.label)
    const accuracy = right.length / val.length
    const recall = outside.filter((said) => !answers(said)).length / outside.length
    console.info(`CLINC150: in scope ${percent(accuracy)}, out of scope recall ${percent(recall)}`)
    expect(accuracy).toBeGreaterThanOrEqual(0.92)
    expect(recall).toBeGreaterThanOrEqual(0.5)
  }, 600_000)

  it('follows the mean of 20 raters of tweets that it did not learn from', () => {
    const tweets = readRated().filter(({ source }) => source === 'tweets')
    const held = new Set(tweets.filter((_, at) => at % 4 === 0))
    const say = trainRated([
      ...readSeedCorpus(),
      ...readRated().filter(({ id }) => ![...held].some((one) => one.id === id)),
    ])
    const truth = [...held].map(({ score }) => score ?? 0)
    const found = correlation(truth, say([...held]))
    console.info(
      `rated tweets: correlation ${found.toFixed(3)} with the raters' mean, of ${held.size}`,
    )
    expect(found).toBeGreaterThanOrEqual(0.8)
  }, 180_000)

  it('tells Japanese, English and other tongues apart: 98 in 100', async () => {
    const detector = await loadLanguageDetector()
    const tweets = readRated().filter(({ source }) => source === 'tweets')
    const posts = readSeedCorpus().filter(({ lang, source }) => lang === 'ja' && source !== 'spam')
    const sib = ['ja', 'en'].flatMap((lang) => readSib(lang).map((text) => ({ text, lang })))
    for (const [name, texts] of Object.entries({
      'English tweets': tweets,
      'Japanese posts': posts,
      'SIB-200': sib,
    })) {
      const right = texts.filter(({ text, lang }) => detector.detect(text).lang === lang).length
      console.info(`language of ${name}: ${percent(right / texts.length)} of ${texts.length}`)
      expect(right / texts.length).toBeGreaterThanOrEqual(0.98)
    }
  })
})

/** A best label that leads zero by less than this is no answer; chosen on the training part. */
const OUT_OF_SCOPE_BELOW = -0.65

function shareRight(truth: readonly LabelledText[], said: readonly { label: string }[]): number {
  return truth.filter(({ label }, at) => label === said[at]?.label).length / truth.length
}

function percent(share: number): string {
  return `${(100 * share).toFixed(1)} %`
}

function readClinc(): Record<'train' | 'val' | 'oos_train' | 'oos_val', LabelledText[]> {
  const sets: Record<string, [string, string][]> = JSON.parse(
    readFileSync(`${GIVEN_SETS}/clinc150/train-val.json`, 'utf8'),
  )
  const of = (name: string) => (sets[name] ?? []).map(([text, label]) => ({ text, label }))
  return { train: of('train'), val: of('val'), oos_train: of('oos_train'), oos_val: of('oos_val') }
}

function readSib(lang: string): string[] {
  return ['train', 'dev'].flatMap((part) =>
    readFileSync(`${GIVEN_SETS}/sib200/${lang}/${part}.tsv`, 'utf8')
      .trimEnd()
      .split('\n')
      .slice(1)
      .map((line) => line.split('\t')[2] ?? ''),
  )
}
