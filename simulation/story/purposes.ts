import type { Stage, Stance } from '#vocabulary/index.ts'
import type { Product } from '../cast/company.ts'
import { happens, pick, pickWeighted } from '../chance/draws.ts'
import {
  type Chance,
  type Claim,
  type Purpose,
  QUESTIONS,
  type Question,
} from '../text/text-request.ts'
import type { Level, Standing } from '../world.ts'
import type { Mood } from './mechanism.ts'

/** What a post of each purpose shows of its author's decision. */
const SHOWN: Record<Purpose, [Stage | 'none', Stance]> = {
  'daily-life': ['none', 'none'],
  'community-talk': ['none', 'none'],
  discover: ['discovery', 'none'],
  ask: ['evaluation', 'none'],
  compare: ['evaluation', 'none'],
  intend: ['evaluation', 'none'],
  recommend: ['recommendation', 'for'],
  warn: ['recommendation', 'against'],
  delight: ['satisfaction', 'for'],
  'so-so': ['satisfaction', 'mixed'],
  complain: ['satisfaction', 'against'],
  support: ['satisfaction', 'none'],
  renew: ['satisfaction', 'for'],
  leave: ['satisfaction', 'against'],
  'answer-for': ['recommendation', 'for'],
  'answer-against': ['recommendation', 'against'],
  react: ['none', 'none'],
  announce: ['none', 'none'],
  report: ['none', 'none'],
  'staff-answer': ['none', 'none'],
}

export function shownBy(purpose: Purpose): { stage: Stage | 'none'; stance: Stance } {
  const [stage, stance] = SHOWN[purpose]
  return { stage, stance }
}

/** Whether the words can move others: whatever is about a product, but for mere reactions. */
export function canMove(purpose: Purpose): boolean {
  return !['daily-life', 'community-talk', 'react'].includes(purpose)
}

/** What the author had done about the product when these words were said. */
export function levelOf(purpose: Purpose): Level {
  const { stage, stance } = shownBy(purpose)
  if (stance === 'against') return 'advises-against'
  if (stage === 'recommendation') return 'recommends'
  return stage === 'satisfaction' ? 'bought' : 'knows'
}

/** Why somebody who stands there, in that mood, speaks of a product. */
export function purposeFor(
  standing: Exclude<Standing, 0>,
  mood: Mood,
  isIncident: boolean,
  chance: Chance,
): Purpose {
  switch (standing) {
    case 1:
      return 'discover'
    case 2:
      return pickWeighted(chance, [
        ['ask', 4],
        ['compare', 3],
        ['intend', 3],
      ])
    case 3:
      return mood < 0 ? 'warn' : 'recommend'
    case 4:
      return satisfactionPurpose(mood, isIncident, chance)
  }
}

function satisfactionPurpose(mood: Mood, isIncident: boolean, chance: Chance): Purpose {
  if (isIncident) return mood > 0 ? 'support' : 'complain'
  const weights: Record<Mood, readonly (readonly [Purpose, number])[]> = {
    1: [
      ['delight', 7],
      ['so-so', 1],
      ['support', 1],
    ],
    0: [
      ['so-so', 6],
      ['delight', 2],
      ['support', 2],
    ],
    [-1]: [
      ['complain', 6],
      ['support', 3],
      ['so-so', 1],
    ],
  }
  return pickWeighted(chance, weights[mood])
}

const CLAIMS_SAID = 0.62

/** What is claimed of the product in such a post, if anything; those named first recur most. */
export function claimFor(purpose: Purpose, product: Product, chance: Chance): Claim | undefined {
  const { stance } = shownBy(purpose)
  if (stance === 'none' || chance() >= CLAIMS_SAID) return undefined
  const side = stance === 'mixed' ? pick(chance, ['for', 'against'] as const) : stance
  const claims = side === 'for' ? product.claimsFor : product.claimsAgainst
  return pickWeighted(
    chance,
    claims.map((claim, i) => [claim, 1 / (i + 1)] as const),
  )
}

const QUESTIONS_RECUR = 0.7

/** Which of the recurring questions is asked in such a post, if any; each product is asked all. */
export function questionFor(purpose: Purpose, chance: Chance): Question | undefined {
  return purpose === 'ask' && happens(chance, QUESTIONS_RECUR) ? pick(chance, QUESTIONS) : undefined
}

/** How many answers a post of each purpose gets in the mean. */
export const ANSWERS_MEAN: Record<Purpose, number> = {
  'daily-life': 0.07,
  'community-talk': 0.14,
  discover: 0.25,
  ask: 1.3,
  compare: 1,
  intend: 0.3,
  recommend: 0.4,
  warn: 0.5,
  delight: 0.3,
  'so-so': 0.2,
  complain: 0.6,
  support: 0.8,
  renew: 0.15,
  leave: 0.35,
  'answer-for': 0.25,
  'answer-against': 0.35,
  react: 0.08,
  announce: 0.25,
  report: 0.3,
  'staff-answer': 0.25,
}
