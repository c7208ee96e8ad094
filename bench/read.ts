/**
 * Posts read per CPU-second on one thread: the whole reading (language, features, all heads, 2,000
 * topics, search tokens) and its parts, beside VADER and kuromoji in the same run. The posts are those
 * of corpus/. Usage: node bench/read.ts [seconds per row]
 */
import { fileURLToPath } from 'node:url'
import { TokenizerBuilder } from '@patdx/kuromoji'
import NodeDictionaryLoader from '@patdx/kuromoji/node'
import vader from 'vader-sentiment'
import { FeatureBag, foldWithOffsets, searchTokens } from '#language/index.ts'
import {
  createReader,
  createTopicFinder,
  loadBaseModel,
  loadLanguageDetector,
  readPost,
} from '#understand/index.ts'
import { addReadingFeatures } from '#understand/reading-features.ts'
import type { Topic } from '#vocabulary/index.ts'
import { readSeedCorpus } from '../training/examples.ts'
import { describeMachine } from './measure.ts'

const secondsPerRow = Number(process.argv[2] ?? '2')
const TEXTS = 5_000
const WARM_UP = 2_000
const corpus = readSeedCorpus()
console.log(describeMachine())
const startedAt = performance.now()
const detector = await loadLanguageDetector()
const reader = createReader(detector, loadBaseModel())
reader.read('warm')
console.log(
  `reader: start ${(performance.now() - startedAt).toFixed(0)} ms, memory ${memoryMb()} MB`,
)
const finder = createTopicFinder(topics(2_000))
const bag = new FeatureBag()

for (const lang of ['en', 'ja']) {
  const texts = corpus
    .filter((post) => post.lang === lang)
    .map((post) => post.text)
    .slice(0, TEXTS)
  const units = texts.reduce((sum, text) => sum + text.length, 0) / texts.length
  console.log(`${lang}: ${texts.length} posts, ${units.toFixed(0)} characters on average`)
  print('fold', texts, foldWithOffsets)
  print('search tokens', texts, searchTokens)
  print('language', texts, (text) => detector.detect(text))
  print('topics (2,000)', texts, (text) => finder.find(text))
  print('features', texts, (text) => {
    bag.clear()
    addReadingFeatures(bag, text, lang)
  })
  const own = print('reader', texts, (text) => reader.read(text))
  print('reader with evidence', texts, (text) => reader.read(text, { explains: true }))
  print('reader, topics, tokens', texts, (text) => readPost(reader, finder, text))
  const peer = lang === 'en' ? vaderOf() : await kuromojiOf()
  const theirs = print(peer.name, texts, peer.work)
  console.log(`    the reader does ${(own / theirs).toFixed(2)} posts for each of ${peer.name}`)
}
console.log(`memory ${memoryMb()} MB (kuromoji's dictionary included)`)

function vaderOf() {
  const analyzer = vader.SentimentIntensityAnalyzer
  return { name: 'VADER', work: (text: string): unknown => analyzer.polarity_scores(text) }
}

async function kuromojiOf() {
  console.log(`    memory before kuromoji ${memoryMb()} MB`)
  const dictionary = fileURLToPath(
    import.meta.resolve('@patdx/kuromoji/node').replace('build/node.mjs', 'dict/'),
  )
  const loader = new NodeDictionaryLoader({ dic_path: dictionary })
  const tokenizer = await new TokenizerBuilder({ loader }).build()
  return { name: 'kuromoji', work: (text: string): unknown => tokenizer.tokenize(text) }
}

function print(what: string, texts: readonly string[], work: (text: string) => unknown): number {
  for (let turn = 0; turn < WARM_UP; turn++) work(texts[turn % texts.length] as string)
  const before = process.cpuUsage()
  const begun = performance.now()
  let count = 0
  while (performance.now() - begun < secondsPerRow * 1000) {
    for (let turn = 0; turn < 50; turn++) work(texts[count++ % texts.length] as string)
  }
  const { user, system } = process.cpuUsage(before)
  const perSecond = count / ((user + system) / 1e6)
  console.log(`    ${what.padEnd(24)} ${perSecond.toFixed(0).padStart(8)} posts per CPU-second`)
  return perSecond
}

function memoryMb(): string {
  return (process.memoryUsage().rss / 2 ** 20).toFixed(0)
}

function topics(count: number): Topic[] {
  return Array.from({ length: count }, (_, index) => ({
    id: `topic-${index}`,
    name: `Product ${index}`,
    kind: 'own',
    aliases: [`商品${index}`, `brand${index}`],
  }))
}
