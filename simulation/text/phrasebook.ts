import type { Claim, Community, Question, Register } from './text-request.ts'

/**
 * Fragments of one kind by register, one a line. In a line:
 * `{P}` product, `{R}` rival, `{K}` the category as a noun, `{M}` the maker, `{C}` a claim as whole
 * sentences, `{2-5}` a number, `[this|that]` a choice; `@kettle,flask ` in front: only for these.
 */
export type Tones = Partial<Record<Register, string>>

/** What an opener or an afterthought must go with. */
export type Mood =
  | 'daily'
  | 'noticing'
  | 'curious'
  | 'eager'
  | 'glad'
  | 'sour'
  | 'help'
  | 'flat'
  | 'answer'

/** Purposes that speak about a product in the words of a person. */
export const PRODUCT_PURPOSES = [
  'discover',
  'ask',
  'compare',
  'intend',
  'recommend',
  'warn',
  'delight',
  'so-so',
  'complain',
  'support',
  'renew',
  'leave',
  'answer-for',
  'answer-against',
] as const
export type ProductPurpose = (typeof PRODUCT_PURPOSES)[number]

/** Texts of offices are made of three parts that go together in any mixture. */
export interface OfficeText {
  heads: string
  bodies: string
  ends: string
}

export type Reactions = Readonly<Record<'first' | 'next', Tones>>

/** Everything that one language has to say. */
export interface Phrasebook {
  /** Whole posts about a product. */
  kernels: Readonly<Record<ProductPurpose, Tones>>
  /** Whole posts around a claim, by the sign that the claim must have. */
  shells: Readonly<Record<'good' | 'bad', Partial<Record<ProductPurpose, Tones>>>>
  claims: Readonly<Record<Claim, Tones>>
  /** Whole posts that ask what recurs. */
  questions: Readonly<Record<Question, Tones>>
  openers: Readonly<Record<Mood, Tones>>
  codas: Readonly<Record<Mood, Tones>>
  daily: Tones
  communities: Readonly<Record<Community, Tones>>
  /** Answers that decide nothing: a first reaction and what may follow it; to daily life, to all. */
  reactions: Reactions
  /** The same to what is about a product. */
  reactionsTo: Readonly<Record<'wondering' | 'praise' | 'blame' | 'office', Reactions>>
  /** Longer asides of those who write long. */
  digressions: string
  announce: OfficeText
  report: OfficeText
  staffAnswer: Readonly<Record<'thanks' | 'sorry', OfficeText>>
  hashtags: Readonly<Record<Community, readonly string[]>>
  emoji: Readonly<Record<Mood, readonly string[]>>
  /** Whose fragments a register may use besides its own. */
  borrows: Readonly<Partial<Record<Register, Register>>>
}
