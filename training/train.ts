/**
 * Trains the reader that ships with Enishi from the seed corpus and the given sets, and writes
 * models/base.bin.br, models/figures.json and the model cards. The same data and seed give the same bytes.
 *   npm run train
 * The given sets are not part of the repository: ENISHI_TEXT_DATA names their folder.
 */
import { createHash } from 'node:crypto'
import { writeFileSync } from 'node:fs'
import {
  createKnownUnits,
  foldText,
  learnUnits,
  quantise,
  shareUnknown,
  trainHeads,
} from '#language/index.ts'
import { packReaderModel, type ReaderModel } from '#understand/reader-model.ts'
import { READING_HEADS } from '#understand/reading-heads.ts'
import { fitDecisions } from './calibrate.ts'
import { type Example, readSeedCorpus } from './examples.ts'
import { figuresBy } from './figures.ts'
import { FOLDS, foldOf, scoreUnseen, trainingOptions } from './folds.ts'
import { GIVEN_SETS, hasGivenSets, readDavidson, readRated } from './given-sets.ts'
import { learnTogether, weighUnseen } from './joint.ts'
import { writeModelCards } from './model-card.ts'
import { printFigures } from './print-figures.ts'
import { trainingSetOf } from './targets.ts'
import { turnUnseen } from './turns.ts'

const NAME = 'base-5'
const SEED = 1
const MODELS = new URL('../models/', import.meta.url)

const startedAt = performance.now()
const log = (line: string) =>
  console.error(`${((performance.now() - startedAt) / 1000).toFixed(0).padStart(4)} s  ${line}`)

if (!hasGivenSets()) {
  console.error(
    `The given sets are not in ${GIVEN_SETS}; set ENISHI_TEXT_DATA to the folder that holds rated/ and davidson.csv.gz.`,
  )
  process.exit(2)
}
const seedCorpus = readSeedCorpus()
const examples: Example[] = [...seedCorpus, ...readRated(), ...readDavidson()]
log(
  `${seedCorpus.length} posts of the seed corpus, ${examples.length - seedCorpus.length} of the given sets`,
)
const set = trainingSetOf(examples)
log('features')
const alone = scoreUnseen(examples, set, SEED, log)
const joint = learnTogether(alone)
const unseen = turnUnseen(weighUnseen(alone))
log('weighed together')
const decisions = fitDecisions(unseen)
const weights = trainHeads(READING_HEADS, set, trainingOptions(SEED))
log('trained on everything')

const model: ReaderModel = {
  name: NAME,
  heads: quantise(weights),
  joint,
  ...decisions,
  known: knownUnits(examples),
  novelty: usualNovelty(seedCorpus),
}
const packed = packReaderModel(model)
writeFileSync(new URL('base.bin.br', MODELS), packed)
const byLanguage = figuresBy(unseen, ({ lang }) => lang)
const figures = {
  model: NAME,
  seed: SEED,
  sha256: createHash('sha256').update(packed).digest('hex'),
  bytes: packed.length,
  posts: seedCorpus.length,
  byLanguage,
  quantised: figuresBy(unseen, ({ lang }) => lang, 'quantised'),
  byIndustry: figuresBy(unseen, ({ lang, source }) => `${lang} ${source}`),
}
writeFileSync(new URL('figures.json', MODELS), `${JSON.stringify(figures, shorten, 2)}\n`)
writeModelCards(MODELS, figures, seedCorpus)
printFigures(byLanguage)
log(`${packed.length} bytes, sha256 ${figures.sha256}`)

function knownUnits(learnt: readonly Example[]): ReaderModel['known'] {
  const known = createKnownUnits()
  for (const { text } of learnt) learnUnits(known, foldText(text))
  return known
}

/** How much of a post is usually unknown: of posts whose fold was left out, the median and the 99th in 100. */
function usualNovelty(posts: readonly Example[]): ReaderModel['novelty'] {
  const shares = Array.from({ length: FOLDS }, (_, fold) => {
    const known = knownUnits(examples.filter((one) => foldOf(one) !== fold))
    const left = posts.filter((one) => foldOf(one) === fold)
    return left.map(({ text }) => shareUnknown(known, foldText(text)))
  }).flat()
  shares.sort((a, b) => a - b)
  const at = (share: number) => shares[Math.floor(shares.length * share)] as number
  return { usual: at(0.5), strange: Math.max(at(0.99), at(0.5) + 0.05) }
}

function shorten(_: string, value: unknown): unknown {
  return typeof value === 'number' ? Math.round(value * 100) / 100 : value
}
