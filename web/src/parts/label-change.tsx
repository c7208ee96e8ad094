import { useLanguage, useWords } from '../language.tsx'
import { labelsOfPart, PART_WORDS, partIs } from './correction-words.ts'
import type { Difference } from './post-history.ts'
import { HISTORY_WORDS } from './reading-history-words.ts'

/** A part with its label before and after. */
export function Change({ difference: { part, from, to } }: { difference: Difference }) {
  const words = useWords(HISTORY_WORDS)
  const { language } = useLanguage()
  if (from === to) return <span>{partIs(part, to, language)}</span>
  const label = (of: string) => labelsOfPart(part)[of]?.[language] ?? of
  return <span>{words.fromTo(PART_WORDS[part][language], label(from), label(to))}</span>
}
