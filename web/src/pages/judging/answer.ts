import { INTENTS, SENTIMENTS, STAGES_OR_NONE, STANCES } from '../../filters.ts'
import type { EarlierReading, Intent, Sentiment, StageOrNone, Stance } from '../../terms.ts'

type Judgement = EarlierReading['said']

/** What is chosen so far of one post. Sentiment and stage must be chosen; of the rest nothing is said until it is. */
export interface Answer {
  sentiment: Sentiment | null
  stage: StageOrNone | null
  stance: Stance
  intents: readonly Intent[]
  toxicity: boolean
}

export const BLANK: Answer = {
  ...{ sentiment: null, stage: null, stance: 'none', intents: [], toxicity: false },
}

/** Where it starts: from what the model says where that is shown, else from nothing. */
export function startFrom(said: Judgement | null): Answer {
  return said ?? BLANK
}

/** The whole judgement; undefined while something must still be chosen. */
export function judgementOf({ sentiment, stage, ...rest }: Answer): Judgement | undefined {
  if (sentiment === null || stage === null) return undefined
  return { ...rest, sentiment, stage, intents: [...rest.intents] }
}

/** One thing to choose, with the key that chooses it. */
export type Choice =
  | { part: 'sentiment'; label: Sentiment; key: string }
  | { part: 'stage'; label: StageOrNone; key: string }
  | { part: 'stance'; label: Stance; key: string }
  | { part: 'intent'; label: Intent; key: string }
  | { part: 'toxicity'; label: 'yes'; key: string }

const INTENT_KEYS: Record<Intent, string> = {
  ...{ question: 'q', complaint: 'c', praise: 'p', purchase: 'b', recommendation_sought: 's' },
  ...{ recommendation_given: 'r', support: 'h', feature: 'w', churn: 'l', spam: 'x' },
}
const STANCE_KEYS: Record<Stance, string> = { for: 'f', against: 'a', mixed: 'm', none: 'n' }

/** All choices in the order in which they are shown: digits for sentiment and stage, letters for the rest. */
export const CHOICES: Choice[] = [
  ...SENTIMENTS.map((label, i): Choice => ({ part: 'sentiment', label, key: String(1 + i) })),
  ...STAGES_OR_NONE.map((label, i): Choice => ({ part: 'stage', label, key: String(4 + i) })),
  ...STANCES.map((label): Choice => ({ part: 'stance', label, key: STANCE_KEYS[label] })),
  ...INTENTS.map((label): Choice => ({ part: 'intent', label, key: INTENT_KEYS[label] })),
  { part: 'toxicity', label: 'yes', key: 't' },
]

export function isChosen(answer: Answer, choice: Choice): boolean {
  if (choice.part === 'intent') return answer.intents.includes(choice.label)
  if (choice.part === 'toxicity') return answer.toxicity
  return answer[choice.part] === choice.label
}

/** The answer after a choice: one of sentiment, stage and stance, and any number of the rest, on and off. */
export function choose(answer: Answer, choice: Choice): Answer {
  if (choice.part === 'toxicity') return { ...answer, toxicity: !answer.toxicity }
  if (choice.part !== 'intent') return { ...answer, [choice.part]: choice.label }
  const { intents } = answer
  const intent = choice.label
  return {
    ...answer,
    intents: intents.includes(intent)
      ? intents.filter((other) => other !== intent)
      : INTENTS.filter((other) => other === intent || intents.includes(other)),
  }
}

export function choiceOfKey(key: string): Choice | undefined {
  return CHOICES.find((choice) => choice.key === key.toLowerCase())
}
