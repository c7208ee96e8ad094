export type { Chance } from '#vocabulary/index.ts'

/**
 * What the world asks its writers for: one post of one person. The world decides who speaks, about
 * what and why; the phrasebooks decide how it is put.
 */

/** How a person writes, for life. */
export const REGISTERS = ['polite', 'casual', 'dialect', 'slang', 'terse', 'wordy'] as const
export type Register = (typeof REGISTERS)[number] | 'press' | 'staff'

/** Why a post is written. Those in the second row show a stage of the decision. */
export const PURPOSES = [
  // Daily life, shop talk of the community, no decision about a product: stage none.
  'daily-life',
  'community-talk',
  // Discovery: a need felt, curiosity, a vague wish.
  'discover',
  // Evaluation: a question about price or features, a comparison, the intention to buy, just ordered.
  'ask',
  'compare',
  'intend',
  // Recommendation: advice to others, for and against.
  'recommend',
  'warn',
  // Satisfaction: has it; delight, indifference, complaint, a call for help, renewal, leaving.
  'delight',
  'so-so',
  'complain',
  'support',
  'renew',
  'leave',
  // Answers to somebody's post: to a question, to a complaint, a mere reaction (stage none).
  'answer-for',
  'answer-against',
  'react',
  // Of press, company staff, partners: stage none.
  'announce',
  'report',
  'staff-answer',
] as const
export type Purpose = (typeof PURPOSES)[number]

/** A product as its world knows it: names by language, what kind of thing it is. */
export interface ProductWords {
  id: string
  /** How people call it, the usual name first: `湯気メーカー Mist 2`, `ミスト`. */
  names: { ja: readonly string[]; en: readonly string[] }
  /** The category, as a common noun: `電気ケトル` / `kettle`. */
  category: { ja: string; en: string }
  company: { ja: string; en: string }
}

/** A claim that recurs in the world in many wordings; the truth file counts it. */
export const CLAIMS = [
  'battery-dies',
  'battery-lasts',
  'support-kind',
  'support-slow',
  'easy-to-clean',
  'hard-to-clean',
  'noisy',
  'quiet',
  'price-high',
  'price-fair',
  'app-disconnects',
  'design-good',
  'delivery-late',
  'delivery-fast',
  'lasts-years',
  'breaks-early',
  'tastes-better',
  'refill-hard-to-find',
] as const
export type Claim = (typeof CLAIMS)[number]

/** A question that recurs in the world in many wordings; the truth file counts it. */
export const QUESTIONS = ['dishwasher-safe', 'smells-new', 'gift-wrapped', 'child-safe'] as const
export type Question = (typeof QUESTIONS)[number]

/** What stays the same in everything that one person writes. */
export interface Voice {
  language: 'ja' | 'en'
  register: Register
  /** From makeVoice: seeds of habits (emoji, w or lol, 。 or none, capitals, hashtags), 0 to 1. */
  habits: { emoji: number; laughter: number; punctuation: number; hashtags: number; length: number }
  /** Interests of the person's community, for daily life: `coffee`, `camping`, `games` ... */
  community: Community
}

export const COMMUNITIES = [
  'home-coffee',
  'tea',
  'camping',
  'parents',
  'office-workers',
  'students',
  'cooking',
  'gadgets',
  'running',
  'small-shops',
  'interior',
  'games',
] as const
export type Community = (typeof COMMUNITIES)[number]

export interface TextRequest {
  voice: Voice
  purpose: Purpose
  /** Absent for daily life and community talk. */
  product?: ProductWords
  /** What it is compared with or switched to. */
  rival?: ProductWords
  /** To be said in the post, in one of its many wordings. */
  claim?: Claim
  /** To be asked by the post, in one of its many wordings; only where the purpose is to ask. */
  question?: Question
  /** Of a reaction: why the post was written that it answers; absent, it goes with any. */
  answers?: Purpose
}

/** A text, what it is made of and what it claims. */
export interface WrittenText {
  text: string
  /** The text without product names, hashtags and numbers: what must not recur. */
  frame: string
  /** The claim that was said; absent when none was asked for or when it doesn't fit the purpose. */
  claim?: Claim
  /** The question that was asked; absent when none was wanted or the purpose isn't to ask. */
  question?: Question
}
