import { labelsOfPart, PART_WORDS } from '../../parts/correction-words.ts'
import type { CorrectedPart, InterfaceLanguage } from '../../terms.ts'

/** What a label is called: 「肯定」, and for intents and abuse the part itself. */
export function labelName(
  { part, label }: { part: CorrectedPart; label: string | null },
  language: InterfaceLanguage,
): string {
  if (label === null || label === 'yes') return PART_WORDS[part][language]
  return labelsOfPart(part)[label]?.[language] ?? label
}
