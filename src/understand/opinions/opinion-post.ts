import type { Intent, Sentiment, StageOrNone, Stance } from '#vocabulary/index.ts'

/** A post about the topic, as far as opinions need it. */
export interface OpinionPost {
  id: string
  /** Who says it; merged people are one. */
  personId: string
  text: string
  lang: string
  /** For the topic. */
  sentiment: Sentiment
  stance: Stance
  stage: StageOrNone
  asserted: readonly Intent[]
  /** When it was said, in ms since 1970. */
  atMs: number
  /** Whether somebody else answered it with something that is no question itself. */
  isAnswered: boolean
}

/** 1 speaks well, -1 ill, 0 neither. */
export type Side = -1 | 0 | 1

export const OPINION_KINDS = ['claim', 'question'] as const
export type OpinionKind = (typeof OPINION_KINDS)[number]

/** What finds the meanings in a text: the concepts of the lexicon, or any others of that shape. */
export interface MeaningFinder {
  readonly concepts: readonly {
    readonly id: string
    readonly kind: 'aspect' | 'claim' | 'act'
    readonly side: Side
    /** A noun of an aspect (電池, battery), what is said of it of a claim (もたない, does not last). */
    readonly name?: { readonly ja: string; readonly en: string }
  }[]
  /** Ids of claims that tell how somebody feels and nothing about what. */
  readonly feelings: ReadonlySet<string>
  /** Ids of claims that say by themselves what is spoken of (easy to clean): they need no aspect. */
  readonly whole?: ReadonlySet<string>
  /** Words with the themes that the lexicon's wordings of them are about, as they stand in vectors. */
  readonly themesOfWord?: ReadonlyMap<string, ReadonlyMap<string, number>>
  /** In a text that `foldText` folded; `index` is that of the concept. */
  find(folded: string): readonly { index: number; start: number; end: number }[]
}
