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

/** A piece of text that moved a reading, with how much and which way. */
export interface Evidence {
  of: 'sentiment' | 'stage' | 'stance' | 'topic'
  text: string
  weight: number
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
  stage: StageOrNone
  stageConfidence: number
  stance: Stance
  /** Name and version of what read it. */
  model: string
  evidence: Evidence[]
}

/** The reading port: a text goes in, what it says and how sure that is comes out. Pure and synchronous. */
export interface Reader {
  model: string
  read(text: string, hint?: { lang?: string }): Reading
}
