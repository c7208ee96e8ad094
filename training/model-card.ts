/**
 * Writes models/README.md, the card of the model that ships: what it learnt from, how well it reads,
 * what it is bad at. Training writes it; `node training/model-card.ts` writes it again from models/figures.json.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { pathToFileURL } from 'node:url'
import { type Agreement, readAgreement } from './agreement.ts'
import { tableOfLabels } from './count-corpus.ts'
import { type Example, readSeedCorpus } from './examples.ts'
import type { Figures } from './figures.ts'
import { INDUSTRIES } from './folds.ts'
import { markdownTable } from './markdown-table.ts'
import { mean } from './measure.ts'
import { type Measurements, readMeasurements } from './measure-model.ts'
import { measuredSections } from './model-card-measured.ts'
import {
  ABOUT,
  type CardLanguage,
  COLUMNS,
  INDUSTRY_NAMES,
  LABEL_NAMES,
  NOTES,
  PART_NAMES,
} from './model-card-words.ts'

/** What training found of a model; models/figures.json holds the same. */
export interface ModelFigures {
  model: string
  seed: number
  sha256: string
  /** Of the packed file. */
  bytes: number
  /** Of the seed corpus. */
  posts: number
  byLanguage: readonly Figures[]
  /** The same, by weights of one byte. */
  quantised: readonly Figures[]
  /** The group of each is 'language industry'. */
  byIndustry: readonly Figures[]
}

const LANGUAGES: readonly CardLanguage[] = ['en', 'ja']

/** Writes README.md into the folder of the models, English first, then Japanese. */
export function writeModelCards(
  folder: URL,
  figures: ModelFigures,
  corpus: readonly Example[],
  measured: Measurements | null,
): void {
  const agreement = readAgreement(corpus)
  const cards = LANGUAGES.map((language) =>
    modelCard(language, { figures, measured }, corpus, agreement),
  )
  writeFileSync(new URL('README.md', folder), `${cards.join('\n\n')}\n`)
}

/** The card in one language, as Markdown. */
export function modelCard(
  language: CardLanguage,
  { figures, measured }: { figures: ModelFigures; measured: Measurements | null },
  corpus: readonly Example[],
  agreement: readonly Agreement[],
): string {
  const about = ABOUT[language]({
    ...figures,
    megabytes: (figures.bytes / 1e6).toFixed(1),
    posts: figures.posts.toLocaleString('en'),
  })
  const notes = NOTES[language]
  const { label, language: names } = COLUMNS[language]
  return [
    about.title,
    about.other,
    about.whatItIs,
    about.data,
    tableOfLabels(corpus, [label, names.en, names.ja], (part, one) => rowName(language, part, one)),
    about.training,
    notes.scores,
    ...figures.byLanguage.flatMap((group) => scores(language, group, notes.scoresOf)),
    notes.industries,
    industryTable(language, figures.byIndustry),
    notes.quantising,
    quantisingTable(language, figures),
    notes.agreement,
    agreementTable(language, agreement),
    ...measuredSections(language, measured),
    notes.weaknesses,
    notes.people,
  ].join('\n\n')
}

function scores(
  language: CardLanguage,
  group: Figures,
  headings: Record<CardLanguage, string>,
): string[] {
  return [
    headings[group.group as CardLanguage],
    choiceTable(language, group),
    binaryTable(language, group),
  ]
}

function choiceTable(language: CardLanguage, { choices }: Figures): string {
  const column = COLUMNS[language]
  const head = [column.part, column.posts, 'F1', column.precision, column.recall]
  const more = [column.calibrationError, column.answered, column.rightWhereAnswered]
  const rows = Object.entries(choices).flatMap(([part, found]) => {
    const name = partName(language, part)
    const macro = [
      count(found.byLabel.reduce((sum, one) => sum + one.count, 0)),
      points(found.macroF1),
      points(mean(found.byLabel.map(({ precision }) => precision))),
      points(found.macroRecall),
      points(found.calibrationError),
      // The reader leaves no stance open.
      part === 'stance' ? '' : points(found.answered),
      part === 'stance' ? '' : points(found.rightWhereAnswered),
    ]
    const labels = found.byLabel.map((one) => [
      rowName(language, part, one.label),
      ...[count(one.count), ...[one.f1, one.precision, one.recall].map(points)],
      ...['', '', ''],
    ])
    return [[name, ...macro], ...labels]
  })
  return markdownTable([...head, ...more], rows)
}

function binaryTable(language: CardLanguage, { binary }: Figures): string {
  const column = COLUMNS[language]
  return markdownTable(
    [column.part, column.posts, 'F1', column.precision, column.recall, column.calibrationError],
    Object.entries(binary).map(([part, found]) => [
      partName(language, part),
      count(found.count),
      ...[found.f1, found.precision, found.recall, found.calibrationError].map(points),
    ]),
  )
}

function industryTable(language: CardLanguage, groups: readonly Figures[]): string {
  const column = COLUMNS[language]
  const parts = (['sentiment', 'stage', 'complaint'] as const).map((part) =>
    partName(language, part),
  )
  const head = LANGUAGES.flatMap((spoken) => [
    `${column.language[spoken]}: ${column.posts}`,
    ...parts,
  ])
  const cells = (industry: string, spoken: CardLanguage) => {
    const found = groups.find(({ group }) => group === `${spoken} ${industry}`)
    if (found === undefined) return ['', '', '', '']
    const { choices, binary } = found
    const f1s = [choices.sentiment.macroF1, choices.stage.macroF1, binary.complaint.f1]
    return [count(found.posts), ...f1s.map(points)]
  }
  return markdownTable(
    [column.industry, ...head],
    INDUSTRIES.map((industry) => [
      language === 'ja' ? (INDUSTRY_NAMES[industry] ?? industry) : industry,
      ...LANGUAGES.flatMap((spoken) => cells(industry, spoken)),
    ]),
  )
}

function quantisingTable(language: CardLanguage, { byLanguage, quantised }: ModelFigures): string {
  const column = COLUMNS[language]
  const head = LANGUAGES.flatMap((spoken) => [
    `${column.language[spoken]}: ${column.asTrained}`,
    column.asShipped,
    column.change,
  ])
  const f1Of = (groups: readonly Figures[], spoken: CardLanguage, part: string) =>
    f1s(groups.find(({ group }) => group === spoken)).get(part) ?? Number.NaN
  const cells = (part: string, spoken: CardLanguage) => {
    const before = f1Of(byLanguage, spoken, part)
    const after = f1Of(quantised, spoken, part)
    return [points(before), points(after), signed(after - before)]
  }
  return markdownTable(
    [column.part, ...head],
    [...f1s(byLanguage[0]).keys()].map((part) => [
      partName(language, part),
      ...LANGUAGES.flatMap((spoken) => cells(part, spoken)),
    ]),
  )
}

/** F1, or macro F1, by part. */
function f1s(group: Figures | undefined): Map<string, number> {
  if (group === undefined) return new Map()
  return new Map([
    ...Object.entries(group.choices).map(([part, { macroF1 }]) => [part, macroF1] as const),
    ...Object.entries(group.binary).map(([part, { f1 }]) => [part, f1] as const),
  ])
}

function agreementTable(language: CardLanguage, agreement: readonly Agreement[]): string {
  const column = COLUMNS[language]
  const head = agreement.flatMap(({ lang, posts }) => [
    `${column.language[lang as CardLanguage]} (${count(posts)}): ${column.kappa}`,
    column.equal,
  ])
  const cells = ({ parts }: Agreement, part: string) => {
    const found = parts[part]
    return found === undefined ? ['', ''] : [found.kappa.toFixed(2), points(100 * found.equal)]
  }
  return markdownTable(
    [column.part, ...head],
    Object.keys(agreement[0]?.parts ?? {}).map((part) => [
      partName(language, part),
      ...agreement.flatMap((one) => cells(one, part)),
    ]),
  )
}

function partName(language: CardLanguage, part: string): string {
  return language === 'en' ? part : (PART_NAMES[part as keyof typeof PART_NAMES] ?? part)
}

/** A part, or a label of a part. */
function rowName(language: CardLanguage, part: string, label?: string): string {
  const name = partName(language, part)
  if (label === undefined) return name
  return `${name}: ${language === 'en' ? label : (LABEL_NAMES[label] ?? label)}`
}

/** Rounded as figures.json has it first, so that the card is the same from either. */
function points(value: number): string {
  return (Math.round(value * 100) / 100).toFixed(1)
}

function signed(value: number): string {
  const rounded = points(value)
  return value > 0 && rounded !== '0.0' ? `+${rounded}` : rounded.replace(/^-(?=0\.0$)/, '')
}

function count(posts: number): string {
  return posts.toLocaleString('en')
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const folder = new URL('../models/', import.meta.url)
  const figures = JSON.parse(readFileSync(new URL('figures.json', folder), 'utf8')) as ModelFigures
  writeModelCards(folder, figures, readSeedCorpus(), readMeasurements(figures.sha256))
}
