import { INTENTS, SENTIMENTS, STAGES_OR_NONE, STANCES } from '../../filters.ts'
import type { LabelQuality, ReadingPart } from '../../terms.ts'

/** A label of a part; intents and abuse are named by their part. */
interface Label {
  part: ReadingPart
  label: string
}

const LABELS: Label[] = [
  ...SENTIMENTS.map((label): Label => ({ part: 'sentiment', label })),
  ...STAGES_OR_NONE.map((label): Label => ({ part: 'stage', label })),
  ...STANCES.map((label): Label => ({ part: 'stance', label })),
  ...[...INTENTS, 'toxicity' as const].map((part): Label => ({ part, label: 'yes' })),
]

/** Parts that are chosen from in one go: all intents are one. */
export const PART_GROUPS = ['sentiment', 'stage', 'stance', 'intent', 'toxicity'] as const
export type PartGroup = (typeof PART_GROUPS)[number]

export function groupOf(part: ReadingPart): PartGroup {
  return PART_GROUPS.find((group) => group === part) ?? 'intent'
}

/** Languages with audits, as the API lists them. */
export function languagesOf(labels: readonly LabelQuality[]): string[] {
  return [...new Set(labels.map(({ lang }) => lang))].filter((lang) => lang !== 'all').sort()
}

/** Every label in one language or `all`; one that no audit names has counts of nought. */
export function rowsOf(labels: readonly LabelQuality[], lang: string): LabelQuality[] {
  return LABELS.map(({ part, label }) => {
    const known = labels.find(
      (one) => one.part === part && one.label === label && one.lang === lang,
    )
    const none = { audited: 0, said: 0, held: 0, right: 0, precision: null, recall: null }
    return known ?? { part, label, lang, ...none }
  })
}

/** What can be said of all readings in a sentence. */
export interface Verdict {
  /** Read right so surely that even the low end of the interval is good enough. */
  right: LabelQuality[]
  /** Worst first. */
  wrong: LabelQuality[]
  /** Labels of which too little is known. */
  unknown: number
}

const GOOD_FROM = 0.7
const NAMED_MAX = 3

/** A label is right where both figures are known and their intervals stand above 70 %, wrong where a value is below. */
export function verdictOf(labels: readonly LabelQuality[]): Verdict {
  const rows = rowsOf(labels, 'all')
  const worst = ({ precision, recall }: LabelQuality) =>
    Math.min(precision?.value ?? 1, recall?.value ?? 1)
  const isKnown = ({ precision, recall }: LabelQuality) => precision !== null && recall !== null
  const wrong = rows.filter((row) => worst(row) < GOOD_FROM).sort((a, b) => worst(a) - worst(b))
  const right = rows
    .filter(isKnown)
    .filter(({ precision, recall }) => Math.min(precision?.low ?? 0, recall?.low ?? 0) >= GOOD_FROM)
    .sort((a, b) => worst(b) - worst(a))
  const unknown = rows.filter((row) => !isKnown(row) && worst(row) >= GOOD_FROM).length
  return { right: right.slice(0, NAMED_MAX), wrong: wrong.slice(0, NAMED_MAX), unknown }
}
