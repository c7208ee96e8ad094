import { useLanguage, useWords } from '../language.tsx'
import { mayWrite, useSession } from '../session.ts'
import type { Activity } from '../terms.ts'
import { stancesOf, useLabelChoice } from './correction-items.tsx'
import { CORRECTION_WORDS, labelsOfPart, PART_WORDS } from './correction-words.ts'
import type { Corrected } from './corrections.tsx'
import './reading-choices.css'

const PARTS = ['sentiment', 'stage', 'stance'] as const

/**
 * The labels of the parts that have several, side by side, so that one tap corrects them. Seen on touch
 * screens only: where a mouse rests over a chip, the chip's menu opens by itself.
 */
export function ReadingChoices({ activity }: { activity: Pick<Activity, 'id' | 'reading'> }) {
  const words = useWords(CORRECTION_WORDS)
  const session = useSession()
  const { id, reading } = activity
  if (reading === null || !mayWrite(session)) return null
  return (
    <section className="reading-choices" aria-label={words.oneTap}>
      {PARTS.map((part) => (
        <PartChoice key={part} post={{ id, reading }} part={part} />
      ))}
    </section>
  )
}

function PartChoice({ post, part }: { post: Corrected; part: (typeof PARTS)[number] }) {
  const { language } = useLanguage()
  const isOpen = post.reading.unsure.includes(part)
  const { now, choose } = useLabelChoice(post, part, isOpen)
  const labels = part === 'stance' ? stancesOf(post.reading.stage) : labelsOfPart(part)
  return (
    <fieldset className="reading-choice">
      <legend className="soft small">{PART_WORDS[part][language]}</legend>
      {Object.entries(labels).map(([label, words]) => (
        <button
          key={label}
          type="button"
          className="chip chip-button"
          aria-pressed={label === now && !isOpen}
          onClick={() => choose(label)}
        >
          {words[language]}
        </button>
      ))}
    </fieldset>
  )
}
