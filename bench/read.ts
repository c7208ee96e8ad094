/**
 * Texts read per second on one thread: the whole reading of a post (language, sentiment, stage,
 * stance, 2,000 topics, search tokens) and its parts. Usage: node bench/read.ts [seconds per row]
 */
import {
  createLanguageDetector,
  foldWithOffsets,
  languageDetectorWith,
  searchTokens,
} from '#language/index.ts'
import { createFirstReader, createTopicFinder, readPost } from '#understand/index.ts'
import type { Topic } from '#vocabulary/index.ts'

const ENGLISH = [
  'Just got my new headphones and the sound is amazing, totally worth the money! @acme',
  "Third week waiting for my refund. @acme your customer service is a joke, I'm done.",
  'Anyone know a good espresso machine under $300? Mine died this morning and I need coffee',
  'Torn between the Alpha 7 and the Beta 9, is the battery really that much better? #camera',
  'Lovely walk by the river this morning, the kids were feeding the ducks. Back to work tomorrow.',
  'The minister announced new rules for electric cars today according to several newspapers',
]
const JAPANESE = [
  '届いた翌日に壊れた。サポートの対応も最悪で、二度と買わない',
  'ワイヤレスイヤホン欲しいんだけど、おすすめありますか？',
  'AとBどっちにするか迷う…予算は3万円くらい',
  'ここのラーメンほんとに美味しい！また行きたい😍',
  '今日は朝から雨だったので家でのんびり映画を見ていました',
  '【公式】新発売のお知らせです。詳しくはこちら https://example.com',
]

const secondsPerRow = Number(process.argv[2] ?? '1')
const memoryBefore = process.memoryUsage().rss
const started = performance.now()
const detector = await createLanguageDetector()
const startMs = performance.now() - started
detector.detect(ENGLISH[0] ?? '')
const detectorMb = (process.memoryUsage().rss - memoryBefore) / 2 ** 20
console.log(`language detector: start ${startMs.toFixed(0)} ms, +${detectorMb.toFixed(0)} MB`)

const always = (language: string) =>
  languageDetectorWith({
    detect: () => ({ language, getScores: () => ({}), isReliable: () => true }),
  })
const finder = createTopicFinder(topics(2_000))

for (const [lang, texts] of [['en', ENGLISH] as const, ['ja', JAPANESE] as const]) {
  const reader = createFirstReader(detector)
  const readerWithoutEld = createFirstReader(always(lang))
  print(lang, 'fold', texts, foldWithOffsets)
  print(lang, 'search tokens', texts, searchTokens)
  print(lang, 'language', texts, (text) => detector.detect(text))
  print(lang, 'topics (2,000)', texts, (text) => finder.find(text))
  print(lang, 'reader without eld', texts, (text) => readerWithoutEld.read(text))
  print(lang, 'reader', texts, (text) => reader.read(text))
  print(lang, 'readPost', texts, (text) => readPost(reader, finder, text))
}
console.log(
  `memory ${(process.memoryUsage().rss / 2 ** 20).toFixed(0)} MB, node ${process.version}`,
)

function print(lang: string, what: string, texts: string[], work: (text: string) => unknown): void {
  for (let round = 0; round < 200; round++) {
    for (const text of texts) work(vary(text, round))
  }
  const before = process.cpuUsage()
  const begun = performance.now()
  let count = 0
  while (performance.now() - begun < secondsPerRow * 1000) {
    for (const text of texts) work(vary(text, count++))
  }
  const { user, system } = process.cpuUsage(before)
  const perSecond = count / ((user + system) / 1e6)
  console.log(
    `${lang}  ${what.padEnd(20)} ${perSecond.toFixed(0).padStart(8)} texts per CPU-second`,
  )
}

/** No text twice, so that nothing is found remembered. */
function vary(text: string, round: number): string {
  return `${text} ${round}`
}

function topics(count: number): Topic[] {
  return Array.from({ length: count }, (_, index) => ({
    id: `topic-${index}`,
    name: `Product ${index}`,
    kind: 'own',
    aliases: [`商品${index}`, `brand${index}`],
  }))
}
