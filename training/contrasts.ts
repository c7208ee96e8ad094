import { existsSync } from 'node:fs'
import {
  type Reader,
  SENTIMENTS,
  type Sentiment,
  STAGES_OR_NONE,
  type StageOrNone,
} from '#vocabulary/index.ts'
import { chooseLabel, type Decisions, fitDecisions, likelihoodOf } from './calibrate.ts'
import type { Example } from './examples.ts'
import { FOLDS, type Unseen } from './folds.ts'
import { type MinimalPair, readPairFile, saidOf } from './pairs.ts'
import { OFFSETS } from './targets.ts'

/** The source of every post of a contrast. */
export const CONTRASTS = 'contrasts'

type Part = MinimalPair['part']

/**
 * Two posts that differ in little and therefore in some labels, written to be learnt from. The model that
 * ships doesn't: what it learnt of them did not carry over to others (docs/decisions/0048-contrasts.md).
 */
export interface Contrast {
  lang: string
  phenomenon: string
  /** Contrasts that share a post share a group, and with it the fold that leaves them out. */
  group: number
  texts: readonly [string, string]
  /** What differs, the part first that the contrast was written for. */
  labels: { part: Part; said: readonly [string, string] }[]
}

/**
 * The contrasts of a language in the order of their file; none where it has no file. A file has the
 * columns of minimal pairs; lines with the same two posts are one contrast that differs in several parts.
 */
export function readContrasts(lang: string): Contrast[] {
  const path = new URL(`../corpus/contrasts/${lang}.tsv`, import.meta.url)
  if (!existsSync(path)) return []
  const contrasts = new Map<string, Contrast>()
  const groups = new Map<string, number>()
  for (const { phenomenon, part, sides } of readPairFile(path)) {
    const texts = [sides[0].text, sides[1].text] as const
    const found = contrasts.get(texts.join('\t'))
    const group = groups.get(texts[0]) ?? groups.get(texts[1]) ?? contrasts.size
    const contrast = found ?? { lang, phenomenon, group, texts, labels: [] }
    contrast.labels.push({ part, said: [sides[0].label, sides[1].label] })
    contrasts.set(texts.join('\t'), contrast)
    for (const text of texts) groups.set(text, contrast.group)
  }
  return [...contrasts.values()]
}

/** The posts of contrasts as examples, each with what its contrasts say of it. */
export function contrastExamples(contrasts: readonly Contrast[], weight: number): Example[] {
  const examples = new Map<string, Example>()
  for (const { lang, group, texts, labels } of contrasts) {
    for (const [side, text] of texts.entries()) {
      const key = `${lang}\t${text}`
      const example = examples.get(key) ?? {
        id: `${lang}-${CONTRASTS}-${examples.size + 1}`,
        ...{ text, lang, source: CONTRASTS, weight, fold: group % FOLDS },
      }
      for (const { part, said } of labels) learnLabel(example, part, said[side as 0 | 1])
      examples.set(key, example)
    }
  }
  return [...examples.values()]
}

function learnLabel(example: Example, part: Part, label: string): void {
  if (part === 'sentiment') example.sentiment = label as Sentiment
  else if (part === 'stage') example.stage = label as StageOrNone
  else example.answers = { ...example.answers, [part]: label === 'yes' }
}

/** Contrasts of a phenomenon read right: both posts, in the part that they were written for. */
export interface ContrastFigures {
  lang: string
  phenomenon: string
  right: number
  of: number
}

/** How many contrasts of a language a reader reads right. */
export function judgeContrasts(reader: Reader, lang: string): ContrastFigures[] {
  return figuresOf(readContrasts(lang), (text, part) => saidOf(reader.read(text, { lang }), part))
}

/**
 * How many contrasts are read right, each by weights and decisions of the folds that leave it out. `unseen`
 * are the posts of the contrasts, `posts` those of the industries, to which decisions are fitted.
 */
export function judgeLeftOut(
  contrasts: readonly Contrast[],
  unseen: readonly Unseen[],
  posts: readonly Unseen[],
): ContrastFigures[] {
  const decisions = Array.from({ length: FOLDS }, (_, fold) =>
    fitDecisions(posts.filter((one) => one.fold !== fold)),
  )
  const byText = new Map(unseen.map((one) => [`${one.example.lang}\t${one.example.text}`, one]))
  return figuresOf(contrasts, (text, part, lang) => {
    const one = byText.get(`${lang}\t${text}`)
    return one && decide(one.margins, part, decisions[one.fold] as Decisions)
  })
}

function figuresOf(
  contrasts: readonly Contrast[],
  say: (text: string, part: Part, lang: string) => string | undefined,
): ContrastFigures[] {
  const isRight = ({ lang, texts, labels: [first] }: Contrast) =>
    first !== undefined &&
    texts.every((text, side) => say(text, first.part, lang) === first.said[side as 0 | 1])
  const groups = Map.groupBy(contrasts, ({ lang, phenomenon }) => `${lang}\t${phenomenon}`)
  return [...groups].map(([key, group]) => {
    const [lang = '', phenomenon = ''] = key.split('\t')
    return { lang, phenomenon, right: group.filter(isRight).length, of: group.length }
  })
}

function decide(margins: Float64Array, part: Part, decisions: Decisions): string {
  if (part === 'sentiment') return chooseLabel(margins, part, SENTIMENTS, decisions).label
  if (part === 'stage') return chooseLabel(margins, part, STAGES_OR_NONE, decisions).label
  const likely = likelihoodOf(
    margins[OFFSETS.get(part) as number] as number,
    decisions.sigmoid[part],
  )
  return likely >= decisions.holdsFrom[part] ? 'yes' : 'no'
}

/** Unseen posts of industries and those of contrasts, apart. */
export function splitContrasts(unseen: readonly Unseen[]): {
  posts: Unseen[]
  contrasts: Unseen[]
} {
  const { posts = [], contrasts = [] } = Object.groupBy(unseen, ({ example }) =>
    example.source === CONTRASTS ? 'contrasts' : 'posts',
  )
  return { posts, contrasts }
}
