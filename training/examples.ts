import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import {
  INTENTS,
  type Intent,
  SENTIMENTS,
  type Sentiment,
  STAGES_OR_NONE,
  type StageOrNone,
  type Stance,
} from '#vocabulary/index.ts'

/** A text to learn from, with what is known of it. */
export interface Example {
  id: string
  text: string
  lang: string
  /** Where it is from: an industry or kind of the seed corpus, or a given set. */
  source: string
  /** How much it counts; a post of the seed corpus counts 1. */
  weight: number
  sentiment?: Sentiment
  /** -1 .. 1, where people rated it. */
  score?: number
  intents?: ReadonlySet<Intent>
  /** Of some intents only, where not all are known. */
  answers?: Partial<Record<Intent, boolean>>
  stage?: StageOrNone
  isToxic?: boolean
  /** The fold that leaves it out, where its source doesn't say. */
  fold?: number
}

const CORPUS = fileURLToPath(new URL('../corpus/', import.meta.url))
const HEADER = 'id\tsentiment\tintents\tstage\ttoxicity\ttext'

/** The seed corpus, in the order of its files. Throws with file and line where a line is malformed. */
export function readSeedCorpus(folder = CORPUS): Example[] {
  return ['en', 'ja'].flatMap((lang) =>
    readdirSync(`${folder}${lang}`)
      .filter((name) => name.endsWith('.tsv'))
      .sort()
      .flatMap((name) => readSeedFile(`${folder}${lang}/${name}`, lang, name.replace('.tsv', ''))),
  )
}

function readSeedFile(path: string, lang: string, source: string): Example[] {
  const [header, ...lines] = readFileSync(path, 'utf8').trimEnd().split('\n')
  if (header !== HEADER) throw new Error(`${path}:1: the header should be ${HEADER}`)
  return lines.map((line, at) => parseSeedLine(line, `${path}:${at + 2}`, lang, source))
}

function parseSeedLine(line: string, place: string, lang: string, source: string): Example {
  const [id, sentiment, intents, stage, toxicity, text, ...more] = line.split('\t')
  if (id === undefined || text === undefined || more.length > 0) {
    throw new Error(`${place}: six fields separated by tabs are expected`)
  }
  const labels = parseLabels([sentiment, intents, stage, toxicity], place)
  return { id, text: text.replaceAll('\\n', '\n'), lang, source, weight: 1, ...labels }
}

type Labels = Required<Pick<Example, 'sentiment' | 'intents' | 'stage' | 'isToxic'>>

function parseLabels(fields: readonly (string | undefined)[], place: string): Labels {
  const [sentiment, intents, stage, toxicity] = fields
  const named = (intents ?? '').split(',').filter(Boolean)
  return {
    sentiment: oneOf(SENTIMENTS, sentiment, place),
    intents: new Set(named.map((intent) => oneOf(INTENTS, intent, place))),
    stage: oneOf(STAGES_OR_NONE, stage, place),
    isToxic: toxicity === '1',
  }
}

/** The labels of whoever labelled a part of the corpus a second time; the texts are in the corpus. */
export function readSecondLabels(lang: string, folder = CORPUS): Example[] {
  const path = `${folder}second/${lang}.tsv`
  const [, ...lines] = readFileSync(path, 'utf8').trimEnd().split('\n')
  return lines.map((line, at) => {
    const [id = '', ...fields] = line.split('\t')
    const labels = parseLabels(fields, `${path}:${at + 2}`)
    return { id, text: '', lang, source: 'second', weight: 1, ...labels }
  })
}

function oneOf<Label extends string>(
  labels: readonly Label[],
  said: string | undefined,
  place: string,
): Label {
  const label = labels.find((one) => one === said)
  if (label === undefined) throw new Error(`${place}: "${said}" is none of ${labels.join(', ')}`)
  return label
}

/**
 * The stance that follows from the other labels, as docs/labelling.md has it: for and against by
 * what is said of the thing chosen, mixed where both are said, none where nothing is.
 */
export function stanceOf({ sentiment, intents, stage }: Example): Stance | undefined {
  if (sentiment === undefined || intents === undefined || stage === undefined) return undefined
  const praises = intents.has('praise')
  const blames = intents.has('complaint') || intents.has('churn')
  if (praises && blames) return 'mixed'
  if (praises) return sentiment === 'negative' ? 'mixed' : 'for'
  if (blames) return sentiment === 'positive' ? 'mixed' : 'against'
  if (stage !== 'satisfaction' && stage !== 'recommendation') return 'none'
  if (sentiment === 'neutral') return 'none'
  return sentiment === 'positive' ? 'for' : 'against'
}
