/** What is understood of a post. The words are those of the glossary in docs. */
export const SENTIMENTS = ['negative', 'neutral', 'positive'] as const
export type Sentiment = (typeof SENTIMENTS)[number]

/** Where a person is in a decision, in the order of the cycle. */
export const STAGES = ['discovery', 'evaluation', 'recommendation', 'satisfaction'] as const
export type Stage = (typeof STAGES)[number]

export const STAGES_OR_NONE = ['none', ...STAGES] as const
export type StageOrNone = (typeof STAGES_OR_NONE)[number]

export const STANCES = ['for', 'against', 'mixed', 'none'] as const
export type Stance = (typeof STANCES)[number]

/** What the author wants or does with a post; any number of them hold at once. */
export const INTENTS = [
  'question',
  'complaint',
  'praise',
  'purchase',
  'recommendation_sought',
  'recommendation_given',
  'support',
  'feature',
  'churn',
  'spam',
] as const
export type Intent = (typeof INTENTS)[number]

/** The parts of a reading that are decided, and can be corrected, one by one. */
export const READING_PARTS = ['sentiment', 'stage', 'stance', ...INTENTS, 'toxicity'] as const
export type ReadingPart = (typeof READING_PARTS)[number]

/** A piece of text that moved a reading, with how much and which way. */
export interface Evidence {
  of: ReadingPart | 'topic'
  /** The label that it speaks for (a negative weight: against); absent where `of` says it. */
  label?: string
  text: string
  /** Place in the text as written, in UTF-16 code units; absent for evidence without a place. */
  start?: number
  end?: number
  weight: number
  /** The sign (label function) that spoke, by a name that people read; absent for words themselves. */
  rule?: { ja: string; en: string; votes: string }
  /** The topic that is named there. */
  topicId?: string
}

/**
 * What a label's score is made of: `bias`, `whole`, `rest` and the weights of the evidence of that part
 * and label sum up to `score`.
 */
export interface Explanation {
  of: ReadingPart
  label?: string
  /** The margin that decides, before it is made a likelihood. */
  score: number
  /** What the score is for a text of which nothing speaks. */
  bias: number
  /** What has no place in the text: its shape, its feeling in all, signs that come together. */
  whole: number
  /** All words and signs that are too weak to be listed. */
  rest: number
}

/** Where a topic stands in a text, in UTF-16 code units of the text as written. */
export interface TopicMention {
  topicId: string
  start: number
  end: number
}

/** The understanding of one post by one model. */
export interface Reading {
  lang: string
  langConfidence: number
  sentiment: Sentiment
  /** -1 (negative) .. 1 (positive). */
  sentimentScore: number
  sentimentConfidence: number
  /** How likely each intent is, 0..1. */
  intents: Record<Intent, number>
  /** The intents that hold: each from a likelihood of its own, so nobody else compares with 0.5. */
  asserted: Intent[]
  stage: StageOrNone
  stageConfidence: number
  stageProbabilities: Record<StageOrNone, number>
  stance: Stance
  stanceConfidence: number
  /** How likely the post insults or harasses people, 0..1. */
  toxicity: number
  isToxic: boolean
  /** 0..1: how much of the text is unlike everything the model learned from. */
  novelty: number
  /** The parts that the reader would rather leave open: below the confidence at which it is right often enough. */
  unsure: ReadingPart[]
  /** Name and version of what read it. */
  model: string
  evidence: Evidence[]
  /** One for each label that the evidence is of; only where asked for. */
  explanations?: Explanation[]
}

export interface ReadingHint {
  /** What the platform claims the language to be; decides only where the text does not. */
  lang?: string
  /** Asks for the evidence, which costs as much as the reading itself. */
  explains?: boolean
  /** Topics that are named in the text, so that what they add is told apart; counts only for evidence. */
  mentions?: readonly TopicMention[]
}

/** The reading port: a text goes in, what it says and how sure that is comes out. Pure and synchronous. */
export interface Reader {
  model: string
  read(text: string, hint?: ReadingHint): Reading
}

/** A text of which more than this is unlike everything learnt is new to the reader. */
const NOVEL_FROM = 0.9
/** The languages that the reader learnt; a text of emoji alone (`und`) reads the same in all. */
const LEARNT_LANGUAGES: readonly string[] = ['ja', 'en', 'und']

/** Whether the reader has never seen the like: then it leaves everything open. */
export function isNewToReader({ novelty, lang }: Pick<Reading, 'novelty' | 'lang'>): boolean {
  return novelty >= NOVEL_FROM || !LEARNT_LANGUAGES.includes(lang)
}

/**
 * Whether a post says something else: it was read, and no stage and no intent holds or is left open.
 * What is new to the reader is not that: of it nothing is known.
 */
export function saysOther(
  reading: Pick<Reading, 'stage' | 'novelty' | 'lang'> & {
    intents: readonly Intent[]
    unsure: readonly ReadingPart[]
  },
): boolean {
  const isOpen = reading.unsure.some((part) => part !== 'sentiment' && part !== 'stance')
  const isNamed = reading.stage !== 'none' || reading.intents.length > 0
  return !isNamed && !isOpen && !isNewToReader(reading)
}

/** Who said a part of a reading as it is shown; parts that are not named are the reader's own. */
export const SAYERS = ['member', 'language-model'] as const
export type Sayer = (typeof SAYERS)[number]

/**
 * What a member can correct of a reading, one by one: what the reader reads, and that a post says
 * something other than any label.
 */
export const CORRECTED_PARTS = [...READING_PARTS, 'other'] as const
export type CorrectedPart = (typeof CORRECTED_PARTS)[number]

/** All that is decided of one post, by a model or by a person. */
export interface Judgement {
  sentiment: Sentiment
  stage: StageOrNone
  stance: Stance
  /** Those that hold; none of the others does. */
  intents: Intent[]
  toxicity: boolean
}
