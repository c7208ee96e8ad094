import {
  FeatureBag,
  headOffsets,
  type LanguageDetector,
  likelihoodsOf,
  scoreFeatures,
  shareUnknown,
  sigmoid,
} from '#language/index.ts'
import {
  type Evidence,
  INTENTS,
  type Intent,
  type Reader,
  type Reading,
  type ReadingPart,
  SENTIMENTS,
  STAGES_OR_NONE,
  STANCES,
} from '#vocabulary/index.ts'
import { type Explained, explainOutput } from './explain-reading.ts'
import type { SeenText } from './feeling.ts'
import type { ReaderModel } from './reader-model.ts'
import { addReadingFeatures } from './reading-features.ts'
import { READING_HEADS } from './reading-heads.ts'
import { findTurns } from './turns/all.ts'
import { type Push, pushesOf, pushMargins } from './turns/turn.ts'
import { weighTogether, worthOfMargins } from './weigh-together.ts'

const OFFSETS = headOffsets(READING_HEADS)
const OUTPUTS = READING_HEADS.reduce((sum, head) => sum + head.labels.length, 0)
const BINARY = [...INTENTS, 'toxicity'] as const

/** An empty text has no feature, so nothing that was learnt speaks of it: neutral, and no label holds. */
const SAYS_NOTHING = nothingSaid()

function nothingSaid(): Float64Array {
  const margins = new Float64Array(OUTPUTS).fill(-2)
  const neutral = (OFFSETS.get('sentiment') as number) + SENTIMENTS.indexOf('neutral')
  const noStage = (OFFSETS.get('stage') as number) + STAGES_OR_NONE.indexOf('none')
  const noStance = (OFFSETS.get('stance') as number) + STANCES.indexOf('none')
  for (const output of [neutral, noStage, noStance]) margins[output] = 2
  margins[OFFSETS.get('score') as number] = 0
  return margins
}

/**
 * The reader of trained models: one set of features, linear heads over them, likelihoods that were
 * fitted on industries the model had not seen. It names what it leaves open, and how much of the text
 * is like nothing it learnt from. One reader keeps its room from text to text: it is not shared between threads.
 */
export function createReader(detector: LanguageDetector, model: ReaderModel): Reader {
  const bag = new FeatureBag()
  const alone = new Float64Array(OUTPUTS)
  const margins = new Float64Array(OUTPUTS)
  return {
    model: model.name,
    read: (text, hint) => {
      const { lang, confidence } = detector.detect(text, hint?.lang)
      bag.clear()
      const seen = addReadingFeatures(bag, text, lang)
      scoreFeatures(model.heads, bag, alone)
      margins.set(alone)
      if (model.joint !== undefined) weighTogether(model.joint, margins, lang)
      const pushes = pushesOf(findTurns(seen.folded.text, lang))
      pushMargins(margins, pushes)
      if (seen.folded.text.trim() === '') margins.set(SAYS_NOTHING)
      const novelty = noveltyOf(model, seen)
      const reading = decide(model, margins, { novelty, lang })
      const evidence =
        hint?.explains === true ? explain(model, { bag, seen, alone, lang, pushes }, reading) : []
      return { lang, langConfidence: confidence, ...reading, novelty, model: model.name, evidence }
    },
  }
}

type Decided = Omit<Reading, 'lang' | 'langConfidence' | 'novelty' | 'model' | 'evidence'>

/** From margins to labels, likelihoods and what is left open. */
function decide(
  model: ReaderModel,
  margins: Float64Array,
  known: { novelty: number; lang: string },
): Decided {
  const sentiment = choose(model, margins, 'sentiment', SENTIMENTS)
  const stage = choose(model, margins, 'stage', STAGES_OR_NONE)
  const stance = choose(model, margins, 'stance', STANCES)
  const likely = binaryLikelihoods(model, margins)
  return {
    sentiment: sentiment.label,
    sentimentScore: scoreOf(margins, sentiment.likelihoods),
    sentimentConfidence: sentiment.confidence,
    intents: intentsOf(likely),
    asserted: INTENTS.filter((intent) => likely[intent] >= model.holdsFrom[intent]),
    stage: stage.label,
    stageConfidence: stage.confidence,
    stageProbabilities: byLabel(STAGES_OR_NONE, stage.likelihoods),
    stance: stance.label,
    toxicity: likely.toxicity,
    isToxic: likely.toxicity >= model.holdsFrom.toxicity,
    unsure: openParts(
      model,
      { sentiment: sentiment.confidence, stage: stage.confidence },
      likely,
      known,
    ),
  }
}

interface Chosen<Label extends string> {
  label: Label
  confidence: number
  likelihoods: Float64Array
}

function choose<Label extends string>(
  model: ReaderModel,
  margins: Float64Array,
  head: 'sentiment' | 'stage' | 'stance',
  labels: readonly Label[],
): Chosen<Label> {
  const from = OFFSETS.get(head) as number
  const likelihoods = likelihoodsOf(
    margins.subarray(from, from + labels.length),
    model.softmax[head],
  )
  let best = 0
  for (let at = 1; at < labels.length; at++) {
    if ((likelihoods[at] as number) > (likelihoods[best] as number)) best = at
  }
  return { label: labels[best] as Label, confidence: likelihoods[best] as number, likelihoods }
}

/** The outputs of the yes-or-no parts, looked up once. */
const BINARY_OUTPUTS = BINARY.map((part) => OFFSETS.get(part) as number)

function binaryLikelihoods(
  model: ReaderModel,
  margins: Float64Array,
): Record<Intent | 'toxicity', number> {
  const likely = {} as Record<Intent | 'toxicity', number>
  for (const [at, part] of BINARY.entries()) {
    const { slope, offset } = model.sigmoid[part]
    likely[part] = sigmoid(slope * (margins[BINARY_OUTPUTS[at] as number] as number) + offset)
  }
  return likely
}

function intentsOf(likely: Record<Intent | 'toxicity', number>): Record<Intent, number> {
  const { toxicity: _, ...intents } = likely
  return intents
}

function byLabel<Label extends string>(
  labels: readonly Label[],
  values: Float64Array,
): Record<Label, number> {
  return Object.fromEntries(labels.map((label, at) => [label, values[at]])) as Record<Label, number>
}

/** Half the head that learnt from ratings, half the lead of positive over negative. */
function scoreOf(margins: Float64Array, likelihoods: Float64Array): number {
  const rated = Math.max(-1, Math.min(1, (margins[OFFSETS.get('score') as number] as number) * 1.5))
  return (rated + (likelihoods[2] as number) - (likelihoods[0] as number)) / 2
}

/** A text like nothing learnt leaves open whatever the margins say of it. */
const STRANGE = 0.9
/** The languages that the model learnt; a text of emoji alone (`und`) reads the same in all. */
const LEARNT = ['ja', 'en', 'und']

type Likely = Record<Intent | 'toxicity', number>

function openParts(
  { opensBelow, holdsFrom }: ReaderModel,
  sure: { sentiment: number; stage: number },
  likely: Likely,
  { novelty, lang }: { novelty: number; lang: string },
): ReadingPart[] {
  const holds = (part: Intent | 'toxicity') => likely[part] >= holdsFrom[part]
  if (novelty >= STRANGE || !LEARNT.includes(lang)) {
    return ['sentiment', 'stage', ...BINARY.filter(holds)]
  }
  const open: ReadingPart[] = []
  if (sure.sentiment < opensBelow.sentiment) open.push('sentiment')
  if (sure.stage < opensBelow.stage) open.push('stage')
  for (const part of BINARY) {
    // What is said is what has to be likely: a label may hold from less than an even chance.
    const said = holds(part) ? likely[part] : 1 - likely[part]
    if (said < opensBelow[part]) open.push(part)
  }
  return open
}

function noveltyOf({ known, novelty }: ReaderModel, seen: SeenText): number {
  const share = shareUnknown(known, seen.folded.text)
  const above = (share - novelty.usual) / (novelty.strange - novelty.usual)
  return Math.max(0, Math.min(1, above))
}

interface Scored {
  bag: FeatureBag
  seen: SeenText
  /** The margin of each head by itself. */
  alone: Float64Array
  lang: string
  /** What turns added to the margins, weighed together as they were. */
  pushes: readonly Push[]
}

function explain(model: ReaderModel, scored: Scored, reading: Decided): Evidence[] {
  const { bag, seen, alone, lang, pushes } = scored
  return whatToExplain(reading).flatMap((explained) => {
    const worth = worthOfMargins(model.joint, alone, lang, explained.output)
    const pushed = pushes.filter(({ output }) => output === explained.output)
    return explainOutput(model.heads, bag, seen, { ...explained, worth, pushed })
  })
}

type Answered = Omit<Explained, 'worth' | 'pushed'> & { output: number }

/** The labels that were chosen, the stance where there is one, and the intents that hold. */
function whatToExplain(reading: Decided): Answered[] {
  const output = (head: string, labels: readonly string[], label: string) =>
    (OFFSETS.get(head) as number) + labels.indexOf(label)
  const sentiment: Answered = {
    of: 'sentiment',
    label: reading.sentiment,
    output: output('sentiment', SENTIMENTS, reading.sentiment),
  }
  const stage: Answered = {
    of: 'stage',
    label: reading.stage,
    output: output('stage', STAGES_OR_NONE, reading.stage),
  }
  const stance: Answered[] =
    reading.stance === 'none'
      ? []
      : [
          {
            of: 'stance',
            label: reading.stance,
            output: output('stance', STANCES, reading.stance),
          },
        ]
  const binary = [...reading.asserted, ...(reading.isToxic ? (['toxicity'] as const) : [])]
  return [
    sentiment,
    stage,
    ...stance,
    ...binary.map((part): Answered => ({ of: part, output: OFFSETS.get(part) as number })),
  ]
}
