/**
 * Measures what the card says of the reader that ships beyond its training: minimal pairs, opinions in
 * the sample world, the learning curve. Writes models/measurements.json and the cards; some minutes.
 *   node training/measure-model.ts
 */
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { pathToFileURL } from 'node:url'
import { createReader, loadBaseModel, loadLanguageDetector } from '#understand/index.ts'
import { readSeedCorpus } from './examples.ts'
import { type LearningCurve, measureLearningCurve } from './learning-curve.ts'
import { type ModelFigures, writeModelCards } from './model-card.ts'
import { judgePairs, PAIR_SETS, type PairSet } from './pairs.ts'
import { findPlanted, isFoundWell, meanOfPlanted } from './planted-opinions.ts'

const MODELS = new URL('../models/', import.meta.url)

/** What models/measurements.json holds. */
export interface Measurements {
  /** Of the file of the model that was measured. */
  sha256: string
  pairs: PairFigures[]
  opinions: OpinionFigures
  curve: LearningCurve
}

export interface PairFigures {
  lang: string
  set: PairSet
  phenomenon: string
  right: number
  of: number
}

/** Means over the planted claims by their posts; shares 0..1. */
export interface OpinionFigures {
  planted: number
  /** Found with both the purity and the completeness that are aimed at. */
  good: number
  twice: number
  purity: number
  strictPurity: number
  completeness: number
}

/** What was measured of the model with this hash; null where it is another's, or nothing was. */
export function readMeasurements(sha256: string): Measurements | null {
  const path = new URL('measurements.json', MODELS)
  if (!existsSync(path)) return null
  const measured = JSON.parse(readFileSync(path, 'utf8')) as Measurements
  return measured.sha256 === sha256 ? measured : null
}

async function measurePairs(): Promise<PairFigures[]> {
  const reader = createReader(await loadLanguageDetector(), loadBaseModel())
  const all = ['en', 'ja'].flatMap((lang) =>
    PAIR_SETS.flatMap((set) =>
      judgePairs(reader, lang, set).map((pair) => ({ lang, set, ...pair })),
    ),
  )
  const groups = Map.groupBy(all, ({ lang, set, phenomenon }) => `${lang} ${set} ${phenomenon}`)
  return [...groups.values()].flatMap((pairs) => {
    const [first] = pairs
    if (first === undefined) return []
    const { lang, set, phenomenon } = first
    const right = pairs.filter(({ isRight }) => isRight).length
    return [{ lang, set, phenomenon, right, of: pairs.length }]
  })
}

async function measureOpinions(): Promise<OpinionFigures> {
  const { found } = await findPlanted()
  return {
    planted: found.length,
    good: found.filter(isFoundWell).length,
    twice: found.filter(({ isTwice }) => isTwice).length,
    purity: meanOfPlanted(found, ({ purity }) => purity),
    strictPurity: meanOfPlanted(found, ({ strictPurity }) => strictPurity),
    completeness: meanOfPlanted(found, ({ completeness }) => completeness),
  }
}

async function main(): Promise<void> {
  const packed = readFileSync(new URL('base.bin.br', MODELS))
  const measured: Measurements = {
    sha256: createHash('sha256').update(packed).digest('hex'),
    pairs: await measurePairs(),
    opinions: await measureOpinions(),
    curve: await measureLearningCurve(console.log),
  }
  const shorten = (_: string, value: unknown) =>
    typeof value === 'number' ? Math.round(value * 10_000) / 10_000 : value
  const text = `${JSON.stringify(measured, shorten, 2)}\n`
  writeFileSync(new URL('measurements.json', MODELS), text)
  const figures = JSON.parse(readFileSync(new URL('figures.json', MODELS), 'utf8')) as ModelFigures
  writeModelCards(MODELS, figures, readSeedCorpus(), readMeasurements(figures.sha256))
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) await main()
